"""Every source that the guidance names, and every help line, with the day on which each was read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.guidance import Country, Source
from journal.texts import Texts
from journal.ui.kit.widgets import hairline, label, quiet_label
from journal.ui.safety.numbers import LineCard
from journal.ui.safety.source_card import SourceCard, source_name
from journal.ui.safety.wrap_button import WrapButton


class SourcesView(QWidget):
    """The help lines of the chosen country, then the sources by title; choosing one shows it in full below itself."""

    def __init__(self, texts: Texts, sources: Mapping[str, Source], country: Country) -> None:
        super().__init__()
        self._texts = texts
        self.items: dict[str, WrapButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label(texts("Sources and help lines"), "heading", wrap=True))
        self._add_lines(sources, country)
        self._column.addWidget(hairline())
        self._column.addWidget(label(texts("Sources"), "strong", wrap=True))
        for each in sorted(sources.values(), key=lambda each: each.title.casefold()):
            self._add_source(each)
        self._column.addStretch(1)

    def _add_lines(self, sources: Mapping[str, Source], country: Country) -> None:
        name = self._texts(country.name)
        self._column.addWidget(label(self._texts("Help lines: {country}", country=name), "strong", wrap=True))
        for line in country.lines:
            self._column.addWidget(LineCard(self._texts, line))
            said = self._texts("Source: {source}", source=source_name(self._texts, sources[line.source]))
            self._column.addWidget(label(said, "small", wrap=True))
        if not country.lines:
            self._column.addWidget(quiet_label(self._texts("No verified line"), wrap=True))

    def _add_source(self, source: Source) -> None:
        year = source.organisation if source.year is None else f"{source.organisation}, {source.year}"
        item = WrapButton(source.title, year, checkable=True)
        item.toggled.connect(lambda on: self._turn(source, on))
        self.items[source.id] = item
        self._column.addWidget(item)

    def _turn(self, source: Source, on: bool) -> None:
        item = self.items[source.id]
        below = self._column.indexOf(item) + 1
        if on:
            card = SourceCard(self._texts, source)
            card.closed.connect(lambda: item.setChecked(False))
            self._column.insertWidget(below, card)
            card.tell()
        elif (place := self._column.itemAt(below)) is not None and isinstance(old := place.widget(), SourceCard):
            item.setFocus()
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
