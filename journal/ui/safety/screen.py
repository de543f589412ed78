"""Safety: the emergency first, then guidance in which every statement names its source."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from journal import guidance
from journal.guidance import Hit, Page, Statement
from journal.guidance.signs_in_words import country_of
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.event_loop import once_laid_out, once_painted
from journal.ui.kit.fields import Choice, line_edit
from journal.ui.kit.screen import Screen
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.widgets import Card, clear_layout, heading, label, quiet_label
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.banner import EmergencyBanner
from journal.ui.safety.page_view import PageView
from journal.ui.safety.sources_view import SourcesView

_LIST_WIDTH = 230
_MOST_HITS = 20
_SOURCES = "sources"  # among the codes of the pages


class SafetyScreen(Screen):
    """The pages at the left, the chosen one at the right; what is searched for takes its place."""

    country_chosen = Signal(str)

    def __init__(self, bridge: Bridge, country: str | None, own: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._texts, self._own = bridge, bridge.texts, own
        self.pages = guidance.pages()
        self._code = self.pages[0].code  # the page that is shown, or comes back after a search
        self._sources = guidance.sources()
        self.view: PageView | None = None
        self.banner = EmergencyBanner(self._texts, country, own)
        self.banner.looked_at.connect(lambda _code: self._show_lines_again())
        self.banner.country_chosen.connect(self.country_chosen)
        self.search = line_edit(self._texts("Search guidance"), self._texts("Search guidance…"), 100)
        self.search.textChanged.connect(self._search)
        self._reviewed = quiet_label("")
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        self._list, self.items = self._page_list()
        self.chooser = self._page_chooser()
        self._shown = Card(16, 8)
        self._lay_out()
        self._mark(self.pages[0].code)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The screen is there at once, its first page a moment later.
        once_painted(self, self._begin)

    # --- building ---

    def _page_list(self) -> tuple[Card, dict[str, WrapButton]]:
        card = Card(10, 2)
        items = {}
        for code, title in self._entries():
            item = items[code] = WrapButton(title)
            item.setProperty("code", code)
            item.make_one_of(self._group)
            item.again.connect(lambda code=code: self._choose(code))
            card.body.addWidget(item)
        card.body.addStretch(1)
        return card, items

    def _entries(self) -> list[tuple[str, str]]:
        pages = [(page.code, page.title) for page in self.pages]
        return [*pages, (_SOURCES, self._texts("Sources and help lines"))]

    def _page_chooser(self) -> Choice:
        made = Choice(self._texts("Page"), self._entries())
        made.activated.connect(lambda _number: self._choose(made.value()))
        made.hide()
        return made

    def _lay_out(self) -> None:
        inside = self._inside = QWidget()
        self.scroller = scrolling(inside)
        # Long pages hold few places for the keyboard to stop at: arrow keys scroll where it stands on the whole.
        self.scroller.setProperty("role", "reader")
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroller.setAccessibleName(self._texts("Guidance"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._header())
        body.addWidget(self.chooser)
        body.addWidget(self.scroller, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        beside = self._beside = SideBySide(780, 14)
        column.addWidget(self.banner)
        column.addWidget(beside, 1)
        beside.add(self._list, width=_LIST_WIDTH)
        beside.add(self._shown, 1)
        beside.turned.connect(self._fit)

    def _header(self) -> SideBySide:
        made = SideBySide(620, 8)
        made.add(flowing(heading(self._texts("Safety"), "title"), self._reviewed, spacing=12), 1)
        made.add(self.search, width=240)
        return made

    def _fit(self, narrow: bool) -> None:
        """Where there is no room beside the page, one field that stays above it holds the list."""
        self._list.setVisible(not narrow)
        self.chooser.setVisible(narrow)

    def _begin(self) -> None:
        if self.view is None:
            self._search(self.search.text())

    # --- what the window asks ---

    def shown(self) -> None:
        """The keyboard stays in the navigation: the page is read from there."""

    def keep_draft(self) -> None:
        """Nothing is typed here that is to be kept."""

    @property
    def busy(self) -> bool:
        """Nothing here takes long."""
        return False

    # --- pages ---

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        if self._beside.narrow:
            return self.chooser
        return self.items[self._code]

    def _toggled(self, item: QAbstractButton, on: bool) -> None:
        if on:
            self._choose(item.property("code"))

    def _choose(self, code: str) -> None:
        with QSignalBlocker(self.search):
            self.search.clear()
        self._show(code)
        if self._beside.narrow and self.view is not None:
            self.view.complete()  # less would be too low to be scrolled to its top
        once_laid_out(self, self._to_the_top)

    def _to_the_top(self) -> None:
        """Of the page, where the list stands above it."""
        bar = self.scroller.verticalScrollBar()
        bar.setValue(self._shown.mapTo(self._inside, QPoint()).y() if self._beside.narrow else 0)

    def show_page(self, code: str) -> PageView:
        """Show a page from its beginning. Raises KeyError for an unknown code."""
        page = next((shown for shown in self.pages if shown.code == code), None)
        if page is None:
            raise KeyError(code)
        self._mark(code)
        view = self.view = PageView(self._texts, page, self._sources, self._bridge.logbook.today())
        view.revealed.connect(self._bring_into_sight)
        self._show_state(page)
        self._replace(view)
        return view

    def show_sources(self) -> None:
        """Show every source, and the help lines of the chosen country."""
        self._mark(_SOURCES)
        self.view = None
        self._reviewed.setText(self._texts("every statement names its source"))
        self._replace(SourcesView(self._texts, self._sources, country_of(self.banner.chooser.value(), self._own)))

    def _show(self, code: str) -> None:
        if code == _SOURCES:
            self.show_sources()
        else:
            self.show_page(code)

    def _mark(self, code: str) -> None:
        """Check the page that is shown; Tab comes to it, and the arrow keys go on from there."""
        self._code = code
        self._check(code)
        self.chooser.set_value(code)

    def _check(self, code: str | None) -> None:
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)
            for name, item in self.items.items():
                item.setChecked(name == code)
                item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == self._code else Qt.FocusPolicy.ClickFocus)
            self._group.setExclusive(True)

    def _show_state(self, page: Page) -> None:
        day = self._texts.short_day(page.reviewed)
        self._reviewed.setText(self._texts("reviewed {day} · every statement names its source", day=day))

    def _replace(self, widget: QWidget) -> None:
        clear_layout(self._shown.body)
        self._shown.body.addWidget(widget)

    def _bring_into_sight(self, widget: QWidget) -> None:
        once_laid_out(widget, lambda: self.scroller.ensureWidgetVisible(widget, 0, 24))

    def show_whom_to_call(self, code: str | None, own: str) -> None:
        """Another country, or the person's changes of whom to call there, made elsewhere."""
        self._own = own
        self.banner.show_country(code, own)
        self._show_lines_again()

    def _show_lines_again(self) -> None:
        if self.items[_SOURCES].isChecked():
            self.show_sources()

    # --- search ---

    def _search(self, words: str) -> None:
        if not words.strip():
            if self.view is None:
                self._show(self._code)
            return
        hits = guidance.search(self.pages, words)
        self.view = None
        self._check(None)  # what was found is shown, and no page
        self._replace(self._found(hits))

    def _found(self, hits: list[Hit]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = self._texts.plural("{n} statement found", "{n} statements found", len(hits))
        column.addWidget(label(words if hits else self._nothing_found(), "strong", wrap=True))
        for hit in hits[:_MOST_HITS]:
            where = " · ".join(filter(None, (hit.page.title, hit.heading)))
            item = WrapButton(hit.statement.text, where)
            item.clicked.connect(lambda _checked=False, hit=hit: self._open(hit.page.code, hit.statement))
            column.addWidget(item)
        if len(hits) > _MOST_HITS:
            more = self._texts("The first {n} are shown. Another word finds fewer.", n=_MOST_HITS)
            column.addWidget(quiet_label(more, wrap=True))
        column.addStretch(1)
        return holder

    def _nothing_found(self) -> str:
        """Nobody may take an empty list for good news."""
        nothing = self._texts("Nothing was found for these words.")
        return f"{nothing} {self._texts('That something is not listed here does not mean that it is safe.')}"

    def _open(self, code: str, statement: Statement) -> None:
        with QSignalBlocker(self.search):
            self.search.clear()
        view = self.show_page(code)
        view.show()  # at once: only what is shown can take the keyboard
        view.reveal(statement)
