"""Notes beside warning symptoms: printed as written, in full somewhere, and never those that were held back."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Note, Rating, Symptom
from journal.core.moments import MINUTE_MS, moment_at, moment_now
from journal.core.symptoms import SymptomKind
from journal.insights.windows import span_back
from journal.reports import Paper, ReportOptions
from journal.reports.pdf import undated_pdf
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.filled import LAST, noon
from tests.reports.test_page_one import faults

__all__ = ["clock", "plain_journal", "templates"]

CHEST = Symptom(code="chest_pain", kind=SymptomKind.WARNING, position=1)
DARK = Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=2)
SUICIDAL = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=3)
LONG = " ".join(f"word{number}" for number in range(400))


def written(at: JournalAt, *notes: Note, of: tuple[Symptom, ...] = (CHEST,), private: bool = False) -> None:
    """Each symptom rated 7 at noon two days before the end, and these notes."""
    with at.open() as book:
        book.save(CHEST, DARK, SUICIDAL)
        book.save(*(Rating(at=noon(2), symptom=each.id, value=7, private=private) for each in of), *notes)


def note(text: str, minutes: int = 10, private: bool = False) -> Note:
    return Note(at=noon(2, minutes), text=text, private=private)


def printed(at: JournalAt, paper: Paper = "a4", notes: bool = True, suicidal: bool = False) -> bytes:
    with at.open(read_only=True) as book:
        options = ReportOptions(span_back(LAST, 84), paper, notes=notes, suicidal=suicidal)
        return undated_pdf(book, options, english(), moment_now(at.clock))


def test_a_note_stands_behind_its_rating_as_plain_text(qapp: QApplication, plain_journal: JournalAt) -> None:
    written(plain_journal, note("Stairs, <b>gone</b> & $x^2$\nin ten minutes"), note("two hours later", 120))
    first, last = pages_of(printed(plain_journal))
    assert "19 Nov 2026: Chest pain, 7 of 10 “Stairs, <b>gone</b> & $x^2$ in ten minutes”" in first
    assert "two hours later" not in first + last


def test_private_notes_and_ratings_stay_in_the_journal(qapp: QApplication, plain_journal: JournalAt) -> None:
    written(plain_journal, note("mine alone", private=True))
    assert "mine alone" not in " ".join(pages_of(printed(plain_journal)))
    with plain_journal.open() as book:
        book.save(Rating(at=noon(3), symptom=DARK.id, value=8, private=True), Note(at=noon(3), text="brown"))
    pages = " ".join(pages_of(printed(plain_journal, suicidal=True)))
    assert "Chest pain, 7 of 10" in pages
    assert "8 of 10" not in pages and "brown" not in pages


def test_what_is_private_is_not_said_to_be_absent(qapp: QApplication, plain_journal: JournalAt) -> None:
    written(plain_journal, of=(DARK,), private=True)
    first = pages_of(printed(plain_journal))[0]
    assert "Warning symptoms noted in this period" not in first
    assert "none of these was noted" in first and "dark urine" not in first


def test_notes_can_be_left_out(qapp: QApplication, plain_journal: JournalAt) -> None:
    written(plain_journal, note("Stairs"))
    assert "Stairs" not in " ".join(pages_of(printed(plain_journal, notes=False)))
    assert "notes beside them no" in pages_of(printed(plain_journal, notes=False))[1]


def test_a_note_beside_thoughts_of_suicide_needs_their_yes(qapp: QApplication, plain_journal: JournalAt) -> None:
    """It may be about them, whatever else was rated within the hour."""
    written(plain_journal, note("I cannot go on"), of=(CHEST, SUICIDAL))
    held_back = " ".join(pages_of(printed(plain_journal)))
    assert "Chest pain, 7 of 10" in held_back and "I cannot go on" not in held_back
    assert pages_of(printed(plain_journal, suicidal=True))[0].count("“I cannot go on”") == 2


@pytest.mark.parametrize("held_back", ["without their yes", "private"])
def test_a_note_across_the_start_of_the_day_is_held_back_too(
    qapp: QApplication, plain_journal: JournalAt, held_back: str
) -> None:
    """Rated at 3:55, written at 4:05, and the day starts at 4."""
    private = held_back == "private"
    four = int(dt.datetime(2026, 11, 19, 4, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()) * 1000
    with plain_journal.open() as book:
        book.save(CHEST, DARK, SUICIDAL)
        of = DARK if private else SUICIDAL
        book.save(Rating(at=moment_at(four - 5 * MINUTE_MS, "Europe/Berlin"), symptom=of.id, value=7, private=private))
        book.save(Note(at=moment_at(four + 5 * MINUTE_MS, "Europe/Berlin"), text="I cannot go on"))
        book.save(Rating(at=moment_at(four + 10 * MINUTE_MS, "Europe/Berlin"), symptom=CHEST.id, value=4))
    pages = " ".join(pages_of(printed(plain_journal)))
    assert "19 Nov 2026: Chest pain, 4 of 10" in pages and "7 of 10" not in pages
    assert "I cannot go on" not in pages
    assert ("“I cannot go on”" in pages_of(printed(plain_journal, suicidal=True))[0]) is not private


def test_thoughts_of_suicide_are_not_said_to_be_told_where_no_warnings_are(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    written(plain_journal, of=(SUICIDAL,))
    with plain_journal.open(read_only=True) as book:
        options = ReportOptions(span_back(LAST, 84), warnings=False, suicidal=True)
        first, last = pages_of(undated_pdf(book, options, english(), moment_now(plain_journal.clock)))
    assert "7 of 10" not in first and "thoughts of suicide no" in last


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_long_note_is_cut_at_a_word_and_printed_in_full(
    qapp: QApplication, plain_journal: JournalAt, paper: Paper
) -> None:
    written(plain_journal, note(LONG))
    pdf = printed(plain_journal, paper)
    first, last = pages_of(pdf)
    box = first.partition("7 of 10 “")[2].partition(" … (page 2)")[0]
    assert box and LONG.startswith(f"{box} ")
    assert f"19 Nov 2026: Chest pain, 7 of 10 “{LONG}”" in last
    assert faults(pdf, paper) == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_texts_that_the_last_page_cannot_hold_have_pages_of_their_own(
    qapp: QApplication, plain_journal: JournalAt, paper: Paper
) -> None:
    written(plain_journal, *(note(f"note {number} {LONG}", number) for number in range(9)))
    pdf = printed(plain_journal, paper)
    first, *between, last = pages_of(pdf)
    assert len(between) == 4 and between[0].startswith("Texts in full") and "Page 2 of 6" in between[0]
    assert last.startswith("How these figures are made") and "This report. Leaf Journal" in last
    assert "word399" not in last and "note 8" not in first
    shown = " ".join(page.removeprefix("Texts in full ").partition(" A personal journal")[0] for page in between)
    assert all(f"note {number} {LONG}" in shown for number in range(9))
    assert faults(pdf, paper) == []


def test_items_beyond_four_are_on_the_next_page(qapp: QApplication, plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(DARK, *(Rating(at=noon(back), symptom=DARK.id, value=back) for back in range(1, 8)))
        book.save(Note(at=noon(6), text="as tea"))
    first, last = pages_of(printed(plain_journal))
    assert "Warning symptoms noted in this period (and 3 more: page 2)" in first
    assert "15 Nov 2026: Dark urine, 6 of 10 “as tea”" in last and "as tea" not in first
