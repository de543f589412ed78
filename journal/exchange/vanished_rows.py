"""What came with a table and is not read from it any more: it stays in the journal, and that is said."""

from __future__ import annotations

from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.trashed_rows import named
from journal.texts import Texts
from journal.texts.listing import first_of

_NAMED = 5


def remark_on_vanished(plan: ImportOutcome, texts: Texts) -> list[str]:
    """How many they are, and the first of them; () without any."""
    vanished = plan.vanished
    if not vanished:
        return []
    one = "{n} entry that came with this table is not read from it any more. It stays in the journal:"
    many = "{n} entries that came with this table are not read from it any more. They stay in the journal:"
    # What is private is counted and not named: others may look on.
    told = [entry for entry in vanished if not entry.private]
    return [
        texts.plural(one, many, plan.vanished_count),
        *first_of(texts, told, _NAMED, lambda entry: named(entry, texts)),
    ]
