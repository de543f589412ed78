"""What must hold for any journal: days without entries say nothing, and undo brings every number back."""

import datetime as dt
import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import DayMark, Dose, Entry, Phase, Product, ProductKind, Rating, Symptom
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.insights.groups import group_of_product
from journal.insights.period import default_period, summarise_period
from journal.insights.statistics import median
from journal.insights.summary import Figure, Measure, Span, Statistic, Summary, Unit
from journal.logbook import Logbook
from tests.insights.random_journals import sheets
from tests.insights.sheet import PERIOD, PRODUCTS, SYMPTOMS, Sheet
from tests.journals import JournalAt

QUICKLY = settings(max_examples=min(25, settings().max_examples))  # a drawn journal costs twenty milliseconds and more


def measures(summary: Summary) -> list[Measure]:
    """Every measure of a summary."""
    of_groups = [
        measure
        for group in summary.groups
        for measure in (group.days_taken, group.amount, group.doses, group.largest_day)
        if measure is not None
    ]
    return [*of_groups, summary.gap, summary.days_without, summary.days_recorded,
            summary.main_measure, summary.second_measure]  # fmt: skip


@QUICKLY
@given(sheets(), st.integers(0, 400), st.integers(0, 400))
def test_empty_days_outside_change_nothing(sheet: Sheet, before: int, after: int) -> None:
    days = dt.timedelta(days=1)
    wide = Span(PERIOD.first - before * days, PERIOD.last + after * days)
    assert summarise_period(sheet.facts(wide), PRODUCTS, SYMPTOMS, PERIOD) == sheet.summary()


@QUICKLY
@given(sheets(most_days=56), st.integers(56, 200))
def test_a_longer_period_of_empty_days_changes_no_key_figure(sheet: Sheet, days: int) -> None:
    longer = Span(PERIOD.last - dt.timedelta(days=days - 1), PERIOD.last)
    summary = summarise_period(sheet.facts(longer), PRODUCTS, SYMPTOMS, longer)
    expected = sheet.summary()
    assert [group.group for group in summary.groups] == [group.group for group in expected.groups]
    for one, other in zip(measures(summary), measures(expected), strict=True):
        assert (one.last7, one.last28, one.before28) == (other.last7, other.last28, other.before28)
    assert summary.before_and_after == expected.before_and_after


@QUICKLY
@given(sheets(), st.integers(0, 83))
def test_forgetting_a_day_never_makes_it_a_zero(sheet: Sheet, emptied: int) -> None:
    """A day that turns empty takes its values away; nothing is filled in for it."""
    before, after = sheet.summary(), _without(sheet, emptied).summary()
    for group in after.groups:
        earlier = before.group(group.group)
        assert earlier is not None
        for now, then in ((group.doses, earlier.doses), (group.days_taken, earlier.days_taken)):
            assert now.last28.n <= then.last28.n
        if group.largest_day is not None and group.unit is earlier.unit and group.largest_day.last28.value is not None:
            assert earlier.largest_day is not None and earlier.largest_day.last28.value is not None
            assert group.largest_day.last28.value.value <= earlier.largest_day.last28.value.value


def _without(sheet: Sheet, day: int) -> Sheet:
    facts = sheet.facts()
    index = facts.days - 1 - day
    return Sheet(
        doses=[dose for dose in facts.doses if facts.index_of(dose.local_ms) != index],
        ratings=[rating for rating in facts.ratings if facts.index_of(rating.local_ms) != index],
        marks=[mark for mark in facts.marks if mark.day - day_number(facts.first) != index],
    )


@given(st.lists(st.integers(1, 40), min_size=10, max_size=28), st.data())
def test_empty_days_inside_never_change_an_amount(grams: list[int], data: st.DataObject) -> None:
    """Spread the same days over more calendar: the amounts of the days are the same, so is their median."""
    places = sorted(data.draw(st.sets(st.integers(0, 27), min_size=len(grams), max_size=len(grams))))
    close, spread = Sheet(), Sheet()
    for day, (place, amount) in enumerate(zip(places, grams, strict=True)):
        close.dose(day, amount / 4)
        spread.dose(place, amount / 4)
    measure, expected = (sheet.group().amount for sheet in (spread, close))
    assert measure is not None and expected is not None
    assert measure.last28 == expected.last28
    assert measure.last28.value == Statistic(median([amount / 4 for amount in grams]))


