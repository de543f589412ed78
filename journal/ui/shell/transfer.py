"""Backing up, importing and exporting from the window: file dialogs, a worker, and counts in plain words."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.texts.refusals import explain
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.tasks import TaskProgress, run_task, while_alive
from journal.ui.kit.widgets import InlineMessage

if TYPE_CHECKING:
    from journal.ui.importing.dialog import ImportDialog
    from journal.ui.kit.tasks import Task
    from journal.ui.shell.exchanging import Preview


def forget_folders() -> None:
    """Qt's own file dialog writes the folders it showed into a file; give it a place where nothing can be written."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(Path(os.devnull) / "none"))


class Transfer(QWidget):
    """Files out of the journal and into it. One at a time; the window can be used meanwhile for looking."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__()
        self._window, self._bridge, self._texts = window, bridge, bridge.texts
        self.message = InlineMessage()
        self.progress = TaskProgress(self._texts)
        self.dialog: QFileDialog | None = None
        self.asking: ImportDialog | None = None
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.message)
        body.addWidget(self.progress)
        self.hide()

    # --- the three ---

    def back_up(self) -> None:
        """A verified copy beside the journal."""
        logbook = self._bridge.logbook
        self._run(
            self._texts("Making a backup and verifying it"),
            lambda _task: logbook.backup(),
            lambda path: self._say(self._texts("A verified copy was made: {path}", path=path)),
        )

    def export_file(self) -> None:
        """Everything into a JSON file, or the diary into a CSV file."""
        self._ask(
            self._texts("Export"),
            QFileDialog.AcceptMode.AcceptSave,
            [self._texts("Everything, JSON (*.json)"), self._texts("Diary as a table, CSV (*.csv)")],
            self.export_to,
        )

    def import_file(self) -> None:
        """Our own JSON or CSV, a backup of Herbal Tracker+, or any table."""
        self._ask(
            self._texts("Import"),
            QFileDialog.AcceptMode.AcceptOpen,
            [self._texts("Journals and tables (*.json *.csv *.tsv *.txt)"), self._texts("All files (*)")],
            self.import_from,
        )

    def step(self, words: str, work: Callable[[], object]) -> None:
        """Undo or redo what is too large for one blink of the window."""
        self._run(words, lambda _task: work(), lambda _done: self.hide())

    def export_to(self, path: Path) -> None:
        """Write the file in a worker."""
        from journal.ui.shell.exchanging import export_file

        logbook = self._bridge.logbook
        self._run(
            self._texts("Exporting to {name}", name=path.name),
            lambda _task: export_file(logbook, path, self._texts),
            lambda n: self._say(
                self._texts.plural(
                    "{n} entry was written to {path}", "{n} entries were written to {path}", n, path=path
                )
            ),
        )

    def import_from(self, path: Path) -> None:
        """Read the file in a worker and say what an import would do, or ask how it is to be read."""
        from journal.ui.shell.exchanging import Preview, first_look

        logbook = self._bridge.logbook

        def decide(found: object) -> None:
            if isinstance(found, Preview):
                self._offer(found)
            else:
                self._ask_how(found)

        words = self._texts("Reading {name}", name=path.name)
        self._run(words, lambda task: first_look(logbook, path, self._texts, task), decide)

    def _offer(self, preview: Preview) -> None:
        """What an import of one of our own files would do, and the button for it."""
        from journal.ui.shell.exchanging import REFUSED_SHOWN

        choices: list[tuple[str, Callable[[], object]]] = []
        if preview.new:
            yes = self._texts.plural("Import {n} entry", "Import {n} entries", preview.new)
            choices = [(yes, lambda: self._import(preview))]
        if len(preview.plan.refused) > REFUSED_SHOWN:
            choices.append((self._texts("Show all that is refused"), lambda: self._show_refused(preview)))
        close = self._texts("Leave it") if preview.new else self._texts("OK")
        self.message.show_message(preview.words(self._texts), [*choices, (close, self.hide)])

    def _show_refused(self, preview: Preview) -> None:
        from journal.ui.importing.refused import RefusedDialog

        dialog = RefusedDialog(self._texts, preview.name, preview.refusals(self._texts), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._offer(preview))
        dialog.open()

    def _ask_how(self, found: object) -> None:
        """A file of another program: show how it is read; nothing is imported until the person says so."""
        from journal.ui.importing.dialog import ImportDialog
        from journal.ui.importing.sample import Sample

        assert isinstance(found, Sample)
        self.hide()
        self.asking = ImportDialog(self._bridge, found, self._window)
        self.asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.asking.chosen.connect(self._import)
        self.asking.open()

    def _import(self, preview: object) -> None:
        from journal.ui.shell.exchanging import Preview, import_entries

        assert isinstance(preview, Preview)
        logbook = self._bridge.logbook
        self._run(
            self._texts("Importing"),
            lambda task: import_entries(logbook, preview, task),
            lambda n: self._say(
                self._texts.plural("{n} entry was imported. Undo takes it back.",
                                   "{n} entries were imported. Undo takes them back.", n)
            ),
            preview.new,
        )  # fmt: skip

    # --- pieces ---

    def _ask(
        self, title: str, mode: QFileDialog.AcceptMode, filters: list[str], chosen: Callable[[Path], object]
    ) -> None:
        self.dialog = ask_for_file(self._window, title, filters, chosen, mode)

    def _run(self, words: str, work: Callable[[Task], object], done: Callable[..., object], total: int = 0) -> None:
        self.message.dismiss()
        self.show()
        # Another journal may be opened before the answer comes.
        task = run_task(work, while_alive(self, done), while_alive(self, self._fail))
        self.progress.follow(task, words, total)

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, Refused):
            self._say(explain(self._texts, problem))

    def _say(self, words: str) -> None:
        self.show()
        self.message.show_message(words, [(self._texts("OK"), self.hide)])


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _with_ending(path: Path, chosen_filter: str, saving: bool) -> Path:
    """The ending that belongs to the chosen filter, where none was typed."""
    if not saving or path.suffix:
        return path
    for ending in (".json", ".csv"):
        if ending in chosen_filter:
            return path.with_name(path.name + ending)
    return path


def ask_for_file(
    window: QWidget,
    title: str,
    filters: Sequence[str],
    chosen: Callable[[Path], object],
    mode: QFileDialog.AcceptMode = QFileDialog.AcceptMode.AcceptOpen,
) -> QFileDialog:
    """A file dialog that leaves no trace of the folders it showed; ``chosen`` is called with the file."""
    forget_folders()
    dialog = QFileDialog(window, title, _documents())
    if sys.platform == "linux":
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    saving = mode is QFileDialog.AcceptMode.AcceptSave
    dialog.setAcceptMode(mode)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if saving else QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(list(filters))
    dialog.fileSelected.connect(lambda name: chosen(_with_ending(Path(name), dialog.selectedNameFilter(), saving)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
