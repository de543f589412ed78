"""In a narrow list a day's header gives up its count, then its date's words, and never the end of an amount."""

from __future__ import annotations

import pytest

from journal.ui.diary.header_words import header_words
from journal.ui.entries.line import Line

DAY = Line(
    "Sunday, 22 November", fact="3 doses · 12.5 g leaf + 20 mg 7-OH", short_title="22 Nov",
    short_fact="12.5 g leaf + 20 mg 7-OH",
)  # fmt: skip


@pytest.mark.parametrize(
    ("free", "words"),
    [
        (60, ("Sunday, 22 November", "3 doses · 12.5 g leaf + 20 mg 7-OH")),
        (45, ("22 Nov", "3 doses · 12.5 g leaf + 20 mg 7-OH")),
        (35, ("22 Nov", "12.5 g leaf + 20 mg 7-OH")),
        (25, ("22 Nov", "12.5 g leaf + …")),
        (16, ("22 Nov", "12.5 g leaf + …")),
        (10, ("22 Nov", "")),
    ],
)
def test_the_words_for_so_much_width(free: int, words: tuple[str, str]) -> None:
    assert header_words(DAY, free, len, len) == words


@pytest.mark.parametrize("free", range(70))
def test_no_amount_loses_its_end(free: int) -> None:
    _, fact = header_words(DAY, free, len, len)
    amounts = {"", "…", "12.5 g leaf", "20 mg 7-OH"}
    assert set(fact.removeprefix("3 doses · ").split(" + ")) <= amounts


def test_one_amount_alone_stands_whole_or_not_at_all() -> None:
    day = Line("Sunday, 22 November", fact="at least 6.5 g, 1 unknown", short_title="22 Nov")
    assert header_words(day, 31, len, len) == ("22 Nov", day.fact)
    assert header_words(day, 26, len, len) == ("22 Nov", day.fact)
    assert header_words(day, 25, len, len) == ("22 Nov", "")
