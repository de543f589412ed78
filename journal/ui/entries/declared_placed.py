"""The declared forms by where their entries stand: at a moment, on a day, or in a list that is about no day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from journal.core.entries import Entry, Timed
from journal.core.kinds import KINDS, Placed
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form import State
from journal.ui.kit.timed_form import TimedForm
from journal.ui.kit.widgets import label

if TYPE_CHECKING:
    from journal.ui.entries.declared import Declaration


class DeclaredTimedForm(DeclaredForm, TimedForm):
    """Of something at a moment."""

    def _add_when(self) -> None:
        self.begin_with_time()

    def first_field(self) -> QWidget:
        return self.time.edit if self.time_asked else super().first_field()

    def _ask_when(self, day: dt.date | None) -> None:
        self.ask_time_of(day)

    def _show_when(self, entry: Entry) -> None:
        assert isinstance(entry, Timed)
        self.time.set_moment(entry.at)

    def _when(self) -> dict[str, object]:
        return {"at": self.time.moment()}

    def state(self) -> State:
        return {**super().state(), "time": self.time.edit.text()}

    def restore(self, state: Mapping[str, Any]) -> None:
        super().restore(state)
        self.show_time_of(state)


class DeclaredDayForm(DeclaredForm):
    """Of something on a day as a whole: the day is that of the form's opening, or of the entry."""

    def _add_when(self) -> None:
        self._day = self.bridge.logbook.today()
        self._said_day = label(role="quiet", wrap=True)
        self.content.insertWidget(0, self._said_day)
        self.content.addStretch(1)

    def _ask_when(self, day: dt.date | None) -> None:
        self._show_day(day or self.bridge.logbook.today())

    def _show_when(self, entry: Entry) -> None:
        self._show_day(self._kind.day_of(entry))

    def _show_day(self, day: dt.date) -> None:
        self._day = day
        self._said_day.setText(self.texts.full_day(day))

    def _when(self) -> dict[str, object]:
        return {self._kind.day_column: self._day}

    def state(self) -> State:
        return {**super().state(), "day": self._day.isoformat()}

    def restore(self, state: Mapping[str, Any]) -> None:
        super().restore(state)
        self._show_day(dt.date.fromisoformat(state["day"]))


class DeclaredListForm(DeclaredForm):
    """Of something that stands in a list and is about no day."""

    def _add_when(self) -> None:
        self.content.addStretch(1)

    def _ask_when(self, day: dt.date | None) -> None:
        pass

    def _show_when(self, entry: Entry) -> None:
        pass

    def _when(self) -> dict[str, object]:
        return {}


class DeclaredTypedDayForm(DeclaredListForm):
    """Of something on a day that is seldom the day of writing, such as a laboratory's result: its day is typed."""

    def _ask_when(self, day: dt.date | None) -> None:
        if day is not None:
            self.inputs[self._kind.day_column].show(day)


_FORMS: Mapping[Placed, type[DeclaredForm]] = {
    Placed.AT_A_MOMENT: DeclaredTimedForm, Placed.ON_A_DAY: DeclaredDayForm, Placed.NOWHERE: DeclaredListForm,
}  # fmt: skip


def declared_form(bridge: Bridge, kind: Declaration, draft_key: str) -> DeclaredForm:
    """The form of this kind."""
    if KINDS[kind.code].day_column in kind.captions:
        return DeclaredTypedDayForm(bridge, kind, draft_key)
    return _FORMS[KINDS[kind.code].placed](bridge, kind, draft_key)
