"""Whom to talk to in a bad hour, said quietly: the crisis line of the chosen country and the person's own people."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Contact
from journal.guidance.signs_in_words import country_of, crisis_in
from journal.texts.unbroken import unbroken
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.widgets import clear_layout, label


class QuietHelp(QWidget):
    """Shown with urges, withdrawal, moods, attempts and the plan, whatever was answered; it asks nothing.

    It follows the country and the people that the person wrote down.
    """

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._lines: list[str] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(4)
        self._renew()
        bridge.changed.connect(self._journal_changed)

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()  # the country is of this computer and no entry

    def _journal_changed(self, change: ChangeSet) -> None:
        if change.kinds & {"contact", "trash"}:
            self._renew()

    def _renew(self) -> None:
        lines = lines_of(self._bridge)
        if lines != self._lines:
            self._lines = lines
            clear_layout(self._body)
            for line in lines:
                made = label(line, "small", wrap=True)
                self._body.addWidget(made)
                made.show()


def lines_of(bridge: Bridge) -> list[str]:
    """One sentence about the line, and one with the people that the person wrote down."""
    texts = bridge.texts
    crisis = unbroken(crisis_in(texts, country_of(*bridge.whom_to_call)))
    people = [unbroken(f"{contact.name} {contact.phone}".strip()) for contact in bridge.logbook.listed(Contact)]
    lines = [texts("If you want to talk to someone: {crisis}.", crisis=crisis)]
    return [*lines, texts("Your own people: {people}.", people=", ".join(people))] if people else lines
