"""Writes resources/formats from what the kinds declare: ``python3 -m tests.exchange.format_pages``.

The pages are about every key and column of the program's files, the schema is for other programs. Which words go with
a field stands in ``field_words``; all else follows from the classes of the entries.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import Any

from journal.core.amounts import Basis
from journal.core.entries import Entry
from journal.core.fields import (
    Day,
    Field,
    Flag,
    Instant,
    Lines,
    Number,
    Refers,
    Thousandths,
    Whole,
)
from journal.core.kinds import KINDS, Kind
from journal.exchange.chosen import usual_choice
from journal.exchange.csv_columns import COLUMNS, columns_of
from journal.exchange.export import FORMATS
from journal.exchange.file_rows import TOMBSTONES
from journal.exchange.json_out import FORMAT, VERSION
from journal.exchange.left_out import left_out
from journal.exchange.mapped_fields import MAPPED_FIELDS
from journal.exchange.mapping import UNITS, Meaning
from journal.exchange.objects import required_keys, types_of_keys
from journal.exchange.xlsx_columns import SHEETS
from journal.exchange.zip_out import COLUMNS as ZIP_COLUMNS
from journal.texts import english
from tests.exchange.field_words import words_of
from tests.exchange.format_schema import choices_of, keys_with_fields, schema

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "formats"
_ID = "3f2b9c1e-5d4a-4e8b-9a6f-0c1d2e3f4a5b"
_AT, _UTC, _DAY = "2026-11-22T15:24:00+01:00", "2026-11-22T14:24:00Z", "2026-11-22"
_TYPES: dict[type, str] = {str: "text", int: "whole number", bool: "true", list: "list of texts"}
# The keys of an amount and of a moment, which are one field each of an entry.
_PARTS = {
    "at": ("at", "ISO 8601 with offset", _AT), "zone": ("zone", "name", "Europe/Berlin"),
    "amount": ("amount", "text", "2.5 g"), "quantity": ("how much was taken", "thousandths of g, ml or pieces", 2500),
    "dimension": ("dimension", "", "mass"), "basis": ("how the amount is known", "", "weighed"),
    "spread": ("spread", "thousandths, too", 40), "unit": ("the id of the own unit that it was typed in", "UUID", _ID),
}  # fmt: skip
Row = tuple[str, str, str, str]


def pages() -> dict[str, str]:
    """Every file of resources/formats that is made here, by name."""
    return {
        "json.md": _json_page(), "csv.md": _csv_page(), "zip.md": _zip_page(), "mapping.md": _mapping_page(),
        "for-others.md": _others_page(), "journal.schema.json": json.dumps(schema(), indent=1) + "\n",
    }  # fmt: skip


# --- one key ----------------------------------------------------------------------------------------------------------


def _form(kind: Kind, key: str, field: Field, part: str) -> tuple[str, Any]:
    """How the value is written, and an example."""
    if choices := choices_of(field, part):
        return "one of " + ", ".join(choices), choices[0]
    if part:
        return _PARTS[part][1], _PARTS[part][2]
    match field.declared:
        case Instant():
            return "ISO 8601 in UTC", _UTC
        case Day(rough=True):
            return "ISO date, or 2019-03 or 2019 where no more is known", _DAY
        case Day():
            return "ISO date", _DAY
        case Flag():
            return "true; missing: no", True
        case Thousandths() | Number():
            return "thousandths, a whole number", 2500
        case Whole(low, high):
            return f"whole number, {low} to {high}", min(max(6, low), high)
        case Lines():
            return "list of texts", ["pain"]
        case Refers():
            return "UUID", _ID
    if key == "id":
        return ("text", "day_start") if kind.code == "setting" else ("UUID", _ID)
    return _TYPES[types_of_keys(kind.code)[key]], "text"


def _row(kind: Kind, key: str, field: Field, part: str) -> Row:
    form, example = _form(kind, key, field, part)
    means = words_of(kind.code, _PARTS[part][0]) if part in ("at", "zone", "amount", "dimension", "spread") else ""
    means = means or (_PARTS[part][0] if part else words_of(kind.code, key))
    must = "yes" if key == "id" or key in required_keys(kind.code) else ""
    return f"{means}", form, must, json.dumps(example, ensure_ascii=False)


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


# --- the pages --------------------------------------------------------------------------------------------------------


def _json_page() -> str:
    intro = f"""# The JSON file

Everything that a journal holds, the trash and what was deleted for good included. One object, UTF-8, one entry a line:
`"format": "{FORMAT}"`, `"version": {VERSION}`, then one list for each kind of entry in the order of this page, each in
the order of writing, and `"{TOMBSTONES}"`. The same journal gives the same bytes. Importing the file into an empty
journal and exporting again gives the same file.

A key that is missing means nothing was said: no, an empty text, an empty list, or not known. It never means 0. A
number that is not known is not written. `journal.schema.json` says the same for programs. An export of some days or
kinds is such a file, too; what its entries name is in it.

