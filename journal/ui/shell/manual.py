"""Reads the manual that comes with the program: one page for each task, its steps numbered, its keys named.

A page is plain text with few marks::

    # Log a dose

    What it is for, in one sentence.

    1. Press `Ctrl+D`, or choose **Dose** on Today.

    ## If something goes wrong

    - Press `Ctrl+Z`.

A key stands between backticks and is written as Qt names it; what is read on the screen stands between double stars.
Numbers that the program knows stand between braces, such as ``{trash_days}``. The marks are Markdown's, read by Qt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextListFormat

from journal.assets import asset
from journal.core import limits, warning_facts
from journal.core.preferences import Preferences
from journal.guidance import PageFault

# The order of the list: what is done every day comes first.
ORDER = (
    "log-a-dose",
    "rate-how-you-feel",
    "write-in-a-bad-moment",
    "say-none-today",
    "write-a-note",
    "answer-what-today-asks",
    "correct-or-delete",
    "find-entries",
    "weigh-your-own-unit",
    "keep-batches",
    "say-what-else-you-take",
    "keep-values-and-conditions",
    "read-trends",
    "report-for-a-visit",
    "make-a-sheet-or-a-card",
    "back-up-and-open",
    "move-to-another-computer",
    "import-entries",
    "export-entries",
    "protect-with-a-passphrase",
    "uninstall-and-what-stays",
    "find-emergency-help",
    "change-help-lines",
)
GONE_WRONG = "If something goes wrong"
_NUMBER = re.compile(r"\{(\w+)\}")
_LEFT_OVER = re.compile(r"[`*_#<>\[\]{}\ufffc]")
Kind = Literal["words", "key", "name"]
PartKind = Literal["steps", "bullets", "words", "heading"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line: words, a key as Qt names it, or a name as it is read on the screen."""

    text: str
    kind: Kind = "words"


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together: ``steps`` are numbered from 1, ``bullets`` are not, ``words`` is one paragraph."""

    kind: PartKind
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
    document = QTextDocument()
    font = QFont()
    font.setPixelSize(16)  # any size: Qt warns about headings in a font that has none in pixels
    document.setDefaultFont(font)
    document.setMarkdown(_with_numbers(code, text), QTextDocument.MarkdownFeature.MarkdownNoHTML)
    blocks = list(_blocks(document))
    if len(blocks) < 3 or blocks[0].blockFormat().headingLevel() != 1:
        raise PageFault(f"{code}: a title, a purpose and steps are needed")
    parts = tuple(_parts(code, blocks[2:]))
    page = ManualPage(code, blocks[0].text(), blocks[1].text(), parts)
    if not page.steps():
        raise PageFault(f"{code}: there are no steps")
    headings = [part.lines[0][0].text for part in page.parts if part.kind == "heading"]
    if headings != [GONE_WRONG] or page.parts[-1].kind != "bullets":
        raise PageFault(f"{code}: the page does not end in what to do if something goes wrong")
    return page


def _with_numbers(code: str, text: str) -> str:
    """The text with the program's own numbers, as they are now."""
    known = {
        "trash_days": limits.TRASH_DAYS,
        "lock_minutes": Preferences().lock_after,
        "statement_days": limits.STATEMENT_DAYS,
        "window_days": limits.WINDOW_DAYS,
        "usual_weeks": limits.DEFAULT_DAYS // 7,
        "open_hours": limits.OPEN_SIGN_HOURS,
        "days_looked_back": warning_facts.DAYS_LOOKED_BACK,
    }

    def number(match: re.Match[str]) -> str:
        if match[1] not in known:
            raise PageFault(f"{code}: there is no number {match[1]!r}")
        return str(known[match[1]])

    return _NUMBER.sub(number, text)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _parts(code: str, blocks: list[QTextBlock]) -> Iterator[Part]:
    """Lines of one list are one part; what else stands there is a part for itself."""
    numbered = ((_kind(code, block), number, block) for number, block in enumerate(blocks))
    for (kind, _), together in groupby(numbered, key=lambda row: (row[0], row[0] in _LISTS or row[1])):
        yield Part(kind, tuple(tuple(_pieces(code, block)) for _, _, block in together))


_LISTS: dict[str, QTextListFormat.Style] = {
    "steps": QTextListFormat.Style.ListDecimal,
    "bullets": QTextListFormat.Style.ListDisc,
}


def _kind(code: str, block: QTextBlock) -> PartKind:
    inside = block.textList()
    if inside is None:
        return "heading" if block.blockFormat().headingLevel() else "words"
    for kind, style in _LISTS.items():
        if inside.format().style() == style and inside.format().indent() == 1:
            return "steps" if kind == "steps" else "bullets"
    raise PageFault(f"{code}: there is a list of another kind")


def _pieces(code: str, block: QTextBlock) -> Iterator[Piece]:
    for run in block:  # type: ignore[attr-defined]  # its stub forgets that it is an iterator
        fragment = run.fragment()
        yield Piece(fragment.text(), _kind_of(code, fragment.charFormat(), fragment.text(), block))


def _kind_of(code: str, look: QTextCharFormat, text: str, block: QTextBlock) -> Kind:
    if look.isAnchor() or look.fontItalic() or _LEFT_OVER.search(text):
        raise PageFault(f"{code}: only keys and names are marked: {text!r}")
    if look.fontFixedPitch():
        return "key"
    heavy = look.fontWeight() > QFont.Weight.Normal and not block.blockFormat().headingLevel()
    return "name" if heavy else "words"
