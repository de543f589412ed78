"""After warning signs were saved: is this happening now, and what to do; each is answered and closed for itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from journal.core.entries import Contact, Rating
from journal.guidance.around_signs import ALONE, Around
from journal.guidance.signs_in_words import country_of
from journal.guidance.warning_signs import Noted
from journal.texts import Texts
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.push_button import EnterButton
from journal.ui.kit.whole_in_sight import bring_whole_into_sight
from journal.ui.kit.widgets import announce, hairline
from journal.ui.safety.one_sign import OneSign


class HappeningNow(QFrame):
    """A card with a part for each sign, the most urgent first; it keeps nobody from anything.

    ``noted`` are warning signs; raises KeyError for any other code. ``own`` are the person's changes of whom to call,
    as the device file keeps them; ``people`` reads whom they wrote down to call, ``joined`` the ids of ratings beside
    which another symptom makes the sign more urgent, ``around`` what else does. ``answered`` gives a sign with its
    answer, to be saved; ``done_with`` the ratings that need not come back; ``turned_to`` the part where the keyboard
    went; ``closed`` comes when the person closed the last one; ``emergency_wanted`` for all that is known.
    """

    answered = Signal(object)  # Noted
    done_with = Signal(object)  # list of ids
    turned_to = Signal(object)  # OneSign
    closed = Signal()
    emergency_wanted = Signal()
    country_chosen = Signal(str)

    def __init__(
        self,
        texts: Texts,
        noted: Sequence[Noted],
        country: str | None,
        own: str,
        now_ms: Callable[[], int],
        parent: QWidget | None = None,
        people: Callable[[], Sequence[Contact]] = tuple,
        joined: Callable[[], Collection[str]] = tuple,
        around: Callable[[], Around] = Around,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "caution")
        self._texts, self._now_ms, self._people, self._joined = texts, now_ms, people, joined
        self._around = around
        self._country = country_of(country, own)
        self.parts: list[OneSign] = []
        self._outdated = False  # whether what is shown is still that of another country
        self._kept: tuple[OneSign, str] | None = None  # the button in it that has the keyboard
        self._lines: list[QWidget] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(16, 12, 16, 12)
        self._body.setSpacing(8)
        self.add(noted)

    def add(self, noted: Iterable[Noted]) -> None:
        """Ask about these too; what is there of the same ratings is asked anew."""
        new = {rated.rating.id: rated for rated in noted}
        self._take_out([part for part in self.parts if part.noted.rating.id in new])
        self.parts += [self._part(sign) for sign in new.values()]
        self._draw()

    def bring_back(self, noted: Iterable[Noted]) -> None:
        """Show these as they were left: as a question, or with the advice to what was answered."""
        for sign in noted:
            part = self._part(sign)
            part.show_stored()
            self.parts.append(part)
        self._draw()

    def part_of(self, rating_id: str) -> OneSign | None:
        """The part about this rating."""
        return next((part for part in self.parts if part.noted.rating.id == rating_id), None)

    def bring_into_sight(self, part: OneSign) -> None:
        """Scroll so that the card is seen down to this part, or the part from its heading on."""
        lines = [line for one in self.parts for line in one.lines()]
        bring_whole_into_sight(part, [self, *self.parts], lines)

    def ask(self, noted: Sequence[Noted] = ()) -> OneSign:
        """Put the keyboard on the most urgent question, of these if there are any, and let a screen reader hear it."""
        meant = {sign.rating.id for sign in noted}
        asked = next((part for part in self.parts if part.noted.rating.id in meant), self.parts[0])
        asked.first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, asked.spoken())
        return asked

    def ask_once_more(self, part: OneSign) -> None:
        """A question came back by itself: the Enter key that unlocked the journal must not also answer it."""
        _take_keyboard(part.first)
        announce(self, part.spoken())

    def follow(self, ratings: Mapping[str, Rating]) -> None:
        """The journal changed: ratings that are gone are asked about no more, and each part shows its stored answer.

        Whatever else was written down, what is there stays: only the person closes advice.
        """
        self._see_what_joins()
        gone = [old for old in self.parts if not _stands(ratings.get(old.noted.rating.id))]
        other = []  # parts with another answer than before, or with none any more
        for part in self.parts:
            now = ratings.get(part.noted.rating.id)
            if part in gone or now is None:
                continue
            if part.take_over(now):
                other.append(part)
        inside = self._keyboard(self.window().focusWidget()) is not None
        self._take_out(gone)
        if self.parts and (gone or other or any(shown.outdated for shown in self.parts)):
            self._draw()
            if inside and other:
                other[0].first.setFocus(Qt.FocusReason.OtherFocusReason)
                self.turned_to.emit(other[0])

    def show_whom_to_call(self, country: str | None, own: str, focused: QWidget | None) -> None:
        """Another country or other lines: it is shown anew; what is ``focused`` in it keeps the keyboard."""
        self._country = country_of(country, own)
        self._outdated = True
        self._kept = self._keyboard(focused)
        if self.isVisible():
            self._bring_up_to_date()

    @called_by_qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only if visible: hidden behind another page it would take the keyboard from that page.
        self._bring_up_to_date()

    def time_passed(self) -> None:
        """Update the day in titles ("today", "yesterday") and the advice, which depends on how long ago it was."""
        if self.isVisible():
            self._bring_up_to_date()

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            asked = self._keyboard(self.window().focusWidget())
            self._close(asked[0] if asked is not None else self.parts[0])
        else:
            super().keyPressEvent(event)

    # --- parts ---

    def _part(self, noted: Noted) -> OneSign:
        part = OneSign(self._texts, noted, self._now_ms, self._people)
        part.answered.connect(lambda answered: self._answer(part, answered))
        part.asked_again.connect(lambda: self._ask_again(part))
        part.closed.connect(lambda: self._close(part))
        part.emergency_wanted.connect(self.emergency_wanted)
        part.country_chosen.connect(self.country_chosen)
        return part

    def _answer(self, part: OneSign, answered: Noted) -> None:
        self._draw()
        part.first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, part.spoken())
        self.turned_to.emit(part)
        self.answered.emit(answered)

    def _ask_again(self, part: OneSign) -> None:
        part.ask_again()
        self._draw()
        _take_keyboard(part.first)
        announce(self, part.spoken())
        self.turned_to.emit(part)

    def _close(self, part: OneSign) -> None:
        after = self.parts[self.parts.index(part) + 1 :] + self.parts
        self._take_out([part])
        self.done_with.emit([part.noted.rating.id])
        if not self.parts:
            self.closed.emit()
            return
        self._draw()
        following = next(other for other in after if other is not part)
        _take_keyboard(following.first)
        self.turned_to.emit(following)

    def _take_out(self, gone: Iterable[OneSign]) -> None:
        for part in gone:
            self.parts.remove(part)
            self._body.removeWidget(part)
            part.hide()
            part.deleteLater()

    # --- showing ---

    def _draw(self) -> None:
        """Show every part anew, in order; what several of them would say is said by the first."""
        for line in self._lines:
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, once = [], set[str]()
        self._see_what_joins()
        self.parts.sort(key=OneSign.place)
        advised = [part.advice() for part in self.parts]
        for number, part in enumerate(self.parts):
            part.beside, part.count = advised, (number + 1, len(advised))
            if number:
                self._lines.append(hairline())
                self._body.addWidget(self._lines[-1])
            self._body.addWidget(part)  # also what has its place already: it moves
            part.show_for(self._country, once)
        for widget in (*self._lines, *self.parts):
            widget.show()
        if self.parts:
            self.setAccessibleName(", ".join(one.title() for one in self.parts))
            self.setFocusProxy(self.parts[0].first)

    def _see_what_joins(self) -> None:
        joined, around = (self._joined(), self._around()) if self.parts else ((), ALONE)
        for part in self.parts:
            part.joined, part.around = part.noted.rating.id in joined, around

    def _bring_up_to_date(self) -> None:
        """Another country, or so much time that another text holds: what is shown is shown anew."""
        if not (self._outdated or any(part.outdated for part in self.parts)):
            return
        kept = self._kept or self._keyboard(self.window().focusWidget())
        self._outdated, self._kept = False, None
        self._draw()
        if kept is not None and kept[0] in self.parts:
            kept[0].button_named(kept[1]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _keyboard(self, focused: QWidget | None) -> tuple[OneSign, str] | None:
        """The part that has the keyboard, and the name of its button that has it."""
        if focused is None:
            return None
        name = focused.text() if isinstance(focused, QPushButton) else ""
        return next(((part, name) for part in self.parts if part.isAncestorOf(focused)), None)


def _stands(rating: Rating | None) -> bool:
    return rating is not None and rating.deleted_ms is None and rating.value != 0


def _take_keyboard(where: QPushButton) -> None:
    """After a key closed something: pressed twice it must not press this, too."""
    if isinstance(where, EnterButton):
        where.take_keyboard()
    else:
        where.setFocus(Qt.FocusReason.OtherFocusReason)
