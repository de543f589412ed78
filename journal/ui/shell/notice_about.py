"""Of what the one notice speaks, beside what the list of interactions said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.guidance.blood_pressure import HighPressure
    from journal.ui.shell.found_after_saving import Found


@dataclass(frozen=True, slots=True)
class About:
    """One of these, or of what the list said alone.

    ``at_form``: the form for which an emergency is told of, and with which that goes. ``signs``: some that could not be
    saved. ``high``: a blood pressure, ``unsaved`` if that could not be, either. ``line``: what has one quiet line.
    """

    at_form: str = ""
    signs: bool = False
    high: HighPressure | None = None
    unsaved: bool = False
    line: Found | None = None

    @property
    def waits_for_form(self) -> bool:
        """Whether a form decides how long it is said."""
        return bool(self.at_form) or self.signs


THE_LIST = About()
