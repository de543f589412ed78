"""Whether there is a backup to go back to: a way back is offered only where it leads to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.ui.kit.computer import Computer


def has_backups(logbook: Logbook, computer: Computer) -> bool:
    """As far as that is known at once: the disk of a second folder may be asleep, so a copy made there counts."""
    from journal.logbook.backups import is_any_left

    second = computer.second_folder_of(logbook.path)
    return is_any_left(logbook.path) or (second is not None and second.copied is not None)
