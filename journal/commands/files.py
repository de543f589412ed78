"""export, import, check and backup: the journal and other files."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from journal.commands.opening import journal_path, made_or_opened, open_to_read, open_to_write
from journal.commands.signs import listed_signs
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.errors import UserError
from journal.exchange.export import export_to, names_of
from journal.exchange.files import readable_file
from journal.exchange.herbal_tracker_rows import NAME as HERBAL_TRACKER
from journal.exchange.lines import BYTE_ORDER_MARK
from journal.exchange.mapping import TableMapping, from_text, remembered
from journal.exchange.opening import (
    AnySource,
    opened,
    remark_on_clock,
    remark_on_kinds,
    remark_on_recognised,
    remarks,
    row_refusal,
)
from journal.exchange.plan import EmptyJournal, Plan, plan_import
from journal.exchange.sniffing import Format, Found, as_own_csv, as_table, recognised
from journal.exchange.tables import Table
from journal.guidance.signs_brought import SignsBrought
from journal.logbook import Logbook
from journal.texts import Texts


def export(options: Namespace, clock: Clock, texts: Texts) -> int:
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


# --- import ----------------------------------------------------------------------------------------------------------


def bring_in(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Add what a file holds and the journal does not; all of it in one change set, or nothing."""
    found = _found(Path(options.file), options.format)
    if options.dry_run:
        return _dry_run(options, found, clock, texts)
    if not journal_path(options).exists():
        return _import_into_new(options, _opened(options, found, None, clock, texts), clock, texts)
    with closing(open_to_write(options, clock)) as logbook:
        source = _opened(options, found, logbook, clock, texts)
        plan = _accepted(plan_import(source, logbook, clock.now_ms()), source, options, texts)
        return _import(plan, logbook, texts)


def _found(path: Path, wanted: str | None) -> Found:
    """The format that was asked for, else the one that the file's content tells."""
    if wanted == Format.OWN_JSON:
        return Found(Format.OWN_JSON)
    if wanted == Format.OWN_CSV:
        return as_own_csv(path)
    if wanted == Format.TABLE:
        return as_table(path)
    found = recognised(path)
    ours = (Format.HERBAL_TRACKER, Format.HERBAL_TRACKER_CSV)
    if wanted == Format.HERBAL_TRACKER and found.format not in ours:
        raise UserError("file-not-format", path=path, program=HERBAL_TRACKER)
    return found


def _opened(options: Namespace, found: Found, logbook: Logbook | None, clock: Clock, texts: Texts) -> AnySource:
    path, zone = Path(options.file), options.zone or clock.zone_name()
    mapping = _mapping(options, found, logbook, zone) if found.format is Format.TABLE else None
    return opened(path, found, names_of(logbook or EmptyJournal(), texts), zone, mapping)


def _mapping(options: Namespace, found: Found, logbook: Logbook | None, zone: str) -> TableMapping | None:
    """What the columns of a table mean: from the file that says it, else as this journal remembers it."""
    columns = Table(Path(options.file), found.form).columns
    if options.mapping is None:
        kept = None if logbook is None else remembered(logbook.get, columns, zone)
        return kept if kept is None or options.zone is None else replace(kept, zone=zone)
    with readable_file(Path(options.mapping), 1) as file:
        text = file.read().decode("utf-8", "replace")
    return from_text(text.lstrip(BYTE_ORDER_MARK), columns, zone)


def _dry_run(options: Namespace, found: Found, clock: Clock, texts: Texts) -> int:
    if not journal_path(options).exists():
        source = _opened(options, found, None, clock, texts)
        plan = plan_import(source, EmptyJournal(), clock.now_ms())
    else:
        with closing(open_to_read(options, clock)) as logbook:
            source = _opened(options, found, logbook, clock, texts)
            plan = plan_import(source, logbook, clock.now_ms())
    _say(plan, source, texts)
    print(texts("This was a dry run: nothing was written."))
    return 1 if plan.refused else 0


def _import_into_new(options: Namespace, source: AnySource, clock: Clock, texts: Texts) -> int:
    """Make a journal for the file, once the file is known to be good; none is left behind when that fails."""
    plan = _accepted(plan_import(source, EmptyJournal(), clock.now_ms()), source, options, texts)
    with made_or_opened(options, clock, create=True) as logbook:
        print(texts("Made a new journal at {path}.", path=logbook.path))
        return _import(plan, logbook, texts)


def _accepted(plan: Plan, source: AnySource, options: Namespace, texts: Texts) -> Plan:
    """Say what the plan is; refused with the number of the other entries if rows are refused."""
    _say(plan, source, texts)
    if plan.refused and not options.skip_refused:
        raise Refused("rows-refused" if plan.total else "rows-refused-all", n=plan.total)
    return plan


def _import(plan: Plan, logbook: Logbook, texts: Texts) -> int:
    if not plan.total and not plan.tombstones:
        print(texts("There was nothing new to import."))
        return 0
    if logbook.totals()[0]:
        print(texts("Backed up the journal first: {path}", path=logbook.backup(reason="before-import")))
    brought = SignsBrought(logbook.symptoms())
    entries = brought.watching(plan.entries())
    logbook.save_all(entries, label="many.imported", origin="import", tombstones=plan.tombstones)
    print(texts.plural("Imported {n} entry.", "Imported {n} entries, as one step that undo takes back.", plan.total))
    for line in listed_signs(brought.noted(), logbook, texts):
        print(line)
    return 0


def _say(plan: Plan, source: AnySource, texts: Texts) -> None:
    counts = plan.counts
    print(texts("new: {n}", n=_counted(counts.new, texts)))
    print(texts("already here: {n}", n=_counted(counts.here, texts)))
    print(texts("different from ours, ours kept: {n}", n=_counted(counts.differs, texts)))
    print(texts("deleted for good here, not brought back: {n}", n=_counted(counts.purged, texts)))
    print(texts("refused: {n}", n=texts.integer(len(plan.refused))))
    for line in (
        *remarks(source, texts),
        *remark_on_recognised(plan, texts),
        *remark_on_kinds(plan, texts),
        *remark_on_clock(plan, texts),
    ):
        print(line)
    if plan.unlinked:
        many = "{n} ratings come without their deleted doses."
        print(texts.plural("{n} rating comes without its deleted dose.", many, plan.unlinked))
    for row in plan.refused:
        print(row_refusal(row, texts), file=sys.stderr)


def _counted(counts: Counter[str], texts: Texts) -> str:
    total = texts.integer(counts.total())
    parts = ", ".join(f"{kind.replace('_', ' ')} {texts.integer(n)}" for kind, n in counts.items())
    return f"{total} ({parts})" if parts else total


# --- care ------------------------------------------------------------------------------------------------------------


def check(options: Namespace, clock: Clock, texts: Texts) -> int:
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


def backup(options: Namespace, clock: Clock, texts: Texts) -> int:
    """A verified copy of the journal."""
    with closing(open_to_read(options, clock)) as logbook:
        copy = logbook.backup(Path(options.folder) if options.folder else None)
    print(texts("Backed up and verified: {path}", path=copy))
    return 0
