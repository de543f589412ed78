"""How an amount is known, as pills."""

from __future__ import annotations

from journal.core.amounts import Basis
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.kit.chip_row import ChipRow

# Weighing is not carried over to the next dose; a counted or guessed amount stays that when it is taken again.
_AGAIN = {Basis.WEIGHED: Basis.AS_LAST_TIME, Basis.AS_LAST_TIME: Basis.AS_LAST_TIME}
_WORDS = marked({
    Basis.AS_LAST_TIME: "as last time", Basis.WEIGHED: "weighed", Basis.LABEL: "from the label",
    Basis.COUNTED: "counted", Basis.GUESSED: "guessed", Basis.UNKNOWN: "unknown",
})  # fmt: skip


def taken_again(basis: Basis) -> Basis:
    """How the amount is known when it is taken once more."""
    return _AGAIN.get(basis, basis)


class BasisChips(ChipRow):
    """One of them, or none; "as last time" only where there was one."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts("How the amount is known"), optional=True)
        self._texts = texts
        self.offer(again=False)

    def offer(self, again: bool) -> None:
        """With "as last time" or without."""
        kept = {basis: words for basis, words in _WORDS.items() if again or basis is not Basis.AS_LAST_TIME}
        self.set_choices([(basis, self._texts(words)) for basis, words in kept.items()])
