"""What the pages must say of medicines, alcohol, function, values and conditions, recounted from the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from journal.reports import ReportOptions
from tests.oracle.health import BEFORE_THE_LIST, NAMES
from tests.oracle.measured import MeasuredAtHome
from tests.oracle.numbers import plural
from tests.oracle.reading import File, date, number
from tests.oracle.warned import Now

ROWS = tuple(dict.fromkeys(row for row, _ in NAMES.values() if row))
LAST_ROW = "Other medicine"
SEDATIVE_ROWS = {"Benzodiazepine, z-drug", "Gabapentinoid", "Opioid"}
FIRST_ROWS = {*SEDATIVE_ROWS, "Naltrexone, buprenorphine"}
# Of two in one row what is not said where only this one is named.
OTHER_OF = {"Diazepam": "z-drug", "Zopiclone": "benzodiazepine", "Revia": "buprenorphine"}
DENIED = {
    "Benzodiazepine, z-drug": "benzodiazepine or z-drug", "Gabapentinoid": "gabapentinoid", "Opioid": "opioid",
    "Naltrexone, buprenorphine": "naltrexone or buprenorphine", "Antidepressant": "antidepressant",
    LAST_ROW: "other medicine",
}  # fmt: skip
ALONE = {"Diazepam": "Benzodiazepine", "Zopiclone": "Z-drug", "Revia": "Opioid antagonist"}
OLD_AFTER = 90  # days
_DAY = "(utc_ms + offset_s * 1000 - :start * 60000) / 86400000"
_SUBSTANCES = "SELECT * FROM substance WHERE deleted_ms IS NULL"
_INTAKES = f"""
SELECT intake.what AS what, intake.drinks AS drinks, {_DAY} AS day, substance,
    intake.private OR coalesce((SELECT private FROM substance AS s WHERE s.id = intake.substance), 0) AS private
