"""Page 1 is one page, inside its margins and without one word over another, for journals of every size."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from PySide6.QtWidgets import QApplication

from journal.core.entries import Symptom
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at, moment_now
from journal.core.symptoms import SymptomKind
from journal.insights.summary import Span
from journal.reports import Paper, ReportOptions
from journal.reports.columns import Columns
from journal.reports.fonts import REGULAR, register_fonts
from journal.reports.page_1_layout import MARGIN, SIZES, caption_height, draw_caption
from journal.reports.pdf import make_pdf
from journal.reports.pen import LINE, Pen, width_of
from journal.reports.tagged import TaggedCanvas
from journal.reports.top_blocks import LABELS, label_size
from journal.texts import english
from tests.insights.sheet import PERIOD, Sheet
from tests.journals import START_MS, JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper, extreme_journal, most_of_all
from tests.reports.filled import LAST, LONG, filled_journals
from tests.reports.text_boxes import TextBox, overlaps, text_boxes

__all__ = ["clock", "plain_journal", "templates"]

TEXTS = english()
CASES = tuple(filled_journals())
PAPERS: tuple[Paper, ...] = ("a4", "letter")
SMALLEST = 7.5  # points


def pages(at: JournalAt, case: str, paper: Paper = "a4") -> bytes:
    """The PDF of a journal filled for the case."""
    with at.open() as book:
        fill, days = filled_journals()[case]
        fill(book)
        long = LONG if "long" in case else ""
        options = ReportOptions(
            Span(LAST - dt.timedelta(days=days - 1), LAST), paper, words=long[:240], goal=long[:120], name=long[:200],
            suicidal=True, planned=long[:120],
        )  # fmt: skip
        return make_pdf(book, options, TEXTS, moment_now(at.clock))


def test_how_to_read_the_chart_takes_a_second_line_where_every_mark_occurs(monkeypatch: pytest.MonkeyPatch) -> None:
    register_fonts()
    said = " · ".join(["bar: a day", "line: 7-day median", *["• other entries only: doses not recorded"] * 3])
    pen = Pen(TaggedCanvas(io.BytesIO()))
    lines: list[str] = []
    monkeypatch.setattr(pen, "text", lambda _x, _y, words, _size: lines.append(words))
    width = SIZES["letter"][0] - 2 * MARGIN
    assert draw_caption(pen, said, 700, width) == 700 - caption_height(said, width)
    assert len(lines) == 2 and " ".join(lines) == said
    assert all(width_of(each, SMALLEST) <= width for each in lines)
    assert caption_height(said, width) == 2 * caption_height("bar: a day", width)


def faults(pdf: bytes, paper: Paper) -> list[str]:
    """What a reader would stumble over: words over words, outside of the margins, too small; fonts left out."""
    found: list[str] = []
    for page in range(_page_count(pdf)):
        boxes = text_boxes(pdf, page)
        found += [f"{one!r} over {other!r}" for one, other in overlaps(boxes)]
        found += [f"{each.words!r} outside of the margins" for each in boxes if not within_margins(each, paper)]
        found += [f"{each.words!r} in {each.size:.1f} points" for each in boxes if each.size < SMALLEST - 0.01]
    return [*found, *(f"{name} is not embedded" for name in fonts_left_out(pdf))]


def _page_count(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


def within_margins(box: TextBox, paper: Paper) -> bool:
    width, height = SIZES[paper]
    # Letters are drawn a little over their measure.
    return box.left >= MARGIN - 0.5 and box.right <= width - MARGIN + 0.5 and box.bottom >= MARGIN - 2 and (
        box.top <= height - MARGIN + 2
    )  # fmt: skip


def fonts_left_out(pdf: bytes) -> list[str]:
    fonts = [font for page in PdfReader(io.BytesIO(pdf)).pages for font in _fonts(page)]
    assert fonts
    return [font["/BaseFont"] for font in fonts if "/FontFile2" not in font["/FontDescriptor"]]


def _fonts(page: PageObject) -> list[Any]:
    resources: Any = page["/Resources"]
    return [font.get_object() for font in resources["/Font"].values()]


def _looked_at(pdf: bytes, paper: Paper) -> None:
    found = pages_of(pdf)
    assert found[0].startswith("Kratom use and symptom summary")
    titles = (
        "Page 1, continued",
        "Symptoms and data quality",
        "How these figures are made",
    )  # long names fill two of the last
    assert all(page.startswith(titles) for page in found[1:-1])
    assert found[-1].startswith("How these figures are made")
    assert all(f"Page {number} of {len(found)}" in page for number, page in enumerate(found, 1))
    assert faults(pdf, paper) == []
    assert not ("no room here: see page 2" in found[0] and "Notes at the visit" in found[0])


QUICK = ("no data", "long texts and many warnings", "a sign today")


@pytest.mark.quick_every(3)
@pytest.mark.slow_every(5)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("case", [pytest.param(case, marks=[pytest.mark.slow] * (case not in QUICK)) for case in CASES])
def test_page_1_is_one_page_that_can_be_read(
    qapp: QApplication, plain_journal: JournalAt, case: str, paper: Paper
) -> None:
    _looked_at(pages(plain_journal, case, paper), paper)


# --- the greatest amounts ---------------------------------------------------------------------------------------------

OPTIONS = {paper: ReportOptions(PERIOD, paper, goal="g" * 120) for paper in PAPERS}
AT = moment_at(START_MS, "Europe/Berlin")
LAST_OF_SHEET_MS = (day_number(PERIOD.last) + 1) * DAY_MS


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("paper", PAPERS)
def test_ten_kilograms_a_day_have_room(qapp: QApplication, paper: Paper) -> None:
    pdf = make_pdf(most_of_all(), OPTIONS[paper], TEXTS, AT)
    _looked_at(pdf, paper)
    first = pages_of(pdf)[0]
    assert "10000 [10000–10001] n 21" in first and re.search(r"10000( \[10000–10001\])? n 28", first)


@pytest.mark.quick_every(8)
@pytest.mark.parametrize("seed", range(8))
def test_any_amount_has_room(qapp: QApplication, seed: int) -> None:
    paper = PAPERS[seed % 2]
    _looked_at(make_pdf(extreme_journal(seed), OPTIONS[paper], TEXTS, AT), paper)


@pytest.mark.slow
@pytest.mark.slow_every(2)
@pytest.mark.timeout(600)
@pytest.mark.parametrize("paper", PAPERS)
def test_any_of_some_amounts_has_room(qapp: QApplication, paper: Paper) -> None:
    _have_room(range(8, 24), paper)


@pytest.mark.campaign
@pytest.mark.timeout(600)
@pytest.mark.parametrize("paper", PAPERS)
def test_any_of_many_amounts_has_room(qapp: QApplication, paper: Paper) -> None:
    _have_room(range(24, 100), paper)


def _have_room(seeds: Iterable[int], paper: Paper) -> None:
    for seed in seeds:
        pdf = make_pdf(extreme_journal(seed), OPTIONS[paper], TEXTS, AT)
        assert faults(pdf, paper) == [], seed


# --- that faults are found --------------------------------------------------------------------------------------------


def _page(*texts: tuple[float, float, str], font: str = REGULAR, size: float = 8) -> bytes:
    """Two pages, the first with these words at these places."""
    register_fonts()
    out = io.BytesIO()
    canvas = TaggedCanvas(out, pagesize=SIZES["a4"], initialFontName=REGULAR)
    for x, y, words in texts:
        canvas.setFont(font, size)
        canvas.drawString(x, y, words)
    canvas.showPage()
    canvas.setFont(font, size)
    canvas.drawString(100, 400, "The second page")
    canvas.save()
    return out.getvalue()


def test_words_beside_and_below_each_other_are_no_fault() -> None:
    assert faults(_page((100, 400, "Amount"), (137, 400, "g"), (100, 390, "Doses")), "a4") == []


@pytest.mark.parametrize(
    ("planted", "fault"),
    [
        (_page((100, 400, "1234 g"), (120, 402, "5678 g")), "'1234 g' over '5678 g'"),
        (_page((100, 400, "over the edge " * 12)), "outside of the margins"),
        (_page((100, 20, "below the edge")), "'below the edge' outside of the margins"),
        (_page((100, 400, "tiny"), size=6), "'tiny' in 6.0 points"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(planted: bytes, fault: str) -> None:
    assert any(fault in found for found in faults(planted, "a4"))


@pytest.mark.slow
def test_columns_that_do_not_give_way_would_be_seen(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Columns, "hold", lambda placed: True)
    assert any(" over " in fault for fault in faults(make_pdf(most_of_all(), OPTIONS["a4"], TEXTS, AT), "a4"))


# --- what is said -----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_texts_cut_on_page_1_are_in_full_on_a_later_page(qapp: QApplication, plain_journal: JournalAt) -> None:
    first, *others = pages_of(pages(plain_journal, "long texts"))
    assert "… (page 2)" in first
    assert LONG[:120] in "".join(others).replace(" ", "")


@pytest.mark.slow
def test_no_name_of_a_built_in_side_effect_is_cut(qapp: QApplication, plain_journal: JournalAt) -> None:
    first, *others = pages_of(pages(plain_journal, "84 full days"))
    assert re.search(r"Dizziness \d+ of \d+", " ".join(first.split()))
    assert "Dizziness or" not in " ".join([first, *others])


def test_few_days_say_what_is_missing(qapp: QApplication, plain_journal: JournalAt) -> None:
    first, *_ = pages_of(pages(plain_journal, "1 entry"))
    assert "7 recorded days are needed for this chart; there is 1." in first
    assert "Fewer than half" not in first and "First entry" in first  # a new journal is not one that was neglected
    assert "too few" in first and "n 0" not in first


@pytest.mark.slow
def test_the_chart_pays_for_many_warnings(qapp: QApplication, plain_journal: JournalAt) -> None:
    first, _, third, *_ = pages_of(pages(plain_journal, "many warnings", "letter"))
    assert "Warning symptoms noted, most recently yesterday, 21 Nov 2026." in first
    assert all(name in first for name in ("seizure", "black stool", "thoughts of suicide", "hard to wake"))
    assert "the whole chart: page 3" in first and "Lower back pain 0–10" in first
    assert "Lower back pain 0–10" in third and "Extract" in third


def test_a_long_name_leaves_the_rating_of_a_warning_room(qapp: QApplication) -> None:
    noted = Symptom(id="yellow", name="very " * 39 + "odd", kind=SymptomKind.WARNING)
    sheet = Sheet()
    for day in range(6):
        sheet.rating(day, 7, symptom=noted)
    made_at = moment_at(LAST_OF_SHEET_MS, "UTC")
    pdf = make_pdf(OnPaper(sheet, (noted,)), OPTIONS["a4"], TEXTS, made_at)
    assert re.search(r"very (very )+very… on 6 days, the first 26 May 2026, the last yesterday, 31 May 2026, 12:00: "
                     "7 of 10", pages_of(pdf)[0])  # fmt: skip
    assert faults(pdf, "a4") == []


# --- on a fax ---------------------------------------------------------------------------------------------------------


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("case", ["a sign today", "7 days"])
def test_no_word_lies_on_grey(qapp: QApplication, plain_journal: JournalAt, case: str, paper: Paper) -> None:
    """As a fax at 200 dots an inch: around every word the ground is white, and its letters are black."""
    pytest.importorskip("pypdfium2")
    from tests.reports.pictures import grey_image

    pdf = pages(plain_journal, case, paper)
    height = SIZES[paper][1]
    image = grey_image(pdf, 200)
    for box in text_boxes(pdf):
        scale = 200 / 72
        part = image[
            round((height - box.top) * scale) : round((height - box.bottom) * scale),
            round(box.left * scale) : round(box.right * scale),
        ]
        darkest, lightest = int(part.min()), int(part.max())
        assert darkest < 100 and lightest == 255, f"{box.words!r}: {darkest} to {lightest}"
        grey = ((part > 200) & (part < 250)).mean()
        assert grey < 0.2, f"{box.words!r} lies on grey"


@pytest.mark.parametrize("label", ["Pain", "Symptom, function", "What has not been asked"])
def test_a_label_keeps_away_from_what_is_said_of_it(qapp: QApplication, label: str) -> None:
    register_fonts()
    assert width_of(label, label_size(label), bold=True) <= LABELS - 4
    assert label_size("Pain") == LINE
