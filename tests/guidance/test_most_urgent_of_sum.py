"""Where things add up, no line of it stands below a lower level than the most urgent of them has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from journal.core.changes import BY_ITSELF
from journal.core.entries import Entry, Intake, Substance
from journal.core.substances import Source, Taken
from journal.guidance import country
from journal.guidance.asked_names import check_names
from journal.guidance.interactions import RANK, Level, classes
from journal.guidance.most_urgent_of_sum import more_urgent_in
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.recognising import recognise
from journal.guidance.sources_in_short import first_sources
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import now

CALL_TODAY = "Call your prescriber, a pharmacist or the out-of-hours line today."
WITHIN_DAYS = "Ask your prescriber or a pharmacist within days."
# One of each class that makes sleepy and, prescribed, is asked about within days or less.
LESS_URGENT = sorted({
    of.members[0] for of in classes().values() if of.sedative and RANK[of.prescribed] > RANK[Level.CALL_TODAY]
} - {"alcohol"})  # fmt: skip
Heard = Callable[[Entry], list[str]]


@pytest.fixture
def heard(plain_book: Logbook) -> Heard:
    """Saves an entry; what is said of it in full."""

    def words(entry: Entry) -> list[str]:
        speech = speech_after(plain_book, plain_book.written_by(plain_book.save(entry)))
        assert speech is not None
        plain_book.save(*speech.remember, origin=BY_ITSELF)
        return [line for _, line in notice_lines(english(), speech, country("US"), first_sources)]

    return words


def prescribed(name: str, private: bool = False) -> Substance:
    return Substance(name=name, source=Source.PRESCRIBED, private=private)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("name", LESS_URGENT)
@pytest.mark.parametrize("opioid", ["oxycodone", "methadone", "tramadol"])
def test_beside_an_opioid_the_first_thing_to_do_is_to_call_today(
    plain_book: Logbook, heard: Heard, name: str, opioid: str
) -> None:
    assert recognise(name).is_known
    heard(prescribed(opioid))
    said = heard(prescribed(name))
    first = next(line for line in said if "today." in line or "within days." in line)
    assert CALL_TODAY in first
    assert any(f"add up: {name}, {opioid}." in line for line in said)
    assert WITHIN_DAYS not in " ".join(said)  # who calls today asks about both


def test_a_private_opioid_is_as_urgent_and_not_named(plain_book: Logbook, heard: Heard) -> None:
    heard(prescribed("oxycodone", private=True))
    said = heard(prescribed("mirtazapine"))
    assert f"Something that you keep private with kratom: call today. {CALL_TODAY}" in said
    assert "oxycodone" not in " ".join(said)


def test_beside_a_drink_both_are_said(plain_book: Logbook, heard: Heard) -> None:
    heard(Intake(at=now(plain_book), what=Taken.ALCOHOL, name="beer"))
    said = heard(prescribed("mirtazapine"))
    with_beer = next(line for line in said if line.startswith("beer with kratom: do not mix."))
    assert said.index(with_beer) < said.index(WITHIN_DAYS)


def test_what_is_as_urgent_itself_needs_no_other(plain_book: Logbook, heard: Heard) -> None:
    heard(prescribed("oxycodone"))
    said = heard(prescribed("Xanax"))
    assert said[0] == "Xanax with kratom: call today" and not any(
        line.startswith("oxycodone with kratom") for line in said
    )


def test_what_is_looked_up_beside_an_opioid_of_the_list_says_its_level(plain_book: Logbook) -> None:
    plain_book.save(prescribed("oxycodone"), prescribed("melatonin"))
    of_sum = list(more_urgent_in(english(), check_names(plain_book, [recognise("mirtazapine")])))
    assert len(of_sum) == 1 and of_sum[0].startswith("oxycodone with kratom: call today")
    assert list(more_urgent_in(english(), check_names(plain_book, [recognise("ibuprofen")]))) == []
