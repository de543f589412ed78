"""What a person wrote down stands on some page, or a page says that its kind stands on none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Entry, Intake, Measurement, Question, Statement, kind_of
from journal.core.fields import Free, Lines
from journal.core.health import Subject
from journal.core.kinds import KINDS
from journal.core.moments import moment_now
from journal.core.substances import Taken
from journal.insights.summary import Span
from journal.logbook import Logbook
from journal.reports.options import CHOICES, ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights.sheet import SYMPTOMS, Sheet
from tests.journals import FixedClock, templates
from tests.oracle.read_back import pages_of
from tests.oracle.recounted import Template
from tests.reports.extremes import OnPaper
from tests.reports.filled import LAST, noon
from tests.samples import WORD, sample

__all__ = ["templates"]

PERIOD = Span(LAST.replace(day=1), LAST)
ALL: dict[str, Any] = {choice.field: True for choice in CHOICES if choice.field not in ("private", "entry_notes")}
# By kind what of its entry stands on the pages without the list of entries.
TOLD = {
    **{kind: f"{WORD}{kind}" for kind in ("product", "symptom", "substance", "condition", "lab_result", "question")},
    "attempt": f"{WORD}attempt",
    "dose": "1 dose, 1 day",
    "rating": f"{WORD}symptom name",
    "day_mark": "Days without",
    "intake": "ibuprofen",
    "check_in": "Quality of sleep (10 best)",
    "person": f"{WORD}person",
    "measurement": "Pulse. last 66 a minute",
    "statement": "list of 21 Nov 2026",
}
# By kind what the page says of those that stand on none.
NAMED = {
    "note": "notes (but those beside warning symptoms",
    "urge": "urges without a dose",
    "care": "exercise and other care",
    "batch": "batches without a laboratory’s figures or a noted reaction",
    "help": "lists of what to do",
    "contact": "own people",
    "plan": "plans",
}
# Of every field that is written in the person's own words or lines where its words stand: on the pages, in the list of
# entries (with notes, if it is one), or the words with which the pages name it among what stands nowhere.
PAGES, LIST, LIST_WITH_NOTES = "pages", "list", "list with notes"
WRITTEN = {
    ("person", "goal"): PAGES, ("person", "purpose"): "what the journal is for",
    ("batch", "figures"): NAMED["batch"], ("substance", "note"): "notes of medicines",
    ("condition", "note"): "notes of medicines, conditions", ("dose", "reasons"): LIST,
    ("dose", "note"): LIST_WITH_NOTES,
    ("note", "text"): LIST_WITH_NOTES, ("intake", "note"): LIST_WITH_NOTES, ("check_in", "helped"): LIST,
    ("check_in", "note"): LIST_WITH_NOTES, ("urge", "helped"): LIST, ("urge", "note"): LIST_WITH_NOTES,
    ("care", "note"): LIST_WITH_NOTES, ("measurement", "note"): LIST_WITH_NOTES,
    ("lab_result", "note"): LIST_WITH_NOTES, ("statement", "note"): "conditions and answers",
    ("question", "text"): PAGES, ("attempt", "what_happened"): PAGES, ("contact", "note"): NAMED["contact"],
    ("plan", "text"): NAMED["plan"],
}  # fmt: skip
CODES = {("substance", "classes"), ("check_in", "answers")}  # lines that are no words of the person's
# Of what is stated where a yes stands.
STATED = {
    Subject.NOTHING_ELSE: "list of 21 Nov 2026",
    Subject.NO_CONDITIONS: "none to note (said 21 Nov 2026)",
    Subject.NO_ALLERGIES: "none that the person knows of (said 21 Nov 2026)",
    Subject.NOTHING_LAST_NIGHT: "answers about last night",
}
# What nobody enters as something to be told.
NO_ENTRIES = {"unit", "prompt", "setting"}
SHOWN_AS: dict[str, Entry] = {  # where a sample is of something that has no place of its own
    "intake": Intake(at=noon(2), what=Taken.OWN, name="ibuprofen", note=f"{WORD}intake note"),
    "measurement": Measurement(at=noon(2), pulse=66, note=f"{WORD}measurement note"),
    "question": Question(text=f"{WORD}question text"),
    "statement": Statement(day=LAST, subject=Subject.NOTHING_ELSE, note=f"{WORD}statement note"),
}


def test_every_kind_has_a_place_or_is_named() -> None:
    """A new kind must say where it stands, so that nobody hands over pages that hide a value without a word."""
    assert TOLD.keys() | NAMED.keys() | NO_ENTRIES == KINDS.keys()


def test_every_note_has_a_place_or_is_named() -> None:
    written = {
        (kind.code, field.name)
        for kind in KINDS.values()
        for field in kind.fields
        if isinstance(field.declared, Free | Lines)
    }
    assert written == WRITTEN.keys() | CODES
    assert STATED.keys() == {*Subject}


def everything() -> Iterator[Entry]:
    """An entry of each kind, none of them private, with a word of its own."""
    for kind in KINDS:
        for entry in sample(kind, noon(2)):
            yield SHOWN_AS[kind] if kind in SHOWN_AS and kind_of(entry) == kind else _own_word(entry)


def _own_word(entry: Entry) -> Entry:
    """Each field with words that say which one it is."""
    kind, worded = kind_of(entry), dict[str, Any]()
    for field in KINDS[kind].fields:
        value = getattr(entry, field.name)
        if isinstance(value, str) and WORD in value:
            worded[field.name] = f"{WORD}{kind} {field.name}"
        elif isinstance(field.declared, Lines) and (kind, field.name) not in CODES:
            worded[field.name] = (f"{WORD}{kind} {field.name}",)
    return replace(entry, **worded, private=False)


class Pages:
    """Of a journal with everything, by what was chosen."""

    def __init__(self, book: Logbook) -> None:
        self._book = book

    def words(self, **options: Any) -> str:
        chosen = ReportOptions(PERIOD, **{**ALL, "entries": False, **options})
        pdf = make_pdf(self._book, chosen, english(), moment_now(FixedClock()))
        return " ".join(" ".join(pages_of(pdf)).split())


@pytest.fixture(scope="module")
def pages(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, templates: Template) -> Iterator[Pages]:
    path = tmp_path_factory.mktemp("every kind") / "every.leaf"
    shutil.copyfile(templates(None), path)
    with Logbook.open(path, None, clock=FixedClock()) as book:
        for entry in everything():
            book.save(entry)
        yield Pages(book)


def test_what_was_entered_stands_on_the_pages_and_the_other_kinds_are_named(pages: Pages) -> None:
    said = pages.words()
    assert not [kind for kind, words in TOLD.items() if words not in said]
    about, named = said.partition("Not on these pages.")[2], NAMED.values()
    assert not [words for words in named if words not in about]
    told = [kind for kind in NAMED if f"{WORD}{kind}" in said]
    assert not told


@pytest.mark.slow
def test_with_the_list_of_entries_less_is_named(pages: Pages) -> None:
    listed = pages.words(entries=True, mood=False).partition("Not on these pages.")[2]
    assert "In the list of entries alone: urges without a dose" in listed
    assert "notes (but" in listed and "scores of mood questionnaires" in listed
    with_notes = pages.words(entries=True, entry_notes=True).partition("Not on these pages.")[2]
    assert "notes (but" not in with_notes and "scores of mood" not in with_notes


def test_every_note_stands_where_it_is_said_to_and_what_stands_nowhere_is_named(pages: Pages) -> None:
    said = {PAGES: pages.words(), LIST: pages.words(entries=True), LIST_WITH_NOTES: pages.words(
        entries=True, entry_notes=True)}  # fmt: skip
    order = [PAGES, LIST, LIST_WITH_NOTES]
    for (kind, field), place in WRITTEN.items():
        own = f"{WORD}{kind} {field}"
        shown = [name for name in order if own in said[name]]
        if place in said:
            assert shown == order[order.index(place) :], (kind, field)
            continue
        assert not shown, (kind, field)
        for words in said.values():
            assert place in words.partition("Not on these pages.")[2], (kind, field)


def test_what_is_stated_stands_on_a_page_or_is_named(qapp: QApplication) -> None:
    entries = tuple(Statement(day=LAST, subject=subject) for subject in Subject)
    pdf = make_pdf(
        OnPaper(Sheet(), SYMPTOMS, entries), ReportOptions(PERIOD, **ALL), english(), moment_now(FixedClock())
    )
    said = " ".join(" ".join(pages_of(pdf)).split())
    assert not [words for words in STATED.values() if words not in said]
