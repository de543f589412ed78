"""The command of the campaign: it says each point with its figure, and fails where one is not met."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.campaign import run
from tests.campaign.points import LONG, QUICK, Measured, Result


def made(*met: bool) -> Iterator[Result]:
    for number, each in enumerate(met, 1):
        yield Result(number, "planted", each)


@pytest.mark.parametrize(("met", "code", "last"), [((True, True), 0, "all met"), ((True, False), 1, "1 not met")])
def test_it_fails_where_a_point_is_not_met(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], met: tuple[bool, ...], code: int, last: str
) -> None:
    asked: list[int] = []

    def point(flips: int) -> Iterator[Result]:
        asked.append(flips)
        return made(*met)

    monkeypatch.setattr(run, "POINTS", (Measured((1,), "planted", point),))
    assert run.main(["1"]) == code
    assert run.main(["1", "--long"]) == code
    assert asked == [QUICK, LONG]
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == last
    assert [line[:4].strip() for line in lines[:2]] == ["ok" if each else "FAIL" for each in met]


def test_what_cannot_be_run_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["50"]) == 0
    assert capsys.readouterr().out.splitlines() == ["not run 50: takes eight hours", "all met"]


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_says_what_there_is_and_runs_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    monkeypatch.setattr(run, "_results", lambda *_, **__: pytest.fail("it measured"))
    assert run.main([asked, "13"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "python3 -m tests campaign [--long] [number ...]"
    listed = [int(line[:3]) for line in lines if line[:3].strip().isdecimal()]
    assert set(listed) == set(range(1, 51))
    assert " 13  flipped bits" in lines


def test_it_knows_no_other_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--short"]) == 2
    assert "--short" in capsys.readouterr().out
