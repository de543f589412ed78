"""Why the level of a name is higher, in words: what is written down of the person."""

from __future__ import annotations

from collections.abc import Mapping

from journal.guidance.interactions import Circumstance
from journal.guidance.matching import CheckedName
from journal.texts import Texts
from journal.texts.marked import marked

# What the journal can know; the other circumstances stand as conditions under which a level holds.
_WRITTEN: Mapping[Circumstance, str] = marked({
    Circumstance.LIVER: "a liver condition",
    Circumstance.HEART: "a heart condition",
    Circumstance.SEIZURES: "seizures",
    Circumstance.SLEEP_APNOEA: "sleep apnoea",
    Circumstance.LUNG_DISEASE: "a lung disease",
    Circumstance.KIDNEY: "a kidney condition",
    Circumstance.PREGNANCY: "a pregnancy",
    Circumstance.BREASTFEEDING: "breastfeeding",
    Circumstance.MENTAL_ILLNESS: "mental health",
    Circumstance.OLDER: "an age of 65 or more",
    Circumstance.SEVEN_OH: "a 7-OH product",
    Circumstance.ANOTHER_SEDATIVE: "something else that makes you sleepy",
    Circumstance.ANOTHER_RHYTHM_MEDICINE: "another medicine that acts on heart rhythm",
    Circumstance.WITH_ALCOHOL: "alcohol",
})  # fmt: skip


def because_words(texts: Texts, name: CheckedName) -> list[str]:
    """The sentence that says what makes a level higher; [] where nothing does."""
    written = [texts(_WRITTEN[code]) for code in name.because if code in _WRITTEN]
    if not written:
        return []
    return [texts("The level is higher because of what is written down: {what}.", what=", ".join(written))]
