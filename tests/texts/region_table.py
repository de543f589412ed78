"""Writes what Babel says of English in every region to resources/regions: ``python3 -m tests.texts.region_table``."""

from __future__ import annotations

import json
from pathlib import Path

from babel import localedata

from journal.assets import asset
from journal.texts.babel_formats import BabelDates, BabelNumbers, is_known
from journal.texts.regions import region_of

TABLE: Path = asset("regions", "english.json")
ABOUT = (
    "English dates and numbers of each region: what Babel makes of the Unicode CLDR (Unicode License v3). "
    "Written by tests/texts/region_table.py."
)
_LANGUAGE = "en"
Look = dict[str, object]


def regions() -> list[str]:
    """None, and every region that a system can name and Babel knows."""
    named = [region_of(name) for name in localedata.locale_identifiers()]
    shorter = [f"{parts[0]}_{parts[2]}" for parts in (name.split("_") for name in named) if len(parts) == 3]
    return ["", *sorted({name for name in (*named, *shorter) if name and is_known(name)})]


def as_shipped() -> str:
    """The file as it has to be."""
    looks: dict[str, list[str]] = {"names": [], "dates": [], "numbers": []}
    places = {name: [_place(looks["dates"], _dates(name, looks["names"])), _numbers(name, looks)] for name in regions()}
    parts = [f'"{key}": [\n{_lines(rows)}\n]' for key, rows in looks.items()]
    of_regions = ",\n".join(f"{json.dumps(name)}: {json.dumps(place)}" for name, place in places.items())
    return "{\n" + ",\n".join([f'"about": {json.dumps(ABOUT)}', *parts, f'"regions": {{\n{of_regions}\n}}']) + "\n}\n"


def _lines(rows: list[str]) -> str:
    return ",\n".join(rows)


def _place(rows: list[str], look: Look) -> int:
    """Where the look stands among the rows; each stands there once."""
    row = json.dumps(look)
    if row not in rows:
        rows.append(row)
    return rows.index(row)


def _dates(region: str, names: list[str]) -> Look:
    dates = BabelDates(_LANGUAGE, region)
    return {
        "names": _place(names, _names(dates)),
        "first_weekday": dates.first_weekday,
        "day_before_month": dates.day_before_month,
        "patterns": {name: _pattern(str(pattern.format)) for name, pattern in dates.patterns.items()},
    }


def _pattern(babels: str) -> str:
    """ "%(d)s %(MMMM)s" as "{d} {MMMM}"."""
    return babels.replace("%(", "{").replace(")s", "}")


def _names(dates: BabelDates) -> Look:
    words = dates.words
    found: Look = {}
    for key, of in (("months", words.months), ("days", words.days)):
        for width, prefix in (("wide", ""), ("abbreviated", "short_")):
            said, alone = (of[context][width] for context in ("format", "stand-alone"))
            assert said == alone, "a language of another kind than English"
            found[prefix + key] = [said[n] for n in sorted(said)]
    found["halves"] = [words.day_periods["format"]["abbreviated"][half] for half in ("am", "pm")]
    return found


def _numbers(region: str, looks: dict[str, list[str]]) -> int:
    numbers = BabelNumbers(_LANGUAGE, region)
    signs = numbers.signs.number_symbols["latn"]
    return _place(looks["numbers"], {"decimal": signs["decimal"], "group": signs["group"], "sizes": _sizes(numbers)})


def _sizes(numbers: BabelNumbers) -> list[int]:
    """How many digits stand in the last group, and in each before it."""
    return list(numbers.signs.decimal_formats[None].grouping)


if __name__ == "__main__":
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(as_shipped(), encoding="utf-8")
