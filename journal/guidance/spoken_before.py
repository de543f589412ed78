"""What the journal remembers of interactions that were reported: a setting for each class, and one for its intakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from journal.core.entries import Entry, Setting
from journal.guidance.interactions import RANK, Level, classes
from journal.guidance.matching import CheckedName, Finding
from journal.guidance.notice_timing import Spoken
from journal.guidance.same_group import DatesEntries

_KEY = "spoken."
_INTAKE_KEY = "spoken.intake."
_PRINTED_KEY = "spoken.printed."


class RemembersSpoken(DatesEntries, Protocol):
    """An open journal that is asked for its settings, too."""

    def existing(self, ids: Sequence[str]) -> Mapping[str, Entry]:
        """Of these ids, the entries that are here."""


def read_spoken(journal: RemembersSpoken) -> list[Spoken]:
    """The classes that have spoken, as the journal keeps them."""
    return _read(journal, _KEY)


def spoken_at_intakes(journal: RemembersSpoken) -> list[Spoken]:
    """Those that have spoken at an intake, and when they last did."""
    return _read(journal, _INTAKE_KEY)


def printed_at_intakes(journal: RemembersSpoken) -> list[Spoken]:
    """Those that only a command told of at an intake: nobody has seen that in the window."""
    return _read(journal, _PRINTED_KEY)


def _read(journal: RemembersSpoken, key: str) -> list[Spoken]:
    kept = journal.existing([key + class_id for class_id in classes()])
    return [_spoken(entry, key) for entry in kept.values() if isinstance(entry, Setting) and entry.deleted_ms is None]


def _spoken(setting: Setting, key: str) -> Spoken:
    level, _, at_ms = setting.value.partition(" ")
    return Spoken(setting.id.removeprefix(key), Level(level), int(at_ms))


def remembered_intakes(
    findings: Iterable[tuple[CheckedName, Finding]], now_ms: int, printed: bool = False
) -> tuple[Setting, ...]:
    """The settings that keep what was said at an intake, in the window or only ``printed`` by a command."""
    levels = {finding.of.id: finding.level for _, finding in findings}
    key = _PRINTED_KEY if printed else _INTAKE_KEY
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
