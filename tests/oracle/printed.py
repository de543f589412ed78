"""What page 1 must say of the recomputed numbers: its table, its lines for the visit and its sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Found = Mapping[str, Any]
_MISSING = {"too_few": "— (too few)", "not_recorded": "not recorded", "not_tracked": "not tracked",
            "no_leaf": "— (no leaf)", "not_said": "— (not said)"}  # fmt: skip
_ROWS = (
    ("amount", "Amount, g a day"), ("doses", "Doses a day"), ("single_dose", "Single dose, g"),
    ("gap", "Hours between doses"), ("largest_day", "Largest day, g"), ("days_without", "Days without, confirmed"),
    ("main", "{} 0–10"), ("second", "{} 0–10"), ("days_recorded", "Days recorded"),
)  # fmt: skip
_COMPARISONS = {
    "higher": "clearly higher, every week above every week before, beyond the usual week-to-week variation.",
    "lower": "clearly lower, every week below every week before, beyond the usual week-to-week variation.",
    "within": "a difference within the usual week-to-week variation.",
    "too_few_weeks": "too few recorded weeks to compare.",
}
_DIRECTIONS = {"rising": "rising", "falling": "falling", "no_clear_trend": "no clear trend"}


def expected(
    found: Found, symptoms: Mapping[str, str], products: Mapping[str, str], best: Collection[str] = ()
) -> Iterator[str]:
    """Every piece of text that the page must hold, names given by id; ``best``: symptoms of which 10 is the best."""
    yield _trust(found["quality"])
    yield from table(found, symptoms, best)
    yield from _visit(found)
    yield f"Amount, last 28 days against the 28 before: {_COMPARISONS[found['rows']['amount']['change']['comparison']]}"
    yield _trend(found["trends"]["amount"])
    yield _pairs(found["pairs"], symptoms.get(found["main"], ""))
    yield from _side_effects(found, symptoms)
    yield from _products(found["products"], products)
    yield from _warnings(found["warnings"], symptoms)


def number(value: float, places: int = 1) -> str:
    """Rounded half up, with a true minus and never "−0.0"; whole from 1000 on."""
    places = places if abs(value) < 1000 else 0
    exact = Decimal(f"{abs(value):.9f}").quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{'−' if value < 0 and exact else ''}{exact}"


def _signed(value: float, places: int = 1) -> str:
    said = number(value, places)
    return f"+{said}" if value > 0 and not _zero(value, places) else said


def _zero(value: float, places: int = 1) -> bool:
    return not set(number(value, places)) & set("123456789")


def _count(value: float) -> str:
    said = number(value)
    return said.removesuffix(".0")


# --- the table ------------------------------------------------------------------------------------------------------


def table(found: Found, symptoms: Mapping[str, str], best: Collection[str] = ()) -> Iterator[str]:
    """The rows of the key figures, cells in the order of the page."""
    for key, label in _ROWS:
        if key == "second" and found["second"] is None:
            continue
        name = symptoms[found[key]] if found.get(key) else "Main symptom"
        label = label.replace("0–10", "(10 best)") if found.get(key) in best else label
        row = found["rows"][key]
        windows = [_cell(key, row[window]) for window in ("last7", "last28", "before28")]
        yield " ".join([label.format(name), *windows, _change(key, row)]).strip()


def _cell(key: str, figure: Found) -> str:
    if figure["value"] is None:
        return _MISSING[figure["missing"]]
    if figure["of"] is not None:
        return f"{figure['value']} of {figure['of']}"
    say = _count if key == "doses" else number
    if figure["at_least"]:
        return f"at least {number(figure['value'])}"
    if figure["low"] is None:
        return say(figure["value"])
    return f"{say(figure['value'])} [{say(figure['low'])}–{say(figure['high'])}]"


def _change(key: str, row: Found) -> str:
    change = row["change"]
    if change is None:
        return ""
    if change["value"] is None:
        return _MISSING[change["missing"]]
    zero = _zero(change["value"])
    if zero and all(row["last28"][end] == row["before28"][end] for end in ("low", "high")):
        return "same"
    whole = key == "doses" and change["value"] == round(change["value"])
    said = "0" if zero else _signed(change["value"], 0 if whole else 1)
    return said + {"too_few_weeks": " †", "within": " ≈"}.get(change["comparison"], "")


# --- lines and sentences --------------------------------------------------------------------------------------------


def _visit(found: Found) -> Iterator[str]:
    days, withdrawal, quality = found["strong_days"], found["withdrawal"], found["quality"]
    if not days["n"]:
        yield "Extract or 7-OH not recorded"
    elif not days["k"]:
        yield f"Extract or 7-OH 0 of {days['n']} {_word('day', days['n'])} of known use"
    else:
        doses = f"{found['strong_doses']} {_word('dose', found['strong_doses'])}"
        yield f"Extract or 7-OH {days['k']} of {days['n']} {_word('day', days['n'])}, {doses}"
    if not withdrawal["tracked"]:
        yield "Withdrawal-type not tracked"
    elif not withdrawal["of"]:
        yield "Withdrawal-type not recorded"
    else:
        yield f"Withdrawal-type {withdrawal['days']} of {withdrawal['of']} recorded {_word('day', withdrawal['of'])}"
        if withdrawal["days"]:
            yield f"before the first dose {withdrawal['before_first_dose']} of those {withdrawal['days']}"
    n = quality["weighed"]["n"]
    weighed = (
        f"{quality['weighed']['k']} / {quality['guessed']['k']} of {n} {_word('dose', n)}" if n else "not recorded"
    )
    yield f"Weighed / guessed {weighed}"
    yield f"Noted within the hour {quality['within_hour']['k']} of {n} {_word('dose', n)}" if n else "hour not recorded"


def _word(word: str, n: int) -> str:
    return word if n == 1 else f"{word}s"


def _trust(quality: Found) -> str:
    sparse = "Fewer than half of the days have entries. " if 2 * quality["recorded"] < quality["days"] else ""
    entries = f"Entries on {quality['recorded']} of {quality['days']} {_word('day', quality['days'])}."
    return f"{sparse}Recorded by the patient; not checked by a clinician. {entries}"


def _trend(trend: Found) -> str:
    lead = f"Amount, {trend['weeks']} of {trend['of']} {_word('week', trend['of'])} usable:"
    if trend["slope"] is None:
        return f"{lead} too few for a trend; 6 are needed."
    weak = " (weak, fewer than 10 weeks)" if trend["weeks"] < 10 else ""
    numbers, over = [trend["slope"], trend["low"], trend["high"]], "per week"
    if any(_zero(each) for each in numbers[1:]):  # a week's change is too small for one decimal
        numbers, over = [each * trend["apart"] for each in numbers], f"over {trend['apart']} weeks"
    clear = trend["direction"] != "no_clear_trend"
    places = next((n for n in (1, 2) if not clear or not any(_zero(each, n) for each in numbers)), 3)
    slope, low, high = (_signed(each, places) for each in numbers)
    estimate = f"Estimated change {slope} g/day {over} (95 % CI {low} to {high})."
    return f"{lead} {_DIRECTIONS[trend['direction']]}{weak}. {estimate}"


def _pairs(pairs: Found, name: str) -> str:
    if not pairs["pairs"]:
        return "No ratings before and after a dose."
    word = "dose was" if pairs["doses"] == 1 else "doses were"
    return f"{len(pairs['pairs'])} of {pairs['doses']} {word} rated before and after ({name})."


def _side_effects(found: Found, symptoms: Mapping[str, str]) -> Iterator[str]:
    share, before = found["side_effect_days"], found["side_effect_days_before"]
    for each in found["side_effects"][:5]:
        worst = "–" if each["worst"] is None else each["worst"]
        yield f"{symptoms[each['symptom']]} {worst} {each['last28']} / {each['before28']}"
    if not found["side_effects_tracked"]:
        yield "Side effects: not tracked."
    elif not found["side_effects"]:
        n = share["n"] + before["n"]
        yield f"No side effects noted on {n} recorded {_word('day', n)}."
    elif share["k"]:
        yield f"Side effects: on {share['k']} of {share['n']} recorded {_word('day', share['n'])}."


def _products(used: list[Found], products: Mapping[str, str]) -> Iterator[str]:
    if not used:
        yield "No product names recorded."
    by_name = sorted(used, key=lambda each: (products[each["product"]].casefold(), each["product"]))
    largest = sorted(by_name, key=lambda each: (-each["doses"], -(each["grams_share"] or 0)))[:3]
    for each in largest:
        share = "not known" if each["grams_share"] is None else f"{number(100 * each['grams_share'], 0)} %"
        yield f"{products[each['product']]} {share} {each['doses']}"


def _warnings(noted: list[Found], symptoms: Mapping[str, str]) -> Iterator[str]:
    """The box as it is unless the person chooses otherwise: without thoughts of suicide and what is private."""
    held_back = [each for each in noted if each["private"] or symptoms[each["symptom"]] == "Thoughts of suicide"]
    shown = [each for each in noted if each not in held_back]
    if len(shown) > 4:
        yield f"Warning symptoms noted in this period (and {len(shown) - 4} more: page 2)"
        return
    hidden = {note for other in held_back for note in other["near"]}
    for each in shown:
        notes = "".join(f" “{note}”" for note in each["notes"] if note not in hidden)
        day = f"{each['day'].day} {each['day']:%b %Y}"
        yield f"{day}: {symptoms[each['symptom']]}, {each['value']} of 10{notes}"
