"""The program was closed while copies were being given the journal’s passphrase: the next start says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.logbook import Logbook


def tell_of_copies(window: MainWindow, logbook: Logbook) -> bool:
    """Say it once, with the way to them; whether there was anything to say."""
    texts, message, computer = window.texts, window.body.message, window.computer
    number = computer.copies_cut_short(logbook.path)
    if not number:
        return False
    computer.remember_copies(logbook.path, 0)
    words = texts.plural(
        "The program was closed while {n} copy was being given the journal’s passphrase. It is whole. If it still "
        "opens as before, it is listed under Your journal, and can be given the passphrase there.",
        "The program was closed while {n} copies were being given the journal’s passphrase. Each of them is whole. "
        "Those that still open as before are listed under Your journal, and can be given the passphrase there.",
        number,
    )
    message.show_message(words, [(texts("Your journal"), window.show_own_journal), (texts("OK"), message.dismiss)])
    return True
