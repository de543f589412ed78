"""Health: three pages of cards, each with a list that is added to, changed and ended in its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Draft, Entry, Substance, kind_of
from journal.ui.entries.entry_form import EntryForm
from journal.ui.health.list_card import ListCard
from journal.ui.health.new_amount import fill_amount
from journal.ui.health.part import DRAFTS
from journal.ui.health.parts import CONCERNS, PARTS, SECTIONS, Section, section_of
from journal.ui.health.section_page import SectionPage, give_height
from journal.ui.health.substance_line import SUBSTANCE_DRAFT
from journal.ui.health.substances_card import SubstancesCard
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.event_loop import once_laid_out, once_painted
from journal.ui.kit.form_host import FormHost
from journal.ui.kit.left_form import LeftForm
from journal.ui.kit.one_scroll_bar import OneScrollBar, is_seen_at_top
from journal.ui.kit.pages import Pages
from journal.ui.kit.screen import ScreenOfSections
from journal.ui.kit.scroll_area import ScrollArea
from journal.ui.kit.side_by_side import BESIDE_FROM, SideBySide, flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.theme import appearance, theme
from journal.ui.kit.widgets import Card, label

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet

_BUTTON_BESIDE_FROM = 620  # px at 100 %
_ROOMY = 640  # px at 100 %: a form stands in its card where the screen is at least so high


class HealthScreen(ScreenOfSections):
    """A form opens in its card; where the window is narrow or low it has the screen for itself.

    ``check_wanted`` when the list is to be held against the interactions, with what it is to begin at or "".
    """

    check_wanted = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._texts = bridge, bridge.texts
        self._pages: dict[str, SectionPage] = {}
        self._stale: set[str] = set()
        self._form_code = self._changed_id = ""
        self._drafts_wait = True
        self._form_slot = QWidget(self)
        self._form_slot.hide()
        slot = QVBoxLayout(self._form_slot)
        slot.setContentsMargins(0, 8, 0, 8)
        makers = {part.draft_key: partial(self._empty_form, code) for code, part in PARTS.items()}
        self.host = FormHost(bridge, slot, makers, self)
        self._arrange()
        bridge.changed.connect(self._journal_changed)
        self.host.opened.connect(self._form_opened)
        self.host.closed.connect(self._form_gone)
        appearance().changed.connect(self._place_form)

    def _arrange(self) -> None:
        texts = self._texts
        self.sections = ChipRow(texts("Parts of Health"), [(section.key, texts(section.name)) for section in SECTIONS])
        self.sections.set_value(SECTIONS[0].key)
        self.sections.changed.connect(lambda _key: self._show_section())
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        words = texts("What a clinician or pharmacist asks about. All of it is optional.")
        self.check_list = button(texts("Check my list"), lambda: self.check_wanted.emit(""))
        self.check_list.setAccessibleDescription(texts("My list, checked"))
        head.addWidget(flowing(label(texts("Health"), "title"), label(words, "quiet"), spacing=12))
        line = SideBySide(_BUTTON_BESIDE_FROM, 8)
        line.add(self.sections, 1)
        line.add(flowing(self.check_list))
        head.addWidget(line)
        self._alone = Card()
        self._alone.hide()
        self._shown = Pages()
        self._scrolled = OneScrollBar(self, (self._head,), self._area)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self._head)
        body.addWidget(self._shown, 1)
        body.addWidget(self._alone, 1)

    def _area(self) -> ScrollArea | None:
        """What scrolls the cards of the chosen page, once they were made."""
        page = self._pages.get(self.section.key)
        return None if page is None else page.area

    # --- pages ---

    @property
    def section(self) -> Section:
        """The page that is chosen."""
        return next(section for section in SECTIONS if section.key == self.sections.value())

    @property
    def page(self) -> SectionPage:
        """The cards of the chosen page; made when it is seen first."""
        section = self.section
        if section.key not in self._pages:
            page = self._pages[section.key] = SectionPage(self._bridge, section)
            for card in page.cards.values():
                self._follow(card)
            page.reload()  # before it is shown: filled in sight it would be laid out again for each card
            self._shown.addWidget(page)
        return self._pages[section.key]

    def card(self, code: str) -> ListCard:
        """The card of a kind, its page chosen."""
        key = section_of(code).key
        if self.sections.value() != key:
            self.sections.set_value(key)
            self._show_section()
        return self.page.cards[code]

    def _follow(self, card: ListCard) -> None:
        code = card.part.code
        card.add_wanted.connect(partial(self.add, code))
        card.change_wanted.connect(self.change)
        card.why_wanted.connect(self.check_wanted)
        if isinstance(card, SubstancesCard):
            card.same_wanted.connect(self._change_same)
            card.line.left.connect(self._offer_line)

    def _offer_line(self, typed: Draft) -> None:
        """The line was cleared with something typed in it."""
        self._bridge.form_left.emit(LeftForm(self, typed))

    def bring_back(self, typed: Draft) -> bool:
        if typed.form != SUBSTANCE_DRAFT:
            return super().bring_back(typed)
        card = self.card("substance")
        return isinstance(card, SubstancesCard) and card.bring_back(typed)

    def _show_section(self) -> None:
        page = self.page
        self._shown.setCurrentWidget(page)
        self._scrolled.fit()
        self._place_form()
        if self.isVisible():
            self._catch_up()

    # --- loading ---

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        once_painted(self, self._catch_up)  # after the screen itself is on the display

    def _catch_up(self) -> None:
        page = self.page
        self._shown.setCurrentWidget(page)
        self._scrolled.begin()
        if self.section.key in self._stale:
            self._stale.discard(self.section.key)
            page.reload()
        if self._drafts_wait and self._bridge.can_write:
            self._drafts_wait = False
            if page.substances is not None:
                page.substances.restore_draft()
            self.host.restore_newest()

    def shown(self) -> None:
        """The person came to this screen: the keyboard goes to the open form, else where one adds most often."""
        once_painted(self, self._come_in)

    def _come_in(self) -> None:
        self._catch_up()
        if self.host.form is not None:
            self.host.focus()
        else:
            once_laid_out(self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        """Where one adds most often, if that is in sight: a low window opens at its top and not below a long list."""
        if self.host.form is not None:
            return
        if is_seen_at_top(self.page.home):
            self.page.take_keyboard()
        else:
            self.sections.focus()

    def keep_draft(self) -> None:
        """Write down what is typed and not saved."""
        self.host.keep_draft()
        for page in self._pages.values():
            if page.substances is not None:
                page.substances.line.keep_draft()

    @property
    def busy(self) -> bool:
        """False: nothing here takes long."""
        return False

    def _journal_changed(self, change: ChangeSet) -> None:
        if not change.kinds & CONCERNS:
            return
        self._stale |= set(self._pages)
        if self.isVisible():
            self._catch_up()

    # --- what can be done ---

    def add(self, code: str) -> None:
        """Open the empty form of a kind, or that of the only entry."""
        card = self.card(code)
        only = next(iter(self.page.entries(code)), None) if card.part.only_one else None
        if only is not None:
            self.change(only)
        else:
            self._open(code, lambda form: form.open_new())

    def change(self, entry: Entry, fill: Callable[[EntryForm], object] = lambda _form: None) -> None:
        """Open the form of an entry; ``fill`` puts what was typed elsewhere into it."""

        def show(form: EntryForm) -> None:
            form.edit_entries([entry])
            fill(form)

        self._open(kind_of(entry), show, entry.id)

    def _change_same(self, entry: Substance, typed: Substance) -> None:
        """Open the form of a medicine that is on the list already, with the amount that was typed for it."""
        self.change(entry, lambda form: fill_amount(form, entry, typed))

    def _open(self, code: str, show: Callable[[EntryForm], object], changed_id: str = "") -> None:
        if not self.host.free():
            if self.host.form is not None:
                self.card(self._form_code)  # the form is open there already, to be saved or cancelled
                self.host.focus()
            return
        self.card(code).message.dismiss()
        self._changed_id = changed_id
        form = self._empty_form(code)
        show(form)
        self.host.open(form)

    def _empty_form(self, code: str) -> EntryForm:
        part = PARTS[code]
        return part.kind.form(self._bridge, part.draft_key)

    # --- the open form ---

    @property
    def form(self) -> EntryForm | None:
        """The form that is open."""
        form = self.host.form
        assert form is None or isinstance(form, EntryForm)
        return form

    def _form_opened(self) -> None:
        assert self.host.form is not None
        self._form_code = self.host.form.draft_key.removeprefix(DRAFTS)
        self.card(self._form_code)
        self._place_form()
        once_laid_out(self.host.form, self._show_form)

    def _show_form(self) -> None:
        """Scroll to the whole form; to the field with the keyboard if the form is taller than the screen."""
        if self.host.form is not None:
            self._place_form()  # only now is its width known, and with it its height
            once_laid_out(self.host.form, lambda: bring_into_sight(self._form_slot))

    def _form_gone(self) -> None:
        self._pages[section_of(self._form_code).key].make_room_for("")
        self._place_form()
        self.card(self._form_code).focus_entry(self._changed_id)

    @called_by_qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_form()

    def _place_form(self) -> None:
        """In its card, or alone where that would leave it too little room. The keyboard stays where it is in it."""
        form, slot = self.host.form, self._form_slot
        focused = self.window().focusWidget()
        inside = focused is not None and slot.isAncestorOf(focused)
        alone = form is not None and (
            self.width() < theme().px(BESIDE_FROM) or self._scrolled.seen_height() < theme().px(_ROOMY)
        )
        if form is not None:
            # Not by ``card``: while a form is open another page may be looked at.
            page = self._pages[section_of(self._form_code).key]
            place = self._alone.body if alone else page.cards[self._form_code].form_place
            if place.indexOf(slot) < 0:
                place.addWidget(slot)
            page.make_room_for(self._form_code)
            give_height(form, None if alone else page.room())
        slot.setVisible(form is not None)
        for part in (self._head, self._shown):
            part.setVisible(not alone)
        self._alone.setVisible(alone)
        if inside and focused is not None and form is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
