"""The names of entry forms' drafts, and the forms that they are shown in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from journal.core.entries import Entry, kind_of
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.entries.listed import KINDS_ON_LISTS
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.form_host import Makers

if TYPE_CHECKING:
    from journal.ui.kit.form import Form


class DraftForms:
    """Forms of one place of the window: their drafts are kept apart from those of the others.

    A draft is named after the kind of entry, between ``before`` and ``after``.
    """

    def __init__(self, bridge: Bridge, before: str = "", after: str = "") -> None:
        self._bridge, self._before, self._after = bridge, before, after

    def key(self, kind: str) -> str:
        """The name of the draft of this kind."""
        return f"{self._before}{kind}{self._after}"

    def makers(self) -> Makers:
        """How to make the form of each draft."""
        kinds = {**ENTRY_KINDS, **KINDS_ON_LISTS}
        return {self.key(code): partial(kind.form, self._bridge, self.key(code)) for code, kind in kinds.items()}

    def new(self, kind: str, day: dt.date | None) -> Form:
        """An empty form for a day; None is today."""
        form = ENTRY_KINDS[kind].form(self._bridge, self.key(kind))
        form.open_new(day)
        return form

    def edit(self, entries: Sequence[Entry]) -> Form:
        """The form that changes the entries of one row."""
        kind = kind_of(entries[0])
        form = (ENTRY_KINDS.get(kind) or KINDS_ON_LISTS[kind]).form(self._bridge, self.key(kind))
        form.edit_entries(entries)
        return form

    def copy(self, entries: Sequence[Entry]) -> Form:
        """The form for a new entry like those of one row."""
        kind = kind_of(entries[0])
        form = ENTRY_KINDS[kind].form(self._bridge, self.key(kind))
        form.copy_entries(entries)
        return form
