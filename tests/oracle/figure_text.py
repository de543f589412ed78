"""Figures as cells of the table, and trends as sentences, a second time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.oracle.numbers import number, plural, short, signed, zero

Found = Mapping[str, Any]
_CELLS = {"too_few": "too few", "not_recorded": "not listed", "not_rated": "not listed", "not_taken": "—",
          "not_said": "not said", "outside": "not chosen"}  # fmt: skip
_SIGNS = {"no_clear_change": "≈", "too_few_weeks": "too few", "outside": "–", "new": "new",
          "not_known": "not known"}  # fmt: skip
WORDS = {"no_clear_change": "no clear change", "too_few_weeks": "too few weeks", "outside": "no comparison",
         "new": "too early for a trend", "not_known": "not known"}  # fmt: skip
WORDS_OF_GAPS = {"rising": "longer", "higher": "longer", "falling": "shorter", "lower": "shorter"}


def row(measure: Found, unit: str = "g", gaps: bool = False, narrow: int = 0) -> str:
    """The three cells and the word; grams, millilitres, hours and points have a decimal always.

    ``narrow``: on a full page quartiles give way: 1, those that are not exact; 2, those of the 28 days before;
    3, those of the last 28 days too.
    """
    cells = [cell(measure[window], unit not in ("g", "ml")) for window in ("last7", "last28", "before28")]
    for place, level, given_up in (
        (1, 1, r" \[.*≥.*\]"),
        (2, 1, r" \[.*≥.*\]"),
        (2, 2, r" \[.*\]"),
        (1, 3, r" \[.*\]"),
    ):
        cells[place] = re.sub(given_up, "", cells[place]) if narrow >= level else cells[place]
    word: str | None = measure["word"]
    if word is None or set(cells) == {"not listed"}:
        return " ".join(cells)
    said = _SIGNS.get(word) or (WORDS_OF_GAPS.get(word, word) if gaps else word)
    return " ".join([*cells, f"{said}*" if is_weak(measure) else said])


def is_weak(measure: Found) -> bool:
    return measure["word"] in ("rising", "falling") and measure["trend"]["weeks"] < 10


def cell(figure: Found, whole: bool) -> str:
    n = f"n {figure['n']:,} ({figure['incomplete']})" if figure["incomplete"] else f"n {figure['n']:,}"
    if figure["value"] is None:
        said = _CELLS[figure["missing"]]
        return said if figure["missing"] == "outside" or n == "n 0" else f"{said} {n}"
    say = short if whole else number
    value = f"{'≥ ' if figure['value']['at_least'] else ''}{say(figure['value']['value'])}"
    if figure["of"] is not None:
        return f"{value} of {figure['of']}"
    if figure["low"] is None:
        return f"{value} {n}"
    low, high = (f"{'≥' if figure[end]['at_least'] else ''}{say(figure[end]['value'])}" for end in ("low", "high"))
    return f"{value} [{low}–{high}] {n}"


def at_least(value: Found, unit: str = "") -> str:
    say = number if unit in ("g", "ml") else short
    return f"{'at least ' if value['at_least'] else ''}{say(value['value'])}"


def amount_text(unit: str, value: Found) -> str:
    sign = "piece" if unit == "pieces" and value["value"] == 1 else unit
    return f"{at_least(value, unit)} {sign}"


def can_be_compared(now: Found, before: Found) -> bool:
    """Not where what is missing of one may make it the larger or the smaller one."""
    if now["at_least"] == before["at_least"]:
        return not now["at_least"]
    low, high = (before, now) if now["at_least"] else (now, before)
    return float(low["value"]) < float(high["value"])


def part_known(measure: Found) -> str:
    """Of how many days in both windows something is missing."""
    now, before = measure["last28"], measure["before28"]
    if not now["incomplete"]:
        return f"known only in part on {before['incomplete']} of {plural(before['n'], 'day')} of the 28 before"
    said = f"known only in part on {now['incomplete']} of {plural(now['n'], 'day')}"
    return f"{said}, before that on {before['incomplete']} of {before['n']}" if before["incomplete"] else said


def trend_sentence(title: str, unit: str, measure: Found, gone: str = "") -> str:
    """The sentence below the chart; ``gone``: where something new went, in place of its word."""
    trend, word = measure["trend"], measure["word"]
    if word == "outside":
        return f"{title}: no comparison, the period is too short."
    if word == "too_few_weeks" or (word == "new" and trend["slope"] is None):
        return (
            f"{title}: {gone or WORDS[word]}; {_not_computed(trend) if trend['slope'] is None else _few_days(measure)}."
        )
    if trend["slope"] is None:
        rests = "both 28 days" if word == "same" else "last 28 days against the 28 before"
        rests = part_known(measure) if word == "not_known" else rests
        return f"{title}: {WORDS.get(word, word)} ({rests}); {_not_computed(trend)}."
    since = " since it began" if trend["since"] is not None else ""
    lead = f"{title}, {trend['weeks']} of {plural(trend['of'], 'week')}{since}: {gone or WORDS.get(word, word)}"
    weight = {"higher": " (last 28 days against the 28 before)", "lower": " (last 28 days against the 28 before)",
              "same": " (both 28 days)"}.get(word, " (weak, under 10 weeks)" if is_weak(measure) else "")  # fmt: skip
    of_all = "; trend of all weeks:" if word in ("higher", "lower") else ""
    return f"{lead}{';' if gone else ''}{weight}{of_all} {_estimate(trend, unit)}"


def _few_days(measure: Found) -> str:
    return f"too few days of the {'last 28' if measure['last28']['value'] is None else '28 before'} can be used"


def _not_computed(trend: Found) -> str:
    return f"trend not computed: {trend['weeks']} usable of {plural(trend['of'], 'week')}, 6 needed"


def _estimate(trend: Found, unit: str) -> str:
    numbers, over = [trend["slope"], trend["low"], trend["high"]], "per week"
    if any(zero(each) for each in numbers[1:]) and trend["apart"] > 6:  # a week's change is too small for one decimal
        numbers, over = [each * trend["apart"] for each in numbers], f"over {trend['apart']} weeks"
    clear = trend["direction"] != "no_clear_trend"
    places = next((n for n in (1, 2) if not clear or not any(zero(each, n) for each in numbers)), 3)
    if places == 1 and all(zero(each) for each in numbers):
        none = "no steady change that the figures could show (95 % CI within −0.05 to +0.05"
        return f"{none} {unit} per week)." if over == "per week" else f"{over} {none} {unit})."
    slope, low, high = (signed(each, places) for each in numbers)
    return f"{slope} {unit} {over} (95 % CI {low} to {high})."
