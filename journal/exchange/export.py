"""The whole journal into a file, in the format that its ending says; the same from the window and the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Protocol

from journal.core.entries import Entry, Product, Symptom, Tombstone, Unit
from journal.core.preferences import Preferences
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.csv_out import CsvSheet, write_csv
from journal.exchange.files import whole_file
from journal.exchange.json_out import write_json
from journal.exchange.names import Names
from journal.exchange.zip_out import write_zip
from journal.texts import Texts

# The journal may be written to while it is read; then the file is begun again.
_ATTEMPTS = 5
_SLICE = 1000


class Sliced(Protocol):
    """What gives everything of a kind in slices; ``Logbook`` does."""

    def slices(self, kind: str, size: int) -> Iterator[list[Entry]]: ...


class Exported(Sliced, Protocol):
    """What is read of the journal that is exported; ``Logbook`` has it."""

    @property
    def path(self) -> Path: ...
    @property
    def preferences(self) -> Preferences: ...
    def tombstones(self) -> Iterator[Tombstone]: ...


def export_to(journal: Exported, target: Path, texts: Texts, replace: bool = True) -> int:
    """Write the file, whole or not at all; how many entries are in it. Refused: another ending than .json, .csv, .zip.

    JSON holds everything, CSV the diary, ZIP a table for each kind of entry. Without ``replace`` a file that is there
    already is refused.
    """
    write = _WRITERS.get(target.suffix.casefold())
    if write is None:
        raise UserError("file-unknown-ending", path=target)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with whole_file(target, never=journal.path, replace=replace) as file:
                return write(file, journal, texts)
        except Refused as problem:
            if problem.code != "journal-changed" or attempt == _ATTEMPTS:
                raise
    raise AssertionError("unreachable")


def export_both(journal: Exported, json_file: Path, csv_file: Path, texts: Texts) -> None:
    """Write both files while reading the journal once."""
    names, entries_of = names_of(journal, texts), _entries_of(journal)
    with (
        whole_file(json_file, never=journal.path) as json_out,
        whole_file(csv_file, never=journal.path) as csv_out,
        CsvSheet(csv_out, names, journal.preferences.demo) as sheet,
    ):
        write_json(json_out, lambda kind: sheet.passing(kind, entries_of(kind)), journal.tombstones())


def names_of(journal: Sliced, texts: Texts) -> Names:
    """What a CSV names: every product, own unit and symptom, the trash included."""
    products, units, symptoms = (list(_entries_of(journal)(kind)) for kind in ("product", "unit", "symptom"))
    return Names(
        {product.id: product for product in products if isinstance(product, Product)},
        {unit.id: unit for unit in units if isinstance(unit, Unit)},
        {symptom.id: symptom for symptom in symptoms if isinstance(symptom, Symptom)},
        texts,
    )


def _entries_of(journal: Sliced) -> Callable[[str], Iterator[Entry]]:
    return lambda kind: chain.from_iterable(journal.slices(kind, _SLICE))


def _write_json(file: BinaryIO, journal: Exported, texts: Texts) -> int:
    return write_json(file, _entries_of(journal), journal.tombstones())


def _write_csv(file: BinaryIO, journal: Exported, texts: Texts) -> int:
    return write_csv(file, _entries_of(journal), names_of(journal, texts), journal.preferences.demo)


def _write_zip(file: BinaryIO, journal: Exported, texts: Texts) -> int:
    return write_zip(file, _entries_of(journal), journal.tombstones())


_WRITERS = {".json": _write_json, ".csv": _write_csv, ".zip": _write_zip}
