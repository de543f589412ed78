"""export: the journal as JSON (everything), CSV (the diary) or ZIP (a table for each kind of entry)."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from journal.commands.opening import open_to_read
from journal.core.moments import Clock
from journal.exchange.export import export_to
from journal.texts import Texts


def add_arguments(parser: ArgumentParser) -> None:
    """What may stand behind ``export``."""
    parser.add_argument("out", metavar="OUT", help="OUT.json holds everything, OUT.csv the diary, OUT.zip tables")


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Write the journal as JSON (everything), CSV (the diary) or ZIP (a table for each kind of entry)."""
    target = Path(options.out)
    with closing(open_to_read(options, clock)) as logbook:
        n = export_to(logbook, target, texts)
    print(texts.plural("Wrote {n} entry to {path}.", "Wrote {n} entries to {path}.", n, path=target))
    if target.suffix.casefold() == ".csv":
        print(texts("A CSV holds the diary only: no trash, no settings, no details of products and symptoms."))
        print(texts("To keep or move everything, export to a .json file."))
    if target.suffix.casefold() == ".zip":
        print(texts("It holds one table for each kind of entry, and cannot be imported. A .json file can."))
    return 0
