"""Weighing pieces: exact figures, whatever was typed between the numbers."""

from __future__ import annotations

import statistics
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.calibration import FEWEST, MOST, Calibration, as_weighed, calibrate, parse_weights, two_digits, unlike
from journal.core.product_use import share_percent
from journal.core.refusal import Refused


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("2.1 2.3 2.0 2.2 2.4", (2100, 2300, 2000, 2200, 2400)),
        ("2,1 2,3", (2100, 2300)),
        ("2.1, 2.3; 2\n500 mg 0.5g", (2100, 2300, 2000, 500, 500)),
        ("  ", ()),
    ],
)
def test_what_was_typed_becomes_milligrams(text: str, weights: tuple[int, ...]) -> None:
    assert parse_weights(text) == weights


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2.1 two", "amount-unreadable"), ("2.1 0", "amount-zero"), ("2 ml", "amount-unreadable"),
        ("2ml", "amount-unit-unknown"), ("1,500", "amount-ambiguous"), ("0.0001", "amount-too-little"),
    ],
)  # fmt: skip
def test_what_is_no_weight_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        parse_weights(text)


def test_the_example() -> None:
    assert calibrate((2100, 2300, 2000, 2200, 2400)) == Calibration(5, 2200, 158)
    assert as_weighed((2100, 2300, 2000, 2200, 2400)) == Calibration(5, 2200, 160)


@pytest.mark.parametrize(
    ("weights", "mean", "spread"),
    [
        ((2000, 2000, 2100), 2030, 60),  # 2033 and 58: weighed to 0.1 g
        ((2, 3, 3), 3, 1),
        ((2010, 2030, 2050), 2030, 20),
        ((1000, 2000, 4000), 2300, 1500),  # 2333 and 1528: weighed to 1 g
        ((500, 500, 500), 500, 0),
    ],
)
def test_a_figure_is_no_finer_than_the_scale_and_a_spread_has_two_digits(
    weights: tuple[int, ...], mean: int, spread: int
) -> None:
    assert as_weighed(weights) == Calibration(3, mean, spread)


@given(st.lists(st.integers(1, 10_000).map(lambda tenths: tenths * 100), min_size=FEWEST, max_size=MOST))
def test_pieces_weighed_to_a_tenth_of_a_gram_give_hundredths_at_most(weights: list[int]) -> None:
    exact, weighed = calibrate(weights), as_weighed(weights)
    assert weighed.mean % 10 == weighed.spread % 10 == 0 and abs(weighed.mean - exact.mean) <= 50
    assert len(str(weighed.spread).rstrip("0")) <= 2 and (weighed.spread > 0) == (exact.spread > 0)


@pytest.mark.parametrize(("spread", "printed"), [(158, 160), (995, 1000), (12, 12), (0, 0), (1234, 1200), (145, 150)])
def test_two_digits(spread: int, printed: int) -> None:
    assert two_digits(spread) == printed


@given(st.lists(st.integers(1, 1_000_000), min_size=FEWEST, max_size=MOST))
def test_mean_and_spread_are_the_sample_figures_to_half_a_milligram(weights: list[int]) -> None:
    calibrated = calibrate(weights)
    assert calibrated.mean == int(Fraction(sum(weights), len(weights)) + Fraction(1, 2))
    variance = statistics.variance([Fraction(weight) for weight in weights])
    assert (2 * calibrated.spread - 1) ** 2 <= 4 * variance or calibrated.spread == 0
    assert 4 * variance < (2 * calibrated.spread + 1) ** 2


@pytest.mark.parametrize("n", [0, 2, 21])
def test_too_few_and_too_many_pieces(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        calibrate([500] * n)


def test_shares_are_whole_percent() -> None:
    assert [share_percent(n, 8) for n in (0, 1, 4, 8)] == [0, 13, 50, 100]


@pytest.mark.parametrize("typed", ["2.1 ~2.3", "2.1-2.3 2.2"])
def test_a_guess_is_no_weight(typed: str) -> None:
    with pytest.raises(Refused):
        parse_weights(typed)


def test_pieces_that_can_hardly_be_of_one_unit() -> None:
    assert unlike((2100, 2300, 250_000)) == (2100, 250_000)
    assert unlike((1000, 2000, 5000)) is None and unlike((1000, 2000, 5001)) == (1000, 5001)
