"""What was done, in words: a setting is named."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from journal.core.preferences import Preferences, setting_for
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.undo import SETTINGS, change_label
from tests.journals import FixedClock

TEXTS = english()


@pytest.mark.parametrize("key", SETTINGS)
def test_what_is_undone_names_its_setting(tmp_path: Path, key: str) -> None:
    values: dict[str, int | bool | str] = {"day_start": 300, "paper": "letter", "ask_mood": True}
    with Logbook.open(tmp_path / "one.leaf", clock=FixedClock(), create=True) as book:
        step = book.save(setting_for(key, values.get(key, False)))
    assert change_label(TEXTS, step.label, step.arguments) == f"change to the setting “{SETTINGS[key]}”"


def test_a_step_of_an_earlier_version_has_no_name_for_it() -> None:
    assert change_label(TEXTS, "setting.added", {"n": "1"}) == "new setting"
    assert change_label(TEXTS, "setting.changed", {"n": "1", "setting": "of_tomorrow"}) == "change to a setting"


def test_every_setting_that_a_person_chooses_has_a_name() -> None:
    by_themselves = {"demo", "welcomed", "card", "reports", "rescued"}
    assert {*SETTINGS} == {each.name for each in fields(Preferences)} - by_themselves


def test_one_entry_is_one_entry() -> None:
    assert change_label(TEXTS, "many.imported", {"n": "1"}) == "import 1 entry"
    assert change_label(TEXTS, "many.imported", {"n": "1201"}) == "import 1,201 entries"


def test_nothing_else_is_called_what_the_person_was_asked() -> None:
    said = change_label(TEXTS, "statement.added", {"n": "1", "day": "2026-11-22"})
    assert said.startswith("answer whether anything is missing") and "statement" not in said
