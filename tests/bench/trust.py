"""Unlocking fifty encrypted years, and their verified backup, against what SQLCipher alone takes for both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from journal.clock import SystemClock
from journal.db.connection import connect
from journal.db.row_checks import CHECKED, is_intact, whole_row
from journal.logbook import Logbook
from journal.logbook.passphrases import change_passphrase
from tests.bench.journals import made_up, scratch_folder
from tests.bench.measure import Figure, against
from tests.journals import PASSPHRASE

_CLOCK = SystemClock()
_ROUNDS = 256_000  # of SQLCipher 4
_RUNS = 5


def figures() -> Iterator[Figure]:
    """Issued for 50 years, which is where they are slowest."""
    journal = made_up(50)
    change_passphrase(journal, None, PASSPHRASE, lambda salts: salts)
    yield against("unlock, 50 years / the key alone", lambda: _unlock(journal), _derive_key, 2.0)
    with ExitStack() as stack:
        book = stack.enter_context(Logbook.open(journal, PASSPHRASE, clock=_CLOCK))
        bare = stack.enter_context(closing(connect(journal, PASSPHRASE, "ro")))
        copies = _Copies(scratch_folder())
        yield against(
            "backup and its check, 50 years / copy, integrity check, rows",
            lambda: copies.of_the_program(book),
            lambda: copies.bare(bare),
            3.0,
            runs=_RUNS,
        )


def _unlock(journal: Path) -> None:
    Logbook.open(journal, PASSPHRASE, clock=_CLOCK).close()


def _derive_key() -> None:
    hashlib.pbkdf2_hmac("sha512", PASSPHRASE.encode(), b"sixteen bytes of", _ROUNDS, 32)


class _Copies:
    """Makes copies and deletes each before the next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of_the_program(self, book: Logbook) -> None:
        book.backup(self._folder).unlink()

    def bare(self, connection: sqlcipher.Connection) -> None:
        """What can not be done without: a copy, SQLite's own check of it, and the check of every row once."""
        copy = self._folder / "bare.leaf"
        connection.execute("VACUUM INTO ?", (str(copy),))
        with closing(connect(copy, PASSPHRASE, "ro")) as made:
            made.execute("PRAGMA integrity_check").fetchall()
            for table in CHECKED:
                assert all(map(is_intact, made.execute(f"SELECT {whole_row(table)} FROM {table} NOT INDEXED")))
        copy.unlink()
