"""The person's own people with their numbers, and their own plan, beside the help lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Contact, Plan
from journal.texts import Texts
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.widgets import Card, clear_layout, label
from journal.ui.safety.numbers import CopyButton, breakable, number_label

_LONGEST_IN_LINE = 16  # letters of a number that is shown in one line, whatever the text size


class PersonRow(QWidget):
    """Someone of their own to call: the name, the number with a button that copies it, and the note."""

    def __init__(self, texts: Texts, person: Contact) -> None:
        super().__init__()
        self.copy: CopyButton | None = None
        beside = SideBySide(330, 8)
        beside.add(label(breakable(person.name), "strong", wrap=True), 1)
        if person.phone:
            long = len(person.phone) > _LONGEST_IN_LINE
            beside.add(number_label(breakable(person.phone), "strong", person.name, wrap=long), 1 if long else 0)
            self.copy = CopyButton(texts, person.phone, person.name)
            beside.add(self.copy)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2)
        body.addWidget(beside)
        if person.note:
            body.addWidget(label(breakable(person.note), wrap=True))


class OwnHelpCard(Card):
    """What the person wrote down for bad hours; empty and hidden until it is asked for."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(16, 8)
        self._texts = texts
        self.hide()

    def show_own(self, people: Sequence[Contact], plan: Sequence[Plan]) -> QWidget:
        """Show these, and that nothing is written down where there is nothing; answers with what comes first."""
        texts = self._texts
        clear_layout(self.body)
        rows = [PersonRow(texts, person) for person in sorted(people, key=lambda person: person.position)]
        parts = sorted(plan, key=lambda part: part.position)
        shown: list[QWidget] = [label(texts("My people"), "heading"), *rows]
        shown += [] if rows else [self._nothing()]
        shown.append(label(texts("My plan"), "heading"))
        for part in parts:
            shown += [label(breakable(part.heading), "strong", wrap=True)]
            shown += [label(breakable(part.text), wrap=True)] if part.text else []
        shown += [] if parts else [self._nothing()]
        for widget in shown:
            self.body.addWidget(widget)
            widget.show()
        self.show()
        first = next((row.copy for row in rows if row.copy is not None), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown[1]

    def _nothing(self) -> QWidget:
        return label(
            self._texts("Nothing is written down here. There is room for it in Health, under Care and help."),
            "quiet",
            wrap=True,
        )
