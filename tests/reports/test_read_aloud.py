"""Every file that is handed over, as PDFium tells it to a screen reader: roles, order, alternatives, bookmarks."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.moments import moment_now
from journal.insights.summary import Span
from journal.reports import ReportOptions
from journal.reports.fonts import REGULAR, register_fonts
from journal.reports.pdf import make_pdf, protect
from journal.reports.pen import SMALL, Pen
from journal.reports.sheet_options import SheetKind
from journal.reports.tagged import HeadOf, Role, TaggedCanvas
from journal.texts import english
from tests.journals import new_journal, templates
from tests.oracle.recounted import Recounted, Template
from tests.reports.filled import LAST, filled_journals
from tests.reports.made_sheets import EVERY_KIND, daily, everything, made
from tests.reports.read_by_pdfium import Element, PageRead, Read, read
from tests.reports.test_full_page import fullest
from tests.reports.test_full_page import made as made_full
from tests.reports.test_page_one import faults as faults_of_places
from tests.reports.test_page_one import pages

__all__ = ["templates"]

PASSWORD = "blau 🦊 ünd"
_UP, _LEFT = 6.0, 1.0  # points: lines of other sizes stand a little higher than those beside them
_HOLDS = {"Table": {"TR"}, "TR": {"TH", "TD"}}


def faults(found: Read) -> list[str]:
    """What a person who hears the pages would stumble over."""
    said = [] if found.tagged and found.language and found.may_be_read_aloud else ["not to be read aloud"]
    for number, page in enumerate(found.pages, 1):
        said += [f"page {number}: {fault}" for fault in _of_page(page)]
    return said


def _of_page(page: PageRead) -> Iterator[str]:
    yield from (f"untold: {drawn}" for drawn in page.unmarked)
    parts = [*page.all()]
    numbers = [number for part in parts for number in part.numbers]
    if numbers != sorted(set(numbers)) or not page.places.keys() <= set(numbers):  # an empty cell draws nothing
        yield f"drawn {sorted(page.places)}, told {numbers}"
    headings = [int(part.role[1:]) for part in parts if part.role in ("H1", "H2", "H3")]
    if not headings or headings[0] != 1 or any(after > before + 1 for before, after in pairwise(headings)):
        yield f"headings {headings}"
    for part in parts:
        yield from _of_part(part)
    yield from _jumps(page, parts)


def _of_part(part: Element) -> Iterator[str]:
    if part.role == "Figure" and len(part.alternative) < 20:
        yield f"a picture without words: {part.alternative!r}"
    if part.role == "TH" and part.scope not in ("Column", "Row"):
        yield f"a head of nothing: {part.numbers}"
    if not {each.role for each in part.inside} <= _HOLDS.get(part.role, {each.role for each in part.inside}):
        yield f"in a {part.role}: {[each.role for each in part.inside]}"


def _jumps(page: PageRead, parts: list[Element]) -> Iterator[str]:
    """Words are heard as they are seen: after some words come those beside or below them, never those before them."""
    read_in_order = [number for part in parts if part.role != "Figure" for number in part.numbers]
    for one, other in pairwise(number for number in read_in_order if number in page.words):
        (left, bottom, *_), (next_left, next_bottom, *_) = page.places[one], page.places[other]
        if next_bottom > bottom + _UP and next_left < left - _LEFT:
            yield f"piece {other} stands before piece {one}"


def report_of(folder: Path, case: str) -> bytes:
    return pages(new_journal(folder / f"{case}.leaf", None), case)


def with_every_entry(folder: Path) -> bytes:
    at = new_journal(folder / "entries.leaf", None)
    with at.open() as book:
        fill, days = filled_journals()["84 full days"]
        fill(book)
        period = Span(LAST - dt.timedelta(days=days - 1), LAST)
        return make_pdf(book, ReportOptions(period, entries=True), english(), moment_now(at.clock))


def sheet(kind: SheetKind) -> bytes:
    return made(kind, EVERY_KIND, daily(), shown=everything(kind), name="Sam Doe", naloxone="kitchen")


FILES: dict[str, Callable[[Path], bytes]] = {
    "no data": lambda folder: report_of(folder, "no data"),
    "pharmacist": lambda _: sheet(SheetKind.PHARMACIST),
    "card": lambda _: sheet(SheetKind.EMERGENCY),
}
LARGE: dict[str, Callable[[Path], bytes]] = {
    "84 full days": lambda folder: report_of(folder, "84 full days"),
    "long texts": lambda folder: report_of(folder, "long texts and many warnings"),
    "ten years": lambda folder: report_of(folder, "10 years"),
    "fullest": lambda _: made_full(fullest(4), "letter"),
    "every entry": with_every_entry,
}


@pytest.mark.slow_every(2)
@pytest.mark.parametrize("name", [*FILES, *(pytest.param(name, marks=pytest.mark.slow) for name in LARGE)])
def test_another_reader_finds_all_of_it_in_order(name: str, tmp_path: Path, qapp: QApplication) -> None:
    pdf = {**FILES, **LARGE}[name](tmp_path)
    assert faults(read(pdf)) == []
    assert faults(read(protect(pdf, PASSWORD), PASSWORD)) == []


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("case", ["a sign today", "84 full days", "long texts and many warnings"])
def test_each_title_of_a_page_has_one_bookmark_that_leads_to_it(case: str, tmp_path: Path, qapp: QApplication) -> None:
    found = read(report_of(tmp_path, case))
    titles = [sum(part.role == "H1" for part in page.all()) for page in found.pages]
    assert [page for _, page in found.bookmarks] == [at for at, count in enumerate(titles) for _ in range(count)]
    assert len(set(found.bookmarks)) == len(found.bookmarks)


@pytest.mark.quick_every(12)
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("seed", range(9000, 9012))
def test_random_journals_of_every_kind_lie_apart_and_are_told_in_order(
    seed: int, tmp_path: Path, templates: Template, qapp: QApplication
) -> None:
    """No word over another or outside of its page, the list of entries too."""
    journal = Recounted(seed, tmp_path, templates)
    options = replace(journal.options, entries=seed % 3 == 0, entry_notes=True)
    with journal.open() as book:
        pdf = make_pdf(book, options, english(), moment_now(journal.clock))
    assert faults_of_places(pdf, options.paper) == []
    assert faults(read(pdf)) == []


# --- that faults are found --------------------------------------------------------------------------------------------


def planted(draw: Callable[[Pen], None]) -> list[str]:
    """What is found on a page with a title and what is drawn here."""
    register_fonts()
    out = io.BytesIO()
    canvas = TaggedCanvas(out, pagesize=(400, 400), initialFontName=REGULAR, lang="en")
    pen = Pen(canvas)
    with pen.part(Role.TITLE):
        pen.text(50, 350, "A title", SMALL)
    draw(pen)
    canvas.save()
    return faults(read(out.getvalue()))


def a_table(pen: Pen, head_of: HeadOf | None) -> None:
    with pen.part(Role.TABLE), pen.part(Role.ROW):
        with pen.part(Role.HEAD, head_of):
            pen.text(50, 300, "ALT", SMALL)
        with pen.part(Role.CELL):
            pen.text(90, 300, "31", SMALL)


def upwards(pen: Pen) -> None:
    pen.text(90, 100, "the second column", SMALL)
    pen.text(50, 200, "the first column", SMALL)


def a_picture(pen: Pen) -> None:
    with pen.figure("chart", (50, 50, 100, 100)):
        pen.canvas.rect(50, 50, 50, 50)


def a_cell_without_a_row(pen: Pen) -> None:
    with pen.part(Role.TABLE), pen.part(Role.CELL):
        pen.text(50, 300, "31", SMALL)


@pytest.mark.parametrize(
    ("draw", "fault"),
    [
        (lambda pen: pen.canvas.drawString(50, 80, "untold"), "untold: 1"),
        (lambda pen: a_table(pen, None), "a head of nothing"),
        (upwards, "piece 2 stands before piece 1"),
        (a_picture, "a picture without words: 'chart'"),
        (a_cell_without_a_row, "in a Table: ['TD']"),
    ],
)
def test_a_planted_fault_is_found(draw: Callable[[Pen], None], fault: str) -> None:
    (found,) = planted(draw)
    assert fault in found


def test_a_page_without_faults_has_none() -> None:
    assert planted(lambda pen: a_table(pen, HeadOf.ROW)) == []
