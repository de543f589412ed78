"""The same thing saved twice: within two minutes that is more often a second press than a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journal.core.entries import Dose, Intake, kind_of
from journal.core.moments import MINUTE_MS, Moment
from journal.core.plaintext import folded
from journal.core.substances import Taken
from journal.texts import Texts
from journal.texts.marked import marked, marked_plural

if TYPE_CHECKING:
    from journal.logbook import Logbook

_WITHIN_MS = 2 * MINUTE_MS


class _Question(NamedTuple):
    """Whether it is to be saved again, by how long ago it was saved."""

    just_now: str
    minutes_ago: tuple[str, str]
    earlier: str


_DOSE = _Question(
    marked("You saved the same dose just now. Save it again?"),
    marked_plural(
        "You saved the same dose {n} minute ago. Save it again?",
        "You saved the same dose {n} minutes ago. Save it again?",
    ),
    marked("The same dose is written down already: {when}. Save it again?"),
)
_DRINKS = _Question(
    marked("You saved the same drinks just now. Save them again?"),
    marked_plural(
        "You saved the same drinks {n} minute ago. Save them again?",
        "You saved the same drinks {n} minutes ago. Save them again?",
    ),
    marked("The same drinks are written down already: {when}. Save them again?"),
)
_ANYTHING_ELSE = _Question(
    marked("You saved the same entry just now. Save it again?"),
    marked_plural(
        "You saved the same entry {n} minute ago. Save it again?",
        "You saved the same entry {n} minutes ago. Save it again?",
    ),
    marked("The same entry is written down already: {when}. Save it again?"),
)


def saved_already(logbook: Logbook, entry: Dose | Intake) -> Dose | Intake | None:
    """One like this, close to it in time; of "no drinks" there is nothing to save twice."""
    day = logbook.day_of(entry)
    if day is None or (isinstance(entry, Intake) and entry.drinks == 0):
        return None
    written = logbook.readable_days(day, day).days[0].entries.get(kind_of(entry), ())
    return next((other for other in reversed(written) if _is_same(other, entry)), None)


def asked_again(texts: Texts, same: Dose | Intake, now: Moment) -> str:
    """The question whether it is to be saved again."""
    question = _question_of(same)
    minutes = (now.utc_ms - same.recorded_ms) // MINUTE_MS
    if minutes < 1:
        return texts(question.just_now)
    if minutes <= 2:
        return texts.plural(*question.minutes_ago, minutes)
    return texts(question.earlier, when=texts.when(same.at.local, now.local.date()))


def _question_of(entry: Dose | Intake) -> _Question:
    if isinstance(entry, Dose):
        return _DOSE
    return _DRINKS if entry.what is Taken.ALCOHOL else _ANYTHING_ELSE


def _is_same(other: Dose | Intake, entry: Dose | Intake) -> bool:
    near = abs(other.at.utc_ms - entry.at.utc_ms) <= _WITHIN_MS
    return near and _what(other) == _what(entry) and _may_be_one(other, entry)


def _what(entry: Dose | Intake) -> tuple[object, ...]:
    """What is taken and how much of it; without a number the amount as it was typed, however it is spaced."""
    if isinstance(entry, Dose):
        amount = entry.amount
        return entry.product, amount.quantity, amount.dimension, amount.unit, entry.preparation
    return entry.what, "".join(folded(entry.amount).split()) if entry.drinks is None else entry.drinks


def _may_be_one(other: Dose | Intake, entry: Dose | Intake) -> bool:
    """Beer and wine are two things; beer and what nobody named may be one."""
    names = {folded(intake.name) for intake in (other, entry) if isinstance(intake, Intake) and intake.name}
    return len(names) < 2
