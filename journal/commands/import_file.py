"""import: adds what a file holds and the journal does not."""

from __future__ import annotations

import sys
import textwrap
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from contextlib import closing
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from journal.commands.import_said import say
from journal.commands.opening import journal_path, made_or_opened, open_to_read, open_to_write
from journal.commands.options import add_force
from journal.commands.signs import answers_to_rows, chosen_country
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.changed_rows import Changed
from journal.exchange.export import names_of
from journal.exchange.file_formats import Format
from journal.exchange.files import readable_file
from journal.exchange.here import EmptyJournal
from journal.exchange.kept_mapping import from_text, remembered
from journal.exchange.lines import BYTE_ORDER_MARK
from journal.exchange.mapped_fields import MAPPED_FIELDS, MappedField
from journal.exchange.mapping import TableMapping
from journal.exchange.names import with_former
from journal.exchange.opening import (
    AnySource,
    opened,
)
from journal.exchange.plan import Plan, plan_import
from journal.exchange.programs import PROGRAMS, program_of
from journal.exchange.same_names import Joining, Twins
from journal.exchange.sniffing import Found, as_own_csv, as_table, recognised
from journal.exchange.tables import Table
from journal.guidance.names_brought import NamesBrought, spoken_words
from journal.guidance.signs_brought import SignsBrought
from journal.guidance.written_in_file import advice_in_file
from journal.logbook import Logbook
from journal.texts import Texts

# Of rows that are refused, what needs an answer was said with them.
_SAID_BEFORE = ("rows-refused", "rows-refused-all", "values-in-doubt")
_MAPPING = """\
A mapping is a JSON object. "columns" says of each column that is read what it holds, by its name in the first row, or
"Column 1" and so on where there are no names:
  instant (day and time), date, time, product, strain, amount, unit, preparation, note, or rating:SYMPTOM;
  symptom, with rating alone beside it, where the symptom is named in the row; category, where there are "rows" below
or a field of another kind of entry; what stands behind the colon says which one it is, or is a name of your own:
{fields}
The rest may be left out:
  date_order  dmy, mdy or ymd
  decimal     "." or ","
  unit        g, mg, ml, pieces or a unit of your products, such as tsp: of amounts that name none
  zone        the time zone in which the times were written, such as Europe/Berlin; --zone is used where there is none
  midday      true: rows without a time of day are put at 12:00, to be completed later
  zero        none: an amount of 0 says that nothing was taken that day; left_out: that this is not known
  words       of a column, what its cells are to be read as: {"How": {"Tee": "tea"}, "Time": {"morning": "08:00"}};
              * is any text, the same on both sides: {"Symptom": {"* (mild)": "*"}}
              of an amount, "? " before its word keeps the dose, the amount not known: {"How much": {"TL": "? TL"}}
  scales      of a rating, its scale if it is not 0-10, first the end that is 0 here: {"Back": "1-5", "Mood": "5-1"}
  rows        of each category that is read, what columns, words and scales are in its rows; all others are left out:
              {"Symptom": {"columns": {"What": "symptom", "Value": "rating"}, "scales": {"Value": "0-4"}},
               "Medicine": {"columns": {"What": "intake.name:own", "Value": "intake.amount:own"}}}

example of a table:
  Date;Time;What;How much;Back
  20.11.2026;08:10;Green;2,5;6
  20.11.2026;13:40;Green;2;4

and of its mapping:
  {"columns": {"Date": "date", "Time": "time", "What": "product", "How much": "amount",
               "Back": "rating:Lower back pain"},
   "date_order": "dmy", "decimal": ",", "unit": "g"}"""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``import``."""
    parser.epilog = _MAPPING.replace("{fields}", _fields_explained())
    parser.formatter_class = RawDescriptionHelpFormatter
    programs = ", ".join(program.name for program in PROGRAMS)
    file = f"a file that export wrote, one of another program ({programs}), a table or a spreadsheet"
    parser.add_argument("file", metavar="FILE", help=file)
    formats = ("json", "csv", *(program.code for program in PROGRAMS), "table")
    parser.add_argument(
        "--format", choices=formats, help="if the content does not tell it (json and csv: as export writes them)"
    )
    parser.add_argument(
        "--zone",
        metavar="NAME",
        help="the time zone of times that name none (default: this computer's)",
    )
    parser.add_argument(
        "--sheet", metavar="NAME", help="the sheet of a spreadsheet (default: the first that is a table)"
    )
    parser.add_argument("--mapping", metavar="F", help="a JSON file that says what the columns of a table are: below")
    parser.add_argument("--dry-run", action="store_true", help="say what would be imported and write nothing")
    parser.add_argument("--skip-refused", action="store_true", help="leave refused rows out instead of stopping")
    _add_what_is_kept(parser)
    settings = "take the settings of the other journal that this one does not have, too"
    parser.add_argument("--settings", action="store_true", help=settings)
    losses = "write a line for each row that is left out, and why, into a text file"
    parser.add_argument("--losses", metavar="OUT", help=losses)
    add_force(parser)
    unusual = "import values that may be slips as they are written instead of stopping"
    parser.add_argument("--keep-unusual", action="store_true", help=unusual)


def _add_what_is_kept(parser: ArgumentParser) -> None:
    """Of two that are alike, or that say different things of the same."""
    changed = (
        "of rows that say something else of the same time than the journal does: keep ours (default), take theirs, or "
        "keep both where the row may be an entry of its own"
    )
    parser.add_argument("--changed", choices=[*Changed], default=Changed.OURS, type=Changed, help=changed)
    twins = (
        "products, their units and own symptoms that have a name of yours: join them, unless vendor or kind differs "
        "(default; what belongs to the file’s goes to yours), or keep all of them apart"
    )
    parser.add_argument("--same-names", choices=[*Twins], default=Twins.JOIN, type=Twins, help=twins)
    equal = (
        "entries of another journal that say what yours say of the same minute: take each for one with yours (default; "
        "so the same dose is not there twice), or keep them apart as second ones"
    )
    parser.add_argument("--same-entries", choices=[*Twins], default=Twins.JOIN, type=Twins, help=equal)


def _fields_explained() -> str:
    """The columns of other kinds of entry, a line for each kind."""
    lines = []
    for _kind, mapped in groupby(MAPPED_FIELDS.items(), key=lambda named: named[1].kind.code):
        fields = list(mapped)
        which = next((":WHICH" for _, field in fields if field.must_say_which), "")
        named = ", ".join(f"{of}{which or _unit(field)}" for of, field in fields)
        lines += textwrap.wrap(named, 116, initial_indent="  ", subsequent_indent="  ")
        if which:
            lines.append(f"    WHICH: {', '.join(fields[0][1].options)}" + (" or a name" if fields[0][1].named else ""))
        lines += [f"    {of}: both in one cell, such as 128/82" for of, field in fields if field.below is not None]
        items = next(
            ((of, f"{option}.2") for of, field in fields for option in field.options if field.items(option)), None
        )
        if items is not None:
            lines.append(f"    {items[0]}: a column a question, in their order, or with its number, as {items[1]}")
    return "\n".join(lines)


def _unit(field: MappedField) -> str:
    return f":{'|'.join(field.options)}" if field.options else ""


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Add what a file holds and the journal does not; if refused, say what to do about signs in it."""
    try:
        return _run(options, clock, texts)
    except Refused as refused:
        if refused.code not in _SAID_BEFORE:
            for line in advice_in_file(Path(options.file), texts, chosen_country()):
                print(line, file=sys.stderr)
        raise


