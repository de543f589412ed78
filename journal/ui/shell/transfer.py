"""Backing up, importing and exporting from the window: file dialogs, a worker, and counts in plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.texts.marked import marked_plural
from journal.texts.refusals import explain
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.event_loop import later
from journal.ui.kit.file_dialogs import ask_for_file, ask_where_to_write
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.tasks import TaskProgress, run_task, while_alive

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.exchange.chosen import Choice
    from journal.exchange.export import Format
    from journal.guidance import Country
    from journal.ui.exporting.dialog import ExportDialog
    from journal.ui.importing.dialog import ImportDialog
    from journal.ui.importing.exchanging import Imported, Preview
    from journal.ui.importing.refused import RowsDialog
    from journal.ui.importing.signs_found import SignsFoundDialog
    from journal.ui.kit.tasks import Task

_AGAIN_MS = 100


class Transfer(QWidget):
    """Files out of the journal and into it. One at a time; the window can be used meanwhile for looking.

    ``whom_to_call`` gives the country and the person's changes of its lines, as this computer knows them; ``computer``
    knows the second folder of backups.
    """

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        whom_to_call: Callable[[], tuple[str | None, str]] = lambda: (None, ""),
        computer: Computer | None = None,
    ) -> None:
        super().__init__()
        self._whom_to_call, self._computer = whom_to_call, computer or Computer(None)
        self.signs: SignsFoundDialog | None = None
        self._window, self._bridge, self._texts = window, bridge, bridge.texts
        self.message = InlineMessage(hands_on=True)
        self.progress = TaskProgress(self._texts)
        self.dialog: QFileDialog | None = None
        self.asking: ImportDialog | None = None
        self.exporting: ExportDialog | None = None
        self._until_changed = False  # whether what the message says ends with the next change
        self.busy = False  # whether a worker reads or writes the journal
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.message)
        body.addWidget(self.progress)
        bridge.changed.connect(self._journal_changed)
        self.hide()

    # --- the three ---

    def back_up(self) -> None:
        """A verified copy beside the journal."""
        from journal.ui.backups.both_folders import BothFolders

        both = BothFolders(self._bridge.logbook, self._computer)
        self._run(
            self._texts("Making a backup and verifying it"),
            lambda _task: both.back_up(),
            lambda made: self._backed_up(both.keep_and_say(self._texts, made, str(made.made))),
        )

    def _backed_up(self, words: str) -> None:
        self._say(words)
        self._bridge.backed_up.emit()

    def export_file(self) -> None:
        """Ask what goes out and how, then where to."""
        from journal.ui.exporting.dialog import ExportDialog

        self.exporting = ExportDialog(self._bridge, self._window)
        self.exporting.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.exporting.chosen.connect(self._ask_where)
        self.exporting.open()

    def _ask_where(self, format: Format, choice: Choice) -> None:
        words = self._texts("{format} (*{ending})", format=self._texts(format.name), ending=format.ending)
        name = f"journal-{self._bridge.logbook.today().isoformat()}{format.ending}"
        self.dialog = ask_where_to_write(
            self._window, self._texts("Export"), [words], lambda path: self._export_as(format, choice, path), name
        )
        self.dialog.setDefaultSuffix(format.ending.removeprefix("."))  # so that Qt asks before it is written over

    def _export_as(self, format: Format, choice: Choice, path: Path) -> None:
        """A name with another ending gets the right one, and nothing that has it already is replaced unasked."""
        right = path.name.casefold().endswith(format.ending)
        target = path if right else path.with_name(path.name + format.ending)
        if not right and target.exists():
            words = self._texts("There is a file called {name} already. Choose another name.", name=target.name)
            self._say(words)
        else:
            self.export_to(target, choice, replace=right)

    def import_file(self) -> None:
        """Our own JSON or CSV, a backup of Herbal Tracker+, or any table or spreadsheet."""
        kinds = [
            self._texts("Journals and tables (*.json *.csv *.zip *.tsv *.txt *.xlsx *.ods *.xls)"),
            self._texts("All files (*)"),
        ]
        self.dialog = ask_for_file(self._window, self._texts("Import"), kinds, self.import_from)

    def step(self, words: str, work: Callable[[], object], done: Callable[[], object]) -> None:
        """Undo or redo a large step in a worker."""

        def ended(_outcome: object) -> None:
            self.hide()
            done()

        self._run(words, lambda _task: work(), ended)

    def export_to(self, path: Path, choice: Choice | None = None, replace: bool = True) -> None:
        """Write the file in a worker, with what usually goes into one of its format or with what was chosen."""
        from journal.exchange.export import export_to, usual_choice_for

        logbook = self._bridge.logbook
        self._run(
            self._texts("Exporting to {name}", name=path.name),
            lambda _task: export_to(logbook, path, self._texts, replace, choice or usual_choice_for(path)),
            lambda n: self._exported(n, path, choice or usual_choice_for(path)),
        )

    def _exported(self, n: int, path: Path, choice: Choice) -> None:
        from journal.exchange.chosen import no_private

        self._computer.remember_export(self._bridge.logbook.path, path)
        one, many = marked_plural("{n} entry was written to {path}", "{n} entries were written to {path}")
        open_to_all = self._texts("The file is not encrypted: whoever has it can read it.")
        self._say(
            "\n".join([self._texts.plural(one, many, n, path=path), no_private(self._texts, choice), open_to_all])
        )

    def import_from(self, path: Path) -> None:
        """Read the file in a worker and say what an import would do, or ask how it is to be read."""
        from journal.ui.importing.exchanging import Preview, Unread, first_look

        logbook = self._bridge.logbook

        def decide(outcome: object) -> None:
            if isinstance(outcome, Preview):
                self._offer(outcome)
            elif isinstance(outcome, Unread):
                self._say(outcome.words(self._texts))
            else:
                self._ask_how(outcome)

        words = self._texts("Reading {name}", name=path.name)
        self._run(words, lambda task: first_look(logbook, path, self._texts, task, self._country()), decide)

    def _offer(self, preview: Preview) -> None:
        """What an import of one of our own files would do, and the button for it."""
        from journal.exchange.changed_rows import Changed
        from journal.ui.importing.exchanging import REFUSED_SHOWN
        from journal.ui.importing.other_ways import other_ways, read_again, words_for_taking

        choices: list[tuple[str, Callable[[], object]]] = []
        if preview.new:
            choices = [(preview.yes(self._texts), lambda: self._import(preview))]
        if preview.plan.changed:
            taking = replace(preview, changed=Changed.THEIRS)
            choices.append((words_for_taking(preview.plan, self._texts), lambda: self._import(taking)))
        for words, joining in other_ways(preview.plan, self._texts):
            again = partial(read_again, self._bridge.logbook, preview, self._texts, self._country(), joining)
            reading = self._texts("Reading {name}", name=preview.name)
            choices.append((words, partial(self._run, reading, again, self._offer)))
        if preview.losses(self._texts):
            choices.append((self._texts("Show all that is left out"), lambda: self._show_left_out(preview)))
        if len(preview.plan.doubtful) > REFUSED_SHOWN:
            choices.append((self._texts("Show all that may be slips"), lambda: self._show_doubtful(preview)))
        close = self._texts("Leave it") if preview.new or preview.plan.changed else self._texts("OK")
        self.message.show_message(preview.words(self._texts), [*choices, (close, self.hide)])
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        """To the answer that changes nothing, with the others just before it; not away from what is being typed."""
        if not isinstance(self._window.focusWidget(), QLineEdit | QPlainTextEdit):
            self.message.buttons()[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_left_out(self, preview: Preview) -> None:
        self._show_all(self._left_out_of(preview), preview)

    def _left_out_of(self, preview: Preview) -> RowsDialog:
        from journal.ui.importing.left_out import LeftOutDialog

        return LeftOutDialog(self._texts, preview.source.path, preview.losses(self._texts), self._window)

    def _show_doubtful(self, preview: Preview) -> None:
        from journal.ui.importing.refused import DoubtfulDialog

        self._show_all(DoubtfulDialog(self._texts, preview.name, preview.questions(self._texts), self._window), preview)

    def _show_all(self, dialog: RowsDialog, preview: Preview) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._offer(preview))
        dialog.open()

    def _ask_how(self, sample: object) -> None:
        """A file of another program: show how it is read; nothing is imported until the person says so."""
        from journal.ui.importing.dialog import ImportDialog
        from journal.ui.importing.sample import Sample

        assert isinstance(sample, Sample)
        self.hide()
        self.asking = ImportDialog(self._bridge, sample, self._window, self._country())
        self.asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.asking.chosen.connect(self._import)
        self.asking.open()

    def _import(self, preview: object) -> None:
        from journal.ui.importing.exchanging import Preview, import_entries

        assert isinstance(preview, Preview)
        if self.busy:  # it waits its turn: what was chosen would be lost
            later(self, _AGAIN_MS, partial(self._import, preview))
            return
        logbook = self._bridge.logbook

        def tell(outcome: Imported | Preview) -> None:
            if isinstance(outcome, Preview):
                self._offer(outcome)
            else:
                self._tell_imported(preview.imported(self._texts, outcome.count, outcome.spoken), preview)
                self._tell_signs(outcome)

        self._run(self._texts("Importing"), lambda task: import_entries(logbook, preview, task), tell, preview.new)

    def _tell_imported(self, words: str, preview: Preview) -> None:
        """It says what Undo takes back, which is true until anything else is changed; what was left out stays to be
        looked at and kept."""
        n = len(preview.losses(self._texts))
        left = [(self._texts.plural("Show {n} row that was left out", "Show {n} rows that were left out", n),
                 lambda: self._open_left_out(words, preview))] if n else []  # fmt: skip
        self._say(words, left)
        self._until_changed = True

    def _open_left_out(self, words: str, preview: Preview) -> None:
        dialog = self._left_out_of(preview)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._tell_imported(words, preview))
        dialog.open()

    def _tell_signs(self, imported: Imported) -> None:
        """One list of the warning signs that came, in place of a question about each."""
        if imported.found.noted or imported.found.earlier or imported.found.high:
            from journal.ui.importing.signs_found import SignsFoundDialog

            now_ms, country = self._bridge.clock.now_ms(), self._country()
            self.signs = SignsFoundDialog(self._texts, imported.found, now_ms, country, self._window)
            self.signs.finished.connect(self._forget_signs)
            self.signs.open()

    def _country(self) -> Country:
        """Whose numbers are to be called."""
        from journal.guidance.signs_in_words import country_of

        return country_of(*self._whom_to_call())

    def _forget_signs(self) -> None:
        if self.signs is not None:
            self.signs.deleteLater()
            self.signs = None

    def _journal_changed(self, change: ChangeSet) -> None:
        if self._until_changed and change.origin != "import":
            self._until_changed = False
            self.hide()

    # --- pieces ---

    def _run(self, words: str, work: Callable[[Task], object], done: Callable[..., object], total: int = 0) -> None:
        if self.busy:
            busy_words = explain(self._texts, Refused("journal-busy"))
            self.message.show_message(busy_words, [(self._texts("OK"), self.message.dismiss)])
            return
        self._until_changed = False
        self.message.dismiss()
        self.show()
        self.busy = True

        def ended(result: object) -> None:
            self.busy = False
            done(result)

        # Another journal may be opened before the answer comes.
        task = run_task(work, while_alive(self, ended), while_alive(self, self._fail))
        self.progress.follow(task, words, total)

    def _fail(self, problem: Exception) -> None:
        self.busy = False
        if isinstance(problem, Refused):
            self._say(explain(self._texts, problem))

    def _say(self, words: str, more: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        self.show()
        self.message.show_message(words, [*more, (self._texts("OK"), self.hide)])
