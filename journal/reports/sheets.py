"""The sheet for a pharmacist and the emergency card as a PDF, each made only on request."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from journal import __version__
from journal.core.moments import Moment
from journal.reports.card_layout import CardLayout
from journal.reports.emergency_card import emergency_card
from journal.reports.fonts import register_fonts
from journal.reports.page_1_layout import SIZES
from journal.reports.paper import new_canvas
from journal.reports.pharmacist_layout import PharmacistLayout
from journal.reports.pharmacist_sheet import pharmacist_sheet
from journal.reports.printed import Printed
from journal.reports.right_to_left import without_marks
from journal.reports.sheet_facts import SheetJournal, sheet_facts
from journal.reports.sheet_inputs import SheetInputs
from journal.reports.sheet_options import SheetKind, SheetOptions
from journal.texts import Texts


@dataclass(frozen=True, slots=True)
class SheetMade:
    """The PDF, and how many characters of it are replaced because the font lacks them.

    ``in_part``: what has no room on the card, or only in part; it stands in full below it.
    """

    pdf: bytes
    replaced: int
    in_part: tuple[str, ...] = ()


def make_sheet(journal: SheetJournal, options: SheetOptions, texts: Texts, made_at: Moment) -> SheetMade:
    """One sheet; the same input gives the same bytes."""
    register_fonts()
    printed = Printed()
    inputs = SheetInputs(texts, sheet_facts(journal, options, made_at), options, made_at, printed)
    pdf = _MADE_BY[options.kind](inputs)
    in_part = tuple(map(without_marks, printed.cut)) if options.kind is SheetKind.EMERGENCY else ()
    return SheetMade(pdf, printed.replaced, in_part)


def _pharmacist(inputs: SheetInputs) -> bytes:
    texts, made_at, out = inputs.texts, inputs.made_at, io.BytesIO()
    size = SIZES[inputs.options.paper]
    sheet = pharmacist_sheet(inputs)
    canvas = new_canvas(out, size, texts("List for the pharmacist"), texts.language, made_at,
                        f"Leaf Journal {__version__}")  # fmt: skip
    made = texts(
        "Made offline on {day}, {time}, Leaf Journal {version}. Not checked by a clinician or pharmacist.",
        day=texts.short_day(made_at.local.date()), time=texts.time(made_at.local), version=__version__,
    )  # fmt: skip
    PharmacistLayout(sheet, size, inputs.printed, texts).draw(canvas, made)
    canvas.save()
    return out.getvalue()


def _card(inputs: SheetInputs) -> bytes:
    """Nothing on its paper, and nothing in its file, names the program."""
    texts, out, size = inputs.texts, io.BytesIO(), SIZES[inputs.options.paper]
    card = emergency_card(inputs)
    canvas = new_canvas(out, size, card.outside, texts.language, inputs.made_at, program="")
    canvas.bookmarkPage("card")
    canvas.addOutlineEntry(card.outside, "card")
    CardLayout(card, size, inputs.printed, texts, tuple(inputs.not_shown())).draw(canvas)
    canvas.save()
    return out.getvalue()


_MADE_BY: Mapping[SheetKind, Callable[[SheetInputs], bytes]] = {
    SheetKind.PHARMACIST: _pharmacist,
    SheetKind.EMERGENCY: _card,
}
