"""Inside the program, for the walks: writes down what is on the screen whenever a file asks for it.

It reads what a screen reader is told of the widgets that can be seen, and of a table the cells that can be seen. It
presses nothing and changes nothing.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QWidget
from shiboken6 import getCppPointer

ASKED_EVERY_S = 0.01


class ScreenReader(QObject):
    """Answers into the folder: ``asked`` holds a number, ``<number>.json`` what was seen."""

    _asked = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._asked.connect(self._answer)  # sent by the thread, heard by the window's own
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        heard, asked = "", self._folder / "asked"
        while True:
            number = asked.read_text(encoding="ascii") if asked.exists() else ""
            if number != heard:
                heard = number
                self._asked.emit(number)
            time.sleep(ASKED_EVERY_S)

    def _answer(self, number: str) -> None:
        made = self._folder / f"{number}.new"
        made.write_text(json.dumps(list(_seen()), ensure_ascii=False), encoding="utf-8")
        made.replace(self._folder / f"{number}.json")


def _seen() -> Iterator[dict[str, Any]]:
    """Every widget of which something can be seen; those of the window in front first."""
    # An open menu has the keys, and the widget below it the focus.
    focused = None if isinstance(QApplication.activePopupWidget(), QMenu) else QApplication.focusWidget()
    front = QApplication.activeModalWidget() or QApplication.activeWindow()
    windows = sorted(QApplication.topLevelWidgets(), key=lambda each: each is not front)
    for window in windows:
        if window.isVisible():
            for widget in (window, *window.findChildren(QWidget)):
                if widget.window() is window and widget.isVisible() and not widget.visibleRegion().isEmpty():
                    yield _told(widget, widget is focused)


def _told(widget: QWidget, focused: bool) -> dict[str, Any]:
    spoken = QAccessible.queryAccessibleInterface(widget)
    kinds = [QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description]
    name, value, description = (spoken.text(kind) if spoken else "" for kind in kinds)
    if isinstance(widget, QMenu):
        chosen, focused = widget.activeAction(), widget is QApplication.activePopupWidget()
        name = _without_mnemonic(chosen.text()) if chosen else name
    return {
        "widget": getCppPointer(widget)[0], "kind": type(widget).__name__, "name": name, "value": value,
        "description": description, "enabled": widget.isEnabled(), "focused": focused,
        "window": widget.window().windowTitle(),
        "cells": list(_cells(widget)) if isinstance(widget, QTableView) else [],
    }  # fmt: skip


def _without_mnemonic(text: str) -> str:
    """ "&Save && quit" as "Save & quit"."""
    return re.sub(r"&(.)", r"\1", text)


def _cells(table: QTableView) -> Iterator[list[str]]:
    """The rows that can be seen, as their cells are shown."""
    model, width = table.model(), table.horizontalHeader().count()
    for row in range(table.verticalHeader().count()):
        if 0 <= table.rowViewportPosition(row) < table.viewport().height():
            yield [str(model.index(row, column).data() or "") for column in range(width)]
