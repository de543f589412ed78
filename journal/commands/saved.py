"""What is new of the entries that log was asked to save, and what is said once they are saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from journal.core.entries import DayMark, DayMarkKind, Entry, kind_of
from journal.logbook import Logbook
from journal.texts import Texts


def saved_line(texts: Texts, saved: Iterable[Entry], logged: Collection[str]) -> str:
    """How many entries were saved: those of the kinds that are ``logged``, not the products they needed."""
    n = sum(1 for entry in saved if kind_of(entry) in logged)
    return texts.plural("Saved {n} entry.", "Saved {n} entries.", n)


def not_known_yet(logbook: Logbook, entries: Iterable[Entry]) -> list[Entry]:
    """These entries without the days that are marked already, each day once."""
    return [entry for entry in _each_day_once(entries) if not _says_what_is_known(logbook, entry)]


def _each_day_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """A day without that several lines name is one day without."""
    named: set[dt.date] = set()
    for entry in entries:
        if not (isinstance(entry, DayMark) and entry.day in named):
            yield entry
        if isinstance(entry, DayMark):
            named.add(entry.day)


def _says_what_is_known(logbook: Logbook, entry: Entry) -> bool:
    """A day is marked once; saying it again changes nothing."""
    if not isinstance(entry, DayMark) or entry.mark is not DayMarkKind.NONE_TODAY:
        return False
    return any(mark.mark is entry.mark for mark in logbook.days(entry.day, entry.day)[0].marks)
