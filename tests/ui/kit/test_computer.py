"""This computer's settings in a window, while the command line and another window write the same file."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal import device
from journal.core.refusal import Refused
from journal.ui.kit.computer import Computer
from journal.ui.shell.body import Body


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "device.ini"


def test_a_salt_kept_while_the_window_is_open_stays(file: Path, tmp_path: Path) -> None:
    window, journal = Computer(file), tmp_path / "other.leaf"
    device.change(file, lambda now: device.with_salt(now, journal, "ab12"))
    window.change(country="DE")
    assert window.salt_of(journal) == device.salt_of(device.load(file), journal) == "ab12"
    window.remember(tmp_path / "mine.leaf", "cd34", as_last=True)
    kept = device.load(file)
    assert kept == window.settings
    assert (kept.country, kept.last_journal, len(kept.salts)) == ("DE", str(tmp_path / "mine.leaf"), 2)


@pytest.mark.slow
def test_the_text_size_leaves_another_windows_colours_alone(body: Body, tmp_path: Path) -> None:
    file = tmp_path / "device.ini"
    Computer(file).change(colour_scheme="dark")
    body.set_look(text_size=125)
    kept = device.load(file)
    assert (kept.colour_scheme, kept.text_size) == ("dark", 125)


def test_a_disk_that_refuses_is_told_and_the_window_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    window = Computer(tmp_path / "file" / "device.ini")
    window.change(text_size=150)
    window.change(country="DE")
    assert window.problem is not None
    assert (window.settings.text_size, window.settings.country) == (150, "DE")


def test_salts_of_a_passphrase_that_changes_are_in_the_file_or_that_is_said(tmp_path: Path) -> None:
    file, journal = tmp_path / "device.ini", tmp_path / "journal.leaf"
    window = Computer(file)
    for salts, kept in ((("ab", "cd"), "ab cd"), (("cd",), "cd"), ((), None)):
        window.keep_salts(journal, salts)
        assert window.salt_of(journal) == device.salt_of(device.load(file), journal) == kept
    (tmp_path / "a file").write_bytes(b"")
    with pytest.raises(Refused, match="file-unwritable"):
        Computer(tmp_path / "a file" / "device.ini").keep_salts(journal, ("ab",))


def test_a_computer_gets_its_name_with_the_first_journal_and_keeps_it(file: Path, tmp_path: Path) -> None:
    window = Computer(file)
    window.change(country="DE")
    assert device.load(file).computer == ""
    window.remember(tmp_path / "mine.leaf", None, as_last=True)
    name = device.load(file).computer
    assert len(name) == 16
    window.remember(tmp_path / "other.leaf", "ab12", as_last=False)
    assert device.load(file).computer == window.settings.computer == name
