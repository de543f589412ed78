"""Long tables: several kinds of row, told apart by a category, with the symptom or medicine named in a cell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journal.assets import asset
from journal.core.entries import Dose, Entry, Intake, Measurement, Note, Product, Rating, Symptom
from journal.core.refusal import Refused
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.kept_mapping import from_text, to_text
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.mapping import refuse_unfit
from journal.exchange.names import Names
from journal.exchange.tables import Form, Table
from journal.texts import english

HERE = Names({}, {}, {}, english())
NAMES = ("at", "category", "detail", "amount", "notes")
MAPPING = {
    "columns": {"at": "instant", "category": "category", "notes": "note"},
    "rows": {
        "Symptom": {"columns": {"detail": "symptom", "amount": "rating"}, "scales": {"amount": "0-4"},
                    "words": {"detail": {"* (Mild)": "*", "* (Severe)": "*"}}},
        "Meds": {"columns": {"detail": "intake.name:own", "amount": "intake.amount:own"}},
        "Leaf": {"columns": {"detail": "product", "amount": "amount"}},
        "Weight": {"columns": {"amount": "measurement.weight:kg"}},
    },
    "decimal": ".", "unit": "g",
}  # fmt: skip
ROWS = [
    "2026-11-20 08:10;Symptom;Neck pain (Mild);1;",
    "2026-11-20 12:10;symptom;Neck pain (Severe);3;stiff",
    "2026-11-20 12:20;Symptom;Nausea;0;",
    "2026-11-20 13:00;Meds;Ibuprofen;400 mg;",
    "2026-11-20 13:30;Leaf;Green;2.5;",
    "2026-11-20 14:00;Weight;;71.5;",
    "2026-11-20 15:00;Weather;rain;;wet",
    "2026-11-20 15:10;Weather;sun;;",
    "2026-11-20 15:20;Symptom;Nausea;9;",
]


def _source(folder: Path, rows: list[str], mapping: object = MAPPING) -> MappedCsv:
    path, form = folder / "long.csv", Form("utf-8", ";")
    path.write_text("\n".join([";".join(NAMES), *rows, ""]), encoding="utf-8")
    return MappedCsv(path, form, from_text(json.dumps(mapping), Table(path, form).columns, "Europe/Berlin"), HERE)


def _read(source: MappedCsv) -> tuple[list[Entry], list[str]]:
    found = list(source.rows())
    entries = [row.entry for row in found if isinstance(row, FoundRow) and isinstance(row.entry, Entry)]
    return entries, [f"{row.where.line} {row.reason.code}" for row in found if isinstance(row, RefusedRow)]


def test_every_kind_of_row_is_read_in_its_own_way(tmp_path: Path) -> None:
    source = _source(tmp_path, ROWS)
    entries, lost = _read(source)
    symptoms = {entry.id: entry.code for entry in entries if isinstance(entry, Symptom)}
    ratings = [(symptoms[entry.symptom], entry.value) for entry in entries if isinstance(entry, Rating)]
    assert ratings == [("neck_pain", 3), ("neck_pain", 8), ("nausea", 0)]
    assert [(entry.name, entry.amount) for entry in entries if isinstance(entry, Intake)] == [("Ibuprofen", "400 mg")]
    assert [entry.amount.quantity for entry in entries if isinstance(entry, Dose)] == [2500]
    assert [entry.name for entry in entries if isinstance(entry, Product)] == ["Green"]
    assert [entry.weight for entry in entries if isinstance(entry, Measurement)] == [71_500]
    assert [entry.text for entry in entries if isinstance(entry, Note)] == [
        "Neck pain, as imported: 1, on a scale from 0 to 4",
        "stiff\nNeck pain, as imported: 3, on a scale from 0 to 4",
    ]
    assert lost == ["10 rating-off-scale"]


def test_rows_of_other_categories_are_left_out_and_counted(tmp_path: Path) -> None:
    source = _source(tmp_path, ROWS)
    _read(source)
    assert source.remarks(english())[1:3] == ["2 rows of other categories were left out.", "“Weather”: 2"]


def test_such_a_mapping_is_kept_as_it_was(tmp_path: Path) -> None:
    mapping = _source(tmp_path, []).mapping
    assert from_text(to_text(NAMES, mapping), NAMES, "Europe/Berlin") == mapping
    assert [case.category for case in mapping.cases] == ["Symptom", "Meds", "Leaf", "Weight"]


def test_a_symptom_named_in_a_cell_needs_no_categories(tmp_path: Path) -> None:
    columns = {"at": "instant", "detail": "symptom", "amount": "rating"}
    entries, lost = _read(
        _source(tmp_path, ["2026-11-20 08:10;;Nausea;3;", "2026-11-20 08:20;;;3;"], {"columns": columns})
    )
    assert [entry.value for entry in entries if isinstance(entry, Rating)] == [3]
    assert lost == ["3 key-missing"]


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"columns": {"at": "instant", "category": "category", "notes": "note"}}, "mapping-no-rows"),
        ({"columns": {"at": "instant", "notes": "note"}, "rows": {"a": {}}}, "mapping-no-category"),
        ({"columns": {"at": "instant", "category": "category"}, "rows": {"a": {}}}, "mapping-nothing"),
        ({"columns": {"at": "instant", "category": "category", "notes": "note"}, "rows": {"a": 5}}, "mapping-broken"),
        ({"columns": {"at": "instant"}, "rows": {str(n): {} for n in range(201)}}, "mapping-broken"),
        (
            {"columns": {"at": "instant", "amount": "rating:"}, "rows": {"a": {"columns": {"x": "note"}}}},
            "mapping-column",
        ),
    ],
)
def test_a_mapping_of_kinds_that_could_make_nothing_is_refused(mapping: dict[str, object], code: str) -> None:
    with pytest.raises(Refused, match=code):
        refuse_unfit(from_text(json.dumps(mapping), NAMES, "UTC"))


def test_the_mapping_for_bearable_reads_a_table_as_others_describe_it(tmp_path: Path) -> None:
    """Made up after what readers of its exports expect; see resources/formats/others.md."""
    path = tmp_path / "bearable.csv"
    path.write_text(
        '"date","weekday","time of day","category","rating/amount","detail","notes"\n'
        '"8th Dec 2021","Wednesday","mid","Symptom","2","Neck pain (Moderate)",""\n'
        '"8th Dec 2021","Wednesday","am","Meds/Supplements","400 mg","Ibuprofen",""\n'
        '"8th Dec 2021","Wednesday","pm","Meds/Supplements","2 g","Kratom",""\n'
        '"8th Dec 2021","Wednesday","pm","Meds/Supplements","2","Red kratom","with food"\n'
        '"8th Dec 2021","Wednesday","pm","Weather","","Rain",""\n',
        encoding="utf-8",
    )
    form = Form()
    text = asset("formats", "bearable.mapping.json").read_text(encoding="utf-8")
    source = MappedCsv(path, form, from_text(text, Table(path, form).columns, "Europe/Berlin"), HERE)
    entries, lost = _read(source)
    ratings = [(entry.at.local.isoformat(), entry.value) for entry in entries if isinstance(entry, Rating)]
    assert (ratings, lost) == ([("2021-12-08T14:00:00", 5)], [])
    assert [symptom.code for symptom in entries if isinstance(symptom, Symptom)] == ["neck_pain"]
    assert [(entry.name, entry.amount) for entry in entries if isinstance(entry, Intake)] == [("Ibuprofen", "400 mg")]
    assert [(dose.amount.text, dose.amount.quantity, dose.note) for dose in entries if isinstance(dose, Dose)] == [
        ("2 g", 2000, ""), ("2", None, "with food\nAmount, as imported: 2"),
    ]  # fmt: skip
    assert [product.name for product in entries if isinstance(product, Product)] == ["Kratom", "Red kratom"]
    remarks = source.remarks(english())
    assert remarks[:2] == ["1 row of another category was left out.", "“Weather”: 1"]
    assert "2 rows name kratom, so they become doses." in remarks


def test_the_mapping_for_trackers_reads_doses_and_ratings(tmp_path: Path) -> None:
    page = asset("formats", "others.md").read_text(encoding="utf-8")
    text = next(block for block in page.split("\n\n") if block.startswith('    {"columns": {"FeatureName"'))
    path = tmp_path / "trackers.csv"
    rows = ["Leaf,2025-11-20T10:13:27.182+01:00,2.0,,", "Back pain,2025-11-20T11:00:00.000+01:00,4.0,,after a walk",
            "Steps,2025-11-20T12:00:00.000+01:00,900,,"]  # fmt: skip
    path.write_text("\n".join(["FeatureName,Timestamp,Value,Label,Note", *rows, ""]), encoding="utf-8")
    source = MappedCsv(path, Form(), from_text(text, Table(path, Form()).columns, "Europe/Berlin"), HERE)
    entries, lost = _read(source)
    assert [entry.amount.quantity for entry in entries if isinstance(entry, Dose)] == [2000]
    assert [entry.value for entry in entries if isinstance(entry, Rating)] == [8]
    assert (lost, source.remarks(english())[:2]) == ([], ["1 row of another category was left out.", "“Steps”: 1"])
