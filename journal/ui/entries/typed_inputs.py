"""Fields on a form in which something is typed: a line, several words, a number, a text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from journal.core.plaintext import clean_name, typed_note
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.texts.typed import read_number
from journal.ui.kit.fields import PASTED_LIMIT, NoteEdit, line_edit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

_DIGITS = 16  # typed of a whole number, or of two that are written as one, with their unit


class Input(ABC):
    """One field of an entry on a form. ``names_itself``: its widget bears its caption already."""

    names_itself = False

    @property
    @abstractmethod
    def widget(self) -> QWidget:
        """What takes the keyboard."""

    @property
    @abstractmethod
    def changed(self) -> SignalInstance:
        """Something was typed or chosen."""

    @abstractmethod
    def problem(self) -> str:
        """Why the typed text is not a valid value, in a sentence; empty: it is valid."""

    @abstractmethod
    def value(self) -> object:
        """The field's value; only where there is no problem."""

    @abstractmethod
    def show(self, value: object) -> None:
        """Show a value."""

    @abstractmethod
    def state(self) -> object:
        """What was typed or chosen, as JSON can hold it."""

    @abstractmethod
    def restore(self, state: object) -> None:
        """Show a state again."""


class LineInput(Input):
    """One typed line."""

    def __init__(self, texts: Texts, caption: str, required: bool, limit: int = PASTED_LIMIT) -> None:
        self.texts, self.caption, self.required = texts, caption, required
        self.edit: QLineEdit = line_edit(caption, "" if required else texts("optional"), limit)

    @property
    def widget(self) -> QWidget:
        return self.edit

    @property
    def changed(self) -> SignalInstance:
        return self.edit.textChanged

    def problem(self) -> str:
        if self.required and not self.edit.text().strip():
            return self.texts("Type something first: {field}.", field=self.caption)
        try:
            self.value()
        except Refused as refused:
            return explain(self.texts, refused)
        return ""

    def value(self) -> object:
        return clean_name(self.edit.text())

    def show(self, value: object) -> None:
        self.edit.setText(str(value))

    def state(self) -> object:
        return self.edit.text()

    def restore(self, state: object) -> None:
        self.edit.setText(str(state))


class LinesInput(LineInput):
    """Several words, with commas between them."""

    def __init__(self, texts: Texts, caption: str) -> None:
        super().__init__(texts, caption, required=False)

    def value(self) -> object:
        return tuple(name for part in self.edit.text().split(",") if (name := clean_name(part)))

    def show(self, value: object) -> None:
        self.edit.setText(", ".join(value) if isinstance(value, tuple) else "")


class WholeInput(LineInput):
    """A whole number from ``low`` to ``high``; nothing typed is no number, never 0."""

    def __init__(self, texts: Texts, caption: str, required: bool, low: int, high: int) -> None:
        super().__init__(texts, caption, required, _DIGITS)
        self._low, self._high = low, high

    def problem(self) -> str:
        number = self._number()
        empty = not self.edit.text().strip()
        if (empty and not self.required) or (number is not None and self._low <= number <= self._high):
            return ""
        low, high = self.texts.integer(self._low), self.texts.integer(self._high)
        return self.texts("Type a whole number from {low} to {high}.", low=low, high=high)

    def value(self) -> object:
        return self._number()

    def _number(self) -> int | None:
        typed = self.edit.text().strip()
        return int(typed) if typed.removeprefix("-").isdecimal() else None

    def show(self, value: object) -> None:
        self.edit.setText("" if value is None else str(value))


class NumberInput(LineInput):
    """A number with decimals, kept in thousandths from ``low`` to ``high``."""

    def __init__(
        self, texts: Texts, caption: str, required: bool, low: int, high: int, read: Callable[[str], int] = read_number
    ) -> None:
        super().__init__(texts, caption, required, _DIGITS)
        self._low, self._high, self._read = low, high, read

    def problem(self) -> str:
        if not self.edit.text().strip():
            return super().problem()
        typed = self.edit.text().strip()
        try:
            number = self._read(typed.removeprefix("-").removeprefix("\u2212"))
        except Refused as refused:
            return explain(self.texts, refused)
        if self._low <= number <= self._high and typed[0] not in "-\u2212":
            return ""
        low, high = self.texts.number(self._low), self.texts.number(self._high)
        return self.texts("Type a number from {low} to {high}.", low=low, high=high)

    def value(self) -> object:
        return self._read(self.edit.text()) if self.edit.text().strip() else None

    def show(self, value: object) -> None:
        # Three decimals could be thousands when they are read again; with a fourth they cannot.
        more = "0" if isinstance(value, int) and value % 10 else ""
        self.edit.setText(self.texts.number(value) + more if isinstance(value, int) else "")


class NoteInput(Input):
    """Text of any length."""

    def __init__(self, texts: Texts, caption: str, required: bool) -> None:
        self._texts, self._caption, self._required = texts, caption, required
        self._edit = NoteEdit(caption, "" if required else texts("optional"), lines=3)

    @property
    def widget(self) -> QWidget:
        return self._edit

    @property
    def changed(self) -> SignalInstance:
        return self._edit.textChanged

    def problem(self) -> str:
        empty = self._required and not self._edit.text().strip()
        return self._texts("Type something first: {field}.", field=self._caption) if empty else ""

    def value(self) -> object:
        return typed_note(self._edit.text())

    def show(self, value: object) -> None:
        self._edit.set_text(str(value))

    def state(self) -> object:
        return self._edit.text()

    def restore(self, state: object) -> None:
        if state != self._edit.text():
            self._edit.setPlainText(str(state))
