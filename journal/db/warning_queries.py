"""Reading the warning symptoms that were noted and what is close to them, by the indexes of time."""

from __future__ import annotations

import datetime as dt
import json

from journal.core.figure_facts import LeftOut, TextFact
from journal.core.journal_day import local_span
from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS
from journal.core.warning_facts import HOURS_BEFORE, NOTE_NEAR, PALPITATIONS, NearDose, SignFact, WarningFacts
from journal.core.warning_words import sign_meant
from journal.db.connection import SqlConnection

# The range of wall-clock times is wide enough for any two zones; the true distance is that of the instants.
_NEAR = NOTE_NEAR * MINUTE_MS
_SIGNS = f"""
SELECT {", ".join(SignFact._fields)} FROM rating
WHERE symptom IN (
        SELECT id FROM symptom WHERE kind = 'warning' OR code = '{PALPITATIONS}'
            OR id IN (SELECT value FROM json_each(?))
    ) AND value IS NOT 0 AND deleted_ms IS NULL AND local_ms >= ?
"""
_BESIDE = f"""
ON other.local_ms BETWEEN sign.local_ms - {DAY_MS + _NEAR} AND sign.local_ms + {DAY_MS + _NEAR}
WHERE other.deleted_ms IS NULL AND (NOT other.private OR ?)
"""
_TEXTS = f"""
WITH sign AS ({_SIGNS})
SELECT other.utc_ms, other.local_ms, other.text, NULL AS dose, other.id AS note, NULL AS product
FROM sign CROSS JOIN note AS other {_BESIDE}
    AND other.utc_ms BETWEEN sign.utc_ms - {_NEAR} AND sign.utc_ms + {_NEAR}
UNION SELECT other.utc_ms, other.local_ms, other.note, other.id, NULL, other.product
FROM sign JOIN dose AS other ON other.id = sign.dose
WHERE other.deleted_ms IS NULL AND (NOT other.private OR ?) AND other.note <> ''
ORDER BY 1, 4, 3
"""
_DOSES = f"""
WITH sign AS ({_SIGNS})
SELECT DISTINCT other.seq, other.private, {", ".join(f"other.{column}" for column in NearDose._fields)}
FROM sign CROSS JOIN dose AS other {_BESIDE}
    AND other.utc_ms BETWEEN sign.utc_ms - {HOURS_BEFORE * HOUR_MS} AND sign.utc_ms
ORDER BY other.utc_ms, other.seq
"""


def warning_facts(connection: SqlConnection, first: dt.date, day_start: int, private: bool = False) -> WarningFacts:
    """Every sign from the journal day ``first`` (and the day before it) on, with texts and doses near.

    ``private``: with those texts and doses, too, that are marked so.
    """
    start, _ = local_span(first - dt.timedelta(days=1), first, day_start)
    rows, which = connection.execute, (_called_so(connection), start)
    doses = [(row[1], NearDose._make(row[2:])) for row in rows(_DOSES, (*which, True))]
    return WarningFacts(
        first,
        day_start,
        signs=tuple(map(SignFact._make, rows(f"{_SIGNS} ORDER BY utc_ms, seq", which))),
        texts=tuple(map(TextFact._make, rows(_TEXTS, (*which, private, private)))),
        doses=tuple(dose for hidden, dose in doses if private or not hidden),
        left_out=tuple(LeftOut(dose.utc_ms, dose.local_ms) for hidden, dose in doses if hidden and not private),
    )


def _called_so(connection: SqlConnection) -> str:
    """The ids of the person's own symptoms whose names mean a warning sign, as a JSON list."""
    own_symptoms = connection.execute("SELECT id, name FROM symptom WHERE code IS NULL")
    return json.dumps([symptom_id for symptom_id, name in own_symptoms if sign_meant(name) is not None])
