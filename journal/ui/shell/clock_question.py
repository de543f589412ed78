"""A clock that is years off is asked about before anything is saved under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.tab_order import bring_into_sight


class ClockQuestion(QObject):
    """Goes with the open journal. A save that comes before the answer is refused, and asks again."""

    _save_waits = Signal()  # from whichever thread saves

    def __init__(
        self, texts: Texts, logbook: Logbook, message: InlineMessage, close: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._texts, self._logbook, self._message, self._close = texts, logbook, message, close
        self._save_waits.connect(self._ask_again)
        logbook.clock_doubt.ask_with(self._save_waits.emit)

    def ask(self) -> None:
        """In the message, without taking the keyboard, where the clock does not fit the last change."""
        last = _last_change_elsewhen(self._logbook)
        if last is None:
            return
        texts = self._texts
        words = texts(
            "This computer’s clock says {day}, and the last change in this journal is of {last}. Is the clock right? "
            "What you enter gets its time.",
            day=texts.short_day(moment_now(self._logbook.clock).local.date()), last=texts.short_day(last),
        )  # fmt: skip
        answers = [(texts("It is right"), self._is_right), (texts("Close, to set it"), self._close)]
        self._message.show_message(words, answers, lasting=True)

    def _ask_again(self) -> None:
        self.ask()
        once_laid_out(self._message, lambda: bring_into_sight(self._message))

    def _is_right(self) -> None:
        self._logbook.clock_doubt.is_right()
        self._message.dismiss()


def _last_change_elsewhen(logbook: Logbook) -> dt.date | None:
    """The day of the last change if the clock does not fit it; None, too, where the journal cannot be read just now."""
    if logbook.view_only is not None:
        return None
    with suppress(Refused):  # what is shown of the journal says why
        return logbook.clock_leap()
    return None
