"""The kinds of row in a long table: one of them is chosen, and below it stands what the columns are in its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.plaintext import clean_name, folded, shortened
from journal.exchange.mapping import Case, Column, Meaning
from journal.exchange.tables import TableRow
from journal.texts import Texts
from journal.ui.importing.columns import Columns
from journal.ui.importing.proposed_answers import Proposal
from journal.ui.importing.sample import Sample
from journal.ui.importing.word_choices import named_line
from journal.ui.kit.fields import Choice
from journal.ui.kit.widgets import clear_layout, heading, quiet_label

MOST_KINDS = 40
_LONGEST = 40


class RowKinds(QWidget):
    """Hidden until a column of ``base`` says which kind of row it is; ``changed`` says that a choice was made."""

    changed = Signal()

    def __init__(self, texts: Texts, sample: Sample, base: Columns) -> None:
        super().__init__()
        self._texts, self._sample, self._base = texts, sample, base
        self._kept = {} if sample.mapping is None else {folded(case.category): case for case in sample.mapping.cases}
        self._begun: dict[str, tuple[Column, ...]] = {}  # what all rows had in common when a kind was opened
        self.columns: dict[str, Columns] = {}  # by category
        self.choice: Choice | None = None
        self._shown: int | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)
        base.changed.connect(self._follow)
        self._follow()

    def cases(self) -> tuple[Case, ...]:
        """The kinds of which something is said that does not hold for all rows."""
        if self._place() is None:
            return ()
        common = self._base.value()
        made = {folded(category): Case(category, self._merged(category, common)) for category in self.columns}
        return tuple(case for case in (self._kept | made).values() if case.columns != common)

    def proposals(self) -> list[Proposal]:
        """What open words in the kinds that were opened probably mean."""
        return [proposal for columns in self.columns.values() for proposal in columns.proposals()]

    def _merged(self, category: str, common: Sequence[Column]) -> tuple[Column, ...]:
        """What was said of the kind; where nothing was, what holds for all rows now."""
        compared = zip(self.columns[category].value(), self._begun[category], common, strict=True)
        return tuple(now if chosen == before else chosen for chosen, before, now in compared)

    def _place(self) -> int | None:
        columns = self._base.value()
        return next((n for n, column in enumerate(columns) if column.meaning is Meaning.CATEGORY), None)

    def _follow(self) -> None:
        """Ask anew if another column says it."""
        place = self._place()
        self.setVisible(place is not None)
        if place == self._shown:
            return
        if self._shown is not None:
            self._kept = {}
        self._shown, self.choice, self.columns = place, None, {}
        clear_layout(self._lines)
        if place is not None:
            self._ask(place)

    def _ask(self, place: int) -> None:
        counted = Counter(cell.strip() for cell in self._sample.cells(place) if cell.strip())
        self._lines.addWidget(heading(self._texts("What they are in one kind of row")))
        words = self._texts("Kinds of which you say nothing are left out.")
        self._lines.addWidget(quiet_label(words, wrap=True))
        kinds = [(category, self._said(category, n)) for category, n in counted.most_common(MOST_KINDS)]
        self.choice = Choice(self._texts("Kind of row"), [("", self._texts("choose a kind of row")), *kinds])
        self.choice.currentIndexChanged.connect(lambda _index: self._open())
        self._lines.addWidget(named_line(self._texts("In the rows that say"), self.choice))

    def _said(self, category: str, n: int) -> str:
        name = clean_name(shortened(category, _LONGEST))
        # The name first, without a sign before it: typing its letters chooses it.
        return self._texts.plural("{name} · {n} row", "{name} · {n} rows", n, name=name)

    def _open(self) -> None:
        """Show the columns of the chosen kind; those of the others keep what was said."""
        chosen = "" if self.choice is None else str(self.choice.value())
        if chosen and chosen not in self.columns:
            self._begin(chosen)
        for category, columns in self.columns.items():
            columns.setVisible(category == chosen)

    def _begin(self, category: str) -> None:
        sample, common = self._sample, self._base.value()
        assert sample.mapping is not None
        kept = self._kept.get(folded(category))
        begun = common if kept is None else kept.columns
        mapping = replace(sample.mapping, columns=begun, cases=())
        columns = Columns(self._texts, replace(sample, mapping=mapping, rows=self._rows(category), kept=True))
        self._begun[category] = common
        self.columns[category] = columns
        columns.changed.connect(self.changed)
        self._lines.addWidget(columns)

    def _rows(self, category: str) -> tuple[TableRow, ...]:
        place = self._shown or 0
        return tuple(
            row for row in self._sample.rows if folded("".join(row.cells[place : place + 1])) == folded(category)
        )
