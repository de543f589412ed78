"""The names of what is chosen about medicines, conditions, laboratories, care, check-ins and reasons, by code."""

from __future__ import annotations

from collections.abc import Iterable

from journal.texts.instruments import NAMES
from journal.texts.language import Texts
from journal.texts.marked import marked

SOURCES: dict[str, str] = marked({
    "prescribed": "prescribed", "over_the_counter": "over the counter", "other": "neither",
})  # fmt: skip

USES: dict[str, str] = marked({"daily": "every day", "as_needed": "as needed"})

TAKEN: dict[str, str] = marked({
    "alcohol": "Alcohol", "cannabis": "Cannabis", "caffeine": "Caffeine", "nicotine": "Nicotine",
    "painkiller": "Painkiller", "own": "Something else",
})  # fmt: skip

CONDITIONS: dict[str, str] = marked({
    "pain": "Pain condition", "liver": "Liver", "kidney": "Kidney", "heart": "Heart", "seizures": "Seizures",
    "breathing": "Breathing", "sleep_apnoea": "Sleep apnoea", "diabetes": "Diabetes",
    "mental_health": "Mental health", "pregnancy": "Pregnancy", "breastfeeding": "Breastfeeding",
    "planned_operation": "Planned operation", "allergy": "Allergy", "other": "Something else",
})  # fmt: skip

# Other spellings and names by which a condition or a symptom is looked for, never shown.
ALSO_CALLED: dict[str, str] = marked({"sleep_apnoea": "sleep apnea", "diarrhoea": "diarrhea"})

LABS: dict[str, str] = marked({
    "alt": "ALT", "ast": "AST", "alp": "ALP", "bilirubin": "Bilirubin", "creatinine": "Creatinine",
    "own": "Another value",
})  # fmt: skip

SUBJECTS: dict[str, str] = marked({
    "nothing_else": "Medicines: nothing besides the list", "no_conditions": "No conditions known",
    "no_allergies": "No allergies known", "nothing_last_night": "Nothing to add from last night",
})  # fmt: skip

# Of a statement that may begin with "no".
STATED: dict[str, str] = marked({"yes": "that is so", "no": "that is not so", "not_sure": "not sure"})

YES_OR_NO: dict[str, str] = marked({"yes": "yes", "no": "no"})

CARE: dict[str, str] = marked({
    "physical_therapy": "Physical therapy", "exercise": "Exercise", "heat": "Heat", "rest": "Rest",
    "psychology": "Psychology", "own": "Something else",
})  # fmt: skip

WEIGHT_UNITS: dict[str, str] = marked({"kg": "kg", "lb": "lb"})

# Why a dose was taken.
REASONS: dict[str, str] = marked({
    "pain": "pain", "normal": "to feel normal, or against withdrawal", "sleep": "sleep", "energy": "energy",
    "mood": "mood", "anxiety": "anxiety", "focus": "to concentrate", "company": "with others",
    "other": "another reason",
})  # fmt: skip

# Health asks for it in these words.
_ASKED_AS = marked("Nothing else; medicines: nothing besides the list")

# What the diary's search finds by its name; what is "something else" is found by its own.
_FOUND = (TAKEN, CARE, LABS, SUBJECTS, NAMES)


def found_by_name(texts: Texts) -> dict[str, str]:
    """The names of choices by code."""
    names_by_code = {code: texts(name) for names in _FOUND for code, name in names.items() if code != "own"}
    return names_by_code | {"nothing_else": texts(_ASKED_AS)}


def reasons_in_words(texts: Texts, reasons: Iterable[str]) -> str:
    """Reasons of a dose; those that are the person's own words as they were written."""
    return ", ".join(texts(REASONS[reason]) if reason in REASONS else reason for reason in reasons)
