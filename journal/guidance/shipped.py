"""Finds and reads the pages and sources that come with the program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from journal.assets import asset
from journal.guidance.groups import GROUPS
from journal.guidance.markdown import PageFault, parse_page
from journal.guidance.signs_on_page import with_signs
from journal.guidance.tables import read_table
from journal.guidance.values import Page, Source

# The order in which they are shown in the group that each names in its front matter.
ORDER = (
    "emergency-signs",
    "in-the-product",
    "cutting-down",
    "dependence",
    "with-medicines",
    "being-careful",
    "liver-heart-breathing",
    "side-effects",
    "driving-work-travel",
    "children-and-pets",
    "talking-with-a-clinician",
    "reporting-a-reaction",
    "claims-checked",
    "what-it-does",
    "pain-research",
    "measuring",
    "pain-care",
    "law",
    "how-checked",
)


@cache
def pages(language: str = "en") -> tuple[Page, ...]:
    """Every page, group by group, as they are listed. Raises PageFault, also for a language without pages."""
    groups = list(GROUPS)
    return tuple(sorted((_read(code, language) for code in ORDER), key=lambda page: groups.index(page.group)))


def page(code: str, language: str = "en") -> Page:
    """One page. Raises KeyError for an unknown code."""
    if code not in ORDER:
        raise KeyError(code)
    return _read(code, language)


def _read(code: str, language: str) -> Page:
    path = asset("guidance", language, f"{code}.md")
    if not path.is_file():
        raise PageFault(f"{code}: there is no such page in {language!r}")
    parsed = parse_page(code, path.read_text(encoding="utf-8"))
    return replace(parsed, blocks=with_signs(parsed.blocks))


@cache
def sources() -> Mapping[str, Source]:
    """Every source by its id."""
    return MappingProxyType(parse_sources(read_table(asset("guidance", "sources.toml"))))


def parse_sources(table: Mapping[str, object]) -> dict[str, Source]:
    """Sources from their table. Raises PageFault naming the source that is not in order."""
    return {key: _source(key, fields) for key, fields in table.items()}


def _source(key: str, fields: object) -> Source:
    match fields:
        case {
            "title": str(title),
            "organisation": str(organisation),
            "address": str(address),
            "read": dt.date() as read,
            "mark": "V" | "V2" as mark,
            **rest,
        } if title and organisation and address.startswith(("https://", "http://")) and rest.keys() <= {"year"}:
            year = rest.get("year")
            if (year is None or type(year) is int) and type(read) is dt.date:
                return Source(key, title, organisation, year, address, read, mark)
    raise PageFault(f"source {key}: a field is missing, unknown or of the wrong kind")
