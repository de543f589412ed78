"""Many commands and starts at the same moment, few of them here: these start programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign.at_once import commands, starts
from tests.journals import PASSPHRASE, JournalAt, new_journal

pytestmark = pytest.mark.slow


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text(PASSPHRASE, encoding="utf-8")
    return path


@pytest.fixture
def journal(tmp_path: Path) -> JournalAt:
    return new_journal(tmp_path / "journal.leaf", PASSPHRASE)


def test_commands_wait_for_each_other(journal: JournalAt, secret: Path) -> None:
    assert commands(journal, secret, 4) == (4, 4)


def test_one_of_many_starts_may_write(journal: JournalAt) -> None:
    assert starts(journal.path, 6) == 1
    assert starts(journal.path, 2, locks=False) == 2
