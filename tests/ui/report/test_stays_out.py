"""What the pages leave out, and letters that they cannot show, beside the buttons that save and print."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Entry, Person, Product, ProductKind, Substance
from journal.logbook import Logbook
from journal.reports.sheet_options import SheetKind
from tests.reports.other_scripts import pages_with
from tests.ui.report.conftest import OpenScreen, settled, words

SAID = "4 characters of names and texts cannot be shown in this PDF and are replaced."


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "entry"), [(None, Person(goal="दर्द")), (SheetKind.PHARMACIST, Substance(name="दर्द"))])
def test_letters_that_must_be_joined_are_said_before_what_is_left_out(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, kind: SheetKind | None, entry: Entry
) -> None:
    """Hindi on the pages, and on the sheet: boxes, and how many, in sight without scrolling."""
    weeks.save(entry)
    with pages_with([]):
        screen = open_screen(weeks)
        if kind is not None:
            screen.what.choose(kind)
        settled(qtbot, screen)
        assert "▯▯▯▯" in words(screen)
        assert screen.stays_out.list.text().startswith(SAID)
        assert screen.stays_out.area.accessibleDescription().startswith(SAID)


def test_where_every_letter_is_shown_nothing_is_said(weeks: Logbook, open_screen: OpenScreen) -> None:
    weeks.save(Product(name="Ünï", kind=ProductKind.TEA))
    assert "replaced" not in open_screen(weeks).stays_out.list.text()
