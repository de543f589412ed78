"""Between the logbook and the screens: changes become a Qt signal, refusals become words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from journal.core.refusal import Refused
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.event_loop import later
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.widgets import announce

if TYPE_CHECKING:
    from pathlib import Path

    from journal.core.changes import ChangeSet
    from journal.core.entries import Entry
    from journal.core.moments import Clock
    from journal.core.queries import ReadableDays
    from journal.logbook import Logbook
    from journal.ui.kit.practice import Practice

T = TypeVar("T")
E = TypeVar("E", bound="Entry")


class Bridge(QObject):
    """What every screen is given: the open logbook, the language, and the news of every write."""

    changed = Signal(object)  # core.changes.ChangeSet, always delivered on the main thread
    country_chosen = Signal(str)  # by the person, beside a line that needs it
    not_saved = Signal(str, object)  # a kind, and what a form of it refused or asks about, by field; {} once it is left
    form_came_or_went = Signal()  # a form was opened somewhere, or closed
    form_spoke = Signal()  # what it asks or tells at its foot came, before what is read above it, or went
    form_left = Signal(object)  # kit.left_form.LeftForm: a form was cancelled with something typed in it
    backed_up = Signal()  # as the person asked, wherever that was
    damage_met = Signal(object)  # a Refused: part of what a screen shows cannot be read, and it shows the rest

    def __init__(self, logbook: Logbook, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.logbook = logbook
        self.texts = texts
        # The country whose lines are shown and the person's changes of them, as this computer knows them.
        self.whom_to_call: tuple[str | None, str] = (None, "")
        self.practice: Practice | None = None  # where a passphrase may be asked for once more
        self.second_folder: Callable[[], Path | None] = lambda: None  # into which backups are also copied
        self._leave = logbook.subscribe(self._emit_changed)
        logbook.leave_out_damage(self.tell_damage)

    @property
    def clock(self) -> Clock:
        """The journal's clock."""
        return self.logbook.clock

    @property
    def can_write(self) -> bool:
        """Whether anything can be saved now."""
        return self.logbook.view_only is None

    def live_entry(self, entry_id: str, cls: type[E]) -> E:
        """The entry that a draft was about. Raises Refused("not-in-journal") where it is gone or in the trash."""
        entry = self.logbook.get(entry_id)
        if not isinstance(entry, cls) or entry.deleted_ms is not None:
            raise Refused("not-in-journal")
        return entry

    def readable_days(self, first: dt.date, last: dt.date) -> ReadableDays:
        """The journal days of the range, to be shown; where some of it cannot be read, that is told as well."""
        read = self.logbook.readable_days(first, last)
        if read.damage is not None:
            self.tell_damage(read.damage)
        return read

    def readable_list(self, cls: type[E], trashed: bool = False) -> list[E]:
        """The same of a short list: products, symptoms, units, to be named or chosen from."""
        read = self.logbook.readable_list(cls, trashed)
        if read.damage is not None:
            self.tell_damage(read.damage)
        return read.entries

    def tell_damage(self, damage: Refused) -> None:
        """What is shown is not all that was saved."""
        later(self, 0, lambda: self.damage_met.emit(damage))  # whoever reads may be painting

    def attempt(self, work: Callable[[], T], message: InlineMessage) -> T | None:
        """Do it; a refusal is shown (and announced) in the message and answers None. Typed text stays where it is."""
        try:
            done = work()
        except Refused as refused:
            message.refuse(self.why_not(refused))
            return None
        message.dismiss()
        return done

    def why_not(self, refused: Refused) -> str:
        """Why something was not done; what the banner of the window says of the file is not said here once more."""
        from journal.logbook.taking_back import is_changed_outside

        if is_changed_outside(refused):
            return self.texts("Nothing was saved. What happened to the journal’s file is said at the top.")
        return explain(self.texts, refused)

    def forget_draft(self, form: str) -> None:
        """Drop the draft of something that is gone; if the disk refuses that now, the next start does it."""
        try:
            self.logbook.drop_draft(form)
        except Refused as refused:
            if refused.code not in ("disk-full", "disk-error", "journal-view-only", "journal-busy"):
                raise

    def say(self, text: str) -> None:
        """Announce something to a screen reader."""
        parent = self.parent()
        if parent is not None and parent.isWidgetType():
            announce(parent, text)  # type: ignore[arg-type]

    def close(self) -> None:
        """Receive no more changes."""
        self._leave()
        self.logbook.leave_out_damage(None)

    def _emit_changed(self, change: ChangeSet) -> None:
        self.changed.emit(change)
