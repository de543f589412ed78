"""What is written into an encrypted journal is found in no file, also after the window was killed."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.campaign.canaries import written_and_killed
from tests.journals import PASSPHRASE


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGABRT], ids=["killed", "aborted"])
def test_nothing_of_an_encrypted_journal_is_readable(tmp_path: Path, how: signal.Signals) -> None:
    searched = written_and_killed(tmp_path, PASSPHRASE, how)
    assert searched.hits == ()
    assert searched.files >= 3  # the journal and two backups


@pytest.mark.slow
def test_control_a_plain_journal_is_found(tmp_path: Path) -> None:
    assert "journal.leaf" in written_and_killed(tmp_path, None, signal.SIGKILL).hits
