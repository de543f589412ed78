"""Matplotlib writes no manual of its classes while the program imports it, and its classes can be set all the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

_SAY = "from matplotlib.lines import Line2D; print(Line2D.set.__doc__, hasattr(Line2D.set, '__signature__'))"


def said_after(module: str) -> str:
    command = [sys.executable, "-c", f"import {module}\n{_SAY}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize("module", ["journal.charts.picture", "journal.reports.pdf", "journal.charts.without_manual"])
def test_no_class_has_a_manual(module: str) -> None:
    assert said_after(module) == "None False"


@pytest.mark.slow
def test_matplotlib_itself_writes_one_under_the_name_that_is_replaced() -> None:
    """If it does no more, the module has nothing to do."""
    assert said_after("matplotlib.figure") != "None False"
    say = "from matplotlib.artist import Artist; print(hasattr(Artist, '_update_set_signature_and_docstring'))"
    done = subprocess.run([sys.executable, "-c", say], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


@pytest.mark.slow
def test_what_is_set_by_name_is_set() -> None:
    code = (
        "import journal.charts.picture\n"
        "from matplotlib.lines import Line2D\n"
        "line = Line2D([0], [0]); line.set(linewidth=3, color='red'); print(line.get_linewidth(), line.get_color())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "3.0 red"
