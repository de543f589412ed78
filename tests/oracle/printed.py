"""What page 1 must say of the recomputed numbers: its key figures, its lines, and the blocks below its chart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.oracle.figure_text import (
    WORDS,
    WORDS_OF_GAPS,
    amount_text,
    at_least,
    can_be_compared,
    is_weak,
    part_known,
    row,
    trend_sentence,
)
from tests.oracle.labels import label
from tests.oracle.numbers import dose_count, number, plural, short

Found = Mapping[str, Any]
_NOTHING_SAID = ("no_clear_change", "not_known", "too_few_weeks", "new")
ROWS_FOR = 2  # groups with rows of their own
FIGURES_LATER = "Key figures: page 2."  # on a page that has no room for them
GLANCE_LATER = "at a glance: page 2."  # the chart with its sentences
CHART_LATER = ("at a glance no room here: see page 2", GLANCE_LATER)  # it gives way before they do
_GROUPS = {"leaf": "Leaf", "extract": "Extract", "seven_oh": "7-OH", "not_said": "Kind not said"}
_KINDS = {
    "leaf_powder": "leaf powder", "crushed_leaf": "crushed leaf", "capsule": "capsules", "tea": "tea",
    "extract": "extract", "shot": "tincture or shot", "tablet": "tablet", "seven_oh": "7-OH", "other": "other",
    "not_said": "kind not said",
}  # fmt: skip
_CHANGES = ("rising", "falling", "higher", "lower")


class Expected:
    """The texts of a page; names are given by id. ``narrow``: how much gives way (``row``).

    ``full``: rows of groups without any figure stand on a later page.
    """

    def __init__(
        self,
        found: Found,
        symptoms: Mapping[str, str],
        products: Mapping[str, str],
        narrow: int = 0,
        later: bool = False,
        full: bool = False,
    ) -> None:
        self._later, self._full = later, full
        self._found, self._symptoms, self._products, self._narrow = found, symptoms, products, narrow

    def page_one(self) -> Iterator[str]:
        """What must stand on page 1 itself, beside its key figures."""
        yield from self._trust()
        yield from self._takes_now()
        yield from self._rising()
        yield from self._main()
        yield from self._wears_off()
        yield self._pairs()
        yield from self._counts()

    def key_figures(self) -> Iterator[str]:
        """The rows of page 1, which stand on page 2 only where page 1 says so (``FIGURES_LATER``)."""
        yield self._heads()
        for group in self._found["groups"][:ROWS_FOR]:
            yield f"{_GROUPS[group['group']]} {self._rows(group)}"
        for group in self._found["groups"][ROWS_FOR:]:
            yield self._one_row(group)
        yield self._hours()
        yield self._row(self._found["main_measure"])

    def all_pages(self) -> Iterator[str]:
        """What may stand on a later page where page 1 has no room."""
        for group in self._found["groups"]:
            yield f"{_GROUPS[group['group']]} {self._note(group)}"
            if group["largest_day"] is not None:
                name = label(f"{group['unit']},", " largest day")
                yield f"{name} {self._row(group['largest_day'], group['unit'])}"
        for group in self._found["groups"][:ROWS_FOR]:
            yield from (said for said, has_figures in self._rows_below(group) if not has_figures)
        for group in self._found["groups"][ROWS_FOR:]:
            yield self._rows(group)
        night = self._found["night"]
        if night["last28"]["n"] or night["before28"]["n"]:
            yield f"{label('Hours', ' overnight')} {self._row(night)}".strip()
        yield f"Days without {self._row(self._found['days_without'], 'days')}".strip()
        if self._found["second"] is not None:
            yield self._row(self._found["second_measure"])
        for use in self._found["products"]:
            yield f"{self._products[use['product']]}"
            yield f"{plural(use['doses'], 'dose')}, {plural(use['days'], 'day')}"

    # --- how complete ---

    def _trust(self) -> Iterator[str]:
        quality = self._found["quality"]
        k, n, recent = quality["recorded"], quality["days"], quality["recorded28"]
        entries = f"Entries on {k} of {plural(n, 'day')}"
        entries += f", {recent['k']} of the last {recent['n']}." if n > recent["n"] else "."
        first, last = quality["first_entry"], quality["last_entry"]
        if last is not None and first != last:
            begun = f"First entry {_date(first)}, last" if first else "Last entry"
            entries += f" {begun} of this period {_date(last)}."
        elif first:
            entries += f" First entry {_date(first)}."
        few = "Fewer than half of the days have entries. " if 2 * k < quality["days_since_first_entry"] else ""
        if not k:
            few = "No day of this period has an entry. "
        yield f"{few}Written down by the patient; not checked. {entries}"
        late = quality["back_filled"]
        if 2 * late["k"] > late["n"]:
            nearly = "Nearly all doses and ratings were" if 10 * late["k"] >= 9 * late["n"] else "More than half was"
            much = "All doses and ratings were" if late["k"] == late["n"] else nearly
            yield f"{much} written more than 24 hours later."
        if self._found["before28"] is None:
            yield f"Only {plural(n, 'day')} chosen: no comparison."
        if out := quality["left_out_doses"]:
            yield f"{_held_back(out)}."
        unsaid = quality["kind_missing_days"]
        if unsaid["k"]:
            yield f"not said on {unsaid['k']} of {plural(unsaid['n'], 'day')} with doses."

    # --- key figures ---

    @property
    def _gap(self) -> Found:
        found: Found = self._found["gap"]
        return found

    def _heads(self) -> str:
        week, window = _days_of(self._found["last7"]), _days_of(self._found["last28"])
        first = "Last 7" if week == 7 else plural(week, "day")
        return f"{first} {'Last 28 days' if window == 28 else plural(window, 'day')} 28 before Change"

    def _row(self, measure: Found, unit: str = "g", gaps: bool = False) -> str:
        return row(measure, unit, gaps, self._narrow)

    def _hours(self) -> str:
        """Without any dose that may be told, not "too few"."""
        said = self._row(self._gap, gaps=True)
        if not self._found["groups"]:
            cells, word = said.rsplit("too few", 1) if said.endswith("too few") else (said, None)
            said = cells.replace("too few", "not listed") + ("" if word is None else f"too few{word}")
        return f"{label('Hours', ' between')} {said}"

    def _group_row(self, group: Found, key: str, unit: str) -> str:
        """Where nothing is said of a change of what is no longer taken, when it was."""
        measure = group[key]
        if not group["current"] and measure["word"] in _NOTHING_SAID:
            measure = {**measure, "word": f"last {self._day(group['last_taken'])}"}
        elif measure["word"] == "new" and (gone := _up_or_down(measure, short)):
            measure = {**measure, "word": f"new, {gone.split()[0]}"}
        return self._row(measure, unit)

    def _rows(self, group: Found) -> str:
        parts = [self._note(group), "Days taken", self._group_row(group, "days_taken", "days")]
        parts += [said for said, has_figures in self._rows_below(group) if has_figures or not self._full]
        return " ".join(parts)

    def _rows_below(self, group: Found) -> Iterator[tuple[str, bool]]:
        """Below the days taken: amount and doses, and whether any of their cells is a number."""
        if group["amount"] is not None:
            said = self._group_row(group, "amount", group["unit"])
            yield f"{group['unit']} a day {said}", _has_figures(group["amount"])
        yield f"{label('Dos', 'es a day')} {self._group_row(group, 'doses', 'doses')}", _has_figures(group["doses"])

    def _note(self, group: Found) -> str:
        unit = group["unit"] or "doses"
        unit = f"{unit} as labelled" if group["by_label"] else unit
        kinds = ", ".join(
            _KINDS[each]
            for each in group["kinds"]
            if each != "not_said" and _KINDS[each].lower() != _GROUPS[group["group"]].lower()
        )
        said = f"{kinds}: {unit}, per day taken" if kinds else f"{unit}, per day taken"
        if group["new_on"] is not None:
            said += f"; new on {self._day(group['new_on'])}"
        return said if group["current"] else f"{said}; last taken on {self._day(group['last_taken'])}"

    def _day(self, day: dt.date) -> str:
        return f"{day.day} {day:%b}" if self._found["quality"]["days"] <= 365 else f"{day.day} {day:%b %Y}"

    def _one_row(self, group: Found) -> str:
        key = "doses" if group["amount"] is None else "amount"
        unit = group["unit"] or "doses"
        name = _GROUPS[group["group"]]
        name = name if name == "7-OH" else name.lower()
        return f"{label(f'{unit},', f' {name}')} {self._group_row(group, key, unit)}"

    # --- the lines ---

    def _takes_now(self) -> Iterator[str]:
        groups = self._found["groups"]
        out = self._found["quality"]["left_out_doses"]
        without = self._found["days_without"]["last28"]
        for place, group in enumerate(groups):
            yield self._now(group, first=place == 0)
        if groups and out:
            yield "Some doses were written down and are left out of this: it was at least as much."
        if not groups and out:
            yield f"{_held_back(out)}; no other is listed."
        elif not groups and without["value"] and without["value"]["value"]:
            days = self._known_days(without)
            yield f"no dose is listed; the day was marked “none” on {days}."
        elif not groups:
            yield "No dose is written down in this period." if self._later else "not “none”): doses (takes now)"

    def _now(self, group: Found, first: bool) -> str:
        name, taken = _GROUPS[group["group"]], group["days_taken"]["last28"]
        name += " (capsules)" if [*group["kinds"]] == ["capsule"] else ""
        if not group["current"]:
            return f"{name}: last taken on {self._day(group['last_taken'])}."
        days = self._known_days(taken)
        if group["doses"]["last28"]["value"] is None:
            return f"{name}, on {days}: too few for a median."
        window, begun = self._found["last28"], self._found["quality"]["first_entry"]
        young = begun is not None and begun > window["first"]
        taken = plural(group["doses"]["last28"]["n"], "day")
        median = f"median of {taken} taken" if young else f"{_days_of(window)}-day median"
        median += _known_in_full(group) + _in_part(group) + _guessed(group)
        amount = group["amount"] and group["amount"]["last28"]["value"]
        least = f" {_amount(group)} a day" if amount and amount["at_least"] else ""
        said = f"{name}, {_use(group)}{least} ({median}), {days}."
        longer = _days_of(self._found["last28"]) > 7
        recent = _recent(group) if first and longer else ""
        return f"{said} Last 7 days{_moving(group)}: {recent}." if recent else said

    def _known_days(self, counted: Found) -> str:
        """Of how many, where not all are known."""
        window = _days_of(self._found["last28"])
        days = f"{at_least(counted['value'])} of {plural(counted['of'], 'known day')}"
        return days if counted["of"] == window else f"{days} of {window}"

    def _rising(self) -> Iterator[str]:
        groups = self._found["groups"]
        if not groups:
            return
        changed = any(measure["word"] in _CHANGES for group in groups for measure in _measures(group).values())
        if self._found["before28"] is None and not changed:
            yield f"Change only {plural(self._found['quality']['days'], 'day')} chosen: no comparison."
            return
        gaps = [] if self._gaps_contradict() else [self._gaps()]
        yield f"Change {' '.join([*(self._going(each) for each in groups), *gaps])}"

    def _going(self, group: Found) -> str:
        name = _GROUPS[group["group"]]
        if not group["current"]:
            return f"{name}: last taken on {self._day(group['last_taken'])}."
        (what, first), *others = _measures(group).items()
        others = [(key, each) for key, each in others if each["word"] in _CHANGES]
        gone, doses_gone = _gone_since_new(group)
        parts = [
            f"{what if others else ''} {gone}".strip()
            if gone and what == "amount"
            else _said(what if others else "", first, _from_to(group, what, first))
        ]
        parts += [doses_gone] if doses_gone else []
        parts += [_said(key, each, _from_to(group, key, each)) for key, each in others]
        new = [] if group["new_on"] is None else [f"new on {self._day(group['new_on'])}"]
        if first["word"] == "new" and any(first["weekly"]):
            weekly, lacking = _weekly(group, first), self._lacking(group, first)
            if not others and (gone or doses_gone):
                seen = "; ".join(filter(None, (gone, doses_gone)))
                return f"{name}: {new[0]}; {seen}. Median of each week: {weekly}."
            weekly = f"median of each week {weekly}"
            if not others:
                return f"{name}: {new[0]}; {weekly}; too early for a trend ({lacking})."
            lacking = "" if gone and what == "amount" else f"; {lacking}"
            return f"{name}: {', '.join([*new, *parts])} ({what}: {weekly}{lacking})."
        why = _unclear(group, first)
        why = f" ({what}: {why})" if why and others else f" ({why})" if why else ""
        return f"{name}: {', '.join([*new, *parts])}{why}."

    def _lacking(self, group: Found, measure: Found) -> str:
        trend = measure["trend"]
        if trend["slope"] is None:
            return _needed(trend)
        on = self._day(group["new_on"] + dt.timedelta(days=55))
        return f"28 days can be compared with the 28 before from {on} on"

    def _gaps_contradict(self) -> bool:
        """Not shorter, although doses a day go up."""
        if self._gap["word"] not in ("same", "no_clear_change", "rising", "higher"):
            return False
        for group in self._found["groups"]:
            doses = group["doses"]
            up = doses["word"] == "new" and _up_or_down(doses, short).startswith("up ")
            if group["current"] and (doses["word"] in ("rising", "higher") or up):
                return True
        return False

    def _gaps(self) -> str:
        word = WORDS_OF_GAPS.get(self._gap["word"]) or WORDS.get(self._gap["word"], self._gap["word"])
        now, before = self._gap["last28"]["value"], self._gap["before28"]["value"]
        if now is None or before is None:
            return f"Time between doses: {word}."
        further = now["value"] - before["value"]
        if (self._gap["word"], further < 0) in (("rising", True), ("falling", False)) and further:
            word = f"{word} over {plural(self._gap['trend']['weeks'], 'week')}"
        return f"Time between doses: {word}, {number(now['value'])} hours (28 days before: {number(before['value'])})."

    def _main(self) -> Iterator[str]:
        measure = self._found["main_measure"]
        if self._found["main"] is None or not (measure["last28"]["n"] or measure["before28"]["n"]):
            return
        days, week = (_days_of(self._found[each]) for each in ("last28", "last7"))
        now, before = _rated_median(measure["last28"], days), _rated_median(measure["before28"])
        recent = measure["last7"]["value"]
        if recent is not None and measure["last28"]["value"] is not None and week < days:
            now += f"; last 7 days: {number(recent['value'])}"
        yield f"{now}." if self._found["before28"] is None else f"{now}; 28 days before: {before}."

    def _wears_off(self) -> Iterator[str]:
        found = self._found["withdrawal"]
        last, before = found["last28"], found["before28"]
        if not last["n"]:
            return
        days = _rated_days(last["n"], _days_of(self._found["last28"]))
        yield f"withdrawal signs (4+ of 10) on {last['k']} of {days} ("
        parts = [_early(found["before_first"])] if any(each["doses28"] for each in self._found["groups"]) else []
        parts += [] if before is None else [f"28 days before: {_k_of_rated(before)}"]
        if parts:
            yield f"); {'; '.join(parts)}."

    # --- below the chart ---

    def trends(self) -> Iterator[str]:
        """Below the chart, and on page 2 where page 1 has room for neither (``GLANCE_LATER``)."""
        if self._found["before28"] is None and self._found["quality"]["days"] < 42:
            return
        shown = self._found["groups"][:ROWS_FOR]
        for group in [each for each in shown if not _is_said_above(each)] or shown:
            name = _GROUPS[group["group"]]
            if not group["current"] and (group["amount"] or group["doses"])["word"] not in _CHANGES:
                yield f"{name}: last taken on {self._day(group['last_taken'])}."
            elif group["amount"] is None:
                yield trend_sentence(f"{name} doses", "doses a day", group["doses"], _gone_since_new(group)[0])
            else:
                yield trend_sentence(name, f"{group['unit']} a day", group["amount"], _gone_since_new(group)[0])

    def _pairs(self) -> str:
        pairs = self._found["before_and_after"]
        if not pairs["pairs"]:
            if not pairs["doses"]:
                return ""
            verb = "has" if pairs["doses"] == 1 else "have"
            window = _window(_days_of(self._found["last28"]))
            return f"0 of {plural(pairs['doses'], 'dose')} of {window} {verb} a rating before and after."
        return f"{plural(len(pairs['pairs']), 'pair')} on {plural(pairs['days'], 'day')}, of {pairs['doses']:,} doses."

    def _counts(self) -> Iterator[str]:
        if not self._found["side_effects"]:
            days = sum(map(_days_of, (self._found["last28"], self._found["before28"])))
            yield f"not told for {plural(days, 'day')}: ask"  # behind its title, or in a line behind a colon
        if n := self._found["unnamed_doses"]:
            yield f"{plural(n, 'dose')} {'names' if n == 1 else 'name'} no product."

    def side_effects(self) -> Iterator[tuple[str, str]]:
        """Each as a row of page 1, and as it is told on a later page."""
        for each in self._found["side_effects"]:
            name, last = self._symptoms[each["symptom"]], _rated(each["last28"])
            before = "not chosen" if each["before28"] is None else _rated(each["before28"])
            row = f"{label(name[:4], name[4:])} {last} {before}"
            yield row, f"Side effect {name}, days of days rated: {last}; 28 days before: {before}"


# --- parts of sentences -----------------------------------------------------------------------------------------------


def _early(found: Found) -> str:
    if not found["n"]:
        return "not rated before the first dose of a day"
    return f"on {found['k']} of {plural(found['n'], 'day')} rated before the first dose"


def _use(group: Found) -> str:
    doses = group["doses"]["last28"]["value"]
    count = f"{'at least ' if doses['at_least'] else ''}{dose_count(doses['value'])}"
    if group["amount"] is None:
        return f"{count} a day"
    amount = group["amount"]["last28"]
    if amount["value"] is None:
        return f"{count} a day, amount not said on {amount['incomplete']} of {plural(amount['n'], 'day')}"
    if amount["value"]["at_least"]:
        return f"{count} a day; amount incomplete on {amount['incomplete']} of {plural(amount['n'], 'day')}:"
    return f"{_amount(group)} in {count} a day"


def _amount(group: Found) -> str:
    label = " by label" if group["by_label"] and group["unit"] != "pieces" else ""
    return f"{amount_text(group['unit'], group['amount']['last28']['value'])}{label}"


def _moving(group: Found) -> str:
    """The change word, where the last week lies on the side of the 28 days to which it points."""
    measure = group["amount"] if _compares_last7(group) else group["doses"]
    recent, usual = measure["last7"]["value"], measure["last28"]["value"]
    if recent is None or usual is None:
        return ""
    further = float(recent["value"]) - float(usual["value"])
    points = {"rising": 1, "higher": 1, "falling": -1, "lower": -1}.get(measure["word"], 0)
    return f", {measure['word']}" if points * further > 0 else ""


def _compares_last7(group: Found) -> bool:
    amount = group["amount"]["last7"]["value"] if group["amount"] else None
    if amount is None:
        return False
    usual = group["amount"]["last28"]["value"]
    return usual is None or can_be_compared(amount, usual)


def _in_part(group: Found) -> str:
    figure = (group["amount"] or group["doses"])["last28"]
    if not figure["incomplete"] or figure["value"] is None or figure["value"]["at_least"]:
        return ""
    return f"; on {figure['incomplete']} of {plural(figure['n'], 'day')} at least"


def _known_in_full(group: Found) -> str:
    figure = group["amount"] and group["amount"]["last28"]
    if not figure or not figure["value"] or not figure["value"]["at_least"] or not group["complete28"]:
        return ""
    low, high = (amount_text(group["unit"], {"value": each, "at_least": False}) for each in group["complete28"])
    said = low if low == high else f"{low} to {high}"
    return f"; {plural(figure['n'] - figure['incomplete'], 'complete day')}: {said}"


def _guessed(group: Found) -> str:
    guessed = group["guessed28"]
    if group["amount"] is None or group["amount"]["last28"]["value"] is None or 2 * guessed["k"] < guessed["n"]:
        return ""
    return f"; {guessed['k']:,} of {plural(guessed['n'], 'amount')} guessed"


def _recent(group: Found) -> str:
    doses = group["doses"]["last7"]["value"]
    amount = group["amount"]["last7"]["value"] if group["amount"] else None
    if doses is None:
        return ""
    least = "at least " if doses["at_least"] else ""
    if amount is None or not _compares_last7(group):
        return f"{least}{dose_count(doses['value'])} a day"
    return f"{amount_text(group['unit'], amount)} in {least}{short(doses['value'])}"


def _measures(group: Found) -> dict[str, Found]:
    named = {"amount": group["amount"], "doses a day": group["doses"], "days taken": group["days_taken"]}
    return {key: each for key, each in named.items() if each is not None}


def _said(what: str, measure: Found, medians: str) -> str:
    """The word, and behind a change its weeks if they are few and the medians."""
    said = f"{what} {WORDS.get(measure['word'], measure['word'])}".strip()
    why = [f"{plural(measure['trend']['weeks'], 'week')}: weak"] if is_weak(measure) else []
    why += [medians] if medians and measure["word"] in _CHANGES else []
    return f"{said} ({'; '.join(why)})" if why else said


def _unclear(group: Found, measure: Found) -> str:
    """Weeks and medians behind "no clear change" and "too few weeks"."""
    if measure["word"] == "not_known":
        what = "doses a day" if group["amount"] is None else "amount"
        now, before = measure["last28"]["value"], measure["before28"]["value"]
        told = now is not None and before is not None and can_be_compared(now, before)
        return f"{part_known(measure)}; {_medians(group, what)}" if told else part_known(measure)
    if measure["word"] not in ("no_clear_change", "too_few_weeks", "new"):
        return ""
    trend, windows = measure["trend"], [measure["before28"]["value"], measure["last28"]["value"]]
    weeks = _needed(trend) if measure["word"] == "too_few_weeks" else ""
    weeks = weeks if trend["slope"] is None else f"{trend['weeks']} of {plural(trend['of'], 'week')}"
    if None in windows:
        return weeks
    before, now = (float(each["value"]) for each in windows)
    medians = _medians(group, "doses a day" if group["amount"] is None else "amount")
    if measure["word"] == "no_clear_change" and abs(now - before) >= 0.15 * before:
        medians += ": cannot be told apart from week-to-week variation"
    return f"{weeks}; {medians}" if weeks else medians


def _needed(trend: Found) -> str:
    return f"{plural(trend['weeks'], 'usable week')}, 6 needed"


def _weekly(group: Found, measure: Found) -> str:
    """Of each week since the group began, the oldest first."""
    unit = "doses" if group["amount"] is None else group["unit"]
    say = number if unit in ("g", "ml") else short
    begun = next(place for place, each in enumerate(measure["weekly"]) if each is not None)
    weeks = ["–" if each is None else f"{'≥ ' if each['at_least'] else ''}{say(each['value'])}"
             for each in measure["weekly"][begun:]]  # fmt: skip
    return f"{', '.join(weeks)} {unit} a day"


def _gone_since_new(group: Found) -> tuple[str, str]:
    """Of a new group: where its amount (or its doses, without one) went, and beside an amount its doses."""
    first, doses = group["amount"] or group["doses"], group["doses"]
    unit = "doses" if group["amount"] is None else group["unit"]
    gone = _up_or_down(first, number if unit in ("g", "ml") else short) if first["word"] == "new" else ""
    beside = _up_or_down(doses, short) if group["amount"] is not None and doses["word"] == "new" else ""
    return f"{gone} {unit} a day" if gone else "", f"doses a day {beside}" if beside else ""


def _up_or_down(measure: Found, say: Callable[[float], str]) -> str:
    """Its first and last week, where nothing lies beyond them; "" else."""
    known = [each for each in measure["weekly"] if each is not None]
    values = [float(each["value"]) for each in known]
    if len(known) < 3 or any(each["at_least"] for each in known):
        return ""
    first, last = values[0], values[-1]
    goes_one_way = (min(values), max(values)) in ((first, last), (last, first))
    if not goes_one_way or abs(last - first) < 0.15 * first:
        return ""
    return f"{'up' if last > first else 'down'} from {say(known[0]['value'])} to {say(known[-1]['value'])}"


def _first_week(group: Found, what: str, measure: Found, first: Found) -> str:
    """Where it lies beyond the earlier median, on the side from which the later one came."""
    before = measure["before28"]["value"]
    if before is None or first["at_least"] or before["at_least"]:
        return ""
    low, high = (before, first) if measure["word"] == "lower" else (first, before)
    say = number if what == "amount" and group["unit"] in ("g", "ml") else short
    return f"first week {say(first['value'])}" if float(low["value"]) < float(high["value"]) else ""


def _from_to(group: Found, what: str, measure: Found) -> str:
    """Behind a trend the medians of its outer weeks, if they are exact and go the way of the word."""
    known = [each for each in measure["weekly"] if each is not None]
    if measure["word"] in ("higher", "lower") and what in ("amount", "doses a day") and known:
        return "; ".join(filter(None, (_first_week(group, what, measure, known[0]), _medians(group, what))))
    if measure["word"] not in ("rising", "falling") or what not in ("amount", "doses a day") or len(known) < 2:
        return _medians(group, what)
    first, last = known[0], known[-1]
    low, high = (first, last) if measure["word"] == "rising" else (last, first)
    if first["at_least"] or last["at_least"] or float(low["value"]) >= float(high["value"]):
        return _medians(group, what)
    say = short if what != "amount" or group["unit"] in ("mg", "pieces") else number
    unit = group["unit"] if what == "amount" else "doses"
    if measure["weekly"][-1] is None:
        return f"first to last week {say(first['value'])} → {say(last['value'])} {unit}"
    return f"first week {say(first['value'])} → last 7 days {say(last['value'])} {unit}"


def _medians(group: Found, what: str) -> str:
    """Of amounts or doses in both windows."""
    measure = {"amount": group["amount"], "doses a day": group["doses"]}.get(what)
    windows = [] if measure is None else [measure["before28"]["value"], measure["last28"]["value"]]
    if None in windows or not windows:
        return ""
    say = short if what != "amount" or group["unit"] in ("mg", "pieces") else number
    before, now = (("at least " if each["at_least"] else "") + say(each["value"]) for each in windows)
    return f"28-day medians {before} → {now} {group['unit'] if what == 'amount' else 'doses'}"


def _rated_days(n: int, of: int) -> str:
    return f"{plural(n, 'rated day')} of {of}" if n < of else plural(n, "rated day")


def _rated_median(figure: Found, of: int = 0) -> str:
    if figure["value"] is None:
        said = {"too_few": f"too few recorded (n = {figure['n']})", "outside": "", "not_recorded": "not recorded"}
        return said[figure["missing"]]
    return f"{number(figure['value']['value'])} on {_rated_days(figure['n'], of)}"


def _window(days: int) -> str:
    return "the last 28 days" if days == 28 else f"{'this' if days == 1 else 'these'} {plural(days, 'day')}"


def _date(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"


def _days_of(span: Found | None) -> int:
    return 0 if span is None else (span["last"] - span["first"]).days + 1


def _k_of_n(rated: Found) -> str:
    return f"{rated['k']} of {rated['n']}" if rated["n"] else "not rated"


def _k_of_rated(rated: Found) -> str:
    return f"{_k_of_n(rated)} rated day{'s' * (rated['n'] != 1)}" if rated["n"] else "not rated"


def _rated(rated: Found) -> str:
    return _k_of_n(rated) if rated["worst"] is None else f"{_k_of_n(rated)}, worst {rated['worst']}"


def _held_back(n: int) -> str:
    return f"{plural(n, 'dose')} {'was' if n == 1 else 'were'} written down and {'is' if n == 1 else 'are'} left out"


def _has_figures(measure: Found) -> bool:
    return any(measure[window]["value"] is not None for window in ("last7", "last28", "before28"))


def _is_said_above(group: Found) -> bool:
    """As fully by the line "Change": that the weeks of what is taken are too few for a trend."""
    measure = group["amount"] or group["doses"]
    few = measure["word"] == "too_few_weeks" and measure["trend"]["slope"] is None
    return bool(group["current"] and few)
