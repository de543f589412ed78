"""One line above the screen for a dose or an intake beside what was spoken of not long ago; it goes by itself."""

from __future__ import annotations

from journal.core.moments import Clock
from journal.guidance.said_before import SaidBefore, said_words
from journal.texts import Texts
from journal.ui.safety.quiet_notice import QuietNotice


class SaidBeforeLine(QuietNotice):
    """What was said and when; a button shows it again. It does not ask to be closed.

    ``first``: what is to be done before that, where a warning sign is an emergency.
    """

    def __init__(self, texts: Texts, earlier: tuple[SaidBefore, ...], clock: Clock, first: str = "") -> None:
        lines = [*([("strong", first)] if first else []), ("small", said_words(texts, earlier, clock))]
        super().__init__(
            texts, texts("From the list of interactions"), lines, texts("Show it again"), texts("My list, checked")
        )
        self.setProperty("role", "caution" if first else "")
