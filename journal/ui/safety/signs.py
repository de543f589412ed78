"""Which signs mean "call now" and which "call a doctor today": one table with its sources.

The sentences are said outside of Safety too, also before a journal is unlocked, so they do not say what is in one. They
rest on the statements of the guidance page "emergency-signs"; a test holds their sources against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Urgency = Literal["now", "today"]
Said = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sign:
    """What is seen, what to know besides whom to call (may be ""), and the sources (ids of journal.guidance).

    The advice names the emergency number as ``{number}``.

    ``symptoms`` are the codes of the warning symptoms of core.symptoms that it stands for.
    """

    seen: str
    advice: str
    urgency: Urgency
    symptoms: tuple[str, ...]
    sources: tuple[str, ...]


SIGNS: tuple[Sign, ...] = (
    Sign(
        "Has passed out or cannot be woken, or breathing is slow, shallow, uneven or gurgling, or has stopped",
        "Give naloxone if you have it; it may need to be given again. Do not leave the person alone.",
        "now", ("slow_breathing", "cannot_be_woken"), ("asam-2025", "asam-naloxone-2025", "cdc-overdose-2017"),
    ),
    Sign(
        "Skin, lips or nails are pale, blue, purple or grey, the body is limp, or pupils are as small as a pinpoint",
        "", "now", (), ("asam-2025", "cdc-overdose-2017"),
    ),
    Sign("Breathing is hard", "", "now", (), ("wmas-999",)),
    Sign("A seizure", "", "now", ("seizure",), ("mass-911",)),
    Sign("Chest pain", "", "now", ("chest_pain",), ("wmas-999", "acep-signs")),
    Sign("Fainting", "", "now", ("fainting",), ("acep-signs",)),
    Sign(
        "The heart races, flutters or skips, with chest pain, faintness or short breath", "",
        "now", (), ("temple-palpitations", "mayo-palpitations"),
    ),
    Sign(
        "Strong confusion, or seeing or hearing things that are not there", "", "now",
        ("confusion",), ("swast-999", "acep-signs", "uic-2023"),
    ),
    Sign(
        "High fever with stiff or jerking muscles", "", "now",
        ("rigid_muscles_fever",), ("mayo-serotonin", "msd-serotonin-2023"),
    ),
    Sign("A swollen tongue or throat", "", "now", (), ("nhs-anaphylaxis-2023",)),
    # One symptom covers vomit and stool; its sources differ, so the more careful one decides.
    Sign(
        "Coughing up or vomiting blood", "Blood in the stool only: call a doctor today.",
        "now", ("blood",), ("acep-signs", "elvington-vomiting"),
    ),
    Sign("Thoughts of ending your life", "", "now", ("suicidal_thoughts",), ("acep-signs",)),
    # The source sends who feels ill and reaches no doctor to the out-of-hours service. Not every country has one, so
    # the emergency number takes its place: more careful than the source, never less.
    Sign(
        "Yellow eyes or skin, dark urine, pale stool, strong itching, belly pain or fever",
        "These have been seen in people with a harmed liver. Yellow eyes or skin need a doctor even if you feel well; "
        "if you feel ill as well, call one at once, also at night. If you reach none, call {number}. If belly pain is "
        "sudden and very bad, call {number} now.",
        "today", ("yellow_skin", "dark_urine", "pale_stool", "intense_itching", "belly_pain"),
        ("kratom-liver-2020", "nidirect-jaundice", "acep-signs"),
    ),
    Sign(
        "Vomiting so much that no fluid stays down, blood in the stool, loose stool with a high fever, or little or no "
        "urine", "",
        "today", ("repeated_vomiting",), ("elvington-vomiting", "cdc-salmonella-signs"),
    ),
)  # fmt: skip

# Sentences with their sources.
CALL_NOW: tuple[Said, ...] = (
    ("Call now if you see any one of these signs.", ("asam-2025", "acep-signs")),
    ("If you are not sure, call.", ("cdc-overdose-2017",)),
)
UNTIL_HELP: tuple[Said, ...] = (
    ("Lay the person on their side if they are breathing.", ("asam-2025",)),
    ("If they are not breathing, start CPR with rescue breaths.", ("asam-2025",)),
    ("Do not try to make them vomit.", ("nyc-poison",)),
    ("Say what was taken, how much and when, and name other medicines.", ("nyc-poison", "ma-ri-poison")),
    ("Keep the package at hand.", ("ma-ri-poison",)),
)
TOO_MUCH: tuple[Said, ...] = (
    ("If someone may have taken too much and has none of the signs above, call a poison centre.", ("mass-911",)),
    ("Do not wait until the person feels ill.", ("mass-911",)),
    ("An adult who is confused, very drowsy or short of breath needs medical help.", ("nc-poison-kratom",)),
    (
        "A child who has swallowed any of it and has any sign of illness needs a doctor or an emergency room.",
        ("nc-poison-kratom",),
    ),
)

# Who has these may not be awake; thoughts of suicide have lines of their own.
_LAID_DOWN = {"slow_breathing", "cannot_be_woken", "seizure", "fainting"}
_CRISIS = {"suicidal_thoughts"}
_BY_SYMPTOM = {code: each for each in SIGNS for code in each.symptoms}


def sign_of(code: str) -> Sign:
    """The sign that a warning symptom stands for. Raises KeyError for any other symptom."""
    return _BY_SYMPTOM[code]


def urgency_of(code: str) -> Urgency:
    """ "now": the emergency number; "today": a doctor, the same day. Raises KeyError for what is no warning symptom."""
    return sign_of(code).urgency


def until_help(codes: Sequence[str]) -> Said | None:
    """The one sentence of those above that matters most until help comes for these warning symptoms; None for none."""
    if _LAID_DOWN & set(codes):
        return UNTIL_HELP[0]
    urgent = {code for code in codes if urgency_of(code) == "now"} - _CRISIS
    return UNTIL_HELP[3] if urgent else None


def everything_said() -> list[Said]:
    """Every sentence of the table and around it with its sources, in the order in which they are shown."""
    now, today = ([said_of(each) for each in SIGNS if each.urgency == urgency] for urgency in ("now", "today"))
    return [*CALL_NOW, *now, *UNTIL_HELP, *TOO_MUCH, *today]


def said_of(sign: Sign) -> Said:
    """What is seen, and the sources of it and of its advice."""
    return f"{sign.seen}.", sign.sources
