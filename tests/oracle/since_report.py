"""What the pages must say of the time since the last report, from the rows: every line of it, or none at all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from journal.reports import ReportOptions
from tests.oracle.health import NAMES
from tests.oracle.reading import File, date, number
from tests.oracle.visited import CONDITION_NAMES, LAB_NAMES
from tests.oracle.warned import Now

TITLE = "Since the last report"
_SIGNS = "Warning symptoms from that day on"
# Where it goes on upon the next page: the footer, and the title that is repeated.
_BREAK = re.compile(
    r" Name: (?:(?! Name: ).)*? A personal journal, .*? Page \d+ of \d+ Medicines, health and questions "
)
_REPORTS = "SELECT value FROM setting WHERE id = 'reports' AND deleted_ms IS NULL"
_BEGUN_OR_ENDED = "SELECT name, since, until FROM substance WHERE deleted_ms IS NULL AND NOT private"
_CONDITIONS = "SELECT what, name, since FROM condition WHERE deleted_ms IS NULL AND NOT private"
_FIRST_TAKEN = "SELECT product, min(day) AS day FROM begun WHERE product IS NOT NULL GROUP BY product"
_LABS = "SELECT what, day FROM lab_result WHERE deleted_ms IS NULL AND NOT private AND day BETWEEN :first AND :last"


class SinceReport:
    """Of one journal's pages, made ``now``; ``named``: the products they name; ``signs_since``: the warning symptoms
    that may be told, from a day on.
    """

    def __init__(
        self,
        file: File,
        options: ReportOptions,
        now: Now,
        named: Mapping[str, str],
        signs_since: Callable[[int], list[str]],
    ) -> None:
        self._file, self._options, self._named, self._signs_since = file, options, named, signs_since
        today = (now.local - dt.datetime(1970, 1, 1) - dt.timedelta(minutes=file.start)).days
        last = self._last = number(options.period.last)
        self._until = last if last < today - 1 else max(today, last)
        rows = file.rows(_REPORTS)
        days = [number(dt.date.fromisoformat(day)) for day in rows[0]["value"].split()] if rows else []
        self._report = max((day for day in days if day < today), default=None)

    def wrong(self, pages: str) -> Iterator[str]:
        """What differs from the section that ``pages`` hold."""
        if self._report is None:
            yield from [f"there is no report before, and yet: {TITLE}"] if TITLE in pages else []
            return
        end = f"It went out on {_short(self._report)}."
        if f"{TITLE} " not in pages or end not in pages:
            yield f"{TITLE} ... {end}"
            return
        section = _BREAK.sub(" ", pages.split(f"{TITLE} ", 1)[1].split(end, 1)[0]).strip()
        terms = {
            _SIGNS: self._signs_since(self._report),
            "New": self._new(),
            "Ended": self._ended(),
            "Laboratory": self._laboratory(),
        }
        wanted = {term: sorted(set(found)) for term, found in terms.items() if found}
        if (told := _read(section)) != wanted:
            yield f"{TITLE}: {wanted} and not {told}"

    def substances(self) -> set[str]:
        """The names of medicines and others that it tells."""
        rows = self._substances() if self._report is not None else []
        return {row["name"] for row in rows if self._after(row["since"]) or self._after(row["until"])}

    def _after(self, day: int | None) -> bool:
        return day is not None and self._report is not None and self._report < day <= self._until

    def _substances(self) -> list[Any]:
        return [row for row in self._file.rows(_BEGUN_OR_ENDED) if getattr(self._options, NAMES[row["name"]][1])]

    def _new(self) -> list[str]:
        found = [_dated(row["name"], row["since"]) for row in self._substances() if self._after(row["since"])]
        for row in self._file.rows(_CONDITIONS):
            told = self._options.mood if row["what"] == "mental_health" else self._options.conditions
            if told and self._after(row["since"]):
                found.append(_dated(f"{CONDITION_NAMES[row['what']]}: {row['name']}", row["since"]))
        first_days = {row["product"]: row["day"] for row in self._file.rows(_FIRST_TAKEN)}
        settled = min(first_days.values(), default=0) + 28
        for product, day in first_days.items():
            if settled <= day <= self._last and self._after(day) and product in self._named:
                found.append(f"{self._named[product]} first taken on {_short(day)}")
        return found

    def _ended(self) -> list[str]:
        return [_dated(row["name"], row["until"]) for row in self._substances() if self._after(row["until"])]

    def _laboratory(self) -> list[str]:
        rows = self._file.rows(_LABS, first=self._report, last=self._until)
        return [_dated(LAB_NAMES[row["what"]], row["day"]) for row in rows if self._after(row["day"])]


def _read(section: str) -> dict[str, list[str]]:
    """Term by term what a section lists."""
    if section == "Nothing is listed here.":
        return {}
    found, term = dict[str, list[str]](), ""
    for word in section.split(". "):
        if word in (_SIGNS, "New", "Ended", "Laboratory"):
            term = word
            continue
        found[term] = sorted(word.removesuffix(".").split("; "))
    return found


def _dated(name: str, day: int) -> str:
    return f"{name} on {_short(day)}"


def _short(day: int) -> str:
    return f"{date(day).day} {date(day):%b %Y}"
