"""What stands on the list of medicines under the name that is typed, or under another name of the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain

from journal.core.entries import Substance
from journal.core.plaintext import folded
from journal.guidance.recognising import folded_name, recognise
from journal.ui.health.wording import has_ended

# Their names are of different drinks and things: who writes down beer and wine means two.
_OF_MANY_KINDS = frozenset({"alcohol", "caffeine", "cannabis", "nicotine"})


def same_name(name: str, listed: Iterable[Substance], today: dt.date) -> Substance | None:
    """The one of this name that has not ended; of several names of one medicine the one typed alike comes first."""
    taken = [substance for substance in listed if not has_ended(substance.until, today)]
    return next(chain(_alike(name, taken), _by_another_name(name, taken)), None)


def is_alike(name: str, other: str) -> bool:
    """Whether the two are written alike but for case, spaces, accents and signs."""
    plain = folded_name(name)
    return folded(name) == folded(other) or (bool(plain) and plain == folded_name(other))


def _alike(name: str, taken: Iterable[Substance]) -> Iterator[Substance]:
    return (substance for substance in taken if is_alike(name, substance.name))


def _by_another_name(name: str, taken: Iterable[Substance]) -> Iterator[Substance]:
    generics = frozenset(recognise(name).generics)
    if not generics or generics <= _OF_MANY_KINDS:
        return iter(())
    return (substance for substance in taken if frozenset(recognise(substance.name).generics) == generics)
