"""A new passphrase is asked for twice in its first week."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.core.practice import is_due

SET_ON = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "done", "due"),
    [
        (0, 0, False), (1, 0, True), (7, 0, True), (8, 0, False), (1, 1, False), (4, 1, True), (7, 1, True),
        (8, 1, False), (5, 2, False), (-3, 0, False),
    ],
)  # fmt: skip
def test_when_it_is_due(days: int, done: int, due: bool) -> None:
    assert is_due(SET_ON, done, SET_ON + dt.timedelta(days=days)) is due
