"""Another amount of a medicine that is on the list: no strength stays in the name beside it."""

from __future__ import annotations

from journal.core.entries import Substance
from journal.guidance.medicine_line import MedicineLine, taken_apart
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.kit.form import Form


def fill_amount(form: Form, known: Substance, typed: Substance) -> None:
    """Fill in what was typed; what the name said of amount and how often goes where it belongs, or gives way."""
    if not isinstance(form, DeclaredForm) or not (typed.amount or typed.how_often):
        return
    in_name = taken_apart(known.name) or MedicineLine(known.name, "", "")
    parts = {
        "name": in_name.name,
        "amount": typed.amount or known.amount or in_name.amount,
        "how_often": typed.how_often or known.how_often or in_name.how_often,
    }
    for field, words in parts.items():
        form.inputs[field].restore(words)
