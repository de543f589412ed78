"""The list of entries on paper: it flows from page to page, and no word of a long note is lost."""

from __future__ import annotations

import io
from typing import Any

from reportlab.lib.pagesizes import A4

from journal.reports.entry_list import EntryRow
from journal.reports.entry_table import EntryTable, SetRows, lines_of, set_rows
from journal.reports.fonts import REGULAR, register_fonts
from journal.reports.pen import SMALL, Pen, width_of
from journal.reports.pieces import Piece, on_pages
from journal.reports.tagged import Role, TaggedCanvas
from journal.texts import english
from tests.oracle.read_back import pages_of
from tests.reports.test_tagged import of, untold

WIDTH, ROOM = 523.0, 700.0
WORDS = " ".join(f"word{number}" for number in range(900))


def table(*rows: EntryRow) -> EntryTable:
    register_fonts()
    return EntryTable(SetRows(set_rows(rows, WIDTH, english())), WIDTH, english())


def drawn(*rows: EntryRow) -> bytes:
    pages: list[list[Piece]] = on_pages([table(*rows)], ROOM)
    out = io.BytesIO()
    canvas = TaggedCanvas(out, pagesize=A4, initialFontName=REGULAR, lang="en", invariant=1)
    for page in pages:
        top = 780.0
        for piece in page:
            top = piece.draw(Pen(canvas), top)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def many(count: int) -> list[EntryRow]:
    return [EntryRow(f"{number} Nov", f"Product {number}", f"{number} g") for number in range(count)]


def test_it_flows_and_begins_with_its_heads_on_every_page() -> None:
    pdf = drawn(*many(200))
    pages = pages_of(pdf)
    assert len(pages) > 3 and all(page.startswith("When What Written down") for page in pages)
    told = " ".join(pages)
    assert all(f"{number} Nov Product {number} {number} g" in told for number in range(200))
    tables: list[Any] = list(of(pdf, Role.TABLE))
    assert len(tables) == len(pages) and untold(pdf) == []
    assert sum(len(each["/K"]) for each in tables) == 200 + len(pages)
    for each in tables:
        heads, *rows = (row.get_object() for row in each["/K"])
        assert [cell.get_object()["/S"] for cell in heads["/K"]] == ["/TH"] * 3
        assert {tuple(cell.get_object()["/S"] for cell in row["/K"]) for row in rows} == {("/TH", "/TD", "/TD")}


def test_a_note_longer_than_a_page_loses_no_word() -> None:
    pdf = drawn(EntryRow("1 Nov", "Note", WORDS), *many(3))
    told = " ".join(pages_of(pdf))
    found = [word for word in told.split() if word.startswith("word")]
    assert found == WORDS.split()
    assert told.count("1 Nov Note word") == 1 and "1 Nov Note (continued) word" in told


def test_lines_have_room_whatever_the_words_are() -> None:
    register_fonts()
    assert lines_of("", 100) == []
    assert lines_of("short", 100) == ["short"]
    for words in ("W" * 200, WORDS, "a & b <i> " * 30):
        lines = lines_of(words, 100)
        assert len(lines) > 5
        assert "".join("".join(lines).split()) == "".join(words.split())


def test_a_table_that_has_no_room_for_a_row_stays_whole() -> None:
    whole = table(*many(3))
    assert whole.split(15) == (None, [whole])
    begun, rest = whole.split(whole.height - 1)
    assert begun is not None and begun.height < whole.height and len(rest) == 1


def test_no_line_is_wider_than_its_column_however_many_words_it_has() -> None:
    """A paragraph lets a line with many spaces be wider, as it draws them narrower."""
    register_fonts()
    words = " ".join(f"{number} · " for number in range(400))
    for width in range(180, 260):
        assert all(width_of(line, SMALL) <= width for line in lines_of(words, width))
