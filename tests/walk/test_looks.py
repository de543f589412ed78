"""Dark colours and letters of twice the size, chosen with the keyboard and seen in the pixels of the screen."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.walk.manual import Follower
from tests.walk.screen import until

_OUTSIDE = "#000000"
_MENU = range(12, 60)  # px across: the first letters of the menu bar's first word
_EVERY = 4


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "xdotool")
def test_dark_and_twice_as_large(walk: Follower) -> None:
    before = _picture(walk)
    assert _ground(before).lightness() > 200
    walk.keys("ctrl+comma")
    walk.arrives("Section: ")
    walk.choose("Section: Symptoms", "Section: Appearance, paper")
    walk.choose("Colours: As the system", "Colours: Dark")
    until(lambda: _ground(_picture(walk)).lightness() < 60 or None, "the screen did not become dark")
    walk.choose("Text size: 100 %", "Text size: 200 %")
    until(lambda: _letters(_picture(walk)) >= 1.7 * _letters(before) or None, "the letters did not grow")
    walk.restart()
    again = _picture(walk)
    assert _ground(again).lightness() < 60
    assert _letters(again) >= 1.7 * _letters(before)


def _picture(walk: Follower) -> QImage:
    path: Path = walk.folder / "screen.png"
    walk.here.picture(path)
    return QImage(str(path))


def _ground(picture: QImage) -> QColor:
    """The colour of most of the window."""
    across, down = range(0, picture.width(), _EVERY), range(0, picture.height(), _EVERY)
    found = Counter(picture.pixelColor(x, y).name() for y in down for x in across)
    del found[_OUTSIDE]
    return QColor(found.most_common(1)[0][0])


def _letters(picture: QImage) -> int:
    """How many rows of pixels the first line of letters takes."""
    rows = [_has_letters(picture, y) for y in range(picture.height())]
    return next(len(list(run)) for has, run in groupby(rows) if has)


def _has_letters(picture: QImage, y: int) -> bool:
    ground = picture.pixelColor(_MENU[0] - 8, y)
    if ground.name() == _OUTSIDE:
        return False
    return any(abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 80 for x in _MENU)
