"""An older file that lies in the journal's place is told at the start: what was saved here last is not in it."""

from __future__ import annotations

from collections.abc import Callable

from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.kit.computer import Computer
from journal.ui.kit.inline_message import InlineMessage


def is_older_than_left(logbook: Logbook, computer: Computer) -> bool:
    """Whether it had seen more writes when it was closed on this computer; each write is numbered in the file."""
    now, left = logbook.last_write_number, computer.writes_of(logbook.path)
    return now is not None and left is not None and now < left and not logbook.preferences.demo


def tell_of_older_file(
    texts: Texts, computer: Computer, logbook: Logbook, message: InlineMessage, to_backups: Callable[[], object] | None
) -> bool:
    """Say it in ``message``, without taking the keyboard; whether there was anything to say.

    ``to_backups``: where to look for what is missing; None where there are none.
    """
    if not is_older_than_left(logbook, computer):
        return False
    words = texts(
        "This journal does not hold what was saved or typed on this computer last. An older file lies in its place, "
        "put there by a program that keeps folders in step, or by hand. Nothing in it was changed."
    )
    ask_what_to_do(texts, computer, logbook, message, to_backups, words)
    return True


def ask_what_to_do(
    texts: Texts,
    computer: Computer,
    logbook: Logbook,
    message: InlineMessage,
    to_backups: Callable[[], object] | None,
    words: str,
) -> None:
    """Whatever is saved or taken back meanwhile, it stays until it is answered."""

    def go_on() -> None:
        computer.remember_writes(logbook.path, logbook.last_write_number)
        message.dismiss()

    ways: list[tuple[str, Callable[[], object]]] = [(texts("Go on with it"), go_on)]
    if to_backups is not None:
        words = texts("{said} What it lacks may be in a backup.", said=words)
        ways.append((texts("Look at the backups…"), to_backups))
    message.show_message(words, ways, True, lasting=True)
