"""Batches with a laboratory's figures stand on the pages only where a reaction was noted that is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from journal.core.entries import Batch, Dose, Product, ProductKind, Rating, Symptom
from journal.core.moments import moment_now
from journal.core.symptoms import BY_CODE
from journal.insights.leave_out import LeaveOut
from journal.insights.summary import Span
from journal.insights.visit_facts import visit_facts
from journal.reports import ReportOptions
from journal.reports.disclosed import choices_there
from journal.reports.options import CHOICES
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.filled import LAST, noon

__all__ = ["clock", "plain_journal", "templates"]
pytestmark = pytest.mark.usefixtures("qapp")

PERIOD = Span(LAST - dt.timedelta(days=83), LAST)
USUAL = ReportOptions(PERIOD)
RED, GREEN = (Product(name=name, kind=ProductKind.LEAF_POWDER) for name in ("Red Bali", "Green"))
LAB: Any = {"figures": "mitragynine 1.4 %, lead 0.2 ppm", "figures_source": "Lab X, report 77"}
NAUSEA, DARK, DARK_THOUGHTS, KNEE = (
    Symptom(code=code, kind=BY_CODE[code].kind) for code in ("nausea", "dark_urine", "suicidal_thoughts", "joint_pain")
)
RED_LINE = (
    "Red Bali, lot A12. “mitragynine 1.4 %, lead 0.2 ppm”; source: Lab X, report 77; on days with a dose of it: dark "
    "urine (17 Nov), nausea (12 Nov, 17 Nov)."
)
RULE = "Nothing is said of a cause, and days without a rating are not known."


def rated(back: int, symptom: Symptom, value: int = 4, **more: Any) -> Rating:
    return Rating(at=noon(back), symptom=symptom.id, value=value, **more)


def taken(back: int, batch: Batch, **more: Any) -> Dose:
    return Dose(at=noon(back, -60), product=batch.product, batch=batch.id, **more)


def _lot(name: str, **more: Any) -> Batch:
    return Batch(product=GREEN.id, lot=name, figures="yeast: none found", **more)


A12 = Batch(product=RED.id, lot="A12", **LAB)
B7 = Batch(product=GREEN.id, opened=dt.date(2026, 11, 1), figures="yeast: none found")
BARE = Batch(product=GREEN.id, lot="C9")
ENTRIES = (
    RED, GREEN, NAUSEA, DARK, DARK_THOUGHTS, KNEE, A12, B7, BARE,
    taken(4, A12), taken(9, A12), taken(20, A12), taken(3, B7), taken(4, BARE),
    rated(4, NAUSEA), rated(9, NAUSEA, 1), rated(4, DARK), rated(20, KNEE, 8), rated(20, NAUSEA, 0),
)  # fmt: skip


def behind(at: JournalAt, options: ReportOptions = USUAL, *more: Any) -> str:
    with at.open() as book:
        book.save(*ENTRIES, *more)
        return " ".join(pages_of(make_pdf(book, options, english(), moment_now(at.clock)))[1:])


def test_product_lot_figures_source_and_days_are_told_with_the_rule(plain_journal: JournalAt) -> None:
    said = behind(plain_journal)
    assert f"Batches with laboratory figures, where a reaction was noted {RED_LINE} Listed is each batch" in said
    assert RULE in said
    assert not any(words in said for words in ("yeast", "C9", "opened 1 Nov"))  # no reaction, or no figures


def test_one_without_a_lot_or_a_source_says_so(plain_journal: JournalAt) -> None:
    said = behind(plain_journal, USUAL, rated(3, NAUSEA))
    line = "Green, opened 1 Nov 2026. “yeast: none found”; source not said; on days with a dose of it: nausea (18 Nov)."
    assert line in said
    assert said.index(line) < said.index("Red Bali, lot A12.")  # by name: nothing is ranked


@pytest.mark.parametrize(
    "left_out",
    [{"batches": False}, {"products": False}, {"leave_out": LeaveOut(products=frozenset({RED.id}))}],
    ids=["batches", "products", "the product"],
)
def test_they_are_left_out(plain_journal: JournalAt, left_out: Any) -> None:
    said = behind(plain_journal, replace(USUAL, **left_out))
    assert "A12" not in said and RULE not in said


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        ({"side_effects": False}, "on days with a dose of it: dark urine (17 Nov)."),
        ({"warnings": False}, "on days with a dose of it: nausea (12 Nov, 17 Nov)."),
    ],
    ids=["side effects", "warnings"],
)
def test_a_symptom_that_is_left_out_lists_no_batch(plain_journal: JournalAt, left_out: Any, told: str) -> None:
    assert told in behind(plain_journal, replace(USUAL, **left_out))


def test_what_is_private_lists_none(plain_journal: JournalAt) -> None:
    """A batch, a dose or a rating that is private, and thoughts of suicide, which have their own tick."""
    hidden = _lot("P1", private=True)
    open_one = _lot("P2")
    third = _lot("P3")
    said = behind(
        plain_journal, USUAL, hidden, open_one, third, taken(4, hidden), taken(4, open_one, private=True),
        taken(30, third), rated(30, NAUSEA, private=True), rated(30, DARK_THOUGHTS),
    )  # fmt: skip
    assert "lot A12" in said
    assert not any(lot in said for lot in ("P1", "P2", "P3"))


def test_it_is_a_choice_where_there_are_such_figures(plain_journal: JournalAt) -> None:
    with plain_journal.open() as book:
        book.save(RED, GREEN, BARE)
        assert "batches" not in choices_there(visit_facts(book, PERIOD))
        book.save(A12)
        assert "batches" in choices_there(visit_facts(book, PERIOD))


def test_its_choice_says_which_batches_it_is_about() -> None:
    (choice,) = (choice for choice in CHOICES if choice.code == "batches")
    assert choice.title == "Batches with laboratory figures, where a reaction was noted"
