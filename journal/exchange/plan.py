"""What an import would do: every row counted as new, already here, different from ours, deleted for good, or refused.

Ours is kept unless a person says otherwise: an import adds and does not overwrite unasked. The first reading counts;
``Plan.entries`` reads the file again and gives what is new, for one change set. Both readings hold a bounded piece of
the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from journal.core.entries import (
    Content,
    Entry,
    Product,
    ProductKind,
)
from journal.core.product_kinds import of_kind
from journal.core.refusal import Refused
from journal.exchange.changed_rows import Changed
from journal.exchange.file_rows import Row, Source, Watch
from journal.exchange.here import EmptyJournal, Here, is_empty
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.same_medicine import SameMedicine
from journal.exchange.same_names import Joining, SameNames
from journal.exchange.same_on_lists import SameOnLists
from journal.exchange.sorting import Sorting

_SLICE = 1000
AS_USUAL = Joining()
KindSaid = tuple[ProductKind, Content | None]
_NO_KINDS: Mapping[str, KindSaid] = MappingProxyType({})


class Plan(ImportOutcome):
    """The outcome of a first reading, and what is new, from a second one."""

    def __init__(self, source: Source, here: Here, now_ms: int, joining: Joining) -> None:
        super().__init__(source.path, SameMedicine(here), SameOnLists(here), SameNames(here, joining))
        self._source = source
        self._sorting = Sorting(here, self, now_ms, source.keeps_trash)

    def entries(self, kinds: Mapping[str, KindSaid] = _NO_KINDS, changed: Changed = Changed.OURS) -> Iterator[Entry]:
        """What is new, in the file's order; read again from the file. Then what of it is taken instead of ours.

        ``kinds``: what a person says of products whose kind the file does not say, by their ids.
        """
        for entry in self._sorting.again(self._source, changed):
            chosen = kinds.get(entry.id) if isinstance(entry, Product) and entry.kind is ProductKind.NOT_SAID else None
            yield of_kind(entry, *chosen) if chosen is not None and isinstance(entry, Product) else entry


def plan_import(
    source: Source,
    here: Here,
    now_ms: int,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    watch: Watch | None = None,
    joining: Joining = AS_USUAL,
) -> Plan:
    """Read the file once and say what an import would do. Nothing is written."""
    plan = Plan(source, EmptyJournal() if is_empty(here) else here, now_ms, joining)
    plan.watch = watch
    done = 0
    for part in _slices(source.rows()):
        plan._sorting.count(part)
        done += len(part)
        if progress is not None:
            progress(done)
        if cancelled is not None and cancelled():
            raise Refused("cancelled")
    plan._sorting.finish()
    plan.watch = None  # of a large file it remembers tens of thousands of ratings
    return plan


def _slices(rows: Iterable[Row]) -> Iterator[list[Row]]:
    part: list[Row] = []
    for row in rows:
        part.append(row)
        if len(part) == _SLICE:
            yield part
            part = []
    yield part
