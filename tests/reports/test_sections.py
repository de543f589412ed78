"""The sections behind page 1: a new one is a line, and flows behind what is there."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from journal.core.moments import moment_now
from journal.reports import ReportOptions, last_pages, sections
from journal.reports.fonts import register_fonts
from journal.reports.pdf import make_pdf
from journal.reports.pen import Pen
from journal.reports.pieces import BesidePiece, HeadingPiece, Piece, on_pages, text_pieces
from journal.reports.sections import HEALTH, HOW_MADE, IN_FULL, SECTIONS, DrawnPage, Section
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.test_pdf import OPTIONS

__all__ = ["clock", "plain_journal", "templates"]


@dataclass
class Tall:
    """A block of some height."""

    height: float

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Nothing."""


def planted(lines: int, title: str) -> Section:
    def build(drawn: DrawnPage) -> list[Piece]:
        return text_pieces([("", f"planted {number}") for number in range(lines)], drawn.width)

    return Section("planted", title, lambda drawn: True, build)


def pages(at: JournalAt, *more: Section) -> list[str]:
    with at.open() as book, pytest.MonkeyPatch.context() as patched:
        patched.setattr(last_pages, "SECTIONS", (*SECTIONS, *more))
        options: ReportOptions = OPTIONS
        return pages_of(make_pdf(book, options, english(), moment_now(at.clock)))


@pytest.mark.parametrize(("lines", "begins_behind"), [(30, True), (52, False)])
def test_the_appendix_begins_a_page_and_what_comes_first_stands_behind_the_others(
    plain_journal: JournalAt, lines: int, begins_behind: bool
) -> None:
    first, page, last = pages(plain_journal, planted(lines, IN_FULL))
    assert "planted" not in first + last and page.startswith("Page 1, continued planted 0 planted 1")
    assert ("How these figures are made In short. A word such as" in page) is begins_behind
    begin = "Appendix: every rule with its numbers" if begins_behind else "In short. A word such as"
    assert last.startswith(f"How these figures are made {begin}")
    assert len(pages(plain_journal)) == 2


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("lines", [2, 20])
def test_it_begins_behind_the_others_where_that_saves_a_page(plain_journal: JournalAt, lines: int) -> None:
    more = replace(planted(30, HOW_MADE), code="other")
    alone, found = pages(plain_journal, more), pages(plain_journal, planted(lines, IN_FULL), more)
    assert len(found) == len(alone) == 3
    assert found[1].startswith("Page 1, continued planted 0") and "How these figures are made In short." in found[1]
    assert found[2].startswith("How these figures are made") and "planted 29" in found[2]
    rest = found[1].partition("How these")[2] + found[2]
    assert [words for words in alone[1].split("A personal journal")[0].split() if words not in rest] == []


def test_the_appendix_begins_a_page_where_what_a_reader_needs_has_room_before_it() -> None:
    register_fonts()
    needed, rules = text_pieces([("", "needed")] * 3, 500), text_pieces([("", "rule")] * 30, 500)
    last, heading = text_pieces([("", "last")], 500), HeadingPiece("Appendix", 500)
    appendix = heading.height + sum(piece.height for piece in rules)

    def planned(room: float, left: float) -> list[list[Piece]] | None:
        return last_pages._with_whole_appendix(last, [*needed, heading, *rules], room, left)

    assert planned(appendix, 60) == [[*last, *needed], [heading, *rules]]
    assert planned(appendix - 1, 60) is None and planned(appendix, 20) is None
    assert planned(appendix + 60, appendix + 60) is None  # no page more than it needs


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("title", [IN_FULL, HOW_MADE])
def test_what_has_no_room_flows_over_pages_of_its_title(plain_journal: JournalAt, title: str) -> None:
    before = pages(plain_journal)
    found = pages(plain_journal, planted(150, title))
    assert len(found) > len(before) + 1
    text = " ".join(found)
    places = [text.index(f"planted {number} ") for number in range(149)]
    assert places == sorted(places)
    assert all(title in page for page in found if "planted" in page)
    assert all(f"Page {n} of {len(found)}" in page for n, page in enumerate(found, 1))


@pytest.mark.slow
def test_titles_follow_each_other_on_a_page_and_stay_with_what_they_head(plain_journal: JournalAt) -> None:
    _, page, last = pages(plain_journal, planted(20, IN_FULL), replace(planted(3, HEALTH), code="other"))
    assert (
        page.startswith("Page 1, continued planted 0")
        and "planted 19 Medicines, health and questions planted 0" in page
    )
    assert last.startswith("How these figures are made")
    for lines in range(40, 46):  # somewhere in here the second title would be the last line of its page
        found = pages(plain_journal, planted(lines, IN_FULL), replace(planted(3, HEALTH), code="other"))
        assert any("Medicines, health and questions planted 0" in page for page in found)


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    register_fonts()
    heading, text = HeadingPiece("Heading", 500), text_pieces([("", "words")], 500)[0]
    picture = BesidePiece([(Tall(300.0), 0.0)])
    assert on_pages([text, heading, picture], heading.height + picture.height + 1) == [[text], [heading, picture]]
    assert on_pages([text, heading, text], 100) == [[text, heading, text]]


def test_two_sections_of_one_code_are_an_error_at_import() -> None:
    source = sections.__loader__.get_source(sections.__name__)  # type: ignore[union-attr]
    assert source is not None
    twice = source.replace('Section("figures"', 'Section("chart"')
    with pytest.raises(TypeError, match="one code"):
        exec(compile(twice, "sections", "exec"), {"__name__": sections.__name__})
