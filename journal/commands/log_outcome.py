"""What is new of the entries that log was asked to save, and what is said once they are saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from journal.core.entries import DayMark, DayMarkKind, Dose, Entry, Person, Product
from journal.core.moments import DAY_MS, latest_now
from journal.guidance.too_strong_now import Why, too_strong_words, why_too_strong
from journal.logbook import Logbook
from journal.texts import Texts


def saved_line(texts: Texts, saved: Iterable[Entry]) -> str:
    """How many entries were saved: those that were asked for, not the products they needed."""
    n = sum(1 for _ in saved)
    return texts.plural("Saved {n} entry.", "Saved {n} entries.", n)


def not_known_yet(logbook: Logbook, entries: Iterable[Entry]) -> list[Entry]:
    """These entries without the days that are marked already, each day once, and what is said already of the person."""
    return [entry for entry in _each_day_once(entries) if not _says_what_is_known(logbook, entry)]


def marks_taken_back(logbook: Logbook, entries: Iterable[Entry], texts: Texts) -> list[str]:
    """A line for each day marked “none” on which these doses are, to be asked before they are saved."""
    days = {day for entry in entries if isinstance(entry, Dose) and (day := logbook.day_of(entry)) is not None}
    sentence = "{day} was marked “none”. That mark was taken back, because there is a dose on this day now."
    return [texts(sentence, day=texts.short_day(day)) for day in sorted(days) if _is_marked_none(logbook, day)]


def too_strong_now(entries: Iterable[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """What stands beside the amount in the window, if it holds for a dose of the last day; asked before it is saved."""
    since_ms = latest_now(logbook.clock) - DAY_MS
    recent = [entry for entry in entries if isinstance(entry, Dose) and entry.at.utc_ms >= since_ms]
    why = next(filter(None, (_why_too_strong(logbook, dose) for dose in recent)), None)
    return [too_strong_words(texts, logbook, why)] if why else []


def _why_too_strong(logbook: Logbook, dose: Dose) -> Why | None:
    product, day = logbook.get(dose.product or ""), logbook.day_of(dose)
    known = product if isinstance(product, Product) else None
    new = known is None and dose.product is not None
    return None if day is None else why_too_strong(logbook, known, new, day)


def _is_marked_none(logbook: Logbook, day: dt.date) -> bool:
    return any(mark.mark is DayMarkKind.NONE_TODAY for mark in logbook.days(day, day)[0].marks)


def _each_day_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, with each day that several lines mark as "none" only once."""
    named: set[dt.date] = set()
    for entry in entries:
        if not (isinstance(entry, DayMark) and entry.day in named):
            yield entry
        if isinstance(entry, DayMark):
            named.add(entry.day)


def _says_what_is_known(logbook: Logbook, entry: Entry) -> bool:
    """Whether it marks a day "none" that is marked so already, or says nothing new of the person or of a product."""
    if isinstance(entry, Person | Product):
        return logbook.get(entry.id) == entry
    if not isinstance(entry, DayMark) or entry.mark is not DayMarkKind.NONE_TODAY:
        return False
    return _is_marked_none(logbook, entry.day)
