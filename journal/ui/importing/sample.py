"""What is known of a file before a person has said anything: its format, and of a table the first rows and a guess."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import available_timezones

from journal.core.plaintext import clean_name
from journal.exchange.file_formats import Format
from journal.exchange.file_rows import RefusedRow
from journal.exchange.guessed_mapping import guessed
from journal.exchange.kept_mapping import remembered
from journal.exchange.mapped_csv import Reading
from journal.exchange.mapping import TableMapping
from journal.exchange.names import Names
from journal.exchange.rating_columns import symptom_names
from journal.exchange.shipped_mappings import shipped
from journal.exchange.sniffing import Found, as_table
from journal.exchange.spreadsheets import sheet_names
from journal.exchange.tables import Form, Table, TableRow
from journal.logbook import Logbook
from journal.texts import Texts
from journal.ui.importing.understood import Understood

_LOOKED_AT, _GUESSED_FROM, _EXAMPLES, _FOR_FIRST_ROWS = 3000, 500, 50, 1000
_SHOWN = 6
_CELL = 40


@dataclass(frozen=True, slots=True)
class Sample:
    """A file, how it is written, and for a table its columns, first rows and what they seem to mean."""

    path: Path
    recognised: Found
    here: Names
    zone: str
    zones: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[TableRow, ...] = ()
    mapping: TableMapping | None = None
    kept: bool = False
    sheets: tuple[str, ...] = ()

    def examples(self, column: int) -> str:
        """What stands in a column's first rows."""
        cells = [
            row.cells[column] for row in self.rows[:_EXAMPLES] if column < len(row.cells) and row.cells[column].strip()
        ]
        return "  ·  ".join(clean_name(cell[:_CELL]) for cell in list(dict.fromkeys(cells))[:3])

    def cells(self, column: int) -> list[str]:
        """What stands in a column, as far as the file was read by now."""
        return [row.cells[column] for row in self.rows if column < len(row.cells) and not row.cut]

    def understood(self, mapping: TableMapping, texts: Texts) -> tuple[list[str], list[RefusedRow]]:
        """The first rows as they would be taken, each in one line, and those that are left out. Refused as a whole if
        the mapping could make no entry."""
        reading = Reading(self.columns, mapping, self.here)
        understood = Understood(self.here, texts)
        taken: list[str] = []
        refused: list[RefusedRow] = []
        shown = 0
        for row in self.rows[:_FOR_FIRST_ROWS]:
            entries, lost = reading.read(row)
            refused += lost
            shown += bool(entries or lost)  # rows of a kind that is not read are none of the first
            if entries:
                words = "  ·  ".join(understood.words(entries))
                taken.append(texts("Line {line}: {words}", line=row.line, words=words))
            if shown == _SHOWN:
                break
        return taken, refused


def sample_of(logbook: Logbook, path: Path, recognised: Found, here: Names) -> Sample:
    """Read the file's first rows; for a worker."""
    zone = logbook.clock.zone_name()
    if recognised.format is not Format.TABLE:
        return Sample(path, recognised, here, zone, _zones())
    table = Table(path, recognised.form)
    rows = table.first(_LOOKED_AT)
    kept = remembered(logbook.get, table.columns, zone)
    sheet, cells = recognised.form.sheet, [row.cells for row in rows[:_GUESSED_FROM]]
    mapping = kept or shipped(table.columns, zone)
    if mapping is None:
        mapping = guessed(table.columns, cells, zone, logbook.today(), symptom_names(here), typed=bool(sheet))
    sheets = sheet_names(path) if sheet else ()
    return Sample(path, recognised, here, zone, _zones(), table.columns, rows, mapping, kept is not None, sheets)


def _zones() -> tuple[str, ...]:
    """Every zone that is named after a place."""
    names = (name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    return (*sorted(names), "UTC")


def taken_for_table(logbook: Logbook, sample: Sample) -> Sample:
    """The file of a known program, read as any other table; for a worker."""
    return sample_of(logbook, sample.path, as_table(sample.path), sample.here)


def with_form(logbook: Logbook, sample: Sample, form: Form) -> Sample:
    """The same file read in another encoding or with another separator; for a worker."""
    return sample_of(logbook, sample.path, replace(sample.recognised, form=form), sample.here)
