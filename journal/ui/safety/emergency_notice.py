"""What to do about a warning sign where its question is out of sight: not saved yet, or behind the form of a dose."""

from __future__ import annotations

from collections.abc import Sequence

from journal.texts import Texts
from journal.ui.safety.quiet_notice import QuietNotice, folded_away, in_sight


class EmergencyNotice(QuietNotice):
    """``first`` is what to do about it; ``more_wanted`` leads to Emergency. ``saved``: the journal holds the sign."""

    def __init__(self, texts: Texts, first: Sequence[str], saved: bool = False) -> None:
        not_saved = [] if saved else [("small", texts("It is not saved yet. The form says why."))]
        head = [*in_sight(first), *not_saved]
        self.never_scroll = len(head)
        name, more, leads_to = texts("What to do first"), texts("Emergency"), texts("Numbers to call")
        super().__init__(texts, name, [*head, *folded_away(first)], more, leads_to, folded=True)
        self.stand_out()
