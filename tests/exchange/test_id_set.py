"""The set of identities: what a set does, in a tenth of the memory."""

from __future__ import annotations

import tracemalloc
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange.id_set import IdSet


@given(st.lists(st.text(max_size=4)))
def test_it_is_a_set(texts: list[str]) -> None:
    ours, theirs = IdSet(), set[str]()
    for text in texts:
        assert (text in ours) == (text in theirs)
        assert ours.add(text) == (text not in theirs)
        theirs.add(text)
        assert len(ours) == len(theirs)


@pytest.mark.slow
def test_twenty_thousand_take_half_a_megabyte() -> None:
    tracemalloc.start()
    ids = IdSet()
    for _ in range(20_000):
        assert ids.add(str(uuid4()))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(ids) == 20_000
    assert held < 600_000
