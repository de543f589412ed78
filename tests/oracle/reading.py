"""The rows of a journal file by plain SQL: every live entry of a period with its journal day, and what each day is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

GROUPS = ("leaf", "extract", "seven_oh", "not_said")
NOT_SAID = "not_said"
_EPOCH = dt.date(1970, 1, 1)

# A tablet is what is said of it; without a product, with another kind or with none, it is not said.
_GROUP = """
CASE WHEN kind = 'tablet' THEN coalesce(content, 'not_said')
    WHEN kind IN ('leaf_powder', 'crushed_leaf', 'capsule', 'tea') THEN 'leaf'
    WHEN kind IN ('extract', 'shot') THEN 'extract' WHEN kind = 'seven_oh' THEN 'seven_oh' ELSE 'not_said' END
"""
_DAY = "((utc_ms + offset_s * 1000 - :start * 60000) / 86400000)"
_LIVE = "deleted_ms IS NULL"
# On a page, private ratings, notes and marks are as if they had never been written; of private doses the day is known,
# and a day on which the number is not known stays one.
_SHOWN = "(NOT :page OR NOT private)"
# A value of a laboratory and a statement bear a date; they do not show that the day was written down.
_WRITTEN = " UNION ".join(
    f"SELECT {_DAY} FROM {kind} WHERE {_LIVE} AND {_SHOWN}"
    for kind in ("note", "intake", "check_in", "urge", "care", "measurement")
)
_VIEWS = f"""
CREATE TEMP TABLE everything AS
    SELECT dose.id AS id, dose.seq AS seq, utc_ms, {_DAY} AS day, recorded_ms - utc_ms AS late, basis,
        dose.product AS product, kind, {_GROUP} AS kin, dimension, dose.quantity AS quantity, dose.private AS private
    FROM dose LEFT JOIN product ON product.id = dose.product WHERE dose.{_LIVE};
CREATE TEMP TABLE taken AS SELECT * FROM everything WHERE {_SHOWN} AND day BETWEEN :first AND :last;
CREATE TEMP TABLE left_out AS SELECT day, utc_ms FROM everything WHERE NOT {_SHOWN} AND day BETWEEN :first AND :last;
CREATE TEMP TABLE begun AS
    SELECT product, kin, min(day) AS day FROM everything WHERE {_SHOWN} GROUP BY product, kin;
CREATE TEMP TABLE every_rating AS
    SELECT rating.id AS id, rating.seq AS seq, utc_ms, {_DAY} AS day, recorded_ms - utc_ms AS late, symptom, value,
        phase, dose, private
    FROM rating WHERE {_LIVE} AND {_SHOWN};
CREATE TEMP TABLE rated AS
    SELECT every_rating.*, kind FROM every_rating
    LEFT JOIN (SELECT id AS of, kind FROM symptom WHERE {_LIVE}) ON of = symptom WHERE day BETWEEN :first AND :last;
CREATE TEMP TABLE marked AS
    SELECT day, mark FROM day_mark WHERE {_LIVE} AND (mark = 'number_not_known' OR {_SHOWN});
CREATE TEMP TABLE touched AS
    SELECT day FROM every_rating UNION {_WRITTEN}
    UNION SELECT day FROM marked UNION SELECT day FROM everything;
CREATE TEMP TABLE told AS
    SELECT day FROM every_rating WHERE NOT private UNION {_WRITTEN.replace(_SHOWN, "NOT private")}
    UNION SELECT day FROM day_mark WHERE {_LIVE} AND NOT private UNION SELECT day FROM everything;
