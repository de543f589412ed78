"""Pages overwritten and beginnings destroyed, and that the figures would show a worse rescue."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign.rescues import (
    a_long_journal,
    bad_pages,
    destroyed_beginnings,
    first_page_alone_tells,
    lost_first_pages,
    told_too_little,
    without_halving,
)
from tests.journals import ENCRYPTED_IS_SLOW, MODES


@pytest.mark.slow
@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_nearly_all_comes_back_and_without_halving_far_less(tmp_path: Path, passphrase: str | None) -> None:
    journal = a_long_journal(tmp_path, passphrase, 80)
    came = bad_pages(journal, 1, 2)
    assert came.bad >= 2
    assert came.share > 0.95
    assert came.wrong == 0
    assert came.told_otherwise == 0
    with without_halving():
        assert bad_pages(journal, 1, 2).share < came.share
    with told_too_little():
        assert bad_pages(journal, 1, 2).told_otherwise


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
@pytest.mark.parametrize("times", [2])
def test_a_destroyed_beginning_is_mended(tmp_path: Path, passphrase: str | None, times: int) -> None:
    assert destroyed_beginnings(a_long_journal(tmp_path, passphrase, 2), times) == times


@pytest.mark.parametrize("passphrase", ENCRYPTED_IS_SLOW, ids=MODES)
def test_a_lost_first_page_costs_nothing_and_read_by_itself_everything(tmp_path: Path, passphrase: str | None) -> None:
    journal = a_long_journal(tmp_path, passphrase, 2)
    assert lost_first_pages(journal, 2) == 2
    with first_page_alone_tells():
        assert lost_first_pages(journal, 1) == 0
