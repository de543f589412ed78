"""A symptom by the hours since the last dose, for the screen: n of every bin, middle values where there is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.charts.wearing_off import WearingOffData
from journal.insights.decimals import decimal
from journal.insights.since_dose import Bin

_LISTED = 12  # ratings that are read out one by one


@dataclass(frozen=True, slots=True)
class HoursData(WearingOffData):
    """Columns are hours, not days: none of them can be opened."""

    symptom: str = ""

    @property
    def name(self) -> str:
        """What the chart is called."""
        return self.texts("{symptom} by hours since the last dose", symptom=self.symptom)

    @property
    def count(self) -> int:
        """How many columns."""
        return len(self.bins)

    @property
    def strides(self) -> tuple[int, int]:
        """To the right is the next column; there are none below."""
        return 1, 0

    @property
    def notes(self) -> Sequence[str]:
        """Words below the columns that have too few ratings for a middle value."""
        return [self.texts("too few") if of.middle is None else "" for of in self.bins]

    def day(self, _index: int) -> None:
        """No day: a column is of many."""

    def sentence(self, index: int) -> str:
        """A column in words."""
        of = self.bins[index]
        texts, ratings = self.texts, self._counted(of)
        if of.middle is None or of.low is None or of.high is None:
            values = ", ".join(texts.integer(value) for value in of.values[:_LISTED])
            ratings_in_words = texts("not enough for a middle value, {ratings}", ratings=ratings)
            ratings_in_words = (
                texts("{said}: {values}", said=ratings_in_words, values=values) if values else ratings_in_words
            )
        else:
            low, middle, high = (decimal(texts, value) for value in (of.low, of.middle, of.high))
            ratings_in_words = texts(
                "usually {middle}, half of them {low} to {high}, {ratings}",
                middle=middle,
                low=low,
                high=high,
                ratings=ratings,
            )
        return texts("{where}: {said}.", where=self._where(of), said=ratings_in_words)

    def description(self) -> str:
        """The chart in words."""
        if not self.since_dose.ratings:
            return self.texts("No rating has a known time since the last dose.")
        return " ".join([f"{self.name}.", *map(self.sentence, range(self.count))])

    def caption(self) -> str:
        """How to read it, and what it does not say."""
        texts, unplaced = self.texts, self.since_dose.unplaced
        parts = [
            texts("dot: a rating, 0–10"),
            texts("line: the middle value, thin lines: the middle half"),
            texts("it does not show the cause"),
        ]
        if unplaced:
            parts.append(
                texts.plural(
                    "{n} rating is left out: the last dose before it is not known",
                    "{n} ratings are left out: the last dose before them is not known",
                    unplaced,
                )
            )
        return " · ".join(parts)

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row for each column of the chart."""
        texts = self.texts
        names = [texts("Hours since the last dose"), texts("Ratings"), texts("Days"), texts("Middle value"),
                 texts("Middle half")]  # fmt: skip
        return names, [self._row(of) for of in self.bins]

    def _row(self, of: Bin) -> list[str]:
        texts, counts = self.texts, [self.texts.integer(len(of.values)), self.texts.integer(of.days)]
        where = texts("before the first dose of a day") if of.start is None else self.label(of)
        if of.middle is None or of.low is None or of.high is None:
            return [where, *counts, texts("too few"), ""]
        low, high = decimal(texts, of.low), decimal(texts, of.high)
        return [where, *counts, decimal(texts, of.middle), texts("{low} to {high}", low=low, high=high)]

    def _counted(self, of: Bin) -> str:
        texts = self.texts
        days = texts.plural("{n} day", "{n} days", of.days)
        return texts.plural("{n} rating on {days}", "{n} ratings on {days}", len(of.values), days=days)

    def least_height(self, _width: float, label: float) -> float:
        """Room for the scale and five lines of words."""
        return label * 22
