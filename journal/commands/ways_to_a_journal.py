"""What a command says where no journal lies in the place that it was asked for: the way to one."""

from __future__ import annotations

from pathlib import Path

from journal.commands.opening import second_folder_of
from journal.core.refusal import Refused
from journal.logbook.backups import is_any_left
from journal.texts import Texts


def ways_to_a_journal(missing: Refused, texts: Texts, logs: bool) -> list[str]:
    """Back to a backup where there is one, and to a new journal; ``logs``: an entry was to be written down."""
    new = texts("log --create makes a new one.") if logs else texts("“leaf-journal new” makes an empty one.")
    path = missing.values.get("path")
    if not isinstance(path, Path) or not is_any_left(path, second_folder_of(path)):
        return [new]
    return [texts("There are backups of it. “leaf-journal restore” lists them, and puts one in its place."), new]
