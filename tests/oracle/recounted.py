"""One made-up journal, counted by the program and by the oracle: as screens show it and as a page discloses it."""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from journal.core.entries import Symptom
from journal.core.moments import moment_now
from journal.insights.course import Course, course_of
from journal.insights.days import day_figures
from journal.insights.period import summarise_period
from journal.insights.summary import Summary
from journal.insights.without_private import without_private
from journal.logbook import Logbook
from journal.reports import ReportOptions
from journal.reports.as_chosen import as_chosen
from journal.reports.pdf import make_pdf
from journal.texts import english
from journal.texts.names import symptom_name
from tests.journals import FixedClock
from tests.oracle.batches import Batches
from tests.oracle.compared import differences
from tests.oracle.completeness import completeness
from tests.oracle.course import told
from tests.oracle.doubled import Found
from tests.oracle.health import may_tell
from tests.oracle.labels import plain, stands
from tests.oracle.later import AfterPeriod
from tests.oracle.made_up import period_of, write_journal
from tests.oracle.printed import CHART_LATER, FIGURES_LATER, GLANCE_LATER, Expected
from tests.oracle.read_back import pages_of
from tests.oracle.reading import File, number
from tests.oracle.recomputed import recompute, recompute_course
from tests.oracle.sign_days import sign_days
from tests.oracle.since_report import SinceReport
from tests.oracle.visited import Visited
from tests.oracle.warned import Box, Now

Template = Callable[[str | None], Path]
TEXTS = english()
WINDOWS = ("last7", "last28", "before28")


class Beside(NamedTuple):
    """Of what is taken beside kratom and of health: what is missing, and what no page may name."""

    missing: list[str]
    unnamed: list[str]


