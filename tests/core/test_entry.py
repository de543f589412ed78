"""Entries of every kind are compared, hashed and shown by what they say."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid5

import pytest

from journal.core.entries import TYPES, Note, Question, origin_id
from journal.core.moments import moment_at

AT = moment_at(1_700_000_000_000, "UTC")


def test_the_same_said_twice_is_equal_and_found() -> None:
    one, again = (Note(id="a", at=AT, text="tea") for _ in range(2))
    assert one == again and one in {again} and len({one, again}) == 1


def test_one_field_makes_the_difference() -> None:
    note = Note(id="a", at=AT, text="tea")
    assert (
        note != replace(note, text="coffee") and note != replace(note, private=True) and note != replace(note, id="b")
    )


def test_entries_of_two_kinds_are_never_equal() -> None:
    assert Question(id="a", text="tea") != Note(id="a", at=AT, text="tea")
    assert Question(id="a", text="tea") != "tea"


def test_an_entry_shows_all_its_fields() -> None:
    shown = repr(Question(id="a", text="tea", recorded_ms=7))
    assert shown == (
        "Question(id='a', origin=None, private=False, complete_later=False, deleted_ms=None, "
        "text='tea', asked_on=None, recorded_ms=7)"
    )


@pytest.mark.parametrize("cls", TYPES.values())
def test_nothing_is_compiled_anew_for_a_kind(cls: type) -> None:
    """Every start would wait for it."""
    assert not {"__eq__", "__hash__", "__repr__"} & {*vars(cls)}


def test_an_identity_is_made_of_half_a_letter_too_and_stays_what_it_was() -> None:
    assert origin_id("program", "a\ud800") == origin_id("program", "a?")
    assert origin_id("program", "ä") == str(uuid5(UUID("6f3f2f0e-5c1b-4b50-9d55-1f1c7a1e9a52"), "program\x1fä"))
