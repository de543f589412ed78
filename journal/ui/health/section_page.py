"""One page of Health: its cards in two columns that scroll together, below each other where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.entries import Entry
from journal.core.kinds import KINDS
from journal.core.queries import EntryQuery
from journal.ui.health.conditions_card import ConditionsCard
from journal.ui.health.list_card import ListCard
from journal.ui.health.part import Part
from journal.ui.health.parts import Section
from journal.ui.health.substances_card import SubstancesCard
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import DETAILS_SHARE, SideBySide
from journal.ui.kit.theme import theme
from journal.ui.products.column import Column

if TYPE_CHECKING:
    from journal.ui.kit.form import Form

_RIGHT = 320  # px at 100 %
_ANY_HEIGHT = 16_777_215
_AROUND = 96  # px at 100 %, above and below a form in a card
_LATEST = 500  # entries of a kind that the Diary lists: enough for the last of each and a few before it

_CARDS: dict[str, type[ListCard]] = {"substance": SubstancesCard, "condition": ConditionsCard}


class SectionPage(QWidget):
    """Reads what its cards show when it is told to."""

    def __init__(self, bridge: Bridge, section: Section) -> None:
        super().__init__()
        self._bridge = bridge
        self.cards: dict[str, ListCard] = {}
        self._columns = [[part.code for part in parts] for parts in (section.left, section.right)]
        holder = Column()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 8)
        columns = SideBySide()
        columns.add(self._column(section.left), 1)
        columns.add(self._column(section.right), width=_RIGHT, share=DETAILS_SHARE)
        inside.addWidget(columns)
        inside.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        self.area = scrolling(holder)
        body.addWidget(self.area)

    def _column(self, parts: Sequence[Part]) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in parts:
            card = self.cards[part.code] = _CARDS.get(part.code, ListCard)(self._bridge, part)
            column.addWidget(card)
        column.addStretch(1)
        return made

    def room(self) -> int:
        """The height in pixels of a form that is seen as a whole."""
        return self.area.viewport().height() - theme().px(_AROUND)

    def make_room_for(self, code: str) -> None:
        """Show this card alone in its column, so that a form in it needs no scrolling; "": all of them."""
        for column in self._columns:
            for other in column:
                self.cards[other].setVisible(code not in column or other == code)

    @property
    def substances(self) -> SubstancesCard | None:
        """The card with the line to type in, if it is on this page."""
        card = self.cards.get("substance")
        return card if isinstance(card, SubstancesCard) else None

    def reload(self) -> None:
        """Read anew what the cards show."""
        for code, card in self.cards.items():
            card.show_entries(self.entries(code))

    def entries(self, code: str) -> Sequence[Entry]:
        """The entries of a kind; of one that the Diary lists the latest."""
        logbook = self._bridge.logbook
        if not KINDS[code].in_diary:
            return logbook.listed(KINDS[code].cls)
        return logbook.find(EntryQuery(kinds=(code,), limit=_LATEST))

    @property
    def home(self) -> QWidget:
        """Where entries are added most often."""
        return next(iter(self.cards.values())).home()

    def take_keyboard(self) -> None:
        """Put the keyboard there."""
        self.home.setFocus(Qt.FocusReason.OtherFocusReason)


def give_height(form: Form, room: int | None) -> None:
    """In a card all of it, or as much as the page shows at once: its foot stays in sight. Alone, what there is."""
    form.scroller.show_whole(room is not None)
    form.setMinimumHeight(0)
    form.setMaximumHeight(_ANY_HEIGHT)
    layout = form.layout()
    if room is not None and layout is not None and layout.totalHeightForWidth(form.width()) > room:
        form.scroller.show_whole(False)
        form.setFixedHeight(room)
