"""A form that was cancelled with something typed in it, which can be brought back for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class LeftForm:
    """``place`` is the part of a screen where it was; ``bring_back`` opens it there, and tells whether it did."""

    place: QWidget
    bring_back: Callable[[], bool]
