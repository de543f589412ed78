"""The fonts that tests of the window choose themselves, so that none depends on those of the machine."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

# Both come with Matplotlib. The first is among the widest that desktops have; the second needs four fifths of its
# width, and lines a third higher.
FILES = {"wide": ("DejaVuSans", "DejaVuSans-Bold"), "narrow": ("STIXGeneral", "STIXGeneralBol")}

# For tests of layout: once with each font.
both_fonts = pytest.mark.parametrize("font", FILES, indirect=True)


def choose(app: QApplication, name: str) -> None:
    """Have the whole program written in this font; it is what the theme takes its own fonts from."""
    family = _family(name)
    if app.font().families() != [family]:
        font = QFont(app.font())
        font.setFamilies([family])
        app.setFont(font)


def _family(name: str) -> str:
    if name not in _families:
        loaded = [QFontDatabase.addApplicationFont(str(_folder() / f"{file}.ttf")) for file in FILES[name]]
        found = {family for number in loaded for family in QFontDatabase.applicationFontFamilies(number)}
        assert len(found) == 1, f"{FILES[name]}: {found}"
        _families[name] = found.pop()
    return _families[name]


_families: dict[str, str] = {}


def _folder() -> Path:
    found = find_spec("matplotlib")  # without importing it, which takes half a second
    assert found is not None and found.origin is not None
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
