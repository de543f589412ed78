"""What a dose is in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.core.entries import Dose, Entry
from journal.texts import Texts
from journal.texts.amounts import amount_text
from journal.texts.health_names import reasons_in_words
from journal.texts.marked import marked
from journal.texts.names import PREPARATIONS
from journal.ui.entries.brief import Brought, quoted
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.dose_words import dose_detail, dose_fact, dose_title
from journal.ui.entries.kind import Action, EntryKind
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names

if TYPE_CHECKING:
    from journal.ui.entries.details import Details
    from journal.ui.entries.dose_form import DoseForm
    from journal.ui.kit.bridge import Bridge


class DoseKind(EntryKind):
    """What was taken, with the ratings made before it in the same row."""

    code, cls = "dose", Dose
    name, plural, title_word = marked("Dose"), marked("Doses"), marked("Dose")
    icon = "cup"
    action = Action(marked("Dose"), "leaf", "Ctrl+D")

    def form(self, bridge: Bridge, draft_key: str) -> DoseForm:
        from journal.ui.entries.dose_form import DoseForm

        return DoseForm(bridge, draft_key)

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        dose = _dose(row.entries[0])
        return Line(dose_title(texts, names, dose), dose_detail(texts, dose), dose_fact(texts, names, row))

    def below(self, details: Details) -> str:
        return details.when_and_where(details.how_taken(_dose(details.entry)))

    def sections(self, details: Details) -> Sequence[tuple[str, str]]:
        texts, dose = details.texts, _dose(details.entry)
        return (
            (texts("Amount"), details.amount(dose.amount)),
            (texts("Batch"), details.batch(dose)),
            (texts("Warning symptom"), details.answers()),
            (texts("Linked"), details.linked_ratings(dose)),
            (texts("Reasons"), reasons_in_words(texts, dose.reasons)),
            (texts("Note"), details.long_text(dose.note)),
        )

    def brief(self, brought: Brought, entry: Entry) -> list[str]:
        texts, dose = brought.texts, _dose(entry)
        unit = brought.units.get(dose.amount.unit or "", "")
        amount, product = amount_text(texts, dose.amount, unit), brought.products.get(dose.product or "")
        parts = [f"{amount} {product}" if product else texts("{amount}, product not said", amount=amount)]
        if dose.preparation is not None:
            parts.append(texts(PREPARATIONS[dose.preparation]))
        return [*parts, quoted(texts, dose.note)] if dose.note else parts


def _dose(entry: Entry) -> Dose:
    assert isinstance(entry, Dose)
    return entry
