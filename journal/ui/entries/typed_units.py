"""A value that is typed with its unit behind it, 131 U/L: each part goes into its own field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journal.core.fields import Field, Name
from journal.core.printed_values import value_and_unit
from journal.ui.entries.typed_inputs import Input, LineInput


class TypedUnit:
    """Takes apart what was typed once the keyboard leaves the field; another unit in its own field stays."""

    def __init__(self, value: LineInput, unit: LineInput) -> None:
        self._value, self._unit = value, unit
        value.edit.editingFinished.connect(self.take_apart)

    def take_apart(self) -> None:
        """Put value and unit into their fields."""
        typed = self._value.edit.text(), self._unit.edit.text()
        apart = value_and_unit(*typed)
        if apart != typed:
            self._value.show(apart[0])
            self._unit.show(apart[1])


def typed_units(fields: Iterable[Field], inputs: Mapping[str, Input]) -> list[TypedUnit]:
    """The values among the fields of a form that have a unit beside them."""
    return [
        TypedUnit(value, unit)
        for field in fields
        if isinstance(field.declared, Name) and field.declared.with_unit
        if isinstance(value := inputs[field.name], LineInput)
        and isinstance(unit := inputs.get(field.declared.with_unit), LineInput)
    ]
