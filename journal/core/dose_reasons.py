"""Why a dose was taken: the reasons that are offered. A reason that is none of these is the person's own words."""

from enum import StrEnum


class Reason(StrEnum):
    """``NORMAL`` is to feel normal, or against withdrawal."""

    PAIN = "pain"
    NORMAL = "normal"
    SLEEP = "sleep"
    ENERGY = "energy"
    MOOD = "mood"
    ANXIETY = "anxiety"
    FOCUS = "focus"
    COMPANY = "company"
    OTHER = "other"
