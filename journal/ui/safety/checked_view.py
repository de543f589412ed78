"""My list, checked: the person's own list against the list of interactions, every level in the same quiet way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core import limits
from journal.guidance import Country, Source, Statement, page
from journal.guidance.for_now import for_now
from journal.guidance.interaction_words import (
    CONDITION_NAMES,
    EACH_WITH_KRATOM,
    NOTHING_ENTERED,
    PROPOSED,
    TO_ASK,
    WATCH_FOR,
    WATCH_FOR_PAGE,
    adding_up_in,
    not_held_words,
)
from journal.guidance.interactions import Circumstance, Level, taken_sentences, together_sentences
from journal.guidance.level_words import LEVELS, level_titles
from journal.guidance.matching import Checked, CheckedName
from journal.guidance.most_urgent_of_sum import more_urgent_in
from journal.guidance.parts_of_list import Kind, Part, parts_of
from journal.guidance.recognising import folded_name
from journal.guidance.said_of_conditions import soon_of
from journal.guidance.sums import sums_in
from journal.guidance.warning_signs import stopping
from journal.texts import Texts
from journal.ui.kit.buttons import Button
from journal.ui.kit.called_by_qt import called_by_qt
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.widgets import Card, hairline, label, quiet_label
from journal.ui.safety.checked_name_view import CheckedNameView, StackedParts
from journal.ui.safety.checked_numbers import conditions_of, numbered
from journal.ui.safety.cited_sentences import CitedSentences
from journal.ui.safety.quiet_notice import emergency_lines

_LEVEL_WIDTH = 180


class CheckedView(QWidget):
    """The sections of a check in the order of urgency.

    ``revealed`` asks for something to be scrolled into sight, ``page_chosen`` for a page of the guidance;
    ``name_chosen`` with a name that was searched for and the one that was meant.
    """

    revealed = Signal(object)  # QWidget
    page_chosen = Signal(str)
    name_chosen = Signal(str, str)

    def __init__(
        self,
        texts: Texts,
        checked: Checked,
        sources: Mapping[str, Source],
        country: Country,
        searched: bool = False,
        first: Sequence[str] = (),
    ) -> None:
        """``searched``: it is not the person's list but what was searched for.

        ``first`` is what to do about an emergency: it stands before all that is said of the list.
        """
        super().__init__()
        self.searched = searched
        self._texts, self._checked, self._country = texts, checked, country
        self.cited = CitedSentences(texts, sources, numbered(checked, searched), country, self.revealed.emit)
        self.names: list[QWidget] = []
        self._places: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        title = texts("In the list of interactions") if searched else texts("My list, checked")
        self._column.addWidget(label(title, "strong" if searched else "heading", wrap=True))
        if first:
            self._add_first(first)
        for part in parts_of(checked, searched):
            self._add_part(part)
        self._add_beside()
        self._column.addStretch(1)

    @called_by_qt
    def minimumSizeHint(self) -> QSize:
        # The least heights of all lines at guessed widths add up to more than the page: below it stood an empty screen.
        return QSize(super().minimumSizeHint().width(), 0)

    def place_of(self, about: str) -> QWidget | None:
        """Where it speaks of a folded name, or of the code of a condition."""
        return self._places.get(about)

    @property
    def knows_a_name(self) -> bool:
        """Whether there is something to ask about in it."""
        return bool(self._checked.names)

    @property
    def adds_up(self) -> bool:
        """Whether it begins with things that make sleepy together."""
        return bool(self._checked.adding_up)

    def _about(self) -> str:
        """What the list can say and what it cannot; of the own list first how much there is to ask about."""
        if self.searched:
            return " ".join([self._texts(EACH_WITH_KRATOM), self._texts(PROPOSED)])
        if self._checked.nothing_entered:
            return self._texts(NOTHING_ENTERED)
        counted = self._texts.plural(
            "{n} thing on your list was checked.", "{n} things on your list were checked.", self._checked.held_against
        )
        about = [
            self._to_ask(), counted, self._not_checked(), self._texts("Not listed never means safe."),
            self._texts(EACH_WITH_KRATOM), self._texts(PROPOSED),
        ]  # fmt: skip
        return " ".join(filter(None, about))

    def _not_checked(self) -> str:
        """How many were not: they stand last, far below the number of those that were."""
        n = len(self._checked.not_checked)
        if not n:
            return ""
        return self._texts.plural(
            "{n} name was not recognised, so it was not checked.",
            "{n} names were not recognised, so they were not checked.",
            n,
        )

    def _to_ask(self) -> str:
        """How many Today said that there are, with the conditions among them; "" for none, which would reassure."""
        if not self._checked.to_ask:
            return ""
        asked, conditions = self._texts.plural(*TO_ASK, self._checked.to_ask), len(self._checked.conditions)
        if not conditions:
            return self._texts("{asked}.", asked=asked)
        among = self._texts.plural("{n} of them is a condition", "{n} of them are conditions", conditions)
        return self._texts("{asked}; {among}.", asked=asked, among=among)

    # --- sections ---

    def _add_first(self, first: Sequence[str]) -> None:
        """As in a notice: which emergency it is, and what to do; then that the list comes after it."""
        panel = Card(12, 4)
        panel.setProperty("role", "caution")
        lines = [*emergency_lines(first), ("", self._texts("Do that first. Then, about your list:"))]
        for role, words in lines:
            panel.body.addWidget(label(words, role, wrap=True))
        self._column.addWidget(panel)

    def _add_part(self, part: Part) -> None:
        match part.kind:
            case Kind.ABOUT:
                self._add_about()
            case Kind.TAKEN:
                self._column.addWidget(self.cited.prose(taken_sentences()))
            case Kind.FOR_NOW:
                if sentences := for_now(self._checked):
                    self._column.addWidget(self.cited.prose(sentences))
            case Kind.ADDING_UP:
                self._add_adding_up()
            case Kind.SUMS:
                self._add_sums()
            case Kind.CONDITIONS_TODAY | Kind.CONDITIONS:
                self._add_conditions(today=part.kind is Kind.CONDITIONS_TODAY)
            case Kind.NAMES:
                self._add_names(part)

    def _add_about(self) -> None:
        self._column.addWidget(quiet_label(self._about(), wrap=True))
        if not self.searched and (not_held := not_held_words(self._texts, self._checked)):
            self._column.addWidget(label(not_held, wrap=True))

    def _add_names(self, part: Part) -> None:
        for titles, names in self._sections(part.names):
            self._column.addWidget(hairline())
            self._column.addWidget(self._section(titles, names, part.is_taken))

    def _add_adding_up(self) -> None:
        if words := adding_up_in(self._texts, self._checked):
            self._column.addWidget(label(words, "strong", wrap=True))
            self._column.addWidget(self.cited.prose(together_sentences()))
            for more_urgent in more_urgent_in(self._texts, self._checked):
                self._column.addWidget(label(more_urgent, wrap=True))

    def _add_sums(self) -> None:
        for class_sum in sums_in(self._checked):
            self._column.addWidget(label(class_sum.words(self._texts), "strong", wrap=True))
            self._column.addWidget(self.cited.prose(class_sum.kind.sentences))

    def _sections(self, names: Sequence[CheckedName]) -> Iterator[tuple[Sequence[str], Sequence[CheckedName]]]:
        """What each section is called: its level, or both levels of what may be prescribed or not."""
        by_titles: dict[tuple[str, ...], list[CheckedName]] = {}
        for name in names:
            by_titles.setdefault(tuple(level_titles(self._texts, name)), []).append(name)
        yield from by_titles.items()

    def _section(self, titles: Sequence[str], names: Sequence[CheckedName], is_taken: bool = False) -> QWidget:
        made, left, right = SideBySide(620, 14), StackedParts(2), StackedParts(12)
        for title in titles:
            left.body.addWidget(label(title, "strong", wrap=True))
        if is_taken:
            words = self._texts("Taken in the last {hours} hours", hours=limits.TAKEN_HOURS)
            left.body.addWidget(label(words, "small", wrap=True))
        if not self.searched:
            left.body.addWidget(label(self._counted(len(names)), "small", wrap=True))
        left.body.addStretch(1)
        for name in names:
            right.body.addWidget(self._name(name))
        if names[0].level is Level.NOTHING_IN_LIST:
            right.body.addWidget(self._watch_for())
        made.add(left, width=_LEVEL_WIDTH, lowest=0)
        made.add(right, 1, lowest=0)
        return made

    def _counted(self, n: int) -> str:
        """How many of all that is listed: "1 thing on your list" beside one of seven was read as all of it."""
        listed = len(self._checked.names) + len(self._checked.not_checked)
        return self._texts("{n} of {listed} on your list", n=self._texts.integer(n), listed=self._texts.integer(listed))

    def _watch_for(self) -> QWidget:
        made, opens = StackedParts(6), Button(self._texts("Open the page"))
        opens.clicked.connect(lambda: self.page_chosen.emit(WATCH_FOR_PAGE))
        made.body.addWidget(label(self._texts(WATCH_FOR, page=page(WATCH_FOR_PAGE).title), wrap=True))
        made.body.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _name(self, name: CheckedName) -> QWidget:
        made = CheckedNameView(
            self._texts, name, self.cited, self._country, self.searched, self._checked.take_no_more
        )  # fmt: skip
        made.name_chosen.connect(lambda meant: self.name_chosen.emit(name.given, meant))
        self._places[folded_name(name.given)] = made
        self.names.append(made)
        return made

    def _add_conditions(self, today: bool) -> None:
        """Those about which somebody is to be called today stand before the list, the others behind it."""
        for code, sentences in conditions_of(self._checked, today):
            self._column.addWidget(hairline())
            self._column.addWidget(self._condition(code, sentences))

    def _add_beside(self) -> None:
        if not self._checked.nothing_entered:
            shared = stopping()
            # The list may hold one of them: nobody is asked about what is written there.
            of = shared.others_of if self.searched else shared.others_with
            statement = Statement(f"{of} {shared.others}", shared.others_sources)
            if any(name.left_for_now for name in self._checked.names):
                statement = Statement(f"{shared.sleepy} {shared.sleepy_others}", shared.sleepy_sources)
            self._column.addWidget(hairline())
            self._column.addWidget(self.cited.prose([statement]))

    def _condition(self, code: Circumstance, sentences: Sequence[Statement]) -> QWidget:
        made, left, right = SideBySide(620, 14), StackedParts(2), StackedParts(2)
        left.body.addWidget(label(self._texts(CONDITION_NAMES[code]), "strong", wrap=True))
        left.body.addWidget(label(self._texts(LEVELS[soon_of(sentences)]), "small", wrap=True))
        left.body.addStretch(1)
        right.body.addWidget(self.cited.prose(sentences))
        made.add(left, width=_LEVEL_WIDTH, lowest=0)
        made.add(right, 1, lowest=0)
        self._places[str(code)] = made
        return made
