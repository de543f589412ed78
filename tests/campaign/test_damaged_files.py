"""Damaged files of every reader, and that the figures would show it if one were imported in part."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign.damaged_files import an_entry_lost, damaged
from tests.journals import quick_keys

__all__ = ["quick_keys"]


@pytest.mark.slow
def test_damaged_files_are_refused_or_imported_whole(tmp_path: Path) -> None:
    tally = damaged(tmp_path, 60, 1)
    assert (tally.files, tally.crashes, tally.parts, dict(tally.without_place)) == (60, [], [], {})


@pytest.mark.slow
def test_a_lost_entry_is_seen(tmp_path: Path) -> None:
    with an_entry_lost():
        assert damaged(tmp_path, 60, 1).parts
