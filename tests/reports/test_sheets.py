"""The PDF of a sheet: paper, metadata, repeatable bytes, room for the longest lists, and what the font lacks."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from journal.core.entries import Condition, Entry, Question, Substance
from journal.core.health import ConditionKind
from journal.core.substances import Source
from journal.guidance.interactions import classes
from journal.reports.pdf import protect
from journal.reports.pen import SMALL
from journal.reports.sheet_options import SheetKind, SheetOptions
from journal.reports.sheets import make_sheet
from journal.texts import english
from tests.insights.sheet import SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper
from tests.reports.made_sheets import EVERY_KIND, MADE, daily, everything, made
from tests.reports.test_tagged import parts, untold
from tests.reports.text_boxes import overlaps, text_boxes

pytestmark = pytest.mark.usefixtures("qapp")
KINDS = pytest.mark.parametrize("kind", SheetKind)


def forty_medicines() -> tuple[Entry, ...]:
    names = [each.members[0] for each in classes().values()][:38]
    medicines = [Substance(name=name, amount="W" * 30, source=Source.PRESCRIBED) for name in names]
    return (*medicines, Substance(name="W" * 200), Substance(name=("word " * 40).strip()))


def longest() -> tuple[Entry, ...]:
    allergies = (Condition(what=ConditionKind.ALLERGY, name=f"{number} " + "W" * 150) for number in range(12))
    conditions = (Condition(what=kind, name="W" * 150, private=False) for kind in ConditionKind)
    return (*forty_medicines(), *allergies, *conditions, Question(text="word " * 1900), Question(text="Q" * 3000))


CASES: dict[str, Callable[[], tuple[tuple[Entry, ...], Sheet | None]]] = {
    "nothing": lambda: ((), None),
    "one entry": lambda: ((Substance(name="sertraline"),), None),
    "everything": lambda: (EVERY_KIND, daily()),
    "40 medicines": lambda: (forty_medicines(), daily()),
    "longest texts": lambda: (longest(), daily()),
}


@pytest.mark.quick_every(9)
@pytest.mark.slow_every(4)
@KINDS
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("case", CASES)
def test_nothing_lies_over_anything_or_outside_of_the_paper(kind: SheetKind, paper: str, case: str) -> None:
    entries, doses = CASES[case]()
    pdf = made(kind, entries, doses, paper=paper, shown=everything(kind), name="N" * 60, naloxone="W" * 60)
    pages = PdfReader(io.BytesIO(pdf)).pages
    for number, page in enumerate(pages):
        boxes = text_boxes(pdf, number)
        assert not overlaps(boxes)
        assert {round(abs(box.size), 2) >= SMALL for box in boxes} <= {True}
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        assert all(min(box.left, box.right) >= 30 and max(box.left, box.right) <= width - 30 for box in boxes)
        assert all(min(box.bottom, box.top) >= 30 and max(box.bottom, box.top) <= height - 20 for box in boxes)


def test_a_long_table_goes_on_under_its_heads_and_loses_no_row() -> None:
    entries = forty_medicines()
    pages = pages_of(made(SheetKind.PHARMACIST, entries, shown=everything(SheetKind.PHARMACIST)))
    assert sum("Name as written, amount, how often" in page for page in pages) >= 2
    said = " ".join(pages)
    assert not [each.name for each in entries if isinstance(each, Substance) and each.name[:10] not in said]
    assert pages[-1].rstrip().endswith("Not checked by a clinician or pharmacist.") or "Page" in pages[-1]
    assert f"Page 1 of {len(pages)}" in pages[0]


def test_a_question_of_many_pages_is_printed_to_its_end() -> None:
    said = "".join(pages_of(made(SheetKind.PHARMACIST, longest(), shown=everything(SheetKind.PHARMACIST))))
    assert said.count("word") >= 1900
    assert said.count("Q") >= 3000


@KINDS
def test_the_same_entries_give_the_same_bytes(kind: SheetKind) -> None:
    first = made(kind, EVERY_KIND, daily(), shown=everything(kind))
    assert first == made(kind, EVERY_KIND, daily(), shown=everything(kind))
    assert first != made(kind, EVERY_KIND[1:], daily(), shown=everything(kind))


@KINDS
def test_the_title_and_the_metadata_name_no_substance_and_no_person(kind: SheetKind) -> None:
    reader = PdfReader(io.BytesIO(made(kind, EVERY_KIND, daily(), shown=everything(kind), name="Sam Doe")))
    said = " ".join(map(str, (reader.metadata or {}).values())).casefold()
    outline = " ".join(str(each.title) for each in reader.outline if not isinstance(each, list)).casefold()
    for words in ("kratom", "zopiclone", "7-oh", "opioid", "sam", "substance", "medicine"):
        assert words not in said
        assert words not in outline


@KINDS
def test_every_font_is_embedded(kind: SheetKind) -> None:
    for page in PdfReader(io.BytesIO(made(kind, EVERY_KIND, daily()))).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


@KINDS
def test_a_password_locks_it(kind: SheetKind) -> None:
    locked = protect(made(kind), "blau 🦊 ünd")
    reader = PdfReader(io.BytesIO(locked))
    assert reader.is_encrypted
    assert pages_of(locked, "blau 🦊 ünd")


@KINDS
def test_what_the_font_lacks_is_replaced_counted_and_said(kind: SheetKind) -> None:
    entries = (
        Condition(what=ConditionKind.ALLERGY, name="青霉素"),
        Condition(what=ConditionKind.ALLERGY, name="<b>nuts</b> & $x$"),
        Condition(what=ConditionKind.ALLERGY, name="פניצילין"),
    )
    sheet = make_sheet(OnPaper(Sheet(), SYMPTOMS, entries), SheetOptions(kind), english(), MADE)
    said = " ".join(pages_of(sheet.pdf))
    assert sheet.replaced == 3
    assert "▯▯▯" in said
    assert "3 characters of names and texts cannot be shown in this PDF and are replaced." in said
    assert "<b>nuts</b> & $x$" in said
    assert "פניצילין" in said or "פניצילין"[::-1] in said  # readers copy Hebrew from either side


@pytest.mark.quick_every(3)
@KINDS
@pytest.mark.parametrize("case", CASES)
def test_everything_drawn_is_in_the_tree_that_is_read_aloud(kind: SheetKind, case: str) -> None:
    entries, doses = CASES[case]()
    pdf = made(kind, entries, doses, shown=everything(kind))
    assert not untold(pdf)
    roles = [str(part["/S"]) for _, part in parts(pdf)]
    assert roles.count("/H1") >= 1
    assert ("/TH" in roles) is (kind is SheetKind.PHARMACIST)


def test_every_kind_of_sheet_can_be_made(qapp: QApplication) -> None:
    assert all(made(kind).startswith(b"%PDF") for kind in SheetKind)
