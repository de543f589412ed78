"""The left column of the report: own words, period, what the pages tell, paper, password."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core import limits, warning_facts
from journal.reports.asked_twice import SURE
from journal.reports.options import CHOICES, ReportOptions
from journal.reports.presets import BY_CODE, PRESETS, preset_of
from journal.texts import Texts
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.fields import NoteEdit, line_edit
from journal.ui.kit.tick_box import TickBox
from journal.ui.kit.widgets import label
from journal.ui.report.asked_choice import AskedChoice
from journal.ui.report.made import Made
from journal.ui.report.one_by_one import OneByOne
from journal.ui.report.pdf_password import PdfPassword
from journal.ui.report.period_choice import PeriodChoice

_NEAR = 40
_USUAL = tuple(choice.field for choice in CHOICES if choice.usual)


class ReportChoices(QWidget):
    """``changed``: the pages would look different. ``edited``: something was typed or chosen that a draft keeps.

    ``of_pages`` is what only the pages for a visit have, ``of_file`` what every paper has.
    """

    changed = Signal()
    edited = Signal()
    paper_chosen = Signal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._this_year = dt.date.max.year
        self.of_pages, self.of_file = _part(), _part()
        self._make_words()
        self._make_disclosed()
        self._make_file()
        self._arrange()
        self._connect()
        self._show_preset()
        self._said_length()

    # --- building ---

    def _make_words(self) -> None:
        texts = self._texts
        self.words = NoteEdit(texts("In your words"), texts("What should be known or asked?"), 4, enter_saves=False)
        self.length = label(role="small", wrap=True)
        self.goal = line_edit(texts("Goal"), texts("e.g. cut down slowly"), limits.GOAL_LETTERS)
        planned = texts("Planned operation or visit")
        self.planned = line_edit(planned, texts("e.g. operation on 30 June"), limits.PLANNED_LETTERS)
        self.period = PeriodChoice(texts)

    def _make_disclosed(self) -> None:
        texts = self._texts
        self.named = TickBox(texts("My name and birth year"))
        self.name = line_edit(texts("Name"), texts("Name"), limits.NAME_LETTERS)
        self.birth_year = line_edit(texts("Birth year"), texts("Birth year, e.g. 1980"), 4)
        self.year_problem = label(role="small", wrap=True)
        self.person = QWidget()
        fields = QVBoxLayout(self.person)
        fields.setContentsMargins(28, 0, 0, 0)
        fields.setSpacing(6)
        for field in (self.name, self.birth_year, self.year_problem):
            fields.addWidget(field)
        self.boxes = {
            choice.field: TickBox(texts(choice.title), choice.usual) for choice in CHOICES if not choice.asked
        }
        self.asked = {choice.field: AskedChoice(texts, texts(choice.title)) for choice in CHOICES if choice.asked}
        self.one_by_one = OneByOne(texts)
        self.preset = ChipRow(texts("What the pages tell"), [(preset.code, texts(preset.title)) for preset in PRESETS])
        for hidden in (self.one_by_one, self.person, *self.boxes.values(), *self.asked.values(), self.year_problem):
            hidden.hide()

    def _make_file(self) -> None:
        texts = self._texts
        self.paper = ChipRow(texts("Paper"), [("a4", "A4"), ("letter", "Letter")])
        self.lock = PdfPassword(texts)

    def _arrange(self) -> None:
        texts = self._texts
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 8, 0)
        body.setSpacing(14)
        body.addWidget(self.of_pages)
        body.addWidget(self.of_file)
        self._put(label(texts("In your words"), "strong", wrap=True), self.words, self.length)
        self._put(label(texts("Goal"), "quiet", wrap=True), self.goal)
        self._put(label(texts("Planned operation or visit"), "quiet", wrap=True), self.planned)
        self._put(label(texts("Period"), "quiet", wrap=True), self.period)
        always = label(texts("Always: what was taken, and how complete the record is."), wrap=True)
        tells = label(texts("What the pages tell"), "quiet", wrap=True)
        choices = (*self.boxes.values(), *self.asked.values(), self.one_by_one, self.named, self.person)
        self._put(tells, self.preset, always, self._of_notes(), self._looked_at(), *choices)
        self._put(label(texts("Paper"), "quiet", wrap=True), self.paper, into=self.of_file)
        self._put(label(texts("Password for the PDF"), "quiet", wrap=True), self.lock, into=self.of_file)
        body.addStretch(1)

    def _of_notes(self) -> QWidget:
        """Nobody has to guess: the ticks for them are there only where they can print something."""
        words = self._texts(
            "No notes, unless you tick them below: those beside warning symptoms, or those in the list of every entry."
        )
        return label(words, wrap=True)

    def _looked_at(self) -> QWidget:
        """Shown whether there are any or not, so that it reveals nothing."""
        words = self._texts.plural(
            "Warning symptoms: this period and the {n} day up to now are looked at.",
            "Warning symptoms: this period and the {n} days up to now are looked at.",
            warning_facts.DAYS_LOOKED_BACK,
        )
        return label(words, "small", wrap=True)

    def _put(self, *widgets: QWidget, into: QWidget | None = None) -> None:
        body = (into or self.of_pages).layout()
        assert isinstance(body, QVBoxLayout)
        if body.count():
            body.addSpacing(8)
        for widget in widgets:
            body.addWidget(widget)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._said_length)
        self.period.changed.connect(self._edited)
        self.words.textChanged.connect(self._edited)
        for line in (self.goal, self.planned, self.name, self.birth_year):
            line.textChanged.connect(self._edited)
        for box in self.boxes.values():
            box.toggled.connect(lambda _on: self._show_preset())
        for box in (*self.boxes.values(), self.named):
            box.toggled.connect(lambda _on: self._edited())
        for asked in self.asked.values():
            asked.changed.connect(self._edited)
        self.one_by_one.changed.connect(self._edited)
        self.preset.changed.connect(self._choose_preset)
        for choice in CHOICES:
            if choice.part_of:
                self.boxes[choice.field].depend_on(self.boxes[choice.part_of])
        self.named.toggled.connect(self.person.setVisible)
        self.paper.changed.connect(lambda key: self.paper_chosen.emit(str(key)))

    # --- what is chosen ---

    def set_today(self, today: dt.date) -> None:
        """The day that periods and birth years are measured by."""
        self._this_year = today.year
        self.period.set_today(today)

    def chosen(self) -> ReportOptions | None:
        """What the pages are to be; None while there is no period."""
        period = self.period.period()
        if period is None:
            return None
        printed: dict[str, Any] = self._ticks()
        printed |= {field: asked.answer() for field, asked in self.asked.items()}
        return ReportOptions(
            period=period,
            paper="letter" if self.paper.value() == "letter" else "a4",
            words=shortened(self.words.text().strip(), limits.WORDS_LETTERS),
            goal=self.goal.text().strip(),
            planned=self.planned.text().strip(),
            name=self.name.text().strip() if self.named.is_ticked() else "",
            birth_year=self._year() if self.named.is_ticked() else None,
            leave_out=self.one_by_one.leave_out(),
            private_printed=SURE,  # on the screen; before the pages leave it that is asked once more
            **printed,
        )

    def _ticks(self) -> dict[str, bool]:
        return {field: box.is_ticked() for field, box in self.boxes.items()}

    def _choose_preset(self, code: object) -> None:
        """Its ticks, shown as what they are; they can be changed afterwards."""
        for field, ticked in BY_CODE[str(code)].fields().items():
            self.boxes[field].tick(ticked)

    def _show_preset(self) -> None:
        """Which set the ticks are, if they are one."""
        self.preset.set_value(preset_of(self._ticks()) or None)

    def show_noted(self, made: Made) -> None:
        """Offer to leave out what is there to be left out."""
        for field, row in (*self.boxes.items(), *self.asked.items()):
            row.setVisible(field in made.there)
        self.one_by_one.show_singles(made.singles)

    def unanswered(self) -> AskedChoice | None:
        """The first that has to be answered before anything is handed over."""
        return next((row for row in self.asked.values() if not row.isHidden() and row.open), None)

    def _year(self) -> int | None:
        typed = self.birth_year.text().strip()
        year = int(typed) if typed.isascii() and typed.isdigit() else 0
        return year if limits.EARLIEST_BIRTH_YEAR <= year <= self._this_year else None

    # --- drafts ---

    def state(self) -> dict[str, Any]:
        """What a draft keeps: not the password, and not what is to be disclosed, but what is to be left out: both
        what stands by itself and whole sections that are usually printed.
        """
        return {
            "words": self.words.text(),
            "goal": self.goal.text(),
            "planned": self.planned.text(),
            "name": self.name.text(),
            "birth_year": self.birth_year.text(),
            "leave_out": self.one_by_one.state(),
            "sections_out": [field for field in _USUAL if not self.boxes[field].is_ticked()],
            **self.period.state(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show a state again, without a signal."""
        self.blockSignals(True)
        self.words.set_text(str(state.get("words", "")))
        lines = {"goal": self.goal, "planned": self.planned, "name": self.name, "birth_year": self.birth_year}
        for key, line in lines.items():
            line.setText(str(state.get(key, "")))
        self.period.restore(state)
        self.one_by_one.restore(state.get("leave_out", []))
        for field in _USUAL:
            self.boxes[field].tick(field not in state.get("sections_out", []))
        self.blockSignals(False)

    # --- as it is typed ---

    def _edited(self) -> None:
        wrong = bool(self.birth_year.text().strip()) and self._year() is None
        self.year_problem.setText(self._texts("Type a year, such as 1980.") if wrong else "")
        self.year_problem.setVisible(wrong)
        self.edited.emit()
        self.changed.emit()

    def _said_length(self) -> None:
        """How much room is left, when it is little."""
        count = len(self.words.text().strip())
        texts, limit = self._texts, limits.WORDS_LETTERS
        words = ""
        if count > limit:
            words = texts("{n} of {limit} letters. The page shows the beginning.", n=count, limit=limit)
        elif count > limit - _NEAR:
            words = texts("{n} of {limit} letters", n=count, limit=limit)
        self.length.setText(words)
        self.length.setVisible(bool(words))
        self.words.setAccessibleDescription(words)


def _part() -> QWidget:
    """A part of the column, to be filled."""
    made = QWidget()
    body = QVBoxLayout(made)
    body.setContentsMargins(0, 0, 0, 0)
    body.setSpacing(6)
    return made


def shortened(text: str, limit: int) -> str:
    """At most so many letters, cut at a word where one ends in the last quarter, with "…" behind.

    >>> shortened("one two three", 9)
    'one two…'
    """
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    word = kept if text[limit - 1].isspace() else kept.rpartition(" ")[0]
    return (word if len(word) >= limit * 3 // 4 else kept).rstrip() + "…"
