"""report: the pages for a clinician, or a sheet, as a PDF, whole under its name or not at all."""

from __future__ import annotations

import datetime as dt
import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from journal.commands.leaving_out import ALL_CODES, CODES, FORMS, hideable, left_out_one_by_one
from journal.commands.opening import passphrase, reading
from journal.commands.options import add_force
from journal.commands.report_file import (
    not_asked,
    paper_for,
    password_of,
    pdf_path,
    say_replaced,
    unanswered,
    within,
)
from journal.commands.report_noted import is_noted, note_report
from journal.commands.report_sheet import (
    ONE_PREGNANCY,
    add_sheet_arguments,
    check_said_twice,
    check_sections,
    write_sheet,
)
from journal.commands.values_said import past_day
from journal.core import limits, warning_facts
from journal.core.entries import Condition
from journal.core.moments import Clock, Moment, moment_now
from journal.core.refusal import Refused
from journal.exchange.files import whole_file
from journal.insights.period import default_period
from journal.insights.summary import Span
from journal.insights.warning_signs import first_day_looked_at
from journal.logbook import Logbook
from journal.reports.as_chosen import AsChosen
from journal.reports.asked_twice import SURE, private_pregnancy_chosen
from journal.reports.dated_later import entries_later
from journal.reports.left_out import stays_out
from journal.reports.offered import offered, rated_in, visit_told
from journal.reports.options import CHOICES, ReportOptions
from journal.reports.pdf import make_pdf, protect
from journal.reports.presets import BY_CODE
from journal.reports.printed import Printed
from journal.reports.singles import named_all_the_same, names_left_out
from journal.reports.warning_symptoms import private_rating_left_out
from journal.texts import Texts


