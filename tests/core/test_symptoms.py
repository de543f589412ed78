"""The built-in symptoms: each has a name, and the ones that the issue asks for are there."""

from journal.core.entries import Symptom
from journal.core.symptoms import BUILT_INS, BY_CODE, COMMON_MAIN_SYMPTOMS, OFFERED_AT_FIRST, SymptomKind
from journal.texts.names import SYMPTOMS

WANTED = {
    "pain", "nausea", "constipation", "dry_mouth", "dizziness", "drowsiness", "insomnia", "itching", "sweating",
    "palpitations", "anxiety", "low_mood", "restless_legs", "craving",
}  # fmt: skip
WARNINGS = {"yellow_skin", "dark_urine", "pale_stool", "intense_itching", "seizure", "chest_pain", "fainting"}


def test_codes_are_unique_and_named() -> None:
    assert len(BY_CODE) == len(BUILT_INS)
    assert set(SYMPTOMS) == set(BY_CODE)


def test_what_people_need_is_built_in() -> None:
    assert set(BY_CODE) >= WANTED
    assert {code for code, symptom in BY_CODE.items() if symptom.kind is SymptomKind.WARNING} >= WARNINGS


def test_what_is_offered_exists() -> None:
    assert set(COMMON_MAIN_SYMPTOMS) | set(OFFERED_AT_FIRST) <= set(BY_CODE)


def test_which_way_a_built_in_scale_runs_is_known_by_its_code() -> None:
    assert {code for code in BY_CODE if Symptom(code=code).ten_is_best} == {"sleep_quality", "energy", "mood"}
    assert not Symptom(code="back_pain", higher_is_better=True).ten_is_best
    assert Symptom(name="Calm", higher_is_better=True).ten_is_best and not Symptom(name="Knee").ten_is_best
