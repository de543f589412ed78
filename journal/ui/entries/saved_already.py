"""The same thing saved twice: within two minutes, or of one laboratory's day, more often a second press."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from journal.core.entries import Care, Dose, Intake, LabResult, kind_of
from journal.core.moments import MINUTE_MS, Moment
from journal.core.plaintext import folded
from journal.core.printed_values import value_and_unit
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


AskedAbout = Dose | Intake | Care | LabResult  # the kinds that are asked about


def saved_already(logbook: Logbook, entry: AskedAbout) -> AskedAbout | None:
    """One like this, close to it in time; of "no drinks" there is nothing to save twice."""
    day = entry.day if isinstance(entry, LabResult) else logbook.day_of(entry)
    if day is None or (isinstance(entry, Intake) and entry.drinks == 0):
        return None
    written = logbook.readable_days(day, day).days[0].entries.get(kind_of(entry), ())
    same = (other for other in reversed(written) if isinstance(other, AskedAbout) and _is_same(other, entry))
    return next(same, None)


def asked_again(texts: Texts, same: AskedAbout, now: Moment) -> str:
    """The question whether it is to be saved again."""
    question = _question_of(same)
    minutes = (now.utc_ms - same.recorded_ms) // MINUTE_MS
    if minutes < 1:
        return texts(question.just_now)
    if minutes <= 2:
        return texts.plural(*question.minutes_ago, minutes)
    when = texts.short_day(same.day) if isinstance(same, LabResult) else texts.when(same.at.local, now.local.date())
    return texts(question.earlier, when=when)


def _question_of(entry: AskedAbout) -> _Question:
    if isinstance(entry, Dose):
        return _DOSE
    return _DRINKS if isinstance(entry, Intake) and entry.what is Taken.ALCOHOL else _ANYTHING_ELSE


def _is_same(other: AskedAbout, entry: AskedAbout) -> bool:
    return _is_near(other, entry) and _what(other) == _what(entry)


def _is_near(other: AskedAbout, entry: AskedAbout) -> bool:
    """Of one day, as a laboratory dates its values, or within two minutes."""
    if isinstance(other, LabResult) or isinstance(entry, LabResult):
        return True
    return abs(other.at.utc_ms - entry.at.utc_ms) <= _WITHIN_MS


def _what(entry: AskedAbout) -> tuple[object, ...]:
    """What it is and how much of it, by its name, too; in words that are compared however they are spaced."""
    match entry:
        case Dose(amount=amount):
            return entry.product, amount.quantity, amount.dimension, amount.unit, entry.preparation
        case Intake(drinks=None):
            return entry.what, _plain(entry.name), _plain(entry.amount)
        case Intake():
            return entry.what, _plain(entry.name), entry.drinks
        case Care():
            return entry.what, _plain(entry.name), entry.minutes
        case LabResult():
            value, unit = value_and_unit(entry.value, entry.unit)
            return entry.what, _plain(entry.name), _plain(value), _plain(unit)


def _plain(words: str) -> str:
    return "".join(folded(words).split())
