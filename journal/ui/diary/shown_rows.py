"""Which list the Diary shows: everything by day, what was found, or the trash; and words where there is nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from journal.core import limits
from journal.core.entries import Entry
from journal.core.refusal import Refused
from journal.texts.refusals import explain
from journal.ui.diary.findbar import FindBar
from journal.ui.diary.list import DiaryList
from journal.ui.diary.model import DiaryModel
from journal.ui.diary.results import FoundModel, ListedRows, TrashModel
from journal.ui.diary.row_model import DiaryRows
from journal.ui.diary.search import Search
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.pages import Pages
from journal.ui.kit.widgets import announce, label


class ShownRows(QObject):
    """Follows the find bar. ``pages`` holds the list, or in its place ``nothing``: why there is none.

    ``looked``: what is selected may be another entry now; ``refused``: why something could not be read, in words.
    """

    looked = Signal()
    refused = Signal(str)

    def __init__(self, bridge: Bridge, names: Names, bar: FindBar, rows: DiaryList) -> None:
        super().__init__(rows)
        self._logbook, self._texts = bridge.logbook, bridge.texts
        self.bar, self.list = bar, rows
        self.diary = DiaryModel(bridge, names, self)
        self.results = FoundModel(bridge, names, self)
        self.trash = TrashModel(bridge, names, self)
        self._search = Search(bridge, self)
        self.nothing = label("", "quiet", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = Pages(rows, self.nothing)
        self._before_reload: Row | None = None
        rows.show_rows(self.diary)
        self.diary.modelAboutToBeReset.connect(self._keep_selected)
        bar.changed.connect(self._restrict)
        bar.trash_toggled.connect(self._show_trash)
        self._search.found.connect(self._show_found)
        self._search.refused.connect(self._say_refused)
        self.diary.refused.connect(self._say_refused)
        self.results.more_wanted.connect(self._search.more)

    def look_again(self) -> None:
        """Something changed: read the trash, or search, once more where that is shown."""
        if self.bar.trash.isChecked():
            self.trash.show_deleted(self._logbook.trash())
        elif self.bar.filters().any:
            self._search.again()
        self.show_page()

    def _restrict(self) -> None:
        filters = self.bar.filters()
        self.bar.show_found("")
        if filters.any:
            self._search.start(filters)
        else:
            self._search.stop()
            self._switch_to(self.diary, ())

    def _show_found(self, entries: list[Entry], more: bool, on_lists: list[Entry]) -> None:
        first = self.list.model() is not self.results
        self.results.show_entries(entries, more, on_lists)
        count = self._texts.integer(self.results.rows_found)
        count_text = self._texts("the newest {n} found", n=count) if more else self._texts("{n} found", n=count)
        self.bar.show_found(count_text)
        announce(self.bar, count_text)
        words = tuple(self.bar.filters().text.split())
        if first or self.list.current_row() is None:
            self._switch_to(self.results, words)
        self.list.set_words(words)
        self.show_page()
        self.looked.emit()

    def _show_trash(self, on: bool) -> None:
        self._search.stop()
        if not on:
            self._switch_to(self.diary, ())
            self._restrict()
            return
        self.trash.show_deleted(self._logbook.trash())
        self.bar.show_found(
            self._texts.plural(
                "Deleted entries rest here for {n} day.", "Deleted entries rest here for {n} days.", limits.TRASH_DAYS
            )
        )
        self._switch_to(self.trash, ())

    def _switch_to(self, model: DiaryRows, words: tuple[str, ...]) -> None:
        """Show another list and the entry that was selected in the former one, if it is there too."""
        kept = self.list.current_row()
        self.list.set_words(words)
        self.list.show_rows(model)
        self.show_page()
        self._go_to_kept(kept)

    def show_entry(self, entry: Entry) -> bool:
        """Select this entry in the list; False if it is not in it."""
        model = self._rows()
        number: int | None = None
        if isinstance(model, ListedRows):
            number = model.number_of(entry.id)
        else:
            day = self._logbook.day_of(entry)
            number = None if day is None else self.diary.row_of_entry(day, entry.id)
        if number is not None:
            self.list.go_to(number)
        return number is not None

    def _keep_selected(self) -> None:
        if self.list.model() is self.diary:
            self._before_reload = self.list.current_row()

    def go_on_where_it_was(self) -> None:
        """After everything was read anew: select the entry that was, else the first.

        What was just changed must not hand the keyboard, and Delete, to another entry.
        """
        kept, self._before_reload = self._before_reload, None
        self._go_to_kept(kept)

    def _go_to_kept(self, kept: Row | None) -> None:
        if not (kept and kept.entries and self.show_entry(kept.entries[0])):
            self.go_to_first_entry()

    def go_to_first_entry(self) -> None:
        """Select the first entry near the top."""
        model = self._rows()
        for number in range(min(model.rowCount(), 20)):
            shown = model.row(number)
            if shown is not None and shown.entries:
                self.list.go_to(number)
                return
        self.looked.emit()

    def show_page(self) -> None:
        """The list, or the words that stand where there is none."""
        empty = self.list.model().rowCount() == 0
        if empty:
            self.nothing.setText(self._why_empty())
        self.pages.setCurrentWidget(self.nothing if empty else self.list)

    def _why_empty(self) -> str:
        if self.list.model() is self.trash:
            return self._texts("The trash is empty.")
        if self.list.model() is self.results:
            return self._texts("Nothing found. Words are found by their beginnings; all of them must be there.")
        return self._texts("Nothing recorded yet. What you write down appears here, by day.")

    def _rows(self) -> DiaryRows:
        model = self.list.model()
        assert isinstance(model, DiaryRows)
        return model

    def _say_refused(self, problem: Exception) -> None:
        if isinstance(problem, Refused):
            self.refused.emit(explain(self._texts, problem))
