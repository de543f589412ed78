"""Before another program's file is imported: how it is read, what would be taken, what is left out and why.

Nothing is written here. Every choice is followed by the first rows at once and by a reading of the whole file in a
worker; the button says how many entries it would add.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.exchange.file_rows import RefusedRow
from journal.exchange.kept_mapping import as_setting
from journal.exchange.mapping import TableMapping
from journal.exchange.opening import opened
from journal.guidance import Country
from journal.logbook import Logbook
from journal.texts.refusals import explain
from journal.ui.importing.changed_choice import ChangedChoice, OpenChange
from journal.ui.importing.exchanging import Preview, read_file
from journal.ui.importing.kinds import ImportedKinds
from journal.ui.importing.left_out import LeftOutDialog
from journal.ui.importing.missing_choice import MissingChoice
from journal.ui.importing.outcome import Outcome
from journal.ui.importing.outcome_place import OutcomePlace
from journal.ui.importing.proposed_answers import ProposedAnswers
from journal.ui.importing.reading_choices import MISSING
from journal.ui.importing.sample import Sample, taken_for_table, with_form
from journal.ui.importing.sample_choices import SampleChoices
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, primary_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import later
from journal.ui.kit.fields import Choice
from journal.ui.kit.newest_task import NewestTask
from journal.ui.kit.on_screen import fit_on_screen
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import move_in_reading_order
from journal.ui.kit.tasks import Task
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import announce, clear_layout, label, quiet_label

_SETTLED_MS = 250
_TABLE, _KNOWN = QSize(1240, 800), QSize(860, 360)  # at 100 %
_TEXT_WIDTH = 600  # the part of it that grows with the text
_ROOM_FOR_PROPOSALS = 480  # px at 100 %, of the height


class ImportDialog(QDialog):
    """Asks how a file is to be read. ``chosen`` gives the preview that the person wants imported."""

    chosen = Signal(object)

    def __init__(
        self, bridge: Bridge, sample: Sample, parent: QWidget | None = None, place: Country | None = None
    ) -> None:
        super().__init__(parent)
        self._place_called = place
        self._bridge, self._texts, self.sample = bridge, bridge.texts, sample
        self.preview: Preview | None = None
        self.left_out: LeftOutDialog | None = None
        self._reading = NewestTask(self)
        self.setWindowTitle(self._texts("Import {name}", name=sample.path.name))
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._read)
        self._lay_out()
        self._fill()
        self.kinds = ImportedKinds(self._texts)
        self.kinds.changed.connect(self._show_counts)
        self.changes = ChangedChoice(self._texts)
        self.changes.changed.connect(self._show_counts)
        self._kinds_place.addWidget(self.changes)
        self._kinds_place.addWidget(self.kinds)
        self._fit()

    # --- what is shown ---

    def _lay_out(self) -> None:
        texts = self._texts
        self._place = QVBoxLayout()
        self.outcome = Outcome(texts, self._show_left_out)
        self.missing = MissingChoice(texts, self._lead_to)
        self.open_change = OpenChange(texts, lambda: self.changes.stays.setFocus(Qt.FocusReason.TabFocusReason))
        self.proposed = ProposedAnswers(texts, lambda proposals: self.choices.answer(proposals))
        self.import_button = primary_button(texts("Import"), "Ctrl+Enter", self._import)
        for key in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone belongs to the fields
            QShortcut(QKeySequence(key), self, self.import_button.click)
        self.cancel_button = button(texts("Cancel"), self.reject)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 16, 20, 4)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "heading", wrap=True))
        column.addWidget(quiet_label(texts("Nothing is written until you press Import."), wrap=True))
        self._proposed_among = QVBoxLayout()
        column.addLayout(self._proposed_among)
        column.addLayout(self._place)
        among = QVBoxLayout()
        column.addLayout(among)
        # Below the outcome: it comes with the reading of the whole file and must not move what is being read.
        self._kinds_place = QVBoxLayout()
        column.addLayout(self._kinds_place)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        self.outcome_place = OutcomePlace(self.outcome, page, among)
        around.addWidget(self.outcome_place, 1)
        around.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        """What is always in sight: where there is room the outcome, the choice that is missing, and the buttons."""
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 8, 20, 16)
        foot.addWidget(self.missing)
        foot.addWidget(self.open_change)
        self._proposed_below = QVBoxLayout()
        self._proposed_below.addWidget(self.proposed)
        foot.addLayout(self._proposed_below)
        foot.addLayout(self.outcome_place.below)
        foot.addWidget(flowing(self.cancel_button, self.import_button, far="all"))
        return foot

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_outcome()

    def _place_outcome(self) -> None:
        self.outcome_place.choose(self.width(), self.height(), apart=self.sample.mapping is not None)
        # A low dialog has no room for its words and answers in the foot: there they scroll with the choices.
        low = self.height() < theme().px(_ROOM_FOR_PROPOSALS)
        place = self._proposed_among if low else self._proposed_below
        if place.indexOf(self.proposed) < 0:
            place.addWidget(self.proposed)

    def _fill(self) -> None:
        """Show the sample's choices; begun anew when the file is read in another encoding."""
        clear_layout(self._place)
        self.outcome.begin(with_rows=self.sample.mapping is not None)
        self.choices = SampleChoices(self._texts, self.sample)
        self.choices.changed.connect(self._changed)
        self.choices.form_changed.connect(self._read_anew)
        self.choices.table_wanted.connect(lambda: self._look_again(taken_for_table, self._show_table))
        self._place.addWidget(self.choices)
        self._changed()

    def _fit(self) -> None:
        """As large as its text asks for, never larger than the screen."""
        least = _KNOWN if self.sample.mapping is None else _TABLE
        fit_on_screen(self, least.expandedTo(QSize(theme().px(_TEXT_WIDTH), theme().px(least.height() * 2 // 3))))
        self._place_outcome()

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.choices.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what was chosen ---

    def _changed(self) -> None:
        """Show the first rows at once, the whole file as soon as the choices have settled."""
        self._forget()
        mapping = self.choices.mapping()
        if mapping is not None and not self._show_first_rows(mapping):
            return
        self.outcome_place.say(self._texts("Reading the whole file"))
        self._settled.start()

    def _show_first_rows(self, mapping: TableMapping) -> bool:
        try:
            taken, refused = self.sample.understood(mapping, self._texts)
        except Refused as reason:
            self.outcome.show_rows(["–"])
            self.outcome_place.say(explain(self._texts, reason))
            self.missing.ask_for(MISSING.get(reason.code, "columns"), self.outcome.state.text())
            self.proposed.propose(())
            return False
        none = self._texts("None of them yet.") if refused else self._texts("There is no row below the names.")
        self.outcome.show_rows(taken or [none])
        self._show_refused(refused)
        return True

    def _forget(self) -> None:
        self._settled.stop()
        self._reading.cancel()
        self.preview = None
        self.import_button.setEnabled(False)
        self.import_button.set_words(self._texts("Import"))
        self.outcome.show_answers(())
        self.outcome.show_refused(())
        self.outcome.show_doubtful(())
        self.outcome.keep_button.hide()
        self.open_change.dismiss()

    # --- in the background ---

    def _read_anew(self) -> None:
        form = self.choices.form()
        if form is not None:
            self._look_again(partial(with_form, form=form), self._show_anew)

    def _look_again(self, look: Callable[[Logbook, Sample], Sample], show: Callable[[Sample], object]) -> None:
        self._forget()
        sample, logbook = self.sample, self._bridge.logbook
        self.outcome_place.say(self._texts("Reading the first rows"))
        self._reading.run(lambda _task: look(logbook, sample), show, self._fail)

    def _show_table(self, sample: Sample) -> None:
        """It asks for more than the file of a known program."""
        self._show_anew(sample)
        self._fit()
        later(self, 0, lambda: self.choices.first_field().setFocus(Qt.FocusReason.OtherFocusReason))

    def _show_anew(self, sample: Sample) -> None:
        focused = self.focusWidget()
        name = "" if focused is None else focused.accessibleName()
        self.sample = sample
        self._fill()
        # Only a field that is laid out can take the keyboard back.
        later(self, 0, lambda: self._focus(name))

    def _focus(self, name: str) -> None:
        for field in self.findChildren(Choice):
            if field.accessibleName() == name:
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        chosen, logbook, texts = self.choices, self._bridge.logbook, self._texts
        sample, mapping, zone = self.sample, chosen.mapping(), chosen.zone()
        source = opened(sample.path, sample.recognised, sample.here, zone, mapping)
        keep = None if mapping is None else as_setting(sample.columns, mapping)
        name, place = sample.path.name, self._place_called

        def read(task: Task) -> Preview:
            return replace(read_file(logbook, source, name, texts, task, place), keep=keep)

        self._reading.run(read, self._show_preview, self._fail)

    def _fail(self, problem: Exception) -> None:
        if isinstance(problem, Refused):
            self.outcome_place.say(explain(self._texts, problem))
            announce(self, self.outcome.state.text())

    def _show_preview(self, preview: Preview) -> None:
        self.preview = preview
        self.kinds.show_plan(preview.plan)
        self.changes.show_plan(preview.plan)
        self._show_counts()
        self.outcome.show_answers(preview.to_answer)
        self._show_refused(preview.plan.refused)
        self.outcome.show_doubtful(preview.plan.doubtful)
        announce(self, self.outcome.state.text())

    def _show_counts(self) -> None:
        """What the whole file gives, with the kinds and the choice about what differs that were said by now."""
        if self.preview is None:
            return
        self.preview = replace(
            self.preview,
            kinds=self.kinds.chosen(),
            answers=self.kinds.answers(),
            changed=self.changes.chosen(),
        )
        self.outcome_place.say("\n".join(self.preview.counts(self._texts)))
        self.outcome.keep_button.setVisible(bool(self.preview.losses(self._texts)))
        self.open_change.show_plan(self.preview.plan, self.preview.changed)
        nothing = self._texts("Nothing to import")
        self.import_button.set_words(self.preview.yes(self._texts) if self.preview.new else nothing)
        self.import_button.setEnabled(self.preview.new > 0)

    def _show_left_out(self) -> None:
        """All of it, to be kept as a list."""
        if self.preview is not None:
            path, rows = self.preview.source.path, self.preview.losses(self._texts)
            self.left_out = LeftOutDialog(self._texts, path, rows, self)
            self.left_out.open()

    def _show_refused(self, rows: Sequence[RefusedRow]) -> None:
        """Each with its reason; and which choice would help most of them."""
        self.outcome.show_refused(rows)
        self.missing.ask_for_most(rows if self.sample.mapping is not None else ())
        self.proposed.propose(self.choices.proposals() if self.missing.isHidden() else ())

    def _lead_to(self, key: str) -> None:
        field = self.choices.named_by(key)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    # --- the end ---

    def _import(self) -> None:
        if self.preview is not None:
            preview = self.preview
            self.accept()
            self.chosen.emit(preview)

    @called_by_qt
    def done(self, result: int) -> None:
        self._settled.stop()
        self._reading.cancel()
        super().done(result)

    @called_by_qt
    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_in_reading_order(self, forward) or super().focusNextPrevChild(forward)
