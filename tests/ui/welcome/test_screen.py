"""The first start by keys: short, skippable, and at its end a journal lies where it was said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.core.starting import starting_symptoms
from journal.core.symptoms import COMMON_MAIN_SYMPTOMS, FIRST_WITHOUT_MAIN, OFFERED_AT_FIRST
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.kit.theme import apply_theme
from journal.ui.settings.country_field import CountryField
from journal.ui.shell.places import DIARY
from journal.ui.shell.start import Start
from journal.ui.shell.window import MainWindow
from journal.ui.welcome import WelcomeScreen
from journal.ui.welcome.steps import PassphraseStep, SymptomStep
from tests.journals import FixedClock
from tests.ui.conftest import keys
from tests.ui.fits import settle
from tests.ui.once_shown import once_shown

Key = Qt.Key
Begun = tuple[WelcomeScreen, Start]


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], Begun]]:
    starts: list[Start] = []

    def open_start(path: Path) -> Begun:
        window = MainWindow(english(), Computer(tmp_path / "device.ini"))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        start = Start(window, path, FixedClock(), True, lambda: None, lambda _code: None)
        starts.append(start)
        start.begin()
        screen = once_shown(qtbot, window, WelcomeScreen)
        qtbot.waitUntil(screen.next.isVisible)
        screen.next.setFocus()
        qtbot.waitUntil(screen.next.hasFocus)
        return screen, start

    yield open_start
    for start in starts:
        start.close()
    wait_for_tasks()


def opened(start: Start, qtbot: QtBot) -> Logbook:
    qtbot.waitUntil(lambda: start.logbook is not None)
    assert start.logbook is not None
    return start.logbook


def go_on_to(screen: WelcomeScreen, step: int, qtbot: QtBot) -> None:
    """By keys, without a passphrase and without a main symptom."""
    if step >= 1:
        keys(Key.Key_Return)
    if step >= 2:
        answers = screen.steps[1].findChildren(QPushButton)
        qtbot.waitUntil(answers[0].hasFocus)
        keys(Key.Key_Right)
        qtbot.waitUntil(answers[1].hasFocus)
        keys(Key.Key_Return, Key.Key_Return)
    if step >= 3:
        screen.next.setFocus()
        keys(Key.Key_Return)
    assert screen.steps[step].isVisible()


def test_a_plain_journal_is_made_by_keys(begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "new folder" / "journal.leaf"
    screen, start = begin(path)
    go_on_to(screen, 3, qtbot)
    keys(Key.Key_Return)
    book = opened(start, qtbot)
    assert (book.path, book.encrypted) == (path, False)
    assert [each.code for each in book.symptoms()] == [FIRST_WITHOUT_MAIN, *OFFERED_AT_FIRST]
    assert book.main_symptom() is None and book.preferences.welcomed
    assert book.undo_step is not None and book.undo_step.label == "start.set_up"


def at_the_passphrase(screen: WelcomeScreen, qtbot: QtBot) -> tuple[PassphraseStep, QAbstractButton, QAbstractButton]:
    """The second step, with its two answers; the ring is on the first."""
    keys(Key.Key_Return)
    step = screen.findChild(PassphraseStep)
    assert isinstance(step, PassphraseStep)
    yes, no = step.answer._group.buttons()
    qtbot.waitUntil(yes.hasFocus)
    return step, yes, no


def test_nothing_moves_under_the_mouse_when_the_question_is_answered(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot
) -> None:
    screen, _start = begin(tmp_path / "journal.leaf")
    _step, _yes, no = at_the_passphrase(screen, qtbot)
    settle()
    before, longer = screen.next.pos(), screen.skip.text()
    no.click()
    settle()
    assert screen.skip.text() != longer and screen.next.pos() == before


def hint_of(screen: WelcomeScreen) -> str:
    """The key that stands on the button which goes on."""
    hint = screen.next.findChildren(QLabel)[-1]
    return hint.text() if hint.isVisible() else ""


def test_enter_chooses_the_answer_that_has_the_ring_and_then_goes_on(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot
) -> None:
    screen, _ = begin(tmp_path / "journal.leaf")
    step, yes, _no = at_the_passphrase(screen, qtbot)
    keys(Key.Key_Return)
    assert step.isVisible() and yes.isChecked() and QApplication.focusWidget() is step.first.edit
    keys(Key.Key_Return)
    assert step.isVisible() and screen.message.text() == "Type a passphrase, or go on without one."
    yes.setFocus()
    keys(Key.Key_Right)
    assert screen.message.text() == ""
    keys(Key.Key_Return)
    symptoms = screen.steps[2]
    assert isinstance(symptoms, SymptomStep) and symptoms.isVisible()
    assert screen.next.hasFocus()
    symptoms.choice.focus()
    keys(Key.Key_Right)
    assert hint_of(screen) == ""
    keys(Key.Key_Return)
    assert symptoms.isVisible() and symptoms.code == COMMON_MAIN_SYMPTOMS[1]
    assert hint_of(screen) == "Enter"
    keys(Key.Key_Return)
    assert screen.steps[3].isVisible()


def test_the_button_says_enter_only_while_enter_goes_on(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot
) -> None:
    screen, _ = begin(tmp_path / "journal.leaf")
    assert hint_of(screen) == "Enter"
    _step, _yes, no = at_the_passphrase(screen, qtbot)
    assert hint_of(screen) == ""
    no.click()
    assert hint_of(screen) == "Enter"


def test_enter_chooses_no_symptom_that_nobody_moved_to(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot
) -> None:
    screen, _ = begin(tmp_path / "journal.leaf")
    go_on_to(screen, 2, qtbot)
    symptoms = screen.steps[2]
    assert isinstance(symptoms, SymptomStep) and symptoms.isVisible() and hint_of(screen) == "Enter"
    assert screen.next.hasFocus()  # what Enter does is what the ring is on
    keys(Key.Key_Return)
    assert screen.steps[3].isVisible() and symptoms.code is None
    keys(Key.Key_Escape)
    symptoms.choice.focus()
    assert hint_of(screen) == ""
    keys(Key.Key_Return)
    assert symptoms.isVisible() and symptoms.code == COMMON_MAIN_SYMPTOMS[0]


def test_no_step_scrolls_where_there_is_room(begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot) -> None:
    screen, _ = begin(tmp_path / "journal.leaf")
    screen.window().resize(1366, 700)
    for step in range(len(screen.steps)):
        screen._show(step)
        qtbot.waitUntil(lambda: screen._area.verticalScrollBar().maximum() == 0)
        assert screen.rect().contains(QRect(screen.next.mapTo(screen, QPoint()), screen.next.size()))


def test_nobody_goes_on_without_saying_whether_there_is_a_passphrase(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot
) -> None:
    screen, start = begin(tmp_path / "journal.leaf")
    keys(Key.Key_Return)
    screen.next.setFocus()
    keys(Key.Key_Return)
    assert screen.steps[1].isVisible() and screen.message.text() == "Choose one of the two."
    assert start.logbook is None


def test_skipping_makes_a_journal_too(begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot) -> None:
    screen, start = begin(tmp_path / "journal.leaf")
    assert screen.skip.text() == screen.skip.accessibleName() == "Skip the questions, no passphrase"
    screen.skip.setFocus()
    keys(Key.Key_Space)
    assert not opened(start, qtbot).encrypted


def test_the_country_is_asked_and_nobody_guesses_it(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot
) -> None:
    screen, start = begin(tmp_path / "journal.leaf")
    (field,) = screen.findChildren(CountryField)
    assert field.value() == "" and field.currentText() == "Not said"
    field.setFocus()
    keys("Germany")
    assert start.window.computer.settings.country == "DE"
    start.window.body.go("emergency")
    (number,) = (each.text() for each in start.window.findChildren(QLabel) if each.text() == "112" and each.isVisible())
    assert number == "112"


def test_passphrase_and_main_symptom(begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot) -> None:
    screen, start = begin(tmp_path / "journal.leaf")
    keys(Key.Key_Return)
    step = screen.findChild(PassphraseStep)
    assert isinstance(step, PassphraseStep)
    step.answer._group.buttons()[0].click()
    keys("my words", Key.Key_Tab, "my wordz", Key.Key_Return)
    assert "not the same" in screen.message.text()
    step.again.edit.setText("my words")
    step.again.edit.setFocus()
    keys(Key.Key_Return)
    symptoms = screen.findChild(SymptomStep)
    assert isinstance(symptoms, SymptomStep) and symptoms.isVisible()
    symptoms.choice._group.buttons()[0].click()
    screen.next.setFocus()
    keys(Key.Key_Return, Key.Key_Return)
    book = opened(start, qtbot)
    main = book.main_symptom()
    assert book.encrypted and main is not None and main.code == COMMON_MAIN_SYMPTOMS[0]
    start.close()
    Logbook.open(tmp_path / "journal.leaf", "my words", clock=FixedClock()).close()


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("by", ["mouse", "space", "arrow and space"])
def test_choosing_a_passphrase_puts_the_keyboard_into_its_field(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot, by: str
) -> None:
    screen, _ = begin(tmp_path / "journal.leaf")
    step, yes, no = at_the_passphrase(screen, qtbot)
    if by == "mouse":
        QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    elif by == "space":
        keys(Key.Key_Space)
    else:
        keys(Key.Key_Right, Key.Key_Left, Key.Key_Space)
    assert QApplication.focusWidget() is step.first.edit and step.first.edit.isVisible()
    assert yes.isChecked() and not no.isChecked()


def test_a_symptom_of_ones_own_needs_a_name(begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot) -> None:
    screen, start = begin(tmp_path / "journal.leaf")
    go_on_to(screen, 2, qtbot)
    step = screen.findChild(SymptomStep)
    assert isinstance(step, SymptomStep) and step.isVisible()
    step.choice._group.buttons()[-1].click()
    keys(Key.Key_Return)
    assert screen.message.text() == "Type a name first."
    step.own.setText("knee " * 60)
    keys(Key.Key_Return)
    assert screen.message.text() == "Up to 200 letters fit here; this has 299. Shorten it."
    step.own.clear()
    step.own.setFocus()
    keys("Left knee", Key.Key_Return, Key.Key_Return)
    main = opened(start, qtbot).main_symptom()
    assert main is not None and (main.code, main.name) == (None, "Left knee")


def test_a_place_that_refuses_is_told_and_keeps_the_answers(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a file").write_text("x")
    screen, start = begin(tmp_path / "a file" / "journal.leaf")
    go_on_to(screen, 3, qtbot)
    keys(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(screen.message.text()))
    assert start.logbook is None and screen.next.isEnabled()


def test_how_far_one_is_stands_above_each_step(begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot) -> None:
    screen, _ = begin(tmp_path / "j.leaf")
    for number, step in enumerate(screen.steps, 1):
        screen._show(number - 1)
        qtbot.wait(1)
        assert screen.progress.text() == f"Step {number} of 4"
        ends, begins = (each.mapTo(screen, QPoint()).y() for each in (screen.progress, step))
        assert ends + screen.progress.height() <= begins


def test_every_step_has_names_for_what_takes_the_keyboard(begin: Callable[[Path], Begun], tmp_path: Path) -> None:
    screen, _ = begin(tmp_path / "journal.leaf")
    for _ in screen.steps:
        for widget in screen.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
        said = " ".join(each.text() for each in screen.findChildren(QLabel)).casefold()
        assert "kratom" not in said
        if screen.steps[1].isVisible():
            keys(Key.Key_Right, Key.Key_Return)
        if screen.steps[-1].isHidden():
            screen._go_on()


@pytest.mark.parametrize("code", COMMON_MAIN_SYMPTOMS)
def test_the_main_symptom_comes_first_and_only_once(code: str) -> None:
    symptoms = starting_symptoms(code)
    codes = [each.code for each in symptoms]
    assert codes[0] == code and len(set(codes)) == len(codes) and set(OFFERED_AT_FIRST) <= set(codes)
    assert [each.main for each in symptoms] == [True] + [False] * (len(symptoms) - 1)
    assert [each.position for each in symptoms] == list(range(len(symptoms)))


@pytest.mark.slow
def test_nothing_flashes_up_as_a_window_of_its_own(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    """A widget that is made visible before it has a parent takes the keyboard away from the real window."""
    watch = WindowWatch()
    qapp.installEventFilter(watch)
    screen, start = begin(tmp_path / "journal.leaf")
    screen.skip.click()
    opened(start, qtbot)
    start.window.body.reach(DIARY)
    start.window.body.act("dose")
    wait_for_tasks()
    qtbot.wait(1)
    qapp.removeEventFilter(watch)
    assert watch.shown == [start.window]


class WindowWatch(QObject):
    """Notes which widgets are shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.mark.parametrize("size", [(900, 600), (1366, 768)])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_way_on_and_how_far_one_is_are_in_sight_at_every_step(
    begin: Callable[[Path], Begun], tmp_path: Path, qapp: QApplication, size: tuple[int, int], percent: int
) -> None:
    screen, _ = begin(tmp_path / "journal.leaf")
    apply_theme(qapp, "light", percent)
    screen.window().resize(*size)
    for number in range(len(screen.steps)):
        screen._show(number)
        if number == 1:
            screen._passphrase.answer.set_value("yes")
            screen._passphrase._show()
        settle()
        for part in (screen.progress, screen.back, screen.next):
            if part.isVisible():
                assert part.visibleRegion().boundingRect() == part.rect(), (number, part)


def test_that_nobody_can_open_it_without_the_passphrase_is_in_sight_beside_the_first_field(
    begin: Callable[[Path], Begun], tmp_path: Path, qtbot: QtBot
) -> None:
    screen, _ = begin(tmp_path / "journal.leaf")
    screen.window().resize(900, 600)
    _, yes, _ = at_the_passphrase(screen, qtbot)
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    settle()
    (warning,) = [each for each in screen.findChildren(QLabel) if each.text().startswith("There is no way around it")]
    assert screen._passphrase.first.edit.hasFocus()
    for part in (warning, screen._passphrase.first.edit):
        assert part.visibleRegion().boundingRect() == part.rect()
