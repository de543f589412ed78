"""MedTimer: what was taken, from the backup and from the export, whatever language the telephone has."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.substances import Intake, Taken
from journal.errors import UserError
from journal.exchange.sniffing import recognised
from tests.exchange.foreign import BERLIN, FOLDER, NOBODY, doses, products, read, source


@pytest.mark.parametrize("name", ["medtimer.json", "medtimer.csv"])
def test_what_was_taken_comes_with_its_time(name: str) -> None:
    entries, refused = read(FOLDER / name)
    assert list(products(entries).values()) == ["Kratom Green"]
    assert [(dose.amount.text, dose.amount.quantity, dose.note) for dose in doses(entries)] == [
        ("2.5 g", 2500, "before work"), ("3 capsules", None, ""),
    ]  # fmt: skip
    taken = [each for each in entries if isinstance(each, Intake)]
    assert [(each.what, each.name, each.amount, each.at.local.isoformat()) for each in taken] == [
        (Taken.OWN, "Sertraline", "50 mg", "2025-11-20T09:01:30"), (Taken.OWN, "Ibuprofen", "1", "2025-11-20T17:21:30"),
    ]  # fmt: skip
    assert [each.split()[-1] for each in refused] == ["key-missing"]


@pytest.mark.parametrize("name", ["medtimer.json", "medtimer.csv"])
def test_what_was_not_taken_is_counted_and_no_intake(name: str) -> None:
    file = source(FOLDER / name)
    list(file.rows())
    remarks = file.remarks(NOBODY.texts)  # type: ignore[union-attr]
    assert "2 reminders that were not taken are left out." in remarks


def test_a_note_with_a_semicolon_in_it_refuses_its_row_with_the_reason(tmp_path: Path) -> None:
    """The program writes notes as they are, so that nobody can tell which column is which."""
    path = tmp_path / "events.csv"
    text = (FOLDER / "medtimer.csv").read_text(encoding="utf-8").replace("before work", "before; work")
    path.write_text(text, encoding="utf-8")
    _, refused = read(path, BERLIN)
    assert "[3]@4 row-too-long" in refused


def test_a_json_that_only_looks_alike_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    path.write_text('{"events": [{"name": "x"}]}', encoding="utf-8")
    with pytest.raises(UserError, match="file-unknown-format"):
        list(source(path).rows())
    assert recognised(path).format == "medtimer"
