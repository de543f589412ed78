"""Tea Taper: what was drunk, ratings of the day, and its words, from the backup."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journal.core.entries import Note, Preparation, Product, ProductKind, Rating, Symptom
from journal.errors import UserError
from journal.exchange.file_rows import FoundRow
from tests.exchange.foreign import FOLDER, doses, read, source

SAMPLE = FOLDER / "tea-taper.json"


def test_what_was_drunk_comes_in_millilitres_at_its_time() -> None:
    entries, refused = read(SAMPLE)
    assert [
        (dose.at.local.isoformat(), dose.amount.text, dose.amount.quantity, dose.note) for dose in doses(entries)
    ] == [
        ("2026-11-20T08:10:00", "150 ml", 150_000, ""),
        ("2026-11-20T13:40:00", "100.5 ml", 100_500, "after lunch"),
        ("2026-11-21T20:00:00", "120 ml", 120_000, ""),
    ]
    assert {dose.preparation for dose in doses(entries)} == {Preparation.TEA}
    assert [product.kind for product in entries if isinstance(product, Product)] == [ProductKind.TEA]
    assert refused == ["days[2]@65 amount-zero", "days[2]@65 rating-unreadable"]


def test_nobody_is_asked_what_kind_of_product_it_is() -> None:
    found = [row for row in source(SAMPLE).rows() if isinstance(row, FoundRow) and isinstance(row.entry, Product)]
    assert [row.kindless for row in found] == [False]


def test_ratings_are_of_the_day_and_to_be_completed() -> None:
    entries, _ = read(SAMPLE)
    codes = {symptom.id: symptom.code for symptom in entries if isinstance(symptom, Symptom)}
    ratings = [rating for rating in entries if isinstance(rating, Rating)]
    assert [(codes[rating.symptom], rating.value) for rating in ratings] == [
        ("craving", 4), ("anxiety", 3), ("mood", 6), ("sleep_quality", 7), ("pain", 6), ("mood", 0),
    ]  # fmt: skip
    assert {(rating.at.local.hour, rating.complete_later) for rating in ratings} == {(12, True)}


def test_the_rest_is_one_note_a_day() -> None:
    entries, _ = read(SAMPLE)
    assert [note.text for note in entries if isinstance(note, Note)] == [
        "slow day\nwithdrawal: 2 of 10\nstress: 5 of 10\nTriggers: work, evening\nHelped: walk",
        "slept badly",
    ]


@pytest.mark.parametrize("day", [5, [], {"entries": 5}, {"entries": [5]}, {"metrics": []}])
def test_a_day_that_is_none_is_refused_with_its_line(tmp_path: Path, day: object) -> None:
    path = tmp_path / "backup.json"
    path.write_text(json.dumps({"acceptedAge": True, "days": {"2026-11-20": day}}), encoding="utf-8")
    entries, refused = read(path)
    assert (entries, len(refused)) == ([], 0 if day == {"metrics": []} else 1)


def test_a_name_that_is_no_day_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "backup.json"
    path.write_text('{"acceptedAge": true, "days": {"yesterday": {}}}', encoding="utf-8")
    assert read(path)[1] == ["days[1]@1 day-not-iso"]


def test_a_backup_that_is_cut_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "backup.json"
    path.write_bytes(SAMPLE.read_bytes()[:-30])
    with pytest.raises(UserError, match="json-broken"):
        read(path)
