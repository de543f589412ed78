"""What a file says otherwise than the journal, each with both values, and what is to stay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.exchange.changed_rows import Changed
from journal.exchange.losses import row_change
from journal.exchange.plan import Plan
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.importing.refused import Lines
from journal.ui.kit.fields import Choice
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.widgets import heading, quiet_label

_CHOICES = (
    (Changed.OURS, marked("what the journal says")),
    (Changed.THEIRS, marked("what the file says")),
    (Changed.BOTH, marked("both, where they may be two")),
)
_LINES = 4


class ChangedChoice(QWidget):
    """Hidden where nothing differs; ours stays unless something else is chosen."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        words = texts("What stays")
        self.stays = Choice(words, [(key, texts(answer)) for key, answer in _CHOICES])
        self.stays.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.rows = Lines(texts("Rows that say something else than the journal"))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(heading(texts("The journal says something else")))
        hint = texts(
            "Of the same time, and the same product or symptom; or in the place of a row that the file no longer has. "
            "Corrected since, or the same in other digits."
        )
        lines.addWidget(quiet_label(hint, wrap=True))
        lines.addWidget(self.rows)
        lines.addWidget(quiet_label(words))
        lines.addWidget(self.stays)
        self.hide()

    def show_plan(self, plan: Plan) -> None:
        """The rows of this reading; what was chosen before stays chosen."""
        self.rows.show_lines([row_change(row, self._texts) for row in plan.changed], _LINES)
        self.setVisible(bool(plan.changed))

    def chosen(self) -> Changed:
        """What is to stay."""
        return Changed(self.stays.value())


class OpenChange(InlineMessage):
    """In sight until somebody went to the choice: how many rows differ, and why nothing can be imported yet."""

    def __init__(self, texts: Texts, lead: Callable[[], object]) -> None:
        super().__init__()
        self._texts, self._lead = texts, lead
        self._answered: Plan | None = None

    def show_plan(self, plan: Plan, chosen: Changed) -> None:
        """Of this reading; once it was led to or chosen otherwise it is silent."""
        if not plan.changed or plan is self._answered or chosen is not Changed.OURS:
            self.dismiss()
            return
        texts, n = self._texts, len(plan.changed)
        if plan.total:
            one = "{n} entry of the file says something else than the journal, which stays as it is so far."
            many = "{n} entries of the file say something else than the journal, which stays as it is so far."
            words = texts.plural(one, many, n)
        else:
            one = (
                "Nothing is new. {n} entry of the file says something else than the journal, which stays as it is so "
                "far."
            )
            many = (
                "Nothing is new. {n} entries of the file say something else than the journal, which stays as it is so "
                "far."
            )
            words = texts.plural(one, many, n)
        if self.text() != words:
            self.show_message(words, [(texts("Choose what stays"), lambda: self._go(plan))])

    def _go(self, plan: Plan) -> None:
        self._answered = plan
        self._lead()
