"""Which cases of a matrix the quick suite tries; the slow suite tries the others."""

from __future__ import annotations

from collections.abc import Container, Iterable

import pytest
from _pytest.mark import ParameterSet


def slow_unless(quick: Container[object], cases: Iterable[object]) -> list[ParameterSet]:
    """All cases, of which only those in ``quick`` belong to the quick suite."""
    return [pytest.param(case, marks=[] if case in quick else [pytest.mark.slow]) for case in cases]


def every(step: int, cases: Iterable[object]) -> list[ParameterSet]:
    """All cases, of which every so-many-th, from the first on, belongs to the quick suite."""
    return [
        pytest.param(case, marks=[] if number % step == 0 else [pytest.mark.slow]) for number, case in enumerate(cases)
    ]
