"""The manual: pages that a reader can follow, keys and names that exist, and a window that the keyboard can use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from journal.assets import asset
from journal.core.entries import DayMarkKind
from journal.guidance import PageFault
from journal.guidance.grade_level import grade_of
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.help_topic import HelpTopic
from journal.ui.kit.key_names import key_name
from journal.ui.kit.theme import apply_theme, theme
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.prose import Prose
from journal.ui.shell.body import Body
from journal.ui.shell.help import SHORTCUTS
from journal.ui.shell.manual import ORDER, Line, ManualPage, Piece, manual, parse_manual_page
from journal.ui.shell.manual_reader import ManualReader, said, sentences
from journal.ui.shell.places import DIARY, PRODUCTS, REPORT, SETTINGS
from tests.source_trees import trees_with
from tests.texts.extracting import program_messages
from tests.ui.conftest import ctrl, keys, target
from tests.ui.fits import NARROW, cut, longer, unnamed, unreachable

EVERY = pytest.mark.parametrize("page", ORDER, indirect=True)
HARDEST = 8.0
TASKS = 12
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(request: pytest.FixtureRequest, qapp: QApplication) -> ManualPage:
    """Qt reads the pages, so there has to be an application."""
    return next(each for each in manual() if each.code == request.param)


# --- pages -----------------------------------------------------------------------------------------------------------


def test_every_file_is_a_page_of_the_list_and_there_are_enough() -> None:
    files = {path.stem for path in asset("manual", "en").glob("*.md")}
    assert files == set(ORDER) and len(ORDER) >= TASKS


@EVERY
def test_a_page_has_a_title_one_sentence_of_purpose_and_steps(page: ManualPage) -> None:
    assert page.title and not page.title.endswith(".")
    assert len(_sentences_of(page.purpose)) == 1 and page.purpose.endswith(".")
    assert 2 <= len(page.steps()) <= 7


@EVERY
def test_a_page_is_easy_to_read(page: ManualPage) -> None:
    written = [sentence for text in _texts_of(page) for sentence in _sentences_of(text)]
    assert grade_of(written) <= HARDEST
    assert [each for each in written if len(each.split()) > 25] == []


@EVERY
def test_a_page_neither_shouts_nor_names_a_substance_or_an_amount(page: ManualPage) -> None:
    written = "\n".join([page.title, *_texts_of(page)])
    assert not re.search(r"!|kratom|\d\s*(?:mg|g|gram|grams|ml)\b", written, re.IGNORECASE)


def _texts_of(page: ManualPage) -> Iterator[str]:
    yield page.purpose
    for part in page.parts:
        if part.kind != "heading":
            yield from ("".join(said(piece) for piece in line) for line in part.lines)


def _sentences_of(text: str) -> list[str]:
    return re.split(r"(?<=[.?])\s+(?=[A-Z“])", text)


# --- keys and names --------------------------------------------------------------------------------------------------


@EVERY
def test_every_key_of_a_page_stands_in_the_list_of_shortcuts(page: ManualPage) -> None:
    assert set(page.pieces("key")) <= _listed()


@pytest.mark.slow
def test_the_menus_and_the_list_of_shortcuts_have_the_same_keys(body: Body) -> None:
    for place in (DIARY, REPORT, PRODUCTS, SETTINGS):
        body.reach(place)
    found = _working(body)
    assert found - _listed() == set()
    assert {each for each in _listed() if _is_command(each)} - found - _OF_ONE_WIDGET == set()


def test_a_key_is_named_as_qt_names_it() -> None:
    assert [each for each in _listed() if not key_name(each)] == []


def test_no_two_commands_have_the_same_key(body: Body) -> None:
    shortcuts = [each.toString() for action in body.main.findChildren(QAction) for each in action.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts))


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
def test_every_name_of_a_page_is_read_somewhere_in_the_program() -> None:
    """One test of all pages: each process that takes one has to read the whole program."""
    named = [(page.code, re.sub(r"\d+", "{n}", name)) for page in manual() for name in page.pieces("name")]
    shown = {form for found in program_messages().values() for message in found for form in message.forms}
    others = {name for _, name in named} - shown  # the program fills in its numbers
    written = _written_in_the_program(others)
    assert [(page, name) for page, name in named if name not in shown | written] == []


def test_the_menus_are_reached_with_alt(body: Body) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyPress(focused, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(focused, Qt.Key.Key_Alt)
    bar = body.main.menuBar()
    assert bar.hasFocus() and bar.activeAction().text() == "&File"
    keys(Qt.Key.Key_Escape)


def test_none_today_is_said_as_its_page_tells(body: Body, plain_book: Logbook) -> None:
    keys(ctrl(Qt.Key.Key_1))
    for _ in range(20):
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() == "None today":
            break
        keys(Qt.Key.Key_Tab)
    keys(Qt.Key.Key_Space)
    today = plain_book.today()
    assert [each.mark for each in plain_book.days(today, today)[0].marks] == [DayMarkKind.NONE_TODAY]


# Handled by the widget that has the keyboard, or by a notice while there is one, so that no menu knows them.
_OF_ONE_WIDGET = {"Ctrl+Enter", "Ctrl+C", "Ctrl+Shift+D", "Alt+Up", "Alt+Down", "F2", "F7"}


def _listed() -> set[str]:
    return {key for _, lines in SHORTCUTS for several, _ in lines for key in several}


def _is_command(key: str) -> bool:
    return "Ctrl+" in key or "Alt+" in key or bool(re.search(r"F\d+$", key))


def _working(body: Body) -> set[str]:
    """The shortcuts of menus and screens."""
    in_menus = [each for action in body.main.findChildren(QAction) for each in action.shortcuts()]
    elsewhere = [each.key() for each in body.main.findChildren(QShortcut)]
    named = {each.toString(QKeySequence.SequenceFormat.PortableText) for each in [*in_menus, *elsewhere]}
    return {each for each in named if each}


def _written_in_the_program(names: set[str]) -> set[str]:
    every = (node.value for _, tree in trees_with(*names) for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {each for each in every if isinstance(each, str)}


# --- reading a page --------------------------------------------------------------------------------------------------

GOOD = (
    "# Do it\n\nWhy.\n\n1. Press `F2`.\n2. Choose **Save**, then go.\n\n## If something goes wrong\n\n- Press `Esc`.\n"
)


def test_a_page_is_read() -> None:
    page = parse_manual_page("do", GOOD)
    assert (page.title, page.purpose) == ("Do it", "Why.")
    assert page.steps()[1] == (Piece("Choose "), Piece("Save", "name"), Piece(", then go."))
    assert list(page.pieces("key")) == ["F2", "Esc"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "a title"),
        (GOOD.removeprefix("# "), "a title"),
        (GOOD.replace("1. ", "- ").replace("2. ", "- "), "no steps"),
        (GOOD.replace("2. Choose", "   - Choose"), "another kind"),
        (GOOD.replace("Why.", "Why?").replace("then go", "[then go](there)"), "marked"),
        (GOOD.replace("then go", "*then* go"), "marked"),
        (GOOD.replace("then go", "wait {no_such} days"), "no number"),
        (GOOD.partition("## ")[0], "goes wrong"),
        (GOOD.replace("## If something goes wrong", "## More"), "goes wrong"),
        (GOOD.replace("`F2`", "`F2"), "marked"),
        (GOOD.replace("**Save**", "<b>Save</b>"), "marked"),
    ],
)
def test_a_page_that_is_not_in_order_is_refused(text: str, why: str) -> None:
    with pytest.raises(PageFault, match=why):
        parse_manual_page("do", text)


def test_an_unknown_language_has_no_manual() -> None:
    with pytest.raises(PageFault, match="no such page"):
        manual("xx")


def test_keys_stand_in_heavier_type_with_what_follows_them() -> None:
    (line,) = parse_manual_page("do", GOOD.replace("1. Press `F2`.\n2. ", "1. Press `F2`, or ")).steps()
    told = [(each.text, each.strong) for each in sentences(line)]
    assert told == [("Press", False), ("F2,", True), ("or Choose", False), ("Save,", True), ("then go.", False)]


@EVERY
def test_no_word_of_a_line_is_lost_or_doubled(page: ManualPage) -> None:
    lines: list[Line] = [line for part in page.parts for line in part.lines]
    for line in lines:
        assert " ".join(each.text for each in sentences(line)) == "".join(said(piece) for piece in line)


# --- the window ------------------------------------------------------------------------------------------------------


@pytest.fixture
def reader(qtbot: QtBot) -> ManualReader:
    made = ManualReader(english())
    _show(qtbot, made)
    return made


def _show(qtbot: QtBot, reader: ManualReader) -> None:
    qtbot.addWidget(reader)
    reader.open()
    with qtbot.waitActive(reader):
        pass
    _settle()


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def _title(reader: ManualReader) -> str:
    return next(each.text() for each in reader.findChildren(QLabel) if _is_title(each))


def _is_title(label: QLabel) -> bool:
    return label.isVisible() and label.property("role") == "heading"


@pytest.mark.parametrize("key", [(Qt.Key.Key_F1, SHIFT), (Qt.Key.Key_Question, CTRL)])
def test_its_keys_open_it_once_beside_the_journal(body: Body, key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    keys(key)
    _settle()
    (opened,) = body.main.findChildren(ManualReader)
    assert opened.isVisible() and not opened.isModal()
    body.show_help(HelpTopic.MANUAL)
    _settle()
    assert body.main.findChildren(ManualReader) == [opened]
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


@pytest.mark.quick_every(9)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("key", [(Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_E, CTRL | SHIFT)])
@pytest.mark.parametrize("topic", HelpTopic)
def test_emergency_comes_from_every_help_page(
    body: Body, qtbot: QtBot, topic: HelpTopic, key: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    body.show_help(topic)
    (help_page,) = (each for each in body.main.findChildren(QDialog) if each.isVisible())
    with qtbot.waitActive(help_page):
        pass
    _settle()
    keys(key)
    _settle()
    assert isinstance(body.stack.currentWidget(), EmergencyScreen)
    assert not any(each.isVisible() for each in body.main.findChildren(QDialog))
    assert body.main.isActiveWindow() and body.stack.isAncestorOf(target())


@pytest.mark.slow
def test_every_page_is_reached_with_the_arrow_keys(reader: ManualReader) -> None:
    reader.items[0].setFocus()
    titles = [_title(reader)]
    for _ in ORDER[1:]:
        keys(Qt.Key.Key_Down)
        _settle()
        titles.append(_title(reader))
        assert QApplication.focusWidget() is reader.items[reader.current]
    assert titles == [page.title for page in manual()]
    keys(Qt.Key.Key_Down)
    assert reader.current == len(ORDER) - 1
    keys(Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert reader.current == 0


def test_tab_goes_from_the_list_to_the_page_to_close_and_round(reader: ManualReader) -> None:
    reader.items[0].setFocus()
    stops = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        stops.append(focused.accessibleName())
        keys(Qt.Key.Key_Tab)
    assert stops == ["Log a dose", "Page of the manual", "Close, Esc", "Log a dose"]


def test_the_arrow_keys_scroll_the_page(reader: ManualReader) -> None:
    reader.resize(700, 360)
    _settle()
    reader.items[0].setFocus()
    keys(Qt.Key.Key_Tab, Qt.Key.Key_Down)
    scrolled = reader._shown_area.verticalScrollBar()
    assert scrolled.value() > 0
    reader.show_page(1)
    assert scrolled.value() == 0


def test_a_chosen_page_is_in_sight_in_the_list(reader: ManualReader) -> None:
    reader.resize(600, 420)
    _settle()
    reader.items[0].setFocus()
    keys(Qt.Key.Key_End)
    _settle()
    assert reader.items[-1].visibleRegion().boundingRect().height() == reader.items[-1].height()


def test_everything_is_plain_text_with_a_name_and_a_place_for_the_keyboard(reader: ManualReader) -> None:
    assert unnamed(reader) == [] and unreachable(reader) == []
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in reader.findChildren(QLabel))


@pytest.mark.quick_every(15)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("number", range(len(ORDER)))
def test_nothing_is_cut_at_twice_the_text_size(qapp: QApplication, qtbot: QtBot, number: int) -> None:
    apply_theme(qapp, "dark", 200)
    reader = ManualReader(longer())
    _show(qtbot, reader)
    reader.show_page(number)
    reader.resize(386, 800)
    _settle()
    assert cut(reader, NARROW) == []
    shown = [each for each in reader._shown.findChildren(QLabel) if each.isVisible()]
    overlapping = [
        (one.text(), other.text()) for one, other in combinations(shown, 2) if _place(one).intersects(_place(other))
    ]
    assert overlapping == []


def test_a_number_stands_in_line_with_its_step(reader: ManualReader) -> None:
    for number in _numbers(reader):
        holder = number.parentWidget()
        step = holder.findChild(Prose) if holder is not None else None
        assert isinstance(step, Prose)
        first_line = step.height() - step.heightForWidth(step.width()) + theme().px(21)
        assert abs(_place(number).center().y() - _place(step).top() - first_line / 2) <= 1
        assert _place(number).right() < _place(step).left()
    assert len(_numbers(reader)) == len(manual()[0].steps())


def _numbers(reader: ManualReader) -> list[QLabel]:
    shown = [each for each in reader._shown.findChildren(QLabel) if each.isVisible()]
    return [each for each in shown if re.fullmatch(r"\d+\.", each.text())]


def _place(label: QLabel) -> QRect:
    return QRect(label.mapTo(label.window(), QPoint()), label.size())


@pytest.mark.slow
def test_the_page_follows_text_size_and_colours(qapp: QApplication, reader: ManualReader) -> None:
    reader.show_page(3)
    before = reader._shown.sizeHint().height()
    apply_theme(qapp, "dark", 200)
    _settle()
    assert reader.current == 3 and reader._shown.sizeHint().height() > before
