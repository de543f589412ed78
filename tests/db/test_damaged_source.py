"""The copy of a damaged journal is as long as it, whatever the disk gives of it."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pytest

from journal.db import damaged_source

_PAGE = 4096


def test_what_the_disk_does_not_give_is_read_as_zeros(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = bytes(range(256)) * 16 * 3
    original, copy = tmp_path / "original", tmp_path / "copy"
    original.write_bytes(whole)
    given = damaged_source._given

    def failing(source: BinaryIO, start: int, length: int) -> bytes:
        if start < 2 * _PAGE <= start + length - 1:
            raise OSError("the disk gives no second page")
        if start == 2 * _PAGE:
            raise OSError("the disk gives no second page")
        return given(source, start, length)

    monkeypatch.setattr(damaged_source, "_given", failing)
    damaged_source.copy_bytes(original, copy)
    assert copy.read_bytes() == whole[: 2 * _PAGE] + bytes(_PAGE)
