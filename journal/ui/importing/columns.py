"""One line for each column of a table: its name, what stands in it, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from journal.core.plaintext import folded
from journal.core.warning_words import WORDS, sign_meant
from journal.exchange.mapped_units import OwnUnits
from journal.exchange.mapping import Column, Meaning
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import SYMPTOMS, symptom_name
from journal.ui.importing.column_answers import ColumnAnswers
from journal.ui.importing.field_choice import (
    MAPPED_KINDS,
    column_of_key,
    field_choices,
    key_of,
    kind_choices,
    kind_of_column,
    names_kind,
    usual_field,
)
from journal.ui.importing.proposed_answers import Proposal
from journal.ui.importing.sample import Sample
from journal.ui.importing.word_choices import Known
from journal.ui.kit.fields import Choice
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import label, quiet_label

# With more lines than this the window would not respond while they are made.
MOST_SHOWN = 30
_LARGE_TEXT = 150
_MEANINGS: tuple[tuple[Meaning | None, str], ...] = (
    (None, marked("not read")),
    (Meaning.INSTANT, marked("date and time")),
    (Meaning.DATE, marked("date")),
    (Meaning.TIME, marked("time of day")),
    (Meaning.AMOUNT, marked("amount")),
    (Meaning.UNIT, marked("unit of the amount")),
    (Meaning.PRODUCT, marked("product")),
    (Meaning.STRAIN, marked("strain label")),
    (Meaning.PREPARATION, marked("preparation")),
    (Meaning.RATING, marked("rating")),
    (Meaning.SYMPTOM, marked("name of the symptom")),
    (Meaning.CATEGORY, marked("kind of row")),
    (Meaning.NOTE, marked("note")),
)


class Columns(QWidget):
    """What each column means; ``changed`` says that a choice was made."""

    changed = Signal()

    def __init__(self, texts: Texts, sample: Sample) -> None:
        super().__init__()
        self._texts = texts
        known = Known(_symptom_names(texts, sample), OwnUnits(sample.here).names(), _sign_names(texts, sample))
        self.lines: list[ColumnLine] = []
        self._hidden: tuple[Column, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        mapping = sample.mapping
        if mapping is None:
            return
        for number, column in enumerate(mapping.columns[:MOST_SHOWN]):
            examples = sample.examples(number)
            if column.meaning is Meaning.RATING and not sample.kept:
                examples = texts("{examples}  (a guess from its name and numbers)", examples=examples)
            answers = ColumnAnswers(
                texts, sample.columns[number], column, partial(sample.cells, number), known, mapping.decimal
            )
            line = ColumnLine(texts, sample.columns[number], examples, column, known, answers, self._named_in_row)
            line.changed.connect(self.changed)
            self.lines.append(line)
            line.place(grid, number)
        self._hidden = mapping.columns[MOST_SHOWN:]

    def _named_in_row(self, kind: str) -> bool:
        """Whether a column names the symptom of each row, or the entry of this kind."""
        if kind == Meaning.RATING:
            return any(line.meaning.value() == Meaning.SYMPTOM for line in self.lines)
        fields = [line.field for line in self.lines if line.field is not None]
        return any(names_kind(str(field.value()), kind) for field in fields)

    def proposals(self) -> list[Proposal]:
        """What open words of the columns probably mean."""
        asked = [line.answers.words for line in self.lines if line.answers.isVisibleTo(self)]
        return [proposal for words in asked if words is not None for proposal in words.proposals()]

    def value(self) -> tuple[Column, ...]:
        """What was chosen; columns that are not shown keep what they were."""
        return (*(line.value() for line in self.lines), *self._hidden)


class ColumnLine(QObject):
    """One column's choices, laid into the grid of all columns.

    The list of symptoms is made when it is needed: few columns are ratings, and making thirty lists would block the
    window.
    """

    changed = Signal()

    def __init__(
        self,
        texts: Texts,
        name: str,
        examples: str,
        column: Column,
        known: Known,
        answers: ColumnAnswers,
        named_in_row: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self._texts, self._name, self._symptoms, self.answers = texts, name, known.symptoms, answers
        self._named_in_row = named_in_row
        answers.changed.connect(self.changed)
        self._stacked = theme().px(100) >= _LARGE_TEXT
        rated = column.meaning is Meaning.RATING
        symptoms = known.symptoms
        self._chosen = _same(column.symptom, symptoms) if rated else _likely(name, symptoms, known.signs)
        self._title = label(name, "strong", wrap=True)
        self._examples = quiet_label(examples or texts("empty in the first rows"), wrap=True)
        # Qt keeps texts, not members of an enum.
        choices: list[tuple[object, str]] = [(str(meaning or ""), texts(words)) for meaning, words in _MEANINGS]
        choices += kind_choices(texts)
        self.meaning = Choice(texts("What “{name}” is", name=name), choices)
        self.meaning.setMinimumContentsLength(14)
        self.meaning.set_value(kind_of_column(column) or str(column.meaning or ""))
        self._field_at_first = key_of(column)
        self.meaning.currentIndexChanged.connect(self._meant)
        self.symptom: Choice | None = None
        self.field: Choice | None = None
        self._fields_of = ""

    def place(self, grid: QGridLayout, number: int) -> None:
        """Take a line of the grid: name and examples, meaning, symptom."""
        self._grid, self._number = grid, number
        across = 2 if self._stacked else 1
        grid.addWidget(self._title, 4 * number, 0, 1, across)
        grid.addWidget(self._examples, 4 * number + 1, 0, 1, across)
        self._put(self.meaning, 0)
        grid.addWidget(self.answers, 4 * number + 3, 0, 1, 3)
        self._show_symptom()

    def _put(self, choice: Choice, place: int) -> None:
        """Beside name and examples; below them where the text is so large that there is no room beside it."""
        if self._stacked:
            self._grid.addWidget(choice, 4 * self._number + 2, place)
        else:
            self._grid.addWidget(choice, 4 * self._number, place + 1, 2, 1)

    def value(self) -> Column:
        """What was chosen, with its words and its scale."""
        return self.answers.completed(self._meant_now())

    def _meant_now(self) -> Column:
        chosen = self.meaning.value()
        if self._kind() and self.field is not None:
            return column_of_key(str(self.field.value()), self._name)
        symptom = self.symptom.value() if self._rated() and self.symptom is not None else ""
        return Column(Meaning(chosen) if chosen else None, symptom)

    def _kind(self) -> str:
        """The kind of entry that was chosen, if it is one."""
        chosen = str(self.meaning.value())
        return chosen if chosen in MAPPED_KINDS else ""

    def _rated(self) -> bool:
        return bool(self.meaning.value() == Meaning.RATING)

    def _show_symptom(self) -> None:
        if self._rated() and self.symptom is None:
            self.symptom = self._symptom_choice()
            self._put(self.symptom, 1)
        if self.symptom is not None:
            self.symptom.setVisible(self._rated())
        self._show_field()
        self.answers.ask(self._meant_now())

    def _show_field(self) -> None:
        """Which of the kind's fields it is; made anew for another kind."""
        kind = self._kind()
        if self.field is not None and kind != self._fields_of:
            self._grid.removeWidget(self.field)
            self.field.hide()
            self.field.deleteLater()
            self.field = None
        if kind and self.field is None:
            name = self._texts("What of it “{name}” is", name=self._name)
            choices, named = self._field_choices(kind), self._named_in_row(kind)
            self.field = Choice(name, choices)
            self.field.setMinimumContentsLength(14)
            self.field.set_value(usual_field(choices, kind, self._field_at_first, named))
            self.field.currentIndexChanged.connect(lambda _index: self.changed.emit())
            self._put(self.field, 1)
            self.field.show()
        self._fields_of = kind

    def _field_choices(self, kind: str) -> list[tuple[object, str]]:
        """The kind's fields; what a mapping says that was written by hand is offered as it stands there."""
        choices, kept = field_choices(self._texts, kind, self._name), self._field_at_first
        written = kept.startswith(f"{kind}.") and kept not in [key for key, _ in choices]
        return [*choices, (kept, kept)] if written else choices

    def _symptom_choice(self) -> Choice:
        choices = _symptom_choices(self._texts, self._name, self._symptoms)
        made = Choice(self._texts("Symptom rated in “{name}”", name=self._name), choices)
        made.setMinimumContentsLength(14)
        made.set_value("" if self._named_in_row(Meaning.RATING) else self._chosen)
        made.currentIndexChanged.connect(lambda _index: self.changed.emit())
        return made

    def _meant(self, _index: int) -> None:
        self._show_symptom()
        self.changed.emit()


