"""backup: a verified copy of the journal."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from journal.commands.opening import open_to_read
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.backup_words import with_foreign_parts


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``backup``."""
    parser.add_argument("folder", metavar="DIR", nargs="?", help="where to (default: backups beside the journal)")


def _copied(logbook: Logbook, folder: Path | None) -> Path:
    """The copy; where the folder is the cause that is said, as nothing was typed that could be lost."""
    try:
        return logbook.backup(folder)
    except Refused as refused:
        there = folder is not None and folder.is_dir()
        if there and refused.code in ("disk-error", "folder-missing", "journal-locked", "no-permission"):
            raise Refused("backup-not-there", path=folder) from refused
        raise


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """A verified copy of the journal."""
    with closing(open_to_read(options, clock)) as logbook:
        copy = _copied(logbook, None if options.folder is None else Path(options.folder))
        planted = logbook.has_foreign_parts
    print(texts("Backed up and verified: {path}", path=copy))
    if planted:
        print(with_foreign_parts(texts), file=sys.stderr)
    return 0
