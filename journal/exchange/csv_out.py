"""The diary as one long CSV for spreadsheets: a row for each dose, rating, day mark and note, without the trash.

RFC 4180 with CRLF, UTF-8 with a byte order mark (so that spreadsheets see the accents). Text cells that a spreadsheet
could take for a formula begin with ``'``; importing takes it off again. Empty means: nothing said.

| column | holds |
|---|---|
| id | the entry's UUID; an import recognises it |
| kind | dose, rating, day_mark, note |
| time | ISO 8601 on the wall clock with its offset |
| zone | the name of the time zone it was lived in |
| product | the product's name |
| amount | a dose's amount as an exact decimal number in ``unit``; empty: not known |
| unit | g, ml or pieces |
| basis | how the amount is known: weighed, label, counted, guessed, as_last_time, unknown |
| preparation | toss_and_wash, tea, food_or_drink, capsule, extract, other |
| symptom | the symptom's name |
| value | a rating's whole number from 0 to 10; empty: asked and skipped |
| note | a dose's or note's text |
| mark | a day mark: none_today, nothing_to_report, number_not_known, do_not_remember |
| day | the day that a mark is about, ISO date |
| typed | the amount as it was typed |
| own_unit | the name of the product's own unit that the amount was typed in |
| spread | how much the amount may be off, in ``unit`` |
| stomach | empty, light, full |
| reasons | one a line |
| finished | when a slow dose was finished, ISO 8601 in UTC |
| site, side | where on the body a rating was felt |
| phase | of a rating: before, after, routine |
| group | the same for ratings that were made together |
| dose | the id of the dose that a rating belongs to |
| prompted, private, complete_later | 1: yes |
| due | when a rating was due, ISO 8601 in UTC |
| recorded | when the entry was written down, ISO 8601 in UTC |
| origin | the identity of an entry that came from another program |
| product_id, product_kind, own_unit_id, symptom_id, symptom_code | what names alone cannot tell |

Not in it: the trash, products' and units' details, symptoms' settings, preferences, the person, what was deleted for
good, and earlier versions. The JSON file holds all of that.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from journal.core.amounts import Amount, Dimension, plain_number
from journal.core.entries import DIARY_KINDS, DayMark, Dose, Entry, Note, Product, Rating, Symptom, Timed, Unit, kind_of
from journal.exchange.cells import text_cell
from journal.exchange.instants import moment_text, utc_text
from journal.texts import Texts
from journal.texts.names import symptom_name

COLUMNS = (
    "id", "kind", "time", "zone", "product", "amount", "unit", "basis", "preparation", "symptom", "value", "note",
    "mark", "day", "typed", "own_unit", "spread", "stomach", "reasons", "finished", "site", "side", "phase", "group",
    "dose", "prompted", "private", "complete_later", "due", "recorded", "origin",
    "product_id", "product_kind", "own_unit_id", "symptom_id", "symptom_code",
)  # fmt: skip
TEXT_COLUMNS = frozenset((
    "product", "symptom", "note", "typed", "own_unit", "reasons", "site", "side", "group", "origin", "zone",
))  # fmt: skip
SIGNS = {Dimension.MASS: "g", Dimension.VOLUME: "ml", Dimension.COUNT: "pieces"}
MARK = "\ufeff".encode()

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Names:
    """The journal's products, own units and symptoms by id; ``texts`` names the built-in symptoms."""

    products: Mapping[str, Product]
    units: Mapping[str, Unit]
    symptoms: Mapping[str, Symptom]
    texts: Texts


def write_csv(file: BinaryIO, entries_of: Callable[[str], Iterable[Entry]], names: Names) -> int:
    """Write the diary, asking for the entries of one kind after the other; how many rows there are."""
    file.write(MARK)
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        write_row = csv.writer(text, lineterminator="\r\n").writerow
        write_row(COLUMNS)
        return sum(_write_kind(write_row, entries_of(kind), names) for kind in DIARY_KINDS)
    finally:
        text.flush()
        text.detach()


def _write_kind(write_row: Callable[[Iterable[str]], object], entries: Iterable[Entry], names: Names) -> int:
    count = 0
    for entry in entries:
        if entry.deleted_ms is None:
            cells = cells_of(entry, names)
            write_row([cells.get(column, "") for column in COLUMNS])
            count += 1
    return count


def cells_of(entry: Entry, names: Names) -> Cells:
    """The entry's cells that say something."""
    cells = {"id": entry.id, "kind": kind_of(entry), **_common(entry)}
    match entry:
        case Dose():
            cells |= _dose(entry, names)
        case Rating():
            cells |= _rating(entry, names)
        case DayMark():
            cells |= {"mark": str(entry.mark), "day": entry.day.isoformat(), "recorded": utc_text(entry.recorded_ms)}
        case Note():
            cells["note"] = text_cell(entry.text)
    return cells


def _common(entry: Entry) -> Cells:
    cells: Cells = {}
    if isinstance(entry, Timed):
        cells["time"] = moment_text(entry.at)
        cells["zone"] = text_cell(entry.at.zone)
        cells["recorded"] = utc_text(entry.recorded_ms)
    if entry.private:
        cells["private"] = "1"
    if entry.complete_later:
        cells["complete_later"] = "1"
    if entry.origin is not None:
        cells["origin"] = text_cell(entry.origin)
    return cells


def _dose(dose: Dose, names: Names) -> Cells:
    cells = {"note": text_cell(dose.note), "basis": str(dose.amount.basis), **_amount(dose.amount, names)}
    if dose.product is not None:
        product = names.products.get(dose.product)
        cells["product_id"] = dose.product
        if product is not None:
            cells |= {"product": text_cell(product.name), "product_kind": str(product.kind)}
    if dose.preparation is not None:
        cells["preparation"] = str(dose.preparation)
    if dose.stomach is not None:
        cells["stomach"] = str(dose.stomach)
    if dose.reasons:
        cells["reasons"] = text_cell("\n".join(dose.reasons))
    if dose.finished_ms is not None:
        cells["finished"] = utc_text(dose.finished_ms)
    return cells


def _amount(amount: Amount, names: Names) -> Cells:
    cells = {"typed": text_cell(amount.text)}
    if amount.quantity is not None and amount.dimension is not None:
        cells |= {"amount": plain_number(amount.quantity), "unit": SIGNS[amount.dimension]}
    if amount.spread is not None:
        cells["spread"] = plain_number(amount.spread)
    if amount.unit is not None:
        unit = names.units.get(amount.unit)
        cells |= {"own_unit_id": amount.unit, "own_unit": text_cell(unit.name) if unit else ""}
    return cells


def _rating(rating: Rating, names: Names) -> Cells:
    cells = {"symptom_id": rating.symptom, "phase": str(rating.phase), "group": text_cell(rating.group)}
    symptom = names.symptoms.get(rating.symptom)
    if symptom is not None:
        cells |= {"symptom": text_cell(symptom_name(names.texts, symptom)), "symptom_code": symptom.code or ""}
    if rating.value is not None:
        cells["value"] = str(rating.value)
    if rating.dose is not None:
        cells["dose"] = rating.dose
    if rating.prompted:
        cells["prompted"] = "1"
    if rating.due_ms is not None:
        cells["due"] = utc_text(rating.due_ms)
    cells |= {"site": text_cell(rating.site), "side": text_cell(rating.side)}
    return cells
