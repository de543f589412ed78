"""Where every piece of text stands on a page, read back from the drawing operators of the finished PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

ASCENT, DESCENT = 0.73, 0.2  # of the size: capitals and digits, and what hangs below the line
TOUCHING = 0.3  # points; letters lean over the edges of their boxes by so much

Matrix = tuple[float, float, float, float, float, float]
_START: Matrix = (1, 0, 0, 1, 0, 0)


class TextBox(NamedTuple):
    """One piece of text in points from the lower left corner of the page, without the spaces around it."""

    words: str
    size: float
    left: float
    bottom: float
    right: float
    top: float

    def over(self, other: TextBox) -> bool:
        """Whether the two share more room than letters beside each other do."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > TOUCHING and down > TOUCHING


def text_boxes(pdf: bytes, page: int = 0) -> list[TextBox]:
    """Every piece of text of a page; pieces that are only spaces are left out."""
    return list(_Reader(PdfReader(io.BytesIO(pdf)).pages[page]).boxes())


def overlaps(boxes: Sequence[TextBox]) -> list[tuple[str, str]]:
    """The pieces that lie over each other."""
    return [(one.words, other.words) for one, other in combinations(boxes, 2) if one.over(other)]


class _Font:
    def __init__(self, font: Any) -> None:
        self._widths = [float(each) for each in font["/Widths"]]
        found = re.findall(rb"<(\w+)> <(\w+)>", font["/ToUnicode"].get_data())
        self._letters = {int(code, 16): chr(int(letter, 16)) for code, letter in found}

    def read(self, code: int) -> tuple[str, float]:
        """A letter, and how wide it is at size 1."""
        return self._letters[code], self._widths[code] / 1000


class _Reader:
    """Follows the few operators that ReportLab writes text with; one that it does not know of is an error."""

    def __init__(self, page: PageObject) -> None:
        self._operations = ContentStream(page.get_contents(), page.pdf).operations
        resources: Any = page["/Resources"]
        self._fonts = {name: _Font(font.get_object()) for name, font in resources["/Font"].items()}
        self._place, self._line, self._text = _START, _START, _START
        self._kept: list[Matrix] = []
        self._font, self._size, self._leading, self._space = "", 0.0, 0.0, 0.0

    def boxes(self) -> Iterator[TextBox]:
        for values, operator in self._operations:
            name = operator.decode()
            if name == "Tj":
                yield from self._shown(values[0].original_bytes)
            else:
                assert name not in ("TJ", "'", '"', "Tc", "Tz", "Ts"), f"{name} is not read here"
                self._follow(name, values)

    def _follow(self, name: str, values: Any) -> None:
        match name:
            case "q":
                self._kept.append(self._place)
            case "Q":
                self._place = self._kept.pop()
            case "cm":
                self._place = _joined(_matrix(values), self._place)
            case "BT":
                self._line = self._text = _START
            case "Tm":
                self._line = self._text = _matrix(values)
            case "Td":
                self._moved(float(values[0]), float(values[1]))
            case "T*":
                self._moved(0, -self._leading)
            case "TL":
                self._leading = float(values[0])
            case "Tw":
                self._space = float(values[0])
            case "Tf":
                self._font, self._size = str(values[0]), float(values[1])

    def _moved(self, x: float, y: float) -> None:
        self._line = self._text = _joined((1, 0, 0, 1, x, y), self._line)

    def _shown(self, codes: bytes) -> Iterator[TextBox]:
        letters = [self._fonts[self._font].read(code) for code in codes]
        widths = [width * self._size + self._space * (letter == " ") for letter, width in letters]
        words = "".join(letter for letter, _ in letters)
        before = sum(widths[: len(words) - len(words.lstrip())])
        behind = sum(widths[: len(words.rstrip())])
        if words.strip():
            a, b, c, d, x, y = _joined(self._text, self._place)
            assert not b and not c, f"{words} is turned"
            size = self._size * d
            yield TextBox(
                words.strip(), size, x + a * before, y - DESCENT * size, x + a * behind, y + ASCENT * size
            )  # fmt: skip
        self._text = _joined((1, 0, 0, 1, sum(widths), 0), self._text)


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in values)
    return a, b, c, d, e, f


def _joined(first: Matrix, then: Matrix) -> Matrix:
    """What ``first`` followed by ``then`` does to a point."""
    a, b, c, d, e, f = first
    k, m, n, p, q, r = then
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r
