"""Every sentence stands in the record of a review: who changes one holds it against its source again."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from pathlib import Path

import pytest

from journal import guidance
from journal.guidance import Page
from journal.guidance.interactions import STATES, classes, condition_sentences, conditions_in_short, joined_statements

_ROW = re.compile(r"^\| (\S+) \| (.+?) \| .+? \| (.+?) \|", re.MULTILINE)
_NAME = re.compile(r"review-(\d{4}-\d\d-\d\d)(?:-[a-z-]+)?")  # a day may have several, each of other pages


def records() -> dict[dt.date, str]:
    """What was written down on each day of a review."""
    found: dict[dt.date, str] = defaultdict(str)
    for path in sorted(Path(__file__).parent.glob("review-*.md")):
        named = _NAME.fullmatch(path.stem)
        assert named is not None, path.name
        found[dt.date.fromisoformat(named[1])] += path.read_text("utf-8") + "\n"
    return found


def reviewed(page: Page) -> set[str]:
    """The sentences of a page with a verdict since the day of its last whole review."""
    return reviewed_since(page.code, page.reviewed)


def reviewed_since(of: str, since: dt.date) -> set[str]:
    """The sentences of a page, a class or a condition with a verdict since that day."""
    rows = [row for day, text in records().items() if day >= since for row in _ROW.findall(text)]
    return {said for code, said, verdict in rows if code == of and verdict.strip("- ")}


@pytest.mark.parametrize("page", guidance.pages(), ids=lambda page: page.code)
def test_every_sentence_stands_in_a_record_of_its_last_review_or_a_later_one(page: Page) -> None:
    known = reviewed(page)
    assert [each.text for each in page.statements() if each.text not in known] == []


def test_every_sentence_of_an_interaction_stands_in_a_record() -> None:
    for of in classes().values():
        assert {of.in_short, *(each.text for each in of.sentences)} <= reviewed_since(of.id, of.reviewed), of.id
    for state in STATES:
        for code, statements in condition_sentences(state).items():
            assert {each.text for each in statements} <= reviewed_since(f"condition-{code}", min(records())), code


def test_what_is_joined_with_a_condition_stands_in_a_record() -> None:
    joined = {code: joined_statements(code) for code in condition_sentences()}
    assert any(joined.values())
    for code, statements in joined.items():
        assert {each.text for each in statements} <= reviewed_since(f"condition-{code}", min(records())), code
        assert all(each.sources for each in statements)


def test_why_a_condition_is_spoken_of_stands_in_a_record_too() -> None:
    for code, why in conditions_in_short().items():
        assert why.sources and why.text in reviewed_since(f"condition-{code}", min(records())), code


def test_a_changed_sentence_is_missed() -> None:
    page = guidance.page("dependence")
    assert f"{next(iter(page.statements())).text} Or not." not in reviewed(page)


def test_the_pages_carry_the_day_of_a_review() -> None:
    assert {page.reviewed for page in guidance.pages()} <= set(records())


def test_every_record_has_a_verdict_on_a_page() -> None:
    codes = {page.code for page in guidance.pages()} | classes().keys()
    for day, text in records().items():
        assert codes & {code for code, _, _ in _ROW.findall(text)}, day
