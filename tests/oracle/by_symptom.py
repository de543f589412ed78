"""What symptoms a period is told by, and on how many of the days on which they were rated they were noted."""

from __future__ import annotations

from typing import Any

from tests.oracle.doubled import Found
from tests.oracle.reading import File
from tests.oracle.spans import Spans

_MAIN_KINDS = "('pain', 'symptom', 'withdrawal', 'wellbeing')"
_LISTED = "SELECT * FROM symptom WHERE deleted_ms IS NULL ORDER BY position, id"
_BY_DAYS_RATED = f"""
SELECT symptom.id AS id, code FROM symptom JOIN (SELECT symptom AS of, count(DISTINCT day) AS days
    FROM rated WHERE value IS NOT NULL GROUP BY symptom) ON of = symptom.id
WHERE deleted_ms IS NULL AND kind IN {_MAIN_KINDS} ORDER BY days DESC, position, symptom.id
"""  # noqa: S608


def main_symptom(file: File) -> str | None:
    """The chosen one, else the one rated on most days."""
    chosen = [each["id"] for each in file.rows(_LISTED) if each["main"] and f"'{each['kind']}'" in _MAIN_KINDS]
    return next(iter([*chosen, *(each["id"] for each in file.rows(_BY_DAYS_RATED))]), None)


def second_symptom(file: File, main: str | None) -> str | None:
    """Sleep, else the next by days rated."""
    others = [each for each in file.rows(_BY_DAYS_RATED) if each["id"] != main]
    for code in ("sleep_quality", "insomnia"):
        for each in others:
            if each["code"] == code:
                return str(each["id"])
    return others[0]["id"] if others else None


def told_of_symptoms(file: File, spans: Spans) -> Found:
    """Side effects and withdrawal-type symptoms, each of the days on which it was rated."""
    effects = [each["id"] for each in file.rows(_LISTED) if each["kind"] == "side_effect"]
    told = [_of_symptom(file, spans, each) for each in effects]
    shown = [each for each in told if _ever(each)]
    shown.sort(key=lambda each: (-each["last28"]["k"], -each["before28"]["k"] if each["before28"] else 0))
    return {
        "side_effects": shown, "never_rated": [each["symptom"] for each in told if not _ever(each)],
        "withdrawal": _withdrawal(file, spans),
    }  # fmt: skip


def _of_symptom(file: File, spans: Spans, symptom: str) -> dict[str, Any]:
    last, before = (
        window and _rated(file, window, "symptom = :of", 1, of=symptom) for window in (spans.last28, spans.before28)
    )
    return {"symptom": symptom, "last28": last, "before28": before}


def _ever(told: dict[str, Any]) -> bool:
    return any(window and window["n"] for window in (told["last28"], told["before28"]))


def _rated(file: File, window: range, which: str, fewest: int, **values: str) -> Found:
    """Days with a rating of at least ``fewest``, of the days with one at all, and the highest."""
    row = file.rows(
        f"""SELECT count(DISTINCT CASE WHEN value >= :fewest THEN day END) AS k, count(DISTINCT day) AS n,
            max(value) AS worst FROM rated WHERE value IS NOT NULL AND {which} AND day BETWEEN :first AND :last""",  # noqa: S608
        fewest=fewest, first=window[0], last=window[-1], **values,
    )[0]  # fmt: skip
    return {"k": row["k"], "n": row["n"], "worst": row["worst"] or None}


def _withdrawal(file: File, spans: Spans) -> Found:
    first = (spans.last28 if spans.before28 is None else spans.before28)[0]
    symptoms = file.rows(
        """SELECT id FROM symptom WHERE deleted_ms IS NULL AND kind = 'withdrawal' AND id IN
           (SELECT symptom FROM rated WHERE value IS NOT NULL AND day >= :first) ORDER BY position, id""",
        first=first,
    )  # fmt: skip
    early = _rated(
        file, spans.last28,
        """kind = 'withdrawal'
           AND utc_ms / 60000 <= (SELECT min(utc_ms) / 60000 FROM taken WHERE taken.day = rated.day)
           AND NOT EXISTS
               (SELECT * FROM left_out WHERE left_out.day = rated.day
                AND left_out.utc_ms / 60000 < rated.utc_ms / 60000)""",
        4,
    )  # fmt: skip
    last, before = (
        window and _rated(file, window, "kind = 'withdrawal'", 4) for window in (spans.last28, spans.before28)
    )
    return {"symptoms": [each["id"] for each in symptoms], "last28": last, "before28": before, "before_first": early}
