"""What to do about a warning sign where its question is out of sight: not saved yet, or behind the form of a dose."""

from __future__ import annotations

from collections.abc import Sequence

from journal.texts import Texts
from journal.ui.safety.quiet_notice import Line, QuietNotice, folded_away, in_sight


class EmergencyNotice(QuietNotice):
    """``first`` is what to do about it; ``more_wanted`` leads to Emergency.

    ``saved``: the journal holds the sign; ``about_more`` is said then to who is about to take something. ``waiting`` is
    what the list said of something and nobody closed: its first line is in sight, and the rest below all else.
    """

    def __init__(
        self,
        texts: Texts,
        first: Sequence[str],
        saved: bool = False,
        about_more: Sequence[str] = (),
        waiting: Sequence[Line] = (),
    ) -> None:
        no_more = [("", words) for words in about_more]
        beside = no_more[:1] if saved else [("small", texts("It is not saved yet. The form says why."))]
        head = [*in_sight(first), *beside, *waiting[:1]]
        self.never_scroll = len(head)
        lines = [*head, *folded_away(first, no_more[1:], waiting[:1], waiting[1:])]
        name, more, leads_to = texts("What to do first"), texts("Emergency"), texts("Numbers to call")
        super().__init__(texts, name, lines, more, leads_to, folded=True)
        self.stand_out()
