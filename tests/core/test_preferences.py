"""Preferences are declared once; what is stored by newer versions is left alone."""

import pytest

from journal.core.entries import Setting
from journal.core.preferences import Preferences, paper_of, preferences_from, setting_for
from journal.core.refusal import Refused


def test_stored_settings_make_the_preferences() -> None:
    stored = [setting_for("day_start", 300), setting_for("welcomed", True), Setting(id="from_the_future", value="x")]
    stored.append(setting_for("paper", "letter"))
    assert preferences_from(stored) == Preferences(day_start=300, welcomed=True, paper="letter")


@pytest.mark.parametrize(("key", "value"), [("day_start", 361), ("day_start", -1), ("paper", "a5"), ("colour", 1)])
def test_values_out_of_range_and_unknown_keys_are_refused(key: str, value: int | str) -> None:
    with pytest.raises(Refused, match="invalid"):
        setting_for(key, value)


def test_the_paper_is_the_chosen_one_or_the_usual_one_of_the_country() -> None:
    assert [paper_of("auto", code) for code in ("US", "ca", "DE", "")] == ["letter", "letter", "a4", "a4"]
    assert [paper_of(chosen, "US") for chosen in ("a4", "letter")] == ["a4", "letter"]


@pytest.mark.parametrize("value", ["", "x", "2026-02-30 0123456789abcdef", "2026-11-30", "2026-11-30 penicillin"])
def test_a_card_that_nobody_could_have_made_is_none(value: str) -> None:
    assert preferences_from([Setting(id="card", value=value)]).card == ""


def test_a_card_keeps_its_day_and_its_mark() -> None:
    assert preferences_from([setting_for("card", "2026-11-30 0123456789abcdef")]).card == "2026-11-30 0123456789abcdef"
