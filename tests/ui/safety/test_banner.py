"""The emergency in one line above the guidance: number, signs, country, and the way to all of it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.guidance.own_lines import OwnLines, stored
from journal.guidance.warning_signs import sign_of
from journal.texts import english
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.banner import NAMED, EmergencyBanner
from tests.ui.conftest import keys
from tests.ui.fits import cut, longer, settle, shown, unnamed, unsaid, words
from tests.ui.fonts import both_fonts

SENTENCE = (
    "Call {} for slow breathing, cannot be woken, a seizure, chest pain, fainting, or fever with stiff or jerking "
    "muscles."
)


def visible(made: EmergencyBanner) -> list[str]:
    return [each.text() for each in made.findChildren(QLabel) if each.isVisible() and each.text()]


def test_the_number_comes_first_then_what_to_call_it_for(qtbot: QtBot) -> None:
    made = EmergencyBanner(english(), "US")
    shown(qtbot, made, 1000, 200)
    assert visible(made) == ["911", SENTENCE.format(911), "United States"]
    number = next(each for each in made.findChildren(QLabel) if each.text() == "911")
    spoken = QAccessible.queryAccessibleInterface(number)
    assert spoken is not None and spoken.text(QAccessible.Text.Name) == "Emergency number: 911"


def test_it_is_slim_where_there_is_room(qtbot: QtBot) -> None:
    made = EmergencyBanner(english(), "US")
    shown(qtbot, made, 1000, 400)
    assert made.heightForWidth(1000) <= 90


@pytest.mark.parametrize("width", [611, 664, 798])
def test_its_sentence_wraps_to_whole_lines_in_a_small_window(qtbot: QtBot, width: int) -> None:
    """A window of 900 x 600 leaves it 664 px, and one line of it would need more than its place."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    made = EmergencyBanner(english(), "US")
    column.addWidget(made)
    column.addStretch(1)
    shown(qtbot, holder, width, 530)
    one_line = made.sentence.fontMetrics().horizontalAdvance(made.sentence.text())
    assert made.sentence.width() < one_line
    assert made.sentence.height() >= made.sentence.heightForWidth(made.sentence.width())
    assert cut(holder) == []


def test_every_sign_that_it_names_calls_the_emergency_number() -> None:
    assert {sign_of(code).now.urgency for code in NAMED} == {"call"}


@pytest.mark.parametrize(("code", "number"), [("GB", "999"), ("AU", "000"), ("DE", "112")])
def test_it_follows_the_country(qtbot: QtBot, code: str, number: str) -> None:
    made = EmergencyBanner(english(), "US")
    shown(qtbot, made, 1000, 200)
    made.show_country(code, "")
    settle()
    assert visible(made)[:2] == [number, SENTENCE.format(number)] and "911" not in visible(made)


@pytest.mark.parametrize("code", [None, "", "XX"])
def test_without_a_country_no_number_is_shown_as_the_country_s(qtbot: QtBot, code: str | None) -> None:
    made = EmergencyBanner(english(), code)
    shown(qtbot, made, 1000, 200)
    said = visible(made)
    assert said[0].startswith(SENTENCE.format("your local emergency number"))
    assert said[0].endswith("112 works on many mobile phones.") and said[1] == "No country chosen"


def test_a_number_that_the_person_changed_says_so(qtbot: QtBot) -> None:
    own = stored(OwnLines(numbers={"US": ("112 33", dt.date(2026, 11, 1))}))
    made = EmergencyBanner(english(), "US", own)
    shown(qtbot, made, 1000, 300)
    assert "112 33" in words(made).replace("\u200b", "") and "It came as 911." in words(made)


def test_the_button_leads_to_all_signs_and_lines(qtbot: QtBot) -> None:
    made = EmergencyBanner(english(), "US")
    shown(qtbot, made, 1000, 200)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.all.setFocus()
    with qtbot.waitSignal(made.all_wanted):
        keys(Qt.Key.Key_Space)
    assert made.all.accessibleName() == "All signs and help lines, F1"
    assert unnamed(made) == [] and unsaid(made) == []


def test_it_does_not_say_what_the_journal_is_about(qtbot: QtBot) -> None:
    made = EmergencyBanner(english(), "US")
    shown(qtbot, made)
    assert "kratom" not in words(made).casefold()


@pytest.mark.quick_every(5)
@both_fonts
@pytest.mark.parametrize("width", [350, 560, 1000])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("code", ["US", None])
def test_nothing_is_cut(qapp: QApplication, qtbot: QtBot, width: int, percent: int, code: str | None) -> None:
    apply_theme(qapp, "light", percent)
    made = EmergencyBanner(longer(), code)
    shown(qtbot, made, width, 1200)
    assert cut(made) == []
