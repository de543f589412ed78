"""The box of warning symptoms, from the rows: what was noted, when, what was answered, and what stands beside it."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.oracle.numbers import number as tenth
from tests.oracle.numbers import plural, short, zero
from tests.oracle.reading import File, number

TABLE = Path(__file__).parents[2] / "resources/guidance/en/warning-signs.toml"
NOT_ASKED = "People are not asked every day, and entries can be left out."
NOTHING = f"No warning symptom is listed here. {NOT_ASKED}"
DAYS_BACK, HOURS_BEFORE, MINUTES_BESIDE, LONG_ITEMS, MOST_DOSES = 90, 6, 60, 4, 6
MINUTE = 60_000
HIGH, NAMED = (160, 110), 3  # upper and lower number, either of them; with their days
_EPOCH = dt.datetime(1970, 1, 1)
_SIGNS = """
SELECT utc_ms, utc_ms + offset_s * 1000 AS local_ms, value, answer, dose, rating.private AS private, code,
    symptom.id AS symptom, symptom.deleted_ms IS NULL AS listed
FROM rating JOIN symptom ON symptom.id = symptom WHERE rating.deleted_ms IS NULL AND (value > 0 OR value IS NULL)
    AND (kind = 'warning' OR code = 'palpitations') ORDER BY utc_ms, rating.seq
"""
_TEXTS = """
SELECT utc_ms, NULL AS dose, text FROM note WHERE deleted_ms IS NULL AND NOT private
UNION ALL SELECT utc_ms, id, note FROM dose WHERE deleted_ms IS NULL AND NOT private AND note <> '' ORDER BY 1, 2, 3
"""
_DOSES = """
SELECT utc_ms, day, everything.quantity AS quantity, dimension, basis, kin, at FROM everything
    JOIN (SELECT id AS of, utc_ms + offset_s * 1000 AS at FROM dose) ON of = id
WHERE NOT private AND utc_ms BETWEEN :first AND :last ORDER BY utc_ms DESC, seq DESC
"""
_LEFT_OUT = """
SELECT count(*) AS n FROM dose WHERE deleted_ms IS NULL AND private AND utc_ms BETWEEN :first AND :last
"""
_TAKEN = """
SELECT intake.utc_ms AS utc_ms, intake.utc_ms + intake.offset_s * 1000 AS at, what, intake.amount AS amount, drinks,
    coalesce(listed.name, intake.name) AS name
FROM intake LEFT JOIN substance AS listed ON listed.id = intake.substance AND listed.deleted_ms IS NULL
WHERE intake.deleted_ms IS NULL AND NOT intake.private AND NOT coalesce(listed.private, 0)
    AND intake.utc_ms BETWEEN :first AND :last ORDER BY intake.utc_ms DESC, intake.seq DESC
