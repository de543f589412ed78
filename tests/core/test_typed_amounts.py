"""Typed amounts: understood exactly, or refused with the reason."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.amounts import LIMITS, UNKNOWN_AMOUNT, Basis, Dimension
from journal.core.entries import Unit, new_id
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount, said_in_milligrams

PRODUCT = new_id()
CAPSULE = Unit(product=PRODUCT, name="capsule", quantity=500, dimension=Dimension.MASS, spread=40)
SHOT = Unit(product=PRODUCT, name="shot")
SPOON = Unit(product=PRODUCT, name="level spoon", quantity=2345, dimension=Dimension.MASS)
UNITS = [CAPSULE, SHOT, SPOON]


def refusal(text: str) -> str:
    with pytest.raises(Refused) as caught:
        parse_amount(text, UNITS)
    return caught.value.code


@pytest.mark.parametrize(
    ("typed", "quantity", "dimension"),
    [
        ("2.5", 2500, Dimension.MASS),
        ("2,5", 2500, Dimension.MASS),
        ("2.5 g", 2500, Dimension.MASS),
        ("2.5g", 2500, Dimension.MASS),
        ("+2.50 G", 2500, Dimension.MASS),
        ("2500 mg", 2500, Dimension.MASS),
        ("0.125", 125, Dimension.MASS),  # a leading zero cannot be a thousand
        ("0,125 g", 125, Dimension.MASS),
        ("1.5000 g", 1500, Dimension.MASS),
        (".5 g", 500, Dimension.MASS),
        (",5", 500, Dimension.MASS),
        (".125 g", 125, Dimension.MASS),
        ("2.5 gr", 2500, Dimension.MASS),
        ("2,5 gr.", 2500, Dimension.MASS),
        ("½ g", 500, Dimension.MASS),
        ("30 ml", 30_000, Dimension.VOLUME),
        ("1 l", 1_000_000, Dimension.VOLUME),
        ("3 caps", 1500, Dimension.MASS),
        ("3 Capsules", 1500, Dimension.MASS),
        ("1 shot", 1000, Dimension.COUNT),
        ("0.5 shots", 500, Dimension.COUNT),
        ("1.5 level spoons", 3518, Dimension.MASS),  # 3.5175 g, rounded half up
    ],
)
def test_amounts_are_understood(typed: str, quantity: int, dimension: Dimension) -> None:
    amount = parse_amount(typed, UNITS)
    assert (amount.quantity, amount.dimension, amount.text) == (quantity, dimension, typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1,500", "amount-ambiguous"),
        ("1.500 g", "amount-ambiguous"),
        ("12,345 mg", "amount-ambiguous"),
        ("2.5 mg", "amount-part-milligram"),
        ("1.23456", "amount-part-milligram"),
        ("1.23456 ml", "amount-too-fine"),
        ("0.4 mg", "amount-too-little"),
        ("-2", "amount-negative"),
        ("−2 g", "amount-negative"),
        ("0", "amount-zero"),
        ("0.0 g", "amount-zero"),
        ("1001 g", "amount-absurd"),
        ("9" * 400, "amount-absurd"),
        ("1e3", "amount-unreadable"),
        ("1e9 g", "amount-unreadable"),
        ("2 oz", "amount-unit-unknown"),
        ("3 ca", "amount-unit-unknown"),
        ("3-2 g", "amount-range"),
        ("2-2 g", "amount-range"),
        ("2 g - 3 ml", "amount-range"),
        ("2-3-4 g", "amount-range"),
        ("2-3 oz", "amount-unit-unknown"),
        ("~", "amount-unreadable"),
        ("~~3 g", "amount-unreadable"),
        ("~-3 g", "amount-negative"),
        ("nan", "amount-unreadable"),
        ("inf g", "amount-unreadable"),
        ("=1+1", "amount-unreadable"),
        ("٢٫٥", "amount-unreadable"),
        ("１", "amount-unreadable"),
        ("1_000", "amount-unit-unknown"),
        ("1 000", "amount-several-signs"),
        ("2 scoop = 5 g", "amount-said-twice"),
        ("1,2,3", "amount-several-signs"),
        ("1.000,5 g", "amount-several-signs"),
        ("1,000.5", "amount-several-signs"),
        ("1’000 mg", "amount-several-signs"),
        (".", "amount-unreadable"),
        (".5.5", "amount-several-signs"),
        ("<img src=x>", "amount-unreadable"),
    ],
)
def test_what_is_not_an_amount_is_refused_with_the_reason(typed: str, code: str) -> None:
    assert refusal(typed) == code


@pytest.mark.parametrize(
    ("typed", "quantity", "spread"),
    [
        ("2-3 g", 2500, 500),
        ("2 – 3 g", 2500, 500),
        ("2 g - 3 g", 2500, 500),
        ("2 to 3 g", 2500, 500),
        ("2 or 3", 2500, 500),
        (".5-1 g", 750, 250),
        ("½ to 1 g", 750, 250),
        ("200-300 mg", 250, 50),
        ("1-2 mg", 2, 1),  # the middle is no whole milligram; the spread reaches both
        ("2-3 caps", 1250, 250 + 120),
        ("~3 g", 3000, None),
        ("≈3", 3000, None),
        ("about 3 g", 3000, None),
        ("ca. 2,5 gr", 2500, None),
        ("~2-3 g", 2500, 500),
    ],
)
def test_what_is_said_to_be_a_guess_is_one(typed: str, quantity: int, spread: int | None) -> None:
    amount = parse_amount(typed, UNITS, basis=Basis.WEIGHED)
    assert (amount.text, amount.quantity, amount.spread) == (typed, quantity, spread)
    assert amount.basis is Basis.GUESSED


@pytest.mark.parametrize("typed", ["~25 mg", "20-30 mg", "about 20 to 30 mg"])
def test_guesses_in_milligrams_are_spoken_of_in_milligrams(typed: str) -> None:
    assert said_in_milligrams(parse_amount(typed))


def test_a_number_in_a_units_name_is_no_second_amount() -> None:
    tablet = Unit(product=PRODUCT, name="B-12 tablet")
    assert parse_amount("2 B-12 tablets", [tablet]).quantity == 2000


def test_an_empty_field_is_an_unknown_amount_and_never_zero() -> None:
    assert parse_amount("  ") == UNKNOWN_AMOUNT
    assert UNKNOWN_AMOUNT.quantity is None


def test_a_bare_number_is_in_the_products_own_unit() -> None:
    amount = parse_amount("3", UNITS, default_unit="capsule", basis=Basis.COUNTED)
    assert (amount.quantity, amount.spread, amount.unit, amount.basis) == (1500, 120, CAPSULE.id, Basis.COUNTED)


def test_an_own_unit_called_like_a_standard_one_wins() -> None:
    scoop = Unit(product=PRODUCT, name="g")
    assert parse_amount("2 g", [scoop]).unit == scoop.id


SMALL = Unit(product=PRODUCT, name="Capsule small", quantity=400, dimension=Dimension.MASS)
LARGE = Unit(product=PRODUCT, name="capsule large", quantity=800, dimension=Dimension.MASS)


@pytest.mark.parametrize("typed", ["3 caps", "3 capsule", "3 capsules", "3 CAP"])
def test_a_beginning_that_two_units_share_is_refused_with_their_names(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_amount(typed, [SMALL, LARGE])
    assert caught.value.code == "amount-unit-several"
    assert caught.value.values["names"] == "Capsule small, capsule large"


@pytest.mark.parametrize(
    ("typed", "unit"),
    [("3 capsule", CAPSULE), ("3 Capsules", CAPSULE), ("3 capsule l", LARGE), ("3 capsule larges", LARGE)],
)
def test_a_whole_name_or_its_plural_wins_over_a_longer_one(typed: str, unit: Unit) -> None:
    assert parse_amount(typed, [SMALL, LARGE, CAPSULE]).unit == unit.id


def test_of_two_units_with_one_name_the_first_is_meant() -> None:
    assert parse_amount("3 caps", [replace(CAPSULE, id=new_id(), name="CAPSULE"), CAPSULE]).unit != CAPSULE.id


@given(
    st.decimals(Decimal("0.001"), Decimal("1000"), places=3),
    st.sampled_from([".", ","]),
    st.sampled_from(["g", " g", ""]),
)
def test_every_whole_milligram_is_stored_exactly_or_refused_as_ambiguous(value: Decimal, sign: str, unit: str) -> None:
    typed = f"{value}".replace(".", sign) + unit
    whole = int(value)
    if whole and not typed.startswith("0"):
        assert refusal(typed) == "amount-ambiguous"
        typed = f"{value * 1000:.0f} mg"
    assert parse_amount(typed).quantity == int(value * 1000)


@given(st.text(max_size=30))
def test_any_text_is_an_amount_in_range_or_a_refusal(text: str) -> None:
    try:
        amount = parse_amount(text, UNITS)
    except Refused:
        return
    if amount.quantity is not None:
        assert amount.dimension is not None
        assert 0 < amount.quantity <= LIMITS[amount.dimension]


TABLET = Unit(product=PRODUCT, name="tablet", quantity=15, dimension=Dimension.MASS)


@pytest.mark.parametrize(
    ("typed", "default", "milligrams"),
    [
        ("25 mg", "g", True), ("25 MG", "g", True), ("25", "mg", True), ("0.025 g", "g", False), ("0,025", "g", False),
        ("1500 mg", "g", True), ("2.5 g", "g", False), ("30 ml", "g", False), ("2 tablets", "g", True),
        ("1/2 tablet", "g", True), ("12 tablets", "g", True), ("1", "tablet", True), ("3 caps", "g", False),
        ("1/8 caps", "g", False), ("1 shot", "g", False), ("1/2 g", "g", False),
    ],
)  # fmt: skip
def test_what_is_spoken_of_in_milligrams(typed: str, default: str, milligrams: bool) -> None:
    assert said_in_milligrams(parse_amount(typed, [*UNITS, TABLET], default)) is milligrams
    assert not said_in_milligrams(UNKNOWN_AMOUNT)


def test_an_ambiguous_amount_names_whole_numbers_whole() -> None:
    with pytest.raises(Refused) as caught:
        parse_amount("1,000 g", UNITS)
    assert (caught.value.values["small"], caught.value.values["large"]) == ("1", "1000")
