"""Two numbers that are written as one, typed into the field of the first: 195/125 is taken apart into both fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from journal.core.fields import Field, Whole
from journal.core.pairs import pair_in
from journal.ui.entries.typed_inputs import Input, WholeInput


class TypedPair:
    """Takes apart what was typed above once the keyboard leaves the field; what is typed below already stays."""

    def __init__(self, above: WholeInput, below: WholeInput) -> None:
        self._above, self._below = above, below
        above.edit.editingFinished.connect(self.take_apart)

    def take_apart(self) -> None:
        """Put each number into its field, if there are two and the lower field is empty."""
        both = pair_in(self._above.edit.text())
        if both is not None and not self._below.edit.text().strip():
            upper, lower = both
            self._above.show(int(upper))
            self._below.show(int(lower))


def typed_pairs(fields: Iterable[Field], inputs: Mapping[str, Input]) -> list[TypedPair]:
    """The pairs among the fields of a form."""
    return [
        TypedPair(above, below)
        for field in fields
        if isinstance(field.declared, Whole) and field.declared.above
        if isinstance(above := inputs[field.name], WholeInput)
        and isinstance(below := inputs.get(field.declared.above), WholeInput)
    ]
