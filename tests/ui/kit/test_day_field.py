"""A day as it is typed: understood as it is said, refused only once the field is left, and nothing moves."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from journal.core.moments import FIRST_LIFE_DAY
from journal.core.rough_days import RoughDay, rough_day
from journal.texts import Texts
from journal.texts.language import translated
from journal.ui.kit.day_field import DayField, optional_day

TODAY = dt.date(2026, 11, 22)


def height_of(field: DayField) -> int:
    body = field.layout()
    assert body is not None
    return body.totalHeightForWidth(600)


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    made = DayField(translated("en", "en_US"), "Opened", lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_refused_is_said_after_leaving_and_nothing_moves(field: DayField) -> None:
    height = height_of(field)
    field.edit.setText("11/2")
    assert field.understood() == "" and height_of(field) == height
    field.edit.editingFinished.emit()
    assert field.understood() == "“11/2” is not a day, such as 2026-11-20"
    field.edit.setText("11/20/2026")
    assert field.understood().startswith("= Friday") and height_of(field) == height
    assert field.day() == dt.date(2026, 11, 20)


def test_yesterday_stays_the_day_that_it_was(qtbot: QtBot) -> None:
    today = [TODAY]
    field = DayField(Texts(), "Opened", lambda: today[0])
    qtbot.addWidget(field)
    field.edit.setText("yesterday")
    field.edit.editingFinished.emit()
    today[0] += dt.timedelta(days=1)
    assert field.day() == dt.date(2026, 11, 21) and field.edit.text() == "21 Nov 2026"


@pytest.mark.parametrize("region", ["", "en_US", "de_DE", "fr_FR", "ja_JP", "pl_PL"])
def test_a_day_is_shown_as_everywhere_and_read_again(qtbot: QtBot, region: str) -> None:
    texts = translated("en", region)
    field = DayField(texts, "Opened", None)
    qtbot.addWidget(field)
    field.set_day(TODAY)
    assert field.day() == TODAY
    if region in ("", "en_US"):
        assert field.edit.text() == texts.short_day(TODAY) != TODAY.isoformat()


def test_the_example_is_in_the_form_of_the_region() -> None:
    assert optional_day(translated("en", "en_US")) == "optional, e.g. Nov 20, 2026"
    assert optional_day(Texts()) == "optional, e.g. 20 Nov 2026"


@pytest.mark.parametrize(("typed", "shown"), [
    ("2019", "2019"), ("since 2019", "2019"), ("march 2019", "Mar 2019"), ("3/2019", "Mar 2019"),
    ("2019-03", "Mar 2019"),
])  # fmt: skip
def test_a_year_or_a_month_stays_as_much_as_is_known(qtbot: QtBot, typed: str, shown: str) -> None:
    field = DayField(translated("en", "en_US"), "Since", lambda: TODAY, rough=True)
    qtbot.addWidget(field)
    field.edit.setText(typed)
    assert field.understood() == f"= {shown}"
    day = field.day()
    field.set_day(day)
    assert field.edit.text() == shown and isinstance(field.day(), RoughDay) and field.day() == day


@pytest.mark.parametrize("typed", ["2019", "March 2019", "2019-03"])
def test_where_a_day_is_kept_none_is_made_up(field: DayField, typed: str) -> None:
    field.edit.setText(typed)
    field.edit.editingFinished.emit()
    assert field.understood().startswith(f"“{typed}” names no day, and a day is kept here.")


@pytest.mark.parametrize(("typed", "day"), [
    ("1962", rough_day(1962)), ("May 1962", rough_day(1962, 5)), ("1962-05-03", dt.date(1962, 5, 3)),
    ("1890-01-01", FIRST_LIFE_DAY),
])  # fmt: skip
def test_what_somebody_has_had_since_childhood_is_kept(qtbot: QtBot, typed: str, day: dt.date) -> None:
    field = DayField(translated("en", "en_US"), "Since", lambda: TODAY, rough=True)
    qtbot.addWidget(field)
    field.edit.setText(typed)
    assert field.day() == day
    field.edit.setText("1889-12-31")
    field.edit.editingFinished.emit()
    assert field.understood() == "Days must lie between 1890 and 2100."


def test_a_day_out_of_range_is_called_a_day(field: DayField) -> None:
    field.edit.setText("1800-01-01")
    field.edit.editingFinished.emit()
    assert field.understood() == "Days must lie between 1970 and 2100."
