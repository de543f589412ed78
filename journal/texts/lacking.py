"""Which steps of the open journal the file in its place does not hold, by name and time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from journal.core.changes import ChangeSet
from journal.core.refusal import Refused
from journal.texts.language import Texts
from journal.texts.undo import change_label

_NAMED = 3


def lacked_by(problem: Refused) -> tuple[ChangeSet, ...]:
    """What was saved here and is not in the file that lies there now, newest first."""
    steps = problem.values.get("lacks", ())
    assert isinstance(steps, tuple)
    return steps


def what_is_lacked(texts: Texts, steps: Sequence[ChangeSet], today: dt.date | None) -> str:
    """E.g. "Saved here and not in it: note at 16:23; dose at 12:36."; "" for nothing."""
    if not steps:
        return ""
    named = "; ".join(change_label(texts, step.label, step.arguments, today) for step in steps[:_NAMED])
    more = len(steps) - _NAMED
    if more <= 0:
        return texts("Saved here and not in it: {changes}.", changes=named)
    return texts.plural(
        "Saved here and not in it: {changes}, and {n} change before.",
        "Saved here and not in it: {changes}, and {n} changes before.",
        more,
        changes=named,
    )
