"""One line above the screen for a dose or an intake beside what was spoken of not long ago; it goes by itself."""

from __future__ import annotations

from journal.core.moments import Clock
from journal.guidance import Country
from journal.guidance.said_before import SaidBefore, said_lines
from journal.texts import Texts
from journal.ui.safety.quiet_notice import QuietNotice


class SaidBeforeLine(QuietNotice):
    """What was said and when, and for which signs to call; a button shows all of it. It does not ask to be closed.

    ``first``: what is to be done before that, where a warning sign is an emergency.
    """

    def __init__(
        self, texts: Texts, earlier: tuple[SaidBefore, ...], clock: Clock, country: Country, first: str = ""
    ) -> None:
        lines = [*([("strong", first)] if first else []), *said_lines(texts, earlier, clock, country)]
        super().__init__(
            texts, texts("From the list of interactions"), lines, texts("Show it again"), texts("My list, checked")
        )
        self.setProperty("role", "caution" if first else "")
