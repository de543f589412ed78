"""kill -9 while a passphrase is set, changed or removed: the journal opens with exactly one of the two, and whole."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.campaign.rekey_kills import kill_often
from tests.journals import quick_keys

__all__ = ["quick_keys"]


@pytest.mark.slow
def test_it_opens_with_exactly_one_of_the_two(tmp_path: Path) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    killed = kill_often(tmp_path, 60, seed)
    assert killed.problems == ()
    assert killed.as_before + killed.changed == 60


@pytest.mark.slow
def test_control_a_file_that_is_written_over_is_lost(tmp_path: Path) -> None:
    assert kill_often(tmp_path, 60, 1, written_over=True).problems
