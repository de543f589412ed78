"""passphrase: the journal gets a passphrase, another one, or none."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from journal.commands.opening import journal_path, keep_both_salts, passphrase, passphrase_in, second_folder_of, writing
from journal.commands.readable_copies import readable_copies
from journal.core.moments import Clock
from journal.core.passphrases import is_same
from journal.core.refusal import Refused
from journal.db.connection import usable_passphrase
from journal.db.probe import FileKind, look
from journal.logbook.passphrase_strength import refuse_guessable
from journal.logbook.passphrases import change_passphrase, other_passphrase_copies
from journal.texts import Texts


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``passphrase``."""
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument(
        "--new-passphrase-file",
        metavar="FILE",
        help="set the passphrase that is the first line of this file, or change the one there is to it; - reads "
        "standard input, where it is the line after the present one if that is read from there, too",
    )
    wanted.add_argument("--remove", action="store_true", help="take the passphrase away: anyone can read the journal")


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Nobody may have the journal open; one of an earlier version is brought up to date first."""
    journal, old = journal_path(options), passphrase(options)
    new = None if options.remove else passphrase_in(options.new_passphrase_file)
    _refuse_needless(journal, old, new)
    with closing(writing(options, clock, old)):
        pass  # that it opens, with this passphrase, and is of this version
    if new is not None:
        print(texts("If you forget it, nobody can open the journal."), flush=True)
    change_passphrase(journal, old, new, lambda salts: keep_both_salts(journal, salts))
    for sentence in _what_is_so(journal, old, new, texts):
        print(sentence)
    return 0


def _refuse_needless(journal: Path, old: str | None, new: str | None) -> None:
    kind = look(journal).kind
    if kind is FileKind.MISSING:
        raise Refused("journal-missing", path=journal)
    if new is not None:
        usable_passphrase(new)
        refuse_guessable(new)
    if old is None and new is None:
        raise Refused("passphrase-missing" if kind is FileKind.ENCRYPTED else "passphrase-none-to-remove")
    if old is not None and new is not None and is_same(old, new):
        raise Refused("passphrase-same")


def _what_is_so(journal: Path, old: str | None, new: str | None, texts: Texts) -> list[str]:
    if new is None:
        return [
            texts("The journal has no passphrase now. Anyone who can use this account can read it."),
            texts("Backups made before keep the passphrase that they have."),
        ]
    if old is not None:
        return [
            texts("The journal has the new passphrase now. Backups made before open as they did."),
            *_earlier_ones(journal, new, texts),
            *readable_copies(journal, texts),
        ]
    sentence = texts("The journal is encrypted now.")
    return [sentence, *_earlier_ones(journal, new, texts), *readable_copies(journal, texts)]


def _earlier_ones(journal: Path, new: str, texts: Texts) -> list[str]:
    copies = other_passphrase_copies(journal, new, second_folder_of(journal))
    sentence = texts.plural(
        "{n} copy has a passphrase from before. Give it the new one, or delete it, in the window, under Settings:",
        "{n} copies have a passphrase from before. Give them the new one, or delete them, in the window, under "
        "Settings:",
        len(copies),
    )
    return [sentence, *(str(copy) for copy in copies)] if copies else []
