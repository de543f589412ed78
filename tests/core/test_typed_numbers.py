"""Numbers with decimals: exact in thousandths, or refused with the reason."""

from __future__ import annotations

import pytest

from journal.core.refusal import Refused
from journal.core.typed_numbers import parse_number, printed_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7000), ("7.5", 7500), ("7,5", 7500), (" 71.25 ", 71_250), ("0.125", 125), ("0", 0), ("1 1/2", 1500),
        ("½", 500), ("71.1230", 71_123), ("1.50", 1500), ("007", 7000),
    ],
)  # fmt: skip
def test_what_is_read(text: str, number: int) -> None:
    assert parse_number(text) == printed_number(text) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "decimal-unreadable"), ("< 5", "decimal-unreadable"), ("5 mg", "decimal-unreadable"),
        ("-5", "decimal-unreadable"), ("positive", "decimal-unreadable"), ("1e3", "decimal-unreadable"),
        ("0.12345", "decimal-unreadable"), ("1,500", "amount-ambiguous"), ("1.500", "amount-ambiguous"),
        ("9" * 12, "decimal-unreadable"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_number(text)
    assert refused.value.code == code
    assert printed_number(text) is None
