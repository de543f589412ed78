"""What keeps a telephone number or an amount in one line."""

from __future__ import annotations

import pytest

from journal.guidance import countries
from journal.texts.unbroken import NO_BREAK_SPACE, holds_number, unbroken


def as_typed(shown: str) -> str:
    return shown.replace(NO_BREAK_SPACE, " ")


@pytest.mark.quick_every(4)
@pytest.mark.parametrize(
    "number",
    ["1-800-222-1222", "116 123", "13 11 26", "01 406 43 43", "010-456 6700", "0800 1110111", "+43 1 406 43 43",
     "(0361) 730 730", *(line.number for each in countries() for line in each.lines)],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "Poison Help: {}", "Call {}. Stay.", "in case, {}, day and night"])
def test_a_telephone_number_has_no_place_to_break(number: str, around: str) -> None:
    said = around.format(number)
    shown = unbroken(said)
    before, _, after = around.partition("{}")
    inside = shown[len(before) : len(shown) - len(after)]
    assert " " not in inside and (holds_number(inside) or len(number) < 6)
    assert len(shown) == len(said) and as_typed(shown) == said


@pytest.mark.parametrize(
    "amount", ["2.5 g", "2,5 g", "250 mg", "30 ml", "3 capsules", "1 capsule", "1,250 mg", "12 %", "2 teaspoons"]
)
def test_a_number_stays_with_its_unit(amount: str) -> None:
    shown = unbroken(f"Took {amount} of it")
    assert " " not in shown[5:-6] and holds_number(shown[5:-6]) and as_typed(shown) == f"Took {amount} of it"


@pytest.mark.parametrize(
    "text",
    [
        "", "No number at all.", "0-10", "from 0 - 10", "10 to 20 hours", "3 gave up", "7-OH", "In 2018 the FDA", "1-2",
        "Follow-up", "2 of 14 days", "1" * 40, "1234 5678 9012 3456 7890 1234",
    ],
)  # fmt: skip
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert unbroken(text) == text


def test_it_can_be_done_twice() -> None:
    once = unbroken("Took 2.5 g; call 1-800-222-1222.")
    assert unbroken(once) == once
