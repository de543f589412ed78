"""A backup is known by its name, whatever the journal is called."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.db.backup_names import backup_name, is_backup, parts_of

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
