"""One line above the screen for a dose or an intake beside what was spoken of not long ago; it goes by itself."""

from __future__ import annotations

from collections.abc import Sequence

from journal.core.moments import Clock
from journal.guidance import Country
from journal.guidance.said_before import SaidBefore, said_lines
from journal.texts import Texts
from journal.ui.safety.quiet_notice import QuietNotice, after_emergency


class SaidBeforeLine(QuietNotice):
    """What was said and when, and for which signs to call; a button shows all of it. It does not ask to be closed.

    ``first``: what is to be done before that, where a warning sign is an emergency; ``said_before`` is the same in one
    line, where the person closed a notice that had more of it.
    """

    def __init__(
        self,
        texts: Texts,
        earlier: tuple[SaidBefore, ...],
        clock: Clock,
        country: Country,
        first: Sequence[str] = (),
        said_before: str = "",
    ) -> None:
        lines = list(said_lines(texts, earlier, clock, country))
        if first:
            self.never_scroll, lines = after_emergency(texts, first, lines)
        elif said_before:
            lines.insert(0, ("strong", said_before))
        name, leads_to = texts("From the list of interactions"), texts("My list, checked")
        super().__init__(texts, name, lines, texts("Show it again"), leads_to, folded=bool(first))
        self.setProperty("role", "caution" if first or said_before else "")
