"""Numbers of amounts as plain decimals."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from journal.core.amounts import plain_number


@given(st.integers(-(10**9), 10**9))
def test_plain_numbers_read_back_exactly(thousandths: int) -> None:
    assert Decimal(plain_number(thousandths)) * 1000 == thousandths
