"""Whether a journal lies in a folder that another program keeps in step with other computers."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

# How such programs name their folders, folded; "OneDrive - Firm" and "Dropbox (Firm)" begin so.
_NAMED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "megasync": "MEGA",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
}
# What they leave in the folder that they look after.
_MARKED = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
_AFTER_NAME = ("", " ", "-")


def synchronised_by(path: Path) -> str:
    """The program that keeps the folder in step, as far as names tell; "" where none is known to.

    Nothing is opened; a folder that cannot be looked at says nothing.
    """
    for folder in path.absolute().parents:
        named = _by_name(folder.name)
        if named:
            return named
        for mark, program in _MARKED.items():
            with suppress(OSError):
                if folder != Path.home() and (folder / mark).exists():
                    return program
    return ""


def _by_name(folder: str) -> str:
    folded = folder.casefold()
    for name, program in _NAMED.items():
        if folded.startswith(name) and folded[len(name) : len(name) + 1] in _AFTER_NAME:
            return program
    return ""
