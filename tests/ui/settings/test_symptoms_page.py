"""Symptoms: order, names, end labels, dates, which is the main one, and which are asked for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.core.entries import Symptom
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.settings.screen import SettingsScreen
from journal.ui.settings.symptom_form import SymptomForm
from tests.journals import note
from tests.ui.conftest import keys
from tests.ui.settings.conftest import Filled, OpenScreen, settle

ENTER, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down
ALT = Qt.KeyboardModifier.AltModifier


def form(screen: SettingsScreen) -> SymptomForm:
    assert screen.symptoms.form is not None
    return screen.symptoms.form


def stored(book: Logbook, symptom: Symptom) -> Symptom:
    found = book.get(symptom.id)
    assert isinstance(found, Symptom)
    return found


def order(book: Logbook) -> list[str]:
    return [each.code or each.name for each in book.symptoms()]


def test_the_list_says_what_each_symptom_is(screen: SettingsScreen) -> None:
    assert [(each.title, each.detail, each.facts) for each in screen.symptoms.list.lines()] == [
        ("Lower back pain", "pain · 0 none, 10 worst", ("main symptom",)),
        ("Nausea", "side effect · 0 none, 10 worst", ()),
        ("Burning <b>feet</b>", "pain · 0 none, 10 unbearable", ()),
    ]


def test_alt_and_an_arrow_move_a_symptom_and_undo_moves_it_back(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    screen.symptoms.list.setFocus()
    keys((DOWN, ALT), (DOWN, ALT), (DOWN, ALT))  # the third has nowhere to go
    assert order(plain_book) == ["nausea", "Burning <b>feet</b>", "back_pain"]
    assert screen.symptoms.selected() == stored(plain_book, filled.back)
    assert QApplication.focusWidget() is screen.symptoms.list and not screen.symptoms.down.isEnabled()
    keys((UP, ALT))
    plain_book.undo()
    assert order(plain_book) == ["nausea", "Burning <b>feet</b>", "back_pain"]
    assert [each.title for each in screen.symptoms.list.lines()][-1] == "Lower back pain"


@pytest.mark.slow
def test_there_is_one_main_symptom_or_none(screen: SettingsScreen, plain_book: Logbook, filled: Filled) -> None:
    screen.symptoms.list.choose(filled.feet.id)
    screen.symptoms.main.click()
    assert [each.id for each in plain_book.symptoms() if each.main] == [filled.feet.id]
    screen.symptoms.main.click()
    assert plain_book.main_symptom() is None
    screen.symptoms.message.buttons()[0].click()
    assert [each.id for each in plain_book.symptoms() if each.main] == [filled.feet.id]


def test_side_effects_and_warnings_cannot_be_the_main_symptom(screen: SettingsScreen, filled: Filled) -> None:
    screen.symptoms.list.choose(filled.feet.id)
    assert screen.symptoms.main.isEnabled()
    screen.symptoms.list.choose(filled.nausea.id)
    assert screen.symptoms.edit.isEnabled() and not screen.symptoms.main.isEnabled()


def test_hiding_can_be_taken_back_after_other_changes(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled
) -> None:
    screen.symptoms.list.choose(filled.nausea.id)
    screen.symptoms.hide_button.click()
    assert stored(plain_book, filled.nausea).hidden and screen.symptoms.list.lines()[1].facts == ("hidden",)
    kept = note(plain_book, "written after it")
    screen.symptoms.message.buttons()[0].click()
    assert not stored(plain_book, filled.nausea).hidden and plain_book.get(kept.id) == kept


def test_taking_back_keeps_what_was_changed_since(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    page = screen.symptoms
    page.list.choose(filled.nausea.id)
    page.hide_button.click()
    page.up.click()
    renamed = replace(stored(plain_book, filled.nausea), name="Queasy")
    plain_book.save(renamed)
    page.message.buttons()[0].click()
    assert stored(plain_book, filled.nausea) == replace(renamed, hidden=False)
    assert order(plain_book) == ["nausea", "back_pain", "Burning <b>feet</b>"]


def test_taking_back_the_main_symptom_keeps_order_and_hiding_and_makes_no_second_one(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled
) -> None:
    page = screen.symptoms
    page.list.choose(filled.feet.id)
    page.main.click()
    plain_book.save(replace(stored(plain_book, filled.back), hidden=True))
    page.message.buttons()[0].click()
    assert stored(plain_book, filled.back) == replace(filled.back, hidden=True)
    assert stored(plain_book, filled.feet) == filled.feet
    page.main.click()
    third = Symptom(name="Third", main=True, position=3)
    plain_book.save(replace(stored(plain_book, filled.feet), main=False), third)
    page.message.buttons()[0].click()
    assert [each.id for each in plain_book.symptoms() if each.main] == [third.id]


def test_what_is_done_in_the_list_beside_an_open_form_stays(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    page = screen.symptoms
    page.list.choose(filled.back.id)
    page.edit_selected()
    settle(qtbot)
    form(screen).low.setText("fine")
    page.list.choose(filled.feet.id)
    page.main.click()
    page.list.choose(filled.back.id)
    page.down.click()
    page.hide_button.click()
    form(screen).save()
    settle(qtbot)
    assert stored(plain_book, filled.back) == replace(
        filled.back, low_label="fine", main=False, hidden=True, position=1
    )
    assert [each.id for each in plain_book.symptoms() if each.main] == [filled.feet.id]
    assert order(plain_book) == ["nausea", "back_pain", "Burning <b>feet</b>"]
    assert page.form is None and not page.message.isVisible()


def test_a_name_that_was_changed_elsewhere_is_not_replaced_without_a_word(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    screen.symptoms.list.choose(filled.nausea.id)
    screen.symptoms.edit_selected()
    settle(qtbot)
    form(screen).low.setText("calm")
    plain_book.save(replace(filled.nausea, name="Queasy", hidden=True))
    form(screen).save()
    assert "changed or deleted elsewhere" in form(screen).message.text()
    assert stored(plain_book, filled.nausea).name == "Queasy"
    form(screen).message.buttons()[1].click()
    assert stored(plain_book, filled.nausea) == replace(filled.nausea, low_label="calm", hidden=True)


def test_a_draft_of_a_symptom_that_was_hidden_since_is_saved_without_a_question(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    screen.symptoms.list.choose(filled.nausea.id)
    screen.symptoms.edit_selected()
    settle(qtbot)
    form(screen).low.setText("calm")
    screen.keep_draft()
    plain_book.save(replace(filled.nausea, hidden=True))
    again = open_screen(plain_book)
    form(again).save()
    assert stored(plain_book, filled.nausea) == replace(filled.nausea, low_label="calm", hidden=True)


def test_an_own_symptom_is_added_by_keys_alone(screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot) -> None:
    screen.symptoms.add.setFocus()
    keys(Qt.Key.Key_Space)
    settle(qtbot)
    keys(Qt.Key.Key_Tab)
    form(screen).name.setFocus()
    keys("  Calm ", Qt.Key.Key_Tab, "wellb")
    form(screen).direction.set_value(True)
    form(screen).high.setText("quite calm")
    form(screen).start.edit.setText("2026-11-01")
    keys(ENTER)
    settle(qtbot)
    added = plain_book.symptoms()[-1]
    assert (added.name, added.kind, added.higher_is_better) == ("Calm", SymptomKind.WELLBEING, True)
    assert (added.high_label, added.active_from, added.position) == ("quite calm", dt.date(2026, 11, 1), 3)
    assert screen.symptoms.selected() == added
    assert screen.symptoms.list.lines()[-1].facts == ("from 1 Nov 2026",)


def test_a_built_in_symptom_keeps_what_reports_go_by(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    screen.symptoms.add.click()
    settle(qtbot)
    offered = [form(screen).built_in.itemData(number) for number in range(form(screen).built_in.count())]
    assert "nausea" not in offered and "sleep_quality" in offered
    form(screen).built_in.set_value("sleep_quality")
    assert not form(screen).kind.isVisible() and not form(screen).name.isEnabled()
    assert (form(screen).low.placeholderText(), form(screen).high.placeholderText()) == ("worst", "best")
    form(screen).save()
    added = plain_book.symptoms()[-1]
    assert (added.code, added.kind, added.higher_is_better) == ("sleep_quality", SymptomKind.WELLBEING, True)


def test_changing_a_symptom_keeps_its_direction_and_place(
    screen: SettingsScreen, plain_book: Logbook, filled: Filled, qtbot: QtBot
) -> None:
    screen.symptoms.list.choose(filled.nausea.id)
    screen.symptoms.list.setFocus()
    keys(ENTER)
    settle(qtbot)
    assert QApplication.focusWidget() is form(screen).name and not form(screen).direction.isVisible()
    keys("Queasy", ENTER)
    settle(qtbot)
    changed = stored(plain_book, filled.nausea)
    assert (changed.name, changed.code, changed.position) == ("Queasy", "nausea", 1)
    assert QApplication.focusWidget() is screen.symptoms.list


def test_a_new_symptom_called_like_a_warning_sign_is_asked_about(
    screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    for answer, code, name in (("Yes", "yellow_skin", ""), ("No, it is something else", None, "jaundice")):
        screen.symptoms.add.click()
        settle(qtbot)
        form(screen).name.setText("jaundice")
        form(screen).save()
        asked = form(screen).message
        assert asked.text() == "Do you mean “Yellow eyes or skin”?" and asked.buttons()[0].hasFocus()
        next(each for each in asked.buttons() if each.text() == answer).click()
        settle(qtbot)
        added = plain_book.symptoms()[-1]
        assert (added.code, added.name) == (code, name)


def test_thoughts_of_suicide_are_named_only_when_that_is_asked_for(
    screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    screen.symptoms.add.click()
    settle(qtbot)
    form(screen).name.setText("want to die")
    form(screen).save()
    asked = form(screen).message
    assert (
        asked.text().startswith("“Hidden rating” is the line for thoughts like these.")
        and asked.buttons()[0].hasFocus()
    )
    asked.buttons()[2].click()
    assert asked.text() == "Do you mean “Thoughts of suicide”?" and len(asked.buttons()) == 2
    asked.buttons()[0].click()
    settle(qtbot)
    assert plain_book.symptoms()[-1].code == "suicidal_thoughts"


def test_a_sign_that_the_journal_has_is_named_and_not_made_again(
    screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    plain_book.save(Symptom(code="chest_pain", kind=SymptomKind.WARNING, position=9))
    screen.symptoms.add.click()
    settle(qtbot)
    form(screen).name.setText("Heart pain")
    form(screen).save()
    form(screen).message.buttons()[0].click()
    assert form(screen).message.text() == "There is one called “Chest pain” already."
    assert len(plain_book.symptoms()) == 4


def test_an_own_symptom_called_like_a_warning_sign_cannot_be_the_main_one(
    screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot
) -> None:
    own = Symptom(name="suicidal thoughts", position=9)
    plain_book.save(own)
    settle(qtbot)
    screen.symptoms.list.choose(own.id)
    assert not screen.symptoms.main.isEnabled()


@pytest.mark.parametrize(
    ("name", "start", "end", "said"),
    [
        ("nausea", "", "", "There is one called"), ("", "", "", "Type a name first."),
        ("Knee", "2026-11-20", "2026-11-19", "before the beginning"), ("Knee", "", "soon", "is not a day"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_inline(
    screen: SettingsScreen, plain_book: Logbook, qtbot: QtBot, name: str, start: str, end: str, said: str
) -> None:
    screen.symptoms.add.click()
    settle(qtbot)
    form(screen).name.setText(name)
    form(screen).start.edit.setText(start)
    form(screen).end.edit.setText(end)
    form(screen).save()
    assert said in form(screen).message.text() and len(plain_book.symptoms()) == 3


def test_what_is_typed_is_kept_over_an_end_of_the_program(
    screen: SettingsScreen, plain_book: Logbook, open_screen: OpenScreen, qtbot: QtBot
) -> None:
    screen.symptoms.add.click()
    settle(qtbot)
    form(screen).name.setText("half a na")
    screen.keep_draft()
    again = open_screen(plain_book)
    assert form(again).name.text() == "half a na" and "not saved yet" in form(again).message.text()
    form(again).cancel()
    assert plain_book.drafts() == []
