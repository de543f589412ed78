"""WCAG 2.2 AA, point by point: what each is held by, and two points that nothing else holds."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.shell.body import Body
from tests.ui.fits import too_small

ROOT = Path(__file__).parent.parent.parent
POINTS: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "tests/ui/wcag_2_2_aa.toml").read_text(encoding="utf-8"))
# Levels A and AA of https://www.w3.org/TR/WCAG22/, without 4.1.1, which is gone.
_CRITERIA = """
1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12
1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4
2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3
"""
CRITERIA = re.findall(r"\S+", _CRITERIA)


def test_every_point_has_its_tests_or_says_why_not() -> None:
    assert [*POINTS] == CRITERIA and len(CRITERIA) == 55
    assert [point for point, held in POINTS.items() if bool(held.get("tests")) == bool(held.get("no"))] == []


@pytest.mark.parametrize("point", [point for point, held in POINTS.items() if "tests" in held])
def test_the_tests_that_are_named_are_there(point: str) -> None:
    for name in POINTS[point]["tests"]:
        file, _, function = name.partition("::")
        assert re.search(rf"^def {function}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE), name


def test_no_shortcut_is_a_letter_alone(body: Body) -> None:
    keys = [each for action in body.main.findChildren(QAction) for each in action.shortcuts()]
    keys += [each for shortcut in body.main.findChildren(QShortcut) for each in shortcut.keys()]  # noqa: SIM118
    named = {each.toString(QKeySequence.SequenceFormat.PortableText) for each in keys}
    assert named and [each for each in named if not re.match(r"(Ctrl|Alt|Shift)\+|F\d+$", each)] == []


def test_a_small_target_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    small = QPushButton(root)
    small.resize(20, 40)
    root.show()
    assert too_small(root) == [": 20 x 40"]
