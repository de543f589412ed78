"""When something was typed that is not saved yet: an hour ago is gone on with, last week is looked at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.core.moments import Clock, moment_at, moment_now
from journal.core.refusal import Refused

if TYPE_CHECKING:
    from journal.core.entries import Draft
    from journal.texts import Texts


def not_saved_yet(texts: Texts, draft: Draft, clock: Clock) -> str:
    """What a form says that shows a draft again."""
    when = written(texts, draft, clock)
    if not when:
        return texts("This was not saved yet. Save it, or cancel.")
    return texts("This was typed {when} and not saved yet. Save it, or cancel.", when=when)


def written(texts: Texts, draft: Draft, clock: Clock) -> str:
    """When it was written down last, by the clock here; "" where that is not known."""
    try:
        there = moment_at(draft.saved_ms, clock.zone_name()) if draft.saved_ms else None
    except Refused:  # by a clock that was far off
        there = None
    return "" if there is None else texts.when(there.local, moment_now(clock).local.date())
