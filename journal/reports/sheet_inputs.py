"""What both sheets are written with: the language, what was read, what was chosen, and every word made printable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journal.core.entries import Condition
from journal.core.moments import Moment
from journal.guidance.counts_still import counts_still
from journal.reports.dated_later import since_words
from journal.reports.pen import SMALL
from journal.reports.printed import Printed, replaced_words
from journal.reports.sheet_facts import SheetFacts
from journal.reports.sheet_options import AMOUNTS, SheetOptions
from journal.reports.visit_shown import TakenBeside
from journal.texts import Texts
from journal.texts.health_names import CONDITIONS, TAKEN

_USE_WIDTH = 90.0  # points, of how often as typed


@dataclass(frozen=True, slots=True)
class SheetInputs:
    """Everything that a sheet is made from."""

    texts: Texts
    facts: SheetFacts
    options: SheetOptions
    made_at: Moment
    printed: Printed

    def name_of(self, taken: TakenBeside) -> str:
        """As it was typed; what was taken, where no name was."""
        unnamed = taken.listed is None and taken.name in TAKEN
        return self.texts(TAKEN[taken.name]) if unnamed else self.printed.words(taken.name)

    def condition(self, condition: Condition) -> str:
        """ "fatty liver", else what kind it is."""
        named = ", ".join(part for part in (condition.name, condition.place) if part)
        return self.printed.words(named) or self.texts(CONDITIONS[condition.what])

    def with_amount(self, taken: TakenBeside) -> str:
        """The name, with the day on which it ended; with its amount as it was typed, where amounts were chosen."""
        amount = taken.listed.amount if taken.listed is not None and self.options.prints(AMOUNTS) else ""
        return " ".join(filter(None, (self.name_of(taken), self.printed.words(amount), self._when(taken))))

    def without_amount(self, taken: TakenBeside) -> str:
        """The name, with the day on which it ended."""
        return " ".join(filter(None, (self.name_of(taken), self._when(taken))))

    def counts_on_card(self, taken: TakenBeside) -> bool:
        """What ended is on no card, unless it ended so lately that it may act still, or was taken after its end."""
        today = self.made_at.local.date()
        ended = taken.ended(today)
        return ended is None or counts_still(taken.name, ended, today) or any(day > ended for day in taken.days)

    def _when(self, taken: TakenBeside) -> str:
        """Its days; of what blocks opioids also how often it is taken, in the person's words: it may be a plan."""
        how_often = taken.listed.how_often if taken.listed is not None and taken.known.blocks_opioids else ""
        if not how_often or taken.ended(self.made_at.local.date()) is not None:
            return self._time_of(taken)
        use = self.printed.fitted(self.printed.words(how_often), _USE_WIDTH, SMALL)
        return " ".join(filter(None, (self.texts("({use})", use=use), self._time_of(taken))))

    def _time_of(self, taken: TakenBeside) -> str:
        """ "(until 20 Nov 2026)" of what has ended."""
        ended = taken.ended(self.made_at.local.date())
        if ended is None:
            return self._begins_later(taken)
        return self.texts("(until {day})", day=self.texts.short_day(ended))

    def _begins_later(self, taken: TakenBeside) -> str:
        """Said of a medicine that begins later than the clock, which was set back; else the card has no first day."""
        since, today = taken.listed.since if taken.listed else None, self.made_at.local.date()
        return since_words(self.texts, since, today) if since is not None and since > today else ""

    def dates(self, planned: dt.date | None, since: dt.date | None, until: dt.date | None) -> Iterator[str]:
        """ "on 14 Dec 2026", "since 1 May 2024", "until 3 Jun 2024": those that there are."""
        if planned is not None:
            yield self.texts("on {day}", day=self.texts.short_day(planned))
        if since is not None:
            yield since_words(self.texts, since, self.made_at.local.date())
        if until is not None:
            yield self.texts("until {day}", day=self.texts.short_day(until))

    def doses_left_out(self) -> str:
        """Said where a total stands that is short of them; "" where nothing is."""
        count = self.facts.left_out
        return (
            self.texts.plural(
                "{n} dose was written down and is left out.", "{n} doses were written down and are left out.", count
            )
            if count
            else ""
        )

    def not_shown(self) -> Iterator[str]:
        """Which words cannot be read as they were written."""
        texts, printed = self.texts, self.printed
        if words := replaced_words(texts, printed.replaced):
            yield words
        if fonts := printed.fonts():
            yield texts("Letters that DejaVu Sans lacks are set in {fonts}, found on this computer.",
                        fonts=printed.words(", ".join(fonts)))  # fmt: skip


def joined(parts: Iterable[str]) -> str:
    """What is there of them, parted by "; "."""
    return "; ".join(filter(None, parts))
