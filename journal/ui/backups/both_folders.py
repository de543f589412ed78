"""A backup that was asked for: beside the journal and in the second folder, with the words for what became of both."""

from __future__ import annotations

from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.logbook.second_folder import Twice, back_up_twice
from journal.texts import Texts
from journal.texts.backup_words import backup_made, copied_too
from journal.ui.kit.computer import Computer


class BothFolders:
    """Of one journal, with what this computer knows of its second folder."""

    def __init__(self, logbook: Logbook, computer: Computer) -> None:
        self._logbook, self._computer = logbook, computer
        self._second = computer.second_path_of(logbook.path)

    def back_up(self) -> Twice:
        """In a worker."""
        return back_up_twice(self._logbook, self._second)

    def keep_and_say(self, texts: Texts, made: Twice, shown: str) -> str:
        """Keep the day of a copy, and answer with what became of both; ``shown``: the backup's path as it is shown."""
        sentence = backup_made(texts, shown, self._logbook.has_foreign_parts)
        if made.second is None:
            return sentence
        if made.refused is None:
            self._computer.remember_copied(self._logbook.path, moment_now(self._logbook.clock).local.date())
        return f"{sentence}\n{copied_too(texts, made.second, made.refused)}"
