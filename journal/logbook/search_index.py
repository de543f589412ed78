"""A damaged search index is built anew from the entries; the file as it was is kept among the backups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from journal.core.updating import NOBODY, Watched
from journal.db.backup import free_name
from journal.db.opening import real_file
from journal.db.search_mending import build_anew
from journal.logbook.backups import REPLACED
from journal.logbook.belongings import backup_folder


def build_search_anew(
    journal: Path,
    passphrase: str | None,
    now: dt.datetime,
    keep_salts: Callable[[tuple[str, ...]], object],
    watched: Watched = NOBODY,
) -> Path:
    """Mend the journal, which must be closed; returns where the file as it was is kept. A job for a worker.

    Raises Refused, and then the journal is as it was. ``keep_salts`` writes into the device file what it begins with.
    """
    journal = real_file(journal)
    kept = free_name(backup_folder(journal), journal.stem, now, REPLACED)
    build_anew(journal, passphrase, kept, keep_salts, watched)
    return kept
