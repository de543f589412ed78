"""Which suite a test is run with: the quick one, the slow one, or the campaign before a release."""

from collections import Counter

import pytest

# Of the tests of a module that show a journal, and of those in these folders, the quick suite has every so-many-th:
# a window takes a third of a second, pages and a command that opens a journal a tenth and more.
WINDOWS_EVERY = 8
FOLDERS_EVERY = {"tests/ui/": 3, "tests/reports/": 4, "tests/commands/": 4, "tests/db/": 2, "tests/exchange/": 2}
ASKED_FOR_ALL = "asked_for_all"
COUNTED = pytest.StashKey[Counter[str]]()  # how many cases of each test that is marked so


def put_in_its_lane(item: pytest.Item) -> None:
    """As ``quick_every`` and ``slow_every`` say; each counts from the first of its cases, which stays where it was.

    Last, and so never into the campaign, what takes long is thinned by module for who runs everything quick.
    """
    if (every := _every(item, "quick_every")) and _number(item, "quick") % every:
        item.add_marker(pytest.mark.slow)
    if (every := _every(item, "slow_every")) and _is_slow(item) and _number(item, "slow") % every:
        item.add_marker(pytest.mark.campaign)
    if (every := _every_of_module(item)) and _number_in_module(item) % every:
        item.add_marker(pytest.mark.slow)


def asked_for_all(config: pytest.Config) -> bool:
    """Whether no files and no names of tests were given: what is asked for by itself is not thinned by module."""
    if hasattr(config, "workerinput"):
        return bool(config.workerinput[ASKED_FOR_ALL])
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not config.option.keyword


def _every_of_module(item: pytest.Item) -> int:
    if not _is_quick(item) or not asked_for_all(item.config):
        return 0
    if _shows_a_journal(item):
        return WINDOWS_EVERY
    return next((every for folder, every in FOLDERS_EVERY.items() if item.nodeid.startswith(folder)), 0)


def _shows_a_journal(item: pytest.Item) -> bool:
    """By its fixtures: the whole window, or a screen of it on a journal."""
    names = getattr(item, "fixturenames", ())
    return "open_window" in names or ("plain_book" in names and "qtbot" in names)


def _number_in_module(item: pytest.Item) -> int:
    """How many such tests of the same module were counted before."""
    return _count(item, f"module {item.nodeid.partition('::')[0]}")


def _every(item: pytest.Item, marker: str) -> int:
    mark = item.get_closest_marker(marker)
    return int(mark.args[0]) if mark else 0


def _is_quick(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is None and item.get_closest_marker("campaign") is None


def _is_slow(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is not None and item.get_closest_marker("campaign") is None


def _number(item: pytest.Item, lane: str) -> int:
    """How many cases of the same test were counted before."""
    return _count(item, f"{lane} {item.nodeid.partition('[')[0]}")


def _count(item: pytest.Item, name: str) -> int:
    counted = item.config.stash.setdefault(COUNTED, Counter())
    counted[name] += 1
    return counted[name] - 1