FROM intake WHERE deleted_ms IS NULL AND {_DAY} BETWEEN :first AND :last
"""  # noqa: S608
_PEG = f"""
SELECT answers, utc_ms + offset_s * 1000 AS local_ms FROM check_in
WHERE deleted_ms IS NULL AND NOT private AND instrument = 'peg' AND {_DAY} BETWEEN :first AND :last
ORDER BY utc_ms, seq
"""  # noqa: S608
_LABS = "SELECT * FROM lab_result WHERE deleted_ms IS NULL AND NOT private AND day BETWEEN :first AND :last"
_SAID = """
SELECT id, day, answer, private, recorded_ms FROM statement
WHERE deleted_ms IS NULL AND subject = 'nothing_else' AND day <= :today
ORDER BY day DESC, recorded_ms DESC, seq LIMIT 1
"""
_WRITTEN = """
SELECT change.entry AS entry, min(change_set.at_ms) AS at_ms
FROM change JOIN change_set ON change_set.seq = change.change_set GROUP BY change.entry
"""
_CONDITIONS = "SELECT * FROM condition WHERE deleted_ms IS NULL AND NOT private"
LAB_NAMES = {"alt": "ALT", "ast": "AST", "creatinine": "Creatinine"}
CONDITION_NAMES = {"liver": "Liver", "seizures": "Seizures", "diabetes": "Diabetes", "allergy": "Allergy",
                   "mental_health": "Mental health"}  # fmt: skip


def _label(row: str, names: set[str]) -> str:
    """Of a row for two, what all of it is."""
    kinds = {ALONE.get(name, row) for name in names}
    return kinds.pop() if len(kinds) == 1 else row


class Visited:
    """Of one journal's pages. ``file`` is that of the page's period, ``now`` when the pages are made; ``recorded``: how
    many of the last 28 days were written down, as recomputed.
    """

    def __init__(self, file: File, options: ReportOptions, now: Now, recorded: int) -> None:
        self._file, self._options, self._now = file, options, now
        self._today = (now.local - dt.datetime(1970, 1, 1) - dt.timedelta(minutes=file.start)).days
        self._last = number(options.period.last)
        first = self._first = number(options.period.first)
        self._from = max(first, self._last - 27)
        self._until = self._last if self._last < self._today - 1 else max(self._today, self._last)
        self._recorded = recorded
        self._substances = {row["id"]: row for row in file.rows(_SUBSTANCES)}
        about = {"start": file.start, "first": self._from, "last": self._until}
        self._intakes = file.rows(_INTAKES, **about)
        self._peg = file.rows(_PEG, start=file.start, first=first, last=self._until)
        self._labs = file.rows(_LABS, first=first, last=self._until)
        self._measured = MeasuredAtHome(file, options, first, self._until)
        self._conditions = file.rows(_CONDITIONS)
        self._said = file.rows(_SAID, today=self._today)
        self._written = {row["entry"]: row["at_ms"] for row in file.rows(_WRITTEN)}

    # --- what is printed of what is taken ---

    def _prints(self, name: str) -> bool:
        return bool(getattr(self._options, NAMES[name][1]))

    def _is_listed(self, row: Any) -> bool:
        begun = row["since"] is None or row["since"] <= self._until
        return begun and (row["until"] is None or row["until"] >= self._first)

    def _days(self, key: str) -> int:
        return len({row["day"] for row in self._taken(key) if row["day"] <= self._last})

    def _taken(self, key: str) -> list[Any]:
        return [row for row in self._intakes if row["substance"] == key and not row["private"]]

    def _is_later(self, rows: list[Any]) -> bool:
        return any(row["day"] > self._last for row in rows)

    def _shown(self) -> list[Any]:
        """Substances that the pages name: those of the list and those taken, of what may be printed."""
        return [
            row
            for key, row in self._substances.items()
            if not row["private"] and self._prints(row["name"]) and (self._is_listed(row) or self._taken(key))
        ]

    def _own(self, row: Any) -> dict[str, str]:
        """What stands of a substance: from the list only if its time is that of the pages."""
        listed = self._is_listed(row)
        counted = self._counted(self._days(row["id"]), self._is_later(self._taken(row["id"])))
        return {
            "amount": row["amount"] if listed else "",
            "source": "prescribed" if listed and row["source"] == "prescribed" else "",
            "since": f"since {_short(row['since'])}" if listed and row["since"] is not None else "",
            "until": f"until {_short(row['until'])}" if listed and row["until"] is not None else "",
            "days": counted,
        }

    def _counted(self, days: int, later: bool) -> str:
        if not days:
            return "written down after this period" if later else ""
        counted = f"written down on {days} of {plural(max(self._recorded, days), 'recorded day')}"
        return f"{counted} and after this period" if later else counted

    # --- what must stand ---

    def page_one(self) -> Iterator[str]:
        """On page 1: the first medicine of each row, alcohol, function, what a list denies, blood pressure."""
        for row in ROWS:
            here = [each for each in self._shown() if self._in_row(each["name"], row)]
            if here:
                first = min(here, key=self._order)
                yield f"{_label(row, {each['name'] for each in here})}: {self._row_words(first)}"
        yield from map(self._top_words, filter(self._stands_first, self._shown()))
        if self._no_source():
            yield "Not said if any of the medicines is prescribed."
        if drunk := self._drunk():
            yield f"Alcohol{': ' if drunk[1:] else ' '}{', '.join(drunk)}"
        yield from self._function()
        yield from self._denied()
        yield from self._measured.page_one(self._day)

    def later_pages(self) -> Iterator[str]:
        """Behind page 1: everything in full."""
        for row in self._shown():
            own = self._own(row)
            yield f"{row['name']}. " + "".join(f"{part}; " for part in own.values() if part)
        if drunk := self._drunk():
            yield f"Alcohol. {'; '.join(drunk)}; "
        yield from self._measured.lines()
        for lab in self._labs:
            yield f"{lab['value']} {lab['unit']} on {_short(lab['day'])}{self._after(lab['day'])}" + _normal(lab)
        if self._options.conditions:
            for row in self._conditions:
                there = row["since"] is None or row["since"] <= self._until
                if there and (row["what"] != "mental_health" or self._options.mood):
                    since = f"; since {_short(row['since'])}" if row["since"] is not None else ""
                    yield f"{CONDITION_NAMES[row['what']]}. {row['name']}{since}."

    def unnamed(self) -> Iterator[str]:
        """Names that no page may hold, and what no page may deny."""
        shown = {row["name"] for row in self._shown()}
        yield from (row["name"] for row in self._substances.values() if row["name"] not in shown)
        if self._hides_one() or self._names_unknown():
            yield from ("Not on the person’s own list", "no medicine is taken")

    def _in_row(self, name: str, row: str) -> bool:
        own, choice = NAMES[name]
        return choice == "medicines" and (own or LAST_ROW) == row

    def _order(self, row: Any) -> tuple[bool, bool, bool, str]:
        first = NAMES[row["name"]][0] not in SEDATIVE_ROWS
        return first, self._has_ended(row), not self._is_listed(row), row["name"].lower()

    def _has_ended(self, row: Any) -> bool:
        return self._is_listed(row) and row["until"] is not None and date(row["until"]) < self._now.local.date()

    def _row_words(self, row: Any) -> str:
        own, name = self._own(row), row["name"]
        if name == "Zzqx":
            name = f"{name} (name not recognised)"
        parts = [own["amount"], own["until"] if self._has_ended(row) else "", own["days"]]
        return f"{name} {', '.join(filter(None, parts))}".strip()

    def _stands_first(self, row: Any) -> bool:
        return NAMES[row["name"]][0] in FIRST_ROWS

    def _top_words(self, row: Any) -> str:
        """On top of the page: whether it is prescribed, and its amount, or when it ended."""
        own = self._own(row)
        last = own["until"] if self._has_ended(row) else own["amount"]
        words = ", ".join(
            filter(None, (own["source"] or ("" if self._no_source() else "not said if prescribed"), last))
        )
        return f"{row['name']} ({words}" if words else row["name"]

    def _no_source(self) -> bool:
        """Whether of several medicines none is said to be prescribed: one sentence says it of all."""
        medicines = [row for row in self._shown() if NAMES[row["name"]][1] == "medicines"]
        return len(medicines) > 1 and not any(row["source"] for row in medicines if self._is_listed(row))

    def _drunk(self) -> list[str]:
        """Drinks, if their number was said, and days; nothing where alcohol is not told."""
        drunk = [row for row in self._intakes if row["what"] == "alcohol" and not row["private"]]
        if not drunk or not self._options.alcohol:
            return []
        counted = [row for row in drunk if row["day"] <= self._last]
        said = sum(row["drinks"] for row in counted if row["drinks"] is not None)
        days = len({row["day"] for row in counted})
        return [*([self._drinks(said)] if said else []), self._counted(days, self._is_later(drunk))]

    def _drinks(self, thousandths: int) -> str:
        number = f"{thousandths / 1000:g}"  # the made-up ones are halves
        return f"at least {number} drink{'' if number == '1' else 's'} in {plural(self._last - self._from + 1, 'day')}"

    def _function(self) -> Iterator[str]:
        """What was filled in only in part is told in words where it is the newest, else counted."""
        answered = [(self._at(row), row["answers"].split("\x1f")) for row in self._peg]
        answered = [(day, answers) for day, answers in answered if {*answers} != {"skipped"}]
        filled = [(day, sum(map(int, answers))) for day, answers in answered if "skipped" not in answers]
        in_part = [(day, answers) for day, answers in answered if "skipped" in answers]
        newest = bool(answered) and "skipped" in answered[-1][1]
        said = [self._filled(filled, 0 if newest else len(in_part))] if filled else []
        said += [self._filled_in_part(in_part)] if newest else []
        if said:
            yield f"PEG (pain, enjoyment of life, general activity; 0 best, 10 worst): {'; '.join(said)}."

    def _filled(self, filled: list[tuple[str, int]], more: int) -> str:
        ends = [filled[0]] if len(filled) == 1 else [filled[0], filled[-1]]
        said = ", ".join(f"{_third(total)} on {day}" for day, total in ends)
        return f"{said} ({len(filled)} filled in{f', {more} more in part' if more else ''})"

    def _filled_in_part(self, in_part: list[tuple[str, list[str]]]) -> str:
        day, answers = in_part[-1]
        about = ("pain", "enjoyment of life", "general activity")
        said = ", ".join(f"{what} {answer}" for what, answer in zip(about, answers, strict=True) if answer.isdigit())
        times = "" if len(in_part) == 1 else f"{len(in_part)} times, last "
        return f"in part {times}on {day}: {said}; {answers.count('skipped')} of 3 skipped: no score"

    def _at(self, row: Any) -> str:
        local_ms = row["local_ms"]
        later = self._after((local_ms - self._file.start * 60_000) // 86_400_000)
        return f"{self._day(date(local_ms // 86_400_000))}{later}"

    def _after(self, day: int) -> str:
        return " (after this period)" if day > self._last else ""

    def _day(self, day: dt.date) -> str:
        return f"{day.day} {day:%b}" if self._options.period.days <= 365 else f"{day.day} {day:%b %Y}"

    def _denied(self) -> Iterator[str]:
        if not self._said or self._said[0]["answer"] != "yes" or self._said[0]["private"] or self._hides_one():
            return
        day = self._said[0]["day"]
        old = self._today - day > OLD_AFTER
        yield f"list of {_short(day)}"
        if self._names_unknown():
            return
        taken = {NAMES[row["name"]][0] or LAST_ROW for row in self._shown() if NAMES[row["name"]][1] == "medicines"}
        absent = [said for row in ROWS for said in self._absent(row)]
        if not absent:
            return
        named = ", ".join(absent)
        if self._grew_since():
            yield f"list from {_short(day)} (may be incomplete, please ask), not confirmed since it changed: {named}."
        elif old:
            yield f"list from {_short(day)} (may be incomplete, please ask), not checked since: {named}."
        elif taken:
            yield f"list of {_short(day)} (may be incomplete, please ask): {named}."
        else:
            yield f"Said on {_short(day)}: no medicine is taken."

    def _absent(self, row: str) -> list[str]:
        """A row of which nothing is taken, or the other of two that stand in one row."""
        names = {each["name"] for each in self._shown() if NAMES[each["name"]][1] == "medicines"}
        of_row = {name for name in names if (NAMES[name][0] or LAST_ROW) == row}
        if not of_row:
            return [DENIED[row]]
        return [OTHER_OF[name] for name in of_row if name in OTHER_OF] if len(of_row) == 1 else []

    def _grew_since(self) -> bool:
        """Whether anything that is told of the list was written into the journal after the statement; of what came
        with it, whether it began later.
        """
        said = self._said[0]
        return said["recorded_ms"] == BEFORE_THE_LIST and any(
            self._is_listed(row)
            and (self._written[row["id"]] != self._written[said["id"]] or (row["since"] or said["day"]) > said["day"])
            for row in self._shown()
        )

    def _names_unknown(self) -> bool:
        """Whether a name that nobody knows is printed, which may belong to any row."""
        return any(row["name"] == "Zzqx" for row in self._shown())

    def _hides_one(self) -> bool:
        """Whether a medicine is private, or an intake of one: then nothing is denied, and no day of a list is told."""
        for key, row in self._substances.items():
            intakes = [each for each in self._intakes if each["substance"] == key]
            if NAMES[row["name"]][1] != "medicines":
                continue
            if any(each["private"] for each in intakes) or (row["private"] and self._is_listed(row)):
                return True
        return False


def _third(total: int) -> str:
    return str((Decimal(total) / 3).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def _short(day: int) -> str:
    return f"{date(day).day} {date(day):%b %Y}"


def _normal(lab: Any) -> str:
    if not lab["normal"]:
        return ""
    low, _, high = lab["normal"].partition("-")
    if lab["value"].replace(".", "").isdigit() and high:
        value = Decimal(lab["value"])
        if not Decimal(low) <= value <= Decimal(high):
            return f", {'above' if value > Decimal(high) else 'below'} the range printed there ({lab['normal']})"
    return f" (range printed there {lab['normal']})"
