"""A backup is known by its name, whatever the journal is called."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.core.refusal import Refused
from journal.db.backup_names import backup_name, is_backup, parts_of, where_backups_lie
from journal.texts import english
from journal.texts.refusals import explain

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


@given(
    stem=st.text(min_size=1, max_size=20).filter(lambda text: "\n" not in text),
    reason=st.sampled_from(("backup", "auto", "before-update", "moving", "replaced")),
    number=st.integers(1, 999),
)
def test_a_name_says_what_it_was_made_of(stem: str, reason: str, number: int) -> None:
    assert parts_of(backup_name(stem, NOON, reason, number)) == (stem, NOON, reason)


@pytest.mark.parametrize(
    "name",
    [
        "journal.leaf",
        "journal-2026-11-22.leaf",
        "journal-2026-13-22-120000-backup.leaf",
        "journal-2026-11-22-120000-backup.part",
        "journal-2026-11-22-120000-.leaf",
        "2026-11-22-120000-backup.leaf",
    ],
)
def test_other_files_are_none(name: str) -> None:
    assert not is_backup(Path(name))


@pytest.mark.parametrize(
    ("names", "copies"),
    [
        (None, "none"),
        ([], "none"),
        (["another-2026-11-22-120000-backup.leaf", "journal.leaf", "journal-2026.leaf"], "none"),
        (["journal-2026-11-22-120000-backup.leaf"], "some"),
    ],
)
def test_a_refusal_tells_whether_there_are_backups_of_it(tmp_path: Path, names: list[str] | None, copies: str) -> None:
    folder = tmp_path / "backups"
    if names is not None:
        folder.mkdir()
        for name in names:
            (folder / name).touch()
    assert where_backups_lie(tmp_path / "journal.leaf") == {"backups": folder, "copies": copies}


def test_a_file_in_the_place_of_the_folder_holds_none(tmp_path: Path) -> None:
    (tmp_path / "backups").touch()
    assert where_backups_lie(tmp_path / "journal.leaf")["copies"] == "none"


def test_of_a_folder_that_cannot_be_read_nothing_is_claimed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse)
    said = where_backups_lie(tmp_path / "journal.leaf")
    assert said["copies"] == "not-read"
    refused = Refused("journal-damaged", path=tmp_path / "journal.leaf", **said)
    folder = tmp_path / "backups"
    assert explain(english(), refused).endswith(f"lie in {folder}. What is in that folder cannot be read.")
