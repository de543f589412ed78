"""What a worker does with files: write the journal out, read a file in, count what an import would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from journal.core.entries import Entry, Product, Setting, Symptom, Unit
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.csv_out import Names, write_csv
from journal.exchange.files import whole_file
from journal.exchange.json_out import write_json
from journal.exchange.opening import AnySource, opened, remarks, row_refusal
from journal.exchange.plan import Plan, plan_import
from journal.exchange.sniffing import Format, recognised
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.importing.sample import Sample, sample_of
from journal.ui.kit.tasks import Task

_ATTEMPTS = 5
REFUSED_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do. ``keep`` is the mapping to remember for the next file like this one."""

    plan: Plan
    name: str
    remarks: tuple[str, ...] = ()
    keep: Setting | None = None

    @property
    def new(self) -> int:
        """How many entries would be added."""
        return self.plan.total

    def words(self, texts: Texts) -> str:
        """Counts, and the first refused rows with their reasons."""
        lines = self.counts(texts)
        lines += [row_refusal(row, texts) for row in self.plan.refused[:REFUSED_SHOWN]]
        if len(self.plan.refused) > REFUSED_SHOWN:
            lines.append(texts("and {n} more", n=texts.integer(len(self.plan.refused) - REFUSED_SHOWN)))
        return "\n".join(lines)

    def counts(self, texts: Texts) -> list[str]:
        """How many rows are new, already here, refused; and what else there is to know of the file."""
        counts = self.plan.counts
        lines = [
            texts(
                "{name}: {new} new, {here} already here, {refused} refused.",
                name=self.name,
                new=texts.integer(self.new),
                here=texts.integer(counts.here.total()),
                refused=texts.integer(len(self.plan.refused)),
            )
        ]
        if differs := counts.differs.total():
            lines.append(texts("{n} differ from ours; ours are kept.", n=texts.integer(differs)))
        if purged := counts.purged.total():
            lines.append(texts("{n} were deleted for good here and stay so.", n=texts.integer(purged)))
        return [*lines, *self.remarks]

    def refusals(self, texts: Texts) -> list[str]:
        """Every refused row with its reason."""
        return [row_refusal(row, texts) for row in self.plan.refused]


def export_file(logbook: Logbook, path: Path, texts: Texts) -> int:
    """Write the file, whole or not at all; how many entries are in it. Begins again if the journal changed."""
    if path.suffix.casefold() not in (".json", ".csv"):
        raise UserError("file-unknown-ending", path=path)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with whole_file(path, never=logbook.path) as file:
                return _write(file, path, logbook, texts)
        except Refused as problem:
            if problem.code != "journal-changed" or attempt == _ATTEMPTS:
                raise
    raise AssertionError("unreachable")


def _write(file: BinaryIO, path: Path, logbook: Logbook, texts: Texts) -> int:
    if path.suffix.casefold() == ".csv":
        return write_csv(file, _entries_of(logbook), _names_of(logbook, texts))
    return write_json(file, _entries_of(logbook), logbook.tombstones())


def first_look(logbook: Logbook, path: Path, texts: Texts, task: Task) -> Preview | Sample:
    """What the program's own files hold; of others, what must be known to ask how they are to be read."""
    found, here = recognised(path), _names_of(logbook, texts)
    if found.format in (Format.OWN_JSON, Format.OWN_CSV):
        return read_file(logbook, opened(path, found, here, logbook.clock.zone_name()), path.name, texts, task)
    return sample_of(logbook, path, found, here)


def read_file(logbook: Logbook, source: AnySource, name: str, texts: Texts, task: Task) -> Preview:
    """Read the file once; nothing is written."""
    plan = plan_import(source, logbook, logbook.clock.now_ms(), task.report, task.cancelled)
    return Preview(plan, name, tuple(remarks(source, texts)))


def import_entries(logbook: Logbook, preview: Preview, task: Task) -> int:
    """Add what is new as one change set, after a backup of what is there; how many entries."""
    if logbook.totals()[0]:
        logbook.backup(reason="before-import")
    if preview.keep is not None and logbook.get(preview.keep.id) != preview.keep:
        # Before the import and not with it, so that undoing the import does not forget how the file was read.
        logbook.save(preview.keep, origin="import")
    done = logbook.save_all(
        preview.plan.entries(),
        label="many.imported",
        origin="import",
        tombstones=preview.plan.tombstones,
        progress=task.report,
        cancelled=task.cancelled,
    )
    return done.count


def _entries_of(logbook: Logbook) -> Callable[[str], Iterator[Entry]]:
    return lambda kind: chain.from_iterable(logbook.slices(kind))


def _names_of(logbook: Logbook, texts: Texts) -> Names:
    """What a CSV names: every product, own unit and symptom, the trash included."""
    products, units, symptoms = (list(_entries_of(logbook)(kind)) for kind in ("product", "unit", "symptom"))
    return Names(
        {each.id: each for each in products if isinstance(each, Product)},
        {each.id: each for each in units if isinstance(each, Unit)},
        {each.id: each for each in symptoms if isinstance(each, Symptom)},
        texts,
    )
