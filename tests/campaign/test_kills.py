"""kill -9 at any moment: nothing acknowledged is lost, no change set is half there, and the next start just opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign.kills import a_writer, kill_often
from tests.journals import ENCRYPTED_IS_SLOW, MODES


@pytest.mark.slow
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_a_few_kills_lose_nothing(tmp_path: Path, passphrase: str | None) -> None:
    with a_writer() as writer:
        tally = kill_often(writer, tmp_path, passphrase, 6, seed=1)
    assert tally.problems == []
    assert tally.acknowledged > 20


@pytest.mark.slow
def test_control_what_is_acknowledged_before_it_is_saved_is_lost(tmp_path: Path) -> None:
    with a_writer(too_early=True) as writer:
        assert kill_often(writer, tmp_path, None, 50, seed=1).problems
