"""Any table by a mapping: how it is written is found out; what cannot be used is refused with line and column."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.entries import Dose, Entry, Note, Product, Rating, Symptom
from journal.core.refusal import Refused
from journal.exchange.export import names_of
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.foreign_values import DateOrder
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.mapping import Column, Meaning, TableMapping
from journal.exchange.names import Names
from journal.exchange.opening import opened, row_refusal
from journal.exchange.plan import plan_import
from journal.exchange.sniffing import Found, recognised
from journal.exchange.tables import Form, Table, form_of, with_names_guessed
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.foreign import BERLIN, FOLDER, NOBODY, doses, products, read, source

HEAD = "date,time,product,amount,pain,note"
MAPPING = TableMapping(
    (Column(Meaning.DATE), Column(Meaning.TIME), Column(Meaning.PRODUCT), Column(Meaning.AMOUNT),
     Column(Meaning.RATING, "Pain"), Column(Meaning.NOTE)),
    BERLIN,
    DateOrder.DMY,
    ".",
    "g",
)  # fmt: skip


def _read(
    path: Path, rows: str, mapping: TableMapping = MAPPING, here: Names = NOBODY
) -> tuple[list[Entry], list[str]]:
    path.write_text(f"{HEAD}\n{rows}\n", encoding="utf-8")
    found = list(MappedCsv(path, Form(), mapping, here).rows())
    entries = [row.entry for row in found if isinstance(row, FoundRow) and isinstance(row.entry, Entry)]
    return entries, [
        f"{row.where.list}@{row.where.line} {row.reason.code}" for row in found if isinstance(row, RefusedRow)
    ]


# --- the samples ---


def test_a_german_table_with_a_semicolon_and_a_comma() -> None:
    assert form_of(FOLDER / "table-german.csv") == Form("cp1252", ";")
    entries, refused = read(FOLDER / "table-german.csv")
    assert refused == ["Übelkeit[0]@4 rating-unreadable", "Uhrzeit[0]@5 row-no-clock", "[6]@7 row-empty"]
    assert [(dose.amount.text, dose.amount.quantity, dose.note) for dose in doses(entries)] == [
        ("2,5 g", 2500, "gut geschlafen\nPreparation, as imported: Tee"),
        ("1,500 g", 1500, "Preparation, as imported: Kapseln"),
        ("2,25 g", 2250, "zu hohe Zahl\nPreparation, as imported: Tee"),
    ]  # fmt: skip
    assert list(products(entries).values()) == ["Grün", "Rot"]
    assert [symptom.code for symptom in entries if isinstance(symptom, Symptom)] == ["back_pain", "nausea"]
    assert [rating.value for rating in entries if isinstance(rating, Rating)] == [6, 0, 4, 7, 5, 1]
    assert [note.text for note in entries if isinstance(note, Note)] == ["nur Werte"]


def test_an_american_table_with_units_in_a_column() -> None:
    entries, refused = read(FOLDER / "table-us.csv")
    assert refused == ["Dose[0]@6 amount-word-unsaid"]
    named = products(entries)
    assert [(dose.at.isoformat()[:16], named[dose.product or ""], dose.amount.text, dose.preparation)
            for dose in doses(entries)] == [
        ("2026-11-08T08:10", "Leaf powder, Green", "2.5 g", "toss_and_wash"),
        ("2026-11-08T21:30", "Leaf powder, Red", "2500 mg", "other"),
        ("2026-11-09T07:45", "Leaf powder, Green", "1,500 mg", "tea"),
        ("2026-11-09T13:00", "Caps", "4 capsules", None),
    ]  # fmt: skip
    assert [product.strain for product in entries if isinstance(product, Product)] == ["Green", "Red", ""]
    assert doses(entries)[2].amount.quantity == 1500


def test_a_table_in_utf_16() -> None:
    assert form_of(FOLDER / "table-utf16.tsv") == Form("utf-16-le", "\t")
    entries, refused = read(FOLDER / "table-utf16.tsv")
    assert (refused, [dose.note for dose in doses(entries)]) == ([], ["naïve", ""])


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-16-le", "utf-16-le"),
     ("utf-16-be", "utf-16-be"), ("cp1252", "cp1252")],
)  # fmt: skip
def test_encodings_are_found_out(tmp_path: Path, codec: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"{HEAD}\n20.11.2026,8:10,Café,2,,à la carte\n".encode(codec))
    form = form_of(path)
    assert form == Form(encoding, ",")
    table = Table(path, form)
    assert table.columns == tuple(HEAD.split(","))
    assert table.first(1)[0].cells[2] == "Café"


def test_a_first_row_of_data_is_no_name(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("2026-11-20,08:10,2 g\n", encoding="utf-8")
    recognised_file = recognised(path)
    assert not recognised_file.form.named
    table = Table(path, recognised_file.form)
    assert table.columns == ("Column 1", "Column 2", "Column 3")
    assert [row.line for row in table.rows()] == [1]
    assert with_names_guessed(Form(), ("date", "amount")).named


def test_columns_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("note,note,,note\n", encoding="utf-8")
    assert Table(path, Form()).columns == ("note", "note (2)", "Column 3", "note (3)")


# --- rows ---


ROWS: dict[str, tuple[str, str]] = {
    "an ambiguous amount": ('20.11.2026,8:10,G,"1,5",,', "amount@3 amount-in-words"),
    "no date": (",8:10,G,2,,", "date@3 cell-empty"),
    "no time": ("20.11.2026,,G,2,,", "time@3 row-no-clock"),
    "another order": ("11/20/2026,8:10,G,2,,", "date@3 day-unreadable"),
    "a time that never was": ("29.3.2026,2:30,G,2,,", "time@3 time-skipped"),
    "a year out of range": ("20.11.1950,8:10,G,2,,", "time@3 time-out-of-range"),
    "an amount of zero": ("20.11.2026,8:10,G,0.0,,", "amount@3 amount-zero"),
    "an unknown unit": ("20.11.2026,8:10,G,2 cups,,", "amount@3 amount-word-unsaid"),
    "a formula for an amount": ("20.11.2026,8:10,G,=2+2,,", "amount@3 amount-in-words"),
    "too fine an amount": ("20.11.2026,8:10,G,0.0001,,", "@3 amount-too-little"),
    "an absurd amount": ("20.11.2026,8:10,G,99999,,", "@3 invalid-amount"),
    "a rating of 11": ("20.11.2026,8:10,,,11,", "pain@3 rating-unreadable"),
    "a rating of half a point": ("20.11.2026,8:10,,,5.5,", "pain@3 rating-unreadable"),
    "a name that is too long": (f"20.11.2026,8:10,{'x' * 201},2,,", "@3 name-too-long"),
    "only a time": ("20.11.2026,8:10,,,,", "@3 row-empty"),
    "more cells than columns": ("20.11.2026,8:10,G,2,,,,x", "@3 row-too-long"),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_bad_row_is_named_and_the_others_are_read(tmp_path: Path, name: str) -> None:
    row, refusal = ROWS[name]
    entries, refused = _read(tmp_path / "a.csv", f"20.11.2026,8:10,Green,2,6,first\n{row}\n20.11.2026,9:10,Green,3,,")
    assert refused == [refusal]
    assert [dose.amount.quantity for dose in doses(entries)] == [2000, 3000]
    assert list(products(entries).values()) == ["Green"]


PARTLY = {
    "an amount of 0": ("20.11.2026,8:10,Green,0,6,slept", "amount@2 amount-zero", [6], ["slept"]),
    "an amount in words": ("20.11.2026,8:10,Green,much,6,slept", "amount@2 amount-in-words", [6], ["slept"]),
    "too fine an amount": ("20.11.2026,8:10,Green,0.0001,6,slept", "@2 amount-too-little", [6], ["slept"]),
    "too large an amount": ("20.11.2026,8:10,Green,2500,6,slept", "@2 invalid-amount", [6], ["slept"]),
    "an unknown unit": ("20.11.2026,8:10,Green,2 cups,6,", "amount@2 amount-word-unsaid", [6], []),
    "a rating": ("20.11.2026,8:10,Green,2,sixish,slept", "pain@2 rating-unreadable", [], ["slept"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PARTLY)
def test_the_rest_of_a_row_is_taken_and_that_is_said(tmp_path: Path, name: str) -> None:
    row, refusal, ratings, notes = PARTLY[name]
    entries, refused = _read(tmp_path / "a.csv", row)
    assert refused == [refusal]
    assert [entry.value for entry in entries if isinstance(entry, Rating)] == ratings
    assert [entry.note if isinstance(entry, Dose) else entry.text for entry in entries
            if isinstance(entry, Dose | Note)] == notes  # fmt: skip
    assert len(doses(entries)) == len(products(entries)) == (not ratings)
    lost = next(
        row for row in MappedCsv(tmp_path / "a.csv", Form(), MAPPING, NOBODY).rows() if isinstance(row, RefusedRow)
    )
    assert row_refusal(lost, english()).endswith(" · The rest of the row is taken.")


def test_a_note_that_cannot_be_kept_leaves_its_dose(tmp_path: Path) -> None:
    entries, refused = _read(tmp_path / "a.csv", f"20.11.2026,8:10,Green,2,6,{'x' * 200_001}")
    assert refused == ["@2 note-too-long"]
    assert [(dose.amount.quantity, dose.note) for dose in doses(entries)] == [(2000, "")]


def test_an_amount_said_not_to_be_known_keeps_its_dose_and_its_words(tmp_path: Path) -> None:
    columns = tuple(
        replace(column, words=(("n/a", "? n/a"), (">3 g", "? >3 g"))) if column.meaning is Meaning.AMOUNT else column
        for column in MAPPING.columns
    )
    rows = "20.11.2026,8:10,Green,N/A,6,slept\n20.11.2026,9:10,Green,>3 g,,\n20.11.2026,10:10,,n/a,5,"
    entries, refused = _read(tmp_path / "a.csv", rows, replace(MAPPING, columns=columns))
    assert refused == []
    assert [(dose.amount.text, dose.amount.quantity, dose.note) for dose in doses(entries)] == [
        ("n/a", None, "slept\nAmount, as imported: n/a"),
        (">3 g", None, "Amount, as imported: >3 g"),
    ]  # the last row says of no dose: nothing was noted there


def test_what_one_choice_would_mend_waits_for_it(tmp_path: Path) -> None:
    entries, refused = _read(tmp_path / "a.csv", "20.11.2026,8:10,Green,2,6,slept", replace(MAPPING, unit=""))
    assert (entries, refused) == ([], ["amount@2 amount-unit-missing"])


def test_every_loss_of_a_row_is_listed(tmp_path: Path) -> None:
    assert _read(tmp_path / "a.csv", "20.11.2026,8:10,G,0,11,")[1] == [
        "amount@2 amount-zero",
        "pain@2 rating-unreadable",
    ]
    lost = [row for row in MappedCsv(tmp_path / "a.csv", Form(), MAPPING, NOBODY).rows() if isinstance(row, RefusedRow)]
    assert not any("The rest" in row_refusal(row, english()) for row in lost)


def test_what_was_lost_comes_in_alone_once_it_is_mended(tmp_path: Path, plain_book: Logbook) -> None:
    path, row = tmp_path / "a.csv", "20.11.2026,8:10,Green,{amount},6,"
    for amount, new in (("much", ["symptom", "rating"]), ("2.5", ["product", "dose"]), ("2.5", [])):
        path.write_text(f"{HEAD}\n{row.format(amount=amount)}\n", encoding="utf-8")
        here = names_of(plain_book, english())
        plan = plan_import(MappedCsv(path, Form(), MAPPING, here), plain_book, plain_book.clock.now_ms())
        assert list(plan.counts.new) == new
        if new:
            plain_book.save_all(plan.entries(), label="many.imported", origin="import")


def test_a_product_of_a_refused_row_comes_with_the_next_that_names_it(tmp_path: Path) -> None:
    bad = "20.11.2026,8:10,Green,99999,,"
    entries, refused = _read(tmp_path / "a.csv", f"{bad}\n20.11.2026,9:10,Green,3,,\n")
    assert len(refused) == 1
    assert [type(entry) for entry in entries] == [Product, Dose]
    assert _read(tmp_path / "a.csv", bad)[0] == []


def test_without_a_decimal_sign_or_a_unit_only_what_is_certain_is_taken(tmp_path: Path) -> None:
    open_mapping = replace(MAPPING, decimal="", unit="", date_order=None)
    rows = '20.11.2026,8:10,G,"1,500 g",,\n20.11.2026,8:10,G,2,,\n3.4.2026,8:10,G,2 g,,\n20.11.2026,8:10,G,"2,5 g",,'
    entries, refused = _read(tmp_path / "a.csv", rows, open_mapping)
    assert refused == ["amount@2 amount-ambiguous", "amount@3 amount-unit-missing", "date@4 day-ambiguous"]
    assert [dose.amount.quantity for dose in doses(entries)] == [2500]


def test_parts_of_a_tablet_are_read(tmp_path: Path) -> None:
    cells = ("½ tablet", "1 1/2 tablets", "1/2", "half a tablet", "1/3 tablet", "3/2")
    rows = "\n".join(f"20.11.2026,{8 + n}:10,G,{cell},," for n, cell in enumerate(cells))
    entries, refused = _read(tmp_path / "a.csv", rows)
    assert [(dose.amount.quantity, dose.amount.dimension) for dose in doses(entries)] == [
        (500, "count"), (1500, "count"), (500, "mass"), (500, "count"),
    ]  # fmt: skip
    assert refused == ["amount@6 amount-fraction-inexact", "amount@7 amount-fraction"]


def test_rows_without_a_time_can_be_put_at_midday_to_be_completed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{HEAD}\n20.11.2026,,G,2,,\n20.11.2026,8:10,G,2,,\n", encoding="utf-8")
    file = MappedCsv(path, Form(), replace(MAPPING, midday=True), NOBODY)
    made = [row.entry for row in file.rows() if isinstance(row, FoundRow) and isinstance(row.entry, Dose)]
    assert [(entry.at.isoformat()[11:16], entry.complete_later) for entry in made] == [
        ("12:00", True),
        ("08:10", False),
    ]
    assert file.remarks(english()) == ["1 row says no time of day; it was put at 12:00, to be completed later."]


def test_text_is_data(tmp_path: Path) -> None:
    entries, refused = _read(tmp_path / "a.csv", "20.11.2026,8:10,=G\u202e,2,,'=1+1\n20.11.2026,8:10,'G,2,,<b>{x}")
    assert refused == []
    assert [dose.note for dose in doses(entries)] == ["=1+1", "<b>{x}"]
    assert list(products(entries).values()) == ["=G", "'G"]


def test_empty_cells_behind_the_last_column_mean_nothing(tmp_path: Path) -> None:
    entries, refused = _read(tmp_path / "a.csv", "20.11.2026,8:10,G,2,6,,,,\n20.11.2026,9:10\n\n")
    assert ([type(entry) for entry in entries][1], refused) == (Symptom, ["@3 row-empty"])


def test_rated_together_is_one_group(tmp_path: Path) -> None:
    columns = (*MAPPING.columns[:5], Column(Meaning.RATING, "Nausea"))
    entries, _ = _read(tmp_path / "a.csv", "20.11.2026,8:10,,,6,2", replace(MAPPING, columns=columns))
    ratings = [rating for rating in entries if isinstance(rating, Rating)]
    assert [rating.value for rating in ratings] == [6, 2]
    assert len({rating.group for rating in ratings}) == 1


# --- again ---


@pytest.mark.parametrize("name", ["table-german.csv", "table-us.csv", "table-utf16.tsv"])
def test_importing_a_table_again_adds_nothing(plain_book: Logbook, name: str) -> None:
    first = plan_import(source(FOLDER / name), plain_book, plain_book.clock.now_ms())
    plain_book.save_all(first.entries(), label="many.imported", origin="import")
    here = Names({product.id: product for product in plain_book.products()}, {},
                 {symptom.id: symptom for symptom in plain_book.symptoms()}, english())  # fmt: skip
    again = plan_import(source(FOLDER / name, here), plain_book, plain_book.clock.now_ms())
    assert again.total == 0
    assert again.counts.here.total() == plain_book.totals()[0]
    assert [row.where.line for row in again.refused] == [row.where.line for row in first.refused]


def test_equal_rows_stay_two(tmp_path: Path) -> None:
    entries, _ = _read(tmp_path / "a.csv", "20.11.2026,8:10,G,2,,\n20.11.2026,8:10,G,2,,")
    assert len({dose.id for dose in doses(entries)}) == 2


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ([], []),
        (["20.11.2026,9:10,G,x,,"] * 2, []),  # both are left out
        (["20.11.2026,8:10,G,2,,"], ["2 rows are alike; both are taken. Look at line 3."]),
        (["20.11.2026,8:10,G,2,,"] * 2, ["3 rows are alike; all of them are taken. Look at lines 3, 4."]),
        (
            ["20.11.2026,8:10,G,2,,", *["20.11.2026,9:10,G,2,,"] * 2],
            ["4 rows are alike; all of them are taken. Look at lines 3, 5."],
        ),
    ],
)
def test_equal_rows_are_told(tmp_path: Path, more: list[str], said: list[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n".join([HEAD, "20.11.2026,8:10,G,2,,", *more, ""]), encoding="utf-8")
    file = MappedCsv(path, Form(), MAPPING, NOBODY)
    list(file.rows())
    assert file.remarks(english()) == said


# --- what cannot be read ---


def test_an_unknown_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="zone-unknown"):
        _read(tmp_path / "a.csv", "", replace(MAPPING, zone="Nowhere/None"))
    with pytest.raises(Refused, match="zone-unknown"):
        source(FOLDER / "herbal-tracker-2.json", zone="Nowhere/None")


def test_a_table_without_a_mapping_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="table-needs-mapping"):
        opened(tmp_path / "a.csv", Found(recognised(FOLDER / "table-us.csv").format), NOBODY, BERLIN)


# --- files that are hostile ---


HOSTILE: dict[str, tuple[bytes, str]] = {
    "a zip": (b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(200), "zip-broken"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0,\0,\0", "file-unknown-format"),
    "nothing": (b"", "file-empty"),
    "one column": (b"Dear diary,\nhello\n", "file-unknown-format"),
    "a million columns": (b"a," * 1_000_000 + b"b\n", "csv-broken"),
    "a thousand columns": (b"a," * 1000 + b"b\n", "csv-too-wide"),
    "an open quote": (f'{HEAD}\n20.11.2026,8:10,G,2,,"x\n'.encode() + b"y\n" * 5, "csv-broken"),
    "an open quote before very much": (f'{HEAD}\n20.11.2026,8:10,G,2,,"x'.encode() + b"y\n" * 600_000, "csv-broken"),
    "quotes that go on and on": (f"{HEAD}\n".encode() + b'"a\nb",' * 400_000, "csv-broken"),
    "a row without end": (f"{HEAD}\n".encode() + b"x," * 600_000, "csv-broken"),
    "NUL": (f"{HEAD}\n20.11.2026,8:10,G,2,,".encode() + b"x" * 70_000 + b"\0\n", "csv-broken"),
    "no letters of this encoding": (f"{HEAD}\n".encode("cp1252") + b"\xe4\x81\n", "file-not-text"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str) -> None:
    content, code = HOSTILE[name]
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        list(opened(path, recognised(path), NOBODY, BERLIN, MAPPING).rows())
    assert caught.value.code == code
    if code == "csv-broken":
        assert int(str(caught.value.values["line"])) >= 1


def test_a_table_larger_than_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.write(f"{HEAD}\n".encode())
        file.truncate(100_000_001)  # a hole, which takes no room
    with pytest.raises(Refused, match="file-too-large"):
        recognised(path)


# --- the same table once more, changed ---

_ROWS = [f"{day:02d}.11.2026,08:10,Green,2.5,{day % 10}," for day in range(1, 21)]
_MORE = [f"{day:02d}.10.2026,08:10,Green,2.5,," for day in range(1, 11)]
AGAIN = {
    "as it was": (_ROWS, MAPPING, 0),
    "another order": (_ROWS[::-1], MAPPING, 0),
    "notes": ([f"{row}x" for row in _ROWS], MAPPING, 0),
    "amounts spelled otherwise": ([row.replace("2.5", "2.50") for row in _ROWS], MAPPING, 0),
    "dates written otherwise": (
        [f"2026-11-{row[:2]}{row[10:]}" for row in _ROWS], replace(MAPPING, date_order=DateOrder.YMD), 0,
    ),
    "ten more": (_ROWS + _MORE, MAPPING, 10),
}  # fmt: skip


@pytest.mark.parametrize("name", AGAIN)
def test_a_table_is_recognised_by_what_its_rows_mean(tmp_path: Path, plain_book: Logbook, name: str) -> None:
    for rows, mapping, new in ((_ROWS, MAPPING, 42), AGAIN[name]):
        path = tmp_path / "a.csv"
        path.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
        file = MappedCsv(path, Form(), mapping, names_of(plain_book, english()))
        plan = plan_import(file, plain_book, plain_book.clock.now_ms())
        assert (plan.total, plan.refused) == (new, [])
        plain_book.save_all(plan.entries(), label="many.imported", origin="import")
