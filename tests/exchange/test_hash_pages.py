"""Hashes in a temporary file: what a set does, however many there are and whichever bits they share."""

from __future__ import annotations

import gc
import tempfile
import tracemalloc
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from journal.errors import UserError
from journal.exchange import id_set
from journal.exchange.hash_pages import HashPages


def _any(n: int) -> int:
    return hash(f"number {n}") or 1


def _with_the_same_last_bits(n: int) -> int:
    return ((n - 3000) << 10) + 7


@pytest.mark.parametrize("number", [_any, _with_the_same_last_bits])
def test_thousands_are_found_again_over_many_pages(number: Callable[[int], int]) -> None:
    pages = HashPages()
    assert all(pages.add(number(n)) for n in range(6000))
    assert all(number(n) in pages for n in range(6000))
    assert not any(pages.add(number(n)) for n in range(0, 6000, 5))
    assert not any(number(n) in pages for n in range(6000, 9000))


def test_the_end_of_one_and_the_begin_of_the_next_are_no_number() -> None:
    pages = HashPages()
    pages.add(int.from_bytes(bytes(range(1, 9)), "little"))
    pages.add(int.from_bytes(bytes(range(9, 17)), "little"))
    between = int.from_bytes(bytes(range(4, 12)), "little")
    assert between not in pages
    assert pages.add(between)
    assert between in pages


def test_a_set_of_very_many_is_the_same_in_a_file_and_takes_no_more_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(id_set, "_IN_MEMORY", 1 << 12)
    tracemalloc.start()
    ids = id_set.IdSet()
    assert all(ids.add(str(n)) for n in range(15_000))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(ids) == 15_000
    assert held < 20_000
    assert all(str(n) in ids for n in range(0, 15_000, 7))
    assert not any(str(-n) in ids for n in range(1, 3000))
    assert not any(ids.add(str(n)) for n in range(0, 15_000, 11))


def test_its_file_has_no_name_and_goes_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pages = HashPages()
    pages.add(5)
    del pages
    gc.collect()
    assert not list(tmp_path.iterdir())


class _FullDisk(BytesIO):
    def write(self, written: object) -> int:
        return 3


def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_how: _FullDisk())
    with pytest.raises(UserError) as refused:
        HashPages().add(5)
    assert refused.value.code == "temporary-unwritable"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(UserError) as refused:
        HashPages()
    assert refused.value.code == "temporary-unwritable"
