"""The names of what the journal knows by code: symptoms, kinds, preparations, bases, marks, units."""

from __future__ import annotations

from journal.core.entries import Symptom
from journal.core.warning_words import is_masked
from journal.texts.language import Texts

SYMPTOMS: dict[str, str] = {
    "pain": "Pain", "back_pain": "Lower back pain", "neck_pain": "Neck pain", "joint_pain": "Joint pain",
    "headache": "Headache", "nerve_pain": "Nerve pain", "fibromyalgia_pain": "Widespread pain",
    "pelvic_pain": "Pelvic pain", "fatigue": "Tiredness", "insomnia": "Trouble sleeping", "anxiety": "Anxiety",
    "low_mood": "Low mood", "restless_legs": "Restless legs", "craving": "Craving", "runny_nose": "Runny nose or eyes",
    "hot_flushes": "Hot flushes", "diarrhoea": "Diarrhoea", "irritability": "Irritability",
    "muscle_aches": "Muscle aches", "nausea": "Nausea", "constipation": "Constipation", "dry_mouth": "Dry mouth",
    "dizziness": "Dizziness or light-headedness", "drowsiness": "Drowsiness", "itching": "Itching",
    "sweating": "Sweating", "palpitations": "Palpitations", "tremor": "Trembling", "low_appetite": "Low appetite",
    "trouble_urinating": "Trouble passing urine", "sleep_quality": "Sleep quality", "energy": "Energy", "mood": "Mood",
    "slow_breathing": "Slow or shallow breathing", "cannot_be_woken": "Hard to wake", "seizure": "Seizure",
    "chest_pain": "Chest pain", "fainting": "Fainting", "confusion": "Severe confusion or hallucinations",
    "rigid_muscles_fever": "High fever with stiff or jerking muscles", "suicidal_thoughts": "Thoughts of suicide",
    "yellow_skin": "Yellow eyes or skin", "dark_urine": "Dark urine", "pale_stool": "Pale stool",
    "intense_itching": "Intense itching", "belly_pain": "Severe belly pain", "repeated_vomiting": "Repeated vomiting",
    "blood": "Blood in vomit or stool", "hard_to_breathe": "Hard to breathe", "pinpoint_pupils": "Pinpoint pupils",
    "swelling": "Swelling of face, tongue or throat", "dark_urine_muscle_pain": "Very dark urine with muscle pain",
    "little_urine": "Little urine", "blood_in_vomit": "Blood in vomit", "blood_in_stool": "Blood in stool",
    "black_stool": "Black stool",
}  # fmt: skip

PREPARATIONS: dict[str, str] = {
    "toss_and_wash": "in water", "tea": "tea", "food_or_drink": "in food or drink", "capsule": "capsules",
    "extract": "extract", "other": "other",
}  # fmt: skip

BASES: dict[str, str] = {
    "weighed": "weighed", "label": "from the label", "counted": "counted", "guessed": "guessed",
    "as_last_time": "as last time, not weighed again", "unknown": "not said how",
}  # fmt: skip

PRODUCT_KINDS: dict[str, str] = {
    "leaf_powder": "leaf powder",
    "crushed_leaf": "crushed leaf",
    "capsule": "capsules",
    "tea": "tea",
    "extract": "extract",
    "shot": "tincture or shot",
    "tablet": "tablet",
    "seven_oh": "7-OH",
    "other": "other",
    "not_said": "kind not said",
}

# What a tablet holds.
CONTENTS: dict[str, str] = {"leaf": "leaf", "extract": "extract", "seven_oh": "7-OH"}  # fmt: skip

DAY_MARKS: dict[str, str] = {
    "none_today": "none today", "nothing_to_report": "nothing to report",
    "number_not_known": "used, number not known", "do_not_remember": "do not remember",
}  # fmt: skip

# What was answered about a warning sign, as it is told later.
ANSWERS: dict[str, str] = {
    "yes": "happening now", "not_sure": "not sure", "passed": "it has passed", "known": "a doctor knows about this",
    "no": "no",
}  # fmt: skip

# What ratings of some symptoms are called until they are opened (``core.warning_words.is_masked``).
PRIVATE_RATING = "Private rating"

STOMACHS: dict[str, str] = {"empty": "on an empty stomach", "light": "after a little food", "full": "after a meal"}

UNIT_SIGNS: dict[str, str] = {"mass": "g", "volume": "ml", "count": ""}


def symptom_name(texts: Texts, symptom: Symptom) -> str:
    """The person's own name for it, else the built-in one."""
    if symptom.name or symptom.code is None:
        return symptom.name
    return texts(SYMPTOMS[symptom.code])


def shown_name(texts: Texts, symptom: Symptom) -> str:
    """Its name where others may look on: ratings of thoughts of suicide are named when they are opened."""
    return texts(PRIVATE_RATING) if is_masked(symptom) else symptom_name(texts, symptom)


def symptom_ends(texts: Texts, symptom: Symptom) -> tuple[str, str]:
    """What 0 and 10 mean."""
    low = symptom.low_label or texts("worst" if symptom.higher_is_better else "none")
    high = symptom.high_label or texts("best" if symptom.higher_is_better else "worst")
    return low, high


def symptom_code_names(texts: Texts) -> dict[str, str]:
    """Every built-in symptom's name by code, for the diary's search."""
    return {code: texts(name) for code, name in SYMPTOMS.items()}
