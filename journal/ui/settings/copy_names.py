"""How a copy of the journal is named where it is listed."""

from __future__ import annotations

from pathlib import Path

from journal.logbook.belongings import backup_folder
from journal.texts import Texts
from journal.ui.kit.breakable import breakable


def shown_name(texts: Texts, copy: Path) -> str:
    """Its name, with places to break the line at, and its folder where that is not the one beside the journal."""
    name = copy.name.replace("-", "-\u200b")
    if copy.parent.name == backup_folder(copy).name:
        return name
    return texts("{name}, in {folder}", name=name, folder=breakable(copy.parent))
