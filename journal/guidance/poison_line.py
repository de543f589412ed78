"""The line that answers for a poison centre, where the public of a country has none."""

from __future__ import annotations

from journal.guidance.help_lines import Country

# In sentences of the pages and of the table of signs, and what stands there with the name of the line.
_CENTRES = {
    "call a poison centre": "call {line}",
    "No sign: poison centre now": "No sign: call {line} now",
    "Poison centre today": "Call {line} today",
}


def with_poison_line(text: str, country: Country) -> str:
    """ "call NHS 111" for "call a poison centre" in a country whose public has none, and asks that line."""
    line = next(iter(country.for_poisons), None)
    if line is None or line.kind == "poison":
        return text
    for centre, words in _CENTRES.items():
        text = text.replace(centre, words.format(line=line.in_place_of_poison or line.name))
    return text
