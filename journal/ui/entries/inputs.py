"""A field on a form for each way in which a kind of entry declares one: text, number, choice, day, yes or no."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from journal.core import fields
from journal.core.plaintext import NAME_LIMIT, clean_name, clean_note
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.entries.fillable import can_be_filled_in
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.day_field import DayField
from journal.ui.kit.fields import NoteEdit, line_edit
from journal.ui.kit.tick_box import TickBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

_DIGITS = 12  # typed of a whole number


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
        """Why what stands there is no value of the field, in a sentence; empty: it is one."""

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

    def __init__(self, texts: Texts, caption: str, required: bool, limit: int = NAME_LIMIT) -> None:
        self.texts, self.caption, self.required = texts, caption, required
        self.edit: QLineEdit = line_edit(caption, "" if required else texts("optional"), limit)

    @property
    def widget(self) -> QWidget:
        return self.edit

    @property
    def changed(self) -> SignalInstance:
        return self.edit.textChanged

    def problem(self) -> str:
        empty = self.required and not self.edit.text().strip()
        return self.texts("Type something first: {field}.", field=self.caption) if empty else ""

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
        super().__init__(texts, caption, required=False, limit=10 * NAME_LIMIT)

    def value(self) -> object:
        return tuple(name for each in self.edit.text().split(",") if (name := clean_name(each)))

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


class NoteInput(Input):
    """Text of any length."""

    def __init__(self, texts: Texts, caption: str, required: bool) -> None:
        self._texts, self._required = texts, required
        self._edit = NoteEdit(caption, "" if required else texts("optional"), lines=3)

    @property
    def widget(self) -> QWidget:
        return self._edit

    @property
    def changed(self) -> SignalInstance:
        return self._edit.textChanged

    def problem(self) -> str:
        empty = self._required and not self._edit.text().strip()
        return self._texts("There is nothing to save yet. Type a note first.") if empty else ""

    def value(self) -> object:
        return clean_note(self._edit.text())

    def show(self, value: object) -> None:
        self._edit.set_text(str(value))

    def state(self) -> object:
        return self._edit.text()

    def restore(self, state: object) -> None:
        if state != self._edit.text():
            self._edit.setPlainText(str(state))


class ChoiceInput(Input):
    """One of an enumeration. Nothing is chosen beforehand; what need not be said can be taken back."""

    def __init__(
        self, texts: Texts, caption: str, optional: bool, options: type[StrEnum], words: Mapping[str, str]
    ) -> None:
        self._texts, self._optional, self._options = texts, optional, options
        self._chips = ChipRow(caption, [(each, texts(words[each])) for each in options], optional=optional)

    @property
    def widget(self) -> QWidget:
        return self._chips

    @property
    def changed(self) -> SignalInstance:
        return self._chips.changed

    def problem(self) -> str:
        open_still = not self._optional and self._chips.value() is None
        return self._texts("Choose one first.") if open_still else ""

    def value(self) -> object:
        return self._chips.value()

    def show(self, value: object) -> None:
        self._chips.set_value(value)

    def state(self) -> object:
        return self._chips.value()

    def restore(self, state: object) -> None:
        self._chips.set_value(self._options(str(state)) if state else None)


class FlagInput(Input):
    """Yes or no."""

    names_itself = True

    def __init__(self, caption: str) -> None:
        self._box = TickBox(caption)

    @property
    def widget(self) -> QWidget:
        return self._box

    @property
    def changed(self) -> SignalInstance:
        return self._box.toggled

    def problem(self) -> str:
        return ""

    def value(self) -> object:
        return self._box.is_ticked()

    def show(self, value: object) -> None:
        self._box.tick(bool(value))

    def state(self) -> object:
        return self._box.is_ticked()

    def restore(self, state: object) -> None:
        self._box.tick(bool(state))


class DayInput(Input):
    """A date that the entry says, other than its own day."""

    def __init__(self, texts: Texts, caption: str, optional: bool) -> None:
        self._texts, self._optional = texts, optional
        self._field = DayField(texts, caption, texts("optional") if optional else "")

    @property
    def widget(self) -> QWidget:
        return self._field

    @property
    def changed(self) -> SignalInstance:
        return self._field.changed

    def problem(self) -> str:
        try:
            missing = self._field.day() is None and not self._optional
        except Refused as refused:
            return explain(self._texts, refused)
        return self._texts("Type a day first.") if missing else ""

    def value(self) -> object:
        return self._field.day()

    def show(self, value: object) -> None:
        self._field.set_day(value if isinstance(value, dt.date) else None)

    def state(self) -> object:
        return self._field.edit.text()

    def restore(self, state: object) -> None:
        self._field.edit.setText(str(state))


def input_of(texts: Texts, field: fields.Field, caption: str, words: Mapping[str, str]) -> Input:
    """The input of a declared field; ``words`` name the options of a choice. TypeError where there is none for it."""
    if not can_be_filled_in(field):
        raise TypeError(f"{field.name} has no general input: its kind needs a form of its own")
    match field.declared:
        case fields.Name(required=required):
            return LineInput(texts, caption, required)
        case fields.Lines():
            return LinesInput(texts, caption)
        case fields.Free(required=required):
            return NoteInput(texts, caption, required)
        case fields.Whole(low, high):
            return WholeInput(texts, caption, not field.optional, low, high)
        case fields.Flag():
            return FlagInput(caption)
        case fields.Choice(options):
            return ChoiceInput(texts, caption, field.optional, options, words)
    return DayInput(texts, caption, field.optional)