Not in it: earlier versions of entries that were changed since (a backup has them), unsaved forms, and what the program
keeps for itself on this computer (its look, its window, the last journal).
"""
    parts = [intro]
    for kind in KINDS.values():
        rows = ((f"`{key}`", *_row(kind, key, field, part)) for key, field, part in keys_with_fields(kind))
        parts.append(
            f"## {kind.plural}\n\n{_about(kind.cls)}\n\n"
            + _table(("key", "means", "written as", "required", "example"), rows)
        )
    stone = _table(
        ("key", "means", "written as"),
        iter([("`id`", "the entry's id", "UUID"), ("`kind`", "what it was", "one of " + ", ".join(KINDS)),
              ("`purged`", "when it was deleted for good", "ISO 8601 in UTC")]),
    )  # fmt: skip
    return "\n".join(
        [*parts, f"## {TOMBSTONES}\n\nWhat was deleted for good, so that an import does not bring it back.\n\n{stone}"]
    )


def _about(cls: type[Entry]) -> str:
    about = (cls.__doc__ or "").replace("``", "`").replace("None:", "missing:").replace("None", "missing")
    return " ".join(about.split())


def _csv_page() -> str:
    holds: dict[str, list[str]] = {}
    for kind in KINDS.values():
        if kind.in_diary:
            for column in columns_of(kind):
                holds.setdefault(column.name, []).append(kind.code)
    rows = (
        (f"`{name}`", _csv_means(name), "any" if name == "kind" else ", ".join(holds.get(name, []))) for name in COLUMNS
    )
    return f"""# The CSV file

The Diary as one table: a row for each entry that has a time or a day, without the trash. UTF-8 with a byte order mark,
lines end in CR LF, quotes as in RFC 4180. The separator is a comma; where numbers have a decimal comma it is a
semicolon, and numbers then have that comma. A text that a spreadsheet could run begins with `'`, and a `'`
stands inside of a text where a spreadsheet that parts cells by another sign could run the rest; an import takes them
off again. Of the three separators that can be chosen (comma, semicolon, tab) each is read. An empty cell means that
nothing was said; it never means 0. In rows of the demonstration there is one more column, `made_up`.

{_left_out(".csv")}

{_table(("column", "means", "of which kinds"), rows)}"""


_CSV_MEANS = {
    "kind": "which kind of entry the row is: " + ", ".join(kind.code for kind in KINDS.values() if kind.in_diary),
    "time": "when it was, ISO 8601 on the wall clock with its offset",
    "product": "the product's name", "product_id": "the product's id", "product_kind": "what the product is",
    "product_content": "what a tablet holds: leaf, extract, seven_oh", "symptom": "the symptom's name",
    "symptom_id": "the symptom's id", "symptom_code": "the code of a symptom that the program brings",
    "product_private": "the product is marked private: 1", "symptom_private": "the symptom is marked private: 1",
    "amount": "a decimal number in `unit`; empty: not known. Of an intake as typed",
    "unit": "g, ml or pieces; of a lab result as printed", "typed": "the amount as it was typed",
    "basis": "how the amount is known: " + ", ".join(Basis), "spread": "how much it may be off, in `unit`",
    "own_unit": "the name of the product's own unit that it was typed in", "own_unit_id": "that unit's id",
    "value": "of a rating or urge 0 to 10, empty: asked and skipped; of a lab result as printed",
    "answer": "of a warning sign: yes, not_sure, passed, known, no; of a statement: yes, no, not_sure",
    "finished": "when a slow dose was finished, ISO 8601 in UTC",
}  # fmt: skip


def _csv_means(name: str) -> str:
    return _CSV_MEANS.get(name) or words_of("", name)


def _zip_page() -> str:
    parts = ["""# The ZIP file

A CSV table for each kind of entry, called as its list in the JSON file (`doses.csv`, `ratings.csv`, ...), empty ones
too, the trash included, and `tombstones.csv`. UTF-8 with a byte order mark, commas, lines end in CR LF. The columns
are the keys of the JSON file, and mean the same, with these differences: numbers in thousandths are decimal numbers;
an amount has its text in `typed`, its number in `amount`, `unit` says g, ml or pieces, and `own_unit` is an id; yes is
`1`; a list has one item a line; texts have a `'` where a spreadsheet could run them, as in
the CSV file. In the folder `formats` lie these
pages. Earlier versions of entries are not in it.
"""]  # fmt: skip
    tables = (f"## {name}.csv\n\n`{'`, `'.join(columns)}`\n" for name, columns in ZIP_COLUMNS.items())
    return "\n".join([*parts, *tables])


def _mapping_page() -> str:
    meanings = ", ".join(f"`{each}`" for each in Meaning if each not in (Meaning.FIELD, Meaning.RATING))
    behind = {name: ", ".join(each.options) or ("a name" if each.named else "") for name, each in MAPPED_FIELDS.items()}
    fields = ((f"`{name}`", words) for name, words in behind.items())
    return f"""# The mapping file

Says what the columns of a table mean, for `leaf-journal import --mapping FILE`. A JSON object. `columns` says of each
column that is read, by its name in the first row, one of {meanings}, `rating:SYMPTOM`, or a field of another kind as
below; what stands behind its colon says which one it is.

