"""One line above the screen for a medicine whose class has spoken before; no card, and it goes by itself."""

from __future__ import annotations

from collections.abc import Sequence

from journal.guidance import Country
from journal.guidance.same_group import Silent, silent_lines
from journal.guidance.sources_in_short import first_sources
from journal.texts import Texts
from journal.ui.safety.quiet_notice import QuietNotice, after_emergency


class SameGroupLine(QuietNotice):
    """Its name and level, and what is never left out; a button leads to the own list.

    ``first``: what is to be done before that, where a warning sign is an emergency; ``said_before`` is the same in one
    line, where the person closed a notice that had more of it.
    """

    def __init__(
        self,
        texts: Texts,
        silent: tuple[Silent, ...],
        country: Country,
        first: Sequence[str] = (),
        said_before: str = "",
    ) -> None:
        lines = list(silent_lines(texts, silent, country, first_sources))
        if first:
            self.never_scroll, lines = after_emergency(texts, first, lines)
        elif said_before:
            lines.insert(0, ("strong", said_before))
        name, leads_to = texts("From the list of interactions"), texts("My list, checked")
        super().__init__(texts, name, lines, texts("Read what it says"), leads_to, folded=bool(first))
        self.setProperty("role", "caution" if first or said_before else "")
