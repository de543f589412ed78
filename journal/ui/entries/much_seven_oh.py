"""The question whether a gram of 7-OH is meant: its labels are in milligrams, so it is usually a wrong unit."""

from __future__ import annotations

from journal.core.amounts import GRAM, Amount, Dimension
from journal.core.entries import Content, ProductKind
from journal.core.product_kinds import holds_seven_oh
from journal.texts import Texts
from journal.texts.amounts import quantity_text


def question_if_much(texts: Texts, amount: Amount, kind: ProductKind, content: Content | None) -> str:
    """Nothing of less, or of what is no 7-OH. Saving does not wait for an answer."""
    mass = amount.quantity if amount.dimension is Dimension.MASS else None
    if mass is None or mass < GRAM or not holds_seven_oh(kind, content):
        return ""
    grams = quantity_text(texts, mass, Dimension.MASS)
    return texts("{grams} = {milligrams} mg?", grams=grams, milligrams=texts.integer(mass))
