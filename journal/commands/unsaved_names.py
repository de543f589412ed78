"""What the list of interactions says of a medicine or an intake that could not be saved."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from journal.commands.signs import chosen_country
from journal.texts import Texts

_KINDS = ("substance", "intake")


def advice_on_unsaved_names(options: Namespace, objects: Iterable[Mapping[str, Any]], texts: Texts) -> list[str]:
    """Level, whom to ask and why of each name as it was typed; of none that is private. No journal is read for it."""
    typed = [vars(options), *objects]
    shown = [fields for fields in typed if not fields.get("private")]
    taken = {name for fields in shown if fields.get("log") == "intake" for name in _names(fields)}
    names = dict.fromkeys(name for fields in shown for name in _names(fields))
    return [line for name in names for line in _lines(name, texts, name in taken)]


def _names(typed: Mapping[str, Any]) -> Iterator[str]:
    if typed.get("log") in _KINDS and str(typed.get("drinks")).strip() != "0":
        yield from (name for key in ("name", "what") if isinstance(name := typed.get(key), str) and name.strip())


def _lines(name: str, texts: Texts, taken: bool) -> Iterator[str]:
    """``taken``: it is in the body already, as far as can be known, which comes first where it makes sleepy."""
    # Most refusals have no name in them, and should not wait for the list of interactions.
    import datetime as dt

    from journal.guidance.interaction_words import OWN_LEVEL, is_own_level, sentences_of, whom_to_ask
    from journal.guidance.interactions import RANK, Level, taken_sentences
    from journal.guidance.level_words import level_inside
    from journal.guidance.matching import Taken, check
    from journal.guidance.signs_in_words import number_in

    number = number_in(texts, chosen_country())
    for checked_name in check([Taken(name)], dt.date.min, 0).names:
        if checked_name.findings and RANK[checked_name.level] <= RANK[Level.ASK_FIRST]:
            words = texts(
                "{name} with kratom: {level}", name=checked_name.given, level=level_inside(texts, checked_name)
            )
            why = [sentences_of(finding.of, number) for finding in checked_name.findings]
            own = (
                [texts(OWN_LEVEL)]
                if any(is_own_level(checked_name, finding) for finding in checked_name.findings)
                else []
            )
            first = [
                sentence.text.format(number=number)
                for sentence in taken_sentences()
                if taken and checked_name.is_sedative
            ]
            yield " ".join([f"{words}.", *first, *whom_to_ask(texts, checked_name), *why, *own])
