"""What is private takes along what belongs to it: neither its name nor its entries stand on the pages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.amounts import Amount, Dimension
from journal.core.entries import Dose, Product, ProductKind, Rating, Symptom
from journal.insights.summary import Span
from journal.logbook import Logbook
from journal.reports import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.journals import clock, now, plain_book, plain_journal, templates
from tests.oracle.read_back import pages_of

__all__ = ["clock", "plain_book", "plain_journal", "templates"]


@pytest.mark.parametrize("private", [False, True])
def test_of_a_private_product_or_symptom_nothing_is_named(
    qapp: QApplication, plain_book: Logbook, private: bool
) -> None:
    secret = Product(name="Secret shot", kind=ProductKind.EXTRACT, private=True)
    open_one = Product(name="Green leaf", kind=ProductKind.LEAF_POWDER)
    symptom = Symptom(name="Hidden ache", private=True)
    plain_book.save(secret, open_one, symptom)
    for product, unit in ((secret, Dimension.VOLUME), (open_one, Dimension.MASS)):
        plain_book.save(Dose(at=now(plain_book), product=product.id, amount=Amount("3", 3000, unit)))
    plain_book.save(Rating(at=now(plain_book), symptom=symptom.id, value=5))
    today = plain_book.today()
    options = ReportOptions(Span(today, today), private=private)
    said = " ".join(pages_of(make_pdf(plain_book, options, english(), now(plain_book))))
    assert "Green leaf" in said
    assert [("Secret shot" in said), ("Hidden ache" in said or "hidden ache" in said)] == [private, private]
