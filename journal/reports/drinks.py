"""Drinks of alcohol in words: what was written down is the least that it was."""

from __future__ import annotations

from journal.texts import Texts

_TENTH = 100  # thousandths


def drink_count(texts: Texts, thousandths: int) -> str:
    """ "1 drink", "2.5 drinks"."""
    if thousandths % 1000 == 0:
        return texts.plural("{n} drink", "{n} drinks", thousandths // 1000)
    return texts("{number} drinks", number=texts.number(thousandths))


def drinks_in(texts: Texts, thousandths: int, days: int) -> str:
    """ "at least 7 drinks in 28 days": the sum, rounded down to tenths; no rate, as days without one are not known."""
    told = thousandths if thousandths < _TENTH else thousandths // _TENTH * _TENTH
    return texts.plural("at least {drinks} in {n} day", "at least {drinks} in {n} days", days,
                        drinks=drink_count(texts, told))  # fmt: skip
