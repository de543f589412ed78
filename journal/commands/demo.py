"""demo: a folder with a journal of made-up entries, its files, and a picture of the window."""

from __future__ import annotations

import datetime as dt
import gc
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from journal.commands.opening import keep_salt, passphrase
from journal.commands.values_said import past_day
from journal.core import limits
from journal.core.journal_day import day_number, journal_day
from journal.core.moments import DAY_MS, Clock, moment_now
from journal.core.preferences import DEFAULT_DAY_START
from journal.core.refusal import Refused
from journal.demo import made_up_entries
from journal.errors import UserError
from journal.exchange.export import export_both
from journal.exchange.files import whole_file
from journal.logbook import Logbook
from journal.texts import Texts

NAMES = ("demo.leaf", "journal.json", "entries.csv", "today.png", "trends.png", "summary.pdf")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``demo``."""
    parser.add_argument("folder", metavar="DIR", help="the folder to write into; made if it is missing")
    parser.add_argument("--days", type=_days, default=limits.DEMO_DAYS, help="how many days (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed and end give the same entries (default: 1)")
    parser.add_argument("--until", metavar="DATE", help="the last day (default: today)")


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= limits.MOST_DEMO_DAYS:
        raise ArgumentTypeError(f"1 to {limits.MOST_DEMO_DAYS} days")
    return days


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Write everything, each file whole or not at all; an earlier demonstration in the folder is replaced."""
    folder = Path(options.folder)
    last = _last_day(options.until, clock, texts)
    _make_folder(folder)
    journal, json_file, csv_file, today, trends, pages = (folder / name for name in NAMES)
    secret = passphrase(options)
    _refuse_real(journal, secret, clock)
    with _without_collector():
        n = _write_journal(journal, secret, options, last, clock)
        with closing(Logbook.open(journal, secret, clock=clock, read_only=True)) as logbook:
            export_both(logbook, json_file, csv_file, texts)
            _write_pages(logbook, pages, last, clock, texts)
    print(texts("Everything in here is made up ({n} entries):", n=texts.integer(n)))
    for path in (journal, json_file, csv_file, pages):
        print(f"  {path}")
    return _draw(journal, secret, {"today": today, "trends": trends}, clock, texts)


def _write_pages(logbook: Logbook, out: Path, last: dt.date, clock: Clock, texts: Texts) -> None:
    """The clinician's pages up to the last whole day."""
    from journal.insights.period import default_period
    from journal.reports.options import ReportOptions
    from journal.reports.pdf import make_pdf

    period = default_period(min(last + dt.timedelta(days=1), logbook.today()))
    words = texts("Made-up: what could be said at a visit.")
    pages = make_pdf(logbook, ReportOptions(period, words=words), texts, moment_now(clock))
    with whole_file(out) as file:
        file.write(pages)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Entries hold no cycles, and looking for some among so many takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _last_day(until: str | None, clock: Clock, texts: Texts) -> dt.date:
    today = journal_day(moment_now(clock), DEFAULT_DAY_START)
    return today if until is None else past_day(texts, until, today)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError:
        raise UserError("journal-not-a-folder", path=folder) from None
    except OSError as problem:
        raise UserError("folder-read-only", path=folder.parent) from problem


def _refuse_real(journal: Path, secret: str | None, clock: Clock) -> None:
    """Only made-up entries are ever replaced, and only while no window has them open."""
    if not journal.exists():
        return
    try:
        with closing(Logbook.open(journal, secret, clock=clock)) as logbook:
            made_up, last = logbook.preferences.demo, logbook.undo_step
    except UserError as problem:
        raise UserError("demo-not-made-up", path=journal) from problem
    if not made_up:
        raise UserError("demo-not-made-up", path=journal)
    if last is not None and last.origin != "demo":
        raise UserError("demo-has-entries", path=journal)


def _write_journal(journal: Path, secret: str | None, options: Namespace, last: dt.date, clock: Clock) -> int:
    """The journal, under its name only when it is complete; the number of entries."""
    unfinished = journal.with_name(f".{journal.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(Logbook.open(unfinished, secret, clock=clock, create=True)) as logbook:
            entries = made_up_entries(options.seed, last, options.days, clock.zone_name(), _end(last, clock))
            n, salt = logbook.save_all(entries, label="many.demo", origin="demo").count, logbook.salt
        unfinished.replace(journal)
        keep_salt(journal, salt)
    finally:
        unfinished.unlink(missing_ok=True)
        unfinished.with_name(unfinished.name + ".lock").unlink(missing_ok=True)
    return n


def _end(last: dt.date, clock: Clock) -> int:
    """No entry is later than now, nor than the night after the last day."""
    return min(clock.now_ms(), (day_number(last) + 2) * DAY_MS)


def _draw(journal: Path, secret: str | None, pictures: Mapping[str, Path], clock: Clock, texts: Texts) -> int:
    try:
        from journal import app

        app.grab_screens(journal, pictures, passphrase=secret, clock=clock)
    except ImportError as problem:
        raise Refused("picture-failed", reason=problem) from problem
    finally:
        journal.with_name(journal.name + ".lock").unlink(missing_ok=True)
    for picture in pictures.values():
        print(f"  {picture}")
    return 0
