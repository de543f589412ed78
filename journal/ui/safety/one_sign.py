"""One warning sign in the card on Today: which entry is meant, whether it is happening now, and then what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from journal.core.entries import Answer, Contact, Rating
from journal.core.symptoms import MASKED
from journal.guidance.around_signs import ALONE, as_urgent_for
from journal.guidance.help_lines import Country
from journal.guidance.signs_in_words import (
    ANSWERS,
    about_stopping,
    beside_what_is_there,
    filled,
    others_to_stop,
    sentences,
    titled,
    to_do_at_once,
    when_noted,
    without_crisis_line,
)
from journal.guidance.warning_signs import (
    IF_NOW,
    Advice,
    Noted,
    Urgency,
    advice,
    names_substance,
    place_of,
    question_of,
    stopping,
    with_answer,
)
from journal.texts import Texts
from journal.texts.names import SYMPTOMS
from journal.ui.entries.ask_country import AskCountry
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.layout_order import widgets_in
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import announce, clear_layout, label, quiet_label
from journal.ui.safety.numbers import CopyButton, EmergencyNumber, LineCard, LineToCall
from journal.ui.safety.own_people import PersonRow
from journal.ui.safety.signs import SourcedSentence, named_sign, until_help
from journal.ui.safety.sources_view import Behind

_CRISIS = "suicidal_thoughts"
# Advice of these stays until the person closes it; the text of "depends" says when to call. A crisis line stays, too.
_STAYS: tuple[Urgency, ...] = ("call", "department", "depends")


class OneSign(QWidget):
    """Asks once and then helps. ``given`` is the answer; what is said depends on how long ago it was when it is shown.

    Raises KeyError for a code that is no warning sign. ``answered`` comes with the sign and its answer, to be saved,
    ``asked_again`` when the person wants to answer anew, ``closed`` when they are done with it, ``country_chosen`` with
    the code of the country that they are in. ``people`` reads whom the person wrote down to call.
    """

    answered = Signal(object)  # Noted
    asked_again = Signal()
    closed = Signal()
    emergency_wanted = Signal()
    country_chosen = Signal(str)

    def __init__(
        self, texts: Texts, noted: Noted, now_ms: Callable[[], int], people: Callable[[], Sequence[Contact]] = tuple
    ) -> None:
        super().__init__()
        self._texts, self._now_ms, self._people = texts, now_ms, people
        self.noted, self.saved = noted, False
        self.given: Answer | None = None
        self._opened = False  # whether a masked rating is named
        self._opener: QPushButton | None = None
        self.joined = False  # whether another symptom makes it more urgent, which answers its question
        self.around = ALONE  # what else makes it more urgent
        self.beside: Sequence[Advice] = ()  # what stands in the same card
        self.count = (1, 1)  # which one of how many it is there
        self.question, self._offered = question_of(noted.code)
        self.answers: dict[Answer, QPushButton] = {}
        self.first: QPushButton  # where the keyboard goes
        self._drawn: tuple[str, ...] = ()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)

    # --- how urgent it is ---

    def advice(self) -> Advice:
        """The advice that applies now; before an answer, as if it were happening."""
        now_ms = self._now_ms()
        age_ms = now_ms - self.noted.rating.at.utc_ms
        advised = advice(self.noted.code, self.given or Answer.NOT_SURE, age_ms, self.joined)
        return as_urgent_for(advised, self.noted, self.around, now_ms)

    @property
    def _asks(self) -> bool:
        """Whether its question is shown; not one of its own that what was written down with it has answered."""
        return self.given is None and not (self.joined and self.advice().sign.asked_yes is not None)

    def place(self) -> tuple[int, int, int]:
        """The most urgent first; of equally urgent ones in the order of the table, and the newest of one sign."""
        return *place_of(self.advice()), -self.noted.rating.at.utc_ms

    @property
    def may_go(self) -> bool:
        """Whether it is answered, and the answer is nothing to act on at once."""
        done = self.given is Answer.NO and not self.joined
        stays = self.noted.code == _CRISIS or self.advice().urgency in _STAYS
        return done or (self.given is not None and not stays)

    @property
    def outdated(self) -> bool:
        """Whether another text would be shown by now."""
        return self._words() != self._drawn

    def title(self) -> str:
        """Which entry is meant, e.g. "Chest pain, today 15:24"."""
        return titled(self._texts, self.noted, self._now_ms())

    def heading(self) -> str:
        """The title; in a card with several, which one it is: others may stand out of sight."""
        number, of = self.count
        title = self._opened_title() if self._opened else self.title()
        return title if of == 1 else self._texts("{sign} ({n} of {all})", sign=title, n=number, all=of)

    def _opened_title(self) -> str:
        texts, now_ms = self._texts, self._now_ms()
        when = when_noted(texts, self.noted.rating.at, now_ms)
        return texts("{sign}, {when}", sign=texts(SYMPTOMS[self.noted.code]), when=when)

    def _opening(self) -> list[QPushButton]:
        """A masked rating is named where the person asks which one is meant, until the card is out of sight."""
        if self.noted.code not in MASKED:
            return []
        self._opener = button(self._texts("Show which rating"), lambda: self._open(True))
        self._opener.setAccessibleName(self._texts("{action}, {sign}", action=self._opener.text(), sign=self.title()))
        return [self._opener]

    def _open(self, opened: bool) -> None:
        self._opened = opened
        self._heading.setText(self.heading())
        if opened:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.heading())
        if self._opener is not None:
            self._opener.setVisible(not opened)

    @called_by_qt
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._opened:
            self._open(False)

    def _headed(self) -> QLabel:
        self._heading = label(self.heading(), "heading", wrap=True)
        return self._heading

    def spoken(self) -> str:
        """What a screen reader hears when it comes."""
        title, *rest = f"{self.heading()}.", *self._words()[1:]
        calls = 1 if self._calls() and not self._asks else 0
        first = calls + len(self._first_for_both())
        return " ".join((title, *rest[:first], *self._for_the_person(), *rest[first:]))

    # --- its answer ---

    def show_stored(self) -> None:
        """Show the answer that the journal holds; without one, the question."""
        self.given = self.noted.rating.answer
        self.saved = self.given is not None

    def take_over(self, rating: Rating) -> bool:
        """Take over the rating as it is stored now; returns whether another answer is shown for it.

        An answer that could not be saved stays on the screen until the stored one changes.
        """
        changed = rating.answer != self.noted.rating.answer
        self.noted = replace(self.noted, rating=rating)
        if rating.answer == self.given or not (self.saved or changed):
            return False
        self.show_stored()
        return True

    # --- showing ---

    def show_for(self, country: Country, once: set[str]) -> None:
        """Show it with the numbers of a country; ``once`` holds what stands above it and is not said again."""
        clear_layout(self._body)
        self._country, self._once, self.answers = country, once, {}
        self._opened, self._opener = False, None
        self._drawn = self._words()
        made = self._question() if self._asks else self._what_to_do()
        for widget in made:
            self._body.addWidget(widget)
            widget.show()  # at once: only what is shown can take the keyboard
        self.first = self._usual()
        self.setAccessibleName(self.spoken() if self._asks else self.title())

    def lines(self) -> list[QWidget]:
        """What stands in it, from its heading down."""
        return widgets_in(self._body)

    def button_named(self, text: str) -> QPushButton:
        """The first button of this name, else where the keyboard usually goes."""
        shown = (candidate for candidate in self.findChildren(QPushButton) if candidate.isVisibleTo(self))
        return next((candidate for candidate in shown if candidate.text() == text), self.first)

    def _usual(self) -> QPushButton:
        if self.answers:
            return next(iter(self.answers.values()))
        # Not Close: a key that is pressed twice would take the help away.
        copies = (copy for copy in self.findChildren(CopyButton) if copy.isVisibleTo(self))
        return next(copies, self._behind.turn)

    def _words(self) -> tuple[str, ...]:
        """In the order in which they are read."""
        texts, title = self._texts, f"{self.title()}."
        if self._asks:
            return title, *self._at_once(), texts(self.question)
        sign_advice = self.advice()
        advised = sentences(texts, sign_advice, self._country)
        if self.given is Answer.NO and not self.joined:
            return title, texts("Saved."), *advised
        calls = (texts("Call now"),) if self._calls() else ()
        if sign_advice.for_the_person:
            advised = [filled(texts, sign_advice.parts[-1][1], self._country)]
        return title, *calls, *self._first_for_both(), *([" ".join(advised)] if advised else [])

    def _first_for_both(self) -> tuple[str, ...]:
        """What makes it more urgent, or leads to it, before what the person and what somebody beside them does."""
        advised = self.advice()
        if self._asks or not advised.for_the_person:
            return ()
        *before, (lead, _) = advised.parts
        more_urgent = sentences(self._texts, replace(advised, parts=tuple(before)), self._country)
        return *more_urgent, *((self._texts(lead),) if lead else ())

    def _at_once(self) -> tuple[str, ...]:
        """What to do before its answer, if it is there now; nothing where the question itself says it.

        Of a masked sign, too: its lines stand in the card, and its words do not name it.
        """
        advised = self.advice()
        if advised.sign.asked_yes is not None:
            return ()
        # Joined, it says by itself when.
        return tuple(to_do_at_once(self._texts, advised, self._country, "" if self.joined else IF_NOW))

    def _for_the_person(self) -> tuple[str, ...]:
        """Its heading and what the person does, where the rest speaks to somebody beside them."""
        yours = "" if self._asks else self.advice().for_the_person
        return (self._texts("If it is you"), filled(self._texts, yours, self._country)) if yours else ()

    def _calls(self) -> bool:
        return self.advice().calls_now and (self.joined or self.given is not Answer.NO)

    def _close(self) -> QPushButton:
        made = button(self._texts("Close"), self.closed.emit)
        made.setAccessibleName(self._texts("Close, {sign}", sign=self.title()))
        return made

    def _again(self) -> list[QPushButton]:
        """A way back from an answer that was a slip, or holds no more: its question, with what to do before an answer.

        None where another symptom has answered it.
        """
        if self.given is None:
            return []
        made = button(self._texts("Answer again"), self.asked_again.emit)
        made.setAccessibleName(self._texts("{answer}, {sign}", answer=made.text(), sign=self.title()))
        return [made]

    def ask_again(self) -> None:
        """As before its answer; what the journal holds stays until there is another one."""
        self.given, self.saved = None, False

    def _first_time(self, text: str) -> bool:
        """Whether this is not said further up in the card already."""
        new = text not in self._once
        self._once.add(text)
        return new

    # --- the question ---

    def _question(self) -> list[QWidget]:
        self.answers = {answer: self._answer_button(answer) for answer in self._offered}
        return [
            self._headed(),
            *(label(words, "" if place else "strong", wrap=True) for place, words in enumerate(self._at_once())),
            *self._meanwhile(),
            label(self._texts(self.question), wrap=True),
            flowing(*self.answers.values(), *self._opening(), self._close()),
            *self._crisis_lines(),
            *self._about_taking(),
        ]

    def _meanwhile(self) -> list[QWidget]:
        return [label(words, wrap=True) for words in beside_what_is_there(self._texts, [self.advice()])]

    def _about_taking(self) -> list[QWidget]:
        """To take nothing that makes sleepy, nor more of the product, does not wait for an answer."""
        advised = self.advice()
        if advised.sign.asked_yes is not None or not (advised.no_sleepiness or advised.no_more or advised.pregnant):
            return []
        lines = about_stopping(self._texts, [advised], self.beside)
        return [label(text, wrap=True) for text in lines if self._first_time(text)]

    def _answer_button(self, answer: Answer) -> QPushButton:
        words = self._texts(ANSWERS[answer])
        made = button(words, lambda: self._answer(answer))
        made.setAccessibleName(self._texts("{answer}, {sign}", answer=words, sign=self.title()))
        return made

    def _answer(self, answer: Answer) -> None:
        self.given = answer
        self.answered.emit(with_answer(self.noted, answer))

    # --- what to do ---

    def _what_to_do(self) -> list[QWidget]:
        texts, advised = self._texts, self.advice()
        _, first, *others = self._words()
        made: list[QWidget] = [self._headed()]
        made.append(label(first, "heading" if self._calls() else "strong", wrap=True))
        if self._calls():  # in every part: the one above may be out of sight
            made.append(self._panel())
        for_both = self._first_for_both()[0 if self._calls() else 1 :]
        made += [label(words, "strong", wrap=True) for words in for_both]
        others = others[len(for_both) :]
        if yours := self._for_the_person():  # who has written it down reads it
            apart = (*zip(("strong", ""), yours, strict=True), ("strong", texts("If it is somebody with you")))
            made += [label(words, role, wrap=True) for role, words in apart]
        made += [label(other, wrap=True) for other in others]
        made += self._meanwhile()
        meanwhile = until_help(self.noted.code) if self.joined or self.given in (Answer.YES, Answer.NOT_SURE) else None
        if meanwhile is not None:
            made.append(label(texts(meanwhile[0]), wrap=True))
        made += self._crisis_lines()
        other_things = others_to_stop(texts)
        about = about_stopping(texts, [advised], self.beside)
        stopping_of_it = [text for text in about if self._first_time(text)]
        made += [label(text, wrap=True) for text in stopping_of_it if text != other_things]
        soothes = not advised.sign.why_not_with.isdisjoint(self.around.codes)
        if not (advised.known or soothes or names_substance(advised.sign.why)):
            made.append(quiet_label(texts(advised.sign.why), wrap=True))
        if other_things in stopping_of_it:  # about other things than this sign
            made.append(label(other_things, wrap=True))
        if self.given is not None:
            made.append(quiet_label(texts("Your answer: {answer}", answer=texts(ANSWERS[self.given])), wrap=True))
        made.append(
            flowing(
                button(texts("Emergency"), self.emergency_wanted.emit), *self._again(), *self._opening(), self._close()
            )
        )
        self._behind = Behind(texts, self._rests_on(advised, meanwhile))
        return [*made, self._behind]

    def _rests_on(self, advised: Advice, meanwhile: SourcedSentence | None) -> Sequence[SourcedSentence]:
        """The sentences with their sources."""
        cited = [named_sign(advised.sign), *([meanwhile] if meanwhile is not None else [])]
        shared = stopping()
        if advised.no_sleepiness or advised.sleepy_beside:
            cited.append((f"{shared.sleepy} {shared.sleepy_others}", shared.sleepy_sources))
        elif advised.no_more or advised.sign.stopping:
            cited.append((f"{shared.others_of} {shared.others}", shared.others_sources))
        if advised.no_more:
            cited.append((shared.no_more_unnamed, shared.no_more_sources))
        elif advised.pregnant:
            cited.append((shared.goes_on, shared.goes_on_sources))
        return cited

    def _panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "emergency")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(16, 8, 16, 8)
        if self.noted.code == _CRISIS:  # the table names both, the line first
            for line in self._country.of_kind("crisis"):
                inside.addWidget(LineToCall(self._texts, line))
        inside.addWidget(EmergencyNumber(self._texts, self._country))
        return panel

    def _crisis_lines(self) -> list[QWidget]:
        """With thoughts of suicide, before and after any answer: the country's lines and the person's own people."""
        if self.noted.code != _CRISIS or not self._first_time("crisis"):
            return []
        lines = self._country.of_kind("crisis")
        shown = [LineCard(self._texts, line) for line in (*lines, *self._country.of_kind("own"))]
        people = [
            PersonRow(self._texts, person) for person in sorted(self._people(), key=lambda person: person.position)
        ]
        return [*([] if lines else self._instead_of_a_line()), *shown, *people]

    def _instead_of_a_line(self) -> list[QWidget]:
        texts, country = self._texts, self._country
        if country.code:
            return [label(without_crisis_line(texts, country), wrap=True)]
        asked = AskCountry(texts)
        asked.chosen.connect(self.country_chosen)
        words = texts("Choose your country to see its crisis line and emergency number:")
        return [label(words, wrap=True), asked]
