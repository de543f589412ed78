"""Searching in a worker: the last request wins, and the list grows when its end comes into view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from journal.core.entries import Entry
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.health_names import ALSO_CALLED, REASONS, found_by_name
from journal.texts.marked import marked
from journal.texts.names import DAY_MARKS, PREPARATIONS, symptom_code_names
from journal.ui.diary.filters import PAGE, Filters
from journal.ui.diary.on_lists import found_on_lists
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.tasks import run_in_background, while_alive

_MEASURED = marked({"systolic": "Blood pressure", "pulse": "Pulse", "weight": "Weight", "sleep": "Sleep"})


class Search(QObject):
    """One search at a time; the result of an older one is ignored once a newer one was started."""

    found = Signal(list, bool, list)  # entries, whether there are more, and what is on lists that are about no day
    refused = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._names = names_for_search(bridge.texts)
        self._filters = Filters()
        self._limit = PAGE
        self._ticket = 0

    def start(self, filters: Filters) -> None:
        """Look for this."""
        self._filters, self._limit = filters, PAGE
        self._ask()

    def again(self) -> None:
        """Look for the same as last time: the journal changed."""
        self._ask()

    def more(self) -> None:
        """Look further back."""
        self._limit += PAGE
        self._ask()

    def stop(self) -> None:
        """Ignore the result of a search that still runs."""
        self._ticket += 1

    def _ask(self) -> None:
        self._ticket += 1
        ticket, limit, logbook = self._ticket, self._limit, self._bridge.logbook
        query = self._filters.query(logbook.today(), limit)
        names, filters, texts = self._names, self._filters, self._bridge.texts
        answer, refusal = while_alive(self, self._answer(ticket, limit)), while_alive(self, self._refusal(ticket))

        def look() -> tuple[list[Entry], list[Entry]]:
            return logbook.find(query, names), found_on_lists(logbook, texts, filters)

        run_in_background(look, answer, refusal)

    def _answer(self, ticket: int, limit: int) -> Callable[[tuple[list[Entry], list[Entry]]], None]:
        def emit_if_newest(answer: tuple[list[Entry], list[Entry]]) -> None:
            entries, on_lists = answer
            if ticket == self._ticket:
                self.found.emit(entries, len(entries) >= limit, on_lists)

        return emit_if_newest

    def _refusal(self, ticket: int) -> Callable[[Exception], None]:
        def emit_if_newest(problem: Exception) -> None:
            if ticket == self._ticket and isinstance(problem, Refused):
                self.refused.emit(problem)

        return emit_if_newest


def names_for_search(texts: Texts) -> dict[str, str]:
    """What kinds of entries, symptoms, day marks and other choices are called, so that their names find them."""
    marks = {code: texts(name) for code, name in DAY_MARKS.items()}
    kinds = {code: texts(kind.name) for code, kind in ENTRY_KINDS.items()}
    measured = {f"measurement.{column}": texts(name) for column, name in _MEASURED.items()}
    symptoms = symptom_code_names(texts)
    symptoms |= {code: f"{symptoms[code]}, {texts(other)}" for code, other in ALSO_CALLED.items() if code in symptoms}
    reasons = {f"dose.reasons.{code}": texts(name) for code, name in REASONS.items()}
    prepared = {code: texts(name) for code, name in PREPARATIONS.items()}
    return prepared | found_by_name(texts) | symptoms | marks | kinds | measured | reasons
