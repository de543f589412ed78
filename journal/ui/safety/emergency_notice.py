"""What to do about a warning sign that could not be saved: its question cannot be asked yet, but help does not wait."""

from __future__ import annotations

from collections.abc import Sequence

from journal.texts import Texts
from journal.ui.safety.quiet_notice import QuietNotice, emergency_lines


class EmergencyNotice(QuietNotice):
    """``first`` is what to do about it; ``more_wanted`` leads to Emergency."""

    def __init__(self, texts: Texts, first: Sequence[str]) -> None:
        self.never_scroll = len(first)
        lines = [*emergency_lines(first), ("small", texts("It is not saved yet. The form says why."))]
        super().__init__(texts, texts("What to do first"), lines, texts("Emergency"), texts("Numbers to call"))
        self.stand_out()
