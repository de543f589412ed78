"""guidance --due says in whole sentences what is due."""

from __future__ import annotations

import pytest

from journal import cli
from tests.journals import FixedClock


def test_what_is_due_is_said_in_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["guidance", "--due"], clock=FixedClock()) == 0
    assert capsys.readouterr().out == "Every page is within its review date.\n"
    assert cli.main(["guidance", "--due"], clock=FixedClock(ms=4_000_000_000_000)) == 1
    said = capsys.readouterr().out.splitlines()
    assert said
    for line in said:
        assert line.startswith("“") and "was to be held against its sources again by " in line and line.endswith(".")
