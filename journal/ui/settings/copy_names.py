"""How a copy of the journal is named where it is listed: by its day, and by the folder that it lies in."""

from __future__ import annotations

from pathlib import Path

from journal.core.moments import Clock
from journal.logbook.backups import made_of, reason_of
from journal.logbook.belongings import backup_folder
from journal.texts import Texts
from journal.texts.backup_words import made_for, made_on
from journal.ui.kit.breakable import breakable


class CopyNames:
    """Of one journal: two files of one name, in two folders, are told apart."""

    def __init__(self, texts: Texts, clock: Clock, journal: Path) -> None:
        self._texts, self._clock, self._folder = texts, clock, backup_folder(journal)

    def of(self, copy: Path) -> str:
        """When it was made, where it lies if that is the second folder, and why; its file where that tells no day."""
        made = made_of(copy)
        name = made_on(self._texts, made, self._clock) if made is not None else breakable(Path(copy.name))
        if copy.parent != self._folder:
            name = self._texts("{made}, in the second folder", made=name)
        return " · ".join(filter(None, (name, made_for(self._texts, reason_of(copy)))))
