"""export: the journal as JSON (everything), CSV (the diary) or ZIP (a table for each kind of entry)."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import closing, suppress
from pathlib import Path

from journal import device, paths
from journal.commands.opening import open_to_read
from journal.commands.options import add_force
from journal.core.moments import Clock
from journal.exchange.export import export_to
from journal.texts import Texts
from journal.texts.marked import marked_plural

# The words of check, too: what stands in the diary, or everything.
_DIARY = marked_plural("Wrote {n} entry of the diary to {path}.", "Wrote {n} entries of the diary to {path}.")
_IN_ALL = marked_plural("Wrote {n} entry in all to {path}.", "Wrote {n} entries in all to {path}.")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``export``."""
    parser.add_argument("out", metavar="OUT", help="OUT.json holds everything, OUT.csv the diary, OUT.zip tables")
    add_force(parser)


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Write the journal as JSON (everything), CSV (the diary) or ZIP (a table for each kind of entry)."""
    target = Path(options.out)
    with closing(open_to_read(options, clock)) as logbook:
        n = export_to(logbook, target, texts, replace=options.force)
        journal = logbook.path
    with suppress(OSError):  # that it is listed when a passphrase is set is all that is lost
        device.change(paths.device_file(), lambda now: device.with_export(now, journal, target))
    is_diary = target.suffix.casefold() == ".csv"
    one, many = _DIARY if is_diary else _IN_ALL
    print(texts.plural(one, many, n, path=target))
    if is_diary:
        print(texts("A CSV holds the diary only: no trash, no settings, no details of products and symptoms."))
        print(texts("To keep or move everything, export to a .json file."))
    if target.suffix.casefold() == ".zip":
        print(texts("It holds one table for each kind of entry, and cannot be imported. A .json file can."))
    return 0
