"""What a new journal asks for."""

from __future__ import annotations

from journal.core.starting import starting_symptoms
from journal.core.symptoms import OFFERED_AT_FIRST


def test_without_a_main_symptom_pain_is_asked_for_first() -> None:
    symptoms = starting_symptoms()
    assert [each.code for each in symptoms] == ["pain", *OFFERED_AT_FIRST]
    assert not any(each.main for each in symptoms) and [each.position for each in symptoms] == list(range(7))


def test_a_chosen_or_own_main_symptom_stands_in_its_place() -> None:
    assert [each.code for each in starting_symptoms("anxiety")][:2] == ["anxiety", "nausea"]
    assert [each.code or each.name for each in starting_symptoms(main_name="Burning feet")][:2] == [
        "Burning feet", "nausea",
    ]  # fmt: skip
