"""A small page, its sources and a country that are in order, to plant faults in."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from journal.guidance import Country, HelpLine, Page, Source
from journal.guidance.markdown import parse_page

FRONT = """+++
code = "sample"
group = "facts"
title = "A sample"
summary = "What a page looks like."
reviewed = 2026-11-22
review_by = 2027-05-22
+++
"""
BODY = """
## First things

Stay with the person.[^agency-2020] What do you see?[-]

- Slow breathing.[^agency-2020][^journal-2024]
- In 2019 it was reported that
  two things happened.[^hearsay]
"""
AGENCY = Source(
    "agency-2020", "Signs", "An agency", 2020, "https://agency.example/signs", dt.date(2026, 11, 22), "V"
)  # fmt: skip
SOURCES = {
    "agency-2020": AGENCY,
    "journal-2024": dataclasses.replace(AGENCY, id="journal-2024", title="A study"),
    "hearsay": dataclasses.replace(AGENCY, id="hearsay", title="News", mark="V2"),
    "line": dataclasses.replace(AGENCY, id="line", title="A help line"),
}
LINE = HelpLine(
    "Poison centre", "01 23", "What to do after taking too much", "Day and night", "line", AGENCY.read, "poison"
)
COUNTRY = Country("ZZ", "Utopia", "112", "", (LINE,))


def sample(front: str = FRONT, body: str = BODY) -> Page:
    return parse_page("sample", front + body)


def changed(page: Page, **fields: Any) -> Page:
    return dataclasses.replace(page, **fields)
