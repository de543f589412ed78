"""The program as a process: it paints before it opens, and brings the first window to the front."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal import paths
from journal.app import Program, grab_screens
from journal.core.entries import Substance
from journal.core.refusal import Refused
from journal.logbook import Logbook, raise_file_of
from journal.texts import english
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.lock import UnlockScreen
from journal.ui.shell.cannot_open_page import CannotOpenPage
from journal.ui.shell.start import Start
from journal.ui.shell.window import MainWindow
from journal.ui.welcome import WelcomeScreen
from tests.journals import PASSPHRASE, FixedClock, JournalAt, new_journal, note, quick_keys
from tests.ui.conftest import Known
from tests.ui.once_shown import once_shown

__all__ = ["quick_keys"]

# Runs as the program does and ends by itself.
_RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from journal import app
started = app._started
app._started = lambda: (started(), QTimer.singleShot(0, app.QApplication.closeAllWindows))
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_the_window_is_painted_first_and_usable_then(plain_journal: JournalAt) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(plain_journal.path)],
        env={**os.environ, "LEAF_JOURNAL_TIMINGS": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = re.findall(r"^(first paint|usable|memory) ([\d.]+)$", done.stderr, re.MULTILINE)
    assert [name for name, _ in said] == ["first paint", "usable", "memory"], done.stderr
    assert float(said[0][1]) < float(said[1][1])
    assert done.returncode == 0


# Prints which of the guidance's files were opened until the window could be used, and ends.
_READS = """
import sys
opened = []
def watch(event, arguments):
    if event == "open" and "guidance" in str(arguments[0]) and str(arguments[0]).endswith((".md", ".toml")):
        opened.append(str(arguments[0]))
sys.addaudithook(watch)
from pathlib import Path
from PySide6.QtCore import QTimer
from journal import app
started = app._started
app._started = lambda: (started(), print(sorted(opened)), QTimer.singleShot(0, app.QApplication.closeAllWindows))
app.run(Path(sys.argv[1]))
from journal.guidance.interactions import classes
classes()
print([Path(each).name for each in sorted(opened) if each.endswith("interactions.toml")])
"""


@pytest.mark.slow
def test_no_guidance_is_read_before_the_window_can_be_used(plain_journal: JournalAt) -> None:
    """With medicines on the list, too: they are counted later. The last line shows that reading would be seen."""
    with plain_journal.open() as book:
        book.save(Substance(name="Xanax"))
    done = subprocess.run(
        [sys.executable, "-c", _READS, str(plain_journal.path)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines() == ["[]", "['interactions.toml']"]


# Runs until it is usable, and prints what ``told`` says then.
_UNTIL_USABLE = """
import gc, os, sys
from pathlib import Path
from PySide6 import QtWidgets
from journal import app
{before}
def usable():
    print({told}, flush=True)
    os._exit(0)
app._started = usable
app.run(Path(sys.argv[1]))
"""


def _when_usable(plain_journal: JournalAt, told: str, before: str = "") -> str:
    code = _UNTIL_USABLE.format(before=before, told=told)
    command = [sys.executable, "-c", code, str(plain_journal.path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.strip()


@pytest.mark.slow
def test_only_classes_of_widgets_that_are_used_are_prepared_before_it_is_usable(plain_journal: JournalAt) -> None:
    """All of them together take a thirtieth of the start; PySide prepares them when it must guess a widget's class."""
    assert _when_usable(plain_journal, "'QListView' in vars(QtWidgets), 'QWizard' in vars(QtWidgets)") == "True False"


@pytest.mark.slow
def test_what_only_figures_and_forms_need_is_not_loaded_before_it_is_usable(plain_journal: JournalAt) -> None:
    later = ["journal.core.figure_facts", "journal.core.warning_facts", "journal.ui.kit.form", "journal.core.plausible"]
    later += ["journal.ui.shell.mending_search", "journal.ui.products.kind_memory"]
    later += ["journal.core.rescued", "babel"]  # with Babel it is read what a person types of dates
    assert _when_usable(plain_journal, f"[name for name in {later} if name in sys.modules]") == "[]"


_COUNT_STYLED = """
from PySide6.QtCore import QEvent
from journal.ui.today.day_column import DayColumn
styled = 0
def event(column, event):
    global styled
    styled += event.type() is QEvent.Type.StyleChange
    return QtWidgets.QWidget.event(column, event)
DayColumn.event = event
"""


@pytest.mark.slow
def test_the_day_is_built_where_it_will_stand(plain_journal: JournalAt) -> None:
    """Each further change of place dresses every part of it anew, which takes a fiftieth of the start."""
    assert _when_usable(plain_journal, "styled", _COUNT_STYLED) == "1"


