"""Sources in lists, each with the day on which it was read: all that there are, or those behind some sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal import guidance
from journal.guidance import Country, Source, page, pages
from journal.guidance.help_lines import KINDS
from journal.texts import Texts
from journal.ui.entries.ask_country import AskCountry
from journal.ui.kit.buttons import plain_button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.reading_order import insert_to_be_read
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.widgets import Card, announce, clear_layout, hairline, label, quiet_label
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.numbers import LineCard, missing_lines
from journal.ui.safety.signs import SourcedSentence
from journal.ui.safety.source_card import SourceCard, discreet_title, source_name

_PAGE = "emergency-signs"  # whose statements the sentences outside of it repeat


class SourceList(QWidget):
    """Sources below each other; choosing one shows it in full below itself."""

    def __init__(self, texts: Texts, discreet: bool = False) -> None:
        super().__init__()
        self._texts, self._discreet = texts, discreet
        self.items: dict[str, WrapButton] = {}
        self._cards: dict[str, SourceCard] = {}  # the open ones
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def add(self, source: Source, detail: str, number: int | None = None) -> None:
        """One more source, what to know of it at once, and its number on the page."""
        title = discreet_title(source) if self._discreet else source.title
        item = WrapButton(title if number is None else f"{number}. {title}", detail, checkable=True)
        item.toggled.connect(lambda on: self._fold_or_unfold(source, on))
        self.items[source.id] = item
        self._column.addWidget(item)

    def _fold_or_unfold(self, source: Source, on: bool) -> None:
        item = self.items[source.id]
        if on:
            card = self._cards[source.id] = SourceCard(self._texts, source, discreet=self._discreet)
            card.closed.connect(lambda: item.setChecked(False))
            insert_to_be_read(self._column, self._column.indexOf(item) + 1, card)
            card.read_out()
        elif (old := self._cards.pop(source.id, None)) is not None:
            item.setFocus()
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()


class SourcesView(SourceList):
    """The help lines of the chosen country, then by title what the pages and these lines rest on.

    What only another country's line rests on is not listed: its title alone would name that line. ``country_chosen``
    when a person who had not chosen a country does so here.
    """

    country_chosen = Signal(str)

    def __init__(self, texts: Texts, sources: Mapping[str, Source], country: Country) -> None:
        super().__init__(texts)
        self._column.addWidget(label(texts("Sources and help lines"), "heading", wrap=True))
        self._add_lines(sources, country)
        self._column.addWidget(hairline())
        self._column.addWidget(label(texts("Sources"), "strong", wrap=True))
        for cited in sorted(_cited(sources, country), key=lambda cited: cited.title.casefold()):
            self.add(cited, cited.organisation if cited.year is None else f"{cited.organisation}, {cited.year}")
        self._column.addStretch(1)

    def _add_lines(self, sources: Mapping[str, Source], country: Country) -> None:
        name = self._texts(country.name)
        self._column.addWidget(label(self._texts("Help lines: {country}", country=name), "strong", wrap=True))
        for line in country.lines:
            self._column.addWidget(LineCard(self._texts, line))
            for source in line.sources:
                words = self._texts("Source: {source}", source=source_name(self._texts, sources[source]))
                self._column.addWidget(label(words, "small", wrap=True))
        for missing in missing_lines(self._texts, country, KINDS):
            self._column.addWidget(quiet_label(missing, wrap=True))
        if not country.code:
            asked = AskCountry(self._texts)
            asked.chosen.connect(self.country_chosen)
            self._column.addWidget(asked)


def _cited(sources: Mapping[str, Source], country: Country) -> list[Source]:
    named = {source for page in pages() for statement in page.statements() for source in statement.sources}
    named |= {source for line in (*country.lines, *country.hidden) for source in (line.came or line).sources}
    return [source for key, source in sources.items() if key in named]


class Behind(QWidget):
    """One quiet line that opens what the sentences above it rest on; nothing of it is made before.

    Escape closes the list alone: what it stands in, with what is to be done, stays.
    """

    def __init__(self, texts: Texts, sentences: Sequence[SourcedSentence], on_emergency: bool = False) -> None:
        super().__init__()
        self._texts, self._sentences = texts, tuple(sentences)
        self.turn = plain_button(texts("Sources and review date"))
        self.turn.setCheckable(True)
        if on_emergency:
            self.turn.setProperty("role", "on_emergency")
        self.turn.toggled.connect(self._show)
        self.list: SourceList | None = None
        self._card = Card(12, 6)
        self._card.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(flowing(self.turn))
        body.addWidget(self._card)

    def _show(self, on: bool) -> None:
        clear_layout(self._card.body)
        self.list = None
        self._card.setVisible(on)
        if on:
            self._fill()
            once_laid_out(self._card, lambda: bring_into_sight(self._card))

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.turn.isChecked():
            self.turn.setFocus(Qt.FocusReason.OtherFocusReason)
            self.turn.setChecked(False)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        words = self._reviewed()
        self._card.body.addWidget(quiet_label(words, wrap=True))
        self.list = SourceList(self._texts, discreet=True)
        shipped = guidance.sources()
        for source, behind in sources_of(self._sentences).items():
            self.list.add(shipped[source], self._detail(shipped[source], behind))
        self._card.body.addWidget(self.list)
        announce(self, words)

    def _detail(self, source: Source, behind: Sequence[str]) -> str:
        words = self._texts(
            "For: {sentences}", sentences=" · ".join(self._texts(text).removesuffix(".") for text in behind)
        )
        return words if discreet_title(source) == source.organisation else f"{source.organisation}. {words}"

    def _reviewed(self) -> str:
        reviewed, day = page(_PAGE), self._texts.short_day
        return self._texts(
            "These sentences were held against their sources on {day}. The next review is due on {due}.",
            day=day(reviewed.reviewed), due=day(reviewed.review_by),
        )  # fmt: skip


def sources_of(sentences: Sequence[SourcedSentence]) -> dict[str, list[str]]:
    """The ids of the sources in the order in which they are first named, each with the sentences that rest on it."""
    by_source: dict[str, list[str]] = {}
    for sentence, named in sentences:
        for name in named:
            by_source.setdefault(name, []).append(sentence)
    return by_source
