"""One line above the screen for a dose or an intake beside what was spoken of not long ago; it goes by itself."""

from __future__ import annotations

from collections.abc import Sequence

from journal.core.moments import Clock
from journal.guidance import Country
from journal.guidance.said_before import SaidBefore, said_lines
from journal.texts import Texts
from journal.ui.safety.line_of_list import LineOfList


class SaidBeforeLine(LineOfList):
    """What was said and when, and for which signs to call; a button shows all of it. It does not ask to be closed."""

    def __init__(
        self,
        texts: Texts,
        earlier: tuple[SaidBefore, ...],
        clock: Clock,
        country: Country,
        first: Sequence[str] = (),
        said_before: str = "",
    ) -> None:
        super().__init__(texts, said_lines(texts, earlier, clock, country), texts("Show it again"), first, said_before)
