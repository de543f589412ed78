"""Where files lie on this computer."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

import platformdirs

# Folder names without the word for what is logged: people share computers.
_APP = "leaf-journal"


def private_files_only() -> None:
    """Make every file and folder created from now on readable by this account alone."""
    os.umask(0o077)


def data_folder() -> Path:
    """The folder of the journal and its backups."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False))


def default_journal() -> Path:
    """The journal to open when nothing else is said; ``LEAF_JOURNAL_FILE`` overrides."""
    override = os.environ.get("LEAF_JOURNAL_FILE")
    return Path(override) if override else data_folder() / "journal.leaf"


def device_file() -> Path:
    """The small settings file outside the journal."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False)) / "device.ini"


def log_file() -> Path:
    """The log of bugs; it never holds entry text."""
    return Path(platformdirs.user_log_dir(_APP, appauthor=False)) / "leaf-journal.log"


def older_log(file: Path) -> Path:
    """Where a log lies that has grown long, until the next has."""
    return file.with_name(f"{file.name}.1")


def cache_folder() -> Path:
    """The folder of what can be made anew at any time."""
    return Path(platformdirs.user_cache_dir(_APP, appauthor=False))


def font_lists() -> list[Path]:
    """The lists of this computer's fonts that drawing charts leaves in the cache."""
    return sorted(cache_folder().glob("fontlist-*.json*"))


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder survive a power cut; Windows has no such call and needs none."""
    if os.name != "nt":
        sync_file(folder)


def sync_file(path: Path) -> None:
    """Make what a file holds survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_FORGOTTEN_AFTER_S = 3600


def remove_forgotten(folder: Path, name: re.Pattern[str], after_s: int = _FORGOTTEN_AFTER_S) -> None:
    """Delete files whose whole name matches and that nobody wrote to for ``after_s``: a killed program's leftovers.

    A fresh one may belong to a running program and stays, and so does one that cannot be deleted: it is in nobody's
    way, and what is about to be written matters more.
    """
    for path in folder.iterdir():
        if name.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > after_s:
                    path.unlink()
