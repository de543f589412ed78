"""What a row shows of an entry, of a day or of a run of days."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """``spoken`` is the same for a screen reader, with the day. ``rated``: its icon has the colours of numbers.

    ``short_title`` and ``short_fact`` stand in their places where there is no room.
    """

    title: str
    detail: str = ""
    fact: str = ""
    time: str = ""
    icon: str = ""
    spoken: str = ""
    rated: bool = False
    short_title: str = ""
    short_fact: str = ""
