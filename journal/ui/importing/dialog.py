"""Before another program's file is imported: how it is read, what would be taken, what is left out and why.

Nothing is written here. Every choice is followed by the first rows at once and by a reading of the whole file in a
worker; the button says how many entries it would add.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.exchange.mapping import TableMapping, as_setting
from journal.exchange.opening import opened
from journal.texts.refusals import explain
from journal.ui.importing.columns import MOST_SHOWN, Columns
from journal.ui.importing.reading_choices import TableChoices, ZoneChoice
from journal.ui.importing.refused import Lines
from journal.ui.importing.sample import Sample, with_form
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.fields import Choice
from journal.ui.kit.pages import Sheet
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import move_in_reading_order
from journal.ui.kit.tasks import Task, run_task, while_alive
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import (
    announce,
    button,
    clear_layout,
    heading,
    label,
    primary_button,
    quiet_label,
    scrolling,
)
from journal.ui.shell.exchanging import Preview, read_file

_SETTLED_MS = 250
T = TypeVar("T")
_WIDTH, _TEXT_WIDTH = 860, 600  # at 100 %, and the part of it that grows with the text
_TABLE_HEIGHT, _KNOWN_HEIGHT = 800, 480
_LINES, _FEWER_LINES = 4, 2
_LARGE_TEXT = 150


class ImportDialog(QDialog):
    """Asks how a file is to be read. ``chosen`` gives the preview that the person wants imported."""

    chosen = Signal(object)

    def __init__(self, bridge: Bridge, sample: Sample, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._texts, self.sample = bridge, bridge.texts, sample
        self.preview: Preview | None = None
        self.columns: Columns | None = None
        self._task: Task | None = None
        self.setWindowTitle(self._texts("Import {name}", name=sample.path.name))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._read)
        self._lay_out()
        self._fill()
        self.resize(self._fitting_size())

    # --- what is shown ---

    def _lay_out(self) -> None:
        texts = self._texts
        self._place = QVBoxLayout()
        self.rows_heading = label(texts("The first rows, as they would be taken"), "strong")
        self.first_rows = Lines(self.rows_heading.text())
        self.refused_heading = label(texts("Left out"), "strong")
        self.refused = Lines(texts("Rows that are left out"))
        self.state = label(wrap=True)
        self.import_button = primary_button(texts("Import"), "", self._import)
        self.cancel_button = button(texts("Cancel"), self.reject)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(quiet_label(texts("Nothing is written until you press Import."), wrap=True))
        column.addLayout(self._place)
        column.addStretch(1)
        page = QWidget()
        body = QVBoxLayout(page)
        body.setContentsMargins(20, 16, 20, 16)
        body.addWidget(label(self.windowTitle(), "heading", wrap=True))
        body.addWidget(scrolling(inside), 1)
        for each in (self.rows_heading, self.first_rows, self.state, self.refused_heading, self.refused):
            body.addWidget(each)
        body.addWidget(flowing(self.cancel_button, self.import_button, far="all"))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Sheet(page))

    def _fill(self) -> None:
        """Show the sample's choices; begun anew when the file is read in another encoding."""
        clear_layout(self._place)
        self.rows_heading.setVisible(self.sample.mapping is not None)
        self.first_rows.show_lines([])
        if self.sample.mapping is None:
            self._fill_known()
        else:
            self._fill_table(self.sample.mapping)
        self._changed()

    def _fill_known(self) -> None:
        self._place.addWidget(label(self._texts("A file of Herbal Tracker+."), wrap=True))
        self.choices = ZoneChoice(self._texts, self.sample.zone, self.sample.zones)
        self.choices.changed.connect(self._changed)
        self._place.addWidget(self.choices)

    def _fill_table(self, mapping: TableMapping) -> None:
        texts, sample = self._texts, self.sample
        if sample.kept:
            self._place.addWidget(quiet_label(texts("Read as you chose for a file like this before."), wrap=True))
        self._place.addWidget(heading(texts("What the columns are")))
        self.columns = Columns(texts, sample)
        self.columns.changed.connect(self._changed)
        self._place.addWidget(self.columns)
        if len(sample.columns) > MOST_SHOWN:
            said = texts("Only the first {n} columns can be read.", n=MOST_SHOWN)
            self._place.addWidget(quiet_label(said, wrap=True))
        self._place.addWidget(heading(texts("How it is written")))
        table = TableChoices(texts, sample.found.form, mapping, sample.zones)
        table.changed.connect(self._changed)
        table.form_changed.connect(self._read_anew)
        self.choices = table
        self._place.addWidget(table)

    @staticmethod
    def _lines() -> int:
        """How many lines are always in sight: fewer of large text, so that there is room for the choices."""
        return _FEWER_LINES if theme().px(100) >= _LARGE_TEXT else _LINES

    def _fitting_size(self) -> QSize:
        """As large as its text asks for, never larger than the screen."""
        height = _TABLE_HEIGHT if self.sample.mapping is not None else _KNOWN_HEIGHT
        wanted = QSize(max(_WIDTH, theme().px(_TEXT_WIDTH)), max(height, theme().px(height * 2 // 3)))
        return wanted.boundedTo(self.screen().availableSize())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.columns.lines[0].meaning if self.columns is not None and self.columns.lines else self.choices.zone
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what was chosen ---

    def mapping(self) -> TableMapping | None:
        """What the columns mean now; None for a file that needs no mapping."""
        if self.sample.mapping is None or self.columns is None or not isinstance(self.choices, TableChoices):
            return None
        return self.choices.applied_to(replace(self.sample.mapping, columns=self.columns.value()))

    def _changed(self) -> None:
        """Show the first rows at once, the whole file as soon as the choices have settled."""
        self._forget()
        mapping = self.mapping()
        if mapping is not None and not self._show_first_rows(mapping):
            return
        self.state.setText(self._texts("Reading the whole file"))
        self._settled.start()

    def _show_first_rows(self, mapping: TableMapping) -> bool:
        try:
            rows = self.sample.understood(mapping, self._texts)
        except Refused as reason:
            self.first_rows.show_lines(["–"], self._lines())
            self.state.setText(explain(self._texts, reason))
            return False
        self.first_rows.show_lines(rows or [self._texts("There is no row below the names.")], self._lines())
        return True

    def _forget(self) -> None:
        self._settled.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.preview = None
        self.import_button.setEnabled(False)
        self.import_button.set_words(self._texts("Import"))
        self._show_refused([])

    # --- in the background ---

    def _read_anew(self) -> None:
        self._forget()
        if isinstance(self.choices, TableChoices):
            sample, form, logbook = self.sample, self.choices.form(), self._bridge.logbook
            self.state.setText(self._texts("Reading the first rows"))
            self._run(lambda _task: with_form(logbook, sample, form), self._show_anew)

    def _show_anew(self, sample: Sample) -> None:
        focused = self.focusWidget()
        name = "" if focused is None else focused.accessibleName()
        self.sample = sample
        self._fill()
        # Only a field that is laid out can take the keyboard back.
        QTimer.singleShot(0, self, lambda: self._focus(name))

    def _focus(self, name: str) -> None:
        for each in self.choices.findChildren(Choice):
            if each.accessibleName() == name:
                each.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        sample, mapping, logbook, texts = self.sample, self.mapping(), self._bridge.logbook, self._texts
        zone = self.choices.zone.value()
        source = opened(sample.path, sample.found, sample.here, zone, mapping)
        keep = None if mapping is None else as_setting(sample.columns, mapping)
        name = sample.path.name

        def read(task: Task) -> Preview:
            return replace(read_file(logbook, source, name, texts, task), keep=keep)

        self._run(read, self._show_preview)

    def _run(self, work: Callable[[Task], T], done: Callable[[T], object]) -> None:
        """Run the work; only the answer of the newest is heard."""

        def heard(answer: T) -> None:
            if self._task is task:
                self._task = None
                done(answer)

        def failed(problem: Exception) -> None:
            self._fail(problem, task)

        task = run_task(work, while_alive(self, heard), while_alive(self, failed))
        self._task = task

    def _fail(self, problem: Exception, task: Task) -> None:
        if self._task is task and isinstance(problem, Refused):
            self._task = None
            self.state.setText(explain(self._texts, problem))
            announce(self, self.state.text())

    def _show_preview(self, preview: Preview) -> None:
        self.preview = preview
        self.state.setText("\n".join(preview.counts(self._texts)))
        self._show_refused(preview.refusals(self._texts))
        if preview.new:
            self.import_button.set_words(self._texts.plural("Import {n} entry", "Import {n} entries", preview.new))
        self.import_button.setEnabled(preview.new > 0)
        announce(self, self.state.text())

    def _show_refused(self, rows: list[str]) -> None:
        self.refused_heading.setVisible(bool(rows))
        self.refused.show_lines(rows, self._lines())

    # --- the end ---

    def _import(self) -> None:
        if self.preview is not None:
            preview = self.preview
            self.accept()
            self.chosen.emit(preview)

    def done(self, result: int) -> None:
        self._settled.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_in_reading_order(self, forward) or super().focusNextPrevChild(forward)
