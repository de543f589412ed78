"""backup: a verified copy of the journal."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing, suppress
from pathlib import Path

from journal import device, paths
from journal.commands.opening import open_to_read, second_folder_of
from journal.core.moments import Clock, moment_now
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.logbook.second_folder import Twice, back_up_twice
from journal.texts import Texts
from journal.texts.backup_words import copied_too, with_foreign_parts


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``backup``."""
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", help="where to (default: backups beside the journal, and its second folder)"
    )


def _copied(logbook: Logbook, folder: Path | None) -> Twice:
    """The copies; where the folder is the cause that is said, as nothing was typed that could be lost."""
    try:
        if folder is None:
            second = second_folder_of(logbook.path)
            return back_up_twice(logbook, second)
        return Twice(logbook.backup(folder))
    except Refused as refused:
        there = folder is not None and folder.is_dir()
        if there and refused.code in ("disk-error", "folder-missing", "journal-locked", "no-permission"):
            raise Refused("backup-not-there", path=folder) from refused
        raise


def _say_of_second(second: Path, refused: Refused | None, journal: Path, day: dt.date, texts: Texts) -> None:
    """A second folder that takes nothing is no failure of the backup, which lies beside the journal."""
    print(copied_too(texts, second, refused), file=sys.stdout if refused is None else sys.stderr)
    if refused is None:
        with suppress(OSError):  # the day of the last copy is all that is lost
            device.change(paths.device_file(), lambda now: device.with_copied(now, journal, day))


def _named(folder: str) -> Path:
    if not folder.strip():
        raise Refused("folder-not-named")  # it would be the folder that the terminal is in
    return Path(folder)


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """A verified copy of the journal."""
    folder = None if options.folder is None else _named(options.folder)
    new = folder is not None and not folder.exists()
    with closing(open_to_read(options, clock)) as logbook:
        made = _copied(logbook, folder)
        planted = logbook.has_foreign_parts
        path, day = logbook.path, moment_now(clock).local.date()
    print(texts("Backed up and verified: {path}", path=made.made))
    if new:
        print(texts("The folder was made for it: {path}", path=folder))
    if made.second is not None:
        _say_of_second(made.second, made.refused, path, day, texts)
    if planted:
        print(with_foreign_parts(texts), file=sys.stderr)
    return 0
