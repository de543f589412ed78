"""A page of guidance: marks, sources, review dates, plain text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.guidance import Block, Bullets, Heading, Page, Paragraph, Source, Statement
from journal.texts import english
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.page_view import PageView, numbered, verdicts
from journal.ui.safety.prose import MarkButton, Prose, Sentence, SourceMark, reading_width
from tests.ui.conftest import keys
from tests.ui.fits import cut, longer, longer_words, settle, shown, spoken, unnamed, words
from tests.ui.fonts import both_fonts

TODAY = dt.date(2026, 11, 22)
TEA = Source("tea", "On <b>tea</b> & leaves", "The Board", 2019, "https://example.org/a?b=1&c=2", TODAY, "V")
TOLD = Source("told", "As told", "A Newspaper", None, "https://example.org/told", TODAY, "V2")
SOURCES = {"tea": TEA, "told": TOLD}
PAGE = Page(
    "made-up",
    "facts",
    "A made-up page",
    "For tests.",
    dt.date(2026, 1, 2),
    dt.date(2026, 11, 22),
    (
        Heading("First"),
        Paragraph((Statement("One <i>sentence</i> & $x$.", ("told",)), Statement("Another.", ("tea", "told")))),
        Bullets((Paragraph((Statement("An item.", ("tea",)),)), Paragraph((Statement("No fact?", ()),)))),
    ),
)


# Each page one way: each font as it is and twice as large has a quarter of them. All pages each way are a campaign.
WAYS = tuple(product(("wide", "narrow"), (100, 200)))
OF_PAGES = [
    *(
        pytest.param(font, percent, slice(first, None, 4), id=f"a quarter, {font}, {percent}")
        for first, (font, percent) in enumerate(WAYS)
    ),
    *(
        pytest.param(font, percent, slice(None), id=f"all, {font}, {percent}", marks=pytest.mark.campaign)
        for font, percent in WAYS
    ),
]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that the browser was asked to open."""
    asked: list[str] = []

    def remember(url: QUrl) -> bool:
        asked.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    return asked


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView(english(), PAGE, SOURCES, TODAY)
    shown(qtbot, made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def marks(view: PageView) -> list[MarkButton]:
    return [mark for _, prose in view.paragraphs for mark in prose.marks]


def test_sources_are_numbered_in_the_order_in_which_they_are_named(view: PageView) -> None:
    assert numbered(PAGE) == {"told": 1, "tea": 2}
    assert [mark.text() for mark in marks(view)] == ["1", "2", "1", "2"]
    assert marks(view)[1].accessibleName() == "Source 2: On <b>tea</b> & leaves. The Board, 2019"
    assert marks(view)[0].accessibleName() == "Source 1: As told. A Newspaper"


def test_a_mark_shows_its_source_below_the_paragraph(view: PageView, opened: list[str]) -> None:
    marks(view)[1].click()
    settle()
    assert view.source.card is not None
    said = words(view.source.card)
    for expected in ("2. On <b>tea</b> & leaves", "The Board, 2019", "Read 22 Nov 2026", TEA.address):
        assert expected in said
    first, second = view.paragraphs[0][1], view.paragraphs[1][1]
    place = view.source.card.mapTo(view, view.source.card.rect().topLeft()).y()
    assert first.mapTo(view, first.rect().bottomLeft()).y() < place < second.mapTo(view, second.rect().topLeft()).y()
    assert opened == []


def test_what_is_only_told_by_others_says_so(view: PageView) -> None:
    marks(view)[0].click()
    assert view.source.card is not None and "the original was not seen" in words(view.source.card)
    marks(view)[1].click()
    assert view.source.card is not None and "the original was not seen" not in words(view.source.card)


def test_the_same_mark_again_takes_the_source_away(view: PageView) -> None:
    marks(view)[1].click()
    marks(view)[1].click()
    assert view.source.card is None


def test_the_keyboard_goes_to_the_source_and_back(view: PageView, opened: list[str]) -> None:
    marks(view)[2].setFocus()
    keys(Qt.Key.Key_Space)
    assert view.source.card is not None and view.source.card.copy.hasFocus()
    keys(Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == TOLD.address
    keys(Qt.Key.Key_Escape)
    assert view.source.card is None and marks(view)[2].hasFocus()
    assert opened == []


def test_tab_goes_from_mark_to_mark(view: PageView) -> None:
    marks(view)[0].setFocus()
    for mark in marks(view)[1:]:
        keys(Qt.Key.Key_Tab)
        assert mark.hasFocus()


def test_the_browser_opens_on_its_own_button_only(view: PageView, opened: list[str]) -> None:
    marks(view)[1].click()
    assert view.source.card is not None and opened == []
    view.source.card.open.click()
    assert opened == [TEA.address]


def test_no_browser_is_told(view: PageView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    marks(view)[1].click()
    assert view.source.card is not None
    view.source.card.open.click()
    assert (
        view.source.card.message.text().startswith("No browser could be opened")
        and view.source.card.message.isVisible()
    )


def test_nothing_is_markup(view: PageView) -> None:
    marks(view)[1].click()
    labels = view.findChildren(QLabel)
    assert labels and all(each.textFormat() is Qt.TextFormat.PlainText for each in labels)
    assert not any(each.openExternalLinks() for each in labels)
    assert "One <i>sentence</i> & $x$. Another." in [each.text() for each in labels]


def test_a_page_past_its_review_date_says_so(qtbot: QtBot, view: PageView) -> None:
    assert "out of date" not in words(view)  # on the day itself it is still good
    late = PageView(english(), PAGE, SOURCES, TODAY + dt.timedelta(days=1))
    shown(qtbot, late)
    assert "last reviewed on 2 Jan 2026" in words(late) and "again by 22 Nov 2026" in words(late)


def test_everything_the_keyboard_reaches_has_a_name(view: PageView) -> None:
    marks(view)[0].click()
    assert unnamed(view) == []


def longer_page(page: Page) -> Page:
    """As in a language that takes 40 % more room."""
    return replace(page, title=longer_words(page.title), blocks=tuple(_longer(each) for each in page.blocks))


def _longer(block: Block) -> Block:
    match block:
        case Heading(text):
            return Heading(longer_words(text))
        case Paragraph():
            return _longer_paragraph(block)
        case Bullets(items):
            return Bullets(tuple(_longer_paragraph(each) for each in items))


def _longer_paragraph(paragraph: Paragraph) -> Paragraph:
    return Paragraph(tuple(replace(each, text=longer_words(each.text)) for each in paragraph.statements))


def test_a_page_says_when_it_was_reviewed_and_how_long_it_takes(view: PageView) -> None:
    assert "Reviewed 2 Jan 2026 · next review by 22 Nov 2026 · 1 minute" in words(view)


def test_a_source_is_copied_as_a_whole(view: PageView) -> None:
    marks(view)[1].click()
    assert view.source.card is not None and view.source.card.copy_source is not None
    view.source.card.copy_source.click()
    assert QGuiApplication.clipboard().text() == (
        "On <b>tea</b> & leaves. The Board, 2019. https://example.org/a?b=1&c=2 (read 22 Nov 2026)"
    )
    assert view.source.card.message.text() == "The source was copied."


def test_all_sources_of_the_page_are_listed_with_their_numbers(view: PageView) -> None:
    assert view.sources_button.text() == "Sources, 2" and not view.sources.isVisible()
    view.sources_button.click()
    settle()
    assert view.sources.isVisible() and list(view.sources.items) == ["told", "tea"]
    assert [item.accessibleName() for item in view.sources.items.values()] == [
        "1. As told, A Newspaper", "2. On <b>tea</b> & leaves, The Board, 2019",
    ]  # fmt: skip
    view.sources_button.click()
    assert not view.sources.isVisible()


def test_the_next_page_is_one_button_away(qtbot: QtBot) -> None:
    following = replace(PAGE, code="next-one", title="Another page")
    made = PageView(english(), PAGE, SOURCES, TODAY, following)
    shown(qtbot, made)
    assert made.next_button is not None and made.next_button.text() == "Next: Another page"
    with qtbot.waitSignal(made.next_wanted) as asked:
        made.next_button.click()
    assert asked.args == ["next-one"]


def test_a_page_that_is_the_last_leads_nowhere(view: PageView) -> None:
    assert view.next_button is None


def test_the_headings_beside_the_page_lead_to_their_places(qtbot: QtBot) -> None:
    page = guidance.page("dependence")
    made = PageView(english(), page, guidance.sources(), TODAY)
    shown(qtbot, made, 900, 600)
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert list(made.on_this_page.items) == headings and made.on_this_page.isVisible()
    told: list[object] = []
    made.revealed.connect(told.append)
    made.on_this_page.items[headings[-1]].click()
    assert told == [made.headings[headings[-1]]]
    made.resize(500, 600)
    settle()
    assert not made.on_this_page.isVisible()


@pytest.mark.slow
@pytest.mark.parametrize(("font", "percent", "pages"), OF_PAGES, indirect=["font"])
def test_no_line_has_more_than_seventy_letters(qapp: QApplication, qtbot: QtBot, percent: int, pages: slice) -> None:
    apply_theme(qapp, "light", percent)
    for page in guidance.pages()[pages]:
        made = PageView(english(), page, guidance.sources(), TODAY)
        made.complete()
        shown(qtbot, made, 420 * percent // 100, 600)
        for width in (420, 900, 2000):  # the same page: making it takes longer than laying it out
            made.resize(width * percent // 100, 600)
            settle()
            for _, prose in made.paragraphs:
                assert max(letters_of_lines(prose)) <= 70, (width, prose.text())
        made.hide()


def letters_of_lines(prose: Prose) -> list[int]:
    """How many letters stand in each line; the room that is kept for marks is none."""
    laid_out = prose._laid_out(prose.width())
    layout, composed = laid_out.layout, laid_out.text
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    written = [composed.text[line.textStart() : line.textStart() + line.textLength()] for line in lines]
    return [len(each.replace("\u00a0" * composed.gap, "").rstrip()) for each in written]


@pytest.mark.quick_every(2)
@both_fonts
def test_a_wide_window_does_not_make_the_column_wider(qtbot: QtBot) -> None:
    page = guidance.page("dependence")
    made = PageView(english(), page, guidance.sources(), TODAY)
    made.complete()
    shown(qtbot, made, 2000, 600)
    assert {prose.width() for _, prose in made.paragraphs} == {reading_width()}
    assert max(max(letters_of_lines(prose)) for _, prose in made.paragraphs) >= 55  # and not much narrower


def test_the_letters_of_a_page_are_larger_than_those_of_a_form(view: PageView) -> None:
    assert {prose._composed().font.pixelSize() for _, prose in view.paragraphs} == {16}


def test_a_screen_reader_hears_a_source_behind_its_paragraph(view: PageView) -> None:
    marks(view)[1].click()
    settle()
    read = spoken(view)
    first, card, after = (
        next(place for place, name in enumerate(read) if name.startswith(begun))
        for begun in ("One <i>sentence</i> & $x$.", "2. On <b>tea</b>", "An item.")
    )
    assert first < card < after


@pytest.mark.slow
@pytest.mark.parametrize(("font", "percent", "pages"), OF_PAGES, indirect=["font"])
def test_no_word_and_no_mark_is_cut(qapp: QApplication, qtbot: QtBot, percent: int, pages: slice) -> None:
    apply_theme(qapp, "light", percent)
    for page in guidance.pages()[pages]:
        view = PageView(longer(), longer_page(page), guidance.sources(), dt.date(2999, 1, 1))
        view.complete()
        area = scrolling(view)
        shown(qtbot, area, 420, 400)
        marks(view)[0].click()
        for width in (420, 900):  # the same page: making it takes longer than laying it out
            area.resize(width, 400)
            settle()
            assert cut(area) == [], width
        area.hide()


@both_fonts
def test_a_cut_text_is_found(qtbot: QtBot) -> None:
    button = QPushButton("far too long for its place")
    holder = PageView(english(), PAGE, SOURCES, TODAY)
    button.setParent(holder)
    button.setFixedWidth(30)
    shown(qtbot, holder)
    assert cut(holder) == ["QPushButton “far too long for its place”: too narrow"]


@both_fonts
@pytest.mark.parametrize("width", [90, 173, 260, 611])
def test_marks_stand_behind_their_sentences_and_never_on_words(qtbot: QtBot, width: int) -> None:
    mark = SourceMark(12, "a", "Source 12")
    prose = Prose([Sentence("Some words of a sentence.", (mark, mark)), Sentence("And more words to come.", (mark,))])
    shown(qtbot, prose, width, 300)
    lines = prose._laid_out(prose.width())
    for button, place in zip(prose.marks, lines.text.places, strict=True):
        line = lines.layout.lineForTextPosition(place)
        left, right = line.cursorToX(place)[0], line.cursorToX(place + 4)[0]  # type: ignore[index]
        assert left <= button.x() and button.geometry().right() <= max(right, left + button.width() + 8)
        assert prose.rect().contains(button.geometry())
    first, second, third = (button.geometry() for button in prose.marks)
    assert not first.intersects(second) and not second.intersects(third)


def test_every_mark_is_large_enough_to_be_hit(view: PageView) -> None:
    assert all(each.width() >= 24 and each.height() >= 24 for each in marks(view)) and marks(view) != []


@pytest.mark.quick_every(2)
@both_fonts
def test_another_text_size_moves_the_marks_along(qapp: QApplication, view: PageView) -> None:
    before = marks(view)[0].geometry()
    apply_theme(qapp, "light", 200)
    settle()
    after = marks(view)[0].geometry()
    assert after.width() > before.width() and after.x() > before.x() and cut(view) == []


def test_each_claim_stands_above_its_verdict_and_why(qtbot: QtBot) -> None:
    page = guidance.page("claims-checked")
    view = PageView(english(), page, guidance.sources(), page.reviewed)
    shown(qtbot, view, 900, 700)
    view.complete()
    of_claims = {paragraph: prose for paragraph, prose in view.paragraphs if paragraph in verdicts(page)}
    assert len(of_claims) > 35 and set(verdicts(page).values()) == {"Wrong", "Unproven", "Sound"}
    for paragraph, prose in of_claims.items():
        claim, verdict, *why = prose.sentences
        assert claim.strong and claim.own_line and verdict.text == f"{verdicts(page)[paragraph]}." and why
        assert f"{claim.text}\u2028{verdict.text} " in prose._composed().text
        assert claim.text.startswith("Claim: ") and not claim.marks
    assert not verdicts(guidance.page("pain-research"))
