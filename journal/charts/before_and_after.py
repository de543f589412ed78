"""How often the rating after a dose was so many points lower or higher than the one before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from journal.insights import thresholds
from journal.texts import Texts

NARROWEST = 6  # points to either side of "no change", so that two reports look alike


@dataclass(frozen=True, slots=True)
class BeforeAndAfterData:
    """Changes (after minus before, -10 to 10) and how many pairs have each; bars from 6 days on, single dots below."""

    texts: Texts
    counts: tuple[tuple[int, int], ...]
    days: int
    reach: int

    @property
    def pair_count(self) -> int:
        """How many pairs."""
        return sum(count for _, count in self.counts)

    @property
    def bars(self) -> bool:
        """Whether there are enough days for bars."""
        return self.days >= thresholds.DAYS_WITH_PAIRS

    @property
    def message(self) -> str:
        """Said in place of the chart when there is no pair."""
        return "" if self.counts else self.texts("No ratings before and after a dose.")

    def counted(self) -> str:
        """What the bars show, in one sentence, where there is no room for them."""
        texts = self.texts
        if not self.counts:
            return ""
        lower, higher = (sum(count for change, count in self.counts if change * sign > 0) for sign in (-1, 1))
        same = self.pair_count - lower - higher
        return texts("Rating after the dose: lower {lower}, same {same}, higher {higher}.", lower=texts.integer(lower),
                     same=texts.integer(same), higher=texts.integer(higher))  # fmt: skip

    def description(self) -> str:
        """The chart in words."""
        if not self.counts:
            return self.message
        texts = self.texts
        counts = [
            texts.plural("{change}: {n} pair", "{change}: {n} pairs", count, change=change_text(texts, change))
            for change, count in self.counts
        ]
        return texts("Change after a dose, in points. {counts}.", counts=", ".join(counts))


def before_and_after_data(changes: Sequence[int], days: int, texts: Texts) -> BeforeAndAfterData:
    """The chart of these changes, which come from so many days; refuses what no two ratings can differ by."""
    if any(abs(change) > 10 for change in changes):
        raise ValueError("a change beyond 10 points")
    counted = sorted(Counter(changes).items())
    reach = max([NARROWEST, *(abs(change) for change, _ in counted)])
    return BeforeAndAfterData(texts, tuple(counted), days, reach + reach % 2)


def change_text(texts: Texts, change: int) -> str:
    """A change with its sign: −2, 0, +3."""
    return f"{'−' if change < 0 else '+' if change else ''}{texts.integer(abs(change))}"
