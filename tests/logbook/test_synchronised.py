"""Folders that other programs keep in step are recognised by their names, or by what lies in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.logbook.synchronised import synchronised_by


@pytest.mark.parametrize(
    ("folders", "program"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Work)/health", "Dropbox"),
        ("OneDrive - A firm/Documents", "OneDrive"),
        ("Google Drive/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Nextcloud/leaf", "Nextcloud"),
        ("Documents/leaf", ""),
        ("dropboxes", ""),
    ],
)
def test_by_its_name(tmp_path: Path, folders: str, program: str) -> None:
    assert synchronised_by(tmp_path / folders / "journal.leaf") == program


@pytest.mark.parametrize(
    ("mark", "program"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox"), ("notes", "")]
)
def test_by_what_lies_in_it(tmp_path: Path, mark: str, program: str) -> None:
    (tmp_path / mark).mkdir()
    assert synchronised_by(tmp_path / "below" / "further" / "journal.leaf") == program


def test_what_a_program_keeps_in_the_home_folder_says_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".dropbox").mkdir()
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert synchronised_by(tmp_path / "Documents" / "journal.leaf") == ""
