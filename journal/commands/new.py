"""new: makes an empty journal, with or without a passphrase."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from journal.commands.opening import journal_path, made_new
from journal.core.moments import Clock
from journal.texts import Texts


def add_arguments(parser: ArgumentParser) -> None:
    """Where it goes and its passphrase are said as for every command."""
    parser.epilog = (
        "With --passphrase-file the journal is encrypted from the start. Without it there is no passphrase; the "
        "command passphrase sets one later."
    )


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Make the journal; a file that is there already is never touched."""
    without_folder = not journal_path(options).parent.exists()
    path = made_new(options, clock)
    print(texts("Made a new journal at {path}.", path=path))
    if without_folder:
        print(texts("The folder was made for it: {path}", path=path.parent))
    if options.passphrase_file is None:
        print(texts("It has no passphrase: whoever can use this account can read it."))
    else:
        print(texts("It is encrypted. If you forget the passphrase, nobody can open it."))
    return 0
