"""The device file: what it holds comes back, and what cannot be read is the default."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.device import Device, load, save, with_salt


def test_everything_comes_back(tmp_path: Path) -> None:
    settings = Device("dark", 175, "on", "00ff", "en", "DE", "/some/where & 100 %.leaf")
    settings = with_salt(settings, tmp_path / "journal.leaf", "ab12")
    save(settings, tmp_path / "device.ini")
    assert load(tmp_path / "device.ini") == settings
    assert (tmp_path / "device.ini").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", ["", "no section", "[device]\ntext_size = 90000\n", "[device]\nnew = 1\n"])
def test_what_cannot_be_read_is_the_default(tmp_path: Path, content: str) -> None:
    (tmp_path / "device.ini").write_text(content, encoding="utf-8")
    assert load(tmp_path / "device.ini") == Device(text_size=200 if "90000" in content else 100)
