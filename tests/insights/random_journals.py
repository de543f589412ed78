"""Hypothesis strategies for whole journals of a few weeks: every day state, every kind of dose, links and all."""

from hypothesis import strategies as st

from journal.core.amounts import Basis, Dimension
from journal.core.entries import DayMarkKind, Phase, Product, Symptom
from journal.core.figure_facts import DoseFact, MarkFact, RatingFact
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, MINUTE_MS
from tests.insights.sheet import LAST, PRODUCTS, SYMPTOMS, Sheet

products: st.SearchStrategy[Product | None] = st.none() | st.sampled_from(sorted(PRODUCTS.values(), key=lambda p: p.id))
symptoms: st.SearchStrategy[Symptom] = st.sampled_from(SYMPTOMS)
_minutes = st.integers(4 * 60, 28 * 60 - 1)  # of a journal day


def _at(day: int, minute: int) -> int:
    return (day_number(LAST) - day) * DAY_MS + minute * MINUTE_MS


@st.composite
def doses(draw: st.DrawFn, day: int) -> DoseFact:
    at, product = _at(day, draw(_minutes)), draw(products)
    quantity = draw(st.none() | st.integers(1, 40).map(lambda quarters: 250 * quarters))
    dimension = None if quantity is None else draw(st.sampled_from([Dimension.MASS, Dimension.MASS, Dimension.VOLUME]))
    recorded = at + draw(st.sampled_from([0, 90, 2000])) * MINUTE_MS
    basis = draw(st.sampled_from(Basis))
    name = f"{day}-{draw(st.integers(0, 10**9))}"
    return DoseFact(name, at, at, recorded, product.id if product else None, quantity, dimension, basis)


@st.composite
def ratings(draw: st.DrawFn, day: int, dose: str | None) -> RatingFact:
    at = _at(day, draw(_minutes))
    value, phase = draw(st.none() | st.integers(0, 10)), draw(st.sampled_from(Phase))
    link = dose if draw(st.booleans()) else None
    return RatingFact(at, at, at, draw(symptoms).id, value, phase, link)


@st.composite
def sheets(draw: st.DrawFn, most_days: int = 84) -> Sheet:
    """A journal whose recorded days are drawn; the others are empty."""
    sheet = Sheet()
    for day in sorted(draw(st.sets(st.integers(0, most_days - 1), max_size=40))):
        taken = draw(st.lists(doses(day), max_size=4))
        sheet.doses += taken
        sheet.ratings += draw(st.lists(ratings(day, taken[0].id if taken else None), max_size=5))
        if mark := draw(st.none() | st.sampled_from(DayMarkKind)):
            sheet.marks.append(MarkFact(day_number(LAST) - day, mark))
    return sheet
