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
        self._texts = texts
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
        self.first_rows.show_lines(taken, _LINES)

    def show_answers(self, lines: Sequence[str]) -> None:
        """What to do about what the rows say, also those that are left out."""
        self.answers_heading.setVisible(bool(lines))
        self.answers.show_lines(list(lines), _LINES)

    def show_refused(self, rows: Sequence[RefusedRow]) -> None:
        """By their reasons, with how many rows each of them keeps out."""
        self.refused_heading.setVisible(bool(rows))
        self.refused.show_lines(by_reason(rows, self._texts), _LINES)

    def show_doubtful(self, rows: Sequence[DoubtfulRow]) -> None:
        """Each with the question that a form would ask."""
        self.doubtful_heading.setVisible(bool(rows))
        self.doubtful.show_lines([row_doubt(row, self._texts) for row in rows], _LINES)

    def move_to(self, wanted: QVBoxLayout, other: QVBoxLayout) -> None:
        """Stand in ``wanted``, no longer in ``other``; the keyboard comes along."""
        if wanted.indexOf(self) >= 0:
            return
        focused = self.window().focusWidget()
        other.removeWidget(self)
        wanted.addWidget(self)
        self.show()
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
