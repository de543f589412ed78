"""A card whose list can be said to be complete, as of a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from journal.core.entries import Condition, Entry, Substance
from journal.core.health import Statement, Subject
from journal.insights.statements import Standing, last_statement
from journal.texts.marked import marked
from journal.ui.entries.taken_beside import NOTHING_BESIDE, Beside, taken_beside
from journal.ui.health.list_card import ListCard
from journal.ui.health.part import Part
from journal.ui.health.statement_tick import StatementTick
from journal.ui.kit.bridge import Bridge

# Which entries speak against the statement, whenever they were written.
Against = Callable[[Entry], bool]


class StatingCard(ListCard):
    """``add_tick`` puts in one tick for each subject; one that the list contradicts is not offered."""

    def __init__(self, bridge: Bridge, part: Part) -> None:
        super().__init__(bridge, part)
        self.ticks: dict[Subject, StatementTick] = {}
        self._against: dict[Subject, Against] = {}

    def add_tick(self, subject: Subject, words: str, against: Against = lambda _entry: False) -> StatementTick:
        """One more tick; ``against``: entries that speak against it."""
        tick = self.ticks[subject] = StatementTick(self.bridge, subject, words, self.message)
        self._against[subject] = against
        self.add_below(tick)
        return tick

    def show_entries(self, entries: Sequence[Entry]) -> None:
        super().show_entries(entries)
        logbook = self.bridge.logbook
        statements = logbook.listed(Statement)
        current = [row.entry for row in self.part.rows(self.texts, entries, logbook.today()).now]
        own_statements = [statement for statement in statements if statement.subject in self.ticks]
        listed = [entry for entry in current if isinstance(entry, Substance | Condition)]
        written = logbook.first_written(entry.id for entry in (*listed, *own_statements))
        for subject, tick in self.ticks.items():
            tick.setVisible(not any(map(self._against[subject], current)))
            last = last_statement(own_statements, subject, logbook.today(), listed, written)
            tick.show_last(last, self._beside_said(last, listed))

    def _beside_said(self, last: Standing | None, listed: Sequence[Substance | Condition]) -> Beside:
        if last is None or not last.holds or last.statement.subject is not Subject.NOTHING_ELSE:
            return NOTHING_BESIDE
        substances = [entry for entry in listed if isinstance(entry, Substance)]
        return taken_beside(self.texts, self.bridge.logbook, last.statement, substances)


NOTHING_ELSE = marked("Nothing else, as of {day}")
NO_CONDITIONS = marked("No condition to note, as of {day}")
NO_ALLERGIES = marked("No allergy that I know of, as of {day}")
