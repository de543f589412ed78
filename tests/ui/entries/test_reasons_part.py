"""Reasons of a dose: pills that nobody chose beforehand, by keyboard, with the person's own words among them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.core.dose_reasons import Reason
from journal.core.entries import Dose
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.reasons_part import ReasonsPart, own_reasons
from tests.ui.conftest import BridgeTo
from tests.ui.trends.weeks import GREEN


def part(qtbot: QtBot) -> ReasonsPart:
    made = ReasonsPart(english())
    qtbot.addWidget(made)
    made.show()
    return made


def dose(book: Logbook, *reasons: str, private: bool = False) -> Dose:
    return Dose(at=moment_now(book.clock), reasons=reasons, private=private)


def test_to_feel_normal_is_offered_and_nothing_is_chosen(qtbot: QtBot) -> None:
    shown = part(qtbot)
    assert shown.empty and shown.all_reasons() == ()
    assert shown.pills()[Reason.NORMAL].accessibleName() == "Reason: to feel normal, or against withdrawal"


def test_several_are_chosen_by_keyboard_and_taken_back(qtbot: QtBot) -> None:
    shown = part(qtbot)
    for reason in (Reason.NORMAL, Reason.PAIN):
        QTest.keyClick(shown.pills()[reason], Qt.Key.Key_Space)
    shown.own.setText("to get moving; rest")
    assert shown.all_reasons() == ("pain", "normal", "to get moving", "rest")
    QTest.keyClick(shown.pills()[Reason.PAIN], Qt.Key.Key_Space)
    shown.own.clear()
    assert shown.all_reasons() == ("normal",)


def test_untouched_reasons_keep_their_order_and_letters(qtbot: QtBot) -> None:
    shown = part(qtbot)
    shown.show_reasons(("two; three", "sleep", "pain"))
    assert shown.all_reasons() == ("two; three", "sleep", "pain")


def test_a_state_is_shown_again_that_of_an_earlier_version_too(qtbot: QtBot) -> None:
    shown, other, old = part(qtbot), part(qtbot), part(qtbot)
    shown.show_reasons(("normal",))
    shown.own.setText("rest")
    other.restore(shown.state())
    assert other.all_reasons() == ("normal", "rest")
    old.restore({"reasons": "sleep; my own"})
    assert set(old.all_reasons()) == {"sleep", "my own"}


def test_own_words_are_offered_once_and_those_of_private_doses_are_not(plain_book: Logbook) -> None:
    doses = [dose(plain_book, "to get moving", "pain"), dose(plain_book, "To get moving", "walk"),
             dose(plain_book, "secret", private=True)]  # fmt: skip
    assert own_reasons(doses) == ["to get moving", "walk"]


def test_the_form_saves_reasons_and_undo_takes_the_dose_back(
    qtbot: QtBot, plain_book: Logbook, bridge_to: BridgeTo
) -> None:
    plain_book.save(GREEN)
    plain_book.save(replace(dose(plain_book, "to get moving"), product=GREEN.id))
    form = DoseForm(bridge_to(plain_book, english()))
    qtbot.addWidget(form)
    form.open_new()
    form.show()
    assert form.more.isHidden() and form.more.reasons.empty
    form.more_button.click()
    form.more.reasons.pills()["to get moving"].click()
    form.more.reasons.pills()[Reason.NORMAL].click()
    dose_made, _ = form._entries()
    assert dose_made.reasons == ("normal", "to get moving")
    plain_book.save(dose_made, label="dose.added")
    plain_book.undo()
    kept = plain_book.get(dose_made.id)
    assert kept is None or kept.deleted_ms is not None
