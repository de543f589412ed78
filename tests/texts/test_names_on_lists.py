"""What a sentence calls something of a list."""

from __future__ import annotations

import pytest

from journal.core.entries import Condition, Contact, Help, Plan
from journal.core.health import ConditionKind
from journal.texts import english
from journal.texts.names_on_lists import name_on_list


def test_its_words() -> None:
    texts = english()
    assert name_on_list(texts, Help(text="a walk")) == "a walk"
    assert name_on_list(texts, Contact(name="Ada", phone="555 0100")) == "Ada"
    assert name_on_list(texts, Condition(what=ConditionKind.PAIN, place="knee")) == "Pain condition · knee"
    with pytest.raises(TypeError):
        name_on_list(texts, Plan(heading="Night"))
