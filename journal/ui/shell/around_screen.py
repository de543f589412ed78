"""What stands around a screen: messages that scroll with it, and what never scrolls away, above and below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.texts import Texts
from journal.ui.kit.pages import Pages, Sheet
from journal.ui.kit.theme import theme
from journal.ui.shell.left_form_line import LeftFormLine
from journal.ui.shell.line_above_form import LineAboveForm
from journal.ui.shell.open_emergency_line import OpenEmergencyLine
from journal.ui.shell.status import StatusLine

if TYPE_CHECKING:
    from journal.ui.kit.form import Form
    from journal.ui.safety.quiet_notice import QuietNotice

_LOW = 330  # px at 100 %: lower, what was saved last and a notice leave a form too little room
_LEAST_READ = 64  # px at 100 %, of a notice: its buttons and one line
_LEAST_FORM = 190  # px at 100 %, of a form beside what is said above it: with less, one line stands for that


class AroundScreen(QVBoxLayout):
    """``messages`` and the screens scroll together; notices and ``first_line`` stand above, what was saved below.

    ``above`` takes the notices; what is said of a save, and what was saved, never scroll away. ``room_changed`` says
    that the screen scrolls further, or less far, than before.
    """

    room_changed = Signal()
    scrolled = Signal()

    def __init__(
        self,
        texts: Texts,
        messages: Sequence[QWidget],
        screens: Pages,
        first_line: OpenEmergencyLine,
        left_form: LeftFormLine,
        status: StatusLine,
    ) -> None:
        super().__init__()
        self._screens, self._left_form, self._status = screens, left_form, status
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setSpacing(12)
        for message in messages:
            self._column.addWidget(message)
        self._column.addWidget(screens, 1)
        self._sheet = Sheet(page)
        screens.currentChanged.connect(self._sheet.to_top)
        self._sheet.verticalScrollBar().rangeChanged.connect(self.room_changed)
        self._sheet.verticalScrollBar().valueChanged.connect(self.scrolled)
        self._first_line, self._notices = first_line, QWidget()
        self.line_above_form = LineAboveForm(texts)
        self._top, self.above, self._foot = QVBoxLayout(), QVBoxLayout(self._notices), QVBoxLayout()
        self.above.setContentsMargins(0, 0, 0, 0)
        self.above.addWidget(first_line)
        self._top.addWidget(self.line_above_form)
        self._top.addWidget(self._notices)
        self._foot.addWidget(left_form)
        self._foot.addWidget(status)
        self.setSpacing(0)
        self.addLayout(self._top)
        self.addWidget(self._sheet, 1)
        self.addLayout(self._foot)

    def add_message(self, message: QWidget) -> None:
        """One more, below the first."""
        self._column.insertWidget(1, message)

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins in a narrow window."""
        side = 12 if narrow else 24
        self._column.setContentsMargins(side, 8, side, 4)
        self._foot.setContentsMargins(side, 4, side, 8)
        self._top.setContentsMargins(side, 8, side, 0)

    def fit_above(self, height: int, notice: QuietNotice | None) -> None:
        """In a low window a form has the room: until the person reads it, one line stands for what is said above."""
        forms = self._forms() if self._speaks_above(notice) or self.line_above_form.is_read else []
        low = bool(forms) and (height < theme().px(_LOW) or self._leaves_little(height, notice))
        urgent, quiet = list[str](), list[str]()
        if low and not self._first_line.isHidden():
            urgent.append(self._first_line.words.text())
        if low and notice is not None and not notice.isHidden():
            (urgent if notice.stands_out else quiet).extend(notice.lines())
        self.line_above_form.stand_for(urgent, quiet)
        for form in forms:
            form.stand_below(self.line_above_form.is_read)
        self._answer_first(height, forms)
        self._notices.setVisible(self.line_above_form.isHidden() or self.line_above_form.is_read)

    def _speaks_above(self, notice: QuietNotice | None) -> bool:
        return not self._first_line.isHidden() or (notice is not None and not notice.isHidden())

    def _answer_first(self, height: int, forms: Sequence[Form]) -> None:
        """Where there is no room to read beside what a form asks, that is answered first; the line keeps the number."""
        asking = next((form for form in forms if form.message.asks), None)
        if asking is not None and self.line_above_form.is_read and self._room_to_read(height) < theme().px(_LEAST_READ):
            self.line_above_form.fold()
            asking.insist()

    def _leaves_little(self, height: int, notice: QuietNotice | None) -> bool:
        """Whether all that is said above would leave an open form too little of this height."""
        margins = self._top.contentsMargins()
        width, said_above = self._sheet.width() - margins.left() - margins.right(), 0
        if notice is not None and not notice.isHidden() and not (notice.unfold and notice.unfold.isChecked()):
            said_above += margins.top() + notice.wanted(width)
        if not self._first_line.isHidden():
            said_above += margins.top() + self._first_line.heightForWidth(width)
        return said_above > 0 and height - said_above - self._foot_height() < theme().px(_LEAST_FORM)

    def _forms(self) -> list[Form]:
        """Those that were opened here; a line that is always there to type in is one while it asks something."""
        from journal.ui.kit.form import Form  # not before the window is seen
        from journal.ui.kit.form_host import FormHost

        screen = self._screens.currentWidget()
        if screen is None:
            return []
        forms = [host.form for host in screen.findChildren(FormHost) if host.form is not None]
        forms += [line for line in screen.findChildren(Form) if line.always_there and line.message.asks]
        return [form for form in forms if form.isVisibleTo(screen)]

    def fit_foot(self, height: int, speaks: bool) -> None:
        """Beside what can be brought back, a notice (``speaks``) or damage, what was saved last gives way when low."""
        full = speaks or self._status.tells_damage
        self._status.leave_out_saved(full and height < theme().px(_LOW))
        if not self._left_form.isHidden() and self.room_to_speak(height, with_form=False) < 0:
            self._status.leave_out_saved(True)

    def room_to_speak(self, height: int, with_form: bool) -> int:
        """What the screen and what was saved leave of the window's height, in pixels, where they are lowest.

        ``with_form``: a form is open on the screen, and its Save is not to be scrolled away.
        """
        lowest = self._sheet.minimumSizeHint().height()
        screen = self._screens.currentWidget()
        if with_form and screen is not None:
            margins = self._column.contentsMargins()
            lowest = max(lowest, screen.minimumSizeHint().height() + margins.top() + margins.bottom())
        return height - lowest - self._foot_height()

    def room_for_notice(self, height: int, in_place_of_form: bool) -> int:
        """What there is for a notice, with the whole of an open form or, worth that, in place of a part of it."""
        if self.line_above_form.is_read:
            return self._room_to_read(height)
        return self.room_to_speak(height, with_form=not in_place_of_form and bool(self._forms()))

    def _room_to_read(self, height: int) -> int:
        """For a notice that is read above an open form, beside what stands above that, too."""
        line, first = self.line_above_form, self._first_line
        taken = line.sizeHint().height() + self._top.contentsMargins().top()
        if not first.isHidden():
            taken += first.heightForWidth(self._sheet.width()) + self.above.spacing()
        return self.room_to_speak(height, with_form=True) - taken

    def _foot_height(self) -> int:
        return self._foot.totalHeightForWidth(self._sheet.width()) + self._foot.contentsMargins().bottom()