def _symptom_names(texts: Texts, sample: Sample) -> list[str]:
    """The journal's own symptoms first, then the built-in ones that it does not have."""
    ours = [symptom_name(texts, symptom) for symptom in sample.here.symptoms.values() if symptom.deleted_ms is None]
    known = {folded(own) for own in ours}
    return ours + [name for symptom in SYMPTOMS.values() if folded(name := texts(symptom)) not in known]


def _symptom_choices(texts: Texts, name: str, symptoms: Sequence[str]) -> list[tuple[object, str]]:
    choices = [(known, known) for known in symptoms] + [("", texts("named in the row"))]
    if _same(name, symptoms) == name and name not in symptoms:
        choices.insert(0, (name, texts("new: {name}", name=name)))
    return list(choices)


def _sign_names(texts: Texts, sample: Sample) -> dict[str, str]:
    """What the warning signs are called, by code; the journal may have a name of its own."""
    ours = {
        symptom.code: symptom_name(texts, symptom)
        for symptom in sample.here.symptoms.values()
        if symptom.deleted_ms is None
    }
    return {code: ours.get(code, texts(SYMPTOMS[code])) for code in WORDS}


def _likely(name: str, symptoms: Sequence[str], signs: Mapping[str, str]) -> str:
    """The symptom of that name, else the warning sign that the name means, else the name itself: a new symptom."""
    same, meant = _same(name, symptoms), sign_meant(name)
    return signs[meant] if meant is not None and same not in symptoms else same


def _same(name: str, symptoms: Sequence[str]) -> str:
    """The symptom of that name, however it is spelled; else the name itself."""
    return next((known for known in symptoms if folded(known) == folded(name)), name)
