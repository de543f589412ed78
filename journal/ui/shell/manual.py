"""Reads the manual that comes with the program: one page for each task, its steps numbered, its keys named.

A page is plain text with few marks::

    # Log a dose

    What it is for, in one sentence.

    1. Press `Ctrl+D`, or choose **Dose** on Today.

    ## If something goes wrong

    - Press `Ctrl+Z`.

A key stands between backticks and is written as Qt names it; what is read on the screen stands between double stars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from journal.assets import asset
from journal.guidance import PageFault

# The order of the list: what is done every day comes first.
ORDER = (
    "log-a-dose",
    "rate-how-you-feel",
    "say-none-today",
    "write-a-note",
    "correct-or-delete",
    "find-entries",
    "weigh-your-own-unit",
    "read-trends",
    "report-for-a-visit",
    "back-up-and-open",
    "import-entries",
    "export-entries",
    "protect-with-a-passphrase",
    "find-emergency-help",
    "change-help-lines",
)
GONE_WRONG = "If something goes wrong"
_MARKED = re.compile(r"`(?P<key>[^`*]+)`|\*\*(?P<name>[^`*]+)\*\*")
_NUMBER = re.compile(r"^\d+\. ", re.MULTILINE)
_BULLET = re.compile(r"^- ", re.MULTILINE)
Kind = Literal["words", "key", "name"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line: words, a key as Qt names it, or a name as it is read on the screen."""

    text: str
    kind: Kind = "words"


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together: ``steps`` are numbered from 1, ``bullets`` are not, ``words`` is one paragraph."""

    kind: Literal["steps", "bullets", "words", "heading"]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ManualPage:
    """How one task is done. ``purpose`` is one sentence; ``code`` is the file's name without its ending."""

    code: str
    title: str
    purpose: str
    parts: tuple[Part, ...]

    def steps(self) -> tuple[Line, ...]:
        """The numbered lines."""
        return tuple(line for part in self.parts if part.kind == "steps" for line in part.lines)

    def pieces(self, kind: Kind) -> Iterator[str]:
        """The text of every piece of this kind, in reading order."""
        return (piece.text for part in self.parts for line in part.lines for piece in line if piece.kind == kind)


def manual(language: str = "en") -> tuple[ManualPage, ...]:
    """Every page in the order in which they are shown. Raises PageFault for one that is missing or not in order."""
    return tuple(_read(code, language) for code in ORDER)


def _read(code: str, language: str) -> ManualPage:
    path = asset("manual", language, f"{code}.md")
    if not path.is_file():
        raise PageFault(f"{code}: there is no such page in {language!r}")
    return parse_manual_page(code, path.read_text(encoding="utf-8"))


def parse_manual_page(code: str, text: str) -> ManualPage:
    """The page in ``text``. Raises PageFault if title, purpose, steps, or what can go wrong is missing."""
    chunks = [chunk.strip() for chunk in re.split(r"\n\s*\n", text.strip())]
    if len(chunks) < 3 or not chunks[0].startswith("# "):
        raise PageFault(f"{code}: a title, a purpose and steps are needed")
    page = ManualPage(code, chunks[0].removeprefix("# "), chunks[1], tuple(_part(code, each) for each in chunks[2:]))
    if not page.steps():
        raise PageFault(f"{code}: there are no steps")
    headings = [part.lines[0][0].text for part in page.parts if part.kind == "heading"]
    if headings != [GONE_WRONG] or page.parts[-1].kind != "bullets":
        raise PageFault(f"{code}: the page does not end in what to do if something goes wrong")
    return page


def _part(code: str, chunk: str) -> Part:
    if chunk.startswith("## "):
        return Part("heading", (_line(code, chunk.removeprefix("## ")),))
    if _NUMBER.match(chunk):
        _count(code, chunk)
        return Part("steps", tuple(_line(code, each) for each in _NUMBER.split(chunk)[1:]))
    if _BULLET.match(chunk):
        return Part("bullets", tuple(_line(code, each) for each in _BULLET.split(chunk)[1:]))
    return Part("words", (_line(code, chunk),))


def _count(code: str, chunk: str) -> None:
    numbers = [int(each.rstrip(". ")) for each in _NUMBER.findall(chunk)]
    if numbers != list(range(1, len(numbers) + 1)):
        raise PageFault(f"{code}: the steps are numbered {numbers}")


def _line(code: str, text: str) -> Line:
    return tuple(_pieces(code, " ".join(text.split())))


def _pieces(code: str, text: str) -> Iterator[Piece]:
    end = 0
    for match in _MARKED.finditer(text):
        yield from _words(code, text[end : match.start()])
        yield Piece(match["key"], "key") if match["key"] else Piece(match["name"], "name")
        end = match.end()
    yield from _words(code, text[end:])


def _words(code: str, text: str) -> Iterator[Piece]:
    if re.search(r"[`*_#<>\[\]]", text):
        raise PageFault(f"{code}: only keys and names are marked: {text!r}")
    if text:
        yield Piece(text)
