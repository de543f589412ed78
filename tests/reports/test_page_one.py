"""Page 1 is one page, inside its margins and without one word over another, for journals of every size."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from journal.core.moments import moment_now
from journal.insights.summary import Span
from journal.reports import Paper, ReportOptions
from journal.reports.layout import MARGIN, SIZES
from journal.reports.pdf import undated_pdf
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import bounds_of, pages_of
from tests.reports.filled import LAST, LONG, filled_journals

__all__ = ["clock", "plain_journal", "templates"]

TEXTS = english()
CASES = tuple(filled_journals())
PAPERS: tuple[Paper, ...] = ("a4", "letter")


def pages(at: JournalAt, case: str, paper: Paper = "a4") -> bytes:
    """The PDF of a journal filled for the case."""
    with at.open() as book:
        fill, days = filled_journals()[case]
        fill(book)
        long = LONG if "long" in case else ""
        options = ReportOptions(
            Span(LAST - dt.timedelta(days=days - 1), LAST), paper, words=long[:240], goal=long[:120], name=long[:200],
            suicidal="warning" in case,
        )  # fmt: skip
        return undated_pdf(book, options, TEXTS, moment_now(at.clock))


def _looked_at(at: JournalAt, case: str, paper: Paper) -> None:
    pdf = pages(at, case, paper)
    found = pages_of(pdf)
    assert len(found) == 2
    assert found[0].startswith("Kratom use and symptom summary")
    assert found[1].startswith("How these figures are made")
    assert "Page 1 of 2" in found[0]
    assert "Page 2 of 2" in found[1]
    for page in (0, 1):
        assert within_margins(bounds_of(pdf, page), paper), bounds_of(pdf, page)


QUICK = ("no data", "1 entry", "84 full days", "extract only", "long texts", "long texts and many warnings")


@pytest.mark.parametrize("case", QUICK)
def test_page_1_is_one_page_within_its_margins(qapp: QApplication, plain_journal: JournalAt, case: str) -> None:
    _looked_at(plain_journal, case, "letter" if "many" in case else "a4")


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("case", CASES)
def test_every_case_is_two_pages_on_both_papers(
    qapp: QApplication, plain_journal: JournalAt, case: str, paper: Paper
) -> None:
    _looked_at(plain_journal, case, paper)


def within_margins(frame: QRectF, paper: Paper) -> bool:
    width, height = SIZES[paper]
    # Side bearings of letters reach half a point over.
    allowed = QRectF(MARGIN - 0.5, MARGIN - 2, width - 2 * MARGIN + 1, height - 2 * MARGIN + 4)
    return allowed.contains(frame)


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("case", [pytest.param(case, marks=[pytest.mark.slow] * (case not in QUICK)) for case in CASES])
def test_no_word_lies_over_another(plain_journal: JournalAt, tmp_path: Path, case: str, paper: Paper) -> None:
    words = list(words_with_frames(pages(plain_journal, case, paper), tmp_path))
    over = [(one, other) for (one, a), (other, b) in combinations(words, 2) if overlap(a, b)]
    assert not over


Frame = tuple[float, float, float, float]
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def words_with_frames(pdf: bytes, folder: Path) -> Iterator[tuple[str, Frame]]:
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    said = subprocess.run(
        ["pdftotext", "-bbox", "-f", "1", "-l", "1", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    for left, top, right, bottom, word in _WORD.findall(said):
        yield word, (float(left), float(top), float(right), float(bottom))


def overlap(one: Frame, other: Frame) -> bool:
    """Frames are as high as the font, so lines close together touch a little."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    lower = min(one[3] - one[1], other[3] - other[1])
    return across > 0.3 and down > 0.45 * lower


def test_an_overlap_would_be_seen() -> None:
    assert overlap((0, 0, 40, 9), (39, 1, 60, 10))
    assert not overlap((0, 0, 40, 9), (0, 7, 40, 16))


def test_texts_cut_on_page_1_are_in_full_on_the_last_page(qapp: QApplication, plain_journal: JournalAt) -> None:
    first, last = pages_of(pages(plain_journal, "long texts"))
    assert "… (page 2)" in first
    assert LONG[:120] in last.replace(" ", "")


def test_few_days_say_what_is_missing(qapp: QApplication, plain_journal: JournalAt) -> None:
    first, _ = pages_of(pages(plain_journal, "1 entry"))
    assert "7 recorded days are needed for this chart; there is 1." in first
    assert "Fewer than half of the days have entries." in first
    assert "— (too few)" in first


def test_many_warnings_are_counted_in_the_box(qapp: QApplication, plain_journal: JournalAt) -> None:
    first, _ = pages_of(pages(plain_journal, "many warnings"))
    assert "Warning symptoms noted in this period" in first
    assert re.search(r"of 10 \(and \d+ more\)", first)
    assert "See the box above." in first
