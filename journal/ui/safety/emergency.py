"""Emergency: whom to call and what to do, without any journal; what is in one is shown only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from journal.core.entries import Contact, Plan
from journal.guidance import Country
from journal.guidance.left_off import without_stopping
from journal.guidance.poison_line import with_poison_line
from journal.guidance.signs_in_words import country_of, filled
from journal.guidance.warning_signs import WarningSign, signs, stopping
from journal.texts import Texts
from journal.ui.kit.buttons import button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.event_loop import once_laid_out, once_painted
from journal.ui.kit.screen import Page
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.side_by_side import SideBySide, flowing
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.widgets import Card, announce, clear_layout, label, quiet_label
from journal.ui.safety.country_choice import CountryChoice
from journal.ui.safety.numbers import EmergencyNumber, LineCard, missing_lines
from journal.ui.safety.own_people import OwnHelpCard
from journal.ui.safety.prose import Prose, Sentence
from journal.ui.safety.signs import (
    CALL_NOW,
    EITHER,
    NOW,
    OR_MORE,
    SEEN_NOW,
    SEEN_TODAY,
    TODAY,
    TOO_MUCH,
    UNTIL_HELP,
    SourcedSentence,
    every_sentence,
    no_more_sentences,
    of_urgency,
    pressures,
    seizure_in_pregnancy,
)
from journal.ui.safety.sources_view import Behind

_ROUND = 10
OwnHelp = Callable[[], tuple[Sequence[Contact], Sequence[Plan]]]

# Lines of the table that are made before the screen is shown, and after each painting of it.
_AT_FIRST, _AT_ONCE = 24, 12


class EmergencyPanel(QFrame):
    """Dark red: the number of the country, when to call it, and where the country is chosen."""

    def __init__(self, texts: Texts, code: str | None, own: str) -> None:
        super().__init__()
        self.setProperty("role", "emergency")
        self._texts = texts
        self.choice = CountryChoice(texts, code)
        self.chooser = self.choice.chooser
        self._number = QVBoxLayout()
        words = " ".join(texts(text) for text, _ in CALL_NOW)
        body = QVBoxLayout(self)
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(10)
        self._question = label(texts("Choose your country to see its number:"), "on_emergency", wrap=True)
        body.addLayout(self._number)
        body.addWidget(self._question)
        body.addWidget(self.choice)
        body.addWidget(label(words, "on_emergency_strong", wrap=True))
        self.show_country(country_of(code, own))

    def show_country(self, country: Country) -> None:
        """Another country's number."""
        clear_layout(self._number)
        shown = EmergencyNumber(self._texts, country)
        self._number.addWidget(shown)
        self.spoken = shown.number.accessibleName()
        self._question.setVisible(not country.code)


