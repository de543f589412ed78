"""The sections behind page 1: a new one is a line, and flows behind what is there."""

from __future__ import annotations

import pytest

from journal.core.moments import moment_now
from journal.reports import ReportOptions, last_pages, sections
from journal.reports.pdf import make_pdf
from journal.reports.pieces import Piece, text_pieces
from journal.reports.sections import HOW_MADE, IN_FULL, SECTIONS, DrawnPage, Section
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.test_pdf import OPTIONS

__all__ = ["clock", "plain_journal", "templates"]


def planted(lines: int, title: str) -> Section:
    def build(drawn: DrawnPage, term: str) -> list[Piece]:
        return text_pieces([(term, f"planted {number}") for number in range(lines)], drawn.width)

    return Section("planted", title, lambda drawn: True, build)


def pages(at: JournalAt, *more: Section) -> list[str]:
    with at.open() as book, pytest.MonkeyPatch.context() as patched:
        patched.setattr(last_pages, "SECTIONS", (*SECTIONS, *more))
        options: ReportOptions = OPTIONS
        return pages_of(make_pdf(book, options, english(), moment_now(at.clock)))


def test_on_one_page_a_section_of_another_title_names_it(plain_journal: JournalAt) -> None:
    first, last = pages(plain_journal, planted(2, IN_FULL))
    assert "planted" not in first
    assert "How these figures are made" in last and "In full. planted 0 In full. planted 1" in last


@pytest.mark.parametrize("title", [IN_FULL, HOW_MADE])
def test_what_has_no_room_flows_over_pages_of_its_title(plain_journal: JournalAt, title: str) -> None:
    before = pages(plain_journal)
    found = pages(plain_journal, planted(150, title))
    assert len(found) > len(before) + 1
    text = " ".join(found)
    places = [text.index(f"planted {number} ") for number in range(149)]
    assert places == sorted(places) and "In full. planted" not in text
    assert all(title in page for page in found if "planted" in page)
    assert all(f"Page {n} of {len(found)}" in page for n, page in enumerate(found, 1))


def test_two_sections_of_one_code_are_an_error_at_import() -> None:
    source = sections.__loader__.get_source(sections.__name__)  # type: ignore[union-attr]
    assert source is not None
    twice = source.replace('Section("figures"', 'Section("chart"')
    with pytest.raises(TypeError, match="one code"):
        exec(compile(twice, "sections", "exec"), {"__name__": sections.__name__})
