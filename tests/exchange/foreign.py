"""Files of other programs, written by hand from what is known of their formats, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

from journal.core.entries import Dose, Entry, Note, Product
from journal.exchange.file_formats import Format
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.guessed_mapping import guessed
from journal.exchange.kept_mapping import from_text
from journal.exchange.mapping import TableMapping
from journal.exchange.names import Names
from journal.exchange.opening import AnySource, opened
from journal.exchange.sniffing import recognised
from journal.exchange.tables import Table
from journal.texts import english

FOLDER = Path(__file__).parent.parent / "files" / "foreign"
NOBODY = Names({}, {}, {}, english())
BERLIN = "Europe/Berlin"


def mapping_of(path: Path) -> TableMapping | None:
    """The mapping beside a sample, else what is guessed."""
    recognised_file = recognised(path)
    if recognised_file.format is not Format.TABLE:
        return None
    table = Table(path, recognised_file.form)
    beside = FOLDER / f"{path.stem}.mapping.json"
    if beside.exists():
        return from_text(beside.read_text(encoding="utf-8"), table.columns, BERLIN)
    return guessed(table.columns, [row.cells for row in table.first(100)], BERLIN)


def source(path: Path, here: Names = NOBODY, zone: str = BERLIN) -> AnySource:
    """The file as the program would open it."""
    return opened(path, recognised(path), here, zone, mapping_of(path))


def read(path: Path, zone: str = BERLIN) -> tuple[list[Entry], list[str]]:
    """The file's entries, and its refused rows as ``list[number]@line code``."""
    rows = list(source(path, zone=zone).rows())
    entries = [row.entry for row in rows if isinstance(row, FoundRow) and isinstance(row.entry, Entry)]
    refused = [
        f"{row.where.list}[{row.where.number}]@{row.where.line} {row.reason.code}"
        for row in rows
        if isinstance(row, RefusedRow)
    ]
    return entries, refused


def doses(entries: list[Entry]) -> list[Dose]:
    return [dose for dose in entries if isinstance(dose, Dose)]


def notes(entries: list[Entry]) -> list[str]:
    return [note.text for note in entries if isinstance(note, Note)]


def products(entries: list[Entry]) -> dict[str, str]:
    return {product.id: product.name for product in entries if isinstance(product, Product)}
