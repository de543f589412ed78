"""What a person chooses for the sheet for a pharmacist and for the emergency card; each is made only on request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from journal.insights.leave_out import LeaveOut
from journal.reports.options import PREGNANCY, Choice, Paper
from journal.texts.marked import marked


class SheetKind(StrEnum):
    """What can be made beside the pages for a visit; the values are those of the command line."""

    PHARMACIST = "pharmacist"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """One sheet. ``shown``: the fields of those choices that are printed this time; what is not in it is left out.
    ``private_printed``: those of them (``PREGNANCY``) of which private entries are printed, too, which is asked twice.

    ``leave_out``: what the pages for a visit leave out one by one, and so does this sheet; with ``tells_all`` it does
    not.

    ``name`` and ``planned`` (an operation or visit) are printed on the pharmacist's sheet if given. Of the card:
    ``plant`` says "a plant product that acts on opioid receptors" instead of kratom, ``naloxone`` where naloxone is
    kept, if given, ``emergency`` the number for an ambulance, if it is known.
    """

    kind: SheetKind
    paper: Paper = "a4"
    shown: frozenset[str] = frozenset()
    private_printed: frozenset[str] = frozenset()
    leave_out: LeaveOut = LeaveOut()
    tells_all: bool = False
    name: str = ""
    planned: str = ""
    plant: bool = False
    naloxone: str = ""
    emergency: str = ""

    def prints(self, field: str) -> bool:
        """Whether it was chosen for this printing."""
        return field in self.shown


ALCOHOL, CANNABIS, OTHER = "alcohol", "cannabis", "other_substances"
CONDITIONS, LABS, QUESTIONS = "conditions", "lab_results", "questions"
MEDICINES = "medicines"
SEIZURES, HEART, LIVER, CONTACT, AMOUNTS = "seizures", "heart", "liver", "contact", "amounts"

# What can be used against a person is asked at each printing, and printed only after a yes.
_ASKED = tuple(
    Choice(field.replace("_", "-"), title, field=field, asked=True)
    for field, title in marked({
        ALCOHOL: "Alcohol",
        CANNABIS: "Cannabis",
        OTHER: "Other substances",
        PREGNANCY: "Pregnancy, breastfeeding",
    }).items()
)  # fmt: skip
CHOICES: Mapping[SheetKind, tuple[Choice, ...]] = {
    SheetKind.PHARMACIST: (
        Choice("conditions", marked("Liver, kidney, heart, breathing, seizures"), field=CONDITIONS),
        Choice("questions", marked("Your questions"), field=QUESTIONS, usual=True),
        *_ASKED,
        Choice("lab-results", marked("Laboratory values"), field=LABS, asked=True),
    ),
    SheetKind.EMERGENCY: (
        Choice("medicines", marked("Medicines listed"), field=MEDICINES, usual=True),
        Choice("seizures", marked("Seizures"), field=SEIZURES),
        Choice("heart", marked("Heart"), field=HEART),
        Choice("liver", marked("Liver"), field=LIVER),
        Choice("contact", marked("Contact: the first of your own people"), field=CONTACT),
        Choice("amounts", marked("Amounts and doses a day"), field=AMOUNTS),
        *_ASKED,
    ),
}
# Stands in sight before a card is made.
WHO_CAN_READ_IT = marked("Whoever finds this card can read it. In some places kratom is against the law.")
# Said where the card is made, of what stands below it in full.
IN_PART = marked("Not on the card, or only in part, for want of room: {names}.")
_NAMES = {SheetKind.PHARMACIST: "pharmacy-list", SheetKind.EMERGENCY: "medical-information"}


def usually_shown(kind: SheetKind) -> frozenset[str]:
    """What is printed where nobody chose anything."""
    return frozenset(choice.field for choice in CHOICES[kind] if choice.usual)


def suggested_sheet_name(kind: SheetKind, day: dt.date) -> str:
    """A neutral file name: medical-information-2026-11-22.pdf."""
    return f"{_NAMES[kind]}-{day.isoformat()}.pdf"
