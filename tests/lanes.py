"""Which suite a case of a large set is run with: the quick one, the slow one, or the campaign before a release."""

from collections import Counter

import pytest

COUNTED = pytest.StashKey[Counter[str]]()  # how many cases of each test that is marked so


def put_in_its_lane(item: pytest.Item) -> None:
    """As ``quick_every`` and ``slow_every`` say; each counts from the first of its cases, which stays where it was."""
    if (every := _every(item, "quick_every")) and _number(item, "quick") % every:
        item.add_marker(pytest.mark.slow)
    if (every := _every(item, "slow_every")) and _is_slow(item) and _number(item, "slow") % every:
        item.add_marker(pytest.mark.campaign)


def _every(item: pytest.Item, marker: str) -> int:
    mark = item.get_closest_marker(marker)
    return int(mark.args[0]) if mark else 0


def _is_slow(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is not None and item.get_closest_marker("campaign") is None


def _number(item: pytest.Item, lane: str) -> int:
    """How many cases of the same test were counted before."""
    counted, name = item.config.stash.setdefault(COUNTED, Counter()), f"{lane} {item.nodeid.partition('[')[0]}"
    counted[name] += 1
    return counted[name] - 1
