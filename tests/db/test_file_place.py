"""What lies at a journal's path, without opening it."""

from __future__ import annotations

from pathlib import Path

from journal.db.file_place import FilePlace, State


def test_the_state_of_a_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"1234")
    place = FilePlace(path)
    assert place.state() is State.AS_LEFT
    path.write_bytes(b"12345")
    assert place.state() is State.CHANGED
    place.take()
    path.write_bytes(b"1")
    assert place.state() is State.SHORTER
    assert place.take_if_same() is State.SHORTER
    assert place.state() is State.AS_LEFT
    other = tmp_path / "other"
    other.write_bytes(b"12345")
    other.replace(path)
    assert place.take_if_same() is State.OTHER  # and it is not taken for the journal
    assert place.state() is State.OTHER
    path.unlink()
    assert place.take_if_same() is State.GONE
    assert place.state() is State.GONE
