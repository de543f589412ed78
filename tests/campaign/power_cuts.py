"""Point 2: after a power cut, whatever the disk made of unsynced writes, all that was acknowledged is there, whole."""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import sqlcipher3.dbapi2

from journal.core.refusal import Refused
from journal.db.probe import look
from tests.campaign.disk import TRACED, Disk, Event, recorded
from tests.campaign.recorded import digest
from tests.journals import JournalAt, new_journal

SEED = 20261122


class Cuts:
    """A recorded run, and what was left after each cut. ``weaker``: the control, with WAL and synchronous=NORMAL."""

    def __init__(self, folder: Path, passphrase: str | None, operations: int, weaker: bool = False) -> None:
        self.journal = new_journal(folder / "disk" / "j.leaf", passphrase)
        self._notes, self._after = folder / "disk" / "notes", folder / "after"
        self._after.mkdir()
        self._disk = Disk(self.journal.path.parent)
        self._key = _raw_key(self.journal)
        self._events = _record(self.journal, folder, self._notes, operations, weaker)
        acknowledged = (each for each in self._events if each.path == str(self._notes) and each.data)
        self.states = [each.data.decode().strip() for each in acknowledged]
        assert len(self.states) == operations + 1

    def run(self, count: int, seed: int = SEED) -> Counter[str]:
        """Cut so many times; answers how often something was kept, lost or torn."""
        chance, found, acknowledged = random.Random(seed), Counter[str](), -1
        moments = Counter(chance.randrange(len(self._events)) for _ in range(count))
        for n, event in enumerate(self._events):
            if event.path == str(self._notes):
                acknowledged += bool(event.data)
            else:
                self._disk.feed(event)
            if acknowledged >= 0:
                found.update(self._cut(chance, acknowledged) for _ in range(moments[n]))
        return found

    def _cut(self, chance: random.Random, acknowledged: int) -> str:
        for each in self._after.iterdir():
            each.unlink()
        for name, content in self._disk.after_a_cut(chance).items():
            if name.startswith("j.leaf") and not name.endswith(("-shm", ".lock")):
                (self._after / name).write_bytes(content)
        try:
            look(self._after / "j.leaf")
            held = self._held()
        except (Refused, sqlcipher3.dbapi2.Error) as problem:
            return f"torn: {problem}"
        if held in self.states[acknowledged : acknowledged + 2]:
            return "kept"
        return "lost" if held in self.states else "torn: half a change set"

    def _held(self) -> str:
        connection = sqlcipher3.dbapi2.connect(self._after / "j.leaf", isolation_level=None)
        try:
            connection.execute("PRAGMA cipher_log_level=NONE")
            if self._key:
                connection.execute(f"PRAGMA key=\"x'{self._key}'\"")
            connection.execute("PRAGMA synchronous=OFF")
            (sound,) = connection.execute("PRAGMA quick_check").fetchone()
            return digest(lambda sql: connection.execute(sql).fetchall()) if sound == "ok" else f"damaged: {sound}"
        finally:
            connection.close()


def _raw_key(journal: JournalAt) -> str:
    """What SQLCipher derives, so that five thousand opens need not derive it again."""
    if journal.passphrase is None:
        return ""
    salt = journal.path.read_bytes()[:16]
    return hashlib.pbkdf2_hmac("sha512", journal.passphrase.encode(), salt, 256_000, 32).hex()


def _record(journal: JournalAt, folder: Path, notes: Path, operations: int, weaker: bool) -> list[Event]:
    log = folder / "strace.log"
    child = [str(journal.path), journal.passphrase or "", str(SEED), str(operations), str(notes)]
    subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={TRACED}", "-o", str(log),
         sys.executable, "-m", "tests.campaign.recorded", *child, "planted" if weaker else "ours"],
        check=True,
    )  # fmt: skip
    return list(recorded(log, journal.path.parent))
