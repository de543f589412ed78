"""Everything that a person says about how a file is read: what its columns are, and how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.refusal import Refused
from journal.exchange.mapped_csv import remark_on_own
from journal.exchange.mapping import TableMapping
from journal.exchange.programs import program_of
from journal.exchange.tables import Form
from journal.texts import Texts
from journal.ui.importing.columns import MOST_SHOWN, Columns
from journal.ui.importing.mapping_file import MappingFile
from journal.ui.importing.proposed_answers import Proposal
from journal.ui.importing.reading_choices import MISSING, TableChoices, ZoneChoice
from journal.ui.importing.row_kinds import RowKinds
from journal.ui.importing.sample import Sample
from journal.ui.kit.buttons import button
from journal.ui.kit.fields import Choice
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import heading, label, quiet_label


class SampleChoices(QWidget):
    """Of a file of a known program only the zone; of a table what is missing first, its columns, and the rest.

    ``form_changed``: the first rows must be read anew, in another encoding or with another separator.
    """

    changed = Signal()
    form_changed = Signal()
    table_wanted = Signal()  # the file of a known program is to be read as a table

    def __init__(self, texts: Texts, sample: Sample) -> None:
        super().__init__()
        self._texts, self._sample = texts, sample
        self.columns: Columns | None = None
        self.kinds: RowKinds | None = None
        self.mapping_file: MappingFile | None = None
        self.table: TableChoices | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.reading: ZoneChoice = self._ask_zone() if sample.mapping is None else self._ask_table(sample.mapping)

    def _ask_zone(self) -> ZoneChoice:
        program = program_of(self._sample.recognised.format)
        if program is not None:
            self._column.addWidget(label(self._texts("A file of {program}.", program=program.name), wrap=True))
            for words in program.promise:
                self._column.addWidget(quiet_label(self._texts(words), wrap=True))
        zone = ZoneChoice(self._texts, self._sample.zone, self._sample.zones)
        zone.changed.connect(self.changed)
        self._column.addWidget(zone)
        if program is not None and program.has_columns is not None and program.table is self._sample.recognised.format:
            instead = button(self._texts("Say what its columns are instead"), self.table_wanted.emit)
            self._column.addWidget(flowing(instead))
        return zone

    def _ask_table(self, mapping: TableMapping) -> ZoneChoice:
        texts, sample = self._texts, self._sample
        if sample.kept:
            self._column.addWidget(quiet_label(texts("Read as you chose for a file like this before."), wrap=True))
        for words in remark_on_own(sample.recognised.form, sample.columns, texts):
            self._column.addWidget(label(words, wrap=True))
        self.table = TableChoices(texts, sample, mapping, self._missing(mapping))
        if self._first_choice() is not None:
            self._column.addWidget(heading(texts("Choose this first")))
            self._column.addWidget(self.table.first)
        self._column.addWidget(heading(texts("What the columns are")))
        self.columns = Columns(texts, sample)
        self._column.addWidget(self.columns)
        self.kinds = RowKinds(texts, sample, self.columns)
        self.columns.changed.connect(self.changed)
        self.kinds.changed.connect(self.changed)
        self._column.addWidget(self.kinds)
        if len(sample.columns) > MOST_SHOWN:
            words = texts("Only the first {n} columns can be read.", n=MOST_SHOWN)
            self._column.addWidget(quiet_label(words, wrap=True))
        self._column.addWidget(heading(texts("How it is written")))
        self.table.changed.connect(self.changed)
        self.table.form_changed.connect(self.form_changed)
        self._column.addWidget(self.table)
        self.mapping_file = MappingFile(texts, sample, self.mapping)
        self._column.addWidget(self.mapping_file)
        return self.table

    def _missing(self, mapping: TableMapping) -> set[str]:
        """The choices without which some of the first rows are left out."""
        try:
            _, refused = self._sample.understood(mapping, self._texts)
        except Refused as reason:
            return {MISSING[reason.code]} if reason.code in MISSING else set()
        return {MISSING[row.reason.code] for row in refused if row.reason.code in MISSING}

    def _first_choice(self) -> Choice | None:
        return None if self.table is None else next(iter(self.table.first.findChildren(Choice)), None)

    def first_field(self) -> Choice:
        """Where the keyboard goes first: to what is missing, else to the first column."""
        first = self.columns.lines[0].meaning if self.columns is not None and self.columns.lines else self.reading.zone
        return self._first_choice() or first

    def named_by(self, key: str) -> Choice | None:
        """The field in which this is chosen."""
        if key == "kinds" and self.kinds is not None and self.kinds.choice is not None:
            return self.kinds.choice
        if self.table is not None and key not in ("columns", "kinds"):
            return self.table.named_by(key)
        return self.columns.lines[0].meaning if self.columns is not None and self.columns.lines else None

    # --- what was chosen ---

    def proposals(self) -> list[Proposal]:
        """What open words of the table probably mean."""
        asked = [part for part in (self.columns, self.kinds) if part is not None]
        return [proposal for part in asked for proposal in part.proposals()]

    def answer(self, proposals: Sequence[Proposal]) -> None:
        """Answer each of them so; that is one change."""
        with QSignalBlocker(self):
            for proposal in proposals:
                proposal.choice.set_value(proposal.meant)
        self.changed.emit()

    def mapping(self) -> TableMapping | None:
        """What the columns mean now; None for a file that needs no mapping."""
        if self._sample.mapping is None or self.columns is None or self.table is None:
            return None
        cases = () if self.kinds is None else self.kinds.cases()
        return self.table.applied_to(replace(self._sample.mapping, columns=self.columns.value(), cases=cases))

    def form(self) -> Form | None:
        """How the table is written; None for a file that is none."""
        return None if self.table is None else self.table.form()

    def zone(self) -> str:
        """Where times without an offset are local times."""
        return str(self.reading.zone.value())
