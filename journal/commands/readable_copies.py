"""The copies and exports of an encrypted journal that anyone can read, as commands name them."""

from __future__ import annotations

from pathlib import Path

from journal import device, paths
from journal.commands.opening import second_folder_of
from journal.logbook.passphrases import plain_copies
from journal.texts import Texts


def readable_copies(journal: Path, texts: Texts) -> list[str]:
    """What stays readable without the passphrase that the journal has now, and what to do about it."""
    copies = plain_copies(journal, second_folder_of(journal))
    sentence = texts.plural(
        "{n} copy without a passphrase is left. Encrypt or delete it in the window, under Settings:",
        "{n} copies without a passphrase are left. Encrypt or delete them in the window, under Settings:",
        len(copies),
    )
    rest = texts(
        "Exported files and copies in other places stay as they are until you delete them, and on some disks a deleted "
        "file can be brought back for a while."
    )
    exports = [file for file in device.exports_of(device.load(paths.device_file()), journal) if file.is_file()]
    readable = texts.plural(
        "{n} exported file can be read by anyone. Delete it if you do not need it:",
        "{n} exported files can be read by anyone. Delete those that you do not need:",
        len(exports),
    )
    return [
        *([sentence, *(str(copy) for copy in copies)] if copies else []),
        *([readable, *(str(file) for file in exports)] if exports else []),
        rest,
    ]
