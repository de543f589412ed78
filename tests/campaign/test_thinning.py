"""Years of daily backups are thinned as the rule says; a rule that takes damaged ones for good is noticed."""

from __future__ import annotations

from journal.core.backup_thinning import to_remove
from tests.campaign.thinning import all_good, some_bad


def test_some_years_of_backups() -> None:
    for years in (all_good(400, seed=1), some_bad(400, seed=2)):
        assert years.problems == []
        assert years.left < 60


def test_control_damaged_ones_taken_for_good_cost_a_good_one() -> None:
    lost = some_bad(2000, 2, lambda there, now, ceiling, _: to_remove(there, now, ceiling, lambda _backup: True))
    assert lost.problems
