"""backup: a verified copy of the journal."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from journal.commands.opening import open_to_read
from journal.core.moments import Clock
from journal.texts import Texts
from journal.texts.backup_words import with_foreign_parts


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``backup``."""
    parser.add_argument("folder", metavar="DIR", nargs="?", help="where to (default: backups beside the journal)")


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """A verified copy of the journal."""
    with closing(open_to_read(options, clock)) as logbook:
        copy = logbook.backup(Path(options.folder) if options.folder else None)
        planted = logbook.has_foreign_parts
    print(texts("Backed up and verified: {path}", path=copy))
    if planted:
        print(with_foreign_parts(texts), file=sys.stderr)
    return 0
