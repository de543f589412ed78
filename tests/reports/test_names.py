"""Names on the pages: of deleted products, of what 10 means, and of what cannot be printed as it is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.entries import Dose, Product, ProductKind, Rating, Symptom
from journal.core.moments import moment_now
from journal.core.symptoms import SymptomKind
from journal.core.typed_amounts import parse_amount
from journal.reports.options import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.drawn_letters import drawn_lines
from tests.reports.filled import noon
from tests.reports.other_scripts import pages_with, script_fonts
from tests.reports.test_pdf import OPTIONS

__all__ = ["clock", "plain_journal", "templates"]


def pages(at: JournalAt, options: ReportOptions = OPTIONS) -> list[str]:
    with at.open(read_only=True) as book:
        return pages_of(make_pdf(book, options, english(), moment_now(book.clock)))


def fill(at: JournalAt, product: Product, symptom: Symptom) -> None:
    with at.open() as book:
        book.save(product, symptom)
        for day in range(1, 15):
            book.save(Dose(at=noon(day), product=product.id, amount=parse_amount("3 g")))
            book.save(Rating(at=noon(day), symptom=symptom.id, value=6))


def test_the_doses_of_a_deleted_product_stay_what_they_are(qapp: QApplication, plain_journal: JournalAt) -> None:
    product = Product(name="Red Bali", kind=ProductKind.LEAF_POWDER)
    fill(plain_journal, product, Symptom(name="Knee", kind=SymptomKind.PAIN))
    before = pages(plain_journal)
    assert "Red Bali 14 doses, 14 days" in before[0] and "Leaf, 3.0 g in 1 dose a day" in before[0]
    with plain_journal.open() as book:
        book.delete([product.id])
    assert pages(plain_journal)[0] == before[0]


@pytest.mark.parametrize("higher_is_better", [True, False])
def test_where_more_is_better_that_is_said(
    qapp: QApplication, plain_journal: JournalAt, higher_is_better: bool
) -> None:
    """The line on top, the row of figures and the chart say it; of a built-in scale whatever was stored beside it."""
    mood = Symptom(code="mood", kind=SymptomKind.WELLBEING, higher_is_better=higher_is_better, main=True)
    fill(plain_journal, Product(name="Red", kind=ProductKind.LEAF_POWDER), mood)
    first, *later = pages(plain_journal, replace(OPTIONS, mood=True))
    assert first.count("ood (10 best)") == 3 and "mood (10 best) 6.0 on 14 rated days" in first
    assert "Mood: 0 worst, 10 best" in " ".join(later)


def test_names_that_are_nowhere_are_not_counted(qapp: QApplication, plain_journal: JournalAt) -> None:
    fill(plain_journal, Product(name="Red", kind=ProductKind.LEAF_POWDER), Symptom(name="Knee", kind=SymptomKind.PAIN))
    with plain_journal.open() as book:
        book.save(Product(name="腰痛", kind=ProductKind.LEAF_POWDER))
    assert "cannot be shown in this PDF" not in " ".join(pages(plain_journal))
    with plain_journal.open() as book:
        named = next(each for each in book.products() if each.name == "腰痛")
        book.save(Dose(at=noon(2), product=named.id))
    assert "2 characters of names and texts cannot be shown" in " ".join(pages(plain_journal))


def test_names_in_other_scripts_are_printed_and_the_font_is_named(
    qapp: QApplication, plain_journal: JournalAt, tmp_path: Path
) -> None:
    product = Product(name="日本語 茶", kind=ProductKind.LEAF_POWDER)
    fill(plain_journal, product, Symptom(name="腰痛", kind=SymptomKind.PAIN, main=True))
    with pages_with(script_fonts(tmp_path)):
        shown = pages(plain_journal, replace(OPTIONS, words="ปวดหลัง 허리통증 क"))
        shown_again = pages(plain_journal, replace(OPTIONS, words="ปวดหลัง 허리통증 क"))
    first, *others = shown
    later = " ".join(others)
    assert "日本語 ▯" in first and "ปวดหลัง 허리통증 ▯" in first
    assert first.count("腰痛") >= 3  # in the table, above its panel of the chart, and in what is said below
    assert "set in Box East Asian, Box Korean, Box Thai, found on this computer" in later
    assert "2 characters of names and texts cannot be shown" in later
    assert shown_again == shown


def test_names_from_right_to_left_keep_their_order_in_tables_and_charts(
    qapp: QApplication, plain_journal: JournalAt
) -> None:
    symptom = Symptom(name="כאב (גב)", kind=SymptomKind.PAIN, main=True)
    fill(plain_journal, Product(name="עלה Red", kind=ProductKind.LEAF_POWDER), symptom)
    with plain_journal.open(read_only=True) as book:
        made = make_pdf(book, OPTIONS, english(), moment_now(book.clock))
    lines = drawn_lines(made)
    assert "Red הלע" in lines
    assert "(בג) באכ" in lines  # above its panel of the chart
    assert "(בג) באכ 6.0 on 14 rated days of 28; last 7 days: 6.0; 28 days before: not recorded." in lines
    assert "cannot be shown in this PDF" not in " ".join(pages_of(made))


def test_two_symptoms_of_one_name_are_told_apart(qapp: QApplication, plain_journal: JournalAt) -> None:
    """The window refuses a second one; an import can bring it."""
    own = Symptom(name="Lower back pain", kind=SymptomKind.PAIN, main=True)
    fill(plain_journal, Product(name="Red", kind=ProductKind.LEAF_POWDER), own)
    with plain_journal.open() as book:
        built_in = Symptom(code="back_pain", kind=SymptomKind.PAIN, position=1)
        book.save(built_in, Symptom(name="Lower back pain", kind=SymptomKind.SIDE_EFFECT, position=2))
        for day in range(1, 15):
            book.save(Rating(at=noon(day), symptom=built_in.id, value=2))
    first, *others = pages(plain_journal)
    assert "Lower back pain (1) 6.0 on 14 rated days" in first and "Lower back pain (2) 2.0" in first
    assert "Lower back pain (1) 6.0 n 14" in " ".join(others) and "Lower back pain (2) 2.0 n 14" in " ".join(others)
