"""How wide a row of pills is when all of them stand side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from journal.ui.kit.chip_row import ChipRow

_BETWEEN = 6


def line_of(chips: ChipRow) -> int:
    """The width for one line, in pixels; a row that is given less wraps."""
    pills = [pill for pill in chips.findChildren(QPushButton) if not pill.isHidden()]
    return sum(pill.sizeHint().width() for pill in pills) + _BETWEEN * (len(pills) - 1)
