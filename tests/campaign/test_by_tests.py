"""Every numbered point is run, or says why it is not; the tests that a point names are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaign import by_tests
from tests.campaign.by_tests import BY_TESTS, NOT_RUN, Point, outcome
from tests.campaign.points import NUMBERS

ROOT = Path(by_tests.__file__).parent.parent.parent


def test_no_point_is_missing_or_told_twice() -> None:
    told = [*NUMBERS, *(point.number for point in BY_TESTS), *NOT_RUN]
    assert sorted(told) == list(range(1, 51))


@pytest.mark.parametrize("point", BY_TESTS, ids=lambda point: point.number)
def test_its_tests_are_there(point: Point) -> None:
    assert [name for name in point.where if not (ROOT / name).exists()] == []


@pytest.mark.slow
def test_what_does_not_pass_is_told(tmp_path: Path) -> None:
    (tmp_path / "test_control.py").write_text("def test_well(): pass\ndef test_bad(): assert 0\n", encoding="utf-8")
    found = outcome(Point(1, "control", (str(tmp_path / "test_control.py"),)), whole=False)
    assert (found.passed, found.failed) == (1, 1)
    assert outcome(Point(1, "control", (str(tmp_path / "none.py"),)), whole=False).failed
