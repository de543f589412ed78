"""What becomes of the rows of a file in an import: how many are new, and which are refused or doubtful."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from journal.core.entries import (
    DayMark,
    Dose,
    Entry,
    Product,
    Timed,
    Tombstone,
    kind_of,
)
from journal.core.plausible import doubts_in_file
from journal.core.refusal import Refused
from journal.exchange.changed_rows import CHANGED_LIMIT, Changed, ChangedRow, Twin
from journal.exchange.file_rows import DoubtfulRow, RefusedRow, Watch, Where
from journal.exchange.same_medicine import SameMedicine
from journal.exchange.same_names import SameNames
from journal.exchange.same_on_lists import SameOnLists

REFUSED_LIMIT = 10_000
DOUBTFUL_LIMIT = 10_000


@dataclass(slots=True)
class Counts:
    """How many rows of each kind met each fate."""

    new: Counter[str] = field(default_factory=Counter)
    here: Counter[str] = field(default_factory=Counter)
    differs: Counter[str] = field(default_factory=Counter)
    trashed: Counter[str] = field(default_factory=Counter)
    purged: Counter[str] = field(default_factory=Counter)


class ImportOutcome:
    """Counted while the file is read once. ``refused`` names every row that cannot be taken.

    ``tombstones`` are new ones. ``unlinked`` counts by kind what comes without an entry that it names (a rating
    without its dose, a dose without its batch), ``later`` the new entries that are dated later than the clock,
    ``recognised`` the rows without an id that the journal has already, ``equal`` those that another journal gave an id
    of its own. ``kindless`` are the new products whose kind the file does not say, and ``doses_of`` counts the new
    doses of each. ``doubtful`` names the values of new rows that a form would ask about, the first of them where they
    are very many; ``doubts`` counts them all. ``medicines`` and ``lists`` know those that would be on a list
    twice, ``names`` what is called as ours.
    ``doses_here``: how many doses the journal has of each product whose kind the file says otherwise.
    ``not_said`` names what the file has otherwise beside rows that say the same. ``still_private`` counts those that
    the file does not call private.
    ``trashed`` are ours in the trash that the file has outside it. ``twins`` are new doses near one of ours.
    ``not_none`` are marks "none today" of the file that are left out, ``no_longer_none`` those of ours that go to the
    trash: their days have doses.
    ``vanished`` are ours that came with this file and that it has no longer, the first of ``vanished_count``.
    ``changed`` are rows that differ from ours and can be taken instead, the first of them where they are very many.
    """

    def __init__(self, path: Path, medicines: SameMedicine, lists: SameOnLists, names: SameNames) -> None:
        self.path, self.medicines, self.lists, self.names = path, medicines, lists, names
        self.counts = Counts()
        self.refused: list[RefusedRow] = []
        self.tombstones: list[Tombstone] = []
        self.unlinked = Counter[str]()
        self.later = 0
        self.recognised = self.equal = 0
        self.not_said = set[str]()
        self.still_private = 0
        self.kindless: list[Product] = []
        self.doses_of: Counter[str] = Counter()
        self.doubtful: list[DoubtfulRow] = []
        self.doubts = 0
        self.changed: list[ChangedRow] = []
        self.trashed: list[Entry] = []
        self.twins: list[Twin] = []
        self.not_none: list[DayMark] = []
        self.no_longer_none: list[Entry] = []
        self.vanished: list[Timed] = []
        self.vanished_count = 0
        self.doses_here: Counter[str] = Counter()
        self.watch: Watch | None = None

    @property
    def total(self) -> int:
        """How many entries would be added."""
        return self.counts.new.total() - self.counts.new["tombstone"]

    @property
    def rows_refused(self) -> int:
        """In how many rows something is refused; a row may hold several values that are."""
        return len({row.where.row for row in self.refused})

    def written(self, changed: Changed) -> int:
        """How many entries would be written, those that differ from ours included as was chosen."""
        return self.total + self.taken(changed)

    def taken(self, changed: Changed) -> int:
        """How many of those that differ from ours would be written."""
        return sum(row.written(changed) is not None for row in self.changed)

    def differ(self, row: ChangedRow | None, kind: str) -> None:
        """Count one that says something else than ours; None where theirs cannot be taken."""
        self.counts.differs[kind] += 1
        if row is not None and len(self.changed) < CHANGED_LIMIT:
            self.changed.append(row)

    def is_not_none(self, marks: Sequence[DayMark]) -> None:
        """Leave out new marks of days with doses."""
        self.not_none = [*marks]
        for mark in marks:
            self.counts.new[kind_of(mark)] -= 1
        self.counts.new = +self.counts.new  # a kind of which nothing is new any more is not spoken of

    def lies_in_trash(self, ours: Entry, kind: str) -> None:
        """Count one that was deleted here; the first of them are named."""
        self.counts.trashed[kind] += 1
        if len(self.trashed) < CHANGED_LIMIT:
            self.trashed.append(ours)

    def recognise_less(self, row: ChangedRow, kind: str) -> None:
        """Count one that was taken for here already, and says more than ours."""
        self.counts.here[kind] -= 1
        self.recognised -= 1
        self.differ(row, kind)

    @property
    def kinds_changed(self) -> list[Product]:
        """Products of ours whose kind or content the file says otherwise."""
        pairs = [(row.ours, row.theirs) for row in self.changed]
        return [ours for ours, theirs in pairs if isinstance(ours, Product) and isinstance(theirs, Product)
                and (ours.kind, ours.content) != (theirs.kind, theirs.content)]  # fmt: skip

    def count_doses_here(self, doses: Iterable[Sequence[Entry]]) -> None:
        """Of products whose kind would change: their doses would be read as another product's."""
        wanted = {product.id for product in self.kinds_changed}
        if wanted:
            products = (
                dose.product for part in doses for dose in part if isinstance(dose, Dose) and not dose.deleted_ms
            )
            self.doses_here.update(product for product in products if product in wanted)

    def ask_about(self, where: Where, entry: Entry, today: dt.date) -> None:
        """Name the values of a new row that may be a slip."""
        for doubt in doubts_in_file(entry, today):
            self.doubts += 1
            if len(self.doubtful) < DOUBTFUL_LIMIT:
                self.doubtful.append(DoubtfulRow(where, kind_of(entry), doubt))

    def see(self, entry: Entry | Tombstone) -> None:
        """Show whoever watches what the file says and the journal does not."""
        if self.watch is not None and isinstance(entry, Entry):
            self.watch.see(entry)

    def refuse(
        self, where: Where, reason: Refused, written: tuple[tuple[str, str], ...] = (), partly: bool = False,
        said: str = "",
    ) -> None:  # fmt: skip
        """Name a row that cannot be taken; Refused for the whole file when there are too many to read through."""
        if len(self.refused) == REFUSED_LIMIT:
            raise Refused("too-many-refused", limit=REFUSED_LIMIT)
        self.refused.append(RefusedRow(where, reason, partly=partly, said=said))
        if self.watch is not None:
            self.watch.see_written(written)
