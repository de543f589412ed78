"""One line above the screen from the list of interactions; no card, and it goes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from journal.texts import Texts
from journal.ui.safety.quiet_notice import Line, QuietNotice, after_emergency


class LineOfList(QuietNotice):
    """``lines`` and a button ``more`` that leads to the own list.

    ``first``: what is to be done before that, where a warning sign is an emergency; ``said_before`` is the same in one
    line, where the person closed a notice that had more of it.
    """

    def __init__(
        self, texts: Texts, lines: Iterable[Line], more: str, first: Sequence[str] = (), said_before: str = ""
    ) -> None:
        shown = list(lines)
        if first:
            self.never_scroll, shown = after_emergency(texts, first, shown)
        elif said_before:
            shown.insert(0, ("strong", said_before))
        name, leads_to = texts("From the list of interactions"), texts("My list, checked")
        super().__init__(texts, name, shown, more, leads_to, folded=bool(first))
        self.setProperty("role", "caution" if first or said_before else "")