"""
_PRESSURES = """
SELECT utc_ms, utc_ms + offset_s * 1000 AS local_ms, coalesce(systolic, 0) AS upper, coalesce(diastolic, 0) AS lower
FROM measurement WHERE deleted_ms IS NULL AND NOT private ORDER BY utc_ms DESC
"""
_BASES = {"weighed": "weighed", "label": "from the label", "counted": "counted", "guessed": "guessed",
          "as_last_time": "as last time, not weighed again", "unknown": "not said how measured"}  # fmt: skip
_KINDS = {"leaf": "leaf", "extract": "extract", "seven_oh": "7-OH", "not_said": "kind not said"}
_UNSAID = "not written down whether it has passed"
_ANSWERS = {None: _UNSAID, "yes": "answered then: happening", "not_sure": "answered then: not sure",
            "passed": "answered then: it has passed", "known": "answered then: a doctor knows about this",
            "no": "answered then: no to other signs asked about"}  # fmt: skip
_SHORT = {None: _UNSAID, "yes": "happening then", "not_sure": "not sure then", "passed": "has passed",
          "known": "doctor knows", "no": "no to other signs asked about"}  # fmt: skip
EVENTS = ("cannot_be_woken", "seizure", "fainting", "blood", "blood_in_vomit", "blood_in_stool", "black_stool")
_PLACES = {"before": " (before this period)", "after": " (after this period)", "in": "",
           "later": " (dated later than this computer’s clock)"}  # fmt: skip


@dataclass
class Now:
    """When the page is made: the instant, and the wall clock there."""

    utc_ms: int
    local: dt.datetime


@dataclass
class Sign:
    """A symptom on a day: the ratings that may be told, in order of time; those later than the clock by themselves."""

    symptom: str
    day: int
    ratings: list[Any]
    place: str
    notes: list[str]

    @property
    def last(self) -> Any:
        return self.ratings[-1]

    @property
    def worst(self) -> Any:
        """The first of the worst ratings, where it is worse than the last one."""
        found = max(self.ratings, key=_value)
        return found if _value(found) > _value(self.last) else None


class Box:
    """What must stand in the box. ``names``: of symptoms, inside of a sentence; ``suicidal``, ``notes``: the ticks;
    ``prints``: whether what is taken may be told, by its name, or by what it is where it has none.
    """

    def __init__(
        self,
        path: Path,
        period: tuple[dt.date, dt.date],
        now: Now,
        names: Mapping[str, str],
        suicidal: bool,
        notes: bool,
        measured: bool,
        prints: Callable[[str], bool],
    ) -> None:
        first, last = period
        self._file, self._prints = File(path, number(first), number(last), page=True), prints
        self._period, self._now, self.names = range(number(first), number(last) + 1), now, names
        signs = self._file.rows(_SIGNS)
        texts = self._file.rows(_TEXTS) if notes else []
        hidden = [each for each in signs if each["private"] or (not suicidal and each["code"] == "suicidal_thoughts")]
        self._measured = self._file.rows(_PRESSURES) if measured else []
        self._texts = [each for each in texts if not any(_beside(each, sign) for sign in hidden)]
        self._ratings = [each for each in signs if each not in hidden and each["listed"]]
        self._signs = self._told(self._ratings)

    @property
    def symptoms(self) -> list[str]:
        """Those that are told, the one noted last first."""
        return list({each.symptom: None for each in self._signs})

    def said(self) -> str:
        """All of its text."""
        return " ".join(filter(None, [self._pressures(), self._symptoms_said(), self._looked()]))

    def _looked(self) -> str:
        """Behind all of it."""
        if not self._signs:
            return ""
        until = f"{date_of(self._now.local)}, {self._now.local:%H:%M}"
        return f"Looked at: this period and the {DAYS_BACK} days up to {until}, when this page was made. {NOT_ASKED}"

    def by_symptom(self) -> list[list[Sign]]:
        """Each with its days, the newest first; the most urgent symptom first."""
        found: dict[tuple[str, bool], list[Sign]] = {}
        for each in self._signs:
            found.setdefault((each.symptom, each.place == "later"), []).append(each)
        urgent = _urgencies()
        return sorted(found.values(), key=lambda days: urgent.get(days[0].ratings[0]["code"], 2))

    def _symptoms_said(self) -> str:
        if not self._signs:
            return NOTHING
        last = next((each for each in self._signs if each.place != "later"), self._signs[0])
        by_symptom = self.by_symptom()
        head = f"Warning symptoms noted, most recently {self._ago(last)}."
        if len(by_symptom) == 1:
            head = "Warning symptom:"
        answers = any(map(_has_answer, by_symptom))
        if len(by_symptom) <= LONG_ITEMS:
            alone = len(by_symptom) == 1
            items = " ".join(self._item(days, answers, alone) for days in by_symptom)
        else:
            items = " · ".join(self._short_item(days, answers) for days in by_symptom)
        if not answers:
            items += f" Whether {'it has' if len(by_symptom) == 1 else 'they have'} passed is not written down."
        first = next((days[0] for days in by_symptom if days[0].place != "later"), by_symptom[0][0])
        return " ".join([f"{head} {items}", *self._doses(first)])

    def _pressures(self) -> str:
        """The highest ones and the newest, the newest first."""
        high = [(row, place) for row in self._measured if row["upper"] >= HIGH[0] or row["lower"] >= HIGH[1]
                if (place := self._place(row, self._day(row["local_ms"])))]  # fmt: skip
        if not high:
            return ""
        rows = [row for row, _ in high]
        by_upper = max(rows, key=lambda row: (row["upper"], row["lower"]))
        by_lower = max(rows, key=lambda row: (row["lower"], row["upper"]))
        shown = [by_upper] if by_upper["lower"] == by_lower["lower"] else [by_upper, by_lower]
        shown += [row for row in rows if row not in shown][: NAMED - len(shown)]
        named = [f"{_pressure(row)} on {self._short(row)}{_PLACES[place]}" for row, place in high if row in shown]
        more = len(high) - len(named)
        rest = f" and {_readings(more)} from {HIGH[0]} or {HIGH[1]} on" if more else ""
        return f"Blood pressure {', '.join(named)}{rest}."

    def _short(self, row: Any) -> str:
        at = clock_of(row["local_ms"])
        day = f"{at.day} {at:%b}" if at.year == self._now.local.year else date_of(at)
        return f"{day}, {at:%H:%M}"

    def since(self, first: int) -> list[str]:
        """Each with its days from ``first`` on, also of days that the box does not look at."""
        found: dict[tuple[str, bool], dict[int, Any]] = {}
        for each in self._ratings:
            if (day := self._day(each["local_ms"])) >= first:
                found.setdefault((each["symptom"], each["utc_ms"] > self._now.utc_ms), {})[day] = each
        return [self._on_days(symptom, later, days) for (symptom, later), days in found.items()]

    def _on_days(self, symptom: str, later: bool, days: dict[int, Any]) -> str:
        last = max(days.values(), key=lambda each: int(each["utc_ms"]))
        many = f"{len(days)} days, the last " if len(days) > 1 else ""
        said = f"{self.names[symptom]} on {many}{date_of(clock_of(last['local_ms']))}"
        return said + (_PLACES["later"] if later else "")

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _told(self, ratings: list[Any]) -> list[Sign]:
        """The newest first."""
        found: dict[tuple[str, int, str], list[Any]] = {}
        for each in ratings:
            day = self._day(each["local_ms"])
            if place := self._place(each, day):
                found.setdefault((each["symptom"], day, place), []).append(each)
        signs = [Sign(symptom, day, each, place, self._notes(each)) for (symptom, day, place), each in found.items()]
        urgent = _urgencies()  # of two at one time the more urgent one comes first, as in the box
        return sorted(signs, key=lambda each: (-int(each.last["utc_ms"]), urgent.get(each.ratings[0]["code"], 2)))

    def _day(self, local_ms: int) -> int:
        return int(local_ms - self._file.start * MINUTE) // (24 * 60 * MINUTE)

    def _place(self, rating: Any, day: int) -> str:
        """Nothing for what is before everything that is looked at."""
        today = self._day(int((self._now.local - _EPOCH).total_seconds() * 1000))
        if rating["utc_ms"] > self._now.utc_ms:
            return "later"
        if day in self._period:
            return "in"
        if day < today - DAYS_BACK:
            return ""
        return "before" if day < self._period[0] else "after"

    def _notes(self, ratings: list[Any]) -> list[str]:
        beside = [each["text"] for each in self._texts if any(_beside(each, rating) for rating in ratings)]
        return list(dict.fromkeys(beside))

    def _ago(self, sign: Sign) -> str:
        if sign.place == "later":
            return "at a time later than this computer’s clock"
        at = clock_of(sign.last["local_ms"])
        days = (self._now.local.date() - at.date()).days
        return {0: f"today, {date_of(at)}", 1: f"yesterday, {date_of(at)}"}.get(days) or f"on {date_of(at)}"

    def facts(self, day: Sign, answers: bool, when: str = "") -> str:
        """What is said of one day behind when it was, or with it; ``answers``: whether any day of these has one."""
        at, facts = clock_of(day.last["local_ms"]), _rating(day.last, answers, when)
        if worst := day.worst:
            worst_at = clock_of(worst["local_ms"])
            time = f"{worst_at:%H:%M}" if worst_at.date() == at.date() else f"{date_of(worst_at)}, {worst_at:%H:%M}"
            also = "also" if worst["code"] in EVENTS else "worst"
            facts += f"; {also} that day {time}: {_rating(worst, answers)}"
        return facts + _PLACES[day.place] + "".join(f" “{each}”" for each in day.notes)

    def _item(self, days: list[Sign], answers: bool, alone: bool) -> str:
        last, name = days[0], self.names[days[0].symptom]
        at = clock_of(last.last["local_ms"])
        ago = self._ago(last).removeprefix("on ") if alone and last.place != "later" else date_of(at)
        facts = self.facts(last, answers, f"{ago}, {at:%H:%M}" if len(days) == 1 else "")
        if (of := _worst_of(days)) and of.day != last.day and last.last["code"] not in EVENTS:
            worst, worst_at = of.worst or of.last, clock_of((of.worst or of.last)["local_ms"])
            facts += f"; the worst {date_of(worst_at)}, {worst_at:%H:%M}: {_rating(worst, answers)}"
            facts += _PLACES[of.place] if of.place != last.place else ""
        if len(days) == 1:
            return f"{name} on 1 day, {facts}"
        first = date_of(clock_of(days[-1].last["local_ms"]))
        said = f"{name} on {len(days)} days, the first {first}, the last {ago}, {at:%H:%M}: {facts}"
        before = sum(each.place == "before" for each in days)
        return f"{said} ({before} of them before this period)" if 0 < before < len(days) else said

    def _short_item(self, days: list[Sign], answers: bool) -> str:
        last, name = days[0], self.names[days[0].symptom]
        said = f"on {len(days)} days, last " if len(days) > 1 else ""
        said += self._short(last.last)
        of = _worst_of(days)
        worst = f", worst {(of.worst or of.last)['value']}" if of else ""
        if last.last["code"] not in EVENTS:
            unsaid = last.last["value"] is None
            said += f": {'no number' if unsaid else last.last['value']}{worst} of 10"
            said = said.replace(": no number of 10", ": noted, no number")
        said += f", {_SHORT[last.last['answer']]}" if answers else ""
        return f"{name} {said}{_PLACES[last.place]}"

    def taken_names(self) -> set[str]:
        """What was taken in the hours before the sign that stands first."""
        signs = [days[0] for days in self.by_symptom()]
        first = next((sign for sign in signs if sign.place != "later"), signs[0] if signs else None)
        return {row["name"] for row in self._taken(_hours(first))} if first is not None else set()

    def _taken(self, hours: Mapping[str, int]) -> list[Any]:
        return [row for row in self._file.rows(_TAKEN, **hours) if self._prints(row["name"] or row["what"])]

    def _doses(self, sign: Sign) -> Iterator[str]:
        at, hours = sign.last["utc_ms"], _hours(sign)
        rows, out = self._file.rows(_DOSES, **hours), int(self._file.rows(_LEFT_OUT, **hours)[0]["n"])
        taken = self._taken(hours)
        if rows or out or taken:
            said = [f"{_KINDS[row['kin']]} {_amount(row)} at {clock_of(row['at']):%H:%M}" for row in rows[:MOST_DOSES]]
            said += [f"and {plural(len(rows) - MOST_DOSES, 'more dose')}"] if len(rows) > MOST_DOSES else []
            said += [f"{plural(out, 'dose')} left out"] if out else []
            said += [_intake(row) for row in taken[:MOST_DOSES]]
            more = len(taken) - MOST_DOSES
            said += [f"and {more} more thing{'s' if more > 1 else ''} taken"] if more > 0 else []
            when = clock_of(at + sign.last["local_ms"] - sign.last["utc_ms"])
            before = f"{self.names[sign.symptom]} on {date_of(when)}, {when:%H:%M}"
            before = "it" if len(self._signs) == 1 else before
            yield f"Written down in the {HOURS_BEFORE} hours before {before}: {', '.join(said)}."


def _hours(sign: Sign) -> dict[str, int]:
    at = int(sign.last["utc_ms"])
    return {"first": at - HOURS_BEFORE * 60 * MINUTE, "last": at}


def _intake(row: Any) -> str:
    amount = row["amount"]
    if row["drinks"] is not None:
        many = row["drinks"] / 1000
        amount = plural(int(many), "drink") if many == int(many) else f"{tenth(many)} drinks"
    return f"{row['name'] or row['what']}{' ' if amount else ''}{amount} at {clock_of(row['at']):%H:%M}"


def _readings(more: int) -> str:
    return f"{more} more reading{'s' if more > 1 else ''}"


def _urgencies() -> dict[str, int]:
    """How urgent each symptom of the table is, 0 the most."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))["sign"]
    order = ("call", "department", "depends", "today", "week")
    return {
        code: order.index(sign["now"]["urgency"])
        for key, sign in table.items()
        for code in [key, *sign.get("also", [])]
    }


