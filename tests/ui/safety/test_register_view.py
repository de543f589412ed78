"""Every statement with its sources, page by page, as it is seen in the window."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.guidance.register import register, said_in
from journal.texts import english
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.register_view import RegisterView, Rows
from journal.ui.safety.source_card import source_name
from tests.ui.fits import cut, longer, settle, shown, spoken, unnamed, words
from tests.ui.fonts import both_fonts

TODAY = dt.date(2026, 11, 29)


def view(qtbot: QtBot, code: str = "US", today: dt.date = TODAY) -> RegisterView:
    made = RegisterView(english(), guidance.country(code), today)
    shown(qtbot, made)
    return made


def opened(made: RegisterView, code: str) -> None:
    made.items[code].click()
    for rows in made.findChildren(Rows):
        rows.complete()
    settle()


def test_it_says_what_the_marks_mean_and_who_has_to_look_at_it_still(qtbot: QtBot) -> None:
    said = words(view(qtbot))
    assert "V: read in the original" in said and "V2: read only as others tell it" in said
    assert "proposed, for review by a pharmacist and a clinician." in said


def test_a_page_shows_every_sentence_with_its_sources_and_how_they_were_read(qtbot: QtBot) -> None:
    made = view(qtbot)
    opened(made, "dependence")
    said, known = words(made), guidance.sources()
    for row in register():
        if (row.kind, row.of) == ("statement", "dependence"):
            assert said_in(english(), row, guidance.country("US")) in said
            for source, mark in zip(row.sources, row.marks, strict=True):
                assert f"{source_name(english(), known[source])} [{mark}]" in said


@pytest.mark.slow
def test_a_page_is_closed_again(qtbot: QtBot) -> None:
    made = view(qtbot)
    for _ in range(2):
        opened(made, "dependence")
    assert "Muscle spasms and pain." not in spoken(made)


@pytest.mark.slow
def test_a_screen_reader_hears_the_rows_behind_their_title(qtbot: QtBot) -> None:
    made = view(qtbot)
    opened(made, "emergency-signs")
    heard = spoken(made)
    first = next(row.sentence for row in register() if row.of == "emergency-signs")
    after = made.items[guidance.pages()[1].code].accessibleName()
    assert heard.index(made.items["emergency-signs"].accessibleName()) < heard.index(first) < heard.index(after)


def test_only_the_lines_of_the_country_are_there(qtbot: QtBot) -> None:
    made = view(qtbot, "DE")
    opened(made, "lines")
    said = words(made)
    assert "0361 730730" in said and "1-800-222-1222" not in said
    assert "lines" not in view(qtbot, "").items


def test_what_is_past_its_review_date_is_counted(qtbot: QtBot) -> None:
    assert "past" not in words(view(qtbot))
    late = view(qtbot, today=dt.date(2031, 1, 1))
    rows = [row for row in register() if row.kind == "sign"]
    assert f"{len(rows)} past their review date" in late.items["signs"].accessibleName()


@pytest.mark.quick_every(6)
@both_fonts
@pytest.mark.parametrize("width", [360, 900])
def test_nothing_is_cut(qapp: QApplication, qtbot: QtBot, width: int) -> None:
    apply_theme(qapp, "dark", 200)
    made = RegisterView(longer(), guidance.country("US"), TODAY)
    area = scrolling(made)
    shown(qtbot, area, width, 600)
    for code in ("in-the-product", "lines"):
        opened(made, code)
    assert cut(made) == [] and unnamed(made) == []
