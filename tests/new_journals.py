"""New journals for tests: the first is made by the migrations, the others are its copies."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from journal.core.updating import NOBODY, Watched
from journal.db import migrate
from journal.db.failures import told_plainly
from journal.db.journal_file import JournalFile

# What a test may have changed about the migrations: then they run.
_ALL_OF_IT = ("_SCRIPTS", "SCHEMA_VERSION", "_migrate", "_run", "_check_foreign_keys")


@contextmanager
def new_journals_are_copied(folder: Path) -> Iterator[None]:
    """Inside, a new journal without a passphrase is a copy of the first one, which is kept in the folder.

    The migrations take a tenth of a second and leave the same bytes each time (``tests/db/test_migrate.py``).
    """
    template, real = folder / "new.leaf", migrate.upgrade
    as_ever = {name: getattr(migrate, name) for name in _ALL_OF_IT}

    def upgrade(file: JournalFile, revision: str = "head", watched: Watched = NOBODY) -> None:
        changed = any(getattr(migrate, name) is not kept for name, kept in as_ever.items())
        if changed or revision != "head" or file.encrypted or _holds_anything(file.path):
            real(file, revision, watched)
        elif template.exists():
            with told_plainly(file.path):
                shutil.copy(template, file.path)
        else:
            real(file)
            file.disconnect()
            shutil.copy(file.path, template)

    with mock.patch.object(migrate, "upgrade", upgrade):
        yield


def _holds_anything(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0
