"""What a person changed about whom to call: kept beside what is shipped, and never in its way."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.refusal import Refused
from journal.guidance import country
from journal.guidance.help_lines import FALLBACK, HelpLine
from journal.guidance.own_lines import (
    MOST_LINES,
    OwnLine,
    OwnLines,
    emergency_number,
    own_line,
    read_own,
    stored,
    with_own,
)

DAY = dt.date(2026, 11, 22)
DOCTOR = OwnLine("My doctor", "0123 456", "weekdays", DAY)
OTHER = OwnLine("Poison Help", "555 0100", "", DAY)
US = country("US")
POISON = ("US", "Poison Help")
CRISIS = ("US", "988 Suicide and Crisis Lifeline")


def names(own: OwnLines, code: str = "US") -> list[str]:
    return [each.name for each in with_own(country(code), own).lines]


def test_without_changes_a_country_is_as_it_was_shipped() -> None:
    assert with_own(US, OwnLines()) == US and with_own(FALLBACK, read_own("")) == FALLBACK


@pytest.mark.parametrize("code", ["US", "DE", ""])
def test_an_own_line_is_shown_in_every_country_after_the_shipped_ones(code: str) -> None:
    shown = with_own(country(code), OwnLines().with_line(DOCTOR)).lines
    assert shown[:-1] == country(code).lines
    assert shown[-1] == HelpLine("My doctor", "0123 456", "weekdays", "", "", DAY, "own")


def test_a_changed_line_stands_in_its_place_keeps_its_kind_and_knows_what_it_was() -> None:
    own = OwnLines().with_changed(CRISIS, OwnLine("988", "988", "", DAY))
    (line,) = with_own(US, own).of_kind("crisis")
    assert (line.name, line.source, line.came) == ("988", "", US.of_kind("crisis")[0])
    assert with_own(US, own.as_shipped(CRISIS)) == US and names(own)[1] == "988"


def test_a_hidden_line_is_kept_apart_and_comes_back_as_it_was() -> None:
    own = OwnLines().with_changed(POISON, OTHER).with_hidden(POISON)
    there = with_own(US, own)
    assert "555 0100" not in [each.number for each in there.lines]
    assert [each.number for each in there.hidden] == ["555 0100"]
    assert with_own(US, own.with_shown(POISON)).lines[0].number == "555 0100"
    assert with_own(US, own.as_shipped(POISON)) == US
    assert with_own(country("GB"), own) == country("GB")


@pytest.mark.parametrize("code", ["US", ""])
def test_another_emergency_number_says_what_it_was(code: str) -> None:
    shipped = country(code)
    own = OwnLines().with_number(code, "112", DAY)
    there = with_own(shipped, own)
    assert (there.emergency, there.came, there.changed, there.also) == ("112", shipped.emergency, DAY, shipped.also)
    assert with_own(country("GB"), own) == country("GB")
    assert with_own(shipped, own.without_number(code)) == shipped


def test_own_lines_are_changed_and_removed_by_their_place() -> None:
    two = OwnLines().with_line(DOCTOR).with_line(OTHER)
    assert two.with_line(DOCTOR, 1).added == (DOCTOR, DOCTOR) and two.without_line(0).added == (OTHER,)
    full = OwnLines(added=(DOCTOR,) * MOST_LINES)
    with pytest.raises(Refused, match="too-many-lines"):
        full.with_line(OTHER)
    assert full.with_line(OTHER, 3).added[3] == OTHER


def test_a_change_of_a_line_that_is_shipped_no_more_is_not_lost() -> None:
    assert names(OwnLines().with_changed(("US", "Gone"), OTHER))[-2:] == ["SAMHSA National Helpline", "Poison Help"]
    assert with_own(US, OwnLines().with_hidden(("US", "Gone"))) == US


# --- what was typed --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "number", "note", "code"),
    [
        ("", "112", "", "name-empty"),
        (" \u202e\x07", "112", "", "name-empty"),
        ("x" * 201, "112", "", "name-too-long"),
        ("x", "", "", "number-empty"),
        ("x", " \u2066\x00 ", "", "number-empty"),
        ("x", "ask Ann", "", "number-unreadable"),
        ("x", "1" * 200, "", "number-too-long"),
        ("x", "112", "y" * 201, "note-too-long"),
    ],
)
def test_what_is_no_line_is_refused(name: str, number: str, note: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        own_line(name, number, note, DAY)
    assert refused.value.code == code


def test_what_no_one_can_see_does_not_get_into_a_line() -> None:
    line = own_line("My\u202e doctor\x1b", "11\u20662\x00", "<b>nights</b>\x07", DAY)
    assert line == OwnLine("My doctor", "112", "<b>nights</b>", DAY)


@pytest.mark.parametrize("typed", ["112", " 911 ", "+49 112", "1-1-2", "*112#", "(02) 112", "١١٢", "1669"])
def test_emergency_numbers(typed: str) -> None:
    assert emergency_number(typed) == typed.strip()


@pytest.mark.parametrize("typed", ["1", "ambulance", "112 or 911", "112\u2028!", "--", "+", "0800 HELP", "½12", "²²"])
def test_what_is_no_emergency_number(typed: str) -> None:
    with pytest.raises(Refused, match="number-unreadable"):
        emergency_number(typed)


# --- as text ---------------------------------------------------------------------------------------------------------

KEPT = (
    OwnLines()
    .with_line(own_line("Ärztin %s & <b>Co</b>", "0123 #4", "ab 8 Uhr; nie = immer", DAY))
    .with_changed(POISON, OTHER)
    .with_hidden(CRISIS)
    .with_number("", "113", DAY)
)


def test_everything_comes_back_from_one_line_of_ascii() -> None:
    text = stored(KEPT)
    assert text.isascii() and "\n" not in text and read_own(text) == KEPT
    assert stored(OwnLines()) == "" and read_own("") == OwnLines()


DAMAGED = (
    "{", "[]", "null", "5", '"x"', "[" * 100_000, "{" * 40, '{"added":5}', '{"added":[5]}', '{"hidden":[["US"]]}',
    '{"numbers":[["US","","2026-11-22"]]}', '{"numbers":[["US","112","soon"]]}', '{"changed":[["US"]]}',
    '{"added":[["x","112","",null]]}', '{"added":[["x","none","","2026-11-22"]]}',
)  # fmt: skip


@pytest.mark.parametrize("text", DAMAGED)
def test_damaged_text_leaves_what_was_shipped(text: str) -> None:
    own = read_own(text)
    assert own.damaged and with_own(US, own) == US and with_own(FALLBACK, own) == FALLBACK


def test_of_damaged_text_the_readable_part_is_kept() -> None:
    parts = json.loads(stored(KEPT))
    parts["numbers"].append(["US", "call them", "2026-11-22"])
    parts["added"].append("x")
    read = read_own(json.dumps(parts))
    assert read.damaged and (read.added, read.changed, read.hidden, read.numbers) == (
        KEPT.added, KEPT.changed, KEPT.hidden, KEPT.numbers,
    )  # fmt: skip


@given(
    st.text(max_size=60)
    | st.recursive(
        st.none() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["added", "changed", "hidden", "numbers"]), inner)
        ),
    ).map(json.dumps)
)
def test_no_text_at_all_hides_a_shipped_line_that_it_does_not_name(text: str) -> None:
    there = with_own(US, read_own(text))
    assert there.emergency == "911" or there.came == "911"
    assert len(there.lines) + len(there.hidden) >= len(US.lines)


@given(st.text(max_size=210), st.text(max_size=210), st.text(max_size=210))
def test_whatever_is_accepted_comes_back(name: str, number: str, note: str) -> None:
    try:
        line = own_line(name, f"1{number}"[:40], note, DAY)
    except Refused:
        return
    own = OwnLines().with_line(line).with_changed(POISON, line)
    assert read_own(stored(own)) == own and not read_own(stored(own)).damaged
