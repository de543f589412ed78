"""A journal, or a chosen part of it, into a file in the format that its ending says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from journal.core.entries import Entry, Product, Symptom, Unit
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.chosen import EVERYTHING, Choice, ChosenPart, Exported, usual_choice
from journal.exchange.csv_out import CsvSheet, usual_separator, write_csv
from journal.exchange.files import whole_file
from journal.exchange.json_out import write_json
from journal.exchange.names import Names
from journal.exchange.zip_out import write_zip
from journal.texts import Texts
from journal.texts.marked import marked

# The journal may be written to while it is read; then the file is begun again.
_ATTEMPTS = 5
_SLICE = 1000


class Sliced(Protocol):
    """What gives everything of a kind in slices; ``Logbook`` does."""

    def slices(self, kind: str, size: int) -> Iterator[list[Entry]]: ...


def export_to(
    journal: Exported,
    target: Path,
    texts: Texts,
    replace: bool = True,
    choice: Choice = EVERYTHING,
    separator: str = "",
) -> int:
    """Write the file, whole or not at all; how many entries are in it. Refused: an ending of no format.

    Without ``replace`` a file that is there already is refused. ``separator``: of a CSV; "" is the region's.
    """
    write = format_of(target).write
    if write is _write_csv:
        write = partial(_write_csv, separator=separator)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with whole_file(target, never=journal.path, replace=replace) as file:
                return write(file, journal if choice.everything else ChosenPart(journal, choice), texts)
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


def _write_json(file: BinaryIO, journal: Exported, _texts: Texts) -> int:
    return write_json(file, _entries_of(journal), journal.tombstones())


def _write_csv(file: BinaryIO, journal: Exported, texts: Texts, separator: str = "") -> int:
    usual = separator or usual_separator(texts)
    return write_csv(file, _entries_of(journal), names_of(journal, texts), journal.preferences.demo, usual)


def _write_zip(file: BinaryIO, journal: Exported, _texts: Texts) -> int:
    return write_zip(file, _entries_of(journal), journal.tombstones())


def _write_xlsx(file: BinaryIO, journal: Exported, texts: Texts) -> int:
    from journal.exchange.xlsx_out import write_xlsx

    return write_xlsx(file, _entries_of(journal), names_of(journal, texts), journal.preferences.demo)


def _write_markdown(file: BinaryIO, journal: Exported, texts: Texts) -> int:
    from journal.exchange.markdown_out import write_markdown

    chosen = journal.preferences
    return write_markdown(file, _entries_of(journal), names_of(journal, texts), chosen.day_start, chosen.demo)


def _write_calendar(file: BinaryIO, journal: Exported, texts: Texts) -> int:
    from journal.exchange.calendar_out import write_calendar

    return write_calendar(file, _entries_of(journal), texts)


def _write_fhir(file: BinaryIO, journal: Exported, texts: Texts) -> int:
    from journal.exchange.fhir_out import write_fhir

    return write_fhir(file, _entries_of(journal), names_of(journal, texts))


class Format(NamedTuple):
    """One format, with its name. ``keeps``: this program reads it again, so nothing is left out of it unasked.

    Of the others what is private goes out only if it was asked for twice, and the trash never does.
    """

    ending: str
    name: str
    keeps: bool
    write: Callable[[BinaryIO, Exported, Texts], int]


FORMATS = (
    Format(".json", marked("Everything, JSON"), True, _write_json),
    Format(".csv", marked("Diary as a table, CSV"), True, _write_csv),
    Format(".zip", marked("All tables, ZIP"), True, _write_zip),
    Format(".xlsx", marked("Spreadsheet"), False, _write_xlsx),
    Format(".md", marked("Pages to read"), False, _write_markdown),
    Format(".ics", marked("Calendar"), False, _write_calendar),
    Format(".fhir.json", marked("For a clinic’s program"), False, _write_fhir),
)


def usual_choice_for(target: Path) -> Choice:
    """What goes into this file if nothing else is said; refused as by ``format_of``."""
    return usual_choice(format_of(target).keeps)


def format_of(target: Path) -> Format:
    """The format that the file's ending says; UserError("file-unknown-ending") for any other."""
    name = target.name.casefold()
    fitting = [
        export_format
        for export_format in FORMATS
        if name.endswith(export_format.ending) and name != export_format.ending
    ]
    if not fitting:
        endings = [export_format.ending for export_format in FORMATS]
        raise UserError("file-unknown-ending", path=target, endings=", ".join(endings[:-1]), last=endings[-1])
    return max(fitting, key=lambda export_format: len(export_format.ending))
