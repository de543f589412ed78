"""After a warning symptom was saved: is this happening now, and whom to call."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from journal.texts import Texts
from journal.texts.names import SYMPTOMS
from journal.ui.kit.buttons import button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import announce, clear_layout, label
from journal.ui.safety.numbers import CopyButton, EmergencyNumber, LineCard, country_of, has_digits
from journal.ui.safety.signs import said_of, sign_of, until_help
from journal.ui.safety.sources_view import Behind

_CRISIS = "suicidal_thoughts"


class HappeningNow(QFrame):
    """A card that asks once and then helps; it stands beside what was saved and keeps nobody from anything.

    ``symptoms`` are codes of warning symptoms. Raises KeyError for any other code. ``own`` are the person's changes of
    whom to call, as the device file keeps them. ``closed`` when it may go; ``emergency_wanted`` for all that is known.
    """

    closed = Signal()
    emergency_wanted = Signal()

    def __init__(
        self,
        texts: Texts,
        symptoms: Sequence[str],
        country: str | None,
        own: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "caution")
        self._texts, self._symptoms, self._country = texts, tuple(symptoms), country_of(country, own)
        self._signs = tuple(dict.fromkeys(sign_of(code) for code in symptoms))
        self.urgent = any(each.urgency == "now" for each in self._signs)
        self.yes = button(texts("Yes"), self._help)
        self.not_now = button(texts("Not now"), self._later)
        self._shown: Callable[[], list[QWidget]] | None = None  # the answer; None while it asks
        self._outdated = False  # whether the answer is still that of another country
        self._kept: str | None = None  # the button in it that has the keyboard
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(16, 12, 16, 12)
        self._body.setSpacing(8)
        self._body.addWidget(label(texts("Is this happening now?"), "heading", wrap=True))
        self._body.addWidget(label(self.names(), wrap=True))
        self._body.addWidget(flowing(self.yes, self.not_now))
        self.setAccessibleName(f"{texts('Is this happening now?')} {self.names()}")
        self.setFocusProxy(self.yes)

    def names(self) -> str:
        """What was saved, e.g. "Chest pain, Fainting"."""
        return ", ".join(self._texts(SYMPTOMS[code]) for code in self._symptoms)

    def ask(self) -> None:
        """Put the keyboard on the question and let a screen reader hear it."""
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def show_whom_to_call(self, country: str | None, own: str, focused: QWidget | None) -> None:
        """Another country or other lines: an answer is shown anew; what is ``focused`` in it keeps the keyboard."""
        self._country = country_of(country, own)
        self._outdated = self._shown is not None
        inside = focused is not None and self.isAncestorOf(focused)
        self._kept = focused.text() if inside and isinstance(focused, QPushButton) else None
        if self.isVisible():
            self._bring_up_to_date()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Not before: from behind another page it would take the keyboard out of that page.
        self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        if not self._outdated or self._shown is None:
            return
        self._outdated = False
        again = self._draw(self._shown(), self._kept or "")
        if self._kept is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # --- answers ---

    def _help(self) -> None:
        said = self._what_to_do()
        self._answer(self._whom_to_call)
        announce(self, f"{said}. {self._texts(self._country.emergency)}" if self.urgent else said)

    def _what_to_do(self) -> str:
        return self._texts("Call now") if self.urgent else self._texts("Call a doctor today")

    def _whom_to_call(self) -> list[QWidget]:
        shown: list[QWidget] = [label(self._what_to_do(), "heading", wrap=True)]
        if self.urgent:
            shown.append(self._panel())
        if _CRISIS in self._symptoms:
            shown += self._crisis_lines()
        shown += [
            label(self._texts(each.advice, number=self._number()), wrap=True) for each in self._signs if each.advice
        ]
        meanwhile = until_help(self._symptoms) if self.urgent else None
        if meanwhile is not None:
            shown.append(label(self._texts(meanwhile[0]), wrap=True))
        if self.urgent:
            shown.append(flowing(button(self._texts("Emergency"), self.emergency_wanted.emit)))
        behind = [said_of(each) for each in self._signs]
        shown.append(Behind(self._texts, [*behind, meanwhile] if meanwhile else behind))
        return shown

    def _later(self) -> None:
        self._answer(lambda: [label(self._if_it_returns(), wrap=True)])
        announce(self, self._if_it_returns())

    def _if_it_returns(self) -> str:
        if not self.urgent:
            return self._texts("It is saved. If it comes back, call a doctor the same day.")
        return self._texts("It is saved. If it comes back, call {number}.", number=self._number())

    def _number(self) -> str:
        known = has_digits(self._country)
        return self._country.emergency if known else self._texts("your local emergency number")

    def _answer(self, shown: Callable[[], list[QWidget]]) -> None:
        """The answer takes the question's place."""
        self._shown = shown
        self._draw(shown()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, shown: Sequence[QWidget], named: str = "") -> QWidget:
        """Show this and Close; where the keyboard goes: the first button of this name, else the usual place."""
        clear_layout(self._body)
        answer, close = QWidget(), button(self._texts("Close"), self.closed.emit)
        inside = QVBoxLayout(answer)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for each in (*shown, flowing(close)):
            inside.addWidget(each)
        self._body.addWidget(answer)
        answer.show()  # at once: only what is shown can take the keyboard
        self.setFocusProxy(close)
        # Not on Close: a key that is pressed twice would take the help away.
        usual = answer.findChild(CopyButton) or close
        return next((each for each in answer.findChildren(QPushButton) if each.text() == named), usual)

    def _panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "emergency")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(EmergencyNumber(self._texts, self._country))
        return panel

    def _crisis_lines(self) -> list[QWidget]:
        """The country's lines for such thoughts, and those of the person's own: a friend, a doctor."""
        lines = self._country.of_kind("crisis")
        shown: list[QWidget] = [] if lines else [label(self._no_crisis_line(), wrap=True)]
        return shown + [LineCard(self._texts, each) for each in (*lines, *self._country.of_kind("own"))]

    def _no_crisis_line(self) -> str:
        if any(each.kind == "crisis" for each in self._country.hidden):
            return self._texts("You have hidden the crisis line. Settings, Help lines shows it again.")
        return self._texts("There is no verified crisis line in this program.")
