"""Whom to talk to in a bad hour, said quietly: the crisis line of the chosen country and the person's own people."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import Contact
from journal.guidance.signs_in_words import country_of
from journal.guidance.whom_to_talk_to import help_lines_of
from journal.texts.isolates import isolated
from journal.texts.unbroken import unbroken
from journal.ui.entries.ask_country import AskCountry
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import clear_layout, label


class QuietHelp(QWidget):
    """Shown with urges, withdrawal, moods, attempts and the plan, whatever was answered; it asks nothing.

    It follows the country and the people that the person wrote down.
    """

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._shown: tuple[list[str], bool] = ([], False)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(4)
        self._renew()
        bridge.changed.connect(self._journal_changed)
        bridge.country_chosen.connect(self._renew)

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()  # the country is of this computer and no entry

    def _journal_changed(self, change: ChangeSet) -> None:
        if change.kinds & {"contact", "trash"}:
            self._renew()

    def _renew(self) -> None:
        shown = lines_of(self._bridge), not country_of(*self._bridge.whom_to_call).code
        if shown == self._shown:
            return
        self._shown = lines, asks = shown
        clear_layout(self._body)
        for line in lines:
            self._add(label(line, "small", wrap=True))
        if asks:
            self._add(flowing(button(self._bridge.texts("Choose your country"), self._ask_country)))

    def _add(self, widget: QWidget) -> None:
        self._body.addWidget(widget)
        widget.show()

    def _ask_country(self) -> None:
        """Ask in this place; the answer shows the number and takes the question away."""
        clear_layout(self._body)
        self._add(label(self._bridge.texts("Choose your country to see its crisis line:"), "small", wrap=True))
        asked = AskCountry(self._bridge.texts)
        asked.chosen.connect(self._bridge.country_chosen)
        self._add(asked)
        asked.countries.setFocus()


def lines_of(bridge: Bridge) -> list[str]:
    """What there is in the country, and the people that the person wrote down."""
    texts = bridge.texts
    country = country_of(*bridge.whom_to_call)
    # A name written from the right must not take the number of the person beside it.
    people = [
        unbroken(f"{isolated(contact.name)} {contact.phone}".strip()) for contact in bridge.logbook.listed(Contact)
    ]
    lines = list(help_lines_of(texts, country))
    return [*lines, texts("Your own people: {people}.", people=", ".join(people))] if people else lines
