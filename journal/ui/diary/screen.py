"""The diary: find, look at, correct, copy, delete and bring back everything that was ever written."""

from __future__ import annotations

import datetime as dt
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from journal.core.entries import DIARY_KINDS, Product, kind_of
from journal.ui.diary.findbar import FindBar, years_since
from journal.ui.diary.how_many import HowMany
from journal.ui.diary.list import DiaryList
from journal.ui.diary.pane import DiaryPane
from journal.ui.diary.shown_rows import ShownRows
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.entries.listed import KINDS_ON_LISTS
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.icons import set_icon
from journal.ui.kit.list_beside_details import ListBesideDetails
from journal.ui.kit.screen import Screen
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import heading

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet

_DIARY = {*DIARY_KINDS, *KINDS_ON_LISTS, "product", "unit", "symptom", "setting", "trash"}
_WAITING_AT_MOST = 50  # changes collected while another screen is shown; if there are more, a full reload is faster
_SHOWN_AT_MOST = 50  # entries of a step among which is looked for what came back
_COUNTED_FROM, _PANE_WIDTH = 500, 300


class DiaryScreen(Screen):
    """The find bar, the list by journal day, and the pane that shows, edits and deletes what is selected."""

    warned = Signal(object)  # guidance.warning_signs.Noted, just saved or to be answered again; somebody must ask

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._texts = bridge, bridge.texts
        self._names = Names(bridge)
        self._make_widgets()
        self._arrange()
        self._connect()
        self._waiting: list[ChangeSet] | None = None  # None: never loaded, or too much has changed
        self._day: dt.date | None = None
        self._wanted: dt.date | None = None  # the day to be shown once the list is there
        self._left = False  # another screen took its place since the person was here

    # --- building ---

    def _make_widgets(self) -> None:
        texts = self._texts
        self.bar = FindBar(texts)
        self.list = DiaryList(texts("Entries by day"))
        self.rows = ShownRows(self._bridge, self._names, self.bar, self.list)
        self.diary, self.results = self.rows.diary, self.rows.results
        self.pane = DiaryPane(self._bridge, self._names, self.list)
        self.add = button(texts("Add entry"))
        set_icon(self.add, "plus")
        self.add.setMenu(self._add_menu())
        self.add.setEnabled(self._bridge.can_write)
        self.how_many = HowMany(self._bridge, self)

    def _add_menu(self) -> QMenu:
        menu = QMenu(self.add)
        for code, kind in ENTRY_KINDS.items():
            menu.addAction(self._texts(kind.name), partial(self._add, code))
        return menu

    def _arrange(self) -> None:
        self._split = ListBesideDetails((self.rows.pages,), self.pane, _PANE_WIDTH)
        self._split.turned.connect(lambda _narrow: self._measure())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(14)
        head = self._head = SideBySide(_COUNTED_FROM, 8)
        head.add(flowing(heading(self._texts("Diary"), "title"), self.how_many.line, spacing=12), 1)
        head.add(flowing(self.add))
        body.addWidget(head)
        body.addWidget(self.bar)
        body.addWidget(self._split, 1)

    def _connect(self) -> None:
        self._bridge.changed.connect(self._journal_changed)
        self.rows.looked.connect(self.pane.show_details)
        self.rows.refused.connect(self.pane.say)
        self.bar.field.leave.connect(self._enter_list)
        self.list.typed.connect(self._type_to_find)
        self.pane.form_opened.connect(self._measure)
        self.pane.form_closed.connect(self._return_to_list)
        self.pane.over.changed.connect(self._measure)
        self.pane.over.left.connect(self._return_to_list)
        self.pane.saved.connect(self._saved)
        self.pane.asking_wanted.connect(self.warned)
        self.diary.loaded.connect(self._loaded)
        self.how_many.counted.connect(self._counted)
        appearance().changed.connect(self._measure)

    # --- size ---

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        """Where the pane would stand below the list, a form or details that are open have the screen for themselves."""
        self.how_many.line.setVisible(self.width() >= theme().px(_COUNTED_FROM))
        self.pane.over.set_narrow(self._split.narrow)
        alone = self._split.narrow and (self.pane.editing or self.pane.over.covers)
        for widget in (self._split.list_card, self._head, self.bar):
            widget.setVisible(not alone)

    # --- loading and changes ---

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the screen itself has been painted.
        once_painted(self, self._catch_up)

    @called_by_qt
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._left = self._left or not event.spontaneous()  # not when the window is only minimised

    def shown(self) -> None:
        """The person came to this screen: the keyboard goes to the open form or to the list."""
        self.pane.take_up()
        self.pane.over.uncover()
        if self._left and self.bar.filters().any:
            self.bar.reset()  # it may lie out of sight, and what it hides would seem to be gone
        self._left = False
        if self.pane.editing:
            self.pane.host.focus()
        else:
            self.list.setFocus()

    def _catch_up(self) -> None:
        if self._waiting is None:
            self.reload()
            return
        waiting, self._waiting = self._waiting, []
        for change in waiting:
            self._apply(change)
        if self._day != self._bridge.logbook.today():
            self._day = self._bridge.logbook.today()
            self._names.forget_entries()
            self.diary.refresh_today()

    def reload(self) -> None:
        """Read everything anew."""
        self._waiting, self._day = [], self._bridge.logbook.today()
        self._names.refresh()
        self.diary.load()
        self.how_many.count()
        if self._wanted is None:
            self.pane.open_draft()

    def _loaded(self) -> None:
        self.rows.show_page()
        if self.list.model() is self.diary and self.list.current_row() is None:
            self.rows.go_on_where_it_was()
        self._go_to_wanted()

    def _journal_changed(self, change: ChangeSet) -> None:
        if not change.kinds & _DIARY or self._waiting is None:
            return
        if self.isVisible():
            self._apply(change)
            if change.origin in ("undo", "redo") and change.count <= _SHOWN_AT_MOST and not self.pane.editing:
                self._go_to_brought(change)
        elif len(self._waiting) < _WAITING_AT_MOST:
            self._waiting.append(change)
        else:
            self._waiting = None

    def _apply(self, change: ChangeSet) -> None:
        self.pane.waits = True
        self.diary.apply(change)
        self.pane.waits = False
        self.how_many.count()
        self.rows.look_again()
        self.pane.show_details()

    def _go_to_brought(self, change: ChangeSet) -> None:
        """What came back is where the keyboard is, so that Delete meets it and not its neighbour."""
        kind = change.label.partition(".")[0]
        for entry in sorted(self._bridge.logbook.brought_by(change), key=lambda entry: kind_of(entry) != kind):
            if self.rows.show_entry(entry):
                return

    def _counted(self, first: dt.date | None) -> None:
        logbook = self._bridge.logbook
        self.bar.set_choices(self._bridge.readable_list(Product), years_since(first, logbook.today()))

    # --- what the list shows ---

    def show_day(self, day: dt.date) -> None:
        """Bring this journal day to the top, its first entry selected, once the list is there.

        What is typed in an open form is kept as a draft: it would stand beside an entry that it is not about.
        """
        self._wanted = day
        self.pane.put_aside()
        self.pane.over.uncover()
        self.bar.trash.setChecked(False)
        if self.bar.filters().any:
            self.bar.reset()
        self.list.setFocus()
        # After the changes that were collected while another screen was shown.
        once_painted(self, self._go_to_wanted)

    def _go_to_wanted(self) -> None:
        if self._wanted is None or self._waiting is None or self.diary.counting:
            return
        day, self._wanted = self._wanted, None
        number = self.diary.row_of_day(day)
        if number is None:
            self.pane.say(self._texts("Nothing is recorded on {day}.", day=self._texts.full_day(day)))
        elif self.list.model() is self.diary:
            self.list.open_day(number)
        self.pane.offer_draft()

    def begin_find(self) -> bool:
        self.focus_find()
        return True

    def focus_find(self) -> None:
        """Put the keyboard into the find field."""
        self.pane.over.uncover()
        self.bar.trash.setChecked(False)
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def _type_to_find(self, letter: str) -> None:
        self.focus_find()
        self.bar.field.setText(letter)

    def _enter_list(self) -> None:
        if self.list.isVisible():
            self.list.setFocus()

    # --- forms in the pane ---

    def _add(self, kind: str) -> None:
        """A new entry, on the day that the keyboard is on if that is not today."""
        current = self.list.current_row()
        self.pane.add(kind, current.day if current is not None and not self.bar.trash.isChecked() else None)

    def _saved(self, change: ChangeSet) -> None:
        """Go to what was saved: it may have moved to another day."""
        if change.first_day is None or change.last_day is None:
            return
        logbook, kind = self._bridge.logbook, change.label.partition(".")[0]
        for day in logbook.days(change.first_day, change.last_day):
            for entry in chain.from_iterable(day.entries.values()):
                last = logbook.history(entry.id)[-1:] if kind_of(entry) == kind else []
                if last and last[0].at_ms == change.at_ms:
                    self.rows.show_entry(entry)
                    return

    def keep_draft(self) -> None:
        """Keep what is typed, before the window closes or is locked; the form shows why if that is refused."""
        self.pane.host.keep_draft()

    @property
    def busy(self) -> bool:
        """False: nothing here takes long."""
        return False

    def _return_to_list(self) -> None:
        self.pane.over.uncover()
        self._measure()
        self.list.setFocus()
