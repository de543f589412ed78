"""The card "What else I take": the list, the line to add to it, and that there is nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.core.entries import Draft, Entry
from journal.core.health import Subject
from journal.ui.health.part import Part, Rows
from journal.ui.health.row_hints import Beside, beside_names, check_of, with_check
from journal.ui.health.stating_card import NOTHING_ELSE, StatingCard
from journal.ui.health.substance_line import SUBSTANCE_DRAFT, SubstanceLine
from journal.ui.health.taken_figures import taken_figures
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.widgets import label

if TYPE_CHECKING:
    from journal.guidance.matching import Checked


class SubstancesCard(StatingCard):
    """``same_wanted`` is that of the line. "Nothing else" waits while something is typed and not added."""

    same_wanted = Signal(object, object)

    def __init__(self, bridge: Bridge, part: Part) -> None:
        super().__init__(bridge, part)
        self._entries: Sequence[Entry] = ()
        self._beside: Mapping[str, Beside] = {}
        self._asked = 0
        self.add.hide()  # the line is always there
        self.line = SubstanceLine(bridge)
        self.line.same_wanted.connect(self.same_wanted)
        well = QFrame()
        well.setProperty("role", "well")
        inside = QVBoxLayout(well)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(self.line)
        self.add_below(well)
        well.setVisible(bridge.can_write)
        self.nothing_else = self.add_tick(Subject.NOTHING_ELSE, NOTHING_ELSE)
        self.figures = label("", "small", wrap=True)
        self.add_below(self.figures)
        self.line.name.textChanged.connect(lambda _text: self._offer())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        super().show_entries(entries)
        self._asked += 1
        logbook = self.bridge.logbook
        run_in_background(lambda: check_of(logbook), while_alive(self, partial(self._checked, self._asked)))
        figures = taken_figures(self.texts, self.bridge.logbook)
        self.figures.setText(figures)
        self.figures.setVisible(bool(figures))
        self._offer()

    def _checked(self, ticket: int, checked: Checked) -> None:
        """Show what was found beside the names; not of a list that has changed meanwhile."""
        if ticket == self._asked:
            self._beside = beside_names(self.texts, checked)
            super().show_entries(self._entries)
            self._offer()

    def _rows_of(self, entries: Sequence[Entry]) -> Rows:
        return with_check(super()._rows_of(entries), self._beside)

    def _offer(self) -> None:
        waits = bool(self.line.name.text().strip())
        self.nothing_else.tick.setEnabled(self.bridge.can_write and not waits)

    def restore_draft(self) -> None:
        """Show what was typed and not added when the program ended."""
        draft = self.bridge.logbook.draft(SUBSTANCE_DRAFT)
        if draft is not None and self.bridge.can_write and not self.line.restore_draft(draft):
            self.bridge.forget_draft(SUBSTANCE_DRAFT)

    def bring_back(self, typed: Draft) -> bool:
        """Show in the line what was cleared, unless something else is typed there by now."""
        self.line.take_keyboard()
        if not self.bridge.can_write:
            return False
        if self.line.dirty:
            self.line.message.show_message(self.texts("Add this first, or clear it."))
            return False
        return self.line.restore_draft(typed) and self.line.keep_draft()

    def home(self) -> QWidget:
        return self.line.name
