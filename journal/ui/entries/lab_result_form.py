"""The form of a laboratory's result: unit and printed range are offered as they were last written for the same test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from journal.core.changes import ChangeSet
from journal.core.entries import LabResult
from journal.core.health import Lab
from journal.core.plaintext import folded
from journal.core.printed_values import value_and_unit
from journal.core.queries import EntryQuery
from journal.ui.entries.asks_again import AsksAgain
from journal.ui.entries.declared_placed import DeclaredTypedDayForm
from journal.ui.entries.typed_inputs import LineInput
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.widgets import label

if TYPE_CHECKING:
    from journal.ui.entries.declared import Declaration

_OFFERED = ("unit", "normal")
_RESULTS_AT_MOST = 5_000


class LabResultForm(AsksAgain, DeclaredTypedDayForm):
    """What is offered stands in its field, with the day that it is from, until the person writes something else."""

    def __init__(self, bridge: Bridge, kind: Declaration, draft_key: str = "") -> None:
        super().__init__(bridge, kind, draft_key)
        self._last: LabResult | None = None
        self._offered = dict.fromkeys(_OFFERED, "")
        self.offer_words = label(role="small", wrap=True)
        self.offer_words.hide()
        self.content.insertWidget(self.content.indexOf(self.inputs["normal"].widget) + 1, self.offer_words)
        for name in ("what", "name"):
            self.inputs[name].changed.connect(self._offer)
        for name in _OFFERED:
            self.inputs[name].changed.connect(self._say_offer)
        value = self.inputs["value"]
        assert isinstance(value, LineInput)
        value.edit.editingFinished.connect(self._withdraw)

    def first_field(self) -> QWidget:
        """The line for a name, in which that of a pill chooses it: with the keyboard on a pill this looks chosen."""
        nothing_chosen = self.inputs["what"].value() is None
        return self.inputs["name"].widget if nothing_chosen else super().first_field()

    def _offer(self) -> None:
        """Fill in what is still empty, or was offered for another test; nothing where a result is changed."""
        if self._editing is not None:
            return
        self._last = self._last_of_test()
        for name in _OFFERED:
            field = self.inputs[name]
            if field.state() in ("", self._offered[name]):
                self._offered[name] = "" if self._last is None else _said(self._last)[name]
                field.show(self._offered[name])
        self._say_offer()

    def _last_of_test(self) -> LabResult | None:
        what, name = self.inputs["what"].value(), folded(str(self.inputs["name"].state()))
        if what is None or (what is Lab.OWN and not name):
            return None
        results = self.bridge.logbook.find(EntryQuery(kinds=("lab_result",), limit=_RESULTS_AT_MOST))
        same = [
            result
            for result in results
            if isinstance(result, LabResult) and result.what == what and any(_said(result).values())
            if what is not Lab.OWN or folded(result.name) == name
        ]
        return max(same, key=lambda result: (result.day, result.recorded_ms), default=None)

    def _say_offer(self) -> None:
        """From which day it is, as long as it stands there as it was offered."""
        stands = [name for name in _OFFERED if self._offered[name] and self.inputs[name].state() == self._offered[name]]
        self.offer_words.setVisible(bool(stands) and self._last is not None)
        if stands and self._last is not None:
            self.offer_words.setText(self._offer_in_words(stands, self.texts.short_day(self._last.day)))

    def _offer_in_words(self, stands: list[str], day: str) -> str:
        if stands == ["unit"]:
            return self.texts("The unit is from {day}. Compare it with this report.", day=day)
        if stands == ["normal"]:
            return self.texts("The range is from {day}. Compare it with this report.", day=day)
        return self.texts("Unit and range are from {day}. Compare them with this report.", day=day)

    def _withdraw(self) -> None:
        """A unit typed behind the value counts, not another one that was only offered."""
        offered = self._offered["unit"]
        typed = value_and_unit(str(self.inputs["value"].state()))[1]
        if offered and typed and self.inputs["unit"].state() == offered and folded(typed) != folded(offered):
            for name in _OFFERED:
                if self.inputs[name].state() == self._offered[name]:
                    self.inputs[name].show("")
            for field in self._typed_as_one:
                field.take_apart()

    def _write(self) -> ChangeSet | None:
        self._withdraw()
        return super()._write()


def _said(result: LabResult) -> dict[str, str]:
    return {"unit": value_and_unit(result.value, result.unit)[1], "normal": result.normal}
