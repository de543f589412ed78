"""Notes beside warning symptoms: printed as written, in full somewhere, and never those that were held back."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Note, Rating, Symptom
from journal.core.moments import MINUTE_MS, moment_at, moment_now
from journal.core.symptoms import SymptomKind
from journal.insights.windows import span_back
from journal.reports import Paper, ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.filled import LAST, noon
from tests.reports.test_page_one import faults

__all__ = ["clock", "plain_journal", "templates"]

CHEST = Symptom(code="chest_pain", kind=SymptomKind.WARNING, position=1)
DARK = Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=2)
SUICIDAL = Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=3)
OWN_WORDS = Symptom(name="want to die", kind=SymptomKind.SYMPTOM, position=4, main=True)
LONG = " ".join(f"word{number}" for number in range(400))


def written(at: JournalAt, *notes: Note, of: tuple[Symptom, ...] = (CHEST,), private: bool = False) -> None:
    """Each symptom rated 7 at noon two days before the end, and these notes."""
    with at.open() as book:
        book.save(CHEST, DARK, SUICIDAL, OWN_WORDS)
        book.save(*(Rating(at=noon(2), symptom=each.id, value=7, private=private) for each in of), *notes)


def note(text: str, minutes: int = 10, private: bool = False) -> Note:
    return Note(at=noon(2, minutes), text=text, private=private)


def printed(at: JournalAt, paper: Paper = "a4", notes: bool = True, suicidal: bool = False) -> bytes:
    with at.open(read_only=True) as book:
        options = ReportOptions(span_back(LAST, 84), paper, notes=notes, suicidal=suicidal)
        return make_pdf(book, options, english(), moment_now(at.clock))


def test_a_note_stands_behind_its_rating_as_plain_text(qapp: QApplication, plain_journal: JournalAt) -> None:
    written(plain_journal, note("Stairs, <b>gone</b> & $x^2$\nin ten minutes"), note("two hours later", 120))
    first, *later = pages_of(printed(plain_journal))
    assert "chest pain on 1 day, 7 of 10, 19 Nov 2026, 11:00 “Stairs, <b>gone</b> & $x^2$ in ten minutes”" in first
    assert "two hours later" not in " ".join((first, *later))


def test_private_notes_and_ratings_stay_in_the_journal(qapp: QApplication, plain_journal: JournalAt) -> None:
    written(plain_journal, note("mine alone", private=True))
    assert "mine alone" not in " ".join(pages_of(printed(plain_journal)))
    with plain_journal.open() as book:
        book.save(Rating(at=noon(3), symptom=DARK.id, value=8, private=True), Note(at=noon(3), text="brown"))
    pages = " ".join(pages_of(printed(plain_journal, suicidal=True)))
    assert "chest pain on 1 day, 7 of 10" in pages
    assert "8 of 10" not in pages and "brown" not in pages


def test_thoughts_of_suicide_in_own_words_are_held_back_like_the_built_in_ones(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    """Even as the chosen main symptom; with the tick they are told as a warning symptom."""
    written(plain_journal, note("I cannot go on"), of=(OWN_WORDS,))
    without = " ".join(pages_of(printed(plain_journal)))
    assert "die" not in without.casefold().split() and "I cannot go on" not in without
    first = pages_of(printed(plain_journal, suicidal=True))[0]
    assert "want to die on 1 day, 7 of 10" in first
    assert "Want to die" not in first  # no line on top, no panel, no row


def test_a_warning_sign_in_own_words_is_in_the_box_of_warning_symptoms(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    own = Symptom(name="Heart pain", kind=SymptomKind.SYMPTOM, position=5)
    with plain_journal.open() as book:
        book.save(own)
    written(plain_journal, note("in the night"), of=(own,))
    assert "Heart pain on 1 day, 7 of 10, 19 Nov 2026, 11:00 “in the night”" in pages_of(printed(plain_journal))[0]


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("hidden", ["nothing", "private", "without their yes", "left out"])
def test_the_words_are_the_same_with_nothing_private_and_withheld(
    qapp: QApplication, plain_journal: JournalAt, hidden: str
) -> None:
    """All pages, but for the fingerprint of the entries: a withheld one must not betray itself anywhere."""
    expected = _pages_without_mark(plain_journal)
    written(
        plain_journal, of={"private": (DARK,), "without their yes": (SUICIDAL,), "left out": (CHEST,)}.get(hidden, ()),
        private=hidden == "private",
    )  # fmt: skip
    assert _pages_without_mark(plain_journal, warnings=hidden != "left out") == expected or hidden != "private"
    first = _pages_without_mark(plain_journal, warnings=hidden != "left out")[0]
    assert NOTHING in first and "withheld" not in first and "suicid" not in first


NOTHING = "No warning symptom is listed here. People are not asked every day, and entries can be left out."


def _pages_without_mark(at: JournalAt, warnings: bool = True) -> list[str]:
    with at.open(read_only=True) as book:
        options = ReportOptions(span_back(LAST, 84), notes=True, warnings=warnings)
        found = pages_of(make_pdf(book, options, english(), moment_now(at.clock)))
    return [re.sub(r"of the data [0-9a-f]{16}", "", page) for page in found]


def test_notes_can_be_left_out(qapp: QApplication, plain_journal: JournalAt) -> None:
    written(plain_journal, note("Stairs"))
    assert "Stairs" not in " ".join(pages_of(printed(plain_journal, notes=False)))


def test_a_note_beside_thoughts_of_suicide_needs_their_yes(qapp: QApplication, plain_journal: JournalAt) -> None:
    """It may be about them, whatever else was rated within the hour."""
    written(plain_journal, note("I cannot go on"), of=(CHEST, SUICIDAL))
    held_back = " ".join(pages_of(printed(plain_journal)))
    assert "chest pain on 1 day, 7 of 10" in held_back and "I cannot go on" not in held_back
    assert pages_of(printed(plain_journal, suicidal=True))[0].count("“I cannot go on”") == 2


def test_it_needs_their_yes_also_where_the_symptom_is_in_the_trash(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    written(plain_journal, note("I cannot go on"), of=(CHEST, SUICIDAL))
    with plain_journal.open() as book:
        book.delete([SUICIDAL.id])
    held_back = " ".join(pages_of(printed(plain_journal)))
    assert "chest pain on 1 day, 7 of 10" in held_back and "I cannot go on" not in held_back


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
    assert "chest pain on 1 day, 4 of 10, 19 Nov 2026, 04:10" in pages and "7 of 10" not in pages
    assert "I cannot go on" not in pages
    assert ("“I cannot go on”" in pages_of(printed(plain_journal, suicidal=True))[0]) is not private


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_long_note_is_cut_at_a_word_and_printed_in_full(
    qapp: QApplication, plain_journal: JournalAt, paper: Paper
) -> None:
    written(plain_journal, note(LONG))
    pdf = printed(plain_journal, paper)
    first, *others = pages_of(pdf)
    box = first.partition("7 of 10, 19 Nov 2026, 11:00 “")[2].partition(" … (page 2)")[0]
    assert box and LONG.startswith(f"{box} ")
    assert f"19 Nov 2026, 11:00: chest pain “{LONG}”" in " ".join(others)
    assert faults(pdf, paper) == []


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_texts_that_the_last_page_cannot_hold_have_pages_of_their_own(
    qapp: QApplication, plain_journal: JournalAt, paper: Paper
) -> None:
    written(plain_journal, *(note(f"note {number} {LONG}", number) for number in range(9)))
    pdf = printed(plain_journal, paper)
    first, *between, last = pages_of(pdf)
    assert len(between) >= 4 and between[0].startswith("Page 1, continued")
    assert last.startswith("How these figures are made") and "This report. Leaf Journal" in " ".join((*between, last))
    assert "word399" not in last and "note 8" not in first
    bodies = (page.removeprefix("Page 1, continued ").partition(" A personal journal")[0] for page in between)
    shown = " ".join(body.partition(" Name: ")[0] for body in bodies)
    assert all(f"note {number} {LONG}" in shown for number in range(9))
    assert faults(pdf, paper) == []
