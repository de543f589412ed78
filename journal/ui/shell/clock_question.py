"""A clock that is years off is asked about before anything is saved under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress

from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.kit.inline_message import InlineMessage


def ask_about_clock(texts: Texts, logbook: Logbook, message: InlineMessage, close: Callable[[], object]) -> None:
    """Ask in ``message``, without taking the keyboard, where the clock does not fit the last change."""
    last = _last_change_elsewhen(logbook)
    if last is None:
        return
    words = texts(
        "This computer’s clock says {day}, and the last change in this journal is of {last}. Is the clock right? What "
        "you enter gets its time.",
        day=texts.short_day(moment_now(logbook.clock).local.date()), last=texts.short_day(last),
    )  # fmt: skip
    answers = [(texts("It is right"), message.dismiss), (texts("Close, to set it"), close)]
    message.show_message(words, answers, lasting=True)


def _last_change_elsewhen(logbook: Logbook) -> dt.date | None:
    """The day of the last change if the clock does not fit it; None, too, where the journal cannot be read just now."""
    if logbook.view_only is not None:
        return None
    with suppress(Refused):  # what is shown of the journal says why
        return logbook.clock_leap()
    return None
