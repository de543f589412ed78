"""The pages as they were made, and what the journal holds of what can be left out of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """The pages with a neutral file name. ``there``: the fields of those choices of which the journal holds something.

    ``left_out``: thoughts of suicide are there, and these pages do not print them.
    """

    pdf: bytes
    file_name: str
    there: frozenset[str]
    left_out: bool = False
