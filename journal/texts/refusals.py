"""Refusals in plain words: what is wrong, that nothing was lost, and what to do next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from journal.core.plaintext import without_turning
from journal.core.refusal import Refused
from journal.texts.language import Texts
from journal.texts.refusals_at_terminal import AT_TERMINAL
from journal.texts.refusals_in_commands import IN_COMMANDS
from journal.texts.refusals_in_rows import IN_ROWS
from journal.texts.refusals_of_files import OF_FILES
from journal.texts.refusals_of_journal import OF_JOURNAL
from journal.texts.refusals_of_typing import OF_TYPING
from journal.texts.ways_from_damage import has_ways, ways_below, ways_on

SENTENCES: dict[str, str] = OF_TYPING | OF_JOURNAL | OF_FILES | IN_ROWS | AT_TERMINAL


def explain(texts: Texts, refused: Refused) -> str:
    """The refusal as a sentence or two in plain words."""
    sentence = IN_COMMANDS.get(refused.code) if texts.for_commands else None
    sentence = sentence or SENTENCES.get(refused.code)
    if sentence is None:
        return texts("This could not be done ({code}). Nothing was changed.", code=refused.code)
    values = {name: _shown_value(texts, name, value) for name, value in refused.values.items()}
    words = texts(sentence, **values) if values else texts(sentence)
    return " ".join((words, *ways_on(texts, refused)))


def explain_above_ways(texts: Texts, refused: Refused) -> str:
    """The same where the ways on stand below as buttons: they are not described a second time, nor folders named."""
    values = {name: value.name if isinstance(value, Path) else value for name, value in refused.values.items()}
    if not has_ways(refused):
        return explain(texts, refused)
    return " ".join((texts(SENTENCES[refused.code], **values), *ways_below(texts, refused)))


def _shown_value(texts: Texts, name: str, value: object) -> object:
    """Numbers, days and times as they are shown everywhere; a line's number, a year or a format's is left as it is."""
    if name in _COUNTS and isinstance(value, int):
        return texts.integer(value)
    if isinstance(value, dt.time):
        return texts.time(value)
    if isinstance(value, str):
        return without_turning(value)
    return texts.short_day(value) if isinstance(value, dt.date) else value


_COUNTS = ("n", "limit", "length")
