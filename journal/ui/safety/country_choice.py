"""A list to look at any country, and a button to make it one's own, so that looking alone changes nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.guidance.signs_in_words import country_of
from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label
from journal.ui.safety.numbers import CountryChooser


class CountryChoice(QWidget):
    """The list of countries; beside another one than the person's own, a button that makes it their own.

    ``looked_at`` with the code of the country that is shown now, ``chosen`` with that of a new own one. Who has not
    said where they are chooses their own with the first country they pick: they were asked for it.
    """

    looked_at = Signal(str)
    chosen = Signal(str)

    def __init__(self, texts: Texts, own: str | None) -> None:
        super().__init__()
        self._texts, self._own = texts, country_of(own).code
        self.chooser = CountryChooser(texts, own)
        self.chooser.activated.connect(lambda _index: self._look())
        self.make_own = button(texts("This is my country"), self._choose)
        self.make_own.setProperty("role", "on_emergency")
        self.looking_elsewhere = label("", "on_emergency", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addWidget(flowing(self.chooser, self.make_own))
        body.addWidget(self.looking_elsewhere)
        self._show()

    def value(self) -> str:
        """The code of the country that is looked at; "" for every other."""
        return str(self.chooser.value())

    def show_own(self, code: str | None) -> None:
        """Another country became the person's own, elsewhere: it is the one to look at."""
        self._own = country_of(code).code
        self.chooser.set_value(self._own)
        self._show()

    def _look(self) -> None:
        if not self._own and self.value():
            self._choose()
            return
        self._show()
        self.looked_at.emit(self.value())

    def _choose(self) -> None:
        self._own = self.value()
        self._show()
        self.looked_at.emit(self._own)
        self.chosen.emit(self._own)

    def _show(self) -> None:
        elsewhere = self.value() != self._own
        had = self.make_own.hasFocus()
        self.looking_elsewhere.setText(looking(self._texts, country_of(self._own).name) if elsewhere else "")
        self.looking_elsewhere.setVisible(elsewhere)
        self.make_own.setVisible(elsewhere and bool(self.value()))
        if had and not elsewhere:
            self.chooser.setFocus()


def looking(texts: Texts, own: str) -> str:
    """That another country is only looked at; ``own`` is the name of the person's own."""
    return texts("You are only looking. Your own country: {country}.", country=texts(own))
