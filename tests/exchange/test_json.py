"""A journal as JSON: written, read back, laid out anew by other tools, and read in bounded memory."""

from __future__ import annotations

import io
import json
import tracemalloc
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.core.entries import TYPES, Entry, Note, Tombstone
from journal.core.moments import Moment
from journal.core.refusal import Refused
from journal.exchange.file_rows import LISTS, FoundRow
from journal.exchange.json_in import JsonFile
from journal.exchange.json_out import write_json
from journal.exchange.objects import from_object, to_object
from tests import strategies
from tests.exchange.texts import WHOLE, entries_in, json_bytes, outcome, rows_of

_IN_ONE_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
_stones = st.builds(Tombstone, strategies.ids, st.sampled_from(sorted(TYPES)), strategies.instants)


def _by_list(entries: list[Entry]) -> list[Entry]:
    kinds = list(LISTS.values())
    return sorted(entries, key=lambda entry: kinds.index(_kind(entry)))


def _kind(entry: Entry) -> str:
    return next(kind for kind, cls in TYPES.items() if type(entry) is cls)


@given(strategies.one_of_each(), st.none() | strategies.instants)
def test_an_entry_is_the_same_after_json(entries: list[Entry], deleted: int | None) -> None:
    for entry in entries:
        trashed = replace(entry, deleted_ms=deleted)
        text = json.dumps(to_object(_kind(trashed), trashed), default=str)
        assert from_object(_kind(trashed), json.loads(text)) == trashed


@_IN_ONE_FOLDER
@given(strategies.one_of_each(), st.lists(_stones, max_size=2))
def test_a_file_gives_back_what_was_written(tmp_path: Path, entries: list[Entry], stones: list[Tombstone]) -> None:
    content = json_bytes(entries, stones)
    assert entries_in(rows_of(tmp_path / "a.json", content)) == [*_by_list(entries), *stones]


@_IN_ONE_FOLDER
@given(strategies.one_of_each())
def test_writing_what_was_read_gives_the_same_bytes(tmp_path: Path, entries: list[Entry]) -> None:
    content = json_bytes(entries)
    read = [entry for entry in entries_in(rows_of(tmp_path / "a.json", content)) if isinstance(entry, Entry)]
    assert json_bytes(read) == content


@pytest.mark.slow
@_IN_ONE_FOLDER
@given(
    strategies.one_of_each(), st.sampled_from([None, 1, 4, "\t"]), st.booleans(), st.booleans(),
    st.sampled_from([b"", b"\xef\xbb\xbf", b"\n \t"]), st.randoms(use_true_random=False),
)  # fmt: skip
def test_another_tools_layout_changes_nothing(
    tmp_path: Path,
    entries: list[Entry],
    indent: int | str | None,
    ascii_only: bool,
    sort: bool,
    before: bytes,
    random: Random,
) -> None:
    content = json.loads(json_bytes(entries))
    keys = list(content)
    random.shuffle(keys)
    shuffled = {key: content[key] for key in keys}
    text = json.dumps(shuffled, indent=indent, ensure_ascii=ascii_only, sort_keys=sort)
    assert entries_in(rows_of(tmp_path / "a.json", before + text.encode())) == _by_list(entries)


def test_one_entry_a_line_and_empty_values_left_out() -> None:
    note = Note(
        id="66666666-6666-4666-8666-666666666666", at=Moment(1_795_339_800_000, 3600, "Europe/Berlin"),
        recorded_ms=1_795_339_800_123, text="é",
    )  # fmt: skip
    stone = Tombstone("88888888-8888-4888-8888-888888888888", "dose", 0)
    lines = json_bytes([note], [stone]).decode().splitlines()
    assert lines[:5] == ["{", '"format":"leaf-journal",', '"version":2,', '"persons":[', "],"]
    assert (
        '{"id":"66666666-6666-4666-8666-666666666666","at":"2026-11-22T10:30:00+01:00","zone":"Europe/Berlin",'
        '"recorded":"2026-11-22T09:30:00.123Z","text":"é"}'
    ) in lines
    assert lines[-3:] == [
        '{"id":"88888888-8888-4888-8888-888888888888","kind":"dose","purged":"1970-01-01T00:00:00Z"}', "]", "}",
    ]  # fmt: skip


@pytest.mark.parametrize("size", [(1 << 20) - 60, (1 << 20) + 7, 3 << 20])
def test_a_value_across_the_pieces_of_a_file(tmp_path: Path, size: int) -> None:
    padded = json.dumps(WHOLE).replace('"format"', " " * size + '"format"').encode()
    assert outcome(tmp_path / "a.json", padded) == "8 taken"
    note = {**WHOLE["notes"][0], "text": "🙂" * 99_999}
    long_notes = [{**note, "id": f"66666666-6666-4666-8666-{n:012d}"} for n in range(9)]
    spelled = json.dumps({**WHOLE, "notes": long_notes}).encode()
    assert outcome(tmp_path / "a.json", spelled) == "16 taken"


@pytest.mark.slow
def test_reading_holds_a_bounded_piece_of_the_file(tmp_path: Path) -> None:
    at = Moment(1_795_339_800_000, 3600, "Europe/Berlin")
    notes = [Note(at=at, recorded_ms=1, text="x" * 400) for _ in range(14_000)]
    file = tmp_path / "a.json"
    file.write_bytes(json_bytes(notes))
    del notes
    tracemalloc.start()
    count = sum(1 for _ in JsonFile(file).rows())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 14_000
    assert file.stat().st_size > 7_000_000
    assert peak < 6_000_000


def test_every_row_knows_its_line(tmp_path: Path) -> None:
    content = json.dumps(WHOLE, indent=1)
    rows = rows_of(tmp_path / "a.json", content.encode())
    lines = content.splitlines()
    for row in rows:
        assert isinstance(row, FoundRow)
        assert row.entry.id in lines[row.where.line] or row.entry.id in lines[row.where.line - 1]


def test_an_export_is_written_as_a_stream() -> None:
    asked: list[str] = []

    def entries_of(kind: str) -> list[Entry]:
        asked.append(kind)
        return []

    assert write_json(io.BytesIO(), entries_of, []) == 0
    assert asked == [kind for kind in LISTS.values() if kind is not None]


def test_an_entry_without_its_id_says_so() -> None:
    with pytest.raises(Refused) as refused:
        from_object(
            "note",
            {
                "at": "2026-11-20T08:00:00+01:00",
                "zone": "Europe/Berlin",
                "text": "rain",
                "recorded": "2026-11-20T07:00:00Z",
            },
        )
    assert (refused.value.code, refused.value.values) == ("key-missing", {"key": "id"})
