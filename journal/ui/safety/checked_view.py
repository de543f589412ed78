"""My list, checked: the person's own list against the list of interactions, every level in the same quiet way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.guidance import Country, Source, Statement, page
from journal.guidance.interaction_words import (
    CONDITION_NAMES,
    EACH_WITH_KRATOM,
    NOTHING_ENTERED,
    NOTHING_IN_LIST,
    OWN_LEVEL,
    PROPOSED,
    TO_ASK,
    WATCH_FOR,
    WATCH_FOR_PAGE,
    adding_up_in,
    beside,
    evidence_words,
    higher_members_words,
    is_own_level,
    members_said,
    not_checked_words,
    state_words,
)
from journal.guidance.interactions import Circumstance, Level, taken_sentences, together_sentences
from journal.guidance.left_off import while_sleepy
from journal.guidance.level_words import LEVELS, level_titles, levels_line
from journal.guidance.matching import Checked, CheckedName, Finding
from journal.guidance.recognising import folded_name
from journal.guidance.signs_in_words import number_in
from journal.guidance.warning_signs import stopping
from journal.texts import Texts
from journal.ui.kit.buttons import Button
from journal.ui.kit.side_by_side import SideBySide
from journal.ui.kit.widgets import Card, hairline, label, quiet_label
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.checked_numbers import may_be_taken, numbered, sums_in
from journal.ui.safety.prose import MarkButton, Prose, Sentence, SourceMark
from journal.ui.safety.quiet_notice import emergency_lines
from journal.ui.safety.source_card import SourceCard, source_name

_LEVEL_WIDTH = 180


class CheckedView(QWidget):
    """The sections of a check in the order of urgency.

    ``revealed`` asks for something to be scrolled into sight, ``page_chosen`` for a page of the guidance.
    """

    revealed = Signal(object)  # QWidget
    page_chosen = Signal(str)

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
        self._texts, self._checked, self._sources, self._country = texts, checked, sources, country
        self._numbers = numbered(checked, searched)
        self._mark: MarkButton | None = None
        self.card: SourceCard | None = None
        self.names: list[QWidget] = []
        self._places: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        title = texts("In the list of interactions") if searched else texts("My list, checked")
        self._column.addWidget(label(title, "strong" if searched else "heading", wrap=True))
        if first:
            self._add_first(first)
        # Who looks something up may have taken it: what to do comes first, and what the list can say after it.
        about = quiet_label(self._about(), wrap=True)
        if not searched:
            self._column.addWidget(about)
        self._add_taken()
        self._add_adding_up()
        self._add_sums()
        if searched:
            self._column.addWidget(about)
        for titles, names in self._sections():
            self._column.addWidget(hairline())
            self._column.addWidget(self._section(titles, names))
        self._add_beside()
        self._column.addStretch(1)

    def place_of(self, about: str) -> QWidget | None:
        """Where it speaks of a folded name, or of the code of a condition."""
        return self._places.get(about)

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
            self._to_ask(), counted, self._texts("Not listed never means safe."), self._texts(EACH_WITH_KRATOM),
            self._texts(PROPOSED),
        ]  # fmt: skip
        return " ".join(filter(None, about))

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

    def _add_taken(self) -> None:
        """The signs, where what is looked up makes sleepy."""
        if may_be_taken(self._checked, self.searched):
            self._column.addWidget(self._prose(taken_sentences()))

    def _add_adding_up(self) -> None:
        if words := adding_up_in(self._texts, self._checked):
            self._column.addWidget(label(words, "strong", wrap=True))
            self._column.addWidget(self._prose(together_sentences()))

    def _add_sums(self) -> None:
        for each in sums_in(self._checked):
            self._column.addWidget(label(each.words(self._texts), "strong", wrap=True))
            self._column.addWidget(self._prose(each.kind.sentences))

    def _sections(self) -> Iterator[tuple[Sequence[str], Sequence[CheckedName]]]:
        """What each section is called: its level, or both levels of what may be prescribed or not."""
        for _, names in self._checked.sections():
            by_titles: dict[tuple[str, ...], list[CheckedName]] = {}
            for name in names:
                by_titles.setdefault(tuple(level_titles(self._texts, name)), []).append(name)
            yield from by_titles.items()
        if self._checked.not_checked:
            yield [self._texts(LEVELS[Level.NONE])], self._checked.not_checked

    def _section(self, titles: Sequence[str], names: Sequence[CheckedName]) -> QWidget:
        made, left, right = SideBySide(620, 14), _Column(2), _Column(12)
        for title in titles:
            left.body.addWidget(label(title, "strong", wrap=True))
        if not self.searched:
            counted = self._texts.plural("{n} thing on your list", "{n} things on your list", len(names))
            left.body.addWidget(label(counted, "small", wrap=True))
        left.body.addStretch(1)
        for name in names:
            right.body.addWidget(self._name(name))
        if names[0].level is Level.NOTHING_IN_LIST:
            right.body.addWidget(self._watch_for())
        made.add(left, width=_LEVEL_WIDTH, lowest=0)
        made.add(right, 1, lowest=0)
        return made

    def _watch_for(self) -> QWidget:
        made, opens = _Column(6), Button(self._texts("Open the page"))
        opens.clicked.connect(lambda: self.page_chosen.emit(WATCH_FOR_PAGE))
        made.body.addWidget(label(self._texts(WATCH_FOR, page=page(WATCH_FOR_PAGE).title), wrap=True))
        made.body.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _name(self, name: CheckedName) -> QWidget:
        made = self._places[folded_name(name.given)] = _Column(4)
        self.names.append(made)
        made.body.addWidget(label(name.given, "strong", wrap=True))
        if not name.recognised.is_known:
            self._add_not_checked(made, name)
            return made
        if beside_name := self._beside_name(name):
            made.body.addWidget(quiet_label(beside_name, wrap=True))
        # What to do comes first, then why.
        for sentence in (*self._asked(name), *higher_members_words(self._texts, name)):
            made.body.addWidget(label(sentence, wrap=True))
        for finding in name.findings:
            self._add_finding(made, name, finding)
        return made

    def _beside_name(self, name: CheckedName) -> str:
        """What is known of a name; of a whole class what belongs to it."""
        if any(finding.of.name == name.given for finding in name.findings):
            members = [member for member in name.recognised.generics if folded_name(member) != folded_name(name.given)]
            return ", ".join(members)
        return state_words(self._texts, name)

    def _asked(self, name: CheckedName) -> list[str]:
        if name.level is Level.NOTHING_IN_LIST:
            return [self._texts(NOTHING_IN_LIST)]
        return beside(self._texts, name, self._checked.take_no_more)

    def _add_not_checked(self, made: _Column, name: CheckedName) -> None:
        made.body.addWidget(label(not_checked_words(self._texts, self._country), wrap=True))
        if name.recognised.meant:
            meant = self._texts(" or ").join(name.recognised.meant)
            made.body.addWidget(
                label(self._texts("Did you mean {names}? Then change the name.", names=meant), wrap=True)
            )

    def _add_finding(self, made: _Column, name: CheckedName, finding: Finding) -> None:
        shown = _Column(2)
        shown.body.addWidget(label(self._head(finding), "small", wrap=True))
        shown.body.addWidget(self._prose((*self._said_of(name, finding), *self._members_of(name, finding))))
        evidence = self._texts("Evidence: {evidence}.", evidence=evidence_words(self._texts, finding.of))
        shown.body.addWidget(label(evidence, "small", wrap=True))
        if is_own_level(name, finding):
            shown.body.addWidget(label(self._texts(OWN_LEVEL), "small", wrap=True))
        if finding.of.folded and not self._asked_for(name, finding):
            unfold = WrapButton(self._texts("What a model says"), finding.of.name, checkable=True)
            unfold.toggled.connect(shown.setVisible)
            made.body.addWidget(unfold)
            shown.hide()
        made.body.addWidget(shown)

    def _said_of(self, name: CheckedName, finding: Finding) -> Sequence[Statement]:
        return while_sleepy(self._texts, finding.of.sentences) if name.left_for_now else finding.of.sentences

    def _members_of(self, name: CheckedName, finding: Finding) -> Sequence[Statement]:
        return () if self._asked_for(name, finding) else members_said(self._texts, name, finding.of)

    def _asked_for(self, name: CheckedName, finding: Finding) -> bool:
        """Whether somebody searched for this class itself, so that it is the answer."""
        return self.searched and finding.of.name == name.given

    def _head(self, finding: Finding) -> str:
        if finding.level is Level.NONE:
            return finding.of.name
        return f"{finding.of.name}. {levels_line(self._texts, finding)}"

    def _add_beside(self) -> None:
        for code, sentences in self._checked.conditions:
            self._column.addWidget(hairline())
            self._column.addWidget(self._condition(code, sentences))
        if not self._checked.nothing_entered:
            shared = stopping()
            said = Statement(f"{shared.others_of} {shared.others}", shared.others_sources)
            if any(name.left_for_now for name in self._checked.names):
                said = Statement(f"{shared.sleepy} {shared.sleepy_others}", shared.sleepy_sources)
            self._column.addWidget(hairline())
            self._column.addWidget(self._prose([said]))

    def _condition(self, code: Circumstance, sentences: Sequence[Statement]) -> QWidget:
        made, left, right = SideBySide(620, 14), _Column(2), _Column(2)
        left.body.addWidget(label(self._texts(CONDITION_NAMES[code]), "strong", wrap=True))
        left.body.addStretch(1)
        right.body.addWidget(self._prose(sentences))
        made.add(left, width=_LEVEL_WIDTH, lowest=0)
        made.add(right, 1, lowest=0)
        self._places[str(code)] = made
        return made

    # --- sentences and their sources ---

    def _prose(self, sentences: Sequence[Statement]) -> Prose:
        number = number_in(self._texts, self._country)
        made = Prose([Sentence(sentence.text.format(number=number), self._marks(sentence)) for sentence in sentences])
        made.chosen.connect(self.choose)
        return made

    def _marks(self, statement: Statement) -> tuple[SourceMark, ...]:
        return tuple(self._source_mark(source) for source in statement.sources)

    def _source_mark(self, source: str) -> SourceMark:
        number = self._numbers[source]
        name = source_name(self._texts, self._sources[source])
        return SourceMark(number, source, self._texts("Source {n}: {source}", n=number, source=name))

    def choose(self, mark: MarkButton) -> None:
        """Show the source of a mark below its sentences; the same mark again takes it away."""
        again = mark is self._mark
        self.close_source()
        if again:
            return
        self._mark = mark
        self.card = SourceCard(self._texts, self._sources[mark.mark.source], mark.mark.number)
        self.card.closed.connect(self.close_source)
        prose = mark.parentWidget()
        assert prose is not None
        holder = self._holder_of(prose)
        holder.insertWidget(holder.indexOf(prose) + 1, self.card)
        self.card.show()
        self.card.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.read_out()
        self.revealed.emit(self.card)

    def _holder_of(self, prose: QWidget) -> QVBoxLayout:
        parent = prose.parentWidget()
        holder = None if parent is None else parent.layout()
        assert isinstance(holder, QVBoxLayout)
        return holder

    def close_source(self) -> None:
        """Take the source away; the keyboard is where it was before."""
        if self.card is None or self._mark is None:
            return
        self._mark.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.hide()
        self.card.setParent(None)
        self.card.deleteLater()
        self.card = self._mark = None


class _Column(QWidget):
    """Things below each other."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(spacing)
