"""A quiet line at the foot: what was typed in a form that was cancelled can be brought back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from journal.core.entries import Draft
from journal.core.journal_day import journal_day
from journal.core.moments import moment_at
from journal.core.refusal import Refused
from journal.texts import Texts
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.flow import FlowLayout
from journal.ui.kit.left_form import LEFT, KeptForm, LeftForm
from journal.ui.kit.tab_order import hand_keyboard_on
from journal.ui.kit.widgets import announce, label

if TYPE_CHECKING:
    from journal.logbook import Logbook

_LOOK_MS = 60_000  # how often it looks whether the day has changed


class LeftFormLine(QWidget):
    """Undo instead of a question before cancelling: it stays until something else is saved or the day changes.

    It waits in the journal as a draft does, so that a lock or a start does not end it. ``screen_of`` has the key of the
    screen that something is a part of, ``reopen`` opens the form there and tells whether it did. ``came_or_went``: it
    is shown now, or is not any more.
    """

    came_or_went = Signal()

    def __init__(self, texts: Texts, screen_of: Callable[[QWidget], str], reopen: Callable[[str, Draft], bool]) -> None:
        super().__init__()
        self._texts, self._screen_of, self._reopen = texts, screen_of, reopen
        self._left: KeptForm | None = None
        self._logbook: Logbook | None = None
        self._day: dt.date | None = None
        self.words = label(role="small")
        # Said beside the words and not in them: in a small window with large text they would leave no room.
        until = texts("It waits here until you save something else, or the day ends.")
        self.words.setToolTip(until)
        self.words.setAccessibleDescription(until)
        self.back = plain_button(texts("Bring it back"), self._bring_back)
        self.back.setProperty("role", "status")
        line = FlowLayout(self, 12)
        line.addWidget(self.words)
        line.addWidget(self.back)
        self._ticks = QTimer(self)
        self._ticks.setInterval(_LOOK_MS)
        self._ticks.timeout.connect(self.look)
        self.hide()

    def offer(self, left: LeftForm, logbook: Logbook) -> None:
        """A form was cancelled with something typed in it; one at a time, the last."""
        kept = KeptForm(self._screen_of(left.place), left.typed)
        with suppress(Refused):  # then it waits as long as the window shows this journal
            logbook.save_draft(LEFT, kept.as_text())
        self._show(kept, logbook)

    def offer_again(self, logbook: Logbook) -> None:
        """What was cancelled before a lock or a start, if that was today."""
        draft = logbook.draft(LEFT) if logbook.view_only is None else None
        if draft is None:
            return
        kept = KeptForm.read(draft)
        if kept is not None and _day_of(draft, logbook) == logbook.today():
            self._show(kept, logbook)
        else:
            _drop(logbook)

    def _show(self, kept: KeptForm, logbook: Logbook) -> None:
        self._left, self._logbook, self._day = kept, logbook, logbook.today()
        self._ticks.start()
        self.words.setText(_words(self._texts, kept.typed, logbook))
        self.back.setAccessibleDescription(self.words.text())
        self.show()
        self.came_or_went.emit()
        announce(self, f"{self.words.text()} {self.back.text()}")

    def look(self) -> None:
        """On another day it is not offered any more."""
        if self._logbook is None or self._logbook.closed or self._logbook.today() != self._day:
            self.forget()

    def forget(self) -> None:
        """Something else was saved, or it was brought back: it waits no more."""
        if self._logbook is not None and not self._logbook.closed:
            _drop(self._logbook)
        self.leave()

    def leave(self) -> None:
        """The journal is left: it waits there for the next time."""
        self._ticks.stop()
        self._left = self._logbook = self._day = None
        hand_keyboard_on(self)
        self.hide()
        self.came_or_went.emit()

    def _bring_back(self) -> None:
        self.look()
        if self._left is not None:
            left = self._left
            if self._reopen(left.screen, left.typed) and self._left is left:
                self.forget()


def _words(texts: Texts, typed: Draft, logbook: Logbook) -> str:
    """Which form it was, and when it was typed: nothing of what was typed, which others might read."""
    from journal.ui.entries.kinds import ENTRY_KINDS  # no form is left before one was opened
    from journal.ui.entries.listed import LISTED_KINDS

    code = typed.form.rpartition(".")[2].partition(" ")[0]
    kind = ENTRY_KINDS.get(code) or LISTED_KINDS.get(code)
    if kind is None:
        return texts("What you typed was not saved.")
    form = texts(kind.name)
    with suppress(Refused):  # by a clock that was far off
        if typed.saved_ms:
            typed_at = moment_at(typed.saved_ms, logbook.clock.zone_name()).local.time()
            return texts("Not saved: {form}, typed at {time}.", form=form, time=texts.time(typed_at))
    return texts("Not saved: {form}.", form=form)


def _drop(logbook: Logbook) -> None:
    with suppress(Refused):  # it is of another day at the latest
        logbook.drop_draft(LEFT)


def _day_of(draft: Draft, logbook: Logbook) -> dt.date:
    written = moment_at(draft.saved_ms, logbook.clock.zone_name())
    return journal_day(written, logbook.preferences.day_start)
