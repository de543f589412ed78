"""What a format is said to leave out is what it leaves out, field by field; and it is said before a file is saved."""

from __future__ import annotations

import pytest

from journal.core.fields import Identity
from journal.core.kinds import KINDS
from journal.exchange.chosen import EVERYTHING, Choice, usual_choice
from journal.exchange.export import FORMATS
from journal.exchange.left_out import EVERY, LEAVES, left_out
from journal.texts import english
from journal.texts.kind_names import MANY
from tests.exchange.held_fields import changeable, fields_lost

BY_ENDING = {export_format.ending: export_format for export_format in FORMATS}


def test_every_format_says_what_it_leaves_out() -> None:
    assert LEAVES.keys() == BY_ENDING.keys()


def said_to_be_lost(ending: str, kind: str) -> set[str]:
    leaves = LEAVES[ending]
    every = {field.name for field in KINDS[kind].fields if not isinstance(field.declared, Identity)} - {"deleted_ms"}
    if kind in leaves.holds:
        return every & {name for part in leaves.parts for of in (EVERY, kind) for name in part.fields.get(of, ())}
    return every - {*leaves.names.get(kind, ())}


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", BY_ENDING)
def test_each_field_is_in_the_file_or_said_not_to_be(ending: str, kind: str) -> None:
    choice = EVERYTHING if BY_ENDING[ending].keeps else Choice(trash=False)
    assert fields_lost(BY_ENDING[ending], kind, choice) == said_to_be_lost(ending, kind) & changeable(kind)


@pytest.mark.parametrize("ending", BY_ENDING)
def test_a_part_names_fields_that_there_are(ending: str) -> None:
    for part in LEAVES[ending].parts:
        for kind, names in part.fields.items():
            kinds = LEAVES[ending].holds if kind == EVERY else {kind}
            assert {*names} <= {field.name for code in kinds for field in KINDS[code].fields}


def _words(ending: str, choice: Choice | None = None) -> str:
    return " ".join(left_out(ending, choice or usual_choice(BY_ENDING[ending].keeps), english()))


@pytest.mark.parametrize("ending", BY_ENDING)
def test_each_kind_is_in_the_file_or_named(ending: str) -> None:
    leaves, words = LEAVES[ending], _words(ending)
    choice = usual_choice(BY_ENDING[ending].keeps)
    if leaves.alone:
        assert words.startswith("In it are the day of the next visit") and "Nothing else" in words
        return
    (named,) = [line for line in left_out(ending, choice, english()) if line.startswith("Not in it:")] or [""]
    for kind in KINDS:
        is_named = MANY[kind] in named.removeprefix("Not in it: ").removesuffix(".").split(", ")
        assert is_named is (kind not in leaves.names and kind not in leaves.holds & choice.kinds), kind


def test_a_spreadsheet_has_no_help_people_and_plans_unless_they_are_asked_for() -> None:
    assert "Not in it: what is in the trash, what helps, people to call, parts of a plan" in _words(".xlsx")
    asked = Choice(kinds=frozenset({"help", "dose"}), trash=False)
    assert "Not in it: what is in the trash." in _words(".xlsx", asked)


def test_of_kinds_that_were_not_asked_for_nothing_is_said() -> None:
    asked = Choice(kinds=frozenset({"dose", "question"}))
    assert "Not in it: what is in the trash, questions for a visit." in _words(".csv", asked)
    assert "Not in it" not in _words(".json", asked)


@pytest.mark.parametrize("ending", [".json", ".zip"])
def test_what_holds_everything_lacks_only_earlier_versions(ending: str) -> None:
    assert _words(ending) == "Earlier versions of entries that were changed since are not in it; a backup has them."
