"""After a warning sign was saved: is this happening now, and what to do; the answer is kept with the rating."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from journal.core.entries import Answer
from journal.core.symptoms import MASKED
from journal.guidance.signs_in_words import ANSWERS, about_stopping, country_of, sentences
from journal.guidance.warning_signs import (
    Advice,
    Noted,
    advise,
    names_substance,
    question_of,
    sign_of,
    stopping,
    with_answer,
)
from journal.texts import Texts
from journal.texts.names import SYMPTOMS
from journal.ui.kit.buttons import button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import announce, clear_layout, label, quiet_label
from journal.ui.safety.numbers import CopyButton, EmergencyNumber, LineCard
from journal.ui.safety.signs import Said, said_of, until_help
from journal.ui.safety.sources_view import Behind

_CRISIS = "suicidal_thoughts"


class HappeningNow(QFrame):
    """A card that asks once and then helps; it stands beside what was saved and keeps nobody from anything.

    ``noted`` are warning signs; raises KeyError for any other code. ``own`` are the person's changes of whom to call,
    as the device file keeps them. ``answered`` gives the signs with the answer, to be saved; ``closed`` when it may go;
    ``emergency_wanted`` for all that is known. What is said depends on how long ago it was when it is shown.
    """

    answered = Signal(object)  # list of Noted
    closed = Signal()
    emergency_wanted = Signal()

    def __init__(
        self,
        texts: Texts,
        noted: Sequence[Noted],
        country: str | None,
        own: str,
        now_ms: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "caution")
        self._texts, self.noted, self._now_ms = texts, tuple(noted), now_ms
        self._country = country_of(country, own)
        self.codes = tuple(dict.fromkeys(each.code for each in noted))
        self.question, offered = question_of(self.codes)
        self.answers = {each: button(texts(ANSWERS[each]), self._answering(each)) for each in offered}
        self.given: Answer | None = None
        self._said: tuple[str, ...] = ()  # what is shown, to notice that it would be another text by now
        self._outdated = False  # whether what is shown is still that of another country
        self._kept: str | None = None  # the button in it that has the keyboard
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(16, 12, 16, 12)
        self._body.setSpacing(8)
        self._draw_question()

    @property
    def yes(self) -> QPushButton:
        """The first answer."""
        return self.answers[Answer.YES]

    def names(self) -> str:
        """What was saved, e.g. "Chest pain, Fainting"; what is masked elsewhere is not named here either."""
        return ", ".join(dict.fromkeys(self._name(code) for code in self.codes))

    def _name(self, code: str) -> str:
        return self._texts("Private rating" if code in MASKED else SYMPTOMS[code])

    def ask(self) -> None:
        """Put the keyboard on the question and let a screen reader hear it."""
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def ask_again(self) -> None:
        """The answer was taken back."""
        if self.given is not None:
            inside = self._has_keyboard()
            self.given = None
            self._draw_question()
            if inside:
                self.ask()

    def show_whom_to_call(self, country: str | None, own: str, focused: QWidget | None) -> None:
        """Another country or other lines: it is shown anew; what is ``focused`` in it keeps the keyboard."""
        self._country = country_of(country, own)
        self._outdated = True
        inside = focused is not None and self.isAncestorOf(focused)
        self._kept = focused.text() if inside and isinstance(focused, QPushButton) else None
        if self.isVisible():
            self._bring_up_to_date()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Not before: from behind another page it would take the keyboard out of that page.
        self._bring_up_to_date()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # --- the question ---

    def _draw_question(self) -> None:
        clear_layout(self._body)
        question = self._texts(self.question)
        self.answers = {each: button(self._texts(ANSWERS[each]), self._answering(each)) for each in self.answers}
        self._body.addWidget(label(question, "heading", wrap=True))
        self._body.addWidget(label(self.names(), wrap=True))
        self._body.addWidget(flowing(*self.answers.values()))
        for each in self._crisis_lines():
            self._body.addWidget(each)
        for made in self.answers.values():
            made.show()
        self.setAccessibleName(f"{question} {self.names()}")
        self.setFocusProxy(self.yes)
        self._said = ()

    def _answering(self, answer: Answer) -> Callable[[], None]:
        return lambda: self._answer(answer)

    # --- what to do ---

    def _answer(self, answer: Answer) -> None:
        self.given = answer
        self._draw_answer().setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join(self._said))
        self.answered.emit(with_answer(self.noted, answer))

    def advice(self) -> list[Advice]:
        """What there is to say now, the most urgent first."""
        answered = self.noted if self.given is None else with_answer(self.noted, self.given)
        found = advise(answered, self._now_ms())
        # "A doctor knows about this" is said once, whatever it was said of.
        return found[:1] if all(each.known for each in found) else found

    def _lines(self, shown: Sequence[Advice]) -> tuple[str, ...]:
        """In the order in which they are read."""
        texts = self._texts
        if self.given is Answer.NO:
            return (texts("Saved."), *(line for each in shown for line in sentences(texts, each, self._country)))
        lines = [texts("Call now")] if shown[0].urgency == "call" else []
        for each in shown:
            said = " ".join(sentences(texts, each, self._country))
            many = len(shown) > 1
            lines.append(f"{self._name(each.code)}: {said}" if many else said)
        return tuple(lines)

    def _draw_answer(self, named: str = "") -> QWidget:
        """Show what to do and Close; where the keyboard goes: the first button of this name, else the usual place."""
        clear_layout(self._body)
        shown = self.advice()
        self._said = self._lines(shown)
        answer, close = QWidget(), button(self._texts("Close"), self.closed.emit)
        inside = QVBoxLayout(answer)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for each in (*self._what_to_do(shown), flowing(close)):
            inside.addWidget(each)
        self._body.addWidget(answer)
        answer.show()  # at once: only what is shown can take the keyboard
        self.setFocusProxy(close)
        behind = answer.findChild(Behind)
        # Not on Close: a key that is pressed twice would take the help away.
        usual = answer.findChild(CopyButton) or (behind.turn if behind is not None else close)
        return next((each for each in answer.findChildren(QPushButton) if each.text() == named), usual)

    def _what_to_do(self, shown: Sequence[Advice]) -> list[QWidget]:
        urgent = shown[0].urgency == "call" and self.given is not Answer.NO
        first, *others = self._said
        made: list[QWidget] = [label(first, "heading" if urgent else "strong", wrap=True)]
        if urgent:
            made.append(self._panel())
        made += [label(each, wrap=True) for each in others]
        meanwhile = until_help(self.codes) if self._is_there() else None
        if meanwhile is not None:
            made.append(label(self._texts(meanwhile[0]), wrap=True))
        made += self._crisis_lines()
        made += [label(each, wrap=True) for each in about_stopping(self._texts, shown)]
        whys = [each.sign.why for each in shown if not each.known and not names_substance(each.sign.why)]
        made += [quiet_label(self._texts(each), wrap=True) for each in whys]
        if any("{number}" in text for each in shown for _, text in each.parts):
            made.append(flowing(button(self._texts("Emergency"), self.emergency_wanted.emit)))
        made.append(Behind(self._texts, self._behind(shown, meanwhile)))
        return made

    def _is_there(self) -> bool:
        return self.given in (Answer.YES, Answer.NOT_SURE)

    def _behind(self, shown: Sequence[Advice], meanwhile: Said | None) -> list[Said]:
        """The sentences with what they rest on."""
        told = [said_of(each.sign) for each in shown]
        told += [meanwhile] if meanwhile is not None else []
        said = stopping()
        if about_stopping(self._texts, shown):
            told.append((f"{said.others_of} {said.others}", said.others_sources))
        if any(each.sign.no_more and not each.known for each in shown):
            told.append((said.no_more, said.no_more_sources))
        return told

    def _bring_up_to_date(self) -> None:
        """Another country, or so much time that another text holds: what is shown is shown anew."""
        old_text = self.given is not None and self._lines(self.advice()) != self._said
        if not (self._outdated or old_text):
            return
        kept = self._kept
        if kept is None and self._has_keyboard() and isinstance(focused := self.window().focusWidget(), QPushButton):
            kept = focused.text()
        self._outdated, self._kept = False, None
        if self.given is None:
            self._draw_question()
            again: QWidget = next((each for each in self.answers.values() if each.text() == kept), self.yes)
        else:
            again = self._draw_answer(kept or "")
        if kept is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- pieces ---

    def _panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "emergency")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(EmergencyNumber(self._texts, self._country))
        return panel

    def _crisis_lines(self) -> list[QWidget]:
        """With thoughts of suicide, before and after any answer: the country's lines and the person's own people."""
        if not any(sign_of(code).code == _CRISIS for code in self.codes):
            return []
        lines = self._country.of_kind("crisis")
        shown: list[QWidget] = [] if lines else [label(self._no_crisis_line(), wrap=True)]
        return shown + [LineCard(self._texts, each) for each in (*lines, *self._country.of_kind("own"))]

    def _no_crisis_line(self) -> str:
        if any(each.kind == "crisis" for each in self._country.hidden):
            return self._texts("You have hidden the crisis line. Settings, Help lines shows it again.")
        return self._texts("There is no verified crisis line in this program.")
