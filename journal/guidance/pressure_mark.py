"""The mark of a high blood pressure wherever it is listed: how much it reached, and no word about whose it is."""

from __future__ import annotations

from journal.core.entries import Measurement
from journal.guidance.blood_pressure import pressure_table
from journal.texts import Texts


def pressure_mark(texts: Texts, measured: Measurement) -> str:
    """ "180/120 or more", "160/110 or more", or nothing.

    What is high in a pregnancy is marked for everybody, so that the mark tells of none.
    """
    table = pressure_table()
    reached = next((limit for limit in (table.high, table.in_pregnancy) if limit.reached_by(measured)), None)
    if reached is None:
        return ""
    upper, lower = texts.integer(reached.systolic), texts.integer(reached.diastolic)
    return texts("{upper}/{lower} or more", upper=upper, lower=lower)
