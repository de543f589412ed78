"""What the pages must say of batches with a laboratory's figures, from the rows: those with a dose on a day of a sign.

A side effect or a warning symptom that was rated 1 or more on a day on which a dose of the batch was taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from journal.reports import ReportOptions
from tests.oracle.reading import File, date

_BATCHES = "SELECT * FROM batch WHERE deleted_ms IS NULL AND NOT private AND trim(figures) <> ''"
_ON = """
SELECT DISTINCT taken.day AS day, rated.symptom AS symptom FROM taken
JOIN (SELECT id AS of, batch FROM dose) ON of = taken.id
JOIN rated ON rated.day = taken.day JOIN symptom ON symptom.id = rated.symptom
WHERE batch = :batch AND rated.value >= 1 AND symptom.deleted_ms IS NULL
    AND (symptom.kind IN ('side_effect', 'warning') OR code = 'palpitations')
    AND (:suicidal OR coalesce(code, '') <> 'suicidal_thoughts')
ORDER BY day
"""
_DAYS = 4
# Where it goes on upon the next page: the footer, and the title that is repeated. Of one page only: the page before may
# go on with another title, and what stands between its footer and this one must not be lost.
_BREAK = re.compile(
    r" Name: (?:(?! Name: ).)*?"
    r" A personal journal, (?:(?! A personal journal, ).)*? Page \d+ of \d+ Medicines, health and questions "
)


class Batches:
    """Of one journal's pages; ``names``: of symptoms, inside of a sentence; ``products``: those that they name."""

    def __init__(
        self, file: File, options: ReportOptions, names: Mapping[str, str], products: Mapping[str, str]
    ) -> None:
        self._options, self._names, self._products = options, names, products
        self._lots = [row["lot"] for row in file.rows("SELECT lot FROM batch")]
        self._told = []
        for batch in file.rows(_BATCHES):
            found: dict[str, list[int]] = {}
            for row in file.rows(_ON, batch=batch["id"], suicidal=int(options.suicidal)):
                found.setdefault(row["symptom"], []).append(row["day"])
            if found:
                self._told.append((batch, found))

    @property
    def products_named(self) -> set[str]:
        """Of the batches that are told; some were taken before the last 28 days, where nothing else names them."""
        return {batch["product"] for batch, _ in self._told}

    def wrong(self, pages: str) -> Iterator[str]:
        """What differs from what ``pages`` say; they name no other lot."""
        said = _BREAK.sub(" ", pages)
        for batch, found in self._told:
            source = f"source: {batch['figures_source']}" if batch["figures_source"] else "source not said"
            begin = f"{self._products[batch['product']]}, lot {batch['lot']}. “{batch['figures']}”; {source}; "
            begin += "on days with a dose of it: "
            if begin not in said:
                yield begin
                continue
            rest = said.split(begin, 1)[1].split(").", 1)[0] + ")"
            wanted = {f"{self._names[symptom]} ({self._days(days)})" for symptom, days in found.items()}
            told = {f"{part.strip(' ,)')})" for part in rest.split("),")}
            if told != wanted:
                yield f"{begin}{wanted} and not {told}"
        lots = {batch["lot"] for batch, _ in self._told}
        yield from (f"names {lot}" for lot in self._lots if lot not in lots and lot in said)

    def _days(self, days: list[int]) -> str:
        words = [self._day(date(day)) for day in days]
        few = len(words) <= _DAYS + 1
        return ", ".join(words if few else [*words[:_DAYS], f"and {len(days) - _DAYS} more"])

    def _day(self, day: dt.date) -> str:
        return f"{day.day} {day:%b}" if self._options.period.days <= 365 else f"{day.day} {day:%b %Y}"
