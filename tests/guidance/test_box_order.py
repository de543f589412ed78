"""What a box of advice says first is what to do, whatever it is about; why comes after all of that."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from journal.core.changes import BY_ITSELF
from journal.core.entries import Condition, Dose, Entry, Intake, Substance
from journal.core.health import ConditionKind
from journal.core.substances import Source, Taken
from journal.guidance.box_order import Line, Part, Step, in_order
from journal.guidance.interactions import classes
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.signs_in_words import country_of
from journal.guidance.warning_signs import stopping
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import now

SIGNS = re.compile(r"^(?:Slow breathing, or hard to wake: call 112|Taken already: |Call 112 for slow breathing)")
NO_MORE = re.compile(rf"^(?:Take no more kratom now|Call before the next kratom|{re.escape(stopping().no_more)})")
WHOM = re.compile(r"\b(?:call|ask) (?:a|your) (?:prescriber|pharmacist|doctor)\b", re.IGNORECASE)
SAVED = [of.members[0] for of in classes().values() if of.members]


def box(book: Logbook, *saved: Entry) -> Sequence[str]:
    speech = speech_after(book, book.written_by(book.save(*saved)))
    if speech is None:
        return []
    book.save(*speech.remember, origin=BY_ITSELF)
    return [words for _, words in notice_lines(english(), speech, country_of("DE", ""), lambda texts, ids: "Sources")]


def drink(book: Logbook) -> Intake:
    return Intake(at=now(book), what=Taken.ALCOHOL, name="beer")


def why(lines: Sequence[str]) -> list[int]:
    """Where a reason of a class, or that things add up, is given."""
    reasons = {" ".join(each.text.format(number="112") for each in of.sentences) for of in classes().values()}
    return [
        place
        for place, line in enumerate(lines)
        if "add up: " in line or any(line == reason or line.endswith(f": {reason}") for reason in reasons)
    ]


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("source", [None, Source.PRESCRIBED, Source.OTHER])
@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("name", SAVED)
def test_signs_come_first_then_take_no_more_then_whom_to_ask_then_why(
    plain_book: Logbook, name: str, private: bool, source: Source | None
) -> None:
    plain_book.save(Dose(at=now(plain_book)), drink(plain_book))
    lines = box(plain_book, Substance(name=name, source=source, private=private))
    reasons = why(lines)
    do = [place for place, line in enumerate(lines) if SIGNS.search(line) or NO_MORE.search(line)]
    asked = [place for place, line in enumerate(lines) if WHOM.search(line) and place not in [*do, *reasons]]
    assert do in ([], list(range(1, 1 + len(do))))  # right below the heading
    assert max(do, default=0) < min(asked, default=99)
    assert max([*do, *asked], default=0) < min(reasons, default=99)
    first_sign = next((place for place, line in enumerate(lines) if SIGNS.search(line)), 1)
    assert first_sign == 1  # with the number


def test_what_adds_up_with_a_drink_of_now_says_to_take_no_more_above_all_else(plain_book: Logbook) -> None:
    box(plain_book, Dose(at=now(plain_book)))
    box(plain_book, drink(plain_book))
    lines = box(plain_book, Substance(name="tilidine"))
    assert lines[1] == "Slow breathing, or hard to wake: call 112." and lines[2].startswith("Taken already: ")
    assert lines[3].startswith("Take no more kratom now")


def test_of_two_names_all_that_is_to_be_done_stands_before_the_reasons_of_both(plain_book: Logbook) -> None:
    box(plain_book, Substance(name="gabapentin", source=Source.PRESCRIBED))
    lines = box(plain_book, drink(plain_book), Dose(at=now(plain_book)))
    headings = [place for place, line in enumerate(lines) if " with kratom: " in line]
    assert len(headings) == 2 and max(headings) < min(why(lines))
    assert any(line.startswith("beer: Both can slow breathing.") for line in lines)  # said of which


def test_a_condition_stands_before_the_reasons_of_a_medicine(plain_book: Logbook) -> None:
    pregnant = Condition(what=ConditionKind.PREGNANCY, private=False)
    lines = box(plain_book, Dose(at=now(plain_book)), Substance(name="Xanax"), pregnant)
    assert "Pregnancy and kratom" in lines and lines.index("Pregnancy and kratom") < min(why(lines))


def test_a_sentence_that_holds_for_all_is_not_said_again_behind_another() -> None:
    parts = [
        Part("A", [Line(Step.ASK, "Ask. Stop it."), Line(Step.WHY, "It burns.")], "a"),
        Part("B", [Line(Step.NO_MORE, "Stop it."), Line(Step.ASK, "Ask."), Line(Step.WHY, "It burns.")], "b"),
    ]
    assert [words for _, words in in_order(english(), parts)] == ["A", "Stop it.", "Ask.", "B", "a: It burns."]


@pytest.mark.parametrize("again", [False, True])
def test_whom_to_ask_is_said_with_each_and_the_rest_once(again: bool) -> None:
    parts = [Part(name, [Line(Step.ASK, "Ask.", again=again)]) for name in "AB"]
    assert [words for _, words in in_order(english(), parts)].count("Ask.") == (2 if again else 1)