class EmergencyScreen(Page):
    """What F1 shows, also before a journal is unlocked. ``closed`` when the person is done with it.

    Any country can be looked at; ``country_chosen`` comes with the one that the person made their own.

    ``own`` are the person's changes as the device file keeps them. ``lines_wanted`` leads to where they are made;
    without ``can_edit``, before a journal is open, there is no such place and no button. ``own_help`` reads the
    person's people and plan from an open journal; they are shown when asked for, and never before. ``takes_no_more``
    reads whether an open journal holds a sign after which nothing says not to stop suddenly, as on its pages.
    ``open_still`` gives the lines about what was noted in it and is to be acted on, for a country: which, then what to
    do. ``talks_first`` reads whether it holds something with which somebody to talk to stands first among the lines.
    """

    country_chosen = Signal(str)
    lines_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        texts: Texts,
        country: str | None,
        own: str = "",
        can_edit: bool = False,
        parent: QWidget | None = None,
        own_help: OwnHelp | None = None,
        takes_no_more: Callable[[], bool] = bool,
        open_still: Callable[[Country], tuple[str, ...]] = lambda _country: (),
        talks_first: Callable[[], bool] = bool,
    ) -> None:
        super().__init__(parent)
        self._open_still, self._talks_first = open_still, talks_first
        self.noted, self.noted_advice = label("", "strong", wrap=True), label("", wrap=True)
        self._texts, self._own, self._own_help = texts, own, own_help
        self._takes_no_more = takes_no_more
        self.panel = EmergencyPanel(texts, country, own)
        self.panel.choice.looked_at.connect(self._look_at)
        self.panel.choice.chosen.connect(self.country_chosen)
        self.back = button(texts("Back"), self.closed.emit)
        self.people = button(texts("My people and my plan"), self._show_own) if own_help is not None else None
        self.own_card = OwnHelpCard(texts)
        self.change = button(texts("Change these"), self.lines_wanted.emit) if can_edit else None
        self.signs = Card(16, 6)
        self.lines, self._line_list = Card(), QVBoxLayout()
        self.behind = Behind(texts, every_sentence())
        self._fill(self._hold())
        self._show_country(country_of(country, own))

    def _hold(self) -> QVBoxLayout:
        """What scrolls, with nothing in it yet: what is filled where it stands is laid out and styled only once."""
        inside = self._inside = QWidget()
        self.scroller = scrolling(inside)
        self.scroller.setProperty("role", "reader")
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.scroller.setAccessibleName(self._texts("What to do"))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        # The ring of what scrolls has room around the cards, and the line above stands in line with them.
        people = [self.people] if self.people is not None else []
        head = flowing(label(self._texts("Emergency"), "title"), *people, self.back, far="last")
        head.setContentsMargins(_ROUND, 0, _ROUND, 0)
        body.addWidget(head)
        body.addWidget(self.scroller, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(_ROUND - 2, 8, _ROUND - 2, 8)
        column.setSpacing(14)
        return column

    def _fill(self, column: QVBoxLayout) -> None:
        beside = SideBySide(820, 14)
        for widget in (self.panel, self.noted, self.noted_advice, self.own_card, beside, self.behind):
            column.addWidget(widget)
        column.addStretch(1)
        beside.add(self.signs, 3)
        beside.add(self.lines, 2)
        self.lines.body.addLayout(self._line_list)
        if self.change is not None:
            self.change.setAccessibleName(self._texts("Change these: the emergency number and the help lines"))
            self.lines.body.addWidget(flowing(self.change))
        self.lines.body.addStretch(1)

    def say_number(self) -> None:
        """What a screen reader says when the screen opens, whatever has the keyboard."""
        announce(self, " ".join(filter(None, (self.panel.spoken, self.noted.text(), self.noted_advice.text()))))

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.scroller

    def _show_own(self) -> None:
        """Right below the number, which stays in sight where there is room for both."""
        if self._own_help is not None:
            first = self.own_card.show_own(*self._own_help())
            once_laid_out(self.own_card, lambda: bring_into_sight(first))

    @called_by_qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _look_at(self, code: str) -> None:
        self.panel.show_country(country_of(code, self._own))
        self._show_country(country_of(code, self._own))

    def _show_country(self, country: Country) -> None:
        """What was noted stands below the number: who pressed F1 because of it must not look for it among all signs."""
        which, *advice = self._open_still(country) or ("",)
        for part, words in ((self.noted, which), (self.noted_advice, "\n".join(advice))):
            part.setText(words)
            part.setVisible(bool(words))
        self._say_what_to_do(country)
        self._show_lines(country)

    # --- what to do ---

    def _say_what_to_do(self, country: Country) -> None:
        """Every row of the table of signs, with the numbers of the country; the most urgent ones at once."""
        clear_layout(self.signs.body)
        self._coming = self._what_to_do(country)
        self._go_on(_AT_FIRST)

    def _go_on(self, at_most: int = _AT_ONCE) -> None:
        """Add the next lines; all of them in one turn would hold up keys and mouse."""
        added = list(islice(self._coming, at_most))
        if self.isVisible():
            # Until all has its place what is added presses together what stands there: nobody is to read half a line.
            self._inside.setUpdatesEnabled(False)
            once_laid_out(self, lambda: self._inside.setUpdatesEnabled(True))
        for widget in added:
            self.signs.body.addWidget(widget)
        if len(added) == at_most:
            once_painted(self, self._go_on)
        else:
            self.signs.body.addStretch(1)

    def complete(self) -> None:
        """Have all of it now."""
        while self.signs.body.stretch(self.signs.body.count() - 1) == 0:
            self._go_on()

    def _what_to_do(self, country: Country) -> Iterator[QWidget]:
        texts = self._texts
        yield from self._now(texts("Call the emergency number now"), of_urgency(NOW), country, SEEN_NOW)
        title, text, _ = seizure_in_pregnancy()
        yield self._seen(texts(title), filled(texts, text, country))
        yield from self._sentences(texts("Until help comes"), UNTIL_HELP, country)
        yield label(texts("If it is you"), "heading", wrap=True)
        for sign in signs():
            if sign.you:
                yield self._sign(sign, sign.you, country)
        yield from self._sentences(texts("If it may have been too much"), TOO_MUCH, country)
        yield from self._now(texts("Call the emergency number or a doctor, as each says"), of_urgency(EITHER), country)
        for title, pressure, parts, _ in pressures():
            upper, lower = texts.integer(pressure.systolic), texts.integer(pressure.diastolic)
            what_to_do = (filled(texts, part, country) for part in parts)
            yield self._seen(texts(title), texts(OR_MORE, upper=upper, lower=lower), *what_to_do)
        yield from self._now(texts("Call a doctor today"), of_urgency(TODAY), country, SEEN_TODAY)
        yield label(texts("When it has passed"), "heading", wrap=True)
        for sign in signs():
            if sign.passed is not None:
                yield self._sign(sign, sign.passed.text, country)
        yield from self._sentences(texts("When to take no more"), no_more_sentences(), country)

    def _sentences(self, title: str, sentences: Sequence[SourcedSentence], country: Country) -> Iterator[QWidget]:
        yield label(title, "heading", wrap=True)
        for text, _ in sentences:
            yield Prose([Sentence(with_poison_line(self._texts(text), country))], bullet=True)

    def _now(
        self, title: str, shown: Sequence[WarningSign], country: Country, seen: Sequence[SourcedSentence] = ()
    ) -> Iterator[QWidget]:
        """What to do while a sign is there; ``seen`` are signs that need no more words."""
        yield label(title, "heading", wrap=True)
        for text, _ in seen:
            yield Prose([Sentence(self._texts(text), strong=True)], bullet=True)
        for sign in shown:
            yield self._sign(sign, sign.now.text, country)
            if sign.meanwhile:
                yield self._sign(sign, sign.meanwhile, country)

    def _sign(self, sign: WarningSign, text: str, country: Country) -> QWidget:
        seen = Sentence(self._texts("{sign}.", sign=self._texts(sign.name)), strong=True)
        rest = without_stopping(text)
        if rest == text or not self._takes_no_more():  # few rows speak of stopping: the number does not wait for it
            return Prose([seen, Sentence(filled(self._texts, text, country))], bullet=True)
        no_more = Sentence(self._texts(stopping().no_more_unnamed))
        return Prose([seen, Sentence(filled(self._texts, rest, country)), no_more], bullet=True)

    def _seen(self, title: str, *what_to_do: str) -> QWidget:
        return Prose([Sentence(title, strong=True), *map(Sentence, what_to_do)], bullet=True)

    def _show_lines(self, country: Country) -> None:
        clear_layout(self._line_list)
        self._line_list.addWidget(label(self._texts("Help lines"), "heading", wrap=True))
        talks_first = self._talks_first()
        for line in sorted(country.lines, key=lambda help_line: talks_first and help_line.kind != "crisis"):
            self._line_list.addWidget(LineCard(self._texts, line))
        for missing in missing_lines(self._texts, country):
            self._line_list.addWidget(quiet_label(missing, wrap=True))
        if country.hidden:
            words = self._texts.plural(
                "{n} line is hidden by you.", "{n} lines are hidden by you.", len(country.hidden)
            )
            self._line_list.addWidget(quiet_label(words, wrap=True))
