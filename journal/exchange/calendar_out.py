"""The next visit and planned operations as calendar entries (.ics, RFC 5545): whole days, marked as private.

Of our own, because two fields of a date and a text are all that is needed. What a visit is about stands in no file: a
calendar is often shared.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from journal.core.entries import Condition, Entry, Person
from journal.core.health import ConditionKind
from journal.core.refusal import Refused
from journal.texts import Texts

_NO_TIME = "19800101T000000Z"  # a stamp is required; the time of export would make every file another one
_LONGEST_LINE = 75  # bytes, without the line's end
_ONE_DAY = dt.timedelta(days=1)


def write_calendar(file: BinaryIO, entries_of: Callable[[str], Iterable[Entry]], texts: Texts) -> int:
    """Write what is planned; how many entries. Refused("nothing-planned") if there is nothing: a calendar needs one."""
    events = [*_visits(entries_of("person"), texts), *_operations(entries_of("condition"), texts)]
    if not events:
        raise Refused("nothing-planned")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Leaf Journal//EN"]
    for event in events:
        lines += event
    file.write("".join(_folded(line) + "\r\n" for line in [*lines, "END:VCALENDAR"]).encode())
    return len(events)


def _visits(persons: Iterable[Entry], texts: Texts) -> Iterator[list[str]]:
    for person in persons:
        if isinstance(person, Person) and person.next_visit is not None:
            yield _event(f"visit-{person.id}", person.next_visit, texts("Visit"))


def _operations(conditions: Iterable[Entry], texts: Texts) -> Iterator[list[str]]:
    for condition in conditions:
        if (
            isinstance(condition, Condition)
            and condition.what is ConditionKind.PLANNED_OPERATION
            and condition.planned is not None
        ):
            words = (
                texts("Planned operation: {name}", name=condition.name)
                if condition.name
                else texts("Planned operation")
            )
            yield _event(condition.id, condition.planned, words)


def _event(uid: str, day: dt.date, words: str) -> list[str]:
    return [
        "BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{_NO_TIME}", f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + _ONE_DAY:%Y%m%d}", f"SUMMARY:{_escaped(words)}", "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT", "END:VEVENT",
    ]  # fmt: skip


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Longer lines go on behind a space, never inside of a letter."""
    pieces: list[str] = []
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > _LONGEST_LINE - bool(pieces):
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])
