"""For tests of pages that come by themselves: a page counts once a person can see it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def once_shown(qtbot: QtBot, within: QWidget, kind: type[W]) -> W:
    """The newest visible widget of this kind, waited for.

    A layout shows what was put into it one turn of the event loop later: a widget that is found may not be seen yet.
    """
    qtbot.waitUntil(lambda: bool(_visible(within, kind)), timeout=20_000)
    return _visible(within, kind)[-1]


def _visible(within: QWidget, kind: type[W]) -> list[W]:
    return [each for each in within.findChildren(kind) if each.isVisible()]
