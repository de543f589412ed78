"""What is said of a medicine whose class has spoken before."""

from __future__ import annotations

import pytest

from journal.core.entries import Entry, Substance
from journal.core.moments import MINUTE_MS
from journal.core.substances import Source
from journal.guidance.help_lines import country
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.own_list import check_journal
from journal.guidance.same_group import silent_after, silent_lines, silent_words
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import FixedClock

SERTRALINE = Substance(name="Sertraline", source=Source.PRESCRIBED)
FLUOXETINE = Substance(name="Fluoxetine", source=Source.PRESCRIBED)


def added(book: Logbook, *entries: Entry) -> str:
    """What is said in one line once these are saved and no class speaks of them."""
    saved = book.written_by(book.save(*entries))
    speech = speech_after(book, saved)
    if speech is not None:
        book.save(*speech.remember, origin="program")
        return ""
    return silent_words(english(), silent_after(book, saved))


def test_a_second_one_of_a_class_has_one_line_with_its_level_and_counts_at_once(plain_book: Logbook) -> None:
    assert added(plain_book, SERTRALINE) == ""
    assert check_journal(plain_book).to_ask == 1
    assert added(plain_book, FLUOXETINE) == "Fluoxetine is in the same group as Sertraline: ask within days."
    assert check_journal(plain_book).to_ask == 2


def test_a_second_one_that_makes_sleepy_is_no_matter_of_one_line(plain_book: Logbook) -> None:
    added(plain_book, Substance(name="Zolpidem", source=Source.PRESCRIBED))
    zopiclone = Substance(name="Zopiclone", source=Source.PRESCRIBED)
    assert speech_after(plain_book, plain_book.written_by(plain_book.save(zopiclone))) is not None


def test_where_the_first_one_is_gone_the_level_is_said_alone(plain_book: Logbook) -> None:
    added(plain_book, SERTRALINE)
    plain_book.delete([SERTRALINE.id])
    assert added(plain_book, FLUOXETINE) == "Fluoxetine in the list of interactions: ask within days."


def test_what_is_private_is_named_in_neither_place(plain_book: Logbook) -> None:
    added(plain_book, Substance(name="Sertraline", source=Source.PRESCRIBED, private=True))
    assert added(plain_book, FLUOXETINE) == "Fluoxetine in the list of interactions: ask within days."
    hidden = Substance(name="Paroxetine", source=Source.PRESCRIBED, private=True)
    assert added(plain_book, hidden) == "Something that you keep private with kratom: ask within days."


def lines_of(book: Logbook, entry: Entry) -> list[str]:
    saved = book.written_by(book.save(entry))
    silent = silent_after(book, saved)
    said = silent_lines(english(), silent, country("US"), lambda _texts, ids: f"Sources: {', '.join(ids)}.")
    return [words for _, words in said]


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ("Butrans", "Subutex", "Starting it with other opioids in the body can bring on withdrawal: the clinic plans"),
        ("Seroxat", "Escitalopram", "New fever, shaking or confusion: call 911."),
        ("Naltrexone", "Nalmefene", "Naltrexone has set off sudden withdrawal in people who took kratom."),
    ],
)
def test_when_to_call_and_withdrawal_by_starting_are_said_of_a_second_one_too(
    plain_book: Logbook, first: str, second: str, sentence: str
) -> None:
    added(plain_book, Substance(name=first, source=Source.PRESCRIBED))
    headline, said, sources = lines_of(plain_book, Substance(name=second, source=Source.PRESCRIBED))
    assert headline.startswith(second) and sentence in said and len(sources) > len("Sources: .")


def test_of_what_is_private_no_sentence_tells_its_class(plain_book: Logbook) -> None:
    added(plain_book, SERTRALINE)
    hidden = Substance(name="Paroxetine", source=Source.PRESCRIBED, private=True)
    assert lines_of(plain_book, hidden) == ["Something that you keep private with kratom: ask within days."]


def test_what_was_changed_later_says_nothing(plain_book: Logbook) -> None:
    added(plain_book, SERTRALINE)
    added(plain_book, FLUOXETINE)
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(2 * MINUTE_MS)
    changed = Substance(id=FLUOXETINE.id, name="Fluoxetine", source=Source.PRESCRIBED, note="x")
    assert added(plain_book, changed) == ""


@pytest.mark.parametrize("name", ["magnesium", "Qwertyol", "Ibuprofen"])
def test_quiet_levels_say_nothing(plain_book: Logbook, name: str) -> None:
    assert added(plain_book, Substance(name=name, source=Source.PRESCRIBED)) == ""
