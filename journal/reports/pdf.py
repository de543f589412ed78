"""The PDF: pages in memory, the same bytes for the same entries and time, and its lock."""

from __future__ import annotations

import datetime as dt
import io
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from journal import __version__
from journal.core.entries import Product, Setting
from journal.core.figure_facts import Facts
from journal.core.journal_day import journal_day
from journal.core.moments import Moment
from journal.core.preferences import preferences_from
from journal.core.report_dates import last_before
from journal.insights.after_period import (
    LOOKED_AHEAD,
    Later,
    first_day_after,
    last_dose,
    later_doses,
    told_days,
    unknown_since,
)
from journal.insights.completeness import new_products
from journal.insights.course import Course, course_of
from journal.insights.days import DayFigures, day_figures
from journal.insights.measured_near import pressures_near
from journal.insights.period import summarise_period
from journal.insights.rated_later import rated_later
from journal.insights.summary import Span
from journal.insights.symptom_days import in_order
from journal.insights.visit_facts import VisitFacts, lab_results, visit_facts
from journal.insights.warning_signs import Noted, first_day_looked_at
from journal.insights.without_private import without_private
from journal.reports.as_chosen import Journal, as_chosen
from journal.reports.batch_lines import reactions_told, with_figures
from journal.reports.entry_list import EntryList, entry_list
from journal.reports.fonts import register_fonts
from journal.reports.last_pages import LastPages
from journal.reports.options import ReportOptions
from journal.reports.page_1_layout import MARGIN, SIZES, PageOneLayout, draw_footer, draw_whose
from journal.reports.page_inputs import PageInputs
from journal.reports.page_one import PageOne, page_inputs, page_one
from journal.reports.paper import new_canvas
from journal.reports.printed import Printed
from journal.reports.sections import DrawnPage
from journal.reports.since_report import SinceReport, since_report
from journal.reports.tagged import TaggedCanvas
from journal.reports.taken_before import taken_before
from journal.reports.visit_shown import Times, visit_shown
from journal.reports.warning_symptoms import in_order_of_box, printable_signs, signs_told, stands_first
from journal.texts import Texts


def make_pdf(
    journal: Journal, options: ReportOptions, texts: Texts, made_at: Moment, printed: Printed | None = None
) -> bytes:
    """The pages. Takes up to a second: for a worker. The same input gives the same bytes.

    ``printed`` learns how many characters are replaced.
    """
    register_fonts()
    options = options.as_told()
    told, places = as_chosen(journal, options), dict[str, int]()
    for _ in range(_AGAIN):
        shown = Printed(pages=places)
        pdf, places = _drawn(_pages(told, options, texts, made_at, shown), options, texts, made_at)
        if all(places.get(place, page) == page for place, page in shown.referred.items()):
            break
    if printed is not None:
        printed.learn(shown)
    return pdf


_AGAIN = 3  # at most: page 1 refers to pages that are filled with what it has no room for


@dataclass(frozen=True, slots=True)
class _Pages:
    """What the pages say and what their charts are drawn from."""

    inputs: PageInputs
    facts: Facts
    days: Sequence[DayFigures]
    course: Course
    page_one: PageOne
    listed: EntryList | None


def _pages(journal: Journal, options: ReportOptions, texts: Texts, made_at: Moment, printed: Printed) -> _Pages:
    period = options.period
    facts = without_private(journal.facts(period.first, period.last))
    products = {product.id: product for product in journal.all_products()}
    symptoms = journal.symptoms()
    chosen = preferences_from(journal.listed(Setting))
    reported = last_before(chosen.reports, journal_day(made_at, facts.day_start))
    looked_at = first_day_looked_at(period, made_at.local.date())
    warned = journal.warning_facts(min(looked_at, reported or looked_at))
    days = day_figures(facts, products)
    summary = summarise_period(facts, products, symptoms, period, days)
    today = journal_day(made_at, facts.day_start)
    after = _after(journal, period, today)
    later = Later(unread=True) if after is None else later_doses(after, products, made_at.utc_ms, today)
    since_rated = None if after is None else rated_later(after, in_order(symptoms), summary.main, made_at.utc_ms)
    times = Times(today, facts.day_start)
    days_told = told_days(period, today)
    until, about = days_told.last, visit_facts(journal, days_told)
    told = signs_told(symptoms, warned, options, _since_then(period, reported), made_at)
    shown = visit_shown(about, options, summary.last28, until, times)
    since = None if reported is None else _since(journal, facts, products, about, options, until, reported, told)
    changed = journal.changed_later(period.first, period.last)
    course = course_of(facts, days, symptoms, summary, bool(options.mood), changed)
    signs = printable_signs(symptoms, warned, options)
    batches = reactions_told(journal, facts, with_figures(about), symptoms, signs, options)
    named = signs | course.named | {symptom for batch in batches for symptom in batch.noted}
    named |= {since_rated.symptom} if since_rated else set()
    inputs = page_inputs(summary, products, symptoms, options, texts, made_at, named, later, shown, printed)
    near = pressures_near(journal, period, made_at, facts.day_start) if options.measurements else ()
    last = None if after is None else last_dose(facts, after, made_at.utc_ms)
    first_sign = stands_first(in_order_of_box(symptoms, warned, options, period, made_at))
    inputs = replace(
        inputs,
        taken_before=taken_before(journal, options, first_sign),
        since_report=since,
        batches=batches,
        rated_later=since_rated,
        pressures=near,
        last_dose=last,
        unknown_since=last is not None and after is not None and unknown_since(facts, after, last, today),
        not_brought_back=chosen.rescued,
        day_start=facts.day_start,
    )
    listed = entry_list(journal, options, texts, inputs.printed, facts.day_start) if options.entries else None
    return _Pages(inputs, facts, days, course, page_one(inputs, facts, days, warned), listed)