def _run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """All of it in one change set, or nothing."""
    recognised_file = _of_sheet(options, _recognised(Path(options.file), options.format))
    _promise(recognised_file, texts)
    if options.dry_run:
        return _dry_run(options, recognised_file, clock, texts)
    if not journal_path(options).exists():
        return _import_into_new(options, _opened(options, recognised_file, None, clock, texts), clock, texts)
    with closing(open_to_write(options, clock)) as logbook:
        source = _opened(options, recognised_file, logbook, clock, texts)
        plan, lines_printed = _accepted(source, logbook, options, clock, texts)
        return _import(plan, logbook, lines_printed, options.changed, texts)


def _recognised(path: Path, wanted: str | None) -> Found:
    """The format that was asked for, else the one that the file's content tells."""
    if wanted == Format.OWN_JSON:
        return Found(Format.OWN_JSON)
    if wanted == Format.OWN_CSV:
        return as_own_csv(path)
    if wanted == Format.TABLE:
        return as_table(path)
    recognised_file = recognised(path)
    program = next((tracker for tracker in PROGRAMS if tracker.code == wanted), None)
    if program is not None and recognised_file.format not in program.files:
        raise UserError("file-not-format", path=path, program=program.name)
    return recognised_file


def _promise(file_found: Found, texts: Texts) -> None:
    """Say of a known program's file what comes, what becomes a note and what cannot."""
    program = program_of(file_found.format)
    if program is not None:
        print(texts("A file of {program}.", program=program.name), *map(texts, program.promise))


def _of_sheet(options: Namespace, file_found: Found) -> Found:
    """The same of the sheet that was asked for; "sheet-missing" for anything but a spreadsheet."""
    if options.sheet is None:
        return file_found
    if not file_found.form.sheet:
        raise UserError("sheet-missing", path=Path(options.file), sheet=options.sheet[:40])
    return replace(file_found, form=replace(file_found.form, sheet=options.sheet))


