"""A field on a form for each way in which a kind of entry declares one: choices, days, yes or no; and which it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from journal.core import fields
from journal.core.refusal import Refused
from journal.core.rough_days import has_come
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.texts.typed import read_hours, read_number
from journal.ui.entries.fillable import can_be_filled_in
from journal.ui.entries.typed_inputs import Input, LineInput, LinesInput, NoteInput, NumberInput, WholeInput
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.day_field import DayField, optional_day
from journal.ui.kit.tick_box import TickBox


class ChoiceInput(Input):
    """One of an enumeration. Nothing is chosen beforehand; what need not be said can be taken back."""

    def __init__(
        self, texts: Texts, caption: str, optional: bool, options: type[StrEnum], words: Mapping[str, str]
    ) -> None:
        self._texts, self._optional, self._options = texts, optional, options
        self._caption = caption
        self._chips = ChipRow(caption, [(option, texts(words[option])) for option in options], optional=optional)

    @property
    def widget(self) -> QWidget:
        return self._chips

    @property
    def changed(self) -> SignalInstance:
        return self._chips.changed

    def problem(self) -> str:
        open_still = not self._optional and self._chips.value() is None
        return self._texts("Choose one under “{field}” first.", field=self._caption) if open_still else ""

    def value(self) -> object:
        return self._chips.value()

    def show(self, value: object) -> None:
        self._chips.set_value(value)

    def choose(self, code: str) -> None:
        """What pressing its pill does."""
        self.restore(code)
        self._chips.changed.emit(self._chips.value())

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
    """A date that the entry says."""

    def __init__(
        self, texts: Texts, caption: str, optional: bool, today: Callable[[], dt.date] | None, declared: fields.Day
    ) -> None:
        self._texts, self._optional, self._today, self._plan = texts, optional, today, declared.plan
        example = optional_day(texts, declared.rough) if optional else ""
        self._field = DayField(texts, caption, today, example, declared.plan, declared.rough, bool(declared.ends))

    @property
    def widget(self) -> QWidget:
        return self._field

    @property
    def changed(self) -> SignalInstance:
        return self._field.changed

    def problem(self) -> str:
        try:
            day = self._field.day()
        except Refused as refused:
            return explain(self._texts, refused)
        latest = None if self._plan or self._today is None else self._today()
        if day is not None and latest is not None and not has_come(day, latest):
            return explain(self._texts, Refused("day-in-future", day=day))
        return self._texts("Type a day first.") if day is None and not self._optional else ""

    def value(self) -> object:
        return self._field.day()

    def show(self, value: object) -> None:
        self._field.set_day(value if isinstance(value, dt.date) else None)

    def state(self) -> object:
        return self._field.edit.text()

    def restore(self, state: object) -> None:
        self._field.edit.setText(str(state))


def input_of(
    texts: Texts,
    field: fields.Field,
    caption: str,
    words: Mapping[str, str],
    today: Callable[[], dt.date] | None = None,
) -> Input:
    """The input of a declared field; ``words`` name the options of a choice. TypeError where there is none for it.

    After ``today`` lie only the days of plans.
    """
    if not can_be_filled_in(field):
        raise TypeError(f"{field.name} has no general input: its kind needs a form of its own")
    match field.declared:
        case fields.Name(required=required):
            return LineInput(texts, caption, required)
        case fields.Lines():
            return LinesInput(texts, caption)
        case fields.Free(required=required):
            return NoteInput(texts, caption, required)
        case fields.Number(low, high, hours=hours):
            return NumberInput(texts, caption, not field.optional, low, high, read_hours if hours else read_number)
        case fields.Whole(low, high):
            return WholeInput(texts, caption, not field.optional, low, high)
        case fields.Flag():
            return FlagInput(caption)
        case fields.Choice(options):
            return ChoiceInput(texts, caption, field.optional, options, words)
    assert isinstance(field.declared, fields.Day)
    return DayInput(texts, caption, field.optional, today, field.declared)
