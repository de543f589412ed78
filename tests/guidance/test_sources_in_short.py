"""The sources of several sentences in one line, by who says it and when."""

from __future__ import annotations

import re

from journal.guidance.shipped import sources
from journal.guidance.sources_in_short import first_sources, sources_in_short
from journal.texts import english


def test_each_is_named_once_and_not_by_its_code() -> None:
    ids = ["fda-gabapentinoids-2019", "nhs-seizure", "fda-gabapentinoids-2019"]
    assert sources_in_short(english(), ids) == "Sources: US Food and Drug Administration, 2019; NHS (read in a copy)."


def test_without_a_source_there_is_no_line() -> None:
    assert sources_in_short(english(), []) == ""


def test_above_a_page_the_first_are_named_and_the_others_counted() -> None:
    ids = ["fda-gabapentinoids-2019", "tatum-2018", "seizures-malaysia-2021", "nhs-seizure", "hill-2022"]
    said = first_sources(english(), ids)
    assert said.count(";") == 3 and said.endswith("; and 2 more.") and "hill" not in said
    assert first_sources(english(), ids[:3]) == sources_in_short(english(), ids[:3])


def test_a_name_that_ends_in_its_year_is_not_given_it_twice() -> None:
    named = (sources_in_short(english(), [key]) for key in sources())
    twice = [line for line in named if re.search(r"\b(\d{4}), \1\b", line)]
    assert twice == []
