"""Files and backups that must not be opened, and that the figures would show it if they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.logbook.backups import is_good
from tests.campaign.refused_files import (
    a_backup,
    good_in_spite,
    not_looked_through,
    opened_or_changed,
    versions_not_looked_at,
)
from tests.journals import ENCRYPTED_IS_SLOW, MODES, quick_keys

__all__ = ["quick_keys"]


@pytest.mark.slow
def test_twenty_files_that_are_no_journal_are_refused_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "control").mkdir()
    assert opened_or_changed(tmp_path) == (20, [])
    with versions_not_looked_at():
        assert opened_or_changed(tmp_path / "control")[1] == ["of a newer program", "of a far newer program"]


@pytest.mark.slow
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_bad_backups_are_refused_and_a_good_one_is_not(tmp_path: Path, passphrase: str | None) -> None:
    backup = a_backup(tmp_path, passphrase)
    assert is_good(backup.path, passphrase)
    assert good_in_spite(backup, 12, 1) == (12, [])
    with not_looked_through():
        assert good_in_spite(backup, 12, 1)[1]
