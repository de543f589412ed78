"""The journal that a command is about, opened with the passphrase that a file or standard input gives."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from pathlib import Path

from journal import device, memory, paths
from journal.core.moments import Clock
from journal.core.problems import only_in_search
from journal.core.refusal import Refused
from journal.exchange.files import readable_file
from journal.logbook import Logbook
from journal.logbook.left_of_rekeying import readable_left_beside
from journal.texts import english

_PASSPHRASE_LIMIT = 4096
_WAIT_S = 10  # for other commands, each of which has the journal for a moment


def journal_path(options: Namespace) -> Path:
    """The journal that was asked for, else this account's own."""
    if options.journal == "":
        raise Refused("journal-unnamed")
    return paths.default_journal() if options.journal is None else Path(options.journal)


def second_folder_of(journal: Path) -> Path | None:
    """The folder with further copies of this journal, if there is one."""
    return device.second_path_of(device.load(paths.device_file()), journal)


def open_to_read(options: Namespace, clock: Clock) -> Logbook:
    """The journal without its lock, so that an open window does not matter."""
    return reading(options, clock, passphrase(options))


def reading(options: Namespace, clock: Clock, typed: str | None) -> Logbook:
    """The same with a passphrase that was read before."""
    path = journal_path(options)
    if left := readable_left_beside(path):
        print(
            english()("{path} was left by a change of the passphrase that was cut short. Anyone can read what is in "
                      "it. The next entry that is saved removes it, and so does the window; or delete it yourself.",
                      path=left),
            file=sys.stderr,
        )  # fmt: skip
    return Logbook.open(path, typed, clock=clock, read_only=True, known_salt=_known_salt(path))


@contextmanager
def made_or_opened(options: Namespace, clock: Clock, create: bool) -> Iterator[Logbook]:
    """The journal to write into; ``create`` makes it if it is missing.

    One that was made is taken away again if the block fails before anything was saved in it.
    """
    path, key = journal_path(options), passphrase(options)
    made = _made(path, key, clock) if create and not path.exists() else None
    if made is None:
        with closing(writing(options, clock, key)) as logbook, _search_told_apart(logbook):
            yield logbook
        return
    logbook, unused = made, False
    try:
        yield logbook
    except BaseException:
        unused = logbook.undo_step is None
        raise
    finally:
        salt = logbook.salt
        logbook.close()
        if unused:
            path.unlink()
            path.with_name(path.name + ".lock").unlink(missing_ok=True)
        else:
            keep_salt(path, salt)
            forget_writes(path)


@contextmanager
def _search_told_apart(logbook: Logbook) -> Iterator[None]:
    """A search index that is damaged refuses what is written; its way out is not that of a damaged journal."""
    try:
        yield
    except Refused as refused:
        if refused.code == "journal-damaged" and only_in_search(logbook.check()):
            raise Refused("search-fails", path=logbook.path) from refused
        raise


def made_new(options: Namespace, clock: Clock) -> Path:
    """Make an empty journal and say where; Refused("journal-exists") if anything is there."""
    path, key = journal_path(options), passphrase(options)
    made = None if path.exists() else _made(path, key, clock)
    if made is None:
        raise Refused("journal-exists", path=path)
    salt = made.salt
    made.close()
    keep_salt(path, salt)
    forget_writes(path)
    return path


def _made(path: Path, key: str | None, clock: Clock) -> Logbook | None:
    """A new journal, unless anyone would guess its passphrase; None where another command made it meanwhile."""
    if key is not None:
        from journal.logbook.passphrase_strength import refuse_guessable

        refuse_guessable(key)
    try:
        return Logbook.open(path, key, clock=clock, create=True, wait_s=_WAIT_S)
    except Refused as refused:
        if refused.code == "journal-exists":
            return None
        raise


def open_to_write(options: Namespace, clock: Clock) -> Logbook:
    """The journal to write into. Waits for other commands; refused at once while a window has it open."""
    return writing(options, clock, passphrase(options))


def writing(options: Namespace, clock: Clock, typed: str | None) -> Logbook:
    """The same with a passphrase that was read before: standard input gives it only once."""
    # What writing needs takes longer to import than an entry to save: not while others wait for the journal.
    import_module("journal.logbook.writing")
    path = journal_path(options)
    settings = device.load(paths.device_file())
    salt, left = device.salt_of(settings, path), readable_left_beside(path)
    logbook = Logbook.open(path, typed, clock=clock, known_salt=salt, wait_s=_WAIT_S, computer=settings.computer)
    if logbook.view_only is not None:
        logbook.close()
        raise logbook.view_only
    if left is not None and not left.exists():
        print(
            english()("{path} was removed. A change of the passphrase that was cut short had left it, and anyone could "
                      "read what was in it.", path=left),
            file=sys.stderr,
        )  # fmt: skip
    return logbook


def _known_salt(journal: Path) -> str | None:
    return device.salt_of(device.load(paths.device_file()), journal)


def keep_salt(journal: Path, salt: str | None) -> None:
    """Keep a new encrypted journal's salt in the device file, as the window does.

    A device file that cannot be written is said on standard error and stops nothing: the entry matters more.
    """
    if salt is None:
        return
    file = paths.device_file()
    try:
        device.change(file, lambda now: device.with_salt(now, journal, salt))
    except OSError:
        sentence = "{path} could not be written, so damage to the journal may look like a wrong passphrase later."
        print(english()(sentence, path=file), file=sys.stderr)


def forget_writes(journal: Path) -> None:
    """Another file lies there now, as was asked for: the window must not miss what the one before held."""
    file = paths.device_file()
    if device.writes_of(device.load(file), journal) is None:
        return
    with suppress(OSError):  # then the window asks once, and nothing else depends on it
        device.change(file, lambda now: device.with_writes(now, journal, None))


def keep_both_salts(journal: Path, salts: tuple[str, ...]) -> None:
    """The salts of the file that is there and of the one that takes its place, or the one that is left.

    Where they cannot be written nothing is changed: see ``db.rekeying``.
    """
    file = paths.device_file()
    try:
        device.keep_salts(file, journal, salts)
    except OSError as problem:
        raise Refused("file-unwritable", path=file, reason=problem.strerror or "") from problem


def passphrase(options: Namespace) -> str | None:
    """The first line of the passphrase file; None when none was given."""
    return None if options.passphrase_file is None else passphrase_in(options.passphrase_file)


def passphrase_in(file: str) -> str:
    """The first line of this file, or the next one of standard input for ``-``."""
    memory.keep_from_others()
    raw = sys.stdin.readline(_PASSPHRASE_LIMIT) if file == "-" else first_line(Path(file))
    typed = raw.rstrip("\r\n")
    if not typed:
        raise Refused("passphrase-file-empty")
    return typed


def first_line(path: Path) -> str:
    """The first line of a secret file, with its line end; Refused if it is no text."""
    with readable_file(path, 1) as file:
        try:
            return file.readline(_PASSPHRASE_LIMIT).decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            raise Refused("passphrase-file-not-text", path=path) from problem
