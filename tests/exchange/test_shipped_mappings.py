"""A table of Bearable begins with the mapping that ships; another one that only looks like it does not."""

from __future__ import annotations

import pytest

from journal.exchange.mapping import Meaning, refuse_unfit
from journal.exchange.shipped_mappings import shipped

BEARABLE = ("date formatted", "date", "weekday", "time of day", "category", "rating/amount", "detail", "notes")


def test_what_matters_is_read_from_the_start() -> None:
    mapping = shipped(BEARABLE, "Europe/Berlin")
    assert mapping is not None
    refuse_unfit(mapping)
    assert mapping.zone == "Europe/Berlin"
    assert mapping.place(Meaning.CATEGORY) == 4
    assert {case.category: [BEARABLE[n] for n in (5, 6) if case.columns[n].meaning] for case in mapping.cases} == {
        "Symptom": ["rating/amount", "detail"], "Meds/Supplements": ["rating/amount", "detail"],
    }  # fmt: skip


@pytest.mark.parametrize("columns", [(), ("date", "category"), BEARABLE[:-1], ("Date", "Time", "Product")])
def test_no_other_table_begins_so(columns: tuple[str, ...]) -> None:
    assert shipped(columns, "Europe/Berlin") is None
