"""Searching what is about no day: every kind of a list is found by its words, and changed where it was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.core.entries import (
    Attempt,
    Batch,
    Condition,
    Contact,
    Entry,
    Help,
    Note,
    Person,
    Plan,
    Product,
    Question,
    Substance,
)
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.filters import Filters, Period
from journal.ui.diary.on_lists import found_on_lists
from journal.ui.diary.screen import DiaryScreen
from journal.ui.entries.declared_placed import DeclaredListForm
from journal.ui.entries.diary_rows import RowKind
from journal.ui.entries.listed import KINDS_ON_LISTS

GREEN = Product(name="Green")
ENTRIES: dict[str, Entry] = {
    "substance": Substance(name="Sertralin", reason="low mood"),
    "condition": Condition(what=ConditionKind.LIVER, note="since the hépatitis"),
    "question": Question(text="Is my shoulder worse?"),
    "attempt": Attempt(what_happened="Went back after a wet week."),
    "batch": Batch(product=GREEN.id, lot="MU-0816", figures="mitragynine 1.4 %"),
    "help": Help(text="A walk by the river"),
    "contact": Contact(name="Ruth", note="after nine"),
    "plan": Plan(heading="At night", text="Call nobody, breathe.", private=True),
    "person": Person(goal="Sleep through"),
}
WORDS = {
    "substance": "sertr mood", "condition": "HEPATI", "question": "shoulder", "attempt": "wet", "batch": "1.4",
    "help": "river", "contact": "ruth", "plan": "breathe", "person": "through",
}  # fmt: skip


@pytest.fixture
def book(plain_book: Logbook) -> Logbook:
    plain_book.save(GREEN, *ENTRIES.values())
    return plain_book


def found(book: Logbook, **asked: str | bool | Period) -> list[str]:
    return [entry.id for entry in found_on_lists(book, english(), Filters(**asked))]  # type: ignore[arg-type]


def test_every_kind_of_a_list_is_tried() -> None:
    assert ENTRIES.keys() == WORDS.keys() == KINDS_ON_LISTS.keys()


@pytest.mark.parametrize("code", ENTRIES)
def test_it_is_found_by_its_words(book: Logbook, code: str) -> None:
    assert found(book, text=WORDS[code]) == [ENTRIES[code].id]


def test_words_are_found_by_their_beginnings_and_all_of_them(book: Logbook) -> None:
    assert found(book, text="oulder") == found(book, text="shoulder river") == found(book) == []


def test_a_condition_is_found_in_both_spellings(book: Logbook) -> None:
    book.save(apnoea := Condition(what=ConditionKind.SLEEP_APNOEA))
    for typed in ("apnoea", "apnea", "sleep apnea"):
        assert [each.id for each in found_on_lists(book, english(), Filters(text=typed))] == [apnoea.id]


def test_a_kind_is_found_by_its_name_but_not_by_a_few_letters_of_it(book: Logbook) -> None:
    assert ENTRIES["condition"].id in found(book, text="condition")
    assert ENTRIES["condition"].id not in found(book, text="con")


def test_other_choices_leave_the_lists_out(book: Logbook) -> None:
    assert found(book, text="shoulder", kind="note") == found(book, text="shoulder", period=Period(weeks=1)) == []
    assert found(book, text="shoulder", product=GREEN.id) == found(book, text="shoulder", private=True) == []
    assert found(book, text="breathe", private=True) == [ENTRIES["plan"].id]


def test_a_deleted_one_and_an_empty_one_are_not_found(book: Logbook) -> None:
    book.delete([ENTRIES["condition"].id])
    book.save(Person(id=ENTRIES["person"].id))
    assert found(book, text="hepati") == found(book, text="about me") == []


@pytest.fixture
def shown(book: Logbook, open_screen: Callable[[Logbook], DiaryScreen]) -> DiaryScreen:
    book.save(Note(at=moment_now(book.clock), text="My shoulder again"))
    return open_screen(book)


def look_for(shown: DiaryScreen, qtbot: QtBot, words: str, rows: int) -> None:
    shown.focus_find()
    shown.bar.field.setText(words)
    qtbot.waitUntil(lambda: shown.list.model() is shown.results and shown.results.rowCount() == rows)


def test_it_stands_above_the_days_and_is_changed_there(shown: DiaryScreen, book: Logbook, qtbot: QtBot) -> None:
    look_for(shown, qtbot, "shoulder", 4)
    rows = [shown.results.row(number) for number in range(3)]
    assert [row and row.kind for row in rows] == [RowKind.LISTS, RowKind.ENTRIES, RowKind.DAY]
    line = shown.results.line(1)
    assert line is not None and (line.title, line.fact) == ("Is my shoulder worse?", "Question for the visit")
    assert line.spoken == "Is my shoulder worse?, Question for the visit"
    assert shown.bar.count.text() == "2 found"
    shown.list.go_to(1)
    assert [button.text() for button in shown.pane._buttons(shown.list.rows()[0])] == ["Edit", "Delete"]
    shown.pane.edit_selected()
    (form,) = shown.pane.findChildren(DeclaredListForm)
    form.inputs["text"].show("Is my knee worse?")
    form.save_button.click()
    qtbot.waitUntil(lambda: shown.results.rowCount() == 2)  # the note is left, below its day
    (changed,) = book.listed(Question)
    assert (changed.id, changed.text) == (ENTRIES["question"].id, "Is my knee worse?")


def test_a_batch_is_found_with_the_name_of_its_product(shown: DiaryScreen, qtbot: QtBot) -> None:
    look_for(shown, qtbot, "1.4", 2)
    line = shown.results.line(1)
    assert line is not None and line.title == "MU-0816" and line.detail.startswith(f"{GREEN.name} · ")


def test_what_is_about_the_person_is_not_deleted(shown: DiaryScreen, book: Logbook, qtbot: QtBot) -> None:
    look_for(shown, qtbot, "through", 2)
    shown.list.go_to(1)
    assert [button.text() for button in shown.pane._buttons(shown.list.rows()[0])] == ["Edit"]
    shown.list.setFocus()
    QTest.keyClick(shown.list, Qt.Key.Key_Delete)
    assert book.listed(Person) == [ENTRIES["person"]]
    assert "changed, not deleted" in shown.pane.details.message.text()
