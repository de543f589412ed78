"""The files that belong to a journal: itself, what SQLite and the lock put beside it, and its backups."""

from __future__ import annotations

import re
from pathlib import Path

from journal.db.backup_names import where_backups_lie as where_backups_lie

_UNSAVED, _LOOKED_AT = ".unsaved", ".looked-at"
_BESIDE = (
    "", "-journal", ".lock", ".raise", ".window", ".asking", ".new", ".new-journal",
    _UNSAVED, f"{_UNSAVED}-journal", f"{_UNSAVED}.lock", _LOOKED_AT, f"{_LOOKED_AT}.lock",
)  # fmt: skip
_STAMP = r"-\d{4}-\d\d-\d\d-\d{6}-.+\.(?:leaf|part)"


def backup_folder(journal: Path) -> Path:
    """Where a journal's backups lie unless another folder was named."""
    return journal.parent / "backups"


def unsaved_file(journal: Path) -> Path:
    """Where what was typed waits while the journal takes nothing: see ``logbook.unsaved``."""
    return journal.with_name(journal.name + _UNSAVED)


def looked_at_file(journal: Path) -> Path:
    """Where what can be read of a damaged journal lies while it is only looked at."""
    return journal.with_name(journal.name + _LOOKED_AT)


def files_of(journal: Path) -> list[Path]:
    """The journal and the files beside it that are there now, the journal first."""
    return [beside for suffix in _BESIDE if (beside := journal.with_name(journal.name + suffix)).is_file()]


def backups_of(journal: Path) -> list[Path]:
    """The copies in its backup folder, newest first; those of other journals in the same folder are left out."""
    return copies_in(backup_folder(journal), journal)


def copies_in(folder: Path, journal: Path) -> list[Path]:
    """The copies of this journal in any folder, newest first; none where the folder is not there."""
    wanted = re.compile(re.escape(journal.stem) + _STAMP)
    if not folder.is_dir():
        return []
    return sorted((path for path in folder.iterdir() if wanted.fullmatch(path.name)), reverse=True)


def remove(files: list[Path]) -> tuple[Path, ...]:
    """Delete the files; returns those that could not be deleted, so that they can be named."""
    left = []
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
    return tuple(left)


def remove_if_empty(folder: Path) -> None:
    """Delete a folder that holds nothing any more; one that does, or that cannot be deleted, stays."""
    try:
        folder.rmdir()
    except OSError:
        return
