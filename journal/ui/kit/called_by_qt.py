"""What Qt calls in Python tells of its own bugs: an exception never goes back into Qt."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QSize

P = ParamSpec("P")
R = TypeVar("R")

# What Qt is given instead of the result that a bug prevented, by the name of its type.
_INSTEAD: dict[str, Callable[[], object]] = {
    "None": lambda: None,
    "Any": lambda: None,
    "object": lambda: None,
    "QLayoutItem | None": lambda: None,
    "bool": bool,
    "int": int,
    "str": str,
    "QSize": QSize,
    "Qt.ItemFlag": lambda: _nothing_of("ItemFlag"),
    "Qt.Orientation": lambda: _nothing_of("Orientation"),
}


def called_by_qt(method: Callable[P, R]) -> Callable[P, R]:
    """For every method of Qt's that a class of ours replaces, and for what is done later: a bug is told at once.

    Otherwise PySide6 keeps the exception while the call of Qt that is under way goes on. Some exceptions are then never
    told; and each method of ours that Qt looks up meanwhile is taken for missing and loses a reference (6.10 and 6.11
    do so), until Python frees it and the program ends at its next call. What is connected to a signal is told at once.
    """
    instead = _INSTEAD[str(method.__annotations__["return"])]

    @wraps(method)
    def telling_of_bugs(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(*args, **kwargs)
        except BaseException as bug:  # noqa: BLE001 - told by the crash dialog; Ctrl+C must not reach Qt either
            _tell(bug)
            return instead()  # type: ignore[return-value]

    return telling_of_bugs


def _nothing_of(flags: str) -> object:
    from PySide6.QtCore import Qt  # not before the first paint: it is large

    return {"ItemFlag": Qt.ItemFlag, "Orientation": Qt.Orientation}[flags](0)


def _tell(bug: BaseException) -> None:
    try:
        sys.excepthook(type(bug), bug, bug.__traceback__)
    except Exception as another:  # noqa: BLE001 - a bug in the crash dialog is printed, as by Python
        sys.__excepthook__(type(another), another, another.__traceback__)
