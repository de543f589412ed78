"""Babel's patterns of dates, which load whatever TZ says: Babel looks for the computer's zone as it is imported.

A TZ that names no zone, such as ":/etc/passwd", would end every command there. What is used of Babel needs no zone.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _no_zone_looked_for() -> Iterator[None]:
    asked = os.environ.get("TZ")
    os.environ["TZ"] = "Etc/UTC"
    try:
        yield
    finally:
        del os.environ["TZ"]
        if asked is not None:
            os.environ["TZ"] = asked


with _no_zone_looked_for():
    from babel.dates import DateTimePattern, match_skeleton, parse_pattern

__all__ = ["DateTimePattern", "match_skeleton", "parse_pattern"]
