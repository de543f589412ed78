"""In what a search found, what holds where the person lives stands before what holds in another country alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from journal.guidance.found import Hit
from journal.guidance.help_lines import Country, countries

# Parts of a country that have rules or services of their own.
_PARTS = {"England": "GB", "Scotland": "GB", "Wales": "GB", "Northern Ireland": "GB"}


def own_country_first(hits: Iterable[Hit], country: Country) -> list[Hit]:
    """The same hits, in their order but for those that begin with the name of another country: these come last.

    Example: "In the United Kingdom it is an offence to drive ..." for who chose the United States. A sentence beside it
    that says "Other countries have rules of their own" goes along. Where no country is chosen, nothing moves.
    """
    return sorted(hits, key=lambda hit: bool(country.code) and _is_of_another(hit, country.code))


def _is_of_another(hit: Hit, code: str) -> bool:
    sentences = (hit.statement, *hit.passage.statements[:1])
    return any(country not in ("", code) for country in (_country_of(sentence.text) for sentence in sentences))


def _country_of(sentence: str) -> str:
    """The code of the country with which a sentence begins; "" for none."""
    named = _beginning().match(sentence)
    return _codes()[named["name"]] if named else ""


@cache
def _codes() -> dict[str, str]:
    return {listed.name: listed.code for listed in countries()} | _PARTS


@cache
def _beginning() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_codes(), key=len, reverse=True)))
    return re.compile(rf"(?:In (?:the )?)?(?P<name>{names})\b")
