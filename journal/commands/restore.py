"""restore: the backups of a journal, and the way back to one of them."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from journal import device, paths
from journal.commands.opening import forget_writes, journal_path, keep_salt, open_to_read, passphrase
from journal.core.moments import Clock, utc_now
from journal.core.refusal import Refused
from journal.db.opening import real_file
from journal.db.probe import FileKind, look
from journal.logbook.backups import FoundBackup, beside_today, contents, found_backups, restore
from journal.logbook.belongings import backup_folder
from journal.texts import Texts
from journal.texts.backup_words import comparison, made_on, seen_in, size_of
from journal.texts.refusals import explain


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``restore``."""
    parser.add_argument(
        "backup",
        metavar="BACKUP",
        nargs="?",
        help="a backup by its name in the list, or any by its file (default: list them)",
    )


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Without a name the list, newest first; with one a copy of it takes the journal's place."""
    journal, key = real_file(journal_path(options)), passphrase(options)
    if options.backup is None:
        _list(journal, key, clock, texts)
        return 0
    backup = _named(journal, options.backup)
    held = contents(backup, key)
    changes, before = _what_changes(options, backup, clock, texts), _kind(journal)
    now = utc_now(clock)
    kept = restore(journal, backup, key, now)
    for sentence in changes:
        print(sentence)
    keep_salt(journal, look(journal).salt or None)
    forget_writes(journal)
    print(texts.plural("Restored from {name}: {n} entry.", "Restored from {name}: {n} entries.", held.total,
                       name=backup.name))  # fmt: skip
    if (before, _kind(journal)) == (FileKind.ENCRYPTED, FileKind.PLAIN):
        print(texts("The backup has no passphrase, so the journal has none any more."))
    if kept is not None:
        print(texts("The journal that it replaces is kept: {path}", path=kept))
    return 0


def _kind(journal: Path) -> FileKind | None:
    """Whether the journal has a passphrase; None where it cannot be told."""
    try:
        return look(journal).kind
    except Refused:
        return None


def _named(journal: Path, name: str) -> Path:
    beside = backup_folder(journal) / name
    chosen = beside if beside.is_file() else Path(name)
    if chosen.exists() and journal.exists() and chosen.samefile(journal):
        raise Refused("backup-is-journal", path=chosen)
    return chosen


# --- the list --------------------------------------------------------------------------------------------------------


def _list(journal: Path, key: str | None, clock: Clock, texts: Texts) -> None:
    second = device.second_path_of(device.load(paths.device_file()), journal)
    found = found_backups(journal, second)
    missing = second is not None and not second.is_dir()
    if missing:
        print(explain(texts, Refused("second-folder-missing", path=second)), file=sys.stderr)
    if not found:
        none_yet = texts("No backups yet. They are made in {folder}.", folder=backup_folder(journal))
        print(texts("There are no backups beside the journal.") if missing else none_yet)
        return
    for backup in found:
        # The file of one in the second folder: its name alone would be the one beside the journal.
        print(f"{backup.path if backup.second else backup.path.name}  {_line(backup, key, clock, texts)}")


def _line(backup: FoundBackup, key: str | None, clock: Clock, texts: Texts) -> str:
    """When it was made, its size, and what was seen in it just now."""
    made = made_on(texts, backup.made, clock)
    return texts("{made}, {size}, {seen}", made=made, size=size_of(texts, backup.size),
                 seen=_seen(backup.path, key, texts))  # fmt: skip


def _seen(backup: Path, key: str | None, texts: Texts) -> str:
    try:
        return seen_in(texts, contents(backup, key))
    except Refused as refused:
        return explain(texts, refused)


# --- what going back means -------------------------------------------------------------------------------------------


def _what_changes(options: Namespace, backup: Path, clock: Clock, texts: Texts) -> list[str]:
    if not journal_path(options).exists():
        return []
    try:
        with closing(open_to_read(options, clock)) as today:
            return comparison(texts, beside_today(today, backup))
    except Refused as refused:
        why = explain(texts, refused)
        return [texts("What the journal of today holds beside it could not be counted. {why}", why=why)]
