"""Manners of a desktop program: no history of folders, a window that is on a screen, an icon, no list of open files."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import journal
from journal import device
from journal.assets import asset
from journal.texts import english
from journal.ui.kit.computer import Computer
from journal.ui.kit.file_dialogs import ask_for_file, forget_folders
from journal.ui.kit.theme import apply_theme, theme
from journal.ui.shell.body import Body
from journal.ui.shell.window import MainWindow

UI = Path(journal.__file__).parent / "ui"


# --- folders ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def kept_history(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Where Qt would keep the folders that a file dialog showed, if nobody stopped it."""
    place = tmp_path / "history"
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(place))
    request.addfinalizer(forget_folders)
    return place


def _use(dialog: QFileDialog, chosen: Path) -> None:
    dialog.setDirectory(str(chosen.parent))
    dialog.selectFile(chosen.name)
    dialog.accept()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []


def _file_in(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a.json").touch()
    return folder / "a.json"


def test_a_file_dialog_leaves_no_history_of_folders(
    qtbot: QtBot, body: Body, tmp_path: Path, own_home: Path, kept_history: Path
) -> None:
    chosen: list[Path] = []
    before = _files(own_home)
    _use(ask_for_file(body.main, "Import", ["All files (*)"], chosen.append), _file_in(tmp_path / "private"))
    assert chosen == [tmp_path / "private" / "a.json"]
    assert _files(kept_history) == [] and _files(own_home) == before


def test_qt_keeps_the_history_otherwise(body: Body, tmp_path: Path, kept_history: Path) -> None:
    dialog = QFileDialog(body.main, "Import", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _use(dialog, _file_in(tmp_path / "private"))
    QSettings(QSettings.Scope.UserScope, "QtProject").sync()
    assert any("private" in path.read_text(encoding="utf-8") for path in _files(kept_history))


@pytest.mark.quick_every(2)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the dialog is the system's own")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_arrows_of_a_file_dialog_are_seen(qapp: QApplication, body: Body, scheme: str) -> None:
    apply_theme(qapp, scheme, 100)
    dialog = ask_for_file(body.main, "Import", ["All files (*)"], print)
    for name in ("backButton", "forwardButton", "toParentButton"):
        button = dialog.findChild(QToolButton, name)
        assert button is not None, "Qt gave it another name"
        drawn = button.icon().pixmap(20, 20).toImage()
        places = product(range(drawn.width()), range(drawn.height()))
        inked = {drawn.pixelColor(*place).name() for place in places if drawn.pixelColor(*place).alpha() > 240}
        assert inked == {theme().text}
    dialog.reject()


def test_wherever_a_file_dialog_is_made_its_history_is_forgotten() -> None:
    made = re.compile(r"QFileDialog(\(|\.get)")
    modules = [path.name for path in UI.rglob("*.py") if made.search(path.read_text(encoding="utf-8"))]
    assert modules == ["file_dialogs.py"]


@pytest.mark.parametrize(("there", "begins"), [(True, "Documents"), (False, ".")])
def test_a_file_dialog_begins_in_a_folder_that_exists(body: Body, own_home: Path, there: bool, begins: str) -> None:
    if there:
        (own_home / "Documents").mkdir()
    dialog = ask_for_file(body.main, "Import", ["All files (*)"], lambda _path: None)
    assert Path(dialog.directory().absolutePath()) == (own_home / begins).resolve()
    dialog.reject()


def test_no_list_of_journals_that_were_open(body: Body) -> None:
    assert [each.text() for each in body.main.findChildren(QAction) if "recent" in each.text().casefold()] == []


# --- the window ------------------------------------------------------------------------------------------------------


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], MainWindow]]:
    """Opens the window as its device file says."""
    windows: list[MainWindow] = []  # one that Python lets go while it is being painted would take the test with it

    def show() -> MainWindow:
        window = MainWindow(english(), Computer(tmp_path / "device.ini"))
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        QApplication.processEvents()
        return window

    yield show
    for window in windows:
        window.close()


@pytest.mark.parametrize("corner", [(20_000, 15_000), (-20_000, -15_000)])
def test_a_window_left_on_a_screen_that_is_gone_comes_back(
    qtbot: QtBot, started: Callable[[], MainWindow], tmp_path: Path, corner: tuple[int, int]
) -> None:
    # Not shown: Qt's offscreen plugin cannot paint where no screen is.
    left = QWidget()
    qtbot.addWidget(left)
    left.setGeometry(*corner, 700, 600)
    geometry = bytes(left.saveGeometry().toHex().data()).decode()
    device.save(device.Device(geometry=geometry), tmp_path / "device.ini")
    again = started()
    assert again.screen().availableGeometry().contains(again.frameGeometry().center())
    assert again.screen().availableGeometry().contains(again.geometry().topLeft())


def test_a_geometry_that_cannot_be_read_is_left_aside(started: Callable[[], MainWindow], tmp_path: Path) -> None:
    device.save(device.Device(geometry="no geometry"), tmp_path / "device.ini")
    window = started()
    assert window.width() > 500


# --- the icon --------------------------------------------------------------------------------------------------------


def test_the_window_has_the_icon_once_it_is_painted(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    from journal.app import Program

    assert asset("icons", "leaf-journal.svg").is_file()
    qapp.setWindowIcon(QIcon())
    program = Program(qapp, tmp_path / "new.leaf", None, english())
    qtbot.addWidget(program.window)
    try:
        program.window.show()
        qtbot.waitUntil(lambda: not qapp.windowIcon().isNull(), timeout=10_000)
        assert not program.window.windowIcon().isNull()
    finally:
        program.end()