def _drawn(pages: _Pages, options: ReportOptions, texts: Texts, made_at: Moment) -> tuple[bytes, dict[str, int]]:
    """Page 1, then the others, each with its foot and its places in the outline; and on which page what stands."""
    out, size, page = io.BytesIO(), SIZES[options.paper], pages.page_one
    title, program = texts("Use and symptom summary"), f"Leaf Journal {__version__}"
    canvas = new_canvas(out, size, title, texts.language, made_at, program)
    canvas.bookmarkPage("figures")
    canvas.addOutlineEntry(page.title, "figures")
    room = PageOneLayout(canvas, size, pages.inputs.printed, texts).draw(page)
    width = size[0] - 2 * MARGIN
    drawn = DrawnPage(pages.inputs, pages.facts, pages.days, pages.course, page, room, width, pages.listed)
    last = LastPages(size, drawn)
    count = 1 + last.count
    _end_page(canvas, size, texts, page, (1, count))
    for number in range(last.count):
        for at, (title, top) in enumerate(last.draw(canvas, number)):
            place = f"last-{number}-{at}"  # of its own: ReportLab names all bookmarks of one place by the last title
            canvas.bookmarkPage(place, fit="XYZ", left=0, top=top)
            canvas.addOutlineEntry(title, place)
        _end_page(canvas, size, texts, page, (2 + number, count))
    canvas.save()
    return out.getvalue(), last.places()


def protect(pdf: bytes, password: str) -> bytes:
    """The same pages, unreadable without the password (AES-256). A forgotten password cannot be recovered."""
    from pypdf import PdfWriter  # 22 MB and a quarter of a second, for the few reports that are locked

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings name letters of the password
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.pdf_header = "%PDF-2.0"  # the first that knows this lock
    # PDF 2.0 reads "x²" as "x2", and so does Acrobat; other readers take what was typed. Each finds its own of the two
    # passwords, and both open everything; pypdf prepares text and takes bytes as they are.
    as_typed: Any = password.encode()
    writer.encrypt(user_password=as_typed, owner_password=password, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _after(journal: Journal, period: Span, today: dt.date) -> Facts | None:
    """What was written down since the period ended; None: that was before yesterday, and it is not looked at."""
    day = first_day_after(period, today)
    return None if day is None else without_private(journal.facts(day, day + LOOKED_AHEAD))


def _since(
    journal: Journal,
    facts: Facts,
    products: Mapping[str, Product],
    about: VisitFacts,
    options: ReportOptions,
    until: dt.date,
    last: dt.date,
    told: Sequence[Noted],
) -> SinceReport:
    """What changed since the ``last`` report, on the days before this one's period too."""
    next_day = last + dt.timedelta(days=1)
    labs = lab_results(journal, Span(min(next_day, until), until))
    new = new_products(facts, products, range((next_day - facts.first).days, facts.days))
    return since_report(about, options, last, until, labs, new, told)


def _since_then(period: Span, reported: dt.date | None) -> Span:
    """The period, from the day of the last report on if that is earlier."""
    return Span(min(period.first, reported or period.first), period.last)


def _end_page(
    canvas: TaggedCanvas, size: tuple[float, float], texts: Texts, page: PageOne, number: tuple[int, int]
) -> None:
    if number[0] > 1:
        draw_whose(canvas, size, page.identity, page.period)
    draw_footer(canvas, size, page.footer, page.made, texts("Page {n} of {of}", n=number[0], of=number[1]))
    canvas.showPage()
