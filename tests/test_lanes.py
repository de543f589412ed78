"""Every case of a thinned set is run with one of the suites, and the first of it with the quickest."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from journal.bootstrap import ROOT
from journal.logbook import Logbook
from tests import lanes as thinned
from tests.lanes import ASKED_FOR_ALL, WINDOWS_EVERY, asked_for_all, put_in_its_lane


@pytest.mark.quick_every(6)
@pytest.mark.slow_every(5)
@pytest.mark.parametrize("number", range(24))
def a_thinned_set(number: int) -> None:
    """Collected below."""


@pytest.mark.slow
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("number", range(6))
def a_slow_set(number: int) -> None:
    """Collected below."""


@pytest.mark.slow_every(3)
@pytest.mark.parametrize(
    "number", [0, pytest.param(1, marks=pytest.mark.slow), pytest.param(2, marks=pytest.mark.campaign), 3]
)
def a_set_with_its_own_marks(number: int) -> None:
    """Collected below."""


@pytest.mark.slow_every(2)
@pytest.mark.parametrize("number", range(WINDOWS_EVERY + 3))
def a_set_in_the_window(number: int, plain_book: Logbook, qtbot: object) -> None:
    """Collected below."""


def a_test_without_a_journal(qtbot: object) -> None:
    """Collected below."""


def lanes(request: pytest.FixtureRequest, name: str) -> str:
    """A letter for each case of a test that is not collected otherwise: quick, slow, campaign."""
    module = request.node.getparent(pytest.Module)
    found = list(module._genfunctions(name, globals()[name]))
    for item in found:
        put_in_its_lane(item)
    return "".join(_lane(item) for item in found)


def _lane(item: pytest.Item) -> str:
    return "c" if item.get_closest_marker("campaign") else "s" if item.get_closest_marker("slow") else "q"


def test_every_so_many_th_is_quick_and_of_the_others_every_so_many_th_is_slow(request: pytest.FixtureRequest) -> None:
    assert lanes(request, "a_thinned_set") == "qsccccqsccccqsccccqscccc"
    assert Counter("qsccccqsccccqsccccqscccc") == {"q": 4, "s": 4, "c": 16}


def test_of_a_set_that_is_slow_altogether_the_first_stays(request: pytest.FixtureRequest) -> None:
    assert lanes(request, "a_slow_set") == "sccscc"


def test_what_is_quick_or_a_campaign_by_itself_stays_so(request: pytest.FixtureRequest) -> None:
    assert lanes(request, "a_set_with_its_own_marks") == "qscq"


def test_what_shows_a_journal_is_thinned_by_module_for_who_runs_everything_quick(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thinned, "asked_for_all", lambda _config: True)
    assert lanes(request, "a_set_in_the_window") == f"q{'s' * (WINDOWS_EVERY - 1)}qss"
    assert lanes(request, "a_test_without_a_journal") == "q"


def test_the_folders_that_are_thinned_are_there() -> None:
    assert [folder for folder in thinned.FOLDERS_EVERY if not Path(ROOT, folder).is_dir()] == []


def test_what_is_asked_for_by_itself_is_run_whole(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thinned, "asked_for_all", lambda _config: False)
    assert lanes(request, "a_set_in_the_window") == "q" * (WINDOWS_EVERY + 3)


def test_everything_is_asked_for_where_neither_files_nor_names_are_given() -> None:
    everything, files = pytest.Config.ArgsSource.TESTPATHS, pytest.Config.ArgsSource.ARGS
    assert asked_for_all(_config(args_source=everything, option=SimpleNamespace(keyword="")))
    assert not asked_for_all(_config(args_source=everything, option=SimpleNamespace(keyword="words")))
    assert not asked_for_all(_config(args_source=files, option=SimpleNamespace(keyword="")))
    assert asked_for_all(_config(workerinput={ASKED_FOR_ALL: True}))
    assert not asked_for_all(_config(workerinput={ASKED_FOR_ALL: False}))


def _config(**known: object) -> pytest.Config:
    return cast(pytest.Config, SimpleNamespace(**known))
