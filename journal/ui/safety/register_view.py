"""How this was checked: every statement, warning sign and help line with its sources and how they were read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal import guidance
from journal.guidance import Country
from journal.guidance.register import WITHOUT, Row, due, of_country, register, said_in
from journal.texts import Texts
from journal.ui.kit.event_loop import once_painted
from journal.ui.kit.reading_order import insert_to_be_read
from journal.ui.kit.widgets import label
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.prose import Prose, Sentence
from journal.ui.safety.source_card import source_name

# Rows that are made in one turn; all of a page at once would hold up keys and mouse.
_AT_ONCE = 10


class RegisterView(QWidget):
    """One line for each page, for the signs and for the lines of the country; pressed, it shows its rows below itself.

    Lines of other countries are left out, so that none is taken for one's own.
    """

    def __init__(self, texts: Texts, country: Country, today: dt.date) -> None:
        super().__init__()
        self._texts, self._country, self._today = texts, country, today
        self.items: dict[str, WrapButton] = {}
        self._open: dict[str, Rows] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label(texts("Every statement and its sources"), "title", wrap=True))
        for sentence in self._explained():
            self._column.addWidget(Prose([Sentence(sentence)]))
        rows = register()
        for page in guidance.pages():
            self._add(page.code, page.title, [row for row in rows if (row.kind, row.of) == ("statement", page.code)])
        self._add("signs", texts("Warning signs"), [row for row in rows if row.kind == "sign"])
        interactions = [row for row in rows if row.kind == "interaction"]
        self._add("interactions", texts("The list of interactions"), interactions)
        if country.code:
            lines = texts("Help lines: {country}", country=texts(country.name))
            self._add("lines", lines, list(of_country(country)))
        self._column.addStretch(1)

    def _explained(self) -> list[str]:
        texts = self._texts
        return [
            texts("Behind each sentence stand the sources that it rests on, each with how it was read."),
            texts("V: read in the original or official text, or in a copy of it; of a study at least the abstract."),
            texts("V2: read only as others tell it; the sentence then says “reported” and a year."),
            texts("How urgent a sign is, and what to do, is proposed, for review by a pharmacist and a clinician."),
        ]

    def _add(self, key: str, title: str, rows: Sequence[Row]) -> None:
        item = self.items[key] = WrapButton(title, self._counted(rows), checkable=True)
        item.toggled.connect(lambda on: self._fold_or_unfold(key, rows, on))
        self._column.addWidget(item)

    def _counted(self, rows: Sequence[Row]) -> str:
        """How many there are, when they were checked, and what is late."""
        texts, day = self._texts, self._texts.short_day
        parts = [texts.plural("{n} entry", "{n} entries", len(rows))]
        parts.append(texts.plural("{n} with a source", "{n} with a source", sum(bool(row.sources) for row in rows)))
        if days := sorted({row.checked for row in rows if row.checked is not None}):
            parts.append(texts("checked {day}", day=day(days[0])))
        if dates := sorted({row.review_by for row in rows if row.review_by is not None}):
            parts.append(texts("next review by {due}", due=day(dates[0])))
        if late := len(due(rows, self._today)):
            parts.append(texts.plural("{n} past its review date", "{n} past their review date", late))
        return " · ".join(parts)

    def _fold_or_unfold(self, key: str, rows: Sequence[Row], on: bool) -> None:
        if on:
            opened = self._open[key] = Rows(self._texts, rows, self._country)
            insert_to_be_read(self._column, self._column.indexOf(self.items[key]) + 1, opened)
        elif key in self._open:
            closed = self._open.pop(key)
            self._column.removeWidget(closed)
            closed.hide()
            closed.deleteLater()


class Rows(QWidget):
    """Sentences, each with its sources below it; what is further down is added after the first is painted."""

    def __init__(self, texts: Texts, rows: Sequence[Row], country: Country) -> None:
        super().__init__()
        self._texts, self._country, self._left = texts, country, list(rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 0, 8)
        self._column.setSpacing(2)
        self._go_on()

    def _go_on(self) -> None:
        now, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        for row in now:
            self._column.addWidget(Prose([Sentence(said_in(self._texts, row, self._country))]))
            self._column.addWidget(label(self._behind(row), "small", wrap=True))
        if self._left:
            once_painted(self, self._go_on)

    def complete(self) -> None:
        """Have all of them now."""
        while self._left:
            self._go_on()

    def _behind(self, row: Row) -> str:
        known = guidance.sources()
        named = (
            f"{source_name(self._texts, known[source])} [{mark}]"
            for source, mark in zip(row.sources, row.marks, strict=True)
        )
        return "; ".join(named) or self._texts(WITHOUT[row.without])
