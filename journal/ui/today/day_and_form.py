"""The day, what stands beside it and the open form: side by side, or in a small window one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from journal.texts import Texts
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.one_scroll_bar import OneScrollBar
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.today.aside import Aside
from journal.ui.today.panel import FormPanel
from journal.ui.today.sign_question import SignQuestion
from journal.ui.today.waiting_line import WaitingLine

_BESIDE_FROM, _PANEL_WIDTH = 780, 352  # px at 100 %
_PANEL_SHARE = 43  # percent


class DayAndForm(SideBySide):
    """In a small window the open form has the place of the day (``column``) and of the ``head``, unless the question
    has it.

    ``waiting`` and ``unsaved`` are lines for the screen to place: what waits behind the form or the question, and a
    form that gave its place to another one.
    """

    def __init__(
        self, parent: QWidget, texts: Texts, head: Sequence[QWidget], column: QWidget, aside: Aside, panel: FormPanel,
        question: SignQuestion,
    ) -> None:  # fmt: skip
        super().__init__(_BESIDE_FROM, parent=parent)
        self._texts, self._head, self.day, self._aside = texts, head, scrolling(column, self), aside
        self._panel, self._question = panel, question
        self._question_first = False
        self._scrolled = 0  # where the day was when a form took its place
        self.waiting = WaitingLine(self._turn_small_window)
        self.unsaved = WaitingLine(panel.restore_newest)
        self._one_bar = OneScrollBar(parent, head, lambda: self.day if panel.form is None else None)
        self.add(self.day, 1, below=1)
        self.add(aside.beside, width=_PANEL_WIDTH, share=_PANEL_SHARE)
        self.add(panel, width=_PANEL_WIDTH, below=1, lowest=0, share=_PANEL_SHARE)
        self.turned.connect(lambda _narrow: self.arrange())
        panel.opened.connect(self._form_came)
        panel.emptied.connect(self._form_gone)
        question.room_wanted.connect(lambda: self._put_first(question=True))
        question.emptied.connect(self.arrange)
        self.day.verticalScrollBar().valueChanged.connect(question.moved)
        for signal in (panel.opened, panel.emptied):
            signal.connect(question.moved)

    @property
    def is_small(self) -> bool:
        """Whether there is room for only one of the day and the form that is open."""
        return self.narrow and self._panel.form is not None

    def arrange(self) -> None:
        """Side by side where there is room for both; else the question or the open form has the place for itself."""
        small = self.is_small
        asks = small and self._question_first and self._question.card is not None
        for widget in self._head:
            widget.setVisible(not small)
        self.day.setVisible(asks or not small)
        self._aside.arrange(self.narrow, self._panel.form is not None)
        self._panel.setVisible(self._panel.form is not None and not asks)
        self._scroll_alone_or_with_page()
        waiting = self._question.waiting() if small else ""
        self.waiting.show_text(self._texts("Go on with what you were writing") if asks else waiting)
        form = self._panel.form
        if form is not None:
            form.leave_room(bool(waiting))

    def _scroll_alone_or_with_page(self) -> None:
        """In a low window the page scrolls with the day; beside a form the day does so alone: a foot stays in sight."""
        if self._panel.form is None:
            self._one_bar.fit()
        else:
            self.day.show_whole(False)

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._one_bar.begin()

    def _put_first(self, question: bool) -> None:
        self._question_first = question
        self.arrange()

    def _turn_small_window(self) -> None:
        """From the form to the question that waits, or back."""
        if self._question_first:
            self._panel.focus()
        else:
            self._question.show_again()

    def _form_came(self) -> None:
        if self.day.isVisible():
            self._scrolled = self._one_bar.bar(self.day).value()
        self.unsaved.show_text("")
        self._put_first(question=False)

    def _form_gone(self) -> None:
        was_hidden = not self.day.isVisible()
        self.arrange()
        self._show_unsaved()
        if was_hidden:
            once_laid_out(self.day, self._show_day_as_before)

    def begin_at_top(self) -> None:
        """Whoever comes here sees the day from its beginning; beside an open form it stays where it was."""
        self._scrolled = 0
        if self._panel.form is None:
            self._show_day_as_before()

    def _show_day_as_before(self) -> None:
        """A form that is hidden hands the keyboard on, and the day scrolls to wherever that goes."""
        self._one_bar.bar(self.day).setValue(self._scrolled)
        self._question.bring_into_sight()

    def _show_unsaved(self) -> None:
        """A form that gave its place to another one waits: what it holds is in no list yet."""
        waiting = self._panel.put_aside()
        name = self._texts(ENTRY_KINDS[waiting[0]].name) if waiting else ""
        words = self._texts("Not saved yet: {what}. Go on with it", what=name)
        self.unsaved.show_text(words if waiting else "", self._texts("Not saved yet: {what}.", what=name))
