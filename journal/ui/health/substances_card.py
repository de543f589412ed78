"""The card "What else I take": the list, the line to add to it, and that there is nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.core.entries import Entry
from journal.core.health import Subject
from journal.ui.health.part import Part
from journal.ui.health.stating_card import NOTHING_ELSE, StatingCard
from journal.ui.health.substance_line import SUBSTANCE_DRAFT, SubstanceLine
from journal.ui.health.taken_figures import taken_figures
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.widgets import label


class SubstancesCard(StatingCard):
    """``same_wanted`` is that of the line. "Nothing else" waits while something is typed and not added."""

    same_wanted = Signal(object, str)

    def __init__(self, bridge: Bridge, part: Part) -> None:
        super().__init__(bridge, part)
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
        super().show_entries(entries)
        figures = taken_figures(self.texts, self.bridge.logbook)
        self.figures.setText(figures)
        self.figures.setVisible(bool(figures))
        self._offer()

    def _offer(self) -> None:
        waits = bool(self.line.name.text().strip())
        self.nothing_else.tick.setEnabled(self.bridge.can_write and not waits)

    def restore_draft(self) -> None:
        """Show what was typed and not added when the program ended."""
        draft = self.bridge.logbook.draft(SUBSTANCE_DRAFT)
        if draft is not None and self.bridge.can_write and not self.line.restore_draft(draft):
            self.bridge.forget_draft(SUBSTANCE_DRAFT)

    def home(self) -> QWidget:
        return self.line.name
