"""Calls that fail: a save that the disk refuses says so and changes nothing, and the next one works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign.failing_disk import built, write_on
from tests.journals import ENCRYPTED_IS_SLOW, MODES


@pytest.mark.slow
@pytest.mark.needs("gcc")
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_a_failing_disk_loses_nothing(tmp_path: Path, passphrase: str | None) -> None:
    failed = write_on(built(tmp_path), tmp_path, passphrase, 40, seed=3)
    assert failed.problems == []
    assert failed.answers["disk-error"] + failed.answers["disk-full"] > 5


@pytest.mark.slow
@pytest.mark.needs("gcc")
def test_control_a_failure_that_is_swallowed_is_noticed(tmp_path: Path) -> None:
    assert write_on(built(tmp_path), tmp_path, None, 40, seed=3, swallowed=True).problems
