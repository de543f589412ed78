"""Withdrawal-type ratings by the hours since the last dose: dots, medians where there is enough, and n of every bin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journal.insights.decimals import decimal
from journal.insights.since_dose import Bin, SinceDose
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class WearingOffData:
    """The bins with their words; the last one is before the first dose of a day."""

    texts: Texts
    since_dose: SinceDose

    @property
    def bins(self) -> Sequence[Bin]:
        """All bins, those without a rating too."""
        return self.since_dose.bins

    @property
    def notes(self) -> Sequence[str]:
        """A last line of words below the bins; empty: none."""
        return ()

    def label(self, of: Bin) -> str:
        """What stands under a bin: "< 1", "2–4", "6+", "before"."""
        texts = self.texts
        if of.start is None:
            return texts("before")
        if of.end is None:
            return texts("{hours}+", hours=texts.integer(of.start))
        if of.start == 0:
            return texts("< {hours}", hours=texts.integer(of.end))
        return texts("{first}–{last}", first=texts.integer(of.start), last=texts.integer(of.end))

    def description(self) -> str:
        """The chart in words."""
        texts, since_dose = self.texts, self.since_dose
        if not since_dose.ratings:
            return texts("No rating of a withdrawal sign has a known time since the last dose.")
        bins_in_words = "; ".join(self._bin_in_words(bin_) for bin_ in since_dose.bins if bin_.values)
        n = texts.plural("{n} rating", "{n} ratings", since_dose.ratings)
        days = texts.plural("{n} day", "{n} days", since_dose.days)
        return texts("Withdrawal signs, 0–10, {n} on {days}. {said}.", n=n, days=days, said=bins_in_words)

    def _bin_in_words(self, of: Bin) -> str:
        """ "2–4 hours after a dose: median 1.0, middle half 0.0 to 2.0 (n 10 on 9 days)"."""
        texts = self.texts
        n = texts("n {n} on {days}", n=texts.integer(len(of.values)), days=texts.plural("{n} day", "{n} days", of.days))
        where = self._where(of)
        if of.middle is None or of.low is None or of.high is None:
            values = ", ".join(texts.integer(value) for value in of.values)
            return texts("{where}: {values} ({n})", where=where, values=values, n=n)
        low, middle, high = (decimal(texts, value) for value in (of.low, of.middle, of.high))
        words = texts("{where}: median {middle}, middle half {low} to {high}", where=where, middle=middle, low=low,
                      high=high)  # fmt: skip
        return texts("{said} ({n})", said=words, n=n)

    def _where(self, of: Bin) -> str:
        texts = self.texts
        if of.start is None:
            return texts("before the first dose of a day")
        return texts("{hours} hours after a dose", hours=self.label(of))
