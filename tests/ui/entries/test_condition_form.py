"""An operation is planned for a day: that is asked right below the choice, and Enter without one asks for it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from journal.core.entries import Condition
from journal.core.health import ConditionKind
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries import health
from journal.ui.entries.condition_form import ConditionForm
from tests.ui.conftest import BridgeTo


@pytest.fixture
def form(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> ConditionForm:
    made = health.ConditionKind().form(bridge_to(plain_book, english()), "plain.condition")
    assert isinstance(made, ConditionForm)
    qtbot.addWidget(made)
    made.open_new()
    made.show()
    return made


def seen(form: ConditionForm) -> list[str]:
    """The fields in sight, from above."""
    shown = [name for name, made in form.inputs.items() if made.widget.isVisible()]
    return sorted(shown, key=lambda name: form.inputs[name].widget.mapTo(form, QPoint()).y())


def choose(form: ConditionForm, what: ConditionKind) -> None:
    form.fill_in(what=what)


def test_the_day_of_an_operation_is_right_below_the_choice(form: ConditionForm) -> None:
    choose(form, ConditionKind.PLANNED_OPERATION)
    assert seen(form) == ["what", "planned", "name", "note"]
    choose(form, ConditionKind.PAIN)
    assert seen(form) == ["what", "place", "name", "since", "until", "note"]


def test_what_was_typed_stays_in_sight(form: ConditionForm) -> None:
    form.inputs["since"].restore("2020")
    choose(form, ConditionKind.PLANNED_OPERATION)
    assert seen(form) == ["what", "planned", "name", "since", "note"]


def test_enter_without_a_day_asks_for_it(form: ConditionForm, plain_book: Logbook) -> None:
    choose(form, ConditionKind.PLANNED_OPERATION)
    form.save()
    assert form.message.text() == "For which day is it planned? The day is not said."
    assert plain_book.listed(Condition) == []
    form.message.buttons()[0].click()
    led_to = form.focusWidget()
    assert led_to is not None and form.inputs["planned"].widget in (led_to, led_to.parentWidget())
    form.save()
    form.message.buttons()[1].click()
    assert [entry.planned for entry in plain_book.listed(Condition)] == [None]


@pytest.mark.parametrize(
    ("days", "said"), [(-1, "has passed. Is that right?"), (20_000, "is years ahead. Is that right?"), (30, "")]
)
def test_a_day_that_is_over_or_far_ahead_is_asked_about(
    form: ConditionForm, plain_book: Logbook, days: int, said: str
) -> None:
    day = plain_book.today() + dt.timedelta(days=days)
    choose(form, ConditionKind.PLANNED_OPERATION)
    form.inputs["planned"].restore(day.isoformat())
    form.save()
    assert form.message.text().endswith(said)
    assert len(plain_book.listed(Condition)) == (0 if said else 1)


def test_a_stored_year_that_is_a_slip_can_be_kept_or_corrected(form: ConditionForm, plain_book: Logbook) -> None:
    slip = Condition(what=ConditionKind.PLANNED_OPERATION, planned=dt.date(2126, 3, 4))
    plain_book.save(slip)
    form.edit_entries([slip])
    form.inputs["name"].restore("knee")
    form.save()
    assert form.message.text() == "Day of the operation: 4 Mar 2126 is years ahead. Is that right?"
    form.message.buttons()[1].click()
    (kept,) = plain_book.listed(Condition)
    assert (kept.name, kept.planned) == ("knee", slip.planned)
    form.edit_entries([kept])
    form.inputs["planned"].restore(dt.date(2027, 3, 4).isoformat())
    form.save()
    assert [entry.planned for entry in plain_book.listed(Condition)] == [dt.date(2027, 3, 4)]
