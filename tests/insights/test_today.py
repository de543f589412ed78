"""One day's figures: unknown is never zero, and kinds are never added."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.amounts import UNKNOWN_AMOUNT, Amount, Basis, Dimension
from journal.core.entries import DayMark, Dose, Product, ProductKind, Rating
from journal.core.moments import HOUR_MS, Moment, moment_from_local
from journal.core.queries import Day
from journal.insights.groups import Group
from journal.insights.today import Total, after_midnight, day_strip, day_totals, summarise, summarise_earlier

LEAF = Product(name="Leaf", kind=ProductKind.LEAF_POWDER)
EXTRACT = Product(name="Shot", kind=ProductKind.SHOT)
PRODUCTS = {product.id: product for product in (LEAF, EXTRACT)}
DAY = dt.date(2026, 11, 22)


def at(hour: int, minute: int = 0) -> Moment:
    return moment_from_local(dt.datetime.combine(DAY, dt.time(hour, minute)), "Europe/Berlin")


def dose(product: Product | None, milligrams: int | None, hour: int = 8) -> Dose:
    amount = UNKNOWN_AMOUNT if milligrams is None else Amount("x", milligrams, Dimension.MASS, Basis.WEIGHED)
    return Dose(at=at(hour), product=None if product is None else product.id, amount=amount)


def test_an_unknown_amount_makes_the_total_at_least() -> None:
    assert day_totals((dose(LEAF, 2500), dose(LEAF, None)), PRODUCTS) == (
        Total(Group.LEAF, Dimension.MASS, 2500, 1, 1),
    )


def test_only_unknown_amounts_have_no_total_at_all() -> None:
    assert day_totals((dose(LEAF, None),), PRODUCTS) == (Total(Group.LEAF, None, None, 0, 1),)


def test_leaf_extract_and_unnamed_are_never_added() -> None:
    totals = day_totals((dose(EXTRACT, 100), dose(LEAF, 2500), dose(None, 10)), PRODUCTS)
    assert [(total.group, total.quantity) for total in totals] == [("leaf", 2500), ("extract", 100), ("not_said", 10)]


@given(st.lists(st.one_of(st.none(), st.integers(1, 10_000)), max_size=8))
def test_totals_count_every_dose_once(amounts: list[int | None]) -> None:
    totals = day_totals(tuple(dose(LEAF, amount) for amount in amounts), PRODUCTS)
    known = [amount for amount in amounts if amount is not None]
    assert sum(total.quantity or 0 for total in totals) == sum(known)
    assert sum(total.known for total in totals) == len(known)
    assert all(total.unknown == len(amounts) - len(known) for total in totals)


def test_the_summary_says_what_is_not_there() -> None:
    summary = summarise(Day.holding(DAY, DayMark(day=DAY)), PRODUCTS, None, None, at(15))
    assert (summary.doses, summary.totals, summary.marked_none, summary.ms_since_last_dose) == (0, (), True, None)
    last = dose(LEAF, 2500)
    assert summarise(Day(DAY), PRODUCTS, last, None, at(15)).ms_since_last_dose == 7 * HOUR_MS


def test_a_day_that_is_over_has_its_own_last_dose_and_rating() -> None:
    early, late = dose(LEAF, 2500, 8), dose(LEAF, 1000, 21)
    rated = [Rating(at=at(hour), symptom="back", value=value) for hour, value in ((9, 4), (19, 6), (20, None))]
    other = Rating(at=at(22), symptom="nausea", value=1)
    summary = summarise_earlier(Day.holding(DAY, late, early, *rated, other), PRODUCTS, "back")
    assert (summary.last_dose, summary.last_rating, summary.ms_since_last_dose) == (late, rated[1], None)
    assert (summarise_earlier(Day(DAY), PRODUCTS, None).last_dose, summary.doses) == (None, 2)


def test_the_strip_runs_from_day_start_to_day_start() -> None:
    rating = Rating(at=at(9, 10), symptom="pain", value=4)
    skipped = Rating(at=at(10), symptom="pain", value=None)
    strip = day_strip(
        Day.holding(DAY, dose(LEAF, 2500), dose(LEAF, 5000, 12), dose(LEAF, None, 13), rating, skipped),
        PRODUCTS, "pain", 240, at(15, 24),
    )  # fmt: skip
    assert [ms // HOUR_MS % 24 for ms in strip.hours] == [4, 7, 10, 13, 16, 19, 22, 1, 4]
    assert [bar.fraction for bar in strip.bars] == [0.5, 1.0, None]
    assert [dot.value for dot in strip.dots] == [4]
    assert strip.now == at(15, 24).local_ms
    assert day_strip(Day(DAY), {}, None, 240, moment_from_local(dt.datetime(2026, 11, 24), "UTC")).now is None


def test_the_night_is_what_the_day_before_holds_after_midnight() -> None:
    before = Day.holding(DAY - dt.timedelta(days=1), dose(LEAF, 2000, hour=1), replace(dose(LEAF, 9000), at=evening()))
    night = after_midnight(before)
    strip = day_strip(Day.holding(DAY, dose(LEAF, 4000)), PRODUCTS, None, 240, at(15), night)
    assert [bar.dose.amount.quantity for bar in strip.night] == [2000]
    assert [bar.dose.amount.quantity for bar in strip.bars] == [4000]
    assert strip.night[0].fraction == 0.5  # both on one scale


def test_without_a_night_there_is_no_lane() -> None:
    assert day_strip(Day(DAY), PRODUCTS, None, 240, at(15)).night == ()
    assert after_midnight(Day.holding(DAY, dose(LEAF, 2000))) == ()


def evening() -> Moment:
    return moment_from_local(dt.datetime.combine(DAY - dt.timedelta(days=1), dt.time(22)), "Europe/Berlin")


@pytest.mark.parametrize(
    ("units", "named"),
    [(("a", "a"), "tablet"), (("a", "b"), "tablet"), (("a", "c"), ""), (("a", None), ""), ((None,), ""), (("x",), "")],
)
def test_pieces_of_one_kind_bear_its_name(units: tuple[str | None, ...], named: str) -> None:
    doses = tuple(Dose(at=at(8), amount=Amount("1", 1000, Dimension.COUNT, unit=unit)) for unit in units)
    (total,) = day_totals(doses, {}, {"a": "tablet", "b": "tablet", "c": "capsule"})
    assert (total.quantity, total.unit) == (1000 * len(units), named)
