"""One choice out of many, as pills of which the first few are shown, and the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from journal.ui.kit.chip_row import ChipRow

Choices = Sequence[tuple[object, str]]


class FoldedChips(ChipRow):
    """An optional choice. While it is folded, a chosen one that is not among the first stands in place of the last."""

    unfolded = Signal()

    def __init__(self, name: str, choices: Choices, shown: int, other: str) -> None:
        """``other`` is what the pill says that shows the rest."""
        self._every, self._shown = list(choices), shown
        self._folded = len(self._every) > shown
        super().__init__(name, self._every[:shown], optional=True)
        self.other = self.add_action(other, self._open)
        self.other.setVisible(self._folded)

    @property
    def folded(self) -> bool:
        """Whether some are not shown."""
        return self._folded

    def offer(self, choices: Choices) -> None:
        """Other choices, shown as far as those before."""
        self._every = list(choices)
        self.set_choices(self._every[: self._shown] if self._folded else self._every)

    def unfold(self) -> None:
        """Show all of them."""
        if self._folded:
            self._folded = False
            self.other.hide()
            self.set_choices(self._every)
            self.unfolded.emit()

    def set_value(self, key: object | None) -> None:
        """Choose a pill without a signal, one that is not shown too."""
        if self._folded and key is not None and key not in self._keys:
            self._bring(key)
        super().set_value(key)

    def _bring(self, key: object) -> None:
        wanted = next((choice for choice in self._every if choice[0] == key), None)
        if wanted is not None:
            super().set_value(None)  # what is chosen until now is not kept among the few
            self.set_choices([*self._every[: self._shown - 1], wanted])

    def _open(self) -> None:
        self.unfold()
        self._pills()[self._shown].setFocus(Qt.FocusReason.TabFocusReason)
