"""What comes of the choices before an import: the first rows as they would be taken, the counts, what is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.exchange.file_rows import DoubtfulRow, RefusedRow
from journal.exchange.losses import by_reason
from journal.exchange.opening import row_doubt
from journal.guidance.signs_brought import TO_ANSWER
from journal.texts import Texts
from journal.ui.importing.refused import Lines
from journal.ui.kit.buttons import button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label

_LINES = 4


class Outcome(QWidget):
    """Lists of rows, and ``state`` in words between them. ``keep`` shows all that is left out, to be saved."""

    def __init__(self, texts: Texts, keep: Callable[[], object]) -> None:
        super().__init__()
        self._texts, self._grows = texts, False
        self.rows_heading = label(texts("The first rows, as they would be taken"), "strong")
        self.first_rows = Lines(self.rows_heading.text())
        self.answers_heading = label(texts(TO_ANSWER), "strong", wrap=True)
        self.answers = Lines(self.answers_heading.text())
        self.refused_heading = label(texts("Left out"), "strong")
        self.refused = Lines(texts("Rows that are left out"))
        self.keep_button = button(texts("Show all that is left out"), keep)
        self.doubtful_heading = label(texts("These may be slips. They are taken as written."), "strong", wrap=True)
        self.doubtful = Lines(texts("Values that may be slips"))
        self.state = label(wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        left_out = (self.refused_heading, self.refused, flowing(self.keep_button), self.doubtful_heading, self.doubtful)
        # What to do stands before what is left out.
        for widget in (self.rows_heading, self.first_rows, self.state, self.answers_heading, self.answers, *left_out):
            lines.addWidget(widget)
        self.show_answers(())
        self.show_doubtful(())

    def begin(self, with_rows: bool) -> None:
        """Nothing is known yet; ``with_rows``: the first rows are going to be shown."""
        self.rows_heading.setVisible(with_rows)
        self.first_rows.show_lines([])

    def show_rows(self, taken: Sequence[str]) -> None:
        """The first rows in words."""
        self._show(self.first_rows, taken)

    def show_answers(self, lines: Sequence[str]) -> None:
        """What to do about what the rows say, also those that are left out."""
        self.answers_heading.setVisible(bool(lines))
        self._show(self.answers, lines)

    def show_refused(self, rows: Sequence[RefusedRow]) -> None:
        """By their reasons, with how many rows each of them keeps out."""
        self.refused_heading.setVisible(bool(rows))
        self._show(self.refused, by_reason(rows, self._texts))

    def show_doubtful(self, rows: Sequence[DoubtfulRow]) -> None:
        """Each with the question that a form would ask."""
        self.doubtful_heading.setVisible(bool(rows))
        self._show(self.doubtful, [row_doubt(row, self._texts) for row in rows])

    def move_to(self, wanted: QVBoxLayout, grows: bool) -> None:
        """Stand there, and nowhere else; the keyboard comes along. ``grows``: with lists as high as there is room."""
        if wanted.indexOf(self) >= 0:
            return
        focused = self.window().focusWidget()
        wanted.addWidget(self)
        self.show()
        self._grows = grows
        for part in (self.first_rows, self.answers, self.refused, self.doubtful):
            self._show(part, part.lines())
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, place: Lines, lines: Sequence[str]) -> None:
        place.show_lines(lines, _LINES, self._grows)
