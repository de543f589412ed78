"""How a symptom changed from before a dose to after it, for the screen: a column for each number of points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from journal.charts.before_and_after import BeforeAndAfterData, before_and_after_data, change_text
from journal.insights.cells import window_days
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class ChangesData(BeforeAndAfterData):
    """Columns are points, not days: none of them can be opened."""

    symptom: str = ""

    @property
    def name(self) -> str:
        """What the chart is called."""
        return self.texts("{symptom} before and after a dose", symptom=self.symptom)

    @property
    def count(self) -> int:
        """How many columns."""
        return 2 * self.reach + 1

    @property
    def strides(self) -> tuple[int, int]:
        """To the right is the next column; there are none below."""
        return 1, 0

    def day(self, _index: int) -> None:
        """No day: a column is of many."""

    def sentence(self, index: int) -> str:
        """A column in words."""
        change, texts = index - self.reach, self.texts
        pairs = texts.plural("{n} pair of ratings", "{n} pairs of ratings", Counter(dict(self.counts))[change])
        if change == 0:
            return texts("The same after the dose: {pairs}.", pairs=pairs)
        if change > 0:
            one = "{n} point higher after the dose: {pairs}."
            return texts.plural(one, "{n} points higher after the dose: {pairs}.", change, pairs=pairs)
        one = "{n} point lower after the dose: {pairs}."
        return texts.plural(one, "{n} points lower after the dose: {pairs}.", -change, pairs=pairs)

    def caption(self) -> str:
        """How many there are, of which days, and what they do not say."""
        texts, shown = self.texts, _few(self.texts, self.bars)
        days = texts.plural("{n} day", "{n} days", self.days)
        pairs = texts.plural(
            "{n} pair of ratings on {days} of the last {window}",
            "{n} pairs of ratings on {days} of the last {window}",
            self.pair_count,
            days=days,
            window=window_days(texts),
        )
        parts = (pairs, shown, texts("it does not show the cause"))
        return " · ".join(part for part in parts if part) if self.counts else ""

    def table(self) -> tuple[list[str], list[list[str]]]:
        """Column names, and one row for each change there was."""
        names = [self.texts("Points after a dose"), self.texts("Pairs of ratings")]
        return names, [[change_text(self.texts, change), self.texts.integer(n)] for change, n in self.counts]

    def least_height(self, _width: float, label: float) -> float:
        """Room for bars that can be compared."""
        return label * 20


def _few(texts: Texts, enough: bool) -> str:
    """What single dots mean, where there are too few days for bars."""
    return "" if enough else texts("dot: a pair; too few days to sum up")


def changes_data(changes: Sequence[int], days: int, symptom: str, texts: Texts) -> ChangesData:
    """The chart of these changes, which come from so many days."""
    plain = before_and_after_data(changes, days, texts)
    return ChangesData(texts, plain.counts, plain.days, plain.reach, symptom)
