"""What must be known of the schema without its tables: numbers in the file, words, and what a change set has become."""

from __future__ import annotations

SCHEMA_VERSION = 2
APPLICATION_ID = 0x4C65614A  # "LeaJ"

# Full text beside the row, in code: kind -> the columns whose words are found. rowid = seq.
TEXT_COLUMNS: dict[str, tuple[str, ...]] = {"dose": ("note", "amount"), "note": ("text",)}
TEXT_TABLES = tuple(f"{kind}_text" for kind in TEXT_COLUMNS)

# A change set's state: done, undone and can be redone, undone and overtaken by a later write.
DONE, UNDONE, OVERTAKEN = 0, 1, 2
