"""A page of guidance on paper: its words, its sources, and nothing taken for markup."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.guidance import Heading, Page, Paragraph, Source, Statement
from journal.texts import english
from journal.ui.safety.printed_page import document_of, pdf_of, printer_for

TODAY = dt.date(2026, 11, 29)


def text_of(page: Page, code: str = "US") -> str:
    return document_of(english(), page, guidance.sources(), guidance.country(code), TODAY).toPlainText()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("page", guidance.pages(), ids=lambda page: page.code)
def test_everything_of_a_page_is_there(page: Page) -> None:
    said = text_of(page)
    assert said.startswith(f"{page.title}\nCall 911 for slow breathing,")
    for statement in page.statements():
        assert statement.text in said
    for block in page.blocks:
        assert not isinstance(block, Heading) or f"\n{block.text}\n" in said
    for source in {source for statement in page.statements() for source in statement.sources}:
        named = guidance.sources()[source]
        assert named.title in said and named.address in said
    assert "printed 29 Nov 2026" in said


@pytest.mark.usefixtures("qapp")
def test_marks_have_the_numbers_of_the_sources_below() -> None:
    page = guidance.page("dependence")
    first = next(statement for statement in page.statements() if statement.sources)
    said = text_of(page)
    assert f"{first.text} [1]" in said
    assert f"\n1. {guidance.sources()[first.sources[0]].title}" in said


@pytest.mark.usefixtures("qapp")
def test_the_number_is_that_of_the_country() -> None:
    page = guidance.pages()[0]
    assert "Call 999 for slow breathing" in text_of(page, "GB")
    assert "Call your local emergency number for slow breathing" in text_of(page, "")


@pytest.mark.usefixtures("qapp")
def test_nothing_is_markup() -> None:
    source = Source("tea", "On <b>tea</b>", "A & B", None, "https://example.org/?a=1&b=2", TODAY, "V")
    text = Paragraph((Statement("One <i>sentence</i> & $x$.", ("tea",)),))
    page = replace(guidance.pages()[0], title="<h1>Title</h1>", blocks=(text,))
    said = document_of(english(), page, {"tea": source}, guidance.country("US"), TODAY).toPlainText()
    assert "One <i>sentence</i> & $x$. [1]" in said and "<h1>Title</h1>" in said and "On <b>tea</b>. A & B" in said


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_it_becomes_pages_of_the_paper(qtbot: QtBot, paper: str, size: tuple[int, int]) -> None:
    page = guidance.page("dependence")
    pdf = pdf_of(document_of(english(), page, guidance.sources(), guidance.country("US"), TODAY), paper)
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) >= 2 and tuple(round(float(each)) for each in pages[0].mediabox[2:]) == size
    said = " ".join(" ".join(each.extract_text() for each in pages).split())
    assert page.title in said and "Muscle spasms and pain." in said and "In pregnancy" in said


def test_the_print_job_does_not_say_what_the_journal_is_about(qtbot: QtBot) -> None:
    assert printer_for("a4").docName() == "journal-page"


@pytest.mark.usefixtures("qapp")
def test_a_claim_stands_above_its_verdict() -> None:
    said = text_of(guidance.page("claims-checked"))
    assert "\nClaim: the right strain is crucial.\nWrong. Tests showed no clear difference" in said
