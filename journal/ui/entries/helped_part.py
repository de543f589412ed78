"""What helped: any number of things from the person's own list, and new ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Entry, Help
from journal.core.plaintext import clean_name, folded
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import chip
from journal.ui.kit.fields import line_edit
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.push_button import PushButton


class HelpedPart(QWidget):
    """Nothing is chosen beforehand. What is typed below is one more; saving puts it on the list, too."""

    changed = Signal()

    def __init__(self, bridge: Bridge, caption: str) -> None:
        super().__init__()
        self._texts, self._caption = bridge.texts, caption
        self._listed = bridge.logbook.listed(Help)
        self._chips: dict[str, PushButton] = {}
        holder = QWidget()
        self._flow = FlowLayout(holder, 6)
        self.other = line_edit(bridge.texts("Something else that helped"), bridge.texts("something else, optional"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(holder)
        body.addWidget(self.other)
        for known in sorted(self._listed, key=lambda help_: help_.position):
            self._add(known.text)
        if not self._chips:
            self.other.setPlaceholderText(bridge.texts("in your own words, optional"))
        holder.setVisible(bool(self._chips))
        self._holder = holder
        self.other.textChanged.connect(self.changed)

    def _add(self, text: str) -> PushButton:
        made = chip(text)
        made.setAccessibleName(f"{self._caption}: {text}")
        made.leave_enter()  # Enter saves the form; Space chooses
        made.toggled.connect(self.changed)
        self._chips[text] = made
        self._flow.addWidget(made)
        return made

    def all_helped(self) -> tuple[str, ...]:
        """What helped, in the order of the list."""
        chosen = [text for text, pill in self._chips.items() if pill.isChecked()]
        typed = clean_name(self.other.text())
        return tuple(dict.fromkeys([*chosen, typed] if typed else chosen))

    def show_helped(self, helped: Sequence[str]) -> None:
        """Choose these; what is on the list no more is shown all the same."""
        for text in helped:
            (self._chips.get(text) or self._add(text)).setChecked(True)
        self._holder.setVisible(bool(self._chips))

    def created(self) -> list[Entry]:
        """What was typed, for the list, unless it is there."""
        typed = clean_name(self.other.text())
        known = {folded(help_.text) for help_ in self._listed}
        if not typed or folded(typed) in known:
            return []
        return [Help(text=typed, position=max((help_.position for help_ in self._listed), default=-1) + 1)]

    def state(self) -> dict[str, object]:
        """What was chosen and typed."""
        chosen = [text for text, pill in self._chips.items() if pill.isChecked()]
        return {"chosen": chosen, "other": self.other.text()}

    def restore(self, state: dict[str, object]) -> None:
        """Show a state again."""
        chosen = state["chosen"]
        self.show_helped([str(text) for text in chosen] if isinstance(chosen, list) else [])
        self.other.setText(str(state["other"]))
