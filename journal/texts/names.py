"""The names of what the journal knows by code: symptoms, kinds, preparations, bases, marks, units."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import DayMark, DayMarkKind, Symptom
from journal.core.warning_words import is_masked
from journal.texts.language import Texts
from journal.texts.marked import marked

SYMPTOMS: dict[str, str] = marked({
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
})  # fmt: skip

# The same inside of a sentence. Not made from those above: no other language has English's rule for capitals.
SYMPTOMS_INSIDE: dict[str, str] = marked({
    "pain": "pain", "back_pain": "lower back pain", "neck_pain": "neck pain", "joint_pain": "joint pain",
    "headache": "headache", "nerve_pain": "nerve pain", "fibromyalgia_pain": "widespread pain",
    "pelvic_pain": "pelvic pain", "fatigue": "tiredness", "insomnia": "trouble sleeping", "anxiety": "anxiety",
    "low_mood": "low mood", "restless_legs": "restless legs", "craving": "craving", "runny_nose": "runny nose or eyes",
    "hot_flushes": "hot flushes", "diarrhoea": "diarrhoea", "irritability": "irritability",
    "muscle_aches": "muscle aches", "nausea": "nausea", "constipation": "constipation", "dry_mouth": "dry mouth",
    "dizziness": "dizziness or light-headedness", "drowsiness": "drowsiness", "itching": "itching",
    "sweating": "sweating", "palpitations": "palpitations", "tremor": "trembling", "low_appetite": "low appetite",
    "trouble_urinating": "trouble passing urine", "sleep_quality": "sleep quality", "energy": "energy", "mood": "mood",
    "slow_breathing": "slow or shallow breathing", "cannot_be_woken": "hard to wake", "seizure": "seizure",
    "chest_pain": "chest pain", "fainting": "fainting", "confusion": "severe confusion or hallucinations",
    "rigid_muscles_fever": "high fever with stiff or jerking muscles", "suicidal_thoughts": "thoughts of suicide",
    "yellow_skin": "yellow eyes or skin", "dark_urine": "dark urine", "pale_stool": "pale stool",
    "intense_itching": "intense itching", "belly_pain": "severe belly pain", "repeated_vomiting": "repeated vomiting",
    "blood": "blood in vomit or stool", "hard_to_breathe": "hard to breathe", "pinpoint_pupils": "pinpoint pupils",
    "swelling": "swelling of face, tongue or throat", "dark_urine_muscle_pain": "very dark urine with muscle pain",
    "little_urine": "little urine", "blood_in_vomit": "blood in vomit", "blood_in_stool": "blood in stool",
    "black_stool": "black stool",
})  # fmt: skip

# For columns of a page in which the whole name has no room.
_SHORT: dict[str, str] = marked({"dizziness": "Dizziness"})

PREPARATIONS: dict[str, str] = marked({
    "toss_and_wash": "in water", "tea": "tea", "food_or_drink": "in food or drink", "capsule": "capsules",
    "extract": "extract", "other": "other",
})  # fmt: skip

BASES: dict[str, str] = marked({
    "weighed": "weighed", "label": "from the label", "counted": "counted", "guessed": "guessed",
    "as_last_time": "as last time, not weighed again", "unknown": "not said how measured",
})  # fmt: skip

PRODUCT_KINDS: dict[str, str] = marked({
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
})  # fmt: skip

# What a tablet holds.
CONTENTS: dict[str, str] = marked({"leaf": "leaf", "extract": "extract", "seven_oh": "7-OH"})  # fmt: skip

DAY_MARKS: dict[str, str] = marked({
    "none_today": "none today", "nothing_to_report": "nothing more to report",
    "number_not_known": "used, number not known", "do_not_remember": "do not remember",
})  # fmt: skip

DAY_MARKS_ALONE: dict[str, str] = marked({
    "none_today": "None today", "nothing_to_report": "Nothing more to report",
    "number_not_known": "Used, number not known", "do_not_remember": "Do not remember",
})  # fmt: skip

_NONE_THAT_DAY, _NONE_THAT_DAY_ALONE = marked("none that day"), marked("None that day")


def mark_inside(texts: Texts, mark: DayMark, today: dt.date) -> str:
    """A day's mark inside of a sentence: "none today", of a day that is over "none that day"."""
    is_over = mark.mark is DayMarkKind.NONE_TODAY and mark.day != today
    return texts(_NONE_THAT_DAY if is_over else DAY_MARKS[mark.mark])


def mark_alone(texts: Texts, mark: DayMark, today: dt.date | None = None) -> str:
    """A day's mark by itself: "None today", of a day that is over, and on paper, "None that day"."""
    is_over = mark.mark is DayMarkKind.NONE_TODAY and mark.day != today
    return texts(_NONE_THAT_DAY_ALONE if is_over else DAY_MARKS_ALONE[mark.mark])


# What was answered about a warning sign, as it is told later.
ANSWERS: dict[str, str] = marked({
    "yes": "happening now", "not_sure": "not sure", "passed": "it has passed", "known": "a doctor knows about this",
    "no": "no",
})  # fmt: skip

# What ratings of some symptoms are called until they are opened (``core.warning_words.is_masked``).
HIDDEN_RATING = marked("Hidden rating")

STOMACHS: dict[str, str] = marked(
    {"empty": "on an empty stomach", "light": "after a little food", "full": "after a meal"}
)

UNIT_SIGNS: dict[str, str] = {"mass": "g", "volume": "ml", "count": ""}


def symptom_name(texts: Texts, symptom: Symptom) -> str:
    """The person's own name for it, else the built-in one."""
    if symptom.name or symptom.code is None:
        return symptom.name
    return texts(SYMPTOMS[symptom.code])


def symptom_in_column(texts: Texts, symptom: Symptom) -> str:
    """Its name where there is little room; the person's own words as they were written."""
    short = "" if symptom.name else _SHORT.get(symptom.code or "", "")
    return texts(short) if short else symptom_name(texts, symptom)


def shown_name(texts: Texts, symptom: Symptom) -> str:
    """Its name where others may see it: ratings of thoughts of suicide are named only once they are opened."""
    return texts(HIDDEN_RATING) if is_masked(symptom) else symptom_name(texts, symptom)


def symptom_inside(texts: Texts, symptom: Symptom) -> str:
    """Its name inside of a sentence; the person's own words as they were written."""
    if symptom.name or symptom.code is None:
        return symptom.name
    return texts(SYMPTOMS_INSIDE[symptom.code])


def symptom_ends(texts: Texts, symptom: Symptom) -> tuple[str, str]:
    """What 0 and 10 mean."""
    low = symptom.low_label or texts("worst" if symptom.ten_is_best else "none")
    high = symptom.high_label or texts("best" if symptom.ten_is_best else "worst")
    return low, high


def ten_best(texts: Texts, symptom: Symptom) -> str:
    """ " (10 best)" behind its name beside numbers: else a higher number would be taken for a worse one."""
    return texts(" (10 best)") if symptom.ten_is_best else ""


def symptom_code_names(texts: Texts) -> dict[str, str]:
    """Every built-in symptom's name by code, for the diary's search."""
    return {code: texts(name) for code, name in SYMPTOMS.items()}
