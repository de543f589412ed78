"""What a new journal asks for."""

from __future__ import annotations

from journal.core.starting import starting_symptoms
from journal.core.symptoms import OFFERED_AT_FIRST


def test_without_a_main_symptom_pain_is_asked_for_first() -> None:
    symptoms = starting_symptoms()
    assert [symptom.code for symptom in symptoms] == ["pain", *OFFERED_AT_FIRST]
    assert not any(symptom.main for symptom in symptoms) and [symptom.position for symptom in symptoms] == list(
        range(7)
    )


def test_a_chosen_or_own_main_symptom_stands_in_its_place() -> None:
    assert [symptom.code for symptom in starting_symptoms("anxiety")][:2] == ["anxiety", "nausea"]
    assert [symptom.code or symptom.name for symptom in starting_symptoms(main_name="Burning feet")][:2] == [
        "Burning feet", "nausea",
    ]  # fmt: skip


def test_an_own_name_that_means_a_warning_sign_is_asked_for_and_not_the_main_symptom() -> None:
    first, second, *_ = starting_symptoms(main_name="want to die")
    assert (first.name, first.main, second.main) == ("want to die", False, False)
