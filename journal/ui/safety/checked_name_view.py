"""One name of a checked list: whom to ask, then what each class says of it, with its evidence and sources."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.guidance import Country, Statement
from journal.guidance.interaction_words import (
    NOT_TOGETHER,
    NOTHING_IN_LIST,
    beside,
    evidence_words,
    higher_members_words,
    members_said,
    not_checked_words,
    own_level_words,
    state_words,
)
from journal.guidance.interactions import Level
from journal.guidance.left_off import while_sleepy
from journal.guidance.level_words import levels_line, possible_levels
from journal.guidance.matching import CheckedName, Finding
from journal.guidance.recognising import folded_name
from journal.texts import Texts
from journal.ui.kit.widgets import label, quiet_label
from journal.ui.kit.wrap_button import WrapButton
from journal.ui.safety.cited_sentences import CitedSentences


class StackedParts(QWidget):
    """Things below each other."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(spacing)


class CheckedNameView(StackedParts):
    """``searched``: it was looked up, so a class that was asked for is the answer itself.

    ``name_chosen`` with a name that was meant instead, where that can be looked up at once.
    """

    name_chosen = Signal(str)

    def __init__(
        self,
        texts: Texts,
        name: CheckedName,
        cited: CitedSentences,
        country: Country,
        searched: bool = False,
        take_no_more: bool = False,
    ) -> None:
        super().__init__(4)
        self._texts, self._of, self._cited, self._searched = texts, name, cited, searched
        self.body.addWidget(label(name.given, "strong", wrap=True))
        if not name.recognised.is_known:
            self._add_not_checked(country)
            return
        if beside_name := self._beside_name():
            self.body.addWidget(quiet_label(beside_name, wrap=True))
        # What to do comes first, then why.
        for sentence in (*self._asked(take_no_more), *higher_members_words(texts, name)):
            self.body.addWidget(label(sentence, wrap=True))
        for finding in name.findings:
            self._add_finding(finding)

    def _beside_name(self) -> str:
        """What is known of a name; of a whole class what belongs to it."""
        name = self._of
        if name.whole_class:
            members = [member for member in name.recognised.generics if folded_name(member) != folded_name(name.given)]
            return ", ".join(members)
        return state_words(self._texts, name)

    def _asked(self, take_no_more: bool) -> list[str]:
        if self._of.level is Level.NOTHING_IN_LIST:
            return [self._texts(NOTHING_IN_LIST)]
        asked = beside(self._texts, self._of, take_no_more)
        # Nobody is to be asked about it, and the title of its section may be far above.
        alone = possible_levels(self._of) == (Level.DO_NOT_MIX,)
        return [self._texts(NOT_TOGETHER), *asked] if alone else asked

    def _add_not_checked(self, country: Country) -> None:
        self.body.addWidget(label(not_checked_words(self._texts, country), wrap=True))
        if self._searched:
            self._add_meant()
        elif self._of.recognised.meant:
            meant = self._texts(" or ").join(self._of.recognised.meant)
            words = self._texts("Did you mean {names}? Then change the name.", names=meant)
            self.body.addWidget(label(words, wrap=True))

    def _add_meant(self) -> None:
        for meant in self._of.recognised.meant:
            asked = WrapButton(self._texts("Did you mean {names}?", names=meant))
            asked.clicked.connect(lambda _checked=False, meant=meant: self.name_chosen.emit(meant))
            self.body.addWidget(asked)

    def _add_finding(self, finding: Finding) -> None:
        shown = StackedParts(2)
        shown.body.addWidget(label(self._head(finding), "small", wrap=True))
        shown.body.addWidget(self._cited.prose((*self._said_of(finding), *self._members_of(finding))))
        evidence = self._texts("Evidence: {evidence}.", evidence=evidence_words(self._texts, finding.of))
        shown.body.addWidget(label(evidence, "small", wrap=True))
        if own := own_level_words(self._texts, self._of, finding):
            shown.body.addWidget(label(own, "small", wrap=True))
        if finding.of.folded and not self._is_asked_for(finding):
            unfold = WrapButton(self._texts("What a model says"), finding.of.name, checkable=True)
            unfold.toggled.connect(shown.setVisible)
            self.body.addWidget(unfold)
            shown.hide()
        self.body.addWidget(shown)

    def _said_of(self, finding: Finding) -> Sequence[Statement]:
        return while_sleepy(self._texts, finding.of.sentences) if self._of.left_for_now else finding.of.sentences

    def _members_of(self, finding: Finding) -> Sequence[Statement]:
        return () if self._is_asked_for(finding) else members_said(self._texts, self._of, finding.of)

    def _is_asked_for(self, finding: Finding) -> bool:
        """Whether somebody searched for this class itself, so that it is the answer."""
        return self._searched and finding.of.name == self._of.given

    def _head(self, finding: Finding) -> str:
        if finding.level is Level.NONE:
            return finding.of.name
        return f"{finding.of.name}. {levels_line(self._texts, self._of, finding)}"
