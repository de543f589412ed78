"""What an entry said when an import last changed it: a table may go back to what it said before that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from journal.core.changes import Revision
from journal.core.entries import Entry, kind_of
from journal.core.records import from_record, to_record

IMPORTED = "many.imported"


class Histories(Protocol):
    """What knows what happened to an entry; ``Logbook`` does."""

    def history(self, entry_id: str) -> Sequence[Revision]: ...


def as_changed_by_import(here: Histories, ours: Entry) -> Entry | None:
    """Ours as the last import left it; None where none changed what came first, which its identity tells."""
    standing = [revision for revision in here.history(ours.id) if not revision.undone]
    imports = [n for n, revision in enumerate(standing) if revision.label == IMPORTED]
    if not imports or standing[imports[-1]].before is None:
        return None
    after = next((revision.before for revision in standing[imports[-1] + 1 :]), None)
    if after is None:
        return ours
    return from_record(kind_of(ours), {**to_record(ours), **after})  # an older program's record has fewer columns
