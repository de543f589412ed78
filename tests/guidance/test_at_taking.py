"""What is taken speaks by itself, and all of it once more with the dose that joins it, whichever comes second."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journal.core.changes import BY_ITSELF
from journal.core.entries import Dose, Entry, Intake, Substance
from journal.core.moments import HOUR_MS, MINUTE_MS
from journal.core.substances import Source, Taken
from journal.guidance import country
from journal.guidance.interactions import Level
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.recognising import recognise
from journal.guidance.said_before import said_before
from journal.guidance.sources_in_short import first_sources
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import FixedClock, now

# Of each kind of what makes breathing slow or is not to be mixed with it: what it is called, and what it is.
NOT_TO_BE_MIXED = [
    ("beer", Taken.ALCOHOL), ("Xanax", Taken.OWN), ("oxycodone", Taken.OWN), ("tramadol", Taken.OWN),
    ("zopiclone", Taken.OWN), ("pregabalin", Taken.OWN), ("Benadryl", Taken.OWN), ("cyclobenzaprine", Taken.OWN),
    ("quetiapine", Taken.OWN), ("phenibut", Taken.OWN), ("GHB", Taken.OWN), ("kava", Taken.OWN),
    ("ketamine", Taken.OWN), ("cocaine", Taken.OWN), ("heroin", Taken.OWN), ("MDMA", Taken.OWN),
]  # fmt: skip
Heard = Callable[..., list[str]]


@pytest.fixture
def heard(plain_book: Logbook) -> Heard:
    """Saves entries, five minutes after the last ones; what the window, or a command, says of them in full."""

    def words(*entries: Entry, printed: bool = False) -> list[str]:
        later(plain_book, 5 * MINUTE_MS)
        saved = plain_book.written_by(plain_book.save(*entries))
        speech = speech_after(plain_book, saved, printed=printed)
        if speech is None:
            return []
        plain_book.save(*speech.remember, origin=BY_ITSELF)
        return [line for _, line in notice_lines(english(), speech, country("US"), first_sources)]

    return words


def later(book: Logbook, ms: int) -> None:
    assert isinstance(book.clock, FixedClock)
    book.clock.tick(ms)


def intake(book: Logbook, name: str, what: Taken = Taken.OWN) -> Intake:
    return Intake(at=now(book), what=what, name=name)


@pytest.mark.quick_every(4)
@pytest.mark.parametrize(("name", "what"), NOT_TO_BE_MIXED)
def test_whichever_comes_second_the_same_is_said_in_full(
    plain_book: Logbook, heard: Heard, name: str, what: Taken
) -> None:
    assert recognise(name).is_known
    assert heard(Dose(at=now(plain_book))) == []
    second = heard(intake(plain_book, name, what))
    assert second[0].startswith(f"{name} with kratom: ") and "do not mix" in second[0]
    assert any(line.startswith("Call 911 for slow breathing") for line in second)
    assert heard(Dose(at=now(plain_book))) == second
    assert heard(Dose(at=now(plain_book))) == [] and heard(intake(plain_book, name, what)) == []
    later(plain_book, 24 * HOUR_MS)
    assert heard(intake(plain_book, name, what)) == second == heard(Dose(at=now(plain_book)))


def test_the_dose_first_and_a_drink_after_it_say_the_same_as_the_other_way(plain_book: Logbook, heard: Heard) -> None:
    drunk_first = heard(intake(plain_book, "beer", Taken.ALCOHOL))
    assert heard(Dose(at=now(plain_book))) == drunk_first != []


def test_a_drink_that_joined_a_dose_in_full_needs_one_line_at_the_next_drink(plain_book: Logbook, heard: Heard) -> None:
    plain_book.save(intake(plain_book, "beer", Taken.ALCOHOL))  # of an imported file, which says nothing of each row
    assert heard(Dose(at=now(plain_book)))
    again = intake(plain_book, "wine", Taken.ALCOHOL)
    assert heard(again) == [] and said_before(plain_book, [again])


def test_what_a_command_told_is_told_by_the_window_once_more_for_each(plain_book: Logbook, heard: Heard) -> None:
    told = heard(intake(plain_book, "beer", Taken.ALCOHOL), printed=True)
    assert heard(Dose(at=now(plain_book)), printed=True) == told
    assert heard(Dose(at=now(plain_book)), printed=True) == []
    assert heard(Dose(at=now(plain_book))) == told
    assert heard(Dose(at=now(plain_book))) == []


def test_what_asks_for_less_keeps_its_seven_days_whatever_joins(plain_book: Logbook, heard: Heard) -> None:
    assert "ask first" in heard(intake(plain_book, "modafinil"))[0]
    assert heard(Dose(at=now(plain_book))) == []


def test_what_was_not_prescribed_and_stands_on_the_list_joins_as_well(plain_book: Logbook, heard: Heard) -> None:
    xanax = Substance(name="Xanax", source=Source.OVER_THE_COUNTER)
    assert heard(xanax)
    assert heard(Intake(at=now(plain_book), what=Taken.OWN, substance=xanax.id)) == []  # said a moment ago
    assert heard(Dose(at=now(plain_book)))[0] == "Xanax with kratom: do not mix"
    assert heard(Dose(at=now(plain_book))) == []


def test_what_is_prescribed_speaks_when_it_is_added_and_at_no_dose(plain_book: Logbook, heard: Heard) -> None:
    oxycodone = Substance(name="oxycodone", source=Source.PRESCRIBED)
    assert Level.CALL_TODAY.value.replace("-", " ") in heard(oxycodone)[0]
    assert heard(Intake(at=now(plain_book), what=Taken.OWN, substance=oxycodone.id)) == []
    assert heard(Dose(at=now(plain_book))) == []
