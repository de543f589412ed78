"""A blood pressure that only a pregnancy makes urgent, where none is written down: what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journal.core.entries import Condition, Entry, Measurement
from journal.guidance.blood_pressure import ReadMeasurements, is_pregnant, pressure_table
from journal.guidance.help_lines import Country
from journal.guidance.signs_in_words import filled
from journal.texts import Texts


def lines_if_pregnant(texts: Texts, saved: Iterable[Entry], journal: ReadMeasurements, place: Country) -> Iterator[str]:
    """One line for a measurement below what is spoken of in everybody; of a pregnancy that is known more is said."""
    table = pressure_table()
    reached = any(
        table.in_pregnancy.reached_by(entry) and not table.high.reached_by(entry)
        for entry in saved
        if isinstance(entry, Measurement) and entry.deleted_ms is None
    )
    if reached and not is_pregnant(journal.listed(Condition), journal.today()):
        yield filled(texts, table.pregnant.text, place)
