"""The built-in symptoms: codes that reports, signals and translations match on, never names."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class SymptomKind(StrEnum):
    """What a rating of this symptom is about."""

    PAIN = "pain"
    SYMPTOM = "symptom"
    SIDE_EFFECT = "side_effect"
    WITHDRAWAL = "withdrawal"
    WELLBEING = "wellbeing"
    WARNING = "warning"


class BuiltIn(NamedTuple):
    """One built-in symptom; its name and end labels are found in ``texts`` by its code.

    One that is not ``offered`` is known because journals of earlier versions hold it ("blood": in vomit or stool).
    """

    code: str
    kind: SymptomKind
    higher_is_better: bool = False
    offered: bool = True


_P, _S, _E = SymptomKind.PAIN, SymptomKind.SYMPTOM, SymptomKind.SIDE_EFFECT
_D, _B, _W = SymptomKind.WITHDRAWAL, SymptomKind.WELLBEING, SymptomKind.WARNING

BUILT_INS: tuple[BuiltIn, ...] = (
    BuiltIn("pain", _P), BuiltIn("back_pain", _P), BuiltIn("neck_pain", _P), BuiltIn("joint_pain", _P),
    BuiltIn("headache", _P), BuiltIn("nerve_pain", _P), BuiltIn("fibromyalgia_pain", _P), BuiltIn("pelvic_pain", _P),
    BuiltIn("fatigue", _S), BuiltIn("insomnia", _S), BuiltIn("anxiety", _S), BuiltIn("low_mood", _S),
    BuiltIn("restless_legs", _D), BuiltIn("craving", _D), BuiltIn("runny_nose", _D), BuiltIn("hot_flushes", _D),
    BuiltIn("diarrhoea", _D), BuiltIn("irritability", _D), BuiltIn("muscle_aches", _D),
    BuiltIn("nausea", _E), BuiltIn("constipation", _E), BuiltIn("dry_mouth", _E), BuiltIn("dizziness", _E),
    BuiltIn("drowsiness", _E), BuiltIn("itching", _E), BuiltIn("sweating", _E), BuiltIn("palpitations", _E),
    BuiltIn("tremor", _E), BuiltIn("low_appetite", _E), BuiltIn("trouble_urinating", _E),
    BuiltIn("sleep_quality", _B, True), BuiltIn("energy", _B, True), BuiltIn("mood", _B, True),
    BuiltIn("slow_breathing", _W), BuiltIn("cannot_be_woken", _W), BuiltIn("seizure", _W), BuiltIn("chest_pain", _W),
    BuiltIn("fainting", _W), BuiltIn("confusion", _W), BuiltIn("rigid_muscles_fever", _W),
    BuiltIn("suicidal_thoughts", _W),
    BuiltIn("yellow_skin", _W), BuiltIn("dark_urine", _W), BuiltIn("pale_stool", _W), BuiltIn("intense_itching", _W),
    BuiltIn("belly_pain", _W), BuiltIn("repeated_vomiting", _W), BuiltIn("blood", _W, offered=False),
    BuiltIn("hard_to_breathe", _W), BuiltIn("pinpoint_pupils", _W), BuiltIn("swelling", _W),
    BuiltIn("dark_urine_muscle_pain", _W), BuiltIn("little_urine", _W),
    BuiltIn("blood_in_vomit", _W), BuiltIn("blood_in_stool", _W), BuiltIn("black_stool", _W),
)  # fmt: skip

BY_CODE = {symptom.code: symptom for symptom in BUILT_INS}

# Ratings of these are shown as "hidden rating" until they are opened: others may see the screen. Whether a symptom is
# one of them, its own name considered, says ``warning_words.is_masked``.
MASKED = frozenset({"suicidal_thoughts"})

# They happened or they did not: pages tell the days and the answer, and no number of 10.
EVENTS = frozenset({
    "cannot_be_woken", "seizure", "fainting", "blood", "blood_in_vomit", "blood_in_stool", "black_stool",
})  # fmt: skip

# Scales of mood: like what is noted of mental health they are printed only if that is chosen each time.
MOOD = frozenset({"mood", "low_mood", "anxiety"})

# What a new journal offers to rate, beside the main symptom: few, because a long form is seldom filled in. Without a
# main symptom pain comes first: it is what most people keep this journal for.
FIRST_WITHOUT_MAIN = "pain"
OFFERED_AT_FIRST = ("nausea", "constipation", "dizziness", "drowsiness", "insomnia", "anxiety")
# The list of the first start's question.
COMMON_MAIN_SYMPTOMS = (
    "back_pain", "neck_pain", "joint_pain", "headache", "nerve_pain", "fibromyalgia_pain", "pelvic_pain", "pain",
    "anxiety", "low_mood", "fatigue", "insomnia", "restless_legs",
)  # fmt: skip
