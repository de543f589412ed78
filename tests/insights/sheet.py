"""A journal on a sheet of paper: facts written down in few words, for tests of what is made of them."""

import datetime as dt
from dataclasses import dataclass, field

from journal.core.amounts import Basis, Dimension
from journal.core.entries import DayMarkKind, Phase, Product, ProductKind, Symptom
from journal.core.figure_facts import DoseFact, Facts, FirstUse, MarkFact, RatingFact
from journal.core.journal_day import day_from_number, day_number
from journal.core.moments import DAY_MS, MINUTE_MS
from journal.core.symptoms import BY_CODE
from journal.insights.groups import Group
from journal.insights.period import summarise_period
from journal.insights.summary import GroupFigures, Span, Summary
from journal.insights.windows import span_back
from journal.insights.without_private import without_private

LEAF = Product(id="leaf", name="Green", kind=ProductKind.LEAF_POWDER)
SECOND_LEAF = Product(id="leaf2", name="Amber", kind=ProductKind.CAPSULE)
SHOT = Product(id="shot", name="Shot", kind=ProductKind.SHOT)
SEVEN_OH = Product(id="seven", name="Seven", kind=ProductKind.SEVEN_OH)
UNSAID = Product(id="unsaid", name="Unsaid")
TEA_HERB = Product(id="herb", name="Herb", kind=ProductKind.OTHER)
PRODUCTS = {product.id: product for product in (LEAF, SECOND_LEAF, SHOT, SEVEN_OH, UNSAID, TEA_HERB)}

PAIN = Symptom(id="pain", code="back_pain", kind=BY_CODE["back_pain"].kind, main=True)
SLEEP = Symptom(id="sleep", code="sleep_quality", kind=BY_CODE["sleep_quality"].kind, position=1)
NAUSEA = Symptom(id="nausea", code="nausea", kind=BY_CODE["nausea"].kind, position=2)
ITCHING = Symptom(id="itching", code="itching", kind=BY_CODE["itching"].kind, position=3)
RESTLESS = Symptom(id="restless", code="restless_legs", kind=BY_CODE["restless_legs"].kind, position=4)
YELLOW = Symptom(id="yellow", code="yellow_skin", kind=BY_CODE["yellow_skin"].kind, position=5)
SYMPTOMS = (PAIN, SLEEP, NAUSEA, ITCHING, RESTLESS, YELLOW)

LAST = dt.date(2026, 5, 31)
PERIOD = span_back(LAST, 84)


@dataclass
class Sheet:
    """Days are counted back from the period's last day: 0 is the last, 27 the first of the last 28.

    Times are hours of the wall clock of a place at UTC, fractions allowed; the day starts at 4.
    """

    period: Span = PERIOD
    doses: list[DoseFact] = field(default_factory=list)
    ratings: list[RatingFact] = field(default_factory=list)
    marks: list[MarkFact] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    private_notes: list[int] = field(default_factory=list)
    first_uses: dict[str | None, int] = field(default_factory=dict)  # times by product, of doses before the sheet
    begun: dt.date | None = None  # if there were entries before the sheet

    def at(self, day: int, hour: float) -> int:
        return (day_number(self.period.last) - day) * DAY_MS + round(hour * 60) * MINUTE_MS

    def dose(
        self,
        day: int,
        grams: float | None = 2.0,
        hour: float = 8,
        product: Product | None = LEAF,
        basis: Basis = Basis.WEIGHED,
        noted_after_min: int = 0,
        dimension: Dimension = Dimension.MASS,
        private: bool = False,
    ) -> str:
        """``grams``, or millilitres or pieces."""
        at, name = self.at(day, hour), f"dose {len(self.doses)}"
        quantity = None if grams is None else round(grams * 1000)
        of = None if grams is None else dimension
        kind = None if product is None else product.id
        recorded = at + noted_after_min * MINUTE_MS
        self.doses.append(DoseFact(name, at, at, recorded, kind, quantity, of, basis, int(private)))
        return name

    def rating(
        self,
        day: int,
        value: int | None = 5,
        hour: float = 12,
        symptom: Symptom = PAIN,
        phase: Phase = Phase.ROUTINE,
        dose: str | None = None,
        private: bool = False,
    ) -> None:
        at = self.at(day, hour)
        self.ratings.append(RatingFact(at, at, at, symptom.id, value, phase, dose, int(private)))

    def mark(self, day: int, mark: DayMarkKind = DayMarkKind.NONE_TODAY, private: bool = False) -> None:
        self.marks.append(MarkFact(day_number(self.period.last) - day, mark, int(private)))

    def note(self, day: int, hour: float = 12, private: bool = False) -> None:
        (self.private_notes if private else self.notes).append(self.at(day, hour))

    def _first_uses(self) -> tuple[FirstUse, ...]:
        """Of the products of the sheet, unless they were used before it."""
        first, shown = dict(self.first_uses), dict(self.first_uses)
        for dose in sorted(self.doses, key=lambda dose: dose.local_ms):
            first.setdefault(dose.product, dose.local_ms)
            if not dose.private:
                shown.setdefault(dose.product, dose.local_ms)
        uses = (FirstUse(product, at, shown.get(product)) for product, at in first.items())
        return tuple(sorted(uses, key=lambda use: use.local_ms))

    def _begun(self) -> dt.date | None:
        shown = [rating.local_ms for rating in self.ratings if not rating.private]
        times = [dose.local_ms for dose in self.doses] + shown + self.notes
        marks = [day_from_number(mark.day) for mark in self.marks if not mark.private]
        days = [day_from_number((at - 4 * 60 * MINUTE_MS) // DAY_MS) for at in times] + marks
        return self.begun or min(days, default=None)

    def facts(self, span: Span | None = None) -> Facts:
        """Those of twelve weeks at least, however short the period."""
        span = span or Span(min(self.period.first, PERIOD.first), self.period.last)
        return Facts(
            span.first,
            span.last,
            doses=tuple(sorted(self.doses, key=lambda dose: dose.utc_ms)),
            ratings=tuple(sorted(self.ratings, key=lambda rating: rating.utc_ms)),
            marks=tuple(sorted(self.marks)),
            notes=tuple(sorted(self.notes)),
            private_notes=tuple(sorted(self.private_notes)),
            first_uses=self._first_uses(),
            begun=self._begun(),
        )

    def summary(self, symptoms: tuple[Symptom, ...] = SYMPTOMS) -> Summary:
        return summarise_period(self.facts(), PRODUCTS, symptoms, self.period)

    def without_private(self, symptoms: tuple[Symptom, ...] = SYMPTOMS) -> Summary:
        """The summary that a page may print."""
        return summarise_period(without_private(self.facts()), PRODUCTS, symptoms, self.period)

    def group(self, group: Group = Group.LEAF) -> GroupFigures:
        """The figures of a group that has some."""
        figures = self.summary().group(group)
        assert figures is not None
        return figures
