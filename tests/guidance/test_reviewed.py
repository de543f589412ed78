"""Every sentence stands in the record of the last review: who changes one holds it against its source again."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from journal import guidance

RECORDS = {
    dt.date.fromisoformat(path.stem.removeprefix("review-")): path for path in Path(__file__).parent.glob("review-*.md")
}


def reviewed() -> set[tuple[str, str]]:
    """Page and sentence of each row with a verdict, in the newest record."""
    rows = re.findall(r"^\| (\S+) \| (.+?) \| .+? \| (.+?) \|", RECORDS[max(RECORDS)].read_text("utf-8"), re.MULTILINE)
    return {(page, said) for page, said, verdict in rows if verdict.strip("- ")}


def test_every_sentence_stands_in_the_newest_record() -> None:
    known = reviewed()
    assert [
        each.text for page in guidance.pages() for each in page.statements() if (page.code, each.text) not in known
    ] == []


def test_a_changed_sentence_is_missed() -> None:
    page = guidance.page("dependence")
    assert (page.code, f"{next(iter(page.statements())).text} Or not.") not in reviewed()


def test_the_pages_carry_the_day_of_that_review() -> None:
    assert {page.reviewed for page in guidance.pages()} == {max(RECORDS)}
