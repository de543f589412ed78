"""What the journal remembers of interactions that were reported: settings for each class, and for what is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from journal.core.entries import Entry, Setting
from journal.guidance.interactions import RANK, Level, classes
from journal.guidance.matching import CheckedName, Finding
from journal.guidance.notice_timing import Spoken
from journal.guidance.same_group import DatesEntries

_KEY = "spoken."
# By whether a dose joined what was taken, and whether a command told of it, which nobody has seen in the window.
_AT_TAKING_KEYS = {
    (False, False): "spoken.intake.",
    (True, False): "spoken.joined.",
    (False, True): "spoken.printed.",
    (True, True): "spoken.printed-joined.",
}


class RemembersSpoken(DatesEntries, Protocol):
    """An open journal that is asked for its settings, too."""

    def existing(self, ids: Sequence[str]) -> Mapping[str, Entry]:
        """Of these ids, the entries that are here."""


def read_spoken(journal: RemembersSpoken) -> list[Spoken]:
    """The classes that have spoken, as the journal keeps them."""
    return _read(journal, _KEY)


def spoken_at_taking(journal: RemembersSpoken, joined: bool, printed: bool = False) -> list[Spoken]:
    """Those that have spoken of something taken, by itself or as a dose ``joined`` it, and when they last did.

    ``printed``: those that only a command told of.
    """
    return _read(journal, _AT_TAKING_KEYS[joined, printed])


def spoken_whenever(journal: RemembersSpoken) -> list[Spoken]:
    """All that has spoken, whatever of."""
    of_taken = (spoken for key in _AT_TAKING_KEYS.values() for spoken in _read(journal, key))
    return [*read_spoken(journal), *of_taken]


def _read(journal: RemembersSpoken, key: str) -> list[Spoken]:
    kept = journal.existing([key + class_id for class_id in classes()])
    return [_spoken(entry, key) for entry in kept.values() if isinstance(entry, Setting) and entry.deleted_ms is None]


def _spoken(setting: Setting, key: str) -> Spoken:
    level, _, at_ms = setting.value.partition(" ")
    return Spoken(setting.id.removeprefix(key), Level(level), int(at_ms))


def remembered_at_taking(
    findings: Iterable[tuple[CheckedName, Finding]], now_ms: int, joined: bool, printed: bool
) -> tuple[Setting, ...]:
    """The settings that keep what was said of something taken, in the window or only ``printed`` by a command."""
    levels = {finding.of.id: finding.level for _, finding in findings}
    key = _AT_TAKING_KEYS[joined, printed]
    return tuple(Setting(id=key + class_id, value=f"{level} {now_ms}") for class_id, level in levels.items())


def remembered(spoken_now: Iterable[Spoken], before: Iterable[Spoken]) -> tuple[Setting, ...]:
    """The settings that keep what was said: when a class last spoke, and its highest level so far."""
    highest = {earlier.class_id: earlier.level for earlier in before}
    return tuple(
        Setting(
            id=_KEY + now.class_id,
            value=f"{min(now.level, highest.get(now.class_id, now.level), key=RANK.__getitem__)} {now.at_ms}",
        )
        for now in spoken_now
    )
