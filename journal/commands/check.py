"""check: verifies the journal's file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import closing

from journal.commands.opening import open_to_read
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.texts import Texts


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing stands behind ``check``."""


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Verify the journal file."""
    with closing(open_to_read(options, clock)) as logbook:
        problems = logbook.check()
        entries, first = logbook.totals()
    if problems:
        raise Refused("check-failed", problems="; ".join(problems))
    print(texts.plural("The journal is sound: {n} entry.", "The journal is sound: {n} entries.", entries))
    if first is not None:
        print(texts("The first one is of {day}.", day=texts.short_day(first)))
    return 0
