"""A part of a name that is not recognised is told wherever the name stands, and hides nothing of the rest."""

from __future__ import annotations

import datetime as dt

from journal.guidance.matching import Taken, check
from journal.guidance.recognising import recognise
from journal.guidance.unknown_parts import unknown_in_short, unknown_parts
from journal.texts import english


def test_each_part_asks_what_is_meant_and_is_nothing() -> None:
    parts = unknown_parts(recognise("citalopram and hydroxizine"))
    assert [(part.given, part.generics) for part in parts] == [("hydroxizine", ())]
    assert parts[0].meant == ("hydroxyzine",)


def test_it_is_said_in_short_with_what_may_be_meant() -> None:
    texts = english()
    assert unknown_in_short(texts, recognise("citalopram")) == ""
    assert unknown_in_short(texts, recognise("citalopram, qwertz")) == "not recognised in it, so not checked: qwertz"
    asked = unknown_in_short(texts, recognise("citalopram and hydroxizine"))
    assert asked == "not recognised in it, so not checked: hydroxizine (did you mean hydroxyzine?)"


def test_a_list_checks_what_it_knows_of_a_name_and_names_the_rest_as_not_checked() -> None:
    checked = check([Taken("citalopram and hydroxizine"), Taken("qwertz")], dt.date(2026, 11, 30), 0)
    assert [name.given for name in checked.names] == ["citalopram and hydroxizine"]
    assert [name.given for name in checked.not_checked] == ["hydroxizine", "qwertz"]