def add_arguments(parser: ArgumentParser) -> None:
    """What may stand behind ``report``."""
    parser.add_argument("out", metavar="OUT.pdf", help="the file to write")
    add_force(parser)
    usual = f"the first day (default: {limits.DEFAULT_DAYS} days in all)"
    parser.add_argument("--from", metavar="DATE", dest="from_", help=usual)
    parser.add_argument("--to", metavar="DATE", help="the last day (default: yesterday)")
    parser.add_argument("--paper", choices=("a4", "letter"), help="default: as usual in the country that is set")
    span = f"warnings: those of the period and of the {warning_facts.DAYS_LOOKED_BACK} days up to now; notes: those "
    span += "beside warning symptoms"
    codes = ", ".join(CODES)
    show, hide = f"print this too: {codes} ({span})", f"leave this out: {codes}, {FORMS}"
    parser.add_argument("--show", metavar="SECTION", action="append", default=[], choices=ALL_CODES, help=show)
    sets = f"what to print, in one step: {', '.join(BY_CODE)}; --show and --hide change it"
    parser.add_argument("--preset", choices=BY_CODE, metavar="SET", help=sets)
    twice = "with --show private, or --show pregnancy: yes, print what is marked private, too"
    parser.add_argument("--private-confirmed", action="store_true", help=twice)
    parser.add_argument("--hide", metavar="WHAT", action="append", default=[], type=hideable, help=hide)
    for option, words, letters in (
        ("--words", "the patient's own words", limits.WORDS_LETTERS),
        ("--goal", "the goal", limits.GOAL_LETTERS),
        ("--planned", "an operation or visit that is planned", limits.PLANNED_LETTERS),
    ):
        parser.add_argument(option, metavar="TEXT", help=f"{words}, up to {letters} letters")
    parser.add_argument("--name", metavar="TEXT", help="the name; left out unless given")
    parser.add_argument("--birth-year", metavar="YEAR", help="the birth year; left out unless given")
    parser.add_argument("--password-file", metavar="F", help="a file whose first line is the password of the PDF")
    trial = "do not note in the journal that this report was made, for the next one’s “since the last report”"
    parser.add_argument("--trial", action="store_true", help=trial)
    add_sheet_arguments(parser)


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Write the report of a period; by default the usual weeks up to yesterday."""
    check_sections(options)
    check_said_twice(options)
    if options.sheet is not None:
        return write_sheet(options, clock, texts)
    out, password = pdf_path(options), password_of(options)
    typed = passphrase(options)
    with closing(reading(options, clock, typed)) as logbook:
        chosen = _chosen(options, logbook, texts)
        now = moment_now(clock)
        pages = make_pdf(logbook, chosen, texts, now, printed := Printed())
        untold = _untold(logbook, chosen, texts, now)
        later = logbook.later_than_clock()
        _say_what_is_untold(options, chosen, untold, texts)
        with whole_file(out, never=logbook.path, replace=options.force) as file:
            file.write(pages if password is None else protect(pages, password))
        noted = options.trial or is_noted(logbook)
    print(texts("Written: {path}", path=out))
    if untold.masked:
        print(_left_out(texts, chosen))
    say_replaced(texts, printed.replaced)
    if later is not None:
        print(entries_later(texts, later.rows))
    if not noted and (why := note_report(options, clock, typed, texts)):
        print(why, file=sys.stderr)
    if password is None:
        print(texts("This file is not locked. With --password-file it would be."))
    return 0


@dataclass(frozen=True, slots=True)
class _Untold:
    """What the pages leave out. ``there``: the fields of those choices of which something is written down.

    ``names``: of what is left out one by one; ``still_named``: a sentence on those that are named all the same.
    ``masked``: a hidden rating is left out. ``private_pregnancy``: a section that is printed has one.
    """

    there: frozenset[str]
    names: list[str]
    still_named: str
    masked: bool
    private_pregnancy: bool


def _untold(logbook: Logbook, chosen: ReportOptions, texts: Texts, now: Moment) -> _Untold:
    disclosed, period = AsChosen(logbook, chosen.leave_out, chosen.private), chosen.period
    symptoms = disclosed.symptoms()
    warned = disclosed.warning_facts(first_day_looked_at(period, now.local.date()))
    visit, rated = visit_told(disclosed, period, now), rated_in(disclosed, period)
    return _Untold(
        there=offered(symptoms, warned, visit, chosen, now, rated),
        names=names_left_out(texts, logbook, chosen.leave_out),
        still_named=named_all_the_same(texts, logbook, disclosed, chosen, now),
        masked=private_rating_left_out(symptoms, warned, chosen, now),
        private_pregnancy=private_pregnancy_chosen(logbook.listed(Condition), chosen, logbook.today()),
    )


def _say_what_is_untold(options: Namespace, chosen: ReportOptions, untold: _Untold, texts: Texts) -> None:
    """For the person alone, where errors go, and before the pages are saved."""
    private = untold.private_pregnancy
    open_still = unanswered(options, CHOICES, untold.there)
    if words := not_asked(texts, open_still):
        print(words, file=sys.stderr)
    answered = untold.there - {choice.field for choice in open_still}
    if out_of_it := stays_out(texts, chosen, answered, untold.names, private and bool(chosen.private_printed)):
        print(texts("Left out: {what}.", what="; ".join(out_of_it)), file=sys.stderr)
    if private and not chosen.private_printed and not chosen.private:
        print(texts(ONE_PREGNANCY), file=sys.stderr)
    if untold.still_named:
        print(untold.still_named, file=sys.stderr)


def _left_out(texts: Texts, chosen: ReportOptions) -> str:
    """For the person alone, and masked."""
    if chosen.warnings:
        return texts("A hidden rating was left out; --show suicidal-thoughts prints it.")
    return texts("A hidden rating was left out; --show suicidal-thoughts without --hide warnings prints it.")


def _chosen(options: Namespace, logbook: Logbook, texts: Texts) -> ReportOptions:
    return ReportOptions(
        period=_period(options, logbook.today(), texts),
        paper=paper_for(options, logbook),
        words=within(options.words, limits.WORDS_LETTERS, "words"),
        goal=within(options.goal, limits.GOAL_LETTERS, "goal"),
        planned=within(options.planned, limits.PLANNED_LETTERS, "planned"),
        name=options.name or "",
        birth_year=_birth_year(options.birth_year, logbook.today().year),
        leave_out=left_out_one_by_one(options.hide, logbook, texts),
        private_printed=SURE if options.private_confirmed else frozenset(),
        **_shown(options),
    )


def _shown(options: Namespace) -> dict[str, Any]:
    """What is usually printed, or by a preset, and what is asked for, without what is to be left out.

    None: nobody was asked.
    """
    chosen: dict[str, Any] = {choice.field: None if choice.asked else choice.usual for choice in CHOICES}
    if options.preset is not None:
        chosen |= BY_CODE[options.preset].fields()
    chosen |= {choice.field: True for choice in CHOICES if choice.code in options.show}
    return chosen | {choice.field: False for choice in CHOICES if choice.code in options.hide}


def _period(options: Namespace, today: dt.date, texts: Texts) -> Span:
    last = past_day(texts, options.to, today) if options.to else default_period(today).last
    usual = last - dt.timedelta(days=limits.DEFAULT_DAYS - 1)
    first = past_day(texts, options.from_, today) if options.from_ else usual
    if first > last:
        raise Refused("period-backwards", first=first, last=last)
    return Span(first, last)


def _birth_year(text: str | None, this_year: int) -> int | None:
    if text is None:
        return None
    first, digits = limits.EARLIEST_BIRTH_YEAR, text.strip()
    if not (digits.isdecimal() and len(digits) == 4 and first <= int(digits) <= this_year):
        raise Refused("birth-year-unlikely", year=text[:40], first=first, last=this_year)
    return int(digits)