class Recounted:
    """The journal of one seed in a folder, and both counts of it."""

    def __init__(self, seed: int, folder: Path, templates: Template) -> None:
        self.path, self.clock, self.period = folder / f"{seed}.leaf", FixedClock(), period_of(seed)
        self.options = ReportOptions(
            self.period, "letter" if seed % 2 else "a4", goal="sleep better",
            suicidal=seed % 3 == 1, notes=seed % 4 < 3,
            alcohol=seed % 2 == 0, cannabis=seed % 5 == 0, other_substances=(None, True)[seed % 2], mood=seed % 3 == 0,
        )  # fmt: skip
        if not self.path.exists():
            shutil.copyfile(templates(None), self.path)
            write_journal(self.path, seed)
        span = (self.period.first, self.period.last)
        self.page, self.screen = (recompute(self.path, *span, page, self._mood or not page) for page in (True, False))
        self.course = {page: recompute_course(self.path, *span, page, self._mood) for page in (True, False)}
        self.figures_later = False  # whether page 1, when it was read, had no room for its key figures

    def open(self) -> Logbook:
        """The journal, to be closed by the caller."""
        return Logbook.open(self.path, None, clock=self.clock)

    def summary(self, page: bool) -> Summary:
        """The program's."""
        with self.open() as book:
            told = as_chosen(book, self.options) if page else book
            # More days than the period has: what lies outside must not be looked at.
            facts = told.facts(self.period.first - dt.timedelta(days=40), self.period.last + dt.timedelta(days=5))
            products = {each.id: each for each in book.all_products()}
            return summarise_period(without_private(facts) if page else facts, products, told.symptoms(), self.period)

    @property
    def _mood(self) -> bool:
        """Whether scales of mood are told."""
        return self.options.mood is True

    def told_course(self, page: bool) -> Course:
        """The program's."""
        with self.open() as book:
            told = as_chosen(book, self.options) if page else book
            facts = told.facts(self.period.first, self.period.last)
            facts = without_private(facts) if page else facts
            products = {each.id: each for each in book.all_products()}
            days, symptoms = day_figures(facts, products), told.symptoms()
            summary = summarise_period(facts, products, symptoms, self.period, days)
            changed = book.changed_later(self.period.first, self.period.last)
            changed = [each for each in changed if not (page and each.private)]
            return course_of(facts, days, symptoms, summary, self._mood, changed)

    def wrong_numbers(self) -> list[str]:
        """Where program and oracle differ."""
        page = [f"page{each}" for each in differences(self.summary(page=True), self.page)]
        page += [f"screen{each}" for each in differences(self.summary(page=False), self.screen)]
        for private, found in self.course.items():
            page += [f"course {private}{each}" for each in differences(self.told_course(private), found)]
        return page

    def missing_words(self) -> list[str]:
        """What the page should say and does not. Needs a Qt application."""
        with self.open() as book:
            pages = pages_of(make_pdf(book, self.options, TEXTS, moment_now(self.clock)))
            symptoms = {each.id: symptom_name(TEXTS, each) for each in book.symptoms()}
            inside = {each.id: _inside(each) for each in book.symptoms()}
            products = {each.id: each.name for each in book.all_products()}
        whole, later = " ".join(pages), " ".join(pages[1:])
        after, taken_later, last = self._after_period(products)
        wide, *narrower = (
            Expected(self.page, symptoms, products, narrow, bool(after), full)
            for full in (False, True)
            for narrow in range(4)
        )
        missing = [f"page 1: {plain(said)}" for said in wide.page_one() if not stands(said, pages[0])]
        below_chart = later if GLANCE_LATER in pages[0] else pages[0]
        missing += [f"below the chart: {plain(said)}" for said in wide.trends() if not stands(said, below_chart)]
        missing += self._missing_figures(pages, wide, narrower)
        missing += [
            f"any page: {plain(forms[0])}"
            for forms in zip(wide.all_pages(), *(each.all_pages() for each in narrower), strict=True)
            if not any(stands(each, whole) for each in forms)
        ]
        wanted = [*told(self.course[True], symptoms), *completeness(self.page, self.course[True]["written"])]
        missing += [f"later pages: {plain(each)}" for each in wanted if not stands(each, later)]
        for row, listed in wide.side_effects():
            if not stands(row, pages[0]) and listed not in later:
                missing.append(f"side effects: {listed}")
        span, ticked = (self.period.first, self.period.last), self.options
        ticks = (ticked.suicidal, ticked.notes, ticked.measurements)
        box = Box(self.path, span, _now(self.clock), inside, *ticks, lambda name: may_tell(ticked, name))
        if f"{box.said()} In own words" not in pages[0]:
            missing.append(f"warning symptoms: {box.said()}")
        missing += [f"days of warning symptoms: {said}" for said in sign_days(box) if said not in later]
        doses = f"{after} Change" if self.page["groups"] and after else after
        if not stands(doses, pages[0]) or (not after and ("After this" in whole or "not looked at." in whole)):
            missing.append(f"after the period: {plain(after) or 'nothing'}")
        if not stands(last, pages[0]) or (not last and "Last dose written" in whole):
            missing.append(f"last dose: {last or 'nothing'}")
        named = {each["product"] for each in self.page["products"]} | taken_later
        batches = self._batches(inside, products)
        missing += [f"batches: {said}" for said in batches.wrong(later)]
        visited = self._visited(pages[0], later, {key: products[key] for key in named if key is not None}, box.since)
        missing += visited.missing
        of_batches = named | batches.products_named
        of_visit = [name for name in visited.unnamed if name not in box.taken_names()]
        unnamed = [*self._unnamed(symptoms, products, box, of_batches), *of_visit]
        missing += [f"should not be named: {each}" for each in unnamed if each in whole]
        box.close()
        return missing

    def _missing_figures(self, pages: list[str], wide: Expected, narrower: list[Expected]) -> list[str]:
        """The key figures stand on page 1, or on page 2 if page 1 says so and has given up its chart, too.

        There nothing gives way but quartiles known in part, which push the columns together.
        """
        self.figures_later = FIGURES_LATER in pages[0]
        if self.figures_later:
            missing = [
                f"page 2: {plain(forms[0])}"
                for forms in zip(wide.key_figures(), narrower[0].key_figures(), strict=True)
                if not any(stands(each, pages[1]) for each in forms)
            ]
            chart_is_later = any(words in pages[0] for words in CHART_LATER)
            return missing if chart_is_later else [*missing, "page 1: key figures, as its chart has not given way"]
        return [
            f"page 1: {plain(forms[0])}"
            for forms in zip(wide.key_figures(), *(each.key_figures() for each in narrower), strict=True)
            if not any(stands(each, pages[0]) for each in forms)
        ]

    def _after_period(self, products: dict[str, str]) -> tuple[str, set[str], str]:
        """What is to be said of doses after the period, the products that it names, and of the last dose."""
        file = File(self.path, number(self.period.first), number(self.period.last), page=True)
        try:
            first, last = number(self.period.first), number(self.period.last)
            after, long = AfterPeriod(file, first, last, _now(self.clock), products), self.period.days > 365
            told = bool(self.page["groups"] or after.said(long))
            return after.said(long), after.products, after.last_dose(long) if told else ""
        finally:
            file.close()

    def _batches(self, inside: dict[str, str], products: dict[str, str]) -> Batches:
        """What is to be said of batches."""
        file = File(self.path, number(self.period.first), number(self.period.last), page=True)
        try:
            return Batches(file, self.options, inside, products)
        finally:
            file.close()

    def _visited(
        self, first: str, later: str, products: dict[str, str], signs_since: Callable[[int], list[str]]
    ) -> Beside:
        """Medicines, alcohol, function, values, conditions, and what is new since the last report: what is missing, and
        names that must not stand. ``products``: those that the pages name.
        """
        file = File(self.path, number(self.period.first), number(self.period.last), page=True)
        try:
            visited = Visited(file, self.options, _now(self.clock), self.page["quality"]["recorded28"]["k"])
            missing = [f"page 1: {said}" for said in visited.page_one() if said not in first]
            missing += [f"later pages: {said}" for said in visited.later_pages() if said not in later]
            since = SinceReport(file, self.options, _now(self.clock), products, signs_since)
            missing += since.wrong(later)
            told = since.substances()
            return Beside(missing, [name for name in visited.unnamed() if name not in told])
        finally:
            file.close()

    def _unnamed(self, symptoms: dict[str, str], products: dict[str, str], box: Box, taken: set[str]) -> Iterator[str]:
        """Products and symptoms that a page has no cause to name; private entries are none."""
        yield from (name for key, name in products.items() if key not in taken)
        named = {self.page["main"], self.page["second"], *self.page["withdrawal"]["symptoms"], *box.symptoms}
        named |= {each["symptom"] for each in self.page["side_effects"]} | {*self.page["never_rated"]}
        told = self.course[True]["symptoms"]
        named |= {each["symptom"] for each in told["shown"]} | {each for each, _ in told["few"]} | {*told["more"]}
        named |= {each["symptom"] for each in self.course[True]["weeks"]["rows"]}
        yield from (name for key, name in symptoms.items() if key not in named)


