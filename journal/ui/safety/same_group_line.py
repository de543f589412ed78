"""One line above the screen for a medicine whose class has spoken before; no card, and it goes by itself."""

from __future__ import annotations

from journal.guidance import Country
from journal.guidance.same_group import Silent, silent_lines
from journal.guidance.sources_in_short import first_sources
from journal.texts import Texts
from journal.ui.safety.quiet_notice import QuietNotice


class SameGroupLine(QuietNotice):
    """Its name and level, and what is never left out; a button leads to the own list.

    ``first``: what is to be done before that, where a warning sign is an emergency.
    """

    def __init__(self, texts: Texts, silent: tuple[Silent, ...], country: Country, first: str = "") -> None:
        lines = [*([("strong", first)] if first else []), *silent_lines(texts, silent, country, first_sources)]
        name, leads_to = texts("From the list of interactions"), texts("My list, checked")
        super().__init__(texts, name, lines, texts("Read what it says"), leads_to)
        self.setProperty("role", "caution" if first else "")
