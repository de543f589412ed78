"""The journal notes that a report went out: the next one tells what changed since. The report itself only reads."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from journal.commands.opening import writing
from journal.core.changes import BY_ITSELF
from journal.core.moments import Clock
from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.core.report_dates import days_written, with_report
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.refusals import explain


def is_noted(logbook: Logbook) -> bool:
    """Whether the journal knows of a report of today."""
    noted = logbook.preferences.reports
    return with_report(noted, logbook.today()) == noted


def note_report(options: Namespace, clock: Clock, typed: str | None, texts: Texts) -> str:
    """Note it, as the window does; why not, where nothing can be written just now: the report is there all the same."""
    try:
        with closing(writing(options, clock, typed)) as logbook:
            if not is_noted(logbook):
                days = with_report(logbook.preferences.reports, logbook.today())
                logbook.save(setting_for("reports", days_written(days)), origin=BY_ITSELF)
    except Refused as refused:
        return texts(
            "The journal could not note this report, so “Since the last report” of the next one does not begin here. "
            "{why}",
            why=explain(texts, refused),
        )
    return ""
