"""What a search found: help lines first, then a sign that is meant, pages, and passages that can be read alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.guidance import Country, Found, Hit, by_passage
from journal.guidance.number_on_page import with_number
from journal.guidance.own_country import own_country_first
from journal.texts import Texts
from journal.ui.kit.widgets import hairline, label, quiet_label
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.numbers import LineCard, missing_lines

_MOST_HITS = 20


class Results(QWidget):
    """Everything that was found; ``page_chosen`` with the code of a page, ``hit_chosen`` with a statement."""

    page_chosen = Signal(str)
    hit_chosen = Signal(object)  # Hit
    name_chosen = Signal(str)

    def __init__(self, texts: Texts, results: Found, country: Country, meant: Sequence[str] = ()) -> None:
        """``meant``: names of medicines that are close to what was typed."""
        super().__init__()
        self._texts, self._country = texts, country
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(label(self._counted(results), "strong", wrap=True))
        for name in meant:
            asked = WrapButton(texts("Did you mean {names}?", names=name), texts("In the list of interactions"))
            asked.clicked.connect(lambda _checked=False, name=name: self.name_chosen.emit(name))
            self._column.addWidget(asked)
        self._add_lines(results)
        passages = own_country_first(by_passage(results.hits), country)
        signs = 1 if results.sign_first else 0
        for hit in passages[:signs]:
            self._column.addWidget(self._item(hit))
        for page in results.pages:
            item = WrapButton(page.title, with_number(page.summary, country))
            item.clicked.connect(lambda _checked=False, code=page.code: self.page_chosen.emit(code))
            self._column.addWidget(item)
        for hit in passages[signs:_MOST_HITS]:
            self._column.addWidget(self._item(hit))
        if len(passages) > _MOST_HITS:
            more = texts("The first {n} are shown. Another word finds fewer.", n=_MOST_HITS)
            self._column.addWidget(quiet_label(more, wrap=True))
        self._column.addStretch(1)

    def _counted(self, results: Found) -> str:
        """The number of results; an empty or partial list says that this does not mean that something is safe."""
        texts = self._texts
        not_listed = texts("That something is not listed here does not mean that it is safe.")
        if not results:
            return f"{texts('Nothing was found for these words.')} {not_listed}"
        if results.some:
            return f"{texts('No sentence holds all of these words. These hold some of them.')} {not_listed}"
        return texts.plural("{n} passage found", "{n} passages found", len(by_passage(results.hits)))

    def _add_lines(self, results: Found) -> None:
        for line in results.lines:
            self._column.addWidget(LineCard(self._texts, line))
        missing = missing_lines(self._texts, self._country, results.kinds) if results.kinds else []
        for words in missing:
            self._column.addWidget(quiet_label(words, wrap=True))
        if results.lines or missing:
            self._column.addWidget(hairline())

    def _item(self, hit: Hit) -> WrapButton:
        item = WrapButton(
            with_number(hit.words, self._country),
            " · ".join(filter(None, (hit.page.title, with_number(hit.heading, self._country)))),
        )
        item.clicked.connect(lambda: self.hit_chosen.emit(hit))
        return item