def _opened(
    options: Namespace, recognised_file: Found, logbook: Logbook | None, clock: Clock, texts: Texts
) -> AnySource:
    path, zone = Path(options.file), options.zone or clock.zone_name()
    mapping = _mapping(options, recognised_file, logbook, zone) if recognised_file.format is Format.TABLE else None
    here = logbook or EmptyJournal()
    return opened(path, recognised_file, with_former(names_of(here, texts), here), zone, mapping)


def _mapping(options: Namespace, recognised_file: Found, logbook: Logbook | None, zone: str) -> TableMapping | None:
    """What the columns of a table mean: from the file that says it, else as this journal remembers it."""
    columns = Table(Path(options.file), recognised_file.form).columns
    if options.mapping is None:
        kept = None if logbook is None else remembered(logbook.get, columns, zone)
        return kept if kept is None or options.zone is None else replace(kept, zone=zone)
    with readable_file(Path(options.mapping), 1) as file:
        text = file.read().decode("utf-8", "replace")
    return from_text(text.lstrip(BYTE_ORDER_MARK), columns, zone)


def _dry_run(options: Namespace, recognised_file: Found, clock: Clock, texts: Texts) -> int:
    if not journal_path(options).exists():
        source = _opened(options, recognised_file, None, clock, texts)
        plan, lines = _planned(source, None, options, clock, texts)
    else:
        with closing(open_to_read(options, clock)) as logbook:
            source = _opened(options, recognised_file, logbook, clock, texts)
            plan, lines = _planned(source, logbook, options, clock, texts)
    say(plan, source, lines, options, texts)
    print(texts("This was a dry run: nothing was written."))
    return 1 if (plan.refused and not options.skip_refused) or (plan.doubts and not options.keep_unusual) else 0


def _import_into_new(options: Namespace, source: AnySource, clock: Clock, texts: Texts) -> int:
    """Make a journal for the file, once the file is known to be good; none is left behind when that fails."""
    plan, lines_printed = _accepted(source, None, options, clock, texts)
    with made_or_opened(options, clock, create=True) as logbook:
        print(texts("Made a new journal at {path}.", path=logbook.path))
        return _import(plan, logbook, lines_printed, options.changed, texts)


def _planned(
    source: AnySource, logbook: Logbook | None, options: Namespace, clock: Clock, texts: Texts
) -> tuple[Plan, list[str]]:
    """What an import would do, and what the file says that needs an answer."""
    brought = SignsBrought(() if logbook is None else logbook.symptoms())
    joining = Joining(options.same_names, options.settings, equal=options.same_entries)
    plan = plan_import(source, logbook or EmptyJournal(), clock.now_ms(), watch=brought, joining=joining)
    return plan, answers_to_rows(brought, logbook, clock.now_ms(), texts)


def _accepted(
    source: AnySource, logbook: Logbook | None, options: Namespace, clock: Clock, texts: Texts
) -> tuple[Plan, bool]:
    """The plan, once it was said, and whether what needs an answer was; refused if rows are refused.

    Nobody is there to be asked whether a value is a slip, so that has to be said beforehand. What needs an answer is
    said before rows that are left out, else once it is imported.
    """
    plan, lines = _planned(source, logbook, options, clock, texts)
    lines_printed = bool(plan.refused or plan.doubts or plan.counts.differs)
    say(plan, source, lines if lines_printed else [], options, texts)
    if plan.refused and not options.skip_refused:
        raise Refused("rows-refused" if plan.total else "rows-refused-all", n=plan.total)
    if plan.doubts and not options.keep_unusual:
        raise Refused("values-in-doubt")
    return plan, lines_printed


def _import(plan: Plan, logbook: Logbook, lines_printed: bool, changed: Changed, texts: Texts) -> int:
    n = plan.written(changed)
    if not n and not plan.tombstones:
        print(texts("There was nothing new to import."))
        return 0
    if logbook.totals()[0]:
        print(texts("Backed up the journal first: {path}", path=logbook.backup(reason="before-import")))
    brought, names = SignsBrought(logbook.symptoms()), NamesBrought(logbook.clock.now_ms())
    entries = plan.entries(changed=changed) if lines_printed else brought.watching(plan.entries(changed=changed))
    logbook.save_all(names.watching(entries), label="many.imported", origin="import", tombstones=plan.tombstones)
    taken = plan.taken(changed) if changed is Changed.THEIRS else 0
    if new := n - taken:
        print(texts.plural("Imported {n} entry.", "Imported {n} entries, as one step that undo takes back.", new))
    if taken:
        one = "Changed {n} entry of yours as the file says; undo takes it back in the same step."
        print(texts.plural(one, "Changed {n} entries of yours as the file says; undo takes them back in the same step.",
                           taken))  # fmt: skip
    for line in [] if lines_printed else answers_to_rows(brought, logbook, logbook.clock.now_ms(), texts):
        print(line)
    spoken = names.spoken_of(logbook)
    if spoken is not None and (words := spoken_words(texts, spoken)):
        print(words, texts("“leaf-journal interactions” says what it says of each."))
    return 0
