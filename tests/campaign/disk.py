"""A disk whose power fails: what a program wrote, from strace's record, with all that was not synced in doubt.

At a cut each 512-byte sector, file end, new name and removed name that no sync has confirmed is there or not.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
TRACED = "openat,write,pwrite64,fsync,fdatasync,unlink,unlinkat,ftruncate"

_CALL = re.compile(r"(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"\d+<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True)
class Event:
    """A call that changes the disk: ``what`` is open, write, sync, unlink or truncate."""

    what: str
    path: str
    offset: int = 0
    data: bytes = b""


def recorded(log: Path, folder: Path) -> Iterator[Event]:
    """The events in a folder, from a log of ``strace -f -y -xx`` of the calls in TRACED."""
    with log.open(encoding="ascii") as lines:
        for line in lines:
            call = _CALL.match(line)
            if call and int(call[3]) >= 0:
                event = _event(call[1], call[2])
                if event and event.path.startswith(str(folder)):
                    yield event


def _event(name: str, arguments: str) -> Event | None:
    texts, files = _TEXT.findall(arguments), _FILE.findall(arguments)
    path = _bytes(files[0]).decode() if files else ""
    numbers = re.findall(r"-?\d+", arguments[arguments.rfind('"') + 1 :])
    if name == "openat" and "O_CREAT" in arguments:
        return Event("open", _bytes(texts[0]).decode())
    if name == "pwrite64":
        return Event("write", path, int(numbers[1]), _bytes(texts[0]))
    if name == "write":
        return Event("append", path, 0, _bytes(texts[0]))
    if name in ("fsync", "fdatasync"):
        return Event("sync", path)
    if name in ("unlink", "unlinkat"):
        return Event("unlink", _bytes(texts[0]).decode())
    if name == "ftruncate":
        return Event("truncate", path, int(arguments.rsplit(",", 1)[1]))
    return None


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@dataclass
class File:
    """What is certain of a file, and what was written since."""

    certain: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        for each in self.pending:
            self.certain = _applied(self.certain, each)
        self.pending.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        content = self.certain
        for each in self.pending:
            if each.what == "truncate":
                content = _applied(content, each) if chance.random() < 0.5 else content
            else:
                content = _torn(content, each, chance)
        return bytes(content)


def _applied(content: bytearray, event: Event) -> bytearray:
    if event.what == "truncate":
        return content[: event.offset].ljust(event.offset, b"\0")
    end = event.offset + len(event.data)
    grown = bytearray(content.ljust(end, b"\0"))
    grown[event.offset : end] = event.data
    return grown


def _torn(content: bytearray, event: Event, chance: random.Random) -> bytearray:
    """Each sector of the write is there or not; the file is as long as it should be, or only as its sectors."""
    made = bytearray(content)
    end = event.offset + len(event.data)
    if chance.random() < 0.5:
        made = bytearray(made.ljust(end, b"\0"))
    start = event.offset
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        if chance.random() < 0.5:
            made = _applied(made, Event("write", "", start, event.data[start - event.offset : stop - event.offset]))
        start = stop
    return made


class Disk:
    """One folder on the disk; feed it events, and at any time ask what a power cut would leave."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._names = {str(each): File(bytearray(each.read_bytes())) for each in folder.iterdir() if each.is_file()}
        self._certain_names = dict(self._names)

    def feed(self, event: Event) -> None:
        if event.what == "open":
            self._names.setdefault(event.path, File())
        elif event.what == "unlink":
            self._names.pop(event.path, None)
        elif event.what == "sync" and event.path == self._folder:
            self._certain_names = dict(self._names)
        elif event.what == "sync":
            self._names[event.path].sync()
        elif event.path in self._names:
            self._names[event.path].pending.append(event)

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files by name: a name that is new or gone since the folder was synced may be there or not."""
        left: dict[str, bytes] = {}
        for name in sorted(self._names.keys() | self._certain_names.keys()):
            now, before = self._names.get(name), self._certain_names.get(name)
            file = now if now is before or chance.random() < 0.5 else before
            if file is not None:
                left[Path(name).name] = file.after_a_cut(chance)
        return left
