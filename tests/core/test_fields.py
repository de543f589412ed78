"""What is declared beside a field's type is a frozen value, and a misspelt declaration is told at import."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from journal.core.fields import Choice, Code, Free, Name, Number, Whole


def test_it_is_known_by_its_values() -> None:
    assert Whole(0, 10) == Whole(low=0, high=10, in_table=True) and hash(Whole(0, 10)) == hash(Whole(0, high=10))
    assert Whole(0, 10) != Whole(0, 11) and Whole(0, 10) != Number(0, 10) and Free() != Name()
    assert {Choice(), Choice(searchable=True), Choice()} == {Choice(), Choice(searchable=True)}
    assert repr(Code(40)) == "Code(longest=40, empty=True)"


def test_it_is_matched_by_its_fields_in_order() -> None:
    match Number(1, 5, above="low"):
        case Whole(low, high, in_table, above):
            assert (low, high, in_table, above) == (1, 5, True, "low")


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((1,), {}), ((1, 2), {"low": 1}), ((1, 2), {"lowest": 0}), ((1, 2, True, "", 5), {})],
)
def test_what_is_missing_doubled_or_unknown_is_refused(given: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Whole(*given, **named)  # type: ignore[arg-type]


def test_it_is_frozen() -> None:
    name = Name(required=True)
    with pytest.raises(FrozenInstanceError):
        name.required = False  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del name.required
    assert name.required
