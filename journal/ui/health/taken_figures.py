"""What was written down of alcohol and paracetamol in the last weeks, in words; always "at least"."""

from __future__ import annotations

import datetime as dt

from journal.core import limits
from journal.core.entries import Substance
from journal.guidance.recognising import is_paracetamol
from journal.insights.alcohol_and_paracetamol import Drinks, Noted, drinks, paracetamol_days
from journal.logbook import Logbook
from journal.texts import Texts

_ONE_DRINK = 1000  # thousandths


def taken_figures(texts: Texts, logbook: Logbook) -> str:
    """A few sentences on the last four weeks; nothing where nothing of it was written down."""
    today = logbook.today()
    days = logbook.days(today - dt.timedelta(days=limits.WINDOW_DAYS - 1), today)
    substances = {substance.id: substance for substance in logbook.listed(Substance)}
    figures = (_alcohol(texts, drinks(days)), _paracetamol(texts, paracetamol_days(days, substances, is_paracetamol)))
    sentences = [sentence for sentence in figures if sentence]
    if not sentences:
        return ""
    return " ".join((*sentences, texts("Entries can be left out, so it may be more.")))


def _alcohol(texts: Texts, drunk: Drinks) -> str:
    if not drunk.noted.days:
        return ""
    of = texts.integer(drunk.noted.of)
    days = texts.plural("{n} of the last {of} days", "{n} of the last {of} days", drunk.noted.days, of=of)
    if drunk.total is None:
        return texts("Alcohol on at least {days}.", days=days)
    return texts.plural(
        "Alcohol: at least {number} drink, on {days}.",
        "Alcohol: at least {number} drinks, on {days}.",
        1 if drunk.total == _ONE_DRINK else 2,
        number=texts.number(drunk.total),
        days=days,
    )


def _paracetamol(texts: Texts, noted: Noted) -> str:
    if not noted.days:
        return ""
    return texts.plural(
        "Paracetamol on at least {n} day.", "Paracetamol on at least {n} days.", noted.days
    )  # fmt: skip