def _pressure(row: Any) -> str:
    if row["upper"] and row["lower"]:
        return f"{row['upper']}/{row['lower']}"
    return f"upper {row['upper']}" if row["upper"] else f"lower {row['lower']}"


def _worst_of(days: list[Sign]) -> Sign | None:
    """The newest day with the highest rating of all, where that is higher than the last one."""
    highest = max(_value(each) for day in days for each in day.ratings)
    if highest <= _value(days[0].last):
        return None
    return next(day for day in days if any(_value(each) == highest for each in day.ratings))


def _value(rating: Any) -> int:
    """One without a number is not worse than any other."""
    return int(rating["value"] or 0)


def _has_answer(days: list[Sign]) -> bool:
    """Whether the last rating, the worst of its day or the worst of all bears an answer."""
    told = [days[0].last, days[0].worst]
    if of := _worst_of(days):
        told.append(of.worst or of.last)
    return any(each is not None and each["answer"] is not None for each in told)


def _rating(rating: Any, answers: bool, when: str = "") -> str:
    """Of what happens or does not, no number."""
    value = f"{rating['value']} of 10" if rating["value"] is not None else "noted, no number"
    value = "noted" if rating["code"] in EVENTS else value
    value = f"{value}, {when}" if when else value
    return f"{value}; {_ANSWERS[rating['answer']]}" if answers else value


def _beside(text: Any, rating: Any) -> bool:
    """The note of the dose that a rating is linked with, or one of the same hour."""
    if text["dose"] is not None:
        return bool(text["dose"] == rating["dose"])
    return bool(abs(text["utc_ms"] - rating["utc_ms"]) <= MINUTES_BESIDE * MINUTE)


def clock_of(local_ms: int) -> dt.datetime:
    """The wall clock of a row."""
    return _EPOCH + dt.timedelta(milliseconds=local_ms)


def date_of(day: dt.date) -> str:
    """22 Nov 2026."""
    return f"{day.day} {day:%b} {day.year}"


def _amount(row: Any) -> str:
    if row["quantity"] is None:
        return "(amount not said)"
    small = row["dimension"] == "mass" and row["quantity"] < 1000
    many = row["quantity"] if small else row["quantity"] / 1000
    unit = "mg" if small else {"mass": "g", "volume": "ml", "count": "pieces"}[row["dimension"]]
    shown = short(many) if unit in ("mg", "pieces") else tenth(many)
    shown = f"{many:.3f}".rstrip("0") if zero(many) else shown
    unit = "piece" if unit == "pieces" and many == 1 else unit
    return f"{shown} {unit} ({_BASES[row['basis']]})"
