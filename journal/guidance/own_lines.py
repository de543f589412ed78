"""What a person changed about whom to call: lines of their own, lines changed or hidden, another emergency number.

What is shipped stays as it is: the changes are data beside it, kept as one line of text in the device file so that they
are there before any journal is open.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from journal.core.plaintext import NAME_LIMIT, clean_name
from journal.core.refusal import Refused
from journal.guidance.help_lines import Country, HelpLine

NUMBER_LIMIT = 40
MOST_LINES = 50
_ANY_DIGIT = re.compile(r".*\d.*")  # of any script, beside words such as "ask for ward 3"
# At least two digits, so that a slip of one key replaces no emergency number.
_EMERGENCY = re.compile(r"[+*#(]?\d(?:[ .()#*-]*\d)+#?")

Part = TypeVar("Part")
# A shipped line: the code of its country and its name.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line as the person wrote it, on the day ``on``. ``note`` may be ""."""

    name: str
    number: str
    note: str
    on: dt.date


@dataclass(frozen=True, slots=True)
class OwnLines:
    """All changes. ``damaged``: some of what was kept could not be read, and what came with the program is shown."""

    added: tuple[OwnLine, ...] = ()
    changed: Mapping[Key, OwnLine] = field(default_factory=dict)
    hidden: frozenset[Key] = frozenset()
    numbers: Mapping[str, tuple[str, dt.date]] = field(default_factory=dict)
    damaged: bool = False

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.hidden or self.numbers)

    # --- changes; each answers with what it is afterwards ---

    def with_line(self, line: OwnLine, place: int | None = None) -> OwnLines:
        """One more line of the person's own, or another one in the place of theirs. Raises Refused for too many."""
        if place is not None:
            return replace(self, added=(*self.added[:place], line, *self.added[place + 1 :]))
        if len(self.added) >= MOST_LINES:
            raise Refused("too-many-lines", limit=MOST_LINES)
        return replace(self, added=(*self.added, line))

    def without_line(self, place: int) -> OwnLines:
        """Remove one of the lines that the person added."""
        return replace(self, added=(*self.added[:place], *self.added[place + 1 :]))

    def with_changed(self, key: Key, line: OwnLine) -> OwnLines:
        """Another line in the place of a shipped one."""
        return replace(self, changed={**self.changed, key: line}, hidden=self.hidden - {key})

    def with_hidden(self, key: Key) -> OwnLines:
        """A shipped line is not shown any more."""
        return replace(self, hidden=self.hidden | {key})

    def with_shown(self, key: Key) -> OwnLines:
        """It is shown again, changed if it was."""
        return replace(self, hidden=self.hidden - {key})

    def as_shipped(self, key: Key) -> OwnLines:
        """A shipped line as it came."""
        kept = {other: line for other, line in self.changed.items() if other != key}
        return replace(self, changed=kept, hidden=self.hidden - {key})

    def with_number(self, code: str, number: str, on: dt.date) -> OwnLines:
        """Another emergency number for a country; ``number`` as from ``emergency_number``."""
        return replace(self, numbers={**self.numbers, code: (number, on)})

    def without_number(self, code: str) -> OwnLines:
        """The emergency number that was shipped."""
        return replace(self, numbers={other: number for other, number in self.numbers.items() if other != code})


# --- what was typed --------------------------------------------------------------------------------------------------


def own_line(name: str, number: str, note: str, on: dt.date) -> OwnLine:
    """A line from what was typed, as plain text without what no one can see.

    Raises Refused: name-empty, name-too-long, number-empty, number-unreadable, number-too-long or note-too-long.
    """
    named = clean_name(name)
    if not named:
        raise Refused("name-empty")
    if len(note) > NAME_LIMIT:
        raise Refused("note-too-long", limit=NAME_LIMIT, length=len(note))
    return OwnLine(named, _number(number, _ANY_DIGIT), clean_name(note), on)


def emergency_number(text: str) -> str:
    """The number as it was typed. Raises Refused: number-empty, number-unreadable or number-too-long."""
    return _number(text, _EMERGENCY)


