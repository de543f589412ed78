"""Lists and menus that are open above the window: they go before what must not lie below them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def close_popups() -> None:
    """Each, the last that was opened first."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        continue
