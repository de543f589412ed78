"""Whatever is written down last: what becomes more urgent by it speaks once, by its name, with whom to call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from journal.core.changes import BY_ITSELF
from journal.core.entries import Condition, Entry, Intake, Person, Product, ProductKind, Substance
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS
from journal.core.substances import Source, Taken
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import Speech, speech_after
from journal.guidance.signs_in_words import country_of
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import FixedClock, now

CALL = "Call your prescriber, a pharmacist or the out-of-hours line today."
Made = Callable[[Logbook], Entry]


def prescribed(name: str) -> Substance:
    return Substance(name=name, source=Source.PRESCRIBED)


def after(book: Logbook, *entries: Entry) -> Speech | None:
    """What saving these says; it is remembered as the window does it."""
    speech = speech_after(book, book.written_by(book.save(*entries)))
    if speech is not None:
        book.save(*speech.remember, origin=BY_ITSELF)
    return speech


def words(speech: Speech | None) -> list[str]:
    if speech is None:
        return []
    return [said for _, said in notice_lines(english(), speech, country_of("US", ""), lambda _texts, _ids: "")]


def beer(book: Logbook) -> Intake:
    return Intake(at=now(book), what=Taken.ALCOHOL, name="beer")


MATRIX: dict[str, tuple[str, Made]] = {
    "sleep apnoea": ("Gabapentin", lambda _: Condition(what=ConditionKind.SLEEP_APNOEA, private=False)),
    "lung disease": ("Pregabalin", lambda _: Condition(what=ConditionKind.BREATHING, private=False)),
    "older": ("Gabapentin", lambda _: Person(birth_year=1940)),
    "a sleeping pill": ("Gabapentin", lambda _: prescribed("Zolpidem")),
    "a drink": ("Gabapentin", beer),
    "heart": ("Citalopram", lambda _: Condition(what=ConditionKind.HEART, private=False)),
    "a rhythm medicine": ("Escitalopram", lambda _: prescribed("Amiodarone")),
    "a seizure": ("Bupropion", lambda _: Condition(what=ConditionKind.SEIZURES, private=False)),
    "epilepsy": ("Lamotrigine", lambda _: Condition(what=ConditionKind.SEIZURES, private=False)),
    "7-OH": ("Ketoconazole", lambda _: Product(name="Blue", kind=ProductKind.SEVEN_OH)),
}


@pytest.mark.parametrize("last", MATRIX)
def test_what_is_written_down_last_speaks_of_what_it_makes_more_urgent(plain_book: Logbook, last: str) -> None:
    name, made = MATRIX[last]
    after(plain_book, prescribed(name))
    speech = after(plain_book, made(plain_book))
    said = words(speech)
    assert any(line.startswith(f"{name} with kratom") for line in said), said
    assert CALL in said
    assert any("The level is higher because of what is written down: " in line for line in said), said
    assert not any("Otherwise" in line and name in line for line in said)


@pytest.mark.parametrize("first", MATRIX)
def test_the_other_way_round_the_medicine_itself_says_it(plain_book: Logbook, first: str) -> None:
    name, made = MATRIX[first]
    after(plain_book, made(plain_book))
    said = words(after(plain_book, prescribed(name)))
    assert any(line.startswith(f"{name} with kratom") for line in said), said
    assert CALL in said


def test_it_speaks_once(plain_book: Logbook) -> None:
    apnoea = Condition(what=ConditionKind.SLEEP_APNOEA, private=False)
    after(plain_book, prescribed("Gabapentin"))
    after(plain_book, apnoea)
    assert after(plain_book, replace(apnoea, note="since May")) is None
    assert words(after(plain_book, Condition(what=ConditionKind.BREATHING, private=False)))[0].startswith("Lung")


def test_all_of_one_group_and_more_than_three_are_named(plain_book: Logbook) -> None:
    names = ["Gabapentin", "Citalopram", "Bupropion", "Lamotrigine"]
    after(plain_book, *map(prescribed, names))
    kinds = (ConditionKind.SLEEP_APNOEA, ConditionKind.HEART, ConditionKind.SEIZURES)
    said = words(after(plain_book, *(Condition(what=kind, private=False) for kind in kinds)))
    for name in names:
        assert any(line.startswith(f"{name} with kratom") for line in said), name
    assert " ".join(said).count(CALL) == len(names)


def test_a_second_of_its_group_makes_both_more_urgent(plain_book: Logbook) -> None:
    after(plain_book, prescribed("Gabapentin"))
    said = words(after(plain_book, prescribed("Pregabalin")))
    assert all(any(line.startswith(f"{name} with kratom") for line in said) for name in ("Gabapentin", "Pregabalin"))


def test_what_is_changed_speaks_where_it_makes_something_higher_than_was_said(plain_book: Logbook) -> None:
    other = Condition(what=ConditionKind.KIDNEY, private=False)
    after(plain_book, prescribed("Gabapentin"))
    after(plain_book, other)
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(HOUR_MS)
    assert CALL in words(after(plain_book, replace(other, what=ConditionKind.SLEEP_APNOEA)))


def test_a_condition_that_was_undone_and_comes_again_speaks_again(plain_book: Logbook) -> None:
    after(plain_book, prescribed("Gabapentin"))
    after(plain_book, Condition(what=ConditionKind.SLEEP_APNOEA, private=False))
    plain_book.undo()
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(HOUR_MS)
    assert CALL in words(after(plain_book, Condition(what=ConditionKind.SLEEP_APNOEA, private=False)))


def test_drinks_of_one_evening_say_it_once(plain_book: Logbook) -> None:
    after(plain_book, prescribed("Gabapentin"))
    assert CALL in words(after(plain_book, beer(plain_book)))
    assert after(plain_book, beer(plain_book)) is None
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(3 * DAY_MS)
    assert CALL in words(after(plain_book, beer(plain_book)))


def test_what_is_private_is_not_named_and_whom_to_call_is_said(plain_book: Logbook) -> None:
    after(plain_book, replace(prescribed("Gabapentin"), private=True))
    said = words(after(plain_book, Condition(what=ConditionKind.SLEEP_APNOEA, private=False)))
    assert CALL in said and not any("Gabapentin" in line for line in said)


def test_what_has_ended_long_ago_is_not_spoken_of(plain_book: Logbook) -> None:
    long_ago = plain_book.today() - dt.timedelta(days=90)
    plain_book.save(replace(prescribed("Gabapentin"), until=long_ago))
    said = words(after(plain_book, Condition(what=ConditionKind.SLEEP_APNOEA, private=False)))
    assert CALL not in said and not any("Gabapentin" in line for line in said)


def test_what_holds_for_several_and_the_sources_are_said_once(plain_book: Logbook) -> None:
    names = ["Gabapentin", "Citalopram", "Lamotrigine"]
    speech = after(plain_book, *map(prescribed, names))
    assert speech is not None
    lines = list(notice_lines(english(), speech, country_of("US", ""), lambda _texts, ids: f"Sources: {len(set(ids))}"))
    said = [words for _, words in lines]
    assert sum(words.startswith("Do not stop or change") for words in said) == 1
    assert [words for words in said if words.startswith("Sources: ")] == said[-1:]
