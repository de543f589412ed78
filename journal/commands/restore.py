"""restore: the backups of a journal, and the way back to one of them."""

from __future__ import annotations

import sys
import textwrap
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from journal.commands.opening import forget_writes, journal_path, keep_salt, passphrase, reading, second_folder_of
from journal.commands.readable_copies import readable_copies
from journal.core.moments import Clock, utc_now
from journal.core.refusal import Refused
from journal.db.opening import real_file
from journal.db.probe import FileKind, look
from journal.logbook.backups import FoundBackup, beside_today_with, contents, found_backups, leaves_it_open, restore
from journal.logbook.belongings import backup_folder
from journal.texts import Texts
from journal.texts.backup_words import comparison, made_on, seen_in, size_of
from journal.texts.refusals import explain

_COLUMNS = 79  # of a terminal that nobody made wider


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``restore``."""
    parser.add_argument(
        "backup",
        metavar="BACKUP",
        nargs="?",
        help="a backup by its name in the list, or any by its file (default: list them)",
    )
    parser.add_argument(
        "--without-passphrase",
        action="store_true",
        help="let the journal have no passphrase if the backup has none",
    )
    parser.add_argument(
        "--of-another-journal",
        action="store_true",
        help="put a backup of another journal in this one's place",
    )


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Without a name the list, newest first; with one a copy of it takes the journal's place."""
    journal, key = real_file(journal_path(options)), passphrase(options)
    if options.backup is None:
        return _list(journal, key, clock, texts)
    backup = _named(journal, options.backup)
    before, key_of_backup = _kind(journal), _key_for(journal, backup, key, options.without_passphrase)
    held = contents(backup, key_of_backup)
    changes = _what_changes(options, backup, key, key_of_backup, clock, texts)  # refused of another journal
    kept = restore(journal, backup, key_of_backup, utc_now(clock))
    for sentence in changes:
        print(sentence)
    keep_salt(journal, look(journal).salt or None)
    forget_writes(journal)
    print(texts.plural("Restored from {name}: {n} entry.", "Restored from {name}: {n} entries.", held.total,
                       name=backup.name))  # fmt: skip
    if kept is not None:
        print(texts("The journal that it replaces is kept: {path}", path=kept))
    for sentence in _what_became_readable(before, journal, texts):
        print(sentence)
    return 0


def _key_for(journal: Path, backup: Path, key: str | None, without: bool) -> str | None:
    """The passphrase that opens the backup. One that would leave the journal without its own is refused unasked."""
    if leaves_it_open(journal, backup):
        if not without:
            contents(backup, None)  # that it is damaged is said first
            own = backup in (beside.path for beside in found_backups(journal, second_folder_of(journal)))
            raise Refused("backup-would-open" if own else "file-would-open", name=backup.name)
        return None
    if key is not None and _kind(journal) is _kind(backup) is FileKind.PLAIN:
        raise Refused("passphrase-not-needed")
    return key


def _what_became_readable(before: FileKind | None, journal: Path, texts: Texts) -> list[str]:
    """Where going back gave the journal a passphrase or took it away."""
    match before, _kind(journal):
        case FileKind.ENCRYPTED, FileKind.PLAIN:
            return [texts("The backup has no passphrase, so the journal has none any more.")]
        case FileKind.PLAIN, FileKind.ENCRYPTED:
            has_one = texts("The backup has a passphrase, so the journal has it now.")
            return [has_one, *readable_copies(journal, texts)]
    return []


def _kind(file: Path) -> FileKind | None:
    """Whether a journal or backup has a passphrase; None where it cannot be told."""
    try:
        return look(file).kind
    except Refused:
        return None


def _named(journal: Path, name: str) -> Path:
    """Beside the journal, in the second folder, or any file."""
    second = second_folder_of(journal)
    folders = [backup_folder(journal), *([] if second is None else [second])]
    chosen = next((there for folder in folders if (there := folder / name).is_file()), Path(name))
    if chosen.exists() and journal.exists() and chosen.samefile(journal):
        raise Refused("backup-is-journal", path=chosen)
    return chosen


# --- the list --------------------------------------------------------------------------------------------------------


def _list(journal: Path, key: str | None, clock: Clock, texts: Texts) -> int:
    second = second_folder_of(journal)
    backups = found_backups(journal, second)
    missing = second is not None and not second.is_dir()
    if missing:
        print(explain(texts, Refused("second-folder-missing", path=second)), file=sys.stderr)
    problem = _why_unreadable(journal)
    if not backups:
        return _nothing_listed(journal, problem, missing, texts)
    if problem is not None:
        print(_why_brought_back(texts, problem), file=sys.stderr)
    plain = _kind(journal) is FileKind.PLAIN
    for backup in backups:
        opens_it = None if plain and _kind(backup.path) is FileKind.PLAIN else key
        # The file of one in the second folder: its name alone would be the one beside the journal.
        print(backup.path if backup.second else backup.path.name)
        print(textwrap.fill(_line(backup, opens_it, clock, texts), _COLUMNS, initial_indent="    ",
                            subsequent_indent="    ", break_long_words=False, break_on_hyphens=False))  # fmt: skip
    return 0


def _nothing_listed(journal: Path, problem: Refused | None, missing: bool, texts: Texts) -> int:
    """Neither a backup nor a journal is a refusal; a journal without backups is only new."""
    folder = backup_folder(journal.absolute())
    if problem is not None:
        if "copies" not in problem.values:  # else its own words say that there are none
            named = texts("There is no backup of {name} in {folder}.", name=journal.name, folder=folder)
            print(named, file=sys.stderr)
        raise problem
    none_yet = texts("No backups yet. They are made in {folder}.", folder=folder)
    print(texts("There are no backups beside the journal.") if missing else none_yet)
    return 0


def _why_brought_back(texts: Texts, problem: Refused) -> str:
    """Above the backups: who has them needs no new journal."""
    if problem.code != "journal-missing":
        return explain(texts, problem)
    return texts("There is no journal at {path}. These are backups of it; a copy of the one that you name takes its "
                 "place.", path=problem.values["path"])  # fmt: skip


def _why_unreadable(journal: Path) -> Refused | None:
    """What is wrong with the name that was given, or with what lies there: it may be why no backup is found."""
    try:
        return Refused("journal-missing", path=journal) if look(journal).kind is FileKind.MISSING else None
    except Refused as refused:
        return refused


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


def _what_changes(
    options: Namespace, backup: Path, key: str | None, key_of_backup: str | None, clock: Clock, texts: Texts
) -> list[str]:
    journal = journal_path(options)
    if not journal.exists():
        return []
    try:
        with closing(reading(options, clock, None if _kind(journal) is FileKind.PLAIN else key)) as today:
            beside = beside_today_with(today, backup, key_of_backup)
    except Refused as refused:
        why = explain(texts, refused)
        return [texts("What the journal of today holds beside it could not be counted. {why}", why=why)]
    if beside.of_another and not options.of_another_journal:
        raise Refused("backup-of-another", name=backup.name)
    return comparison(texts, beside)
