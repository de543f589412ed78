"""The country of this computer: any can be looked at, one is the person's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label
from journal.ui.safety.country_choice import looking
from journal.ui.settings.country_field import CountryField, name_of


class OwnCountry(QWidget):
    """``looked_at`` with the code of another country to show, ``chosen`` with that of a new own one.

    Who has not said where they are chooses with the first country that they pick.
    """

    looked_at = Signal(str)
    chosen = Signal(str)

    def __init__(self, texts: Texts, own: str) -> None:
        super().__init__()
        self._texts, self.own, self.shown_code = texts, own, own
        self.field = CountryField(texts, own)
        self.field.picked.connect(self._picked)
        self.looking = label("", "small", wrap=True)
        self.make_own = button(texts("This is my country"), self.choose)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        for widget in (self.field, self.looking, flowing(self.make_own)):
            body.addWidget(widget)
        self._show()

    def choose(self) -> None:
        """The country that is looked at becomes the person's own."""
        self.own = self.shown_code
        self._show()
        self.chosen.emit(self.own)

    def show_own(self, code: str) -> None:
        """Another country became the person's own, elsewhere: it is the one to look at."""
        if code != self.own:
            self.own = code
            self.look_at(code)

    def look_at(self, code: str) -> None:
        """Show a country without a signal."""
        self.shown_code = code
        self._show()

    def _picked(self, code: str) -> None:
        self.look_at(code)
        if self.own:
            self.looked_at.emit(code)
        else:
            self.choose()

    def _show(self) -> None:
        elsewhere, had = self.shown_code != self.own, self.make_own.hasFocus()
        self.field.show_country(self.shown_code)
        self.looking.setText(looking(self._texts, name_of(self.own)) if elsewhere else "")
        self.looking.setVisible(elsewhere)
        self.make_own.setVisible(elsewhere)
        if had and not elsewhere:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
