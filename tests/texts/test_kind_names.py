"""Each kind of entry has a name for many of it."""

from __future__ import annotations

from journal.core.kinds import KINDS
from journal.texts import english
from journal.texts.kind_names import MANY, many


def test_every_kind_and_the_history_are_named() -> None:
    assert MANY.keys() == {*KINDS, "change", "change_set"}
    assert all("_" not in many(english(), kind) for kind in MANY)


def test_a_table_of_no_kind_keeps_its_own_name() -> None:
    assert many(english(), "planted") == "planted"
