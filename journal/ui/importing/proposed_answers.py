"""What open words of a table probably mean, in one message: answered so with one press, or left as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt

from journal.core.plaintext import clean_name, shortened
from journal.texts import Texts
from journal.texts.listing import first_of
from journal.ui.kit.fields import Choice
from journal.ui.kit.inline_message import InlineMessage

_SHOWN, _LONGEST = 4, 30


class Proposal(NamedTuple):
    """A word that nobody has answered, the field that asks for it, and what it probably means."""

    word: str
    choice: Choice
    meant: str

    def words(self, texts: Texts) -> str:
        """The word, and the line of its field that would be chosen."""
        line = self.choice.itemText(self.choice.findData(self.meant))
        return texts("“{word}”: {meant}", word=clean_name(shortened(self.word, _LONGEST)), meant=line)


class ProposedAnswers(InlineMessage):
    """``take`` answers all of them; what was declined once is not proposed again."""

    def __init__(self, texts: Texts, take: Callable[[Sequence[Proposal]], object]) -> None:
        super().__init__()
        self._texts, self._take = texts, take
        self._declined: set[str] = set()

    def propose(self, proposals: Sequence[Proposal]) -> None:
        """Show these; nothing where there are none."""
        open_ones = [proposal for proposal in proposals if proposal.word not in self._declined]
        if not open_ones:
            self.dismiss()
            return
        texts = self._texts
        words_shown = first_of(texts, open_ones, _SHOWN, lambda proposal: proposal.words(texts))
        likely = texts.plural("{n} word of this file has a likely meaning:",
                              "{n} words of this file have a likely meaning:", len(open_ones))  # fmt: skip
        words = "\n".join([likely, " · ".join(words_shown)])
        if self.text() == words and not self.isHidden():
            return
        yes = texts.plural("Answer this word so", "Answer these {n} words so", len(open_ones))
        self.show_message(
            words,
            [(yes, lambda: self._answer(open_ones)), (texts("Leave open"), lambda: self._decline(open_ones))],
        )

    def _answer(self, proposals: Sequence[Proposal]) -> None:
        self._take(proposals)
        _lead_to_first(proposals)

    def _decline(self, proposals: Sequence[Proposal]) -> None:
        self._declined |= {proposal.word for proposal in proposals}
        _lead_to_first(proposals)


def _lead_to_first(proposals: Sequence[Proposal]) -> None:
    """The button is gone; where the words are asked for it is seen what became of them, and can be changed."""
    proposals[0].choice.setFocus(Qt.FocusReason.TabFocusReason)
