"""What was said in the last day is named in one line at the next dose or intake beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from journal.core.entries import Dose, Entry, Intake, Product, ProductKind, Substance, new_id
from journal.core.moments import HOUR_MS, MINUTE_MS, moment_now
from journal.core.substances import Source, Taken
from journal.guidance import country
from journal.guidance.call_for import CALL
from journal.guidance.interaction_words import NOTHING_MORE
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.said_before import said_before, said_lines, said_words
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import FixedClock


@pytest.fixture
def said(plain_book: Logbook) -> Callable[[Entry], str]:
    """Saves an entry as the window does; the line, "" where the notice speaks or nothing is said."""

    def line(entry: Entry) -> str:
        saved = plain_book.written_by(plain_book.save(entry))
        speech = speech_after(plain_book, saved)
        if speech is not None:
            plain_book.save(*speech.remember)
            return ""
        before = said_before(plain_book, saved)
        return said_words(english(), before, plain_book.clock) if before else ""

    return line


def drink(book: Logbook, name: str = "beer", private: bool = False) -> Intake:
    return Intake(at=moment_now(book.clock), what=Taken.ALCOHOL, name=name, drinks=1000, private=private)


def dose(book: Logbook) -> Dose:
    leaf = Product(name="Leaf", kind=ProductKind.LEAF_POWDER)
    book.save(leaf)
    return Dose(at=moment_now(book.clock), product=leaf.id)


def later(book: Logbook, ms: int) -> None:
    assert isinstance(book.clock, FixedClock)
    book.clock.ms += ms


def test_the_first_one_speaks_and_each_further_one_has_a_line(
    plain_book: Logbook, said: Callable[[Entry], str]
) -> None:
    assert said(drink(plain_book)) == ""
    later(plain_book, 5 * MINUTE_MS)
    assert said(drink(plain_book, "wine")).startswith("wine with kratom: do not mix. The same group was spoken of ")
    assert said(dose(plain_book)) == ""  # which joins them, and is told all of it once a day
    line = said(dose(plain_book))
    assert line.startswith("Said ") and line.endswith(": wine with kratom: do not mix; beer with kratom: do not mix.")


def test_what_only_a_command_told_is_told_in_full_by_the_window_and_once(
    plain_book: Logbook, said: Callable[[Entry], str]
) -> None:
    """The person has read it at a command, or somebody else has: the window has not shown it."""
    printed = speech_after(plain_book, plain_book.written_by(plain_book.save(drink(plain_book))), printed=True)
    assert printed is not None
    plain_book.save(*printed.remember)
    again = plain_book.written_by(plain_book.save(drink(plain_book)))
    assert speech_after(plain_book, again, printed=True) is None and said_before(plain_book, again)
    later(plain_book, 7 * MINUTE_MS)
    assert said(dose(plain_book)) == ""
    later(plain_book, 7 * MINUTE_MS)
    assert said(dose(plain_book)).startswith("Said ")


def test_however_short_it_is_said_it_names_the_signs_and_the_number(plain_book: Logbook) -> None:
    for entry in (drink(plain_book), drink(plain_book)):
        saved = plain_book.written_by(plain_book.save(entry))
        speech = speech_after(plain_book, saved)
        plain_book.save(*(speech.remember if speech is not None else ()))
    lines = list(said_lines(english(), said_before(plain_book, saved), plain_book.clock, country("DE")))
    assert lines[1:] == [("", english()(NOTHING_MORE)), ("", english()(CALL, number="112"))]


def test_after_a_day_it_speaks_itself(plain_book: Logbook, said: Callable[[Entry], str]) -> None:
    said(drink(plain_book))
    later(plain_book, 25 * HOUR_MS)
    assert said(drink(plain_book)) == ""


def test_a_dose_without_anything_beside_it_has_no_line(plain_book: Logbook, said: Callable[[Entry], str]) -> None:
    assert said(dose(plain_book)) == ""
    said(Substance(name="Xanax", source=Source.PRESCRIBED))
    assert said(dose(plain_book)) == ""  # a daily medicine spoke when it was added


def test_what_is_private_is_not_named(plain_book: Logbook, said: Callable[[Entry], str]) -> None:
    said(drink(plain_book, private=True))
    line = said(drink(plain_book, private=True))
    assert line.endswith(": Something that you keep private with kratom: do not mix.") and "beer" not in line


def test_what_asks_for_less_waits_for_its_week(plain_book: Logbook, said: Callable[[Entry], str]) -> None:
    modafinil = Intake(at=moment_now(plain_book.clock), what=Taken.OWN, name="modafinil")
    assert said(modafinil) == "" and said(replace(modafinil, id=new_id())) == ""
