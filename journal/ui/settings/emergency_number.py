"""The emergency number of the country that is looked at, and a field for another one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.core.refusal import Refused
from journal.guidance import Country
from journal.guidance.own_lines import emergency_number
from journal.guidance.signs_in_words import has_digits
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.buttons import button
from journal.ui.kit.fields import line_edit
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label
from journal.ui.safety.numbers import breakable, changed_number


class EmergencyNumber(QObject):
    """Parts of a card. ``typed`` carries a number that can be called, ``reset_wanted`` means the one that came."""

    typed = Signal(str)
    reset_wanted = Signal()

    def __init__(self, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self.number = label(role="strong", wrap=True)
        self.origin = label(role="small", wrap=True)
        self.edit = line_edit(texts("Another emergency number"), texts("Another number"))
        self.edit.returnPressed.connect(self.save)
        self.message = InlineMessage()
        self.message.withdraw_on(self.edit.textEdited)
        self.use = button(texts("Use it"), self.save)
        self.use.setAccessibleName(texts("Use it as the emergency number"))
        self.reset = button(texts("Reset"), self.reset_wanted.emit)
        self.reset.setAccessibleName(texts("Reset the emergency number"))

    def parts(self) -> tuple[QWidget, ...]:
        """In the order of the card."""
        return self.number, self.origin, self.edit, self.message, flowing(self.use, self.reset)

    def show_country(self, country: Country) -> None:
        """Its number, and where that comes from."""
        texts, own = self._texts, country.changed is not None
        number = country.emergency if has_digits(country) else texts(country.emergency)
        self.number.setText(texts("{country}: {number}", country=texts(country.name), number=breakable(number)))
        origin = (
            texts("This number came with the program. It is that of the country above.")
            if country.code
            else texts("The program has no number for the country above.")
        )
        self.origin.setText(changed_number(texts, country) if own else origin)
        self.reset.setVisible(own)

    def save(self) -> None:
        """Put the typed number in the place of the country's."""
        try:
            number = emergency_number(self.edit.text())
        except Refused as refused:
            self.message.refuse(explain(self._texts, refused))
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.edit.clear()
        self.typed.emit(number)
