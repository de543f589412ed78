"""Safety: the emergency first, then guidance in which every statement names its source."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journal import guidance
from journal.core.changes import ChangeSet
from journal.core.preferences import paper_of
from journal.core.refusal import Refused
from journal.guidance import Hit, Page
from journal.guidance.emergency_lines import first_in_journal
from journal.guidance.groups import GROUPS
from journal.guidance.number_on_page import page_with_number, statement_with_number
from journal.guidance.own_list import check_journal
from journal.guidance.said_to_person import said_to_person
from journal.guidance.signs_in_words import country_of
from journal.texts.marked import marked
from journal.ui.entries.quiet_help import QuietHelp
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out, once_painted
from journal.ui.kit.fields import line_edit
from journal.ui.kit.layout_order import widgets_in
from journal.ui.kit.screen import Screen
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import Card, clear_layout, heading, quiet_label
from journal.ui.safety.add_question import AddQuestion
from journal.ui.safety.banner import EmergencyBanner
from journal.ui.safety.checked_view import CheckedView
from journal.ui.safety.looked_up import Looking
from journal.ui.safety.page_list import Group, PageChooser, PageList
from journal.ui.safety.page_view import PageView
from journal.ui.safety.register_view import RegisterView
from journal.ui.safety.results import Results
from journal.ui.safety.sources_view import SourcesView

_LIST_WIDTH = 230
# px at 100 %: narrower or lower than this, what stays above the page would leave too little of it, so the banner
# scrolls with it; and how low the page may become.
_ABOVE_PLACE = 12  # px
_NARROW, _LOW, _LOWEST_PAGE = 560, 420, 140
# Pages about hours in which someone to talk to may be needed.
_WITH_HELP = frozenset({"cutting-down", "dependence"})
# What is listed behind the pages of its group and is no page: its code, group and title.
_OTHERS = (
    ("my-list", "with-other-things", marked("My list, checked")),
    ("register", "facts", marked("Every statement and its sources")),
    ("sources", "facts", marked("Sources and help lines")),
)


class SafetyScreen(Screen):
    """The pages at the left, the chosen one at the right; what is searched for takes its place."""

    country_chosen = Signal(str)
    emergency_wanted = Signal()

    def __init__(self, bridge: Bridge, country: str | None, own: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._texts, self._country, self._own = bridge, bridge.texts, country, own
        self.pages = guidance.pages()
        self._code = self.pages[0].code  # what is shown, or comes back after a search
        self._searched = ""  # what was found for these words is shown
        self._stale = False  # something was written since what is shown was read
        self._sources = guidance.sources()
        self._others: dict[str, Callable[[], QWidget]] = {
            "my-list": self._list_view,
            "register": self._register_view,
            "sources": self._sources_view,
        }
        self.view: PageView | None = None
        self.banner = EmergencyBanner(self._texts, country, own)
        self.banner.all_wanted.connect(self.emergency_wanted)
        self.search = line_edit(self._texts("Search guidance"), self._texts("Search guidance…"), 100)
        self.search.textChanged.connect(self._search_soon)
        groups = self._groups()
        self.list, self.chooser = PageList(self._texts, groups), PageChooser(self._texts, groups)
        self.items = self.list.items
        self.chooser.hide()
        for choice in (self.list, self.chooser):
            choice.chosen.connect(self._choose)
        self._lay_out()
        self._mark(self._code)
        appearance().changed.connect(self._place_banner)
        bridge.changed.connect(self._journal_changed)

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self._list_shown() is not None:  # what was taken counts for some days: time changes it, too
            self._read_again()
        # The screen is there at once, its first page a moment later.
        once_painted(self, self._begin)

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_banner()

    # --- building ---

    def _groups(self) -> list[Group]:
        """The groups that have something in them."""
        every = [
            Group(
                self._texts(name),
                (
                    *((page.code, page.title) for page in self.pages if page.group == group),
                    *((code, self._texts(title)) for code, of, title in _OTHERS if of == group),
                ),
            )
            for group, name in GROUPS.items()
        ]
        return [group for group in every if group.entries]

    def _lay_out(self) -> None:
        self._above = QVBoxLayout()
        self._above.addWidget(self.banner)
        self._beside = SideBySide(780, 14)
        self._beside.add(self.list, width=_LIST_WIDTH)
        self._beside.add(self._reader(), 1, below=1, lowest=_LOWEST_PAGE)
        self._beside.turned.connect(self._fit)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._header())
        body.addLayout(self._above)
        body.addWidget(self.chooser)
        body.addWidget(self._beside, 1)

    def _header(self) -> SideBySide:
        every_source = quiet_label(self._texts("every statement names its source"))
        made = SideBySide(620, 8)
        made.add(flowing(heading(self._texts("Safety"), "title"), every_source, spacing=12), 1)
        made.add(self.search, width=260)
        return made

    def _reader(self) -> Card:
        """What is shown, which scrolls by itself: the list and the emergency stay where they are."""
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(18, 12, 18, 14)
        self._column.setSpacing(12)
        self._shown = QVBoxLayout()
        self._column.addLayout(self._shown)
        self._column.addStretch(1)  # what is short stands together at the top
        self.scroller = scrolling(self._inside)
        # Long pages hold few places for the keyboard to stop at: arrow keys scroll where it stands on the whole.
        self.scroller.setProperty("role", "reader")
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroller.setAccessibleName(self._texts("Guidance"))
        self.scroller.set_lowest(_LOWEST_PAGE)
        card = Card(2, 0)
        card.body.addWidget(self.scroller)
        return card

    def _fit(self, narrow: bool) -> None:
        """Where there is no room beside the page, one field that stays above it holds the list."""
        self.list.setVisible(not narrow)
        self.chooser.setVisible(narrow)

    def _place_banner(self) -> None:
        low = self.width() < theme().px(_NARROW) or self.height() < theme().px(_LOW)
        if low != self.is_low:
            if low:
                self._column.insertWidget(0, self.banner)
            else:
                self._above.addWidget(self.banner)

    @property
    def is_low(self) -> bool:
        """Whether the emergency scrolls together with the page, because there is little room for both."""
        return self._column.indexOf(self.banner) >= 0

    def _begin(self) -> None:
        if self.view is None and not widgets_in(self._shown):  # else something was asked for already
            self._search(self.search.text())

    # --- the journal as it is now ---

    def _journal_changed(self, step: ChangeSet) -> None:
        """What is seen is read again at once, else when it is seen; a question is asked here, and changes no answer."""
        if step.kinds == {"question"}:
            return
        if self.isVisible():
            self._read_again()
        else:
            self._stale = True

    def _list_shown(self) -> CheckedView | None:
        """The checked list, where it is shown and not what was searched for."""
        first = next(iter(widgets_in(self._shown)), None)
        is_list = self._code == "my-list" and not self._searched.strip()
        return first if is_list and isinstance(first, CheckedView) else None

    def _read_again(self) -> None:
        """The list, what was found beside it, or the page, from the journal as it is now."""
        self._stale = False
        shown = self._list_shown()
        if shown is not None:
            self._renew_list(shown)
        elif self._searched.strip():
            self._search(self._searched)
        elif self.view is not None and self.view.page != self._page_now(self.view.page.code):
            self._show(self._code)

    def _renew_list(self, shown: CheckedView) -> None:
        """Only the list: a question that is typed below it stays."""
        held = QApplication.focusWidget()
        had_keyboard = held is not None and shown.isAncestorOf(held)
        made = self._list_view()
        self._shown.replaceWidget(shown, made)
        shown.hide()
        shown.deleteLater()
        made.show()
        if had_keyboard:
            self.scroller.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_now(self, code: str) -> Page:
        page = next(page for page in self._said_to_them() if page.code == code)
        return page_with_number(page, country_of(self._country, self._own))

    # --- what the window asks ---

    def shown(self) -> None:
        """The keyboard stays in the navigation: the page is read from there."""

    def keep_draft(self) -> None:
        """Nothing to do: nothing typed here is kept."""

    @property
    def busy(self) -> bool:
        """False: nothing here takes long."""
        return False

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.chooser if self._beside.narrow else self.items[self._code]

    def show_whom_to_call(self, code: str | None, own: str) -> None:
        """Another country, or the person's changes of whom to call there, made elsewhere."""
        self._country, self._own = code, own
        self.banner.show_country(code, own)
        if self.view is not None or (self._code in self._others and not self.search.text().strip()):
            self._show(self._code)

    # --- pages ---

    def _choose(self, code: str) -> None:
        self._end_search()
        self._show(code)
        if self.is_low and self.view is not None:
            self.view.complete()  # less would be too low to be scrolled to its top
        once_laid_out(self, self._to_the_top)

    def _to_the_top(self) -> None:
        """Of what is shown, where the emergency stands above it."""
        widget = next(iter(widgets_in(self._shown)), None)
        place = widget.mapTo(self._inside, QPoint()).y() - _ABOVE_PLACE if self.is_low and widget is not None else 0
        self.scroller.verticalScrollBar().setValue(place)

    def show_list(self, about: str = "") -> None:
        """What the person takes, checked; the keyboard goes there. ``about``: as in ``CheckedView.place_of``."""
        self._go_to("my-list")
        view = next(iter(widgets_in(self._shown)), None)
        place = view.place_of(about) if isinstance(view, CheckedView) else None
        if place is not None:
            once_laid_out(place, lambda: self._begin_at(place))

    def _begin_at(self, widget: QWidget) -> None:
        self.scroller.verticalScrollBar().setValue(widget.mapTo(self._inside, QPoint()).y() - _ABOVE_PLACE)

    def open_page(self, code: str) -> None:
        """A page from its beginning; the keyboard goes there. Raises KeyError for an unknown code."""
        self._go_to(code)

    def show_page(self, code: str) -> PageView:
        """Show a page from its beginning. Raises KeyError for an unknown code."""
        places = {page.code: place for place, page in enumerate(self.pages)}
        place = places[code]
        following = self.pages[place + 1] if place + 1 < len(self.pages) else None
        self._mark(code)
        page = page_with_number(self._said_to_them()[place], country_of(self._country, self._own))
        view = self.view = PageView(
            self._texts, page, self._sources, self._bridge.logbook.today(), following,
            QuietHelp(self._bridge) if code in _WITH_HELP else None,
        )  # fmt: skip
        view.revealed.connect(self._bring_into_sight)
        view.next_wanted.connect(self._go_to)
        view.print_wanted.connect(lambda: self._print(view))
        self._replace(view, view.page.title)
        return view

    def _said_to_them(self) -> tuple[Page, ...]:
        """The pages as they speak to this person; as to anybody, where it cannot be read what was noted."""
        try:
            return said_to_person(self._bridge.logbook, self.pages, self._texts)
        except Refused as refused:
            if refused.code != "entries-damaged":
                raise
            self._bridge.tell_damage(refused)
            return tuple(self.pages)

    def _show(self, code: str) -> None:
        if code not in self._others:
            self.show_page(code)
            return
        self._mark(code)
        self.view = None
        self._replace(self._others[code](), self._texts("My list, checked") if code == "my-list" else "")

    def _list_view(self) -> QWidget:
        """What the person takes, against the list of interactions."""
        logbook, country = self._bridge.logbook, country_of(self._country, self._own)
        first = first_in_journal(self._texts, logbook, logbook.clock.now_ms(), country)
        with logbook.refusing_damage():  # what cannot be read may be taken all the same
            checked = check_journal(logbook)
        made = CheckedView(self._texts, checked, self._sources, country, first=first)
        self._follow(made)
        return made

    def _follow(self, made: CheckedView | Results) -> None:
        """Goes where it leads."""
        made.page_chosen.connect(self._go_to)
        if isinstance(made, CheckedView):
            made.revealed.connect(self._bring_into_sight)
            made.name_chosen.connect(self._put_right)
        else:
            made.name_chosen.connect(self.search.setText)
            made.hit_chosen.connect(self._open)

    def _sources_view(self) -> QWidget:
        """Every source, and the help lines of the chosen country."""
        made = SourcesView(self._texts, self._sources, country_of(self._country, self._own))
        made.country_chosen.connect(self.country_chosen)
        return made

    def _register_view(self) -> QWidget:
        """Every statement with its sources, as ``leaf-journal guidance`` prints them."""
        return RegisterView(self._texts, country_of(self._country, self._own), self._bridge.logbook.today())

    def _print(self, view: PageView) -> None:
        from journal.ui.safety.page_printing import PagePrinting
        from journal.ui.safety.printed_page import document_of

        book, country = self._bridge.logbook, country_of(self._country, self._own)
        document = document_of(self._texts, view.page, self._sources, country, book.today())
        paper = paper_of(book.preferences.paper, country.code)
        self.printing = PagePrinting(self._texts, document, view, paper, book.path, "safety-page.pdf")
        self.printing.start()

    def _go_to(self, code: str) -> None:
        """From the end of a page to the beginning of another; the keyboard goes along."""
        self._choose(code)
        self.scroller.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, code: str) -> None:
        self._code = code
        self.list.mark(code)
        self.chooser.set_value(code)

    def _replace(self, widget: QWidget, topic: str = "") -> None:
        """``topic``: what a question for the visit would be about; "": it is nothing to ask about."""
        clear_layout(self._shown)
        self._shown.addWidget(widget)
        if topic:
            self._shown.addWidget(AddQuestion(self._bridge, topic))

    def _bring_into_sight(self, widget: QWidget) -> None:
        once_laid_out(widget, lambda: self.scroller.ensureWidgetVisible(widget, 0, 24))

    # --- search ---

    def begin_find(self) -> bool:
        """The keyboard goes to the search; what stands there is replaced by what is typed."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def _search_soon(self) -> None:
        """Once the keys that were pressed meanwhile are there: each search builds all that it found."""
        if self.search.text().strip():
            once_painted(self, self._search_if_new)
        else:
            self._search("")

    def _search_if_new(self) -> None:
        words = self.search.text()
        if words != self._searched:
            self._search(words)

    def _search(self, words: str) -> None:
        self._searched = words
        if not words.strip():
            if self.view is None:
                self._show(self._code)
            return
        country, book = country_of(self._country, self._own), self._bridge.logbook
        answers = Looking(self._texts, self._said_to_them(), self._sources, country, book).answers(words)
        self.view = None
        self.list.mark(None)  # what was found is shown, and no page
        self._inside.setUpdatesEnabled(False)  # what was found would be painted before it has its places
        clear_layout(self._shown)
        for made in answers:
            self._follow(made)
            self._shown.addWidget(made)
        if isinstance(answers[0], CheckedView) and answers[0].knows_a_name:
            self._shown.insertWidget(1, AddQuestion(self._bridge, words.strip()))
        once_laid_out(self, self._show_found)

    def _end_search(self) -> None:
        with QSignalBlocker(self.search):
            self.search.clear()
        self._searched = ""

    def _show_found(self) -> None:
        self._inside.setUpdatesEnabled(True)
        if self.is_low:
            self._to_the_top()  # below the emergency no answer would be in sight

    def _put_right(self, given: str, meant: str) -> None:
        """A name that was meant takes the place of the one that was typed."""
        self.search.setText(self.search.text().replace(given, meant, 1))

    def _open(self, hit: Hit) -> None:
        self._end_search()
        view = self.show_page(hit.page.code)
        view.show()  # at once: only what is shown can take the keyboard
        view.reveal(statement_with_number(hit.statement, country_of(self._country, self._own)))
