"""What is seen of a file before it is opened names nobody, no medicine, no substance, no mood and no sign."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from journal.core.entries import Condition, Dose, Intake, Product, ProductKind, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.core.substances import Source, Substance, Taken
from journal.core.symptoms import BY_CODE
from journal.core.typed_amounts import parse_amount
from journal.insights.summary import Span
from journal.reports.options import CHOICES, suggested_name
from journal.reports.pdf import make_pdf, protect
from journal.texts import english
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.filled import noon
from tests.reports.test_pdf import OPTIONS

__all__ = ["clock", "plain_journal", "templates"]

LOUD = (
    "kratom", "Red Bali", "7-OH", "Sertraline", "Alcohol", "Beer", "Mood", "Depression", "suicid", "urine", "pain",
    "pregnan", "Sam Person",
)  # fmt: skip
SIGNS = ("dark_urine", "suicidal_thoughts", "mood", "back_pain")


@pytest.fixture
def everything(qapp: QApplication, plain_journal: JournalAt) -> bytes:
    """Pages that print all there is."""
    product = Product(name="Red Bali", kind=ProductKind.SEVEN_OH)
    symptoms = [Symptom(code=code, kind=BY_CODE[code].kind) for code in SIGNS]
    shown: dict[str, Any] = {choice.field: True for choice in CHOICES}
    options = replace(OPTIONS, name="Sam Person", words="my Red Bali", goal="no kratom", **shown)
    with plain_journal.open() as book:
        book.save(product, Substance(name="Sertraline", source=Source.PRESCRIBED), *symptoms)
        book.save(Condition(what=ConditionKind.MENTAL_HEALTH, name="Depression"))
        book.save(Dose(at=noon(2), product=product.id, amount=parse_amount("15 mg")))
        book.save(Intake(at=noon(2), what=Taken.ALCOHOL, name="Beer", drinks=2000))
        book.save(*(Rating(at=noon(2), symptom=each.id, value=6) for each in symptoms))
        return make_pdf(book, options, english(), moment_now(book.clock))


def loud_words(text: str) -> list[str]:
    return [each for each in LOUD if re.search(re.escape(each), text, re.IGNORECASE)]


def test_the_pages_themselves_do_name_them(everything: bytes) -> None:
    assert len(loud_words(" ".join(pages_of(everything)))) >= len(LOUD) - 2


@pytest.mark.parametrize("locked", [False, True])
def test_title_and_properties_name_nothing(everything: bytes, locked: bool) -> None:
    pdf = protect(everything, "paper moon") if locked else everything
    reader = PdfReader(io.BytesIO(pdf), password="paper moon" if locked else None)
    properties = {key: str(value) for key, value in (reader.metadata or {}).items()}
    assert properties["/Title"] == "Use and symptom summary"
    assert loud_words(" ".join(properties.values())) == []
    assert properties.get("/Author", "") == "" and properties.get("/Subject", "") == ""
    root: Any = reader.trailer["/Root"]
    assert "/Metadata" not in root or loud_words(root["/Metadata"].get_data().decode("utf-8", "replace")) == []


def test_file_names_hold_a_date_and_nothing_else() -> None:
    name = suggested_name(Span(dt.date(2026, 8, 30), dt.date(2026, 11, 21)))
    assert name == "journal-summary-2026-11-21.pdf"
    assert loud_words(Path(name).stem) == []