@QUICKLY
@given(sheets())
def test_every_number_has_its_n_or_its_reason(sheet: Sheet) -> None:
    summary = sheet.summary()
    for measure in measures(summary):
        for figure in (measure.last7, measure.last28, measure.before28):
            assert (figure.value is None) == (figure.missing is not None)
            assert figure.value is None or figure.n > 0
            assert figure.incomplete <= figure.n
            if figure.low is not None and figure.high is not None and figure.value is not None:
                assert figure.low.value <= figure.value.value <= figure.high.value
        assert (measure.trend is None) == (measure.word is None)
        if measure.trend is not None:
            assert (measure.trend.slope is None) == (measure.trend.direction is None) == (measure.trend.weeks < 6)
    quality = summary.quality
    assert quality.known + quality.other_days == quality.recorded <= quality.days


@QUICKLY
@given(sheets())
def test_groups_are_counted_apart(sheet: Sheet) -> None:
    """Every dose of the last 28 days is counted in one group, and no figure changes with another group's doses."""
    summary, facts = sheet.summary(), sheet.facts()
    last = [dose for dose in facts.doses if facts.index_of(dose.local_ms) >= facts.days - 28]
    assert sum(group.doses28 for group in summary.groups) == len(last)
    for group in summary.groups:
        kept = [dose for dose in facts.doses if group_of_product(PRODUCTS.get(dose.product or "")) is group.group]
        alone = Sheet(doses=kept).summary().group(group.group)
        assert alone is not None and alone.unit in (group.unit, Unit.GRAMS)
        assert (alone.days28, alone.doses28, alone.last_taken) == (group.days28, group.doses28, group.last_taken)
        now, then = group.doses.last28, alone.doses.last28
        assert now.n == then.n and [_known(part) for part in _parts(now)] == [_known(part) for part in _parts(then)]


def _parts(figure: Figure) -> tuple[Statistic | None, ...]:
    return figure.low, figure.value, figure.high


def _known(statistic: Statistic | None) -> float | None:
    return None if statistic is None else statistic.value


@QUICKLY
@given(sheets())
def test_no_rating_serves_two_pairs(sheet: Sheet) -> None:
    pairs = sheet.summary().before_and_after.pairs
    assert len({pair.dose for pair in pairs}) == len(pairs)
    assert all(earlier.day <= later.day for earlier, later in pairwise(pairs))


# --- through a real journal ---


def summary_of(book: Logbook) -> Summary:
    period = default_period(moment_at(book.clock.now_ms(), "Europe/Berlin").local.date())
    products = {product.id: product for product in book.products()}
    return summarise_period(book.facts(period.first, period.last), products, book.symptoms(), period)


def entries_of(book: Logbook, day: int, rng: random.Random, product: Product, symptom: Symptom) -> list[Entry]:
    at = moment_at(book.clock.now_ms() - day * DAY_MS - rng.randrange(5) * HOUR_MS, "Europe/Berlin")
    amount = Amount("x", rng.randrange(1, 20) * 500, Dimension.MASS, rng.choice(list(Basis)))
    dose = Dose(at=at, product=product.id, amount=amount)
    later = replace(at, utc_ms=at.utc_ms + 90 * 60_000)
    before = Rating(at=at, symptom=symptom.id, value=rng.randrange(11), dose=dose.id, phase=Phase.BEFORE)
    after = Rating(at=later, symptom=symptom.id, value=rng.randrange(11), dose=dose.id, phase=Phase.AFTER)
    return [dose, before, after]


def test_undo_restores_every_number(plain_journal: JournalAt) -> None:
    rng = random.Random(7)
    with plain_journal.open() as book:
        product, symptom = Product(name="Green", kind=ProductKind.LEAF_POWDER), Symptom(name="Knee", main=True)
        book.save(product, symptom)
        steps = [summary_of(book)]
        saved: list[Entry] = []
        for day in range(1, 40):
            saved = entries_of(book, day, rng, product, symptom)
            book.save(*saved)
            steps.append(summary_of(book))
        book.delete([entry.id for entry in saved])
        steps.append(summary_of(book))
        book.save(DayMark(day=default_period(dt.date(2026, 11, 22)).last - dt.timedelta(days=70)))
        steps.append(summary_of(book))
        assert steps[0] != steps[20] != steps[-1]
        for expected in reversed(steps[:-1]):
            book.undo()
            assert summary_of(book) == expected
        for expected in steps[1:]:
            book.redo()
            assert summary_of(book) == expected


@pytest.mark.parametrize("days", [1, 27, 28, 84, 400])
def test_any_length_of_period(days: int) -> None:
    sheet = Sheet(Span(PERIOD.last - dt.timedelta(days=days - 1), PERIOD.last))
    sheet.dose(0, 2)
    summary = sheet.summary()
    assert summary.quality.days == days
    assert summary.groups[0].largest_day is not None
    assert summary.groups[0].largest_day.last28 == Figure(Statistic(2), 1)
    assert {measure.trend.of for measure in measures(summary) if measure.trend is not None} == {days // 7}