def _number(text: str, form: re.Pattern[str]) -> str:
    if len(text) > NUMBER_LIMIT:
        raise Refused("number-too-long", limit=NUMBER_LIMIT, length=len(text))
    typed = clean_name(text)
    if not typed:
        raise Refused("number-empty")
    if not form.fullmatch(typed):
        raise Refused("number-unreadable", text=typed)
    return typed


# --- shipped and own together ----------------------------------------------------------------------------------------


def with_own(country: Country, own: OwnLines) -> Country:
    """Whom to call there with the person's changes; their own lines are shown in every country, after the others."""
    lines = [_with_changes(country.code, line, own) for line in country.lines]
    hidden = tuple(line for line in lines if _key(country.code, line) in own.hidden)
    shown = tuple(line for line in lines if line not in hidden)
    number, on = own.numbers.get(country.code, (country.emergency, None))
    return replace(
        country,
        lines=(*shown, *_left_over(country, own), *(_shown(line) for line in own.added)),
        hidden=hidden,
        emergency=number,
        came=country.emergency if on else "",
        changed=on,
    )


def _key(code: str, line: HelpLine) -> Key:
    return code, (line.came or line).name


def _with_changes(code: str, line: HelpLine, own: OwnLines) -> HelpLine:
    changed = own.changed.get((code, line.name))
    return replace(_shown(changed), kind=line.kind, came=line) if changed else line


def _left_over(country: Country, own: OwnLines) -> Iterator[HelpLine]:
    """Changes of lines that a newer version of the program ships no more: nothing that was written is lost."""
    names = {line.name for line in country.lines}
    return (_shown(line) for (code, name), line in own.changed.items() if code == country.code and name not in names)


def _shown(line: OwnLine) -> HelpLine:
    return HelpLine(line.name, line.number, line.note, "", "", line.on, "own")


# --- as text ---------------------------------------------------------------------------------------------------------


def stored(own: OwnLines) -> str:
    """One line of ASCII for the device file; "" when nothing is changed."""
    if not own:
        return ""
    parts = {
        "added": [_as_list(line) for line in own.added],
        "changed": [[*key, *_as_list(line)] for key, line in own.changed.items()],
        "hidden": sorted(list(key) for key in own.hidden),
        "numbers": [[code, number, on.isoformat()] for code, (number, on) in own.numbers.items()],
    }
    return json.dumps({name: part for name, part in parts.items() if part}, separators=(",", ":"))


def read_own(text: str) -> OwnLines:
    """The changes from their text. What cannot be read is left out and said in ``damaged``; this never fails.

    It stands between a person and the emergency number: a damaged file must not hide what was shipped.
    """
    if not text:
        return OwnLines()
    try:
        parts = json.loads(text)
    except (ValueError, RecursionError):
        return OwnLines(damaged=True)
    if not isinstance(parts, dict):
        return OwnLines(damaged=True)
    faults: list[object] = []
    return OwnLines(
        tuple(_read_each(parts, "added", _read_line, faults))[:MOST_LINES],
        dict(_read_each(parts, "changed", lambda item: (_read_key(item[:2]), _read_line(item[2:])), faults)),
        frozenset(_read_each(parts, "hidden", _read_key, faults)),
        dict(_read_each(parts, "numbers", _read_number, faults)),
        damaged=bool(faults),
    )


def _as_list(line: OwnLine) -> list[str]:
    return [line.name, line.number, line.note, line.on.isoformat()]


def _read_each(
    parts: Mapping[str, object], name: str, read: Callable[[list[str]], Part], faults: list[object]
) -> Iterator[Part]:
    items = parts.get(name, [])
    if not isinstance(items, list):
        faults.append(items)
        return
    for item in items:
        try:
            if not (isinstance(item, list) and all(isinstance(part, str) for part in item)):
                raise ValueError(name)
            yield read(item)
        except (ValueError, Refused):
            faults.append(item)


def _read_line(item: list[str]) -> OwnLine:
    name, number, note, on = item
    return own_line(name, number, note, dt.date.fromisoformat(on))


def _read_key(item: list[str]) -> Key:
    code, name = item
    return code, name


def _read_number(item: list[str]) -> tuple[str, tuple[str, dt.date]]:
    code, number, on = item
    return code, (emergency_number(number), dt.date.fromisoformat(on))
