"""Where the outcome of the choices stands: beside them, below them, or among what scrolls, as there is room."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journal.ui.importing.outcome import Outcome
from journal.ui.kit.pages import Sheet
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import quiet_label

# px at 100 %
_ROOM_BESIDE = 1000  # choices, and beside them what comes of them
_ROOM_BELOW = 640
_CHOICES, _OUTCOME = 11, 9  # of the width


class OutcomePlace(QWidget):
    """The choices, and what comes of them in sight at the same time; in small windows both scroll, and ``short`` says
    the counts below them."""

    def __init__(self, outcome: Outcome, choices: QWidget, among: QVBoxLayout) -> None:
        super().__init__()
        self._outcome, self._among = outcome, among
        self.short = quiet_label(wrap=True)
        self.below = QVBoxLayout()
        self.below.addWidget(self.short)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 16, 20, 4)
        self._beside = QVBoxLayout()
        column.addLayout(self._beside)
        column.addStretch(1)
        self._beside_sheet = Sheet(beside)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(Sheet(choices), _CHOICES)
        line.addWidget(self._beside_sheet, _OUTCOME)

    def choose(self, width: int, height: int, apart: bool) -> None:
        """Stand where there is room in a dialog of this size; ``apart``: there are choices to see beside it."""
        beside = apart and width >= theme().px(_ROOM_BESIDE)
        below = apart and not beside and height >= theme().px(_ROOM_BELOW)
        self._beside_sheet.setVisible(beside)
        self._outcome.move_to(self._beside if beside else self.below if below else self._among, grows=beside)
        self.short.setVisible(apart and not beside and not below)

    def say(self, words: str) -> None:
        """What is known by now; in a small window only its first line is always in sight."""
        self._outcome.state.setText(words)
        self.short.setText(words.partition("\n")[0])
