"""What was written down of alcohol and paracetamol in the last weeks, in words; always "at least"."""

from __future__ import annotations

import datetime as dt

from journal.core import limits
from journal.core.entries import Substance
from journal.guidance.recognising import is_paracetamol
from journal.insights.intakes import Drinks, Noted, drinks, paracetamol_days
from journal.logbook import Logbook
from journal.texts import Texts


def taken_figures(texts: Texts, logbook: Logbook) -> str:
    """A few sentences on the last four weeks; nothing where nothing of it was written down."""
    today = logbook.today()
    days = logbook.days(today - dt.timedelta(days=limits.WINDOW_DAYS - 1), today)
    substances = {each.id: each for each in logbook.listed(Substance)}
    said = (_alcohol(texts, drinks(days)), _paracetamol(texts, paracetamol_days(days, substances, is_paracetamol)))
    sentences = [each for each in said if each]
    if not sentences:
        return ""
    return " ".join((*sentences, texts("Entries can be left out, so it may be more.")))


def _alcohol(texts: Texts, found: Drinks) -> str:
    if not found.noted.days:
        return ""
    of = texts.integer(found.noted.of)
    if found.a_week is None:
        return texts.plural(
            "Alcohol on {n} of the last {of} days.", "Alcohol on {n} of the last {of} days.", found.noted.days, of=of
        )
    number = texts.number(found.a_week)
    return texts("Alcohol: at least {n} drinks a week in the last {of} days.", n=number, of=of)


def _paracetamol(texts: Texts, found: Noted) -> str:
    if not found.days:
        return ""
    return texts.plural(
        "Paracetamol on at least {n} day.", "Paracetamol on at least {n} days.", found.days
    )  # fmt: skip