CREATE TEMP TABLE said AS SELECT day, mark FROM marked WHERE day BETWEEN :first AND :last;
CREATE INDEX temp.taken_day ON taken (day);
CREATE INDEX temp.rated_day ON rated (day);
"""  # noqa: S608

# Scales of mood are told only after a yes; without it they are as if they were not there.
_OF_MOOD = "SELECT id FROM main.symptom WHERE code IN ('mood', 'low_mood', 'anxiety')"
_WITHOUT_MOOD = (
    f"CREATE TEMP VIEW symptom AS SELECT * FROM main.symptom WHERE id NOT IN ({_OF_MOOD})",
    f"CREATE TEMP VIEW rating AS SELECT * FROM main.rating WHERE symptom NOT IN ({_OF_MOOD})",
)

_OF_DAY = """
SELECT (SELECT count(*) FROM taken WHERE day = :day) AS doses,
    (SELECT count(*) FROM left_out WHERE day = :day) AS left_out,
    (SELECT count(*) FROM said WHERE day = :day AND mark = 'none_today') AS none,
    (SELECT count(*) FROM said WHERE day = :day AND mark = 'number_not_known') AS number_not_known,
    (SELECT count(*) FROM said WHERE day = :day AND mark = 'do_not_remember') AS forgotten,
    (SELECT count(*) FROM touched WHERE day = :day) AS touched
"""
_OF_GROUPS = """
SELECT kin, count(*) AS doses,
    sum(CASE WHEN dimension = 'mass' THEN quantity END) AS mass, count(CASE WHEN dimension = 'mass' THEN quantity END) AS n_mass,
    sum(CASE WHEN dimension = 'volume' THEN quantity END) AS volume,
    count(CASE WHEN dimension = 'volume' THEN quantity END) AS n_volume,
    sum(CASE WHEN dimension = 'count' THEN quantity END) AS count, count(CASE WHEN dimension = 'count' THEN quantity END) AS n_count
FROM taken WHERE day = :day GROUP BY kin
"""  # noqa: E501


@dataclass(frozen=True)
class Day:
    """What one day is known to hold; ``groups``: the row of each group taken; ``more``: and something more, unknown."""

    state: str
    more: bool
    groups: dict[str, Any]

    @property
    def with_or_without(self) -> bool:
        """Whether it is known if anything was taken."""
        return self.more or self.state in ("use", "none")

    def may_hold_more_of(self, group: str) -> bool:
        """Because something was taken of which the group is not known."""
        return self.more or (group != NOT_SAID and NOT_SAID in self.groups)

    def possible(self, group: str) -> bool:
        """Without the group as far as is known, and perhaps with it."""
        return group not in self.groups and self.may_hold_more_of(group)


def number(day: dt.date) -> int:
    """Days since 1970."""
    return (day - _EPOCH).days


def date(day: int) -> dt.date:
    """The date so many days after 1970."""
    return _EPOCH + dt.timedelta(days=day)


class File:
    """A journal nobody has open, with the entries of the days ``first`` to ``last``; ``page``: what is not private.

    ``mood``: with its scales.
    """

    def __init__(self, path: Path, first: int, last: int, page: bool, mood: bool = True) -> None:
        self._connection = sqlcipher3.dbapi2.connect(path, isolation_level=None)
        self._connection.row_factory = sqlcipher3.dbapi2.Row
        found = self.rows("SELECT value FROM setting WHERE id = 'day_start' AND deleted_ms IS NULL")
        self.start: int = int(found[0]["value"]) if found else 240
        for statement in () if mood else _WITHOUT_MOOD:
            self._connection.execute(statement)
        for statement in _VIEWS.split(";"):
            if statement.strip():
                values = {"start": self.start, "first": first, "last": last, "page": int(page)}
                self._connection.execute(statement, values)
        self.days = {day: self._day(day) for day in range(first, last + 1)}

    def rows(self, statement: str, **values: object) -> list[Any]:
        """What the statement finds."""
        return list(self._connection.execute(statement, values))

    def one(self, statement: str, **values: object) -> Any:
        """The only value of the only row."""
        return self.rows(statement, **values)[0][0]

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _day(self, day: int) -> Day:
        (row,) = self.rows(_OF_DAY, day=day)
        groups = {each["kin"]: each for each in self.rows(_OF_GROUPS, day=day)}
        if row["doses"]:
            state = "use"
        elif row["left_out"]:
            state = "other"
        else:
            state = "none" if row["none"] else "other" if row["touched"] else "empty"
        unsure = row["forgotten"] and state == "use"
        more = bool(row["left_out"] or unsure or (row["number_not_known"] and state != "none"))
        return Day(state, more, groups)
