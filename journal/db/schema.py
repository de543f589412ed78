"""What must be known of the schema without its tables: numbers in the file, words, and what a change set has become."""

from __future__ import annotations

import re
from pathlib import Path

from journal.core.kinds import KINDS

_MIGRATIONS = Path(__file__).with_name("migrations") / "versions"
_MIGRATION = re.compile(r"([0-9]{4})_\w+\.py")


def newest_migration(folder: Path) -> int:
    """The number that the name of the newest migration begins with; Alembic is not asked, to keep a start short."""
    return max(int(named[1]) for path in folder.iterdir() if (named := _MIGRATION.fullmatch(path.name)))


SCHEMA_VERSION = newest_migration(_MIGRATIONS)
CHECKED_SINCE = 4  # the first in which rows have checks and days have seals
APPLICATION_ID = 0x4C65614A  # "LeaJ"

# Full text beside the row, in code: kind -> the columns whose words are found. rowid = seq.
TEXT_COLUMNS = {kind.code: kind.searchable_words for kind in KINDS.values() if kind.searchable_words}

# A change set's state: done, undone and can be redone, undone and overtaken by a later write.
DONE, UNDONE, OVERTAKEN = 0, 1, 2
