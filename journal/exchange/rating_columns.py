"""Columns of a table that seem to be ratings: named after a symptom, with numbers from 0 to 10."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.core.denied_signs import sign_denied
from journal.core.plaintext import folded
from journal.core.warning_words import sign_meant
from journal.exchange.names import Names
from journal.exchange.rating_cells import seem_rated
from journal.texts.names import SYMPTOMS, symptom_name

# Besides the built-in names. Not "sleep": that column may hold hours.
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "pain": ("pains", "ache", "schmerz", "schmerzen", "dolor", "douleur"),
    "back_pain": ("back pain", "backpain", "backache", "back", "lower back", "low back pain", "rückenschmerzen"),
    "neck_pain": ("neck",),
    "joint_pain": ("joints", "joint pains"),
    "headache": ("headaches", "head", "kopfschmerzen"),
    "nerve_pain": ("neuropathy",),
    "fatigue": ("fatigue", "tired", "exhaustion", "müdigkeit"),
    "insomnia": ("insomnia", "sleep problems", "trouble sleeping"),
    "anxiety": ("anxious", "angst", "ansiedad"),
    "low_mood": ("depression", "depressed mood", "sadness"),
    "restless_legs": ("rls", "restless leg"),
    "craving": ("cravings", "urge", "urges"),
    "diarrhoea": ("diarrhea",),
    "irritability": ("irritable",),
    "muscle_aches": ("muscle ache", "muscle pain"),
    "nausea": ("nauseous", "queasiness", "übelkeit", "náusea"),
    "constipation": ("constipated",),
    "dizziness": ("dizziness", "dizzy", "light headedness", "lightheadedness"),
    "drowsiness": ("drowsy", "sleepiness"),
    "itching": ("itch", "itchiness"),
    "sweating": ("sweats",),
    "tremor": ("tremor", "tremors", "shaking"),
    "low_appetite": ("appetite loss", "loss of appetite"),
}
# "Pain (0-10)", "Nausea level", "mood /10". Any other number means another scale.
_ABOUT_THE_SCALE = frozenset((
    "level", "score", "rating", "scale", "nrs", "vas", "out", "of", "to", "0", "1", "10", "/10", "0/10", "1/10",
))  # fmt: skip


def symptom_names(here: Names) -> dict[str, str]:
    """What a column may be called, and the symptom's name: the journal's own ones, the built-in ones, other words."""
    ours = [symptom for symptom in here.symptoms.values() if symptom.deleted_ms is None]
    by_code = {code: here.texts(name) for code, name in SYMPTOMS.items()}
    by_code |= {symptom.code: symptom_name(here.texts, symptom) for symptom in ours if symptom.code}
    names: dict[str, str] = {}
    for code, name in by_code.items():
        for word in (name, here.texts(SYMPTOMS[code]), *_OTHER_NAMES.get(code, ())):
            names.setdefault(_bare(word), name)
    for symptom in ours:
        names[_bare(symptom_name(here.texts, symptom))] = symptom_name(here.texts, symptom)
    return names


def rated_symptom(column: str, cells: Sequence[str], names: Mapping[str, str]) -> str:
    """The symptom that a column seems to rate; empty where its name or its numbers leave doubt."""
    if not seem_rated(cells):
        return ""
    symptom = names.get(_bare(column) or column, "")
    sign = sign_meant(column) if not symptom and sign_denied(column) is None else None
    return names.get(_bare(SYMPTOMS[sign]), "") if sign else symptom


def _bare(name: str) -> str:
    words = folded("".join(letter if letter.isalnum() or letter == "/" else " " for letter in name)).split()
    return " ".join(word for word in words if word not in _ABOUT_THE_SCALE)
