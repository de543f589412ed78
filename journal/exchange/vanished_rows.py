"""What came with a table and is not read from it any more: it stays in the journal, and that is said."""

from __future__ import annotations

from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.trashed_rows import first_named
from journal.texts import Texts


def remark_on_vanished(plan: ImportOutcome, texts: Texts) -> list[str]:
    """How many they are, and the first of them; () without any."""
    vanished = plan.vanished
    if not vanished:
        return []
    one = "{n} entry that came with this table is not read from it any more. It stays in the journal:"
    many = "{n} entries that came with this table are not read from it any more. They stay in the journal:"
    return [texts.plural(one, many, plan.vanished_count), *first_named(vanished, texts)]