{_table(("field", "behind the colon"), fields)}
The rest may be left out: `date_order` (`dmy`, `mdy`, `ymd`), `decimal` (`.` or `,`), `unit` of amounts that name none
({", ".join(f"`{unit}`" for unit in UNITS)}, or a unit of your products, such as `tsp`), `zone` (such as
`Europe/Berlin`), `midday` (`true`: rows without a time of day are put at 12:00, to be completed later), `zero`
(of amounts of 0: `none`, nothing was taken that day, or `left_out`, that is not known).

    {{"columns": {{"Date": "date", "Time": "time", "What": "product", "How much": "amount",
                 "Back": "rating:Lower back pain"}},
     "date_order": "dmy", "decimal": ",", "unit": "g"}}

## Words and scales

`words` says of a column what its cells are to be read as; empty text: as nothing. Of an amount it is the whole cell, or
the word behind the number. Before a word, `? ` says that the amount is not known: `? n/a` keeps the dose, with the word
in its note. `*` is any text, the same on both sides. A word for a time of day puts the row at the time that you say, to
be completed later.

`scales` says of a rating on which scale it is, if that is not 0 to 10: first the end that is 0 here, so `5-1` is turned
round. The rating is rounded, and what was written is kept in the note beside it, unless it is a warning sign.
`1-5 best` says that the second end is the best, `1-5 worst` that it is the worst, or most of it: then the rating is
turned round where its symptom's own scale runs the other way, and a new symptom gets that direction.

    {{"columns": {{"Date": "date", "When": "time", "Dose": "product", "How": "preparation", "Mood": "rating:Mood"}},
     "words": {{"When": {{"morning": "08:00"}}, "How": {{"Tee": "tea"}}, "Mood": {{"Meh": "3"}}}},
     "scales": {{"Mood": "1-5 best"}}}}

## Long tables

Where the symptom is named in a cell, that column is `symptom`, and the one with its value `rating` alone. Where a
column says what kind of row it is, that column is `category`, and `rows` says of each category that is read what
`columns`, `words` and `scales` are there, besides what holds for all. Rows of other categories are left out and
counted. A column that is `unit` belongs to an amount in words and to a laboratory value, too, where the row has no
dose.

    {{"columns": {{"Date": "instant", "Kind": "category", "Comment": "note"}},
     "rows": {{"Symptom": {{"columns": {{"What": "symptom", "Value": "rating"}}, "scales": {{"Value": "0-4"}},
                          "words": {{"What": {{"* (mild)": "*", "* (severe)": "*"}}}}}},
              "Medicine": {{"columns": {{"What": "intake.name:own", "Value": "intake.amount:own"}}}},
              "Weight": {{"columns": {{"Value": "measurement.weight:kg"}}}}}}}}
"""


def _left_out(ending: str) -> str:
    """What the export says of it, too."""
    keeps = next(export_format.keeps for export_format in FORMATS if export_format.ending == ending)
    return "\n\n".join(fill(line, 119) for line in left_out(ending, usual_choice(keeps), english()))


def _others_page() -> str:
    columns = {name: ", ".join(f"{each.name} ({each.type})" for each in sheet) for name, sheet in SHEETS.items()}
    sheets = "\n".join(f"- `{name}`: {words}" for name, words in columns.items())
    return f"""# Files for other programs and people

They hold no trash and no settings, and nothing that is marked private unless that was asked for twice. None of them is
encrypted. This program does not read them again.

## Markdown (.md)

The Diary in words, a page a day: a heading with the day, then a line for each entry in order of time, notes quoted
below. Days without an entry have no page.

{_left_out(".md")}

## Calendar (.ics)

Whole days (RFC 5545), class PRIVATE.

{_left_out(".ics")}

## FHIR R4B (.fhir.json)

A bundle of type collection: one Patient; MedicationStatement of each dose, of each medicine and other substance, and
of painkillers and other things taken; Observation of other intakes, ratings, urges, measurements, check-ins and values
of laboratories. The status of a statement is required and not known, so it is `unknown`. An observation is `final`, or
`preliminary` where it is to be completed later. A value that was asked for and skipped has a dataAbsentReason. Units
are UCUM. The note of each entry is in it. It was not validated by the HL7 validator.

{_left_out(".fhir.json")}

LOINC codes: 72514-3, 8867-4, 85354-9, 8480-6, 8462-4, 29463-7. This material contains content from LOINC
(http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and
Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license. LOINC® is a
registered trademark of Regenstrief Institute, Inc.

## Spreadsheet (.xlsx)

A sheet for each kind of entry of which there is one. Times are those of the clock where the entry was written; those
that say UTC are in UTC. An empty cell means that nothing was said. A text of more than 32,767 letters is cut, and says
so.

{_left_out(".xlsx")}

Of these a sheet is written where export --kinds names them. The columns of all sheets:

{sheets}
"""


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in pages().items():
        (FOLDER / name).write_text(content, encoding="utf-8")
