"""File dialogs: where they begin, and that no trace stays of the folders they showed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from journal.ui.kit.icons import set_icon

_ENDINGS = (".fhir.json", ".json", ".csv", ".zip", ".xlsx", ".md", ".ics", ".txt")
# Qt's own arrows are black in every theme; the buttons bear these names in its dialog and are missing in the system's.
_ARROWS = {"backButton": "previous", "forwardButton": "next", "toParentButton": "up"}


def forget_folders() -> None:
    """Qt's own file dialog writes the folders it showed into a file; give it a place where nothing can be written."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(Path(os.devnull) / "none"))


def first_folder() -> Path:
    """Where a file dialog begins: the documents folder where there is one, else the home folder."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def file_dialog(window: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """A dialog to be given its mode and opened; ``chosen`` is called with the file or folder."""
    forget_folders()
    dialog = QFileDialog(window, title, str(first_folder()))
    if sys.platform == "linux":
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        _show_arrows(dialog)
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog


def _show_arrows(dialog: QFileDialog) -> None:
    for button in dialog.findChildren(QToolButton):
        if button.objectName() in _ARROWS:
            set_icon(button, _ARROWS[button.objectName()])


def ask_for_folder(window: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a folder that is there."""
    dialog = file_dialog(window, title, chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def ask_for_file(window: QWidget, title: str, filters: Sequence[str], chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a file that is there."""
    dialog = file_dialog(window, title, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(filters))
    dialog.open()
    return dialog


def ask_where_to_write(
    window: QWidget, title: str, filters: Sequence[str], chosen: Callable[[Path], object], proposed: str = ""
) -> QFileDialog:
    """Ask for a new file; where no ending was typed it gets that of the chosen filter. ``proposed``: its name."""
    dialog = file_dialog(window, title, lambda path: chosen(_with_ending(path, dialog.selectedNameFilter())))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(list(filters))
    if proposed:
        dialog.selectFile(proposed)
    dialog.open()
    return dialog


def _with_ending(path: Path, chosen_filter: str) -> Path:
    """The ending that belongs to the chosen filter, where none was typed."""
    if path.suffix:
        return path
    return path.with_name(path.name + next((ending for ending in _ENDINGS if ending in chosen_filter), ""))
