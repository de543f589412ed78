"""The pieces that a product of a kind is counted in besides what is usual: tablets of 7-OH or extract."""

from __future__ import annotations

from journal.core.entries import ProductKind, Unit
from journal.core.product_kinds import COUNTED_TOO, USUAL_UNITS
from journal.core.refusal import Refused
from journal.core.typed_amounts import find_unit
from journal.texts import Texts


def counted_by(texts: Texts, typed: str, kind: ProductKind) -> str:
    """The name of the unit that was meant by "tablets" or "tab"; "" where such a product is not counted in it."""
    words = {USUAL_UNITS.get(kind, ""): None, **dict.fromkeys(COUNTED_TOO.get(kind, ()))}
    for name in (texts(word) for word in words if word):
        try:
            if find_unit(typed, [Unit(product="", name=name)]) is not None:
                return name
        except Refused:
            continue
    return ""
