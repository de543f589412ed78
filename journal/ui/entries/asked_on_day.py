"""Which symptoms are asked about on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from journal.core.entries import Symptom
from journal.core.warning_words import means_sign


def asked_on(day: dt.date, symptoms: Iterable[Symptom]) -> list[Symptom]:
    """Those that are shown and active: the main symptom first, then the person's order, and warning signs behind all.

    A sign is noted once; a digit that is typed at once must not say that it is there again.
    """
    shown = [symptom for symptom in symptoms if not symptom.hidden and _is_active(day, symptom)]
    return sorted(shown, key=lambda symptom: (means_sign(symptom), not symptom.main))


def _is_active(day: dt.date, symptom: Symptom) -> bool:
    """Both ends are included."""
    return (symptom.active_from or dt.date.min) <= day <= (symptom.active_until or dt.date.max)
