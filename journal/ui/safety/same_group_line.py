"""One line above the screen for a medicine whose class has spoken before; no card, and it goes by itself."""

from __future__ import annotations

from journal.guidance.same_group import Silent, silent_words
from journal.texts import Texts
from journal.ui.safety.quiet_notice import QuietNotice


class SameGroupLine(QuietNotice):
    """What it is called and at which level; "Read what it says" leads to the own list."""

    never_scroll = 1

    def __init__(self, texts: Texts, silent: tuple[Silent, ...]) -> None:
        words = silent_words(texts, silent)
        name, leads_to = texts("From the list of interactions"), texts("My list, checked")
        super().__init__(texts, name, [("small", words)], texts("Read what it says"), leads_to)
        self.setProperty("role", "")
