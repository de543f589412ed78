"""What the classes of entries declare, and that a class which says too little is an error at the start."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

import pytest

from journal.core.entries import DIARY_KINDS, TYPES, DayMark, Dose, Entry, Note, Product, Timed, Unit, new_id
from journal.core.fields import Day, Free, Gone, Name, Refers, Whole
from journal.core.kinds import KINDS, Placed, day_of, kinds_of, recorded_at, recorded_ms, refuse_other_kinds
from journal.core.moments import moment_at
from journal.core.records import columns_of

AT = moment_at(1_795_312_800_000, "Europe/Berlin")  # Sunday 2026-11-22 03:00


def test_the_kinds_are_those_of_the_classes() -> None:
    assert {code: kind.cls for code, kind in KINDS.items()} == TYPES
    assert tuple(code for code, kind in KINDS.items() if kind.in_diary) == DIARY_KINDS


def test_where_a_kind_stands_in_time() -> None:
    assert KINDS["dose"].placed is KINDS["rating"].placed is KINDS["note"].placed is Placed.AT_A_MOMENT
    assert KINDS["day_mark"].placed is Placed.ON_A_DAY
    assert KINDS["product"].placed is Placed.NOWHERE


def test_a_value_or_a_statement_bears_a_date_and_does_not_show_that_the_day_was_written_down() -> None:
    in_diary = {code for code, kind in KINDS.items() if kind.in_diary}
    assert in_diary - {code for code, kind in KINDS.items() if kind.shows_day_written} == {"lab_result", "statement"}
    assert not KINDS["product"].shows_day_written


def test_what_refers_to_a_kind_is_known_to_it() -> None:
    assert [(reference.kind, reference.column) for reference in KINDS["product"].held_by] == [("dose", "product")]
    assert [(reference.kind, reference.column) for reference in KINDS["product"].taken_along] == [
        ("unit", "product"), ("batch", "product"),
    ]  # fmt: skip
    assert [(reference.kind, reference.path) for reference in KINDS["unit"].held_by] == [("dose", "amount.unit")]
    assert KINDS["dose"].held_by == ()  # a rating stays when its dose goes


def test_words_are_found_where_people_write() -> None:
    assert {code: kind.searchable_words for code, kind in KINDS.items() if kind.searchable_words} == {
        "dose": ("note", "amount"),
        "note": ("text",),
        "intake": ("name", "note"),
        "check_in": ("note",),
        "urge": ("note",),
        "care": ("name", "note"),
        "measurement": ("note",),
        "lab_result": ("name", "note"),
        "statement": ("note",),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_columns_of_references_exist(kind: str) -> None:
    assert {reference.column for reference in KINDS[kind].references} <= set(columns_of(kind))


def test_the_day_that_an_entry_belongs_to() -> None:
    assert day_of(Note(at=AT, text="x"), 240) == dt.date(2026, 11, 21)
    assert day_of(Note(at=AT, text="x"), 0) == dt.date(2026, 11, 22)
    assert day_of(DayMark(day=dt.date(2026, 11, 1)), 240) == dt.date(2026, 11, 1)
    assert day_of(Product(name="Green"), 240) is None


def test_when_an_entry_was_written_down() -> None:
    assert recorded_ms(DayMark(day=dt.date(2026, 11, 1), recorded_ms=5)) == 5
    assert recorded_ms(Unit(product=new_id(), name="capsule")) is None
    assert recorded_ms(recorded_at(Dose(at=AT), 7)) == 7


def test_what_is_said_kind_by_kind_must_be_said_of_each() -> None:
    refuse_other_kinds(KINDS, "words")
    with pytest.raises(TypeError, match=r"words: missing for \['note'\], not wanted for \['dream'\]"):
        refuse_other_kinds([*(set(KINDS) - {"note"}), "dream"], "words")


# --- a class that says too little ------------------------------------------------------------------------------------


def entry_class(of: type[Entry], called: str = "walks", **hints: Any) -> type[Entry]:
    """A kind with these fields."""
    annotations = {"plural": ClassVar[str], **hints}
    made = type("Walk", (of,), {"__annotations__": annotations, "plural": called, "__doc__": "A walk."})
    return dataclass(frozen=True, slots=True, kw_only=True)(made)


def test_a_class_that_says_what_it_is_is_taken() -> None:
    walk = entry_class(Timed, steps=Annotated[int, Whole(1, 9)], note=Annotated[str | None, Free()])
    walk_kind = kinds_of({**TYPES, "walk": walk})["walk"]
    assert (walk_kind.placed, walk_kind.in_diary, walk_kind.searchable_words) == (Placed.AT_A_MOMENT, True, ("note",))


BROKEN: dict[str, tuple[type[Entry], str]] = {
    "undeclared number": (entry_class(Timed, steps=int), "Walk.steps does not say what it is"),
    "undeclared text": (entry_class(Timed, where=str), "Walk.where does not say what it is"),
    "plural twice": (entry_class(Timed, "notes"), "two kinds are called notes"),
    "two times": (entry_class(Timed, day=Annotated[dt.date, Day(of_entry=True)]), "placed in time twice"),
    "unknown reference": (
        entry_class(Timed, shoe=Annotated[str, Refers("shoe", Gone.HOLDS)]),
        "walk.shoe refers to shoe, which is no kind",
    ),
    "unknown name": (entry_class(Timed, shoe=Annotated[str, Name(may_name="shoe")]), "walk may name .*shoe"),
    "to itself": (entry_class(Timed, back=Annotated[str, Refers("walk", Gone.HOLDS)]), "walk must come before walk"),
    "needed and forgotten": (
        entry_class(Timed, dose=Annotated[str, Refers("dose", Gone.FORGETS)]),
        "walk.dose cannot forget what it needs",
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_class_that_says_too_little_is_refused(broken: str) -> None:
    cls, reason = BROKEN[broken]
    with pytest.raises(TypeError, match=reason):
        kinds_of({**TYPES, "walk": cls})


def test_a_kind_in_the_diary_has_a_time() -> None:
    walk = entry_class(Entry, steps=Annotated[int, Whole(1, 9)])
    walk.in_diary = True
    with pytest.raises(TypeError, match="walk is in the Diary and has neither"):
        kinds_of({**TYPES, "walk": walk})


def test_what_is_referred_to_comes_first() -> None:
    backwards = dict(reversed(TYPES.items()))
    with pytest.raises(TypeError, match="must come before"):
        kinds_of(backwards)
