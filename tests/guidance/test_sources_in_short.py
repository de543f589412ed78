"""The sources of several sentences in one line, by who says it and when."""

from __future__ import annotations

from journal.guidance.sources_in_short import sources_in_short
from journal.texts import english


def test_each_is_named_once_and_not_by_its_code() -> None:
    ids = ["fda-gabapentinoids-2019", "nhs-seizure", "fda-gabapentinoids-2019"]
    assert sources_in_short(english(), ids) == "Sources: US Food and Drug Administration, 2019; NHS (read in a copy)."


def test_without_a_source_there_is_no_line() -> None:
    assert sources_in_short(english(), []) == ""
