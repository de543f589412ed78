"""check: verifies the journal's file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import closing

from journal.commands.opening import open_to_read
from journal.core.kinds import KINDS
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.texts import Texts

_ATTEMPTS = 5  # a window may save while everything is counted; then it is counted again


def add_arguments(parser: ArgumentParser) -> None:
    """``check`` has no arguments of its own."""


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Verify the journal file."""
    with closing(open_to_read(options, clock)) as logbook:
        problems = logbook.check()
        if problems:
            raise Refused("check-failed", problems="; ".join(problems))
        diary, first = logbook.totals()
        everything = _everything(logbook)
    print(texts("The journal is sound."))
    one = "{n} entry in all, with medicines, products, settings and the trash: what a .json file holds."
    many = "{n} entries in all, with medicines, products, settings and the trash: what a .json file holds."
    print(texts.plural(one, many, everything))
    print(texts.plural("{n} entry of the diary.", "{n} entries of the diary.", diary))
    if first is not None:
        print(texts("The first one is of {day}.", day=texts.short_day(first)))
    return 0


def _everything(logbook: Logbook) -> int:
    """How many entries a .json file of this journal holds."""
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return sum(len(part) for kind in KINDS for part in logbook.slices(kind))
        except Refused as problem:
            if problem.code != "journal-changed" or attempt == _ATTEMPTS:
                raise
    raise AssertionError("unreachable")