def _inside(symptom: Symptom) -> str:
    name = symptom_name(TEXTS, symptom)
    return name if symptom.name or symptom.code is None else name[:1].lower() + name[1:]


def _now(clock: FixedClock) -> Now:
    at = moment_now(clock)
    return Now(at.utc_ms, at.local)


def outcomes(found: Found) -> Counter[str]:
    """Which outcomes of the rules a summary holds, so that a test can say that all of them came up."""
    return Counter(_outcomes(found))


def _outcomes(found: Found) -> Iterator[str]:
    for group in found["groups"]:
        yield from (f"group {group['group']}", f"unit {group['unit']}")
        yield from (key for key in ("new_on", "by_label", "current") if group[key])
        for key in ("days_taken", "amount", "doses", "largest_day"):
            yield from _of_measure(key, group[key])
    for key in ("gap", "night", "main_measure", "second_measure", "days_without"):
        yield from _of_measure(key.removesuffix("_measure"), found[key])
    yield from (key for key in ("new_products", "never_rated", "side_effects") if found[key])
    yield "before first" if found["withdrawal"]["before_first"]["k"] else "not before first"
    yield "rated before first" if found["withdrawal"]["before_first"]["n"] else "not rated before first"
    yield "left out" if found["quality"]["left_out_doses"] else "nothing left out"
    yield f"{len(found['groups'])} groups"
    yield f"pairs {found['before_and_after']['missing']}"


def _of_measure(key: str, measure: dict[str, Any] | None) -> Iterator[str]:
    if measure is None:
        return
    for window in WINDOWS:
        figure = measure[window]
        yield f"{key} {figure['missing']}"
        if any(each and each["at_least"] for each in (figure["value"], figure["low"], figure["high"])):
            yield f"{key} at least"
    if measure["trend"] is not None:
        yield f"{key} {measure['word']}"
        yield from (f"{name} trend" for name in ("since", "began") if measure["trend"][name] is not None)
