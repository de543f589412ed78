"""The rows of a journal file by plain SQL: every live entry with its journal day, and the state of every day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

LEAF = ("leaf_powder", "crushed_leaf", "capsule", "tea")
STRONG = ("extract", "shot", "tablet", "seven_oh")
_EPOCH = dt.date(1970, 1, 1)

_DAY = "(utc_ms + offset_s * 1000 - :start * 60000) / 86400000"
_LEAF = ", ".join(f"'{each}'" for each in LEAF)
_STRONG = ", ".join(f"'{each}'" for each in STRONG)
_VIEWS = f"""
CREATE TEMP TABLE taken AS
    SELECT dose.id AS id, dose.seq AS seq, utc_ms, {_DAY} AS day, recorded_ms - utc_ms AS late, basis,
        dose.product AS product, coalesce(kind IN ({_LEAF}), 0) AS leaf, coalesce(kind IN ({_STRONG}), 0) AS strong,
        dose.product IS NULL AS unnamed,
        CASE WHEN dimension = 'mass' THEN dose.quantity END AS mg
    FROM dose LEFT JOIN product ON product.id = dose.product
    WHERE dose.deleted_ms IS NULL AND {_DAY} BETWEEN :first AND :last;
CREATE TEMP TABLE rated AS
    SELECT rating.seq AS seq, utc_ms, {_DAY} AS day, recorded_ms - utc_ms AS late, symptom, value,
        phase, dose, kind, code, rating.private AS private
    FROM rating JOIN symptom ON symptom.id = rating.symptom
    WHERE rating.deleted_ms IS NULL AND {_DAY} BETWEEN :first AND :last;
CREATE TEMP TABLE said AS
    SELECT day, max(mark = 'none_today') AS none, max(mark = 'number_not_known') AS number_not_known
    FROM day_mark WHERE deleted_ms IS NULL AND day BETWEEN :first AND :last GROUP BY day;
CREATE TEMP TABLE noted AS SELECT {_DAY} AS day FROM note WHERE deleted_ms IS NULL AND {_DAY} BETWEEN :first AND :last;
CREATE TEMP TABLE told AS
    SELECT {_DAY} AS day, utc_ms, text, NULL AS dose FROM note WHERE deleted_ms IS NULL AND private = 0
    UNION ALL SELECT {_DAY}, utc_ms, note, id FROM dose WHERE deleted_ms IS NULL AND private = 0 AND note <> '';
CREATE TEMP TABLE begun AS
    SELECT dose.product AS product, min({_DAY}) AS day FROM dose JOIN product ON product.id = dose.product
    WHERE dose.deleted_ms IS NULL GROUP BY dose.product;
"""  # noqa: S608

_OF_DAY = """
SELECT (SELECT count(*) FROM taken WHERE day = :day) AS doses,
    (SELECT coalesce(sum(leaf), 0) FROM taken WHERE day = :day) AS leaf,
    (SELECT coalesce(sum(strong), 0) FROM taken WHERE day = :day) AS strong,
    (SELECT coalesce(sum(unnamed), 0) FROM taken WHERE day = :day) AS unnamed,
    (SELECT count(*) FROM taken WHERE day = :day AND leaf AND mg IS NULL) AS unweighed,
    (SELECT coalesce(sum(mg), 0) FROM taken WHERE day = :day AND leaf) AS mg,
    (SELECT count(*) FROM said WHERE day = :day AND none) AS none,
    (SELECT count(*) FROM said WHERE day = :day AND number_not_known) AS number_not_known,
    (SELECT count(*) FROM said WHERE day = :day) + (SELECT count(*) FROM rated WHERE day = :day)
        + (SELECT count(*) FROM noted WHERE day = :day) AS others
"""


@dataclass
class Day:
    """What one day comes to; ``grams`` and ``count`` None: left out of the leaf figures.

    ``partly``: grams that are known of a day left out. ``uncounted``: a day of use without a single dose written down.
    """

    state: str
    grams: float | None
    count: int | None
    leaf: int
    strong: int
    unnamed: int
    partly: float
    uncounted: bool

    @property
    def used(self) -> bool:
        """With leaf, or perhaps."""
        return bool(self.leaf or self.unnamed or self.uncounted)


def number(day: dt.date) -> int:
    """Days since 1970."""
    return (day - _EPOCH).days


def date(day: int) -> dt.date:
    """The date so many days after 1970."""
    return _EPOCH + dt.timedelta(days=day)


class File:
    """A journal nobody has open, with the entries of the days ``first`` to ``last``."""

    def __init__(self, path: Path, first: int, last: int) -> None:
        self._connection = sqlcipher3.dbapi2.connect(path, isolation_level=None)
        self._connection.row_factory = sqlcipher3.dbapi2.Row
        found = self.rows("SELECT value FROM setting WHERE id = 'day_start' AND deleted_ms IS NULL")
        start = int(found[0]["value"]) if found else 240
        for statement in _VIEWS.split(";"):
            if statement.strip():
                self._connection.execute(statement, {"start": start, "first": first, "last": last})
        self._connection.execute("CREATE INDEX temp.taken_day ON taken (day)")
        self._connection.execute("CREATE INDEX temp.rated_day ON rated (day)")
        self.days = {day: self._day(day) for day in range(first, last + 1)}

    def rows(self, statement: str, **values: object) -> list[Any]:
        """What the statement finds."""
        return list(self._connection.execute(statement, values))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _day(self, day: int) -> Day:
        (row,) = self.rows(_OF_DAY, day=day)
        state = "use" if row["doses"] else "none" if row["none"] else "other" if row["others"] else "empty"
        grams, count = leaf_figures(row, state)
        partly = row["mg"] / 1000 if grams is None else 0.0
        uncounted = state == "other" and row["number_not_known"] > 0
        return Day(state, grams, count, row["leaf"], row["strong"], row["unnamed"], partly, uncounted)


def leaf_figures(row: Any, state: str) -> tuple[float | None, int | None]:
    """Grams and doses of leaf on a day, or None where they are not known."""
    if state == "none":
        return 0.0, 0
    if not row["leaf"] or row["unnamed"] or row["number_not_known"]:
        return None, None
    return None if row["unweighed"] else row["mg"] / 1000, row["leaf"]
