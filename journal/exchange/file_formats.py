"""The formats that can be read."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What a file is: ours, that of a program that is known, or a table whose columns a person explains."""

    OWN_JSON = "json"
    OWN_CSV = "csv"
    OWN_ZIP = "zip"
    HERBAL_TRACKER = "herbal-tracker"
    HERBAL_TRACKER_CSV = "herbal-tracker-csv"
    PSYCHONAUTWIKI = "psychonautwiki"
    MEDTIMER = "medtimer"
    MEDTIMER_CSV = "medtimer-csv"
    TRACK_AND_GRAPH = "track-and-graph"
    LOOP = "loop"
    TEA_TAPER = "tea-taper"
    TABLE = "table"


OURS = frozenset({Format.OWN_JSON, Format.OWN_CSV, Format.OWN_ZIP})
