"""What Emergency says around the table of warning signs, and all of it with its sources.

The sentences are said outside of Safety too, also before a journal is unlocked, so they do not say what is in one. They
rest on the statements of the guidance page "emergency-signs"; a test holds their sources against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.guidance.blood_pressure import Pressure, pressure_table
from journal.guidance.signs_in_words import LAID_DOWN, ON_THE_SIDE, SAY_WHAT
from journal.guidance.warning_signs import Urgency, WarningSign, is_sign, sign_of, signs, stopping
from journal.texts.marked import marked

SourcedSentence = tuple[str, tuple[str, ...]]

# Sentences with their sources.
CALL_NOW: tuple[SourcedSentence, ...] = (
    (marked("Call now if you see any one of these signs."), ("asam-2025", "acep-signs")),
    (marked("If you are not sure, call."), ("cdc-overdose-2017",)),
)
# Signs that nobody rates for themselves.
SEEN_NOW: tuple[SourcedSentence, ...] = (
    (
        marked("Has passed out, or breathing is slow, shallow, uneven or gurgling, or has stopped."),
        ("asam-2025", "cdc-overdose-2017"),
    ),
    (
        marked("Skin, lips or nails are pale, blue, purple or grey, or the body is limp."),
        ("asam-2025", "cdc-overdose-2017"),
    ),
    (
        marked("The heart races, flutters or skips, with chest pain, faintness or short breath."),
        ("temple-palpitations", "mayo-palpitations"),
    ),
)
SEEN_TODAY: tuple[SourcedSentence, ...] = (
    (marked("Loose stool with a high fever, or for more than two days."), ("cdc-salmonella-signs",)),
)
UNTIL_HELP: tuple[SourcedSentence, ...] = (
    (ON_THE_SIDE, ("asam-2025",)),
    (marked("If they are not breathing, start CPR with rescue breaths."), ("asam-2025",)),
    (
        marked("Give naloxone if you have it and someone does not breathe well; it may need to be given again."),
        ("asam-2025", "asam-naloxone-2025"),
    ),
    (
        marked("Even if they wake up, they still need to go with the ambulance."),
        ("asam-naloxone-2025", "cossup-naloxone"),
    ),
    (marked("Do not try to make them vomit."), ("nyc-poison",)),
    (SAY_WHAT, ("nyc-poison", "ma-ri-poison")),
    (marked("Keep the package at hand."), ("ma-ri-poison",)),
)
TOO_MUCH: tuple[SourcedSentence, ...] = (
    (
        marked("If someone may have taken too much and has none of the signs above, call a poison centre."),
        ("mass-911",),
    ),
    (marked("Do not wait until the person feels ill."), ("mass-911",)),
    (marked("An adult who is confused, very drowsy or short of breath needs medical help now."), ("nc-poison-kratom",)),
)
SEIZURE_IN_PREGNANCY = marked("Seizure in pregnancy.")
PRESSURES = (
    marked("A very high blood pressure."),
    marked("A very high blood pressure in pregnancy."),
    marked("A high blood pressure in pregnancy."),
)
OR_MORE = marked("That is {upper}/{lower} or more.")
_SAY_WHAT = UNTIL_HELP[5]

_CRISIS = {"suicidal_thoughts"}  # these have lines of their own
NOW: tuple[Urgency, ...] = ("call", "department")
EITHER: tuple[Urgency, ...] = ("depends",)
TODAY: tuple[Urgency, ...] = ("today", "week")


def of_urgency(urgencies: Sequence[Urgency]) -> list[WarningSign]:
    """The signs that are so urgent while they are there."""
    return [sign for sign in signs() if sign.now.urgency in urgencies]


def seizure_in_pregnancy() -> tuple[str, str, tuple[str, ...]]:
    """What is seen, what to do, and from where it is known: the number, also for what has passed."""
    table = pressure_table()
    return SEIZURE_IN_PREGNANCY, table.known["seizure"].text, table.raised_sources


def pressures() -> Iterator[tuple[str, Pressure, tuple[str, ...], tuple[str, ...]]]:
    """From how much on a blood pressure is spoken of, what to do, and from where it is known; the highest first.

    A screen that is read without a journal knows of no pregnancy and of no measurement before.
    """
    table = pressure_table()
    of_two = (*table.sources, *table.raised_sources)
    very_high, very_high_in_pregnancy, high_in_pregnancy = PRESSURES
    yield very_high, table.high, (table.call.text, table.today.text), table.sources
    severe = table.known["pregnant"].text, table.known["severe_now"].text, table.call.text
    yield very_high_in_pregnancy, table.in_pregnancy, severe, of_two
    raised = table.raised_now.text, table.known["raised_today"].text
    yield high_in_pregnancy, table.raised, raised, table.raised_sources


def until_help(code: str) -> SourcedSentence | None:
    """The one sentence that matters most until help comes, beside what the table says; None for none."""
    if code in LAID_DOWN:
        return UNTIL_HELP[0]
    urgent = is_sign(code) and sign_of(code).now.urgency in NOW and code not in _CRISIS
    return _SAY_WHAT if urgent else None


def no_more_sentences() -> list[SourcedSentence]:
    """When to take no more, and what stopping other things can do; no substance to leave off is named."""
    shared = stopping()
    return [
        (f"{shared.sleepy_with} {shared.sleepy} {shared.sleepy_others}", shared.sleepy_sources),
        (f"{shared.no_more_with} {shared.no_more_unnamed}", shared.no_more_sources),
        (f"{shared.others_of} {shared.others}", shared.others_sources),
    ]


def every_sentence() -> list[SourcedSentence]:
    """Every sign of the table and every sentence around it with its sources, in the order in which they are shown."""
    now, either, today = ([named_sign(sign) for sign in of_urgency(urgent)] for urgent in (NOW, EITHER, TODAY))
    seizure, _, sources = seizure_in_pregnancy()
    now.append((seizure, sources))
    either += [(title, sources) for title, _, _, sources in pressures()]
    return [*CALL_NOW, *SEEN_NOW, *now, *UNTIL_HELP, *TOO_MUCH, *either, *SEEN_TODAY, *today, *no_more_sentences()]


def named_sign(sign: WarningSign) -> SourcedSentence:
    """What is seen, and the sources of it and of its advice."""
    return f"{sign.name}.", sign.sources
