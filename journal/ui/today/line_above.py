"""What the line above every place says of the signs of the last day: one rule, wherever the person is.

An emergency is told of until it is answered as passed, taken back, or a day old; closing its card takes away
the card alone. One that a doctor knows of, and what is less urgent, is told of while its card is open.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from journal.core.refusal import Refused

if TYPE_CHECKING:
    from journal.guidance.help_lines import Country
    from journal.texts import Texts
    from journal.ui.kit.bridge import Bridge
    from journal.ui.today.open_signs import OpenSigns


class LineAbove(NamedTuple):
    """The words, "" for none, and the ratings that they are about, the most urgent first."""

    words: str = ""
    ids: tuple[str, ...] = ()


def line_above(bridge: Bridge, signs: OpenSigns) -> LineAbove:
    """Of the emergencies, or where there is none of what is less urgent."""
    open_ids = {sign.rating.id for sign in signs.noted()}
    closed_ids = set(signs.closed())
    if not open_ids | closed_ids:
        return LineAbove()
    from journal.guidance.signs_in_words import country_of

    with suppress(Refused):  # where the journal cannot be read just now its banner says so
        return _of_signs(bridge, open_ids, closed_ids, bridge.texts, country_of(*bridge.whom_to_call))
    return LineAbove()


def _of_signs(bridge: Bridge, open_ids: set[str], closed_ids: set[str], texts: Texts, place: Country) -> LineAbove:
    from journal.guidance.emergency_lines import also_open, in_short, less_urgent_in_short
    from journal.guidance.open_emergencies import (
        is_to_be_named,
        less_urgent_signs,
        open_emergencies,
        signs_that_are_none,
    )

    logbook, now_ms = bridge.logbook, bridge.clock.now_ms()
    with_card = open_ids | closed_ids
    emergencies = [
        emergency for emergency in open_emergencies(logbook, now_ms) if emergency.noted.rating.id in with_card
    ]
    if emergencies:
        ids = tuple(emergency.noted.rating.id for emergency in emergencies)
        none = (sign for sign in signs_that_are_none(logbook, now_ms) if sign.noted.rating.id in open_ids)
        known = (sign for sign in none if sign.advice.is_known_emergency)
        also = also_open(texts, known, now_ms)
        return LineAbove(" ".join([in_short(texts, emergencies, now_ms, place), *also]), ids)
    # What can wait is named only beside others; an emergency that a doctor knows of is named alone, too.
    acted_on = {sign.noted.rating.id for sign in less_urgent_signs(logbook, now_ms)}
    named = [sign for sign in signs_that_are_none(logbook, now_ms) if is_to_be_named(sign)]
    less_urgent = [sign for sign in named if sign.noted.rating.id in open_ids]
    if not any(sign.advice.is_known_emergency or sign.noted.rating.id in acted_on for sign in less_urgent):
        less_urgent = []
    ids = tuple(sign.noted.rating.id for sign in less_urgent)
    return LineAbove(less_urgent_in_short(texts, less_urgent, now_ms, place), ids)
