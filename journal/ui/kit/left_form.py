"""A form that was cancelled with something typed in it, which can be brought back for a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget


class LeftForm(NamedTuple):
    """``place`` is the part of a screen where it was; ``bring_back`` opens it there, and tells whether it did."""

    place: QWidget
    bring_back: Callable[[], bool]
