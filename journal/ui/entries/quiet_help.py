"""Whom to talk to in a bad hour, said quietly: the crisis line of the chosen country and the person's own people."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Contact
from journal.guidance.signs_in_words import country_of, crisis_in
from journal.texts.unbroken import unbroken
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.widgets import label


class QuietHelp(QWidget):
    """Stands with urges, withdrawal and moods, whatever was answered; it asks nothing and is never a reaction."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        for line in lines_of(bridge):
            body.addWidget(label(line, "small", wrap=True))


def lines_of(bridge: Bridge) -> list[str]:
    """One sentence about the line, and one with the people that the person wrote down."""
    texts = bridge.texts
    crisis = unbroken(crisis_in(texts, country_of(*bridge.whom_to_call)))
    people = [unbroken(f"{contact.name} {contact.phone}".strip()) for contact in bridge.logbook.listed(Contact)]
    lines = [texts("If you want to talk to someone, at any hour: {crisis}.", crisis=crisis)]
    return [*lines, texts("Your own people: {people}.", people=", ".join(people))] if people else lines
