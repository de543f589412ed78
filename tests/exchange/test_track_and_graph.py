"""Track & Graph: every value as a note with its time, as the file does not say what a tracker counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.entries import Note
from tests.exchange.foreign import FOLDER, notes, read

PATH = FOLDER / "track-and-graph.csv"


def test_values_are_notes_at_their_time_with_label_and_words() -> None:
    entries, refused = read(PATH)
    assert refused == ["[6]@7 stamp-unreadable", "[7]@8 key-missing"]
    assert notes(entries) == [
        "Back pain: 6",
        "Back pain: 3.5\nafter a walk, slowly",
        "Leaf: 2 (Green)",
        "Walking: 1:10:00",
        "Walking: 1:10:00",
    ]
    first = entries[0]
    assert isinstance(first, Note)
    assert (first.at.local.isoformat(timespec="seconds"), first.at.offset_s) == ("2025-11-20T09:00:00", 3600)


@pytest.mark.parametrize(("more", "end"), [("", ""), (",Note", ",")])
def test_older_exports_have_fewer_columns(tmp_path: Path, more: str, end: str) -> None:
    path = tmp_path / "old.csv"
    head = f"FeatureName,Timestamp,Value{more}"
    path.write_text(f"{head}\nMood,2022-09-16T00:13:27.182+01:00,3:Label 1{end}\n", encoding="utf-8")
    entries, refused = read(path)
    assert (notes(entries), refused) == (["Mood: 3:Label 1"], [])


def test_a_row_with_more_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("FeatureName,Timestamp,Value\nA,2022-09-16T00:13:27Z,3,x\n", encoding="utf-8")
    assert read(path) == ([], ["[1]@2 row-too-long"])
