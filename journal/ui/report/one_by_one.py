"""Single products, symptoms, medicines and notes, each with a tick: without it the pages do not tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.insights.leave_out import LeaveOut
from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import clear_layout, label

if TYPE_CHECKING:
    from journal.reports.singles import Single


class OneByOne(QWidget):
    """A button that unfolds the ticks. ``changed``: one was ticked or cleared; what is not shown stays as it was."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._singles: tuple[Single, ...] = ()
        self._out: set[str] = set()
        self.boxes: dict[str, TickBox] = {}
        self.unfold = button(texts("Choose one by one…"), self._unfold)
        self.unfold.setCheckable(True)
        self.list = QWidget()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        listed = QVBoxLayout(self.list)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(6)
        listed.addWidget(label(texts("Ticked is printed."), "strong", wrap=True))
        listed.addLayout(self._rows)
        self.list.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(self.unfold)
        body.addWidget(self.list)

    def show_singles(self, singles: Sequence[Single]) -> None:
        """What there is now; a tick that is there already stays where the keyboard is."""
        if self._singles == tuple(singles):
            return
        self._singles = tuple(singles)
        self.setVisible(bool(singles))
        clear_layout(self._rows)
        self.boxes = {}
        heading = ""
        for single in singles:
            if single.heading != heading:
                heading = single.heading
                self._rows.addWidget(label(self._texts(heading), "quiet", wrap=True))
            self._add(single)

    def _add(self, single: Single) -> None:
        box = TickBox(single.title, single.id not in self._out)
        box.toggled.connect(lambda on: self._toggled(single.id, on))
        self.boxes[single.id] = box
        self._rows.addWidget(box)

    def _toggled(self, single: str, on: bool) -> None:
        if on:
            self._out.discard(single)
        else:
            self._out.add(single)
        self.changed.emit()

    def _unfold(self) -> None:
        self.list.setVisible(self.unfold.isChecked())

    def leave_out(self) -> LeaveOut:
        """What has no tick. An id is of one kind only, so each set may hold all of them."""
        out = frozenset(self._out)
        return LeaveOut(out, out, out)

    def state(self) -> list[str]:
        """For a draft: what was left out once stays out until it is ticked again."""
        return sorted(self._out)

    def restore(self, state: Sequence[str]) -> None:
        """Show a state again."""
        self._out = set(state)
        for key, box in self.boxes.items():
            box.tick(key not in self._out)
