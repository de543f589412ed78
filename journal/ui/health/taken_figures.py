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
    days = logbook.days(today - dt.timedelta(days=limits.WINDOW_DAYS), today)
    substances = {substance.id: substance for substance in logbook.listed(Substance)}
    alcohol = _alcohol(texts, drinks(days[:-1]), drinks(days[-1:]))
    figures = (alcohol, _paracetamol(texts, paracetamol_days(days[1:], substances, is_paracetamol)))
    sentences = [sentence for sentence in figures if sentence]
    if not sentences:
        return ""
    return " ".join((*sentences, texts("Entries can be left out, so it may be more.")))


def _alcohol(texts: Texts, drunk: Drinks, today: Drinks) -> str:
    """Of the days that are over, and of today, which is not: it is no whole day among the others."""
    when = _when(texts, drunk, today)
    if not when:
        return ""
    totals = [figures.total for figures in (drunk, today) if figures.total is not None]
    if not totals:
        return texts("Alcohol {when}.", when=when)
    return texts.plural(
        "Alcohol: at least {number} drink, {when}.",
        "Alcohol: at least {number} drinks, {when}.",
        1 if sum(totals) == _ONE_DRINK else 2,
        number=texts.number(sum(totals)),
        when=when,
    )


def _when(texts: Texts, drunk: Drinks, today: Drinks) -> str:
    """ "on at least 2 of the last 28 days, and today so far"; nothing where nothing was written down."""
    so_far = texts("today so far") if today.noted.days else ""
    if not drunk.noted.days:
        return so_far
    days = texts.plural(
        "on at least {n} of the last {of} days", "on at least {n} of the last {of} days",
        drunk.noted.days, of=texts.integer(drunk.noted.of),
    )  # fmt: skip
    return texts("{days}, and {today}", days=days, today=so_far) if so_far else days


def _paracetamol(texts: Texts, noted: Noted) -> str:
    if not noted.days:
        return ""
    return texts.plural(
        "Paracetamol on at least {n} day.", "Paracetamol on at least {n} days.", noted.days
    )  # fmt: skip
