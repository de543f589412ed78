"""Fractions as people write them: read exactly, or refused with what to type instead."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.amounts import Dimension
from journal.core.entries import Unit, new_id
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount
from journal.core.typed_fractions import is_number_alone, typed_fraction

PRODUCT = new_id()
PIECE = Unit(product=PRODUCT, name="tablet")
LABELLED = Unit(product=PRODUCT, name="tablet", quantity=30, dimension=Dimension.MASS, spread=4)
HALF = Unit(product=PRODUCT, name="1/2 tablet")
SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅝": (5, 8), "⅞": (7, 8)}
PROPER = st.sampled_from([(n, d) for d in range(2, 10) for n in range(1, d)])


@pytest.mark.parametrize(
    ("typed", "thousandths"),
    [
        ("1/2", 500), ("½", 500), ("1 1/2", 1500), ("1½ tablets", 1500), ("0.5 tablet", 500), ("half a tablet", 500),
        ("a half tablet", 500), ("Half of a tablet", 500), ("a quarter tablet", 250), ("1 and a half tablets", 1500),
        ("3/4 tab", 750), ("+1/8", 125), ("1 ½", 1500), ("10 ¾ tablets", 10_750), ("1 ⁄ 2", 500),
    ],
)  # fmt: skip
def test_parts_of_a_tablet_are_understood(typed: str, thousandths: int) -> None:
    amount = parse_amount(typed, [PIECE], "tablet")
    assert (amount.quantity, amount.dimension, amount.unit) == (thousandths, Dimension.COUNT, PIECE.id)
    assert amount.text == typed


@pytest.mark.parametrize(
    ("typed", "milligrams", "spread"), [("1/2 tablet", 15, 2), ("1/3 tablet", 10, 1), ("1 ⅔ tablets", 50, 7)]
)
def test_parts_of_a_labelled_tablet_are_its_milligrams(typed: str, milligrams: int, spread: int) -> None:
    amount = parse_amount(typed, [LABELLED])
    assert (amount.quantity, amount.dimension, amount.spread) == (milligrams, Dimension.MASS, spread)


@pytest.mark.parametrize(
    ("typed", "each", "of_each", "milligrams", "spread"),
    [
        ("1/4 tablet", 5, None, 1, 1), ("0.25 tablet", 5, 0, 1, 1), ("1 1/2 tablets", 5, None, 8, 1),
        ("1/2 tablet", 4, None, 2, None), ("3 tablets", 5, 0, 15, 0),
        ("1/4 tablet", 4, 1, 1, 1), ("1/3 tablet", 100, 30, 33, 10),
    ],
)  # fmt: skip
def test_what_is_rounded_is_never_exact(
    typed: str, each: int, of_each: int | None, milligrams: int, spread: int | None
) -> None:
    amount = parse_amount(typed, [replace(LABELLED, quantity=each, spread=of_each)])
    assert (amount.quantity, amount.spread) == (milligrams, spread)


@pytest.mark.parametrize("typed", ["1/4 tablet", "0.1 tablet"])
def test_a_part_that_rounds_to_nothing_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="amount-too-little"):
        parse_amount(typed, [replace(LABELLED, quantity=1)])


@pytest.mark.parametrize(("typed", "quantity"), [("1/2 g", 500), ("1/8 g", 125), ("2 1/2", 2500), ("4½ g", 4500)])
def test_parts_of_a_gram_are_understood(typed: str, quantity: int) -> None:
    assert parse_amount(typed).quantity == quantity


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("3/2", "amount-fraction"), ("11/2 tablets", "amount-fraction"), ("1.5/2", "amount-fraction"),
        ("1/16", "amount-fraction"), ("1/0", "amount-fraction"), ("2/2", "amount-fraction"),
        ("1.5½", "amount-fraction"), ("1/2.5", "amount-fraction"), ("1/2/3", "amount-fraction"),
        ("½½", "amount-fraction"), ("↉", "amount-fraction"), ("-1/2", "amount-negative"), ("−½", "amount-negative"),
        ("1/3", "amount-fraction-inexact"), ("1/2 mg", "amount-too-little"),
        ("7 1/2 mg", "amount-part-milligram"), ("9999 1/2 tablets", "amount-absurd"),
        ("9" * 30 + " 1/2", "amount-absurd"), ("1/2 oz", "amount-unit-unknown"), ("half", "amount-unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_clear_fraction_is_refused_with_the_reason(typed: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_amount(typed, [PIECE])
    assert caught.value.code == code


@pytest.mark.parametrize(("typed", "number"), [("1/3 tablet", "0.33"), ("1 2/3", "1.67"), ("⅙ tablet", "0.17")])
def test_a_third_of_something_counted_is_asked_for_as_a_number_that_can_be_typed(typed: str, number: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_amount(typed, [PIECE], "tablet")
    assert caught.value.values["number"] == number
    assert parse_amount(number, [PIECE], "tablet").known


def test_a_unit_called_half_a_tablet_is_counted_and_never_added() -> None:
    assert parse_amount("2 1/2 tablet", [HALF]).quantity == parse_amount("2", [HALF], HALF.name).quantity == 2000
    assert parse_amount("2 1/2 tablet", [HALF]).unit == HALF.id
    assert parse_amount("2 1/2 tablet", [PIECE]).quantity == 2500


@given(PROPER, st.one_of(st.none(), st.integers(1, 900)), st.sampled_from(["", " tablet", " tablets"]))
def test_every_fraction_is_exact_or_refused(part: tuple[int, int], whole: int | None, unit: str) -> None:
    value = Fraction(*part) + (whole or 0)
    typed = f"{'' if whole is None else f'{whole} '}{part[0]}/{part[1]}{unit}"
    if (value * 1000).denominator == 1:
        assert parse_amount(typed, [PIECE], "tablet").quantity == value * 1000
    else:
        with pytest.raises(Refused, match="amount-fraction-inexact"):
            parse_amount(typed, [PIECE], "tablet")


@given(st.sampled_from(sorted(SIGNS)), st.one_of(st.none(), st.integers(1, 900)), st.integers(10, 2000))
def test_signs_and_slashes_mean_the_same(sign: str, whole: int | None, quantity: int) -> None:
    labelled = replace(LABELLED, quantity=quantity)
    written = "{}/{}".format(*SIGNS[sign])
    signed = parse_amount(f"{whole or ''}{sign} tablet", [labelled])
    slashed = parse_amount(f"{whole or ''} {written} tablet", [labelled])
    assert (signed.quantity, signed.spread) == (slashed.quantity, slashed.spread)
    # As decimals of a measured size are: rounded half up to the whole milligram.
    exact = (Fraction(*SIGNS[sign]) + (whole or 0)) * quantity
    assert signed.quantity is not None and abs(signed.quantity - exact) <= Fraction(1, 2)


@given(st.text("0123456789½¼⅓/⁄ .,+-ahlfndquter", max_size=16))
def test_any_text_is_a_positive_fraction_none_or_a_refusal(text: str) -> None:
    try:
        part = typed_fraction(" ".join(text.split()))
    except Refused:
        return
    assert part is None or part.value > 0


@pytest.mark.parametrize(("typed", "alone"), [("1 1/2", True), ("½", True), ("2.5", True), ("2 g", False), ("", False)])
def test_a_number_alone_has_no_unit(typed: str, alone: bool) -> None:
    assert is_number_alone(typed) is alone
