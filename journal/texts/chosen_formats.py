"""What a person chooses by themselves of dates, times and numbers; everything else is as the system's region has it."""

from __future__ import annotations

from typing import NamedTuple

SYSTEM = "system"

# The regions that write so, and the days that a week begins with (0 is Monday).
CLOCKS = {"24": "en_GB", "12": "en_US"}
ORDERS = {"day": "en_GB", "month": "en_US"}
DECIMALS = {"point": "en_US", "comma": "de_DE"}
WEEKS = {"monday": 0, "saturday": 5, "sunday": 6}


class Chosen(NamedTuple):
    """Each is a key of the tables above, or anything else: as the system."""

    clock: str = SYSTEM
    order: str = SYSTEM
    decimal: str = SYSTEM
    week: str = SYSTEM


AS_THE_SYSTEM = Chosen()
