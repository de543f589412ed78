"""The pharmacist's sheet and the emergency card, from nothing written down to every medicine: rule 16, on paper."""

from __future__ import annotations

import re

import pytest

from journal.core.entries import Entry, Substance
from journal.core.substances import Source
from journal.guidance.interactions import classes
from journal.reports.sheet_options import SheetKind
from tests.insights.sheet import Sheet
from tests.reports.made_sheets import EVERY_KIND, daily, everything, words_of
from tests.truth.never_said import never_said_in
from tests.truth.test_screens import denials

pytestmark = pytest.mark.usefixtures("qapp")
# What may be said with such a word: that it is not meant, and what to do in an emergency.
MAY_BE = re.compile(
    r"not listed does not mean safe|this does not mean safe|not told is not “no”|not: “none”|not “none”", re.IGNORECASE
)
SOFTENS = re.compile(
    r"\b(?:safe|harmless|mild|normal|non-addictive|natural|purity|legal|none|no (?:interactions?|medicines?|known)|"
    r"works?|helps?|relie[fv]\w*|treats|replaces|taper\w*|wait)\b",
    re.IGNORECASE,
)
EVERY_MEDICINE: tuple[Entry, ...] = tuple(
    Substance(name=of.members[0], source=source) for of in classes().values() for source in Source if of.members
)
CASES: dict[str, tuple[tuple[Entry, ...], Sheet | None]] = {
    "nothing": ((), None),
    "not recognised": ((Substance(name="Qwertyol"), Substance(name="Magnesium")), None),
    "everything": (EVERY_KIND, daily()),
    "every medicine": (EVERY_MEDICINE[:60], daily()),
    "every other medicine": (EVERY_MEDICINE[60:120], daily()),
    "the other medicines": (EVERY_MEDICINE[120:], daily()),
}


def softened(said: str) -> list[str]:
    """Words of rule 16 and denials in what is printed; titles of sources are those of others."""
    own = MAY_BE.sub("", re.split(r"\bSources\b|Where the sentences come from", said)[0])
    return [*never_said_in(own), *(each.group() for each in SOFTENS.finditer(own)), *denials(own)]


@pytest.mark.parametrize("kind", SheetKind)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("shown", [False, True])
def test_no_sheet_says_what_is_never_said(kind: SheetKind, case: str, shown: bool) -> None:
    entries, doses = CASES[case]
    said = words_of(kind, entries, doses, shown=everything(kind) if shown else frozenset())
    assert softened(said) == []


@pytest.mark.parametrize(
    "planted", ["No interactions.", "Kratom is safe.", "No medicines listed.", "Allergies: none", "It helps."]
)
def test_what_softens_is_found(planted: str) -> None:
    assert softened(planted)
