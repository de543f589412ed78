"""What is a dose by its name in a file that lists it among everything else that was taken, and its amount."""

from __future__ import annotations

import re

from journal.core.amounts import SIGNS, plain_number
from journal.core.plaintext import folded
from journal.core.refusal import Refused
from journal.core.typed_amounts import parse_amount

_DOSES = re.compile(r"kratom|mitragyn|\b7[- ]?oh\b")


def names_a_dose(name: str) -> bool:
    """Whether it names kratom or a part of it; everything else is an intake."""
    return _DOSES.search(folded(name)) is not None


def amount_cells(typed: str) -> dict[str, str]:
    """The amount as the program's own CSV has it: a number where the words say one of g, mg or ml, else the words."""
    if not typed:
        return {}
    try:
        amount = parse_amount(typed, (), "?")
    except Refused as reason:
        if reason.code in ("amount-zero", "amount-negative"):
            raise
        return {"typed": typed}
    if amount.quantity is None or amount.dimension is None:
        return {"typed": typed}
    return {"typed": amount.text, "amount": plain_number(amount.quantity), "unit": SIGNS[amount.dimension]}
