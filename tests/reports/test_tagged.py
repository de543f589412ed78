"""Pages that are read aloud: every word is in the tree, in order, and tables, pictures and headings are told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

from journal.reports.fonts import REGULAR, register_fonts
from journal.reports.pdf import protect
from journal.reports.pen import SMALL, Pen
from journal.reports.tagged import HeadOf, Role, TaggedCanvas
from tests.journals import new_journal
from tests.reports.test_page_one import pages

SHOWN = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"Do", b"sh"}
Part = dict[str, Any]


def untold(pdf: bytes) -> list[str]:
    """What is drawn on a page outside of the tree and of decoration."""
    reader, found = PdfReader(io.BytesIO(pdf)), []
    for number, page in enumerate(reader.pages):
        open_marks = 0
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in (b"BDC", b"BMC"):
                assert open_marks == 0, f"page {number + 1}: a piece within a piece"
                open_marks += 1
            elif operator == b"EMC":
                open_marks -= 1
            elif operator in SHOWN and not open_marks:
                found.append(f"page {number + 1}: {operator.decode()} {operands}")
        assert open_marks == 0
    return found


def parts(pdf: bytes) -> list[tuple[int, DictionaryObject]]:
    """Every part of the tree with how deep it lies, in reading order."""

    def below(part: Any, depth: int) -> Iterator[tuple[int, DictionaryObject]]:
        yield depth, part
        for kid in part.get("/K", ArrayObject()):
            kid = kid.get_object()
            if kid.get("/Type") != "/MCR":
                yield from below(kid, depth + 1)

    root: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    return list(below(root["/StructTreeRoot"]["/K"], 0))


def of(pdf: bytes, role: Role) -> list[DictionaryObject]:
    return [part for _, part in parts(pdf) if str(part["/S"]) == f"/{role.value}"]


@pytest.fixture(params=["no data", "84 full days", "long texts and many warnings"], scope="module")
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return pages(new_journal(tmp_path_factory.mktemp("journal") / "j.leaf", None), request.param)


@pytest.mark.quick_every(3)
def test_everything_drawn_is_told_or_decoration(pdf: bytes) -> None:
    assert untold(pdf) == []
    catalog: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"] is not None and catalog["/Lang"] == "en"


def test_what_is_drawn_past_the_pen_is_found() -> None:
    register_fonts()
    out = io.BytesIO()
    canvas = TaggedCanvas(out, initialFontName=REGULAR)
    Pen(canvas).text(50, 50, "told", SMALL)
    canvas.drawString(50, 80, "untold")
    canvas.save()
    assert len(untold(out.getvalue())) == 1


def test_each_piece_of_a_page_stands_once_in_the_tree_in_the_order_drawn(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    told: dict[int, list[int]] = {page.indirect_reference.idnum: [] for page in reader.pages if page.indirect_reference}
    for _, part in parts(pdf):
        for kid in part["/K"]:  # type: ignore[attr-defined]
            if kid.get_object().get("/Type") == "/MCR":
                told[kid.get_object().raw_get("/Pg").idnum].append(kid.get_object()["/MCID"])
    for page in reader.pages:
        assert page.indirect_reference is not None
        pieces = told[page.indirect_reference.idnum]
        assert pieces == [*range(len(pieces))] and pieces
        assert page.get_contents().get_data().count(b" BDC") == len(pieces)  # type: ignore[union-attr]


def test_the_list_of_a_pages_pieces_leads_back_to_their_parts(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    listed = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in reader.pages:
        assert page.indirect_reference is not None
        for number, part in enumerate(listed[page["/StructParents"]]):
            pieces = [kid.get_object() for kid in part.get_object()["/K"]]
            here = [piece for piece in pieces if piece.raw_get("/Pg").idnum == page.indirect_reference.idnum]
            assert number in [piece["/MCID"] for piece in here]


@pytest.mark.quick_every(3)
def test_every_page_begins_with_a_title_and_has_headings_below_it(pdf: bytes) -> None:
    assert len(of(pdf, Role.TITLE)) >= len(PdfReader(io.BytesIO(pdf)).pages)
    first: list[Any] = [title["/K"] for title in of(pdf, Role.TITLE)]
    assert {kids[0]["/MCID"] for kids in first} >= {0}
    assert len(of(pdf, Role.HEADING)) >= 5


def test_tables_have_heads_and_as_many_cells_in_each_row(pdf: bytes) -> None:
    tables = of(pdf, Role.TABLE)
    for table in tables:
        rows: Any = [row.get_object() for row in table["/K"]]  # type: ignore[attr-defined]
        assert {row["/S"] for row in rows} == {"/TR"} and len(rows) > 1
        wide = [sum(cell.get_object().get("/A", {}).get("/ColSpan", 1) for cell in row["/K"]) for row in rows]
        assert len(set(wide)) == 1, wide
        first = [cell.get_object() for cell in rows[0]["/K"]]
        assert all(cell["/S"] == "/TH" and cell["/A"]["/Scope"] == "/Column" for cell in first)
        for row in rows[1:]:
            head = row["/K"][0].get_object()
            assert head["/S"] == "/TH" and head["/A"]["/Scope"] == "/Row"


@pytest.mark.quick_every(3)
def test_pictures_say_in_words_what_they_show(pdf: bytes) -> None:
    figures = of(pdf, Role.FIGURE)
    assert figures
    for figure in figures:
        assert len(str(figure["/Alt"])) > 20
        left, bottom, right, top = figure["/A"]["/BBox"]  # type: ignore[index]
        assert 0 < left < right < 600 and 0 < bottom < top < 850


@pytest.mark.quick_every(3)
def test_a_lock_keeps_the_tree(pdf: bytes) -> None:
    locked = PdfReader(io.BytesIO(protect(pdf, "word")))
    locked.decrypt("word")
    root: Any = locked.trailer["/Root"]
    assert root["/StructTreeRoot"]["/K"]["/S"] == "/Document"


def test_cells_in_a_part_of_their_own_and_paragraphs_without() -> None:
    """A table of one head and one cell, then a line."""
    register_fonts()
    out = io.BytesIO()
    canvas = TaggedCanvas(out, initialFontName=REGULAR, lang="en")
    pen = Pen(canvas)
    with pen.part(Role.TABLE), pen.part(Role.ROW):
        with pen.part(Role.HEAD, HeadOf.ROW, columns=2):
            pen.text(50, 80, "ALT", SMALL)
        with pen.part(Role.CELL):
            pen.text(90, 80, "31", SMALL)
    pen.rule(50, 70, 100)
    pen.text(50, 60, "A line", SMALL)
    canvas.save()
    assert [(depth, str(part["/S"])) for depth, part in parts(out.getvalue())] == [
        (0, "/Document"), (1, "/Table"), (2, "/TR"), (3, "/TH"), (3, "/TD"), (1, "/P"),
    ]  # fmt: skip
