"""Today: what the cards say, the day's list, drafts over a restart, undo by name."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from journal.core.amounts import Amount, Dimension
from journal.core.entries import DayMark, DayMarkKind, Dose, Note, Product, ProductKind, Rating
from journal.core.moments import Moment, moment_at, moment_from_local
from journal.core.preferences import setting_for
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.dose_form import DoseForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.draft_timer import DRAFT_AFTER_MS
from journal.ui.shell.body import Body
from journal.ui.shell.cannot_open_page import OpeningPage
from journal.ui.shell.window import MainWindow
from journal.ui.today.screen import TodayScreen
from journal.ui.today.strip import StripView
from tests.journals import saved
from tests.ui.conftest import Known, OpenWindow, ctrl, keys, tick
from tests.ui.fits import settle

ENTER = Qt.Key.Key_Return


def today_of(body: Body) -> TodayScreen:
    assert body.today is not None
    return body.today


def card_texts(body: Body) -> list[str]:
    cards = today_of(body).cards
    return [each.accessibleName() for each in (cards.day, cards.dose, cards.rating)]


def test_an_empty_day_says_so(body: Body) -> None:
    assert card_texts(body) == [
        "Today, Not recorded, no dose is written down",
        "Last dose, None written down",
        "Lower back pain, Not rated yet",
    ]
    assert today_of(body).column.nothing.isVisible()


@pytest.mark.parametrize(
    ("rescued", "said"),
    [
        ("dose=162 note=?", "Last dose, Not known, doses were lost"),
        ("dose=?", "Last dose, Not known, doses were lost"),
        ("note=2", "Last dose, None written down"),
    ],
)
def test_of_lost_doses_none_is_called_the_last(
    plain_book: Logbook, open_window: OpenWindow, rescued: str, said: str
) -> None:
    """Below the line that 162 doses were lost it said that none was written down."""
    plain_book.save(setting_for("rescued", rescued))
    today = open_window(plain_book).today
    assert today is not None and today.cards.dose.accessibleName() == said


def test_the_cards_follow_what_is_saved(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    keys(ctrl(Qt.Key.Key_R), "5", ENTER)
    tick(plain_book, 168)
    today_of(body).tick()
    assert card_texts(body) == [
        "Today, 1 dose, 2.5 g",
        "Last dose, 10:30, 2 h 48 min ago",
        "Lower back pain, 5 of 10, at 10:30",
    ]


def test_an_unknown_amount_makes_the_total_at_least(body: Body, plain_book: Logbook, known: Known) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    plain_book.save(Dose(at=plain_book.last_dose().at, product=known.green.id))  # type: ignore[union-attr]
    assert card_texts(body)[0] == "Today, 2 doses, at least 2.5 g, 1 amount is unknown"


def test_milligrams_stay_milligrams_on_today(body: Body, plain_book: Logbook) -> None:
    blue = saved(plain_book, Product(name="Blue", kind=ProductKind.SEVEN_OH))
    at = plain_book.clock.now_ms()
    for text, minutes in (("25 mg", 0), ("25", 0), ("30 mg", 60)):
        amount = Amount(text, int(text.split()[0]), Dimension.MASS)
        plain_book.save(Dose(at=moment_at(at - minutes * 60_000, "Europe/Berlin"), product=blue.id, amount=amount))
    settle()
    assert card_texts(body)[0] == "Today, 3 doses, 80 mg"
    assert "3 doses: 09:30 30 mg, 10:30 25 mg, 10:30 25 mg" in today_of(body).strip.accessibleName()


def test_none_today_is_not_the_same_as_not_recorded(body: Body) -> None:
    today_of(body).action_row.buttons[2].click()
    assert card_texts(body)[0] == "Today, None today, as you said"


def test_the_strip_says_in_words_what_it_shows(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER, ctrl(Qt.Key.Key_R), "5", ENTER)
    said = today_of(body).strip.accessibleName()
    assert said == "The day: 1 dose: 10:30 2.5 g. Lower back pain: 10:30 5. now 10:30"


@pytest.mark.parametrize("x", [14.0, 200.0, 330.0, 386.0])
def test_the_words_now_stand_beside_their_line_and_inside_the_strip(qtbot: QtBot, x: float) -> None:
    strip = StripView(english())
    qtbot.addWidget(strip)
    strip.resize(400, 132)
    left = strip._left_beside(x, 66)
    assert left >= 0 and left + 66 <= 400 and not left < x < left + 66


def test_the_actions_keep_their_height_whatever_was_shown_before(
    known: Known, plain_book: Logbook, qtbot: QtBot, tmp_path: Path
) -> None:
    window = MainWindow(english(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    window.body.show_page(OpeningPage(""))
    window.resize(1240, 900)
    window.show()
    settle()
    bridge = Bridge(plain_book, english(), window)
    window.body.show_journal(bridge)
    settle()
    heights = {each.height() for each in today_of(window.body).action_row.buttons}
    bridge.close()
    assert heights == {36}


def test_at_the_start_of_the_day_today_becomes_another_day(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    tick(plain_book, 24 * 60)
    today_of(body).tick()
    assert today_of(body).header.title.accessibleName() == "Today, Monday 23 November"
    assert card_texts(body)[1] == "Last dose, yesterday 10:30, 24 h 0 min ago"


def test_days_since_a_dose_are_counted_as_the_dates_are(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    tick(plain_book, 9 * 24 * 60 + 20 * 60)
    today_of(body).tick()
    assert card_texts(body)[1].startswith("Last dose, 22 Nov 2026 10:30, 10 days ago")


def test_another_days_page_shows_that_days_values(body: Body, plain_book: Logbook, known: Known) -> None:
    def at(day: int, hour: int) -> Moment:
        return moment_from_local(dt.datetime(2026, 11, day, hour), "Europe/Berlin")

    plain_book.save(
        Dose(at=at(20, 8), product=known.green.id),
        Dose(at=at(21, 1), product=known.green.id),  # the night still belongs to the 20th
        Rating(at=at(20, 9), symptom=known.back.id, value=7),
        Dose(at=at(22, 8), product=known.green.id),
        Rating(at=at(22, 9), symptom=known.back.id, value=2),
        DayMark(day=dt.date(2026, 11, 19), mark=DayMarkKind.NONE_TODAY),
    )
    today_of(body).show_day(dt.date(2026, 11, 20))
    assert card_texts(body) == [
        "Friday 20 November, 2 doses, amount unknown, 2 amounts are unknown",
        "Last dose that day, 01:00, after midnight",
        "Lower back pain, 7 of 10, at 09:00",
    ]
    today_of(body).turn(1)
    assert card_texts(body)[1:] == ["Last dose that day, Not recorded", "Lower back pain, Not rated that day"]
    today_of(body).turn(-2)
    assert card_texts(body)[1] == "Last dose that day, None that day"
    today_of(body).go_today()
    assert card_texts(body)[1].startswith("Last dose, 08:00")


def test_days_turn_and_never_past_today(body: Body) -> None:
    screen = today_of(body)
    screen.turn(-1)
    assert screen.header.title.accessibleName() == "Yesterday, Saturday 21 November"
    screen.turn(5)
    assert screen.day == dt.date(2026, 11, 22)
    assert not screen.header.following.isEnabled()


# --- drafts ----------------------------------------------------------------------------------------------------------


def test_what_was_typed_is_there_after_a_crash(
    body: Body, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    keys(ctrl(Qt.Key.Key_D), "7.25")
    qtbot.waitUntil(lambda: plain_book.draft("dose") is not None, timeout=DRAFT_AFTER_MS + 2000)
    tick(plain_book, 30)
    again = open_window(plain_book)  # nothing was closed: the first window is simply gone
    form = today_of(again).panel.form
    assert isinstance(form, DoseForm)
    assert form.amount.field.edit.text() == "7.25"
    assert form.time.moment().local == dt.datetime(2026, 11, 22, 10, 30), "now was said half an hour ago"
    form.save()
    assert plain_book.drafts() == []
    saved = plain_book.last_dose()
    assert saved is not None and saved.at.local == dt.datetime(2026, 11, 22, 10, 30)


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(("opening", "typed"), [(Qt.Key.Key_R, "4"), (Qt.Key.Key_K, "half a sent")])
def test_closing_the_window_keeps_the_open_form(
    body: Body, plain_book: Logbook, open_window: OpenWindow, opening: Qt.Key, typed: str
) -> None:
    keys(ctrl(opening), typed)
    state = today_of(body).panel.form.state()  # type: ignore[union-attr]
    body.main.close()
    again = open_window(plain_book)
    assert today_of(again).panel.form.state() | {"time": ""} == state | {"time": ""}  # type: ignore[union-attr]


def test_another_form_keeps_the_first_ones_text(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_K), "half a sentence", ctrl(Qt.Key.Key_R), "5", ENTER, ctrl(Qt.Key.Key_K))
    form = today_of(body).panel.form
    assert form is not None and form.state()["note"] == "half a sentence"


def test_a_form_that_was_only_opened_leaves_no_draft(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_D))
    body.keep_drafts()
    assert plain_book.drafts() == []


def test_a_draft_that_cannot_be_read_is_forgotten(plain_book: Logbook, known: Known, open_window: OpenWindow) -> None:
    plain_book.save_draft("dose", "{not json")
    assert today_of(open_window(plain_book)).panel.form is None
    assert plain_book.drafts() == []


def test_a_draft_that_cannot_be_read_waits_while_nothing_can_be_written(body: Body, plain_book: Logbook) -> None:
    plain_book.save_draft("dose", "{not json")
    with plain_book._file.writing():
        assert not today_of(body).panel.restore("dose")
    assert plain_book.drafts() != []
    assert not today_of(body).panel.restore("dose") and plain_book.drafts() == []


# --- undo ------------------------------------------------------------------------------------------------------------


def test_undo_is_named_and_survives_a_restart(body: Body, plain_book: Logbook, open_window: OpenWindow) -> None:
    keys(ctrl(Qt.Key.Key_D), "2.5", ENTER)
    again = open_window(plain_book)
    assert again._menus.undo.text() == "Undo: dose at 10:30"
    assert again._status.undo.accessibleName() == "Undo: dose at 10:30, Ctrl+Z"
    keys(ctrl(Qt.Key.Key_Z))
    assert plain_book.last_dose() is None
    assert again._menus.redo.text() == "Redo: dose at 10:30"
    keys((Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
    assert plain_book.last_dose() is not None


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("opening", [Qt.Key.Key_D, Qt.Key.Key_K])
def test_ctrl_z_inside_a_text_field_stays_the_fields_own(body: Body, plain_book: Logbook, opening: Qt.Key) -> None:
    keys(ctrl(Qt.Key.Key_R), "5", ENTER)
    keys(ctrl(opening), "7", ctrl(Qt.Key.Key_Z), ctrl(Qt.Key.Key_Z), ctrl(Qt.Key.Key_Z))
    assert len(plain_book.days(plain_book.today(), plain_book.today())[0].ratings) == 1


def test_text_of_any_kind_is_shown_as_text(body: Body, plain_book: Logbook) -> None:
    at = moment_from_local(dt.datetime(2026, 11, 22, 9, 0), "Europe/Berlin")
    plain_book.save(Note(at=at, text="<img src='x'> &amp; \u202eabc\u202c"))
    for each in body.findChildren(QLabel):
        assert each.textFormat() is Qt.TextFormat.PlainText, each.text()
    assert english()("x") == "x"
    assert body.findChildren(QAbstractButton)
