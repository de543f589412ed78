"""How complete a period is and how it was written down, in the words that the pages must hold."""

from __future__ import annotations

from collections.abc import Iterator

from tests.oracle.doubled import Found
from tests.oracle.numbers import plural

_BASES = {
    "weighed": "weighed", "counted": "counted", "label": "from the label",
    "as_last_time": "as last time, not weighed again", "guessed": "guessed", "unknown": "not said how measured",
}  # fmt: skip


def completeness(page: Found, written: Found) -> Iterator[str]:
    """Of the summary of a page and of what is counted of its entries; nothing where nothing was written down."""
    quality = page["quality"]
    if not quality["recorded"]:
        return
    nothing = quality["days"] - quality["recorded"]
    yield (
        f"Days. entries on {quality['recorded']:,} of {plural(quality['days'], 'day')}, none on {nothing:,}; "
        f"{quality['known']:,} known to be with or without a dose, {quality['other_days']:,} with other entries only."
    )
    yield f"Doses. {'; '.join(_doses(page, written))}."
    if written["entries"]:
        yield (
            f"When written. of {written['entries']:,} doses and ratings in {plural(quality['days'], 'day')} "
            f"{written['soon']:,} within 15 minutes, "
            f"{written['in_hour']:,} within the hour, {written['late']:,} after 24 hours; "
            f"{written['changed']:,} changed later."
        )


def _doses(page: Found, written: Found) -> Iterator[str]:
    quality, window = page["quality"], page["last28"]
    period, recent = plural(quality["days"], "day"), _last((window["last"] - window["first"]).days + 1)
    yield f"{plural(written['doses'], 'dose')} in {period}" if written["doses"] else f"none is listed in {period}"
    if out := quality["left_out_doses"]:
        yield f"{out:,} more {'was' if out == 1 else 'were'} written down and {'is' if out == 1 else 'are'} left out"
    if written["doses"]:
        missing = quality["kind_missing_days"]
        days = f"{quality['amount_missing_days']:,} of {plural(missing['n'], 'day')}"
        yield f"an amount is missing on {days} with doses, a kind on {missing['k']:,}"
    if written["doses28"]:
        known = [f"{written['bases'][basis]:,} {said}" for basis, said in _BASES.items() if written["bases"].get(basis)]
        yield f"of {plural(written['doses28'], 'dose')} in {recent} {', '.join(known)}"
    elif written["doses"]:
        yield f"none of them in {recent}"


def _last(days: int) -> str:
    return "the last 28 days" if days == 28 else f"{'this' if days == 1 else 'these'} {plural(days, 'day')}"
