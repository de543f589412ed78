"""What is marked private says so in every list that shows it, so that nobody is surprised by a report without it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.entries import Entry, LabResult, Measurement, Note, Question, Rating
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.details_text import details_text
from journal.ui.entries.batch_words import batch_days
from journal.ui.entries.diary_rows import Row, RowKind
from journal.ui.entries.kinds import ENTRY_KINDS, line_of_entry
from journal.ui.entries.listed import LISTED_KINDS
from journal.ui.entries.names import Names
from journal.ui.health.parts import PARTS
from journal.ui.kit.bridge import Bridge
from journal.ui.shell.body import Body
from tests.journals import ago
from tests.samples import sample
from tests.ui.conftest import BridgeTo, Known

MARK = "private"
TEXTS = english()
# Where those are shown that are neither in the Diary nor in Health.
ELSEWHERE = {"question", "batch"}


def saved(book: Logbook, code: str, private: bool) -> Entry:
    *others, entry = sample(code, moment_now(book.clock))
    entry = replace(entry, private=private)
    book.save(*others)
    book.save(entry)
    return entry


def test_every_kind_has_a_list_here() -> None:
    assert set(LISTED_KINDS) <= set(PARTS) | ELSEWHERE


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("code", ENTRY_KINDS)
def test_a_row_of_the_diary_and_of_today(plain_book: Logbook, known: Known, code: str, private: bool) -> None:
    entry = saved(plain_book, code, private)
    line = line_of_entry(TEXTS, Names(Bridge(plain_book, TEXTS)), Row(RowKind.ENTRIES, plain_book.today(), (entry,)))
    assert (MARK in line.fact.split(" · ")) is private
    assert (MARK in line.spoken) is private


@pytest.mark.parametrize("code", [code for code in ENTRY_KINDS if code != "day_mark"])
def test_its_details(plain_book: Logbook, bridge_to: BridgeTo, code: str) -> None:
    entry = saved(plain_book, code, True)
    row = Row(RowKind.ENTRIES, plain_book.today(), (entry,))
    assert MARK in details_text(bridge_to(plain_book, TEXTS), Names(Bridge(plain_book, TEXTS)), row).below


@pytest.mark.parametrize("private", [True, False])
@pytest.mark.parametrize("code", PARTS)
def test_a_row_of_health(plain_book: Logbook, code: str, private: bool) -> None:
    entry = saved(plain_book, code, private)
    rows = PARTS[code].rows(TEXTS, [entry], plain_book.today())
    shown = [*rows.now, *rows.earlier]
    assert shown
    assert all((MARK in row.below.split(" · ")) is private for row in shown)
    assert all((MARK in row.spoken) is private for row in shown)


def test_one_private_rating_among_others_marks_their_row(plain_book: Logbook, known: Known) -> None:
    at = moment_now(plain_book.clock)
    first, second = (Rating(at=at, symptom=each.id, value=3, group="one") for each in (known.back, known.nausea))
    row = Row(RowKind.ENTRIES, plain_book.today(), (first, replace(second, private=True)))
    assert MARK in line_of_entry(TEXTS, Names(Bridge(plain_book, TEXTS)), row).fact


def test_an_earlier_private_value_is_marked_in_its_series(plain_book: Logbook) -> None:
    latest = next(each for each in sample("lab_result", ago(plain_book, 0)) if isinstance(each, LabResult))
    earlier = replace(latest, id="earlier", day=latest.day.replace(year=latest.day.year - 1), private=True)
    (row,) = PARTS["lab_result"].rows(TEXTS, [replace(latest, private=False), earlier], plain_book.today()).now
    assert MARK not in row.below and MARK in row.hint
    now = Measurement(at=ago(plain_book, 1), pulse=70)
    before = Measurement(at=ago(plain_book, 60), pulse=60, private=True)
    (row,) = PARTS["measurement"].rows(TEXTS, [now, before], plain_book.today()).now
    assert MARK not in row.below and row.hint.endswith(", private)")


def test_a_batch() -> None:
    batch = LISTED_KINDS["batch"].cls
    assert batch_days(TEXTS, replace(batch(product="p", lot="A"), private=True)) == MARK  # type: ignore[call-arg,arg-type]


def test_a_question_on_today(body: Body, plain_book: Logbook) -> None:
    hidden, open_to_all = Question(text="Is that usual?", private=True), Question(text="And this?")
    plain_book.save(hidden)
    plain_book.save(open_to_all)
    assert body.today is not None
    ticks = body.today.aside.questions.ticks
    assert ticks[hidden.id].words.text() == "Is that usual? · private"
    assert ticks[open_to_all.id].words.text() == "And this?"


def test_a_note_of_last_night(body: Body, plain_book: Logbook, known: Known) -> None:
    assert body.today is not None
    row = Row(RowKind.ENTRIES, plain_book.today(), (Note(at=ago(plain_book, 5), text="a", private=True),))
    assert MARK in body.today.rows.line(row).fact
