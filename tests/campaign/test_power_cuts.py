"""Power cuts at any moment: whatever the disk made of unsynced writes, all that was acknowledged is there, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign.power_cuts import Cuts
from tests.journals import ENCRYPTED_IS_SLOW, MODES


@pytest.mark.slow
@pytest.mark.needs("strace")
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_a_few_power_cuts_lose_nothing(tmp_path: Path, passphrase: str | None) -> None:
    found = Cuts(tmp_path, passphrase, 12).run(120)
    assert set(found) == {"kept"}
    # The first moments, before anything was acknowledged, do not count.
    assert found["kept"] > 0.9 * 120


@pytest.mark.slow
@pytest.mark.needs("strace")
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_control_a_weaker_durability_is_caught(tmp_path: Path, passphrase: str | None) -> None:
    found = Cuts(tmp_path, passphrase, 12, weaker=True).run(60)
    print(dict(found))
    assert found["lost"] >= 0.25 * sum(found.values())
