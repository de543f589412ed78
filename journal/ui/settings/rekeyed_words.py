"""What became of copies that were to be given the journal’s passphrase, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from journal.core.refusal import Refused
from journal.logbook.passphrases import Rekeyed
from journal.texts import Texts
from journal.texts.refusals import explain

_OTHER = "backup-passphrase-other"


def came_of_it(texts: Texts, outcome: Rekeyed, name: Callable[[Path], str]) -> Iterator[str]:
    """What opens with it now, what has yet another one, what failed, and what was not reached; a line each."""
    if outcome.done:
        yield texts.plural("{n} copy opens with the journal’s passphrase now.",
                           "{n} copies open with the journal’s passphrase now.", len(outcome.done))  # fmt: skip
    others = [copy for copy, problem in outcome.refused.items() if problem.code == _OTHER]
    if others:
        yield texts.plural(
            "{n} copy does not open with the passphrase that you typed, and is as it was. It may have another one: "
            "type that to try it. It may also be damaged. It is: {names}",
            "{n} copies do not open with the passphrase that you typed, and are as they were. They may have another "
            "one: type that to try it. They may also be damaged. They are: {names}",
            len(others),
            names="; ".join(name(copy) for copy in others),
        )
    for copy, problem in outcome.refused.items():
        if copy not in others:
            yield texts("As it was: {name}. {why}", name=name(copy), why=_why(texts, problem, name(copy)))
    if outcome.left:
        yield texts.plural("You stopped it. {n} copy was not reached, and is as it was.",
                           "You stopped it. {n} copies were not reached, and are as they were.",
                           len(outcome.left))  # fmt: skip


def _why(texts: Texts, problem: Refused, name: str) -> str:
    """With the copy named as it is listed."""
    values = {**problem.values, "name": name} if "name" in problem.values else problem.values
    return explain(texts, Refused(problem.code, **values))
