"""An amount whose words and number were made to differ is refused by row and field; no export of ours has one."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Entry, Tombstone, Unit
from journal.core.moments import Moment
from journal.core.refusal import Refused
from journal.core.words_of_amounts import says_otherwise
from journal.exchange import objects
from journal.exchange.changed_rows import Changed
from journal.exchange.csv_in import CsvFile
from journal.exchange.csv_out import write_csv
from journal.exchange.disagreeing_amounts import refuse_disagreeing
from journal.exchange.export import export_to, names_of
from journal.exchange.file_rows import FoundRow, RefusedRow, Row
from journal.exchange.here import EmptyJournal
from journal.exchange.json_in import JsonFile
from journal.exchange.names import Names
from journal.exchange.opening import row_refusal
from journal.exchange.plan import plan_import
from journal.exchange.zip_in import ZipTables
from journal.logbook import Logbook
from journal.texts import english
from tests.exchange.test_zip_out import zipped
from tests.exchange.texts import json_bytes

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")
NOBODY = Names({}, {}, {}, english())
UNIT = Unit(product="00000000-0000-4000-8000-000000000000", name="capsule").id


def _dose(text: str, quantity: int, dimension: Dimension = Dimension.MASS, unit: str | None = None) -> Dose:
    return Dose(at=AT, amount=Amount(text, quantity, dimension, Basis.UNKNOWN, None, unit))


def _refused(rows: list[Row]) -> list[str]:
    return [row_refusal(row, english()) for row in rows if isinstance(row, RefusedRow)]


def test_the_row_and_both_fields_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "with_words_that_fit", lambda entry: entry)  # no export of ours writes such a file
    wrong: list[Entry] = [_dose("2.5 g", 2500), _dose("25 g", 2500)]
    (tmp_path / "a.json").write_bytes(json_bytes(wrong, []))
    (refused,) = _refused(list(JsonFile(tmp_path / "a.json").rows()))
    assert "doses 2: “amount” says “25 g”, and “quantity” says 2.5 g." in refused
    (tmp_path / "a.zip").write_bytes(zipped(wrong))
    (refused,) = _refused(list(ZipTables(tmp_path / "a.zip").rows()))
    assert "doses 2: “typed” says “25 g”, and “amount” says 2.5 g." in refused


@pytest.mark.parametrize(
    "dose",
    [
        _dose("2,5 g", 2500), _dose("2500 mg", 2500), _dose("½ g", 500), _dose("2-3 g", 2500), _dose("1-2 mg", 2),
        _dose("~3 g", 3000), _dose("0,5 l", 500_000, Dimension.VOLUME), _dose("25", 2500), _dose("", 2500),
        _dose("1,500 g", 1500), _dose("1,500 g", 1_500_000), _dose("2 TL", 5000), _dose("2 capsules", 1000),
        _dose("2 capsules", 2000, Dimension.COUNT), _dose("25 g", 2500, unit=UNIT), _dose("n/a", 2500),
        _dose("3 Kapseln", 3000, Dimension.COUNT), _dose("½ Tab.", 500, Dimension.COUNT),
        _dose("2-3 caps", 2500, Dimension.COUNT), _dose("3", 1000, Dimension.COUNT),
        _dose("3 sachets", 1000, Dimension.COUNT), _dose("Kapseln", 1000, Dimension.COUNT),
    ],
)  # fmt: skip
def test_what_may_mean_the_number_is_taken(dose: Dose) -> None:
    refuse_disagreeing(dose, "amount", "quantity")


@pytest.mark.parametrize(
    "dose",
    [
        _dose("25 g", 2500), _dose("2.5 ml", 2500), _dose("2 mg", 2000), _dose("3 Kapseln", 1000, Dimension.COUNT),
        _dose("2 tablets", 1000, Dimension.COUNT), _dose("3 g", 3000, Dimension.COUNT),
    ],
)  # fmt: skip
def test_what_says_another_amount_is_refused(dose: Dose) -> None:
    with pytest.raises(Refused, match="amounts-disagree"):
        refuse_disagreeing(dose, "amount", "quantity")


def test_what_has_no_amount_has_nothing_to_disagree() -> None:
    refuse_disagreeing(Dose(at=AT), "amount", "quantity")
    refuse_disagreeing(Tombstone(UNIT, "note", 1), "amount", "quantity")


_WORDS = st.builds(
    "{}{}{}".format,
    st.sampled_from(("1", "2", "4", "½", "2-3", "~3", "1,5", "0.25", "Four")),
    st.sampled_from((" ", "")),
    st.sampled_from(("Kapseln", "caps", "Tab.", "pieces", "g", "mg", "ml", "l", "TL", "scoops", "")),
)
_AMOUNTS = st.builds(
    Amount, _WORDS, st.integers(1, 10).map(lambda n: n * 500), st.sampled_from(Dimension), st.sampled_from(Basis)
)
_IN_ONE_JOURNAL = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def _exports_are_read(folder: Path, doses: list[Entry]) -> None:
    """In each format that is read back, with every amount as it was."""
    quantities = [dose.amount.quantity for dose in doses if isinstance(dose, Dose)]
    table = io.BytesIO()
    write_csv(table, lambda kind: doses if kind == "dose" else (), NOBODY)
    for content, read in (
        (json_bytes(doses, []), JsonFile),
        (zipped(doses), ZipTables),
        (table.getvalue(), lambda path: CsvFile(path, NOBODY, "UTC")),
    ):
        (folder / "file").write_bytes(content)
        rows = list(read(folder / "file").rows())
        assert _refused(rows) == []
        found = [row.entry for row in rows if isinstance(row, FoundRow)]
        assert [dose.amount.quantity for dose in found if isinstance(dose, Dose)] == quantities


@_IN_ONE_JOURNAL
@given(amount=_AMOUNTS)
def test_whatever_can_be_kept_can_be_written_and_read_back(plain_book: Logbook, tmp_path: Path, amount: Amount) -> None:
    dose = Dose(at=AT, amount=amount)
    plain_book.save(dose)
    kept = plain_book.get(dose.id)
    assert isinstance(kept, Dose) and not says_otherwise(kept.amount)
    assert (kept.amount.quantity, kept.amount.dimension) == (amount.quantity, amount.dimension)
    if not says_otherwise(amount):
        assert kept.amount == amount, "nothing is mended that was right"
    _exports_are_read(tmp_path, [kept])


@_IN_ONE_JOURNAL
@given(amount=_AMOUNTS)
def test_what_an_older_journal_holds_is_written_so_that_it_is_read(tmp_path: Path, amount: Amount) -> None:
    _exports_are_read(tmp_path, [Dose(at=AT, recorded_ms=1, amount=amount)])


def test_many_at_once_are_kept_so_too(plain_book: Logbook) -> None:
    dose = _dose("4 Kapseln", 5000, Dimension.COUNT)
    plain_book.save_all([dose], label="many.imported", origin="import")
    kept = plain_book.get(dose.id)
    assert isinstance(kept, Dose) and kept.amount.text == "5 pieces"


@pytest.mark.parametrize(
    ("typed", "dimension", "cells", "words"),
    [
        ("4 Kapseln", Dimension.COUNT, {"amount": "5"}, "5 pieces"),
        ("4 Kapseln", Dimension.COUNT, {"amount": "5", "unit": "g"}, "4 Kapseln"),  # of 5 g together
        ("4 g", Dimension.MASS, {"amount": "5"}, "5 g"), ("4 g", Dimension.MASS, {"unit": "ml"}, "4 ml"),
    ],
)  # fmt: skip
def test_a_corrected_amount_goes_on_into_another_journal(
    plain_book: Logbook, tmp_path: Path, typed: str, dimension: Dimension, cells: dict[str, str], words: str
) -> None:
    """A row of the own CSV is changed by hand and taken, and the journal then brought elsewhere as JSON."""
    dose = _dose(typed, 4000, dimension)
    plain_book.save(dose)
    export_to(plain_book, tmp_path / "out.csv", english())
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    with (tmp_path / "out.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row | cells)
    source = CsvFile(tmp_path / "out.csv", names_of(plain_book, english()), "UTC")
    plan = plan_import(source, plain_book, plain_book.clock.now_ms())
    plain_book.save_all(plan.entries(changed=Changed.THEIRS), label="many.imported", origin="import")
    kept = plain_book.get(dose.id)
    assert isinstance(kept, Dose) and kept.amount.text == words
    export_to(plain_book, tmp_path / "out.json", english())
    elsewhere = plan_import(JsonFile(tmp_path / "out.json"), EmptyJournal(), plain_book.clock.now_ms())
    assert (elsewhere.refused, elsewhere.counts.new["dose"]) == ([], 1)
