"""The pages of Health and their cards."""

from __future__ import annotations

from dataclasses import dataclass

from journal.texts.marked import marked
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.entries.listed import LISTED_KINDS, PERSON
from journal.ui.health.part import Part
from journal.ui.health.value_wording import care_rows, lab_rows, measurement_rows
from journal.ui.health.wording import (
    attempt_rows,
    condition_rows,
    contact_rows,
    help_rows,
    person_rows,
    plan_rows,
    substance_rows,
)


@dataclass(frozen=True, slots=True)
class Section:
    """One page: its cards in two columns, the left one wider."""

    key: str
    name: str
    left: tuple[Part, ...]
    right: tuple[Part, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """All of its cards, as they are read."""
        return (*self.left, *self.right)


SECTIONS = (
    Section(
        "medicines",
        marked("Medicines and conditions"),
        (
            Part(
                LISTED_KINDS["substance"], marked("What else I take"), substance_rows, wide=True,
                about=marked("Medicines, alcohol, cannabis, caffeine, herbs: everything counts."),
                earlier=marked("Earlier, not checked any more"),
            ),
        ),
        (
            Part(LISTED_KINDS["condition"], marked("Conditions"), condition_rows),
            Part(ENTRY_KINDS["lab_result"], marked("Lab results"), lab_rows),
            Part(ENTRY_KINDS["measurement"], marked("Measurements"), measurement_rows),
        ),
    ),
    Section(
        "help",
        marked("Care and help"),
        (
            Part(
                ENTRY_KINDS["care"], marked("Care"), care_rows, wide=True,
                about=marked("Physical therapy, exercise, heat, rest, psychology, and what else you do."),
            ),
            Part(
                LISTED_KINDS["help"], marked("What helps me"), help_rows,
                about=marked("Your own list, for an urge and for bad hours."),
            ),
        ),
        (
            Part(
                LISTED_KINDS["contact"], marked("People to call"), contact_rows,
                about=marked("Your own people. Printed only on an emergency card, and only if you choose it."),
            ),
            Part(
                LISTED_KINDS["plan"], marked("My plan for bad hours"), plan_rows,
            ),
        ),
    ),
    Section(
        "about",
        marked("About me"),
        (
            Part(
                LISTED_KINDS["attempt"], marked("Earlier attempts to cut down"), attempt_rows,
            ),
        ),
        (Part(PERSON, marked("In short"), person_rows, only_one=True),),
    ),
)  # fmt: skip
PARTS = {part.code: part for section in SECTIONS for part in section.parts}
_RAISING = ("rating", "product", "person")  # a level beside a name can be higher by one of these
# What is shown here is read anew when one of these was written; "trash": something was deleted for good.
CONCERNS = frozenset({*PARTS, "statement", "intake", "setting", "trash", *_RAISING})


def section_of(code: str) -> Section:
    """The page with the card of this kind."""
    return next(section for section in SECTIONS if any(part.code == code for part in section.parts))
