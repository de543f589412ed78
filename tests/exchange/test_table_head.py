"""Where a table begins and whether it begins with names: only what leaves no doubt is passed over."""

from __future__ import annotations

import pytest

from journal.exchange.table_head import head_of, seem_names

ROW = "20.11.2026;8:10;Green;2,5"
BEGINS = {
    "Date;Time;What;How much\n20.11.2026;8:10;Green;2,5\n": (";", 0),
    "Date;Note\n20.11.2026;a, b, c, d, e, f\n": (";", 0),
    'Date;Note\n20.11.2026;"one, two\nthree, four\nfive, six\nseven, eight"\n': (";", 0),
    f"{ROW}\n{ROW}\n{ROW}\n": (";", 0),
    "Date;Time;Note, remarks\n20.11.2026;8:10;x\n": (";", 0),
    f"My diary, 2026\n\nDate;Time;What;How much\n{ROW}\n{ROW}\n": (";", 2),
    "Name:,Anna,,,\nDate,Time,What,Amount,Note\n2026-11-20,08:10,Green,2,x\n": (",", 1),
    "Weight\nDate,kg\n2026-11-20,80\n2026-11-21,80\n": (",", 1),
    "Date,Amount\n": (",", 0),
    "sep=;\nDate;Amount\n": (";", 1),
    "sep=|\nDate|Amount\n": ("|", 1),
}  # fmt: skip
NOTHING = (
    "", "one line", "Dear diary\nToday, it rained\nWell\nNothing, much, else\nx\n", "a\nb\nc\n", "sep=;\n", "\n\n",
)  # fmt: skip


@pytest.mark.parametrize("content", BEGINS)
def test_where_it_begins(content: str) -> None:
    head = head_of(content.splitlines(keepends=True))
    assert head is not None
    assert (head.separator, head.skip) == BEGINS[content]


@pytest.mark.parametrize("content", NOTHING)
def test_what_is_no_table(content: str) -> None:
    assert head_of(content.splitlines(keepends=True)) is None


def test_short_rows_below_names_are_rows() -> None:
    head = head_of("Date,What,Note\n2026-11-20,,\n2026-11-21,Green,x\n".splitlines(keepends=True))
    assert head is not None and head.skip == 0 and len(head.below) == 2


@pytest.mark.parametrize(
    ("first", "below"),
    [
        (("Date", "24h note"), [("20.11.2026", "fine")]), (("Date", "1. Pain"), [("20.11.2026", "6")]),
        (("date", "7-OH"), [("20.11.2026", "15 mg")]), (("date", "2nd dose"), []),
        (("date", "5-HTP"), [("20.11.2026", "")]),
    ],
)  # fmt: skip
def test_names_may_begin_with_a_digit(first: tuple[str, ...], below: list[tuple[str, ...]]) -> None:
    assert seem_names(first, below)


@pytest.mark.parametrize(
    ("first", "below"),
    [
        (("20.11.2026", "fine"), []), (("20 Nov 2026", "fine"), []), (("3.4.26", "fine"), []), (("today", "2.5 g"), []),
        (("yesterday", "8:10 pm"), []), (("2026-11-20T08:10:00Z", "x"), []), (("x", "6"), []), (("x", "7/10"), []),
        (("x", "3 spoons"), [("y", "2 spoons")]),
    ],
)  # fmt: skip
def test_a_row_of_entries_has_no_names(first: tuple[str, ...], below: list[tuple[str, ...]]) -> None:
    assert not seem_names(first, below)