_COUNT_LOOKED_AT = """
most = 0
def look(phase, info):
    global most
    if phase == "start":
        most = max(most, *(len(gc.get_objects(generation)) for generation in range(info["generation"] + 1)))
painted = app.Program._painted
def count_from_now_on(program):
    gc.callbacks.append(look)
    painted(program)
app.Program._painted = count_from_now_on
"""


@pytest.mark.slow
def test_the_garbage_collector_does_not_look_at_all_that_the_start_made(plain_journal: JournalAt) -> None:
    assert int(_when_usable(plain_journal, "most", _COUNT_LOOKED_AT)) < 20_000


def test_nothing_of_the_database_is_loaded_before_the_first_paint() -> None:
    code = (
        "import sys; import journal.app; from journal.ui.shell.window import MainWindow;"
        "early = ('sqlalchemy', 'sqlcipher3', 'babel', 'hashlib', 'journal.logbook', 'journal.ui.kit.theme');"
        "print([name for name in early if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_the_namespace_qt_is_not_loaded_before_the_first_paint() -> None:
    """It takes a tenth of the time until then, and comes with the first name that anybody takes from it."""
    code = (
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen';"
        "import PySide6.QtCore as core; from journal import app;"
        "program = app.Program(app._application(app.english()), None, None, app.english());"
        "before = 'Qt' in vars(core); core.Qt; print(before, 'Qt' in vars(core))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_a_second_start_brings_the_first_window_to_the_front(
    plain_journal: JournalAt, plain_book: Logbook, qtbot: QtBot, tmp_path: Path
) -> None:
    left: list[int] = []
    window = MainWindow(english(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    start = Start(window, plain_journal.path, plain_journal.clock, True, lambda: None, left.append)
    start.begin()  # plain_book holds the lock, as the first window would
    qtbot.waitUntil(lambda: left == [0], timeout=10_000)
    assert raise_file_of(plain_journal.path).exists()


def test_a_second_start_beside_a_window_asks_for_no_passphrase(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the first window has the journal open, or asks for its passphrase: it comes to the front."""
    monkeypatch.setattr(MainWindow, "raise_", lambda _window: None)  # the offscreen plugin warns that it cannot
    journal = new_journal(tmp_path / "own" / "journal.leaf", PASSPHRASE, clock)
    made: list[Start] = []
    left: list[int] = []

    def started() -> MainWindow:
        window = MainWindow(english(), Computer(tmp_path / "device.ini"))
        qtbot.addWidget(window)
        start = Start(window, journal.path, clock, True, lambda: None, left.append)
        made.append(start)
        start.begin()
        window.show()
        return window

    first = started()
    page = once_shown(qtbot, first.body, UnlockScreen)
    for n in (1, 2):  # beside the page that asks, then beside the open journal
        second = started()
        qtbot.waitUntil(lambda n=n: len(left) == n, timeout=10_000)  # type: ignore[misc]
        assert not second.body.findChildren(UnlockScreen)
        qtbot.waitUntil(lambda: not raise_file_of(journal.path).exists(), timeout=10_000)
        if n == 1:
            with journal.open() as book:  # commands need not wait for a window that only asks
                note(book, "from a command")
            page.submitted.emit(PASSPHRASE)
            qtbot.waitUntil(lambda: made[0].logbook is not None, timeout=20_000)
            made[0].journal.watch_for_second_start()
    first.body.lock_wanted.emit()
    once_shown(qtbot, first.body, UnlockScreen).submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: made[0].logbook is not None, timeout=20_000)
    for start in made:
        start.close()
    assert not list(journal.path.parent.glob("*.asking"))
    third = started()
    once_shown(qtbot, third.body, UnlockScreen)
    made[-1].close()


def test_the_first_window_notices_a_second_start(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "raise_", lambda _window: None)  # the offscreen plugin warns that it cannot
    usable: list[bool] = []
    window = MainWindow(english(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    clock = plain_journal.clock
    start = Start(window, plain_journal.path, clock, True, lambda: usable.append(True), lambda _code: None)
    start.begin()
    qtbot.waitUntil(lambda: usable == [True], timeout=10_000)
    start.journal.watch_for_second_start()
    with pytest.raises(Refused, match="journal-in-window"):
        Logbook.open(plain_journal.path, clock=clock, wait_s=600)  # as a command does
    window.showMinimized()
    raise_file_of(plain_journal.path).touch()
    qtbot.waitUntil(lambda: not raise_file_of(plain_journal.path).exists(), timeout=10_000)
    assert window.isVisible() and not window.isMinimized()
    start.close()
    wait_for_tasks()


def test_what_is_typed_beside_a_job_that_writes_is_kept_at_the_end(
    plain_journal: JournalAt, qtbot: QtBot, tmp_path: Path
) -> None:
    window = MainWindow(english(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    start = Start(window, plain_journal.path, plain_journal.clock, True, lambda: None, lambda _code: None)
    start.begin()
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=10_000)
    book, body = start.logbook, window.body
    assert book is not None and body.today is not None
    window.show()
    body.act("note")
    form = body.today.panel.form
    assert isinstance(form, NoteForm)
    form.note.setPlainText("typed beside an import")
    with book._file.writing():
        window.close()
        assert book.drafts() == []
    start.close()
    with plain_journal.open() as again:
        assert [each.form for each in again.drafts()] == ["note"]


def test_a_named_journal_does_not_become_the_usual_one(plain_journal: JournalAt, tmp_path: Path) -> None:
    computer = Computer(tmp_path / "device.ini")
    computer.remember(plain_journal.path, None, as_last=False)
    assert computer.settings.last_journal == ""
    computer.remember(plain_journal.path, "ab" * 16, as_last=True)
    again = Computer(tmp_path / "device.ini")
    assert again.settings.last_journal == str(plain_journal.path)
    assert again.salt_of(plain_journal.path) == "ab" * 16


# --- a journal that is not where it was ------------------------------------------------------------------------------


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the journal was open last; its drive is not connected now."""
    monkeypatch.delenv("LEAF_JOURNAL_FILE", raising=False)
    path = tmp_path / "drive" / "mine.leaf"
    Computer(paths.device_file()).remember(path, None, as_last=True)
    return path


@pytest.fixture
def program(away: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    """The program started without naming a journal."""
    started = Program(qapp, None, FixedClock(), english())
    qtbot.addWidget(started.window)
    started._open()
    yield started
    started.end()


def _page(program: Program, qtbot: QtBot) -> CannotOpenPage:
    qtbot.waitUntil(lambda: program.window.findChild(CannotOpenPage) is not None, timeout=10_000)
    found = program.window.findChild(CannotOpenPage)
    assert isinstance(found, CannotOpenPage)
    return found


def _opened(program: Program, qtbot: QtBot) -> Path:
    start = program.start
    assert start is not None
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=10_000)
    assert start.logbook is not None
    return start.logbook.path


@pytest.mark.parametrize("usual", [True, False])
def test_a_journal_that_is_away_is_not_replaced(usual: bool, away: Path, request: pytest.FixtureRequest) -> None:
    if usual:
        new_journal(paths.default_journal(), None)
    program, qtbot = request.getfixturevalue("program"), request.getfixturevalue("qtbot")
    page = _page(program, qtbot)
    said = f"There is no journal at {away}, where it was last time."
    assert any(each.text().startswith(said) for each in page.findChildren(QLabel))
    assert Computer(paths.device_file()).settings.last_journal == str(away)
    new_journal(away, None)  # the drive is connected
    page.again.click()
    assert _opened(program, qtbot) == away


def test_the_person_can_go_on_without_it(program: Program, qtbot: QtBot) -> None:
    page = _page(program, qtbot)
    page.without.click()
    qtbot.waitUntil(lambda: program.window.findChild(WelcomeScreen) is not None, timeout=10_000)
    assert program.start is not None and program.start.path == paths.default_journal()


def test_the_usual_journal_opens_where_the_person_goes_on_without_the_other(program: Program, qtbot: QtBot) -> None:
    new_journal(paths.default_journal(), None)
    _page(program, qtbot).without.click()
    assert _opened(program, qtbot) == paths.default_journal()
    assert Computer(paths.device_file()).settings.last_journal == str(paths.default_journal())


def test_a_missing_journal_in_the_usual_place_is_a_first_start(away: Path, qapp: QApplication, qtbot: QtBot) -> None:
    Computer(paths.device_file()).remember(paths.default_journal(), None, as_last=True)
    program = Program(qapp, None, FixedClock(), english())
    qtbot.addWidget(program.window)
    program._open()
    qtbot.waitUntil(lambda: program.window.findChild(WelcomeScreen) is not None, timeout=10_000)
    program.end()


def test_a_missing_journal_that_is_named_is_made(away: Path, qapp: QApplication, qtbot: QtBot) -> None:
    program = Program(qapp, away, FixedClock(), english())
    qtbot.addWidget(program.window)
    program._open()
    qtbot.waitUntil(lambda: program.window.findChild(WelcomeScreen) is not None, timeout=10_000)
    program.end()


def test_the_picture_of_today_has_its_size(plain_book: Logbook, known: Known, tmp_path: Path, qtbot: QtBot) -> None:
    path = plain_book.path
    clock = plain_book.clock
    plain_book.close()
    grab_screens(path, {"today": tmp_path / "today.png"}, clock=clock)
    picture = QImage(str(tmp_path / "today.png"))
    assert (picture.width(), picture.height()) == (1240, 900)
