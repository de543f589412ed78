"""One line above the screen for a medicine whose class has spoken before; no card, and it goes by itself."""

from __future__ import annotations

from collections.abc import Sequence

from journal.guidance import Country
from journal.guidance.same_group import Silent, silent_lines
from journal.guidance.sources_in_short import first_sources
from journal.texts import Texts
from journal.ui.safety.line_of_list import LineOfList


class SameGroupLine(LineOfList):
    """Its name and level, and what is never left out; a button leads to the own list."""

    def __init__(
        self,
        texts: Texts,
        silent: tuple[Silent, ...],
        country: Country,
        first: Sequence[str] = (),
        said_before: str = "",
    ) -> None:
        super().__init__(
            texts, silent_lines(texts, silent, country, first_sources), texts("Read what it says"), first, said_before
        )
