"""export: the journal, or the days and kinds that are chosen, in the format that the file's ending says."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from contextlib import closing, suppress
from pathlib import Path

from journal import device, paths
from journal.commands.opening import open_to_read
from journal.commands.options import add_force
from journal.core.kinds import KINDS
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.exchange.chosen import HANDED_OVER, Choice, no_private, usual_choice
from journal.exchange.csv_out import SEPARATORS
from journal.exchange.export import FORMATS, export_to, format_of
from journal.exchange.left_out import left_out
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.marked import marked_plural
from journal.texts.typed import read_day

# The words of check, too: what stands in the diary, or everything.
_DIARY = marked_plural("Wrote {n} entry of the diary to {path}.", "Wrote {n} entries of the diary to {path}.")
_IN_ALL = marked_plural("Wrote {n} entry in all to {path}.", "Wrote {n} entries in all to {path}.")
_CHOSEN = marked_plural("Wrote {n} entry to {path}.", "Wrote {n} entries to {path}.")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``export``."""
    endings = ", ".join(export_format.ending for export_format in FORMATS)
    parser.add_argument("out", metavar="OUT", help=f"the file; its ending says the format: {endings}")
    add_force(parser)
    parser.add_argument("--from", metavar="DATE", dest="from_", help="the first day (default: the journal's first)")
    parser.add_argument("--to", metavar="DATE", help="the last day (default: the journal's last)")
    lists = ", ".join(kind.plural for kind in KINDS.values())
    kept_back = ", ".join(kind.plural for code, kind in KINDS.items() if code not in HANDED_OVER.kinds)
    kinds = f"which kinds of entries (default: all; in files for others only if named: {kept_back}): {lists}"
    parser.add_argument("--kinds", metavar="KIND,KIND", help=kinds)
    signs = "what stands between the cells of a .csv (default: as usual where you are)"
    parser.add_argument("--separator", choices=SEPARATORS, help=signs)
    private = "in files for other programs and people: what is marked private, too; .json, .csv and .zip have it"
    parser.add_argument("--private", action="store_true", default=None, help=private)
    parser.add_argument("--private-confirmed", action="store_true", help="with --private: yes, private entries, too")
    without = "leave out of any file what is marked private"
    parser.add_argument("--without-private", action="store_false", dest="private", help=without)


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Write what is chosen of the journal into a file."""
    target = Path(options.out)
    keeps = format_of(target).keeps
    if options.separator is not None and format_of(target).ending != ".csv":
        raise Refused("separator-not-csv", path=target)
    with closing(open_to_read(options, clock)) as logbook:
        choice = _choice(options, keeps, logbook, texts)
        separator = SEPARATORS.get(options.separator, "")
        n = export_to(logbook, target, texts, options.force, choice, separator)
        journal = logbook.path
    with suppress(OSError):  # that it is listed when a passphrase is set is all that is lost
        device.change(paths.device_file(), lambda now: device.with_export(now, journal, target))
    _say_written(texts, target, n, choice)
    return 0


def _choice(options: Namespace, keeps: bool, logbook: Logbook, texts: Texts) -> Choice:
    usual, today = usual_choice(keeps), logbook.today()
    first = read_day(texts, options.from_, today, may_be_ahead=True) if options.from_ else None
    last = read_day(texts, options.to, today, may_be_ahead=True) if options.to else None
    if first is not None and last is not None and first > last:
        raise Refused("period-backwards", first=first, last=last)
    kinds = usual.kinds if options.kinds is None else _kinds(options.kinds)
    private = usual.private if options.private is None else options.private
    if private and not keeps and not options.private_confirmed:
        raise Refused("private-not-confirmed")
    return Choice(first, last, kinds, private, usual.trash)


def _kinds(text: str) -> frozenset[str]:
    """The kinds that are named, each as its list in files or as one entry of it."""
    by_name = {name: kind.code for kind in KINDS.values() for name in (kind.plural, kind.code)}
    named = [name.strip().casefold().replace("-", "_") for name in text.split(",")]
    for name in named:
        if name not in by_name:
            kinds = ", ".join(kind.plural for kind in KINDS.values())
            raise Refused("option-unknown", text=name[:40], options=kinds)
    return frozenset(by_name[name] for name in named)


def _say_written(texts: Texts, target: Path, n: int, choice: Choice) -> None:
    ending = format_of(target).ending
    one, many = _DIARY if ending == ".csv" else _IN_ALL if choice.everything else _CHOSEN
    print(texts.plural(one, many, n, path=target))
    for line in left_out(ending, choice, texts):
        print(line)
    if choice.first is not None or choice.last is not None:
        print(texts("What belongs to no day is in it all the same, such as products and lists."))
    if ending not in (".json", ".zip") or not choice.everything:
        print(texts("To keep or move everything, export all of it to a .json file."))
    print(no_private(texts, choice))
    print(texts("The file is not encrypted: whoever has it can read it."))
