"""Every sentence and number of page 1, in the order of the page; the layout only places them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from journal import __version__
from journal.charts.before_and_after import BeforeAndAfterData, before_and_after_data
from journal.charts.glyphs import one_line
from journal.charts.group_days import groups_shown
from journal.charts.overview import OverviewData, new_group_events, overview_data
from journal.core import limits
from journal.core.entries import Condition, Product, Symptom
from journal.core.figure_facts import Facts
from journal.core.moments import Moment
from journal.core.warning_facts import WarningFacts
from journal.core.warning_words import sign_code
from journal.insights.after_period import Later
from journal.insights.days import DayFigures
from journal.insights.measures import ratings_by_symptom
from journal.insights.summary import Share, Span, Summary
from journal.insights.wording import Sentence, entries_sentence
from journal.reports.below_chart import (
    BeforeAndAfterBlock,
    EffectsBlock,
    ProductsBlock,
    before_and_after_block,
    effects_block,
    products_block,
)
from journal.reports.figure_rows import FigureGroup, column_heads, page_groups
from journal.reports.health_pages import attempts_in_short
from journal.reports.options import ReportOptions
from journal.reports.page_inputs import PageInputs, numbers_of_alike
from journal.reports.page_one_lines import Line, lines
from journal.reports.printed import Printed, theme
from journal.reports.trend_sentences import trends
from journal.reports.visit import Field, Visit, health_fields, visit
from journal.reports.visit_shown import VisitShown
from journal.reports.warning_symptoms import WarningBox, signs_told, warning_box
from journal.texts import Texts
from journal.texts.names import symptom_name, ten_best
from journal.texts.rescue_words import names_of_missing

NEARLY_ALL = 0.9  # of what was written down, from here on in place of "more than half"


@dataclass(frozen=True, slots=True)
class PageOne:
    """What page 1 says. What the person leaves out is None, or empty.

    ``no_pairs``: that no dose has a rating before and after it; a sentence then, and no block.
    """

    title: str
    identity: str
    period: str
    trust: tuple[Sentence, ...]
    warning: WarningBox
    words: str
    wants: str
    planned: str
    attempts: str
    questions: tuple[str, ...]
    lines: tuple[Line, ...]
    heads: tuple[str, ...]
    groups: tuple[FigureGroup, ...]
    visit: Visit
    short_visit: Visit
    health: tuple[Field, ...]
    glance: str
    overview: OverviewData | None
    trend: tuple[Sentence, ...]
    before_and_after: BeforeAndAfterBlock | None
    no_pairs: BeforeAndAfterBlock | None
    changes: BeforeAndAfterData
    effects: EffectsBlock
    products: ProductsBlock | None
    footer: str
    made: str


def page_inputs(
    summary: Summary,
    products: Mapping[str, Product],
    symptoms: Sequence[Symptom],
    options: ReportOptions,
    texts: Texts,
    made_at: Moment,
    named: frozenset[str] = frozenset(),
    later: Later | None = None,
    shown: VisitShown | None = None,
    printed: Printed | None = None,
) -> PageInputs:
    """Make the names printable; only those that the pages say count as printed. ``named``: symptoms that are told
    beside those of the summary; ``shown``: what else is told.
    """
    printed, later = printed or Printed(), later or Later()
    taken = {use.product for use in summary.products} | {key for group in later.groups for key in group.products}
    taken = taken if options.products else set()
    rated = _rated(summary) | named
    names = {symptom.id: symptom_name(texts, symptom) for symptom in symptoms}
    alike = numbers_of_alike(texts, {key: name for key, name in names.items() if key in rated})
    names = {key: name + alike.get(key, "") for key, name in names.items()}
    return PageInputs(
        texts,
        summary,
        options,
        {symptom.id: symptom for symptom in symptoms},
        {key: printed.words(name) if key in rated else one_line(name, theme().others) for key, name in names.items()},
        {key: printed.words(product.name) for key, product in products.items() if key in taken},
        products,
        made_at,
        printed,
        later,
        shown or VisitShown(),
        alike=alike,
    )


def _rated(summary: Summary) -> set[str | None]:
    """The symptoms that the figures are of."""
    effects = {effect.symptom for effect in summary.side_effects}
    return {summary.main, summary.second, *effects, *summary.never_rated, *summary.withdrawal.symptoms}


def page_one(inputs: PageInputs, facts: Facts, days: Sequence[DayFigures], warning: WarningFacts) -> PageOne:
    """Page 1 of the report. ``facts`` and ``days`` are what the summary was made of: those of the period."""
    told = signs_told([*inputs.symptoms.values()], warning, inputs.options, inputs.summary.period, inputs.made_at)
    codes = (sign_code(inputs.symptoms[rating.symptom]) for rating in told)
    inputs = replace(inputs, signs_told=frozenset(filter(None, codes)))
    texts, summary, options = inputs.texts, inputs.summary, inputs.options
    pairs, doses = summary.before_and_after.pairs, summary.before_and_after.doses
    return PageOne(
        title=texts("Kratom use and symptom summary"),
        identity=_identity(inputs),
        period=_period(texts, summary.period),
        trust=_trust(inputs),
        warning=warning_box(inputs, warning),
        words=inputs.printed.words(inputs.options.words),
        wants=_goal(inputs),
        planned=_planned(inputs),
        attempts=attempts_in_short(inputs),
        questions=_questions(inputs),
        lines=lines(inputs),
        heads=column_heads(inputs),
        groups=page_groups(inputs) if options.key_figures else (),
        visit=visit(inputs),
        short_visit=visit(replace(inputs, names_in_row=1)),
        health=health_fields(inputs),
        glance=_glance(texts, summary.period),
        overview=_overview(inputs, facts, days) if options.glance else None,
        trend=trends(inputs) if options.glance else (),
        before_and_after=before_and_after_block(inputs) if options.before_after and pairs else None,
        no_pairs=before_and_after_block(inputs) if options.before_after and doses and not pairs else None,
        changes=before_and_after_data([pair.change for pair in pairs], summary.before_and_after.days, texts),
        effects=effects_block(inputs),
        products=products_block(inputs) if options.products else None,
        footer=_footer(texts, options.methods),
        made=_made(texts, inputs.made_at),
    )


# --- who and when ---------------------------------------------------------------------------------------------------


def _identity(inputs: PageInputs) -> str:
    texts, options = inputs.texts, inputs.options
    name = inputs.printed.words(options.name) or "________________________"
    if options.birth_year is None:
        return texts("Name: {name}", name=name)
    return texts("Name: {name}    Born: {year}", name=name, year=options.birth_year)


def _period(texts: Texts, period: Span) -> str:
    first, last = (texts.short_day(day) for day in (period.first, period.last))
    return texts.plural("Period: {first} – {last} ({n} day)", "Period: {first} – {last} ({n} days)", period.days,
                        first=first, last=last)  # fmt: skip


def _footer(texts: Texts, methods: bool) -> str:
    words = texts("A personal journal, not a medical record; no diagnosis or advice.")
    return f"{words} {texts('How the figures are made: at the end.')}" if methods else words


def _made(texts: Texts, at: Moment) -> str:
    minutes = abs(at.offset_s) // 60
    offset = f"{'−' if at.offset_s < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
    day, time = texts.short_day(at.local.date()), texts.time(at.local)
    return texts(
        "Made offline on {day}, {time} (UTC{offset}), Leaf Journal {version}. Not checked by a clinician.",
        day=day, time=time, offset=offset, version=__version__,
    )  # fmt: skip


def _written_later(texts: Texts, late: Share) -> str:
    """How much was written long after its time, where that is most of it."""
    hours = texts.integer(limits.LATE_HOURS)
    if not late.n or 2 * late.k <= late.n:
        return ""
    if late.k == late.n:
        return texts("All doses and ratings were written more than {hours} hours later.", hours=hours)
    if late.k >= NEARLY_ALL * late.n:
        return texts("Nearly all doses and ratings were written more than {hours} hours later.", hours=hours)
    return texts("More than half was written more than {hours} hours later.", hours=hours)


def _trust(inputs: PageInputs) -> tuple[Sentence, ...]:
    """Where it comes from, how complete it is, and what unrecorded days may hide."""
    texts, quality = inputs.texts, inputs.summary.quality
    entries = entries_sentence(texts, quality)
    sentences = [
        Sentence(entries.lead, texts("Written down by the patient; not checked.")),
        Sentence(entries.text),
    ]
    if missing := names_of_missing(texts, inputs.not_brought_back):
        sentences.insert(
            0, Sentence(texts("Part of the journal was lost to damage of its file: {names}.", names=missing))
        )
    if quality.recorded < quality.days:
        sentences[-1] = Sentence(entries.text, texts("Grey = nothing recorded, never zero."))
        sentences.append(Sentence("", texts("Unrecorded days may differ: busy days are written down less often.")))
    if words := _written_later(texts, quality.back_filled):
        sentences.append(Sentence(words))
    if inputs.made_at.local.date() > inputs.summary.period.last:
        last = inputs.day(inputs.summary.period.last)
        sentences.append(Sentence(texts("No figure counts what came after {day}.", day=last)))
    if inputs.summary.before28 is None:
        chosen = texts.plural("Only {n} day chosen: no comparison.", "Only {n} days chosen: no comparison.",
                              quality.days)  # fmt: skip
        sentences.append(Sentence(chosen))
    if out := quality.left_out_doses:
        counted = texts.plural(
            "{n} dose was written down and is left out.", "{n} doses were written down and are left out.", out
        )
        sentences.append(Sentence(counted))
    if unsaid := quality.kind_missing_days.k:
        days = texts.plural("{k} of {n} day with doses", "{k} of {n} days with doses", quality.kind_missing_days.n,
                            k=texts.integer(unsaid))  # fmt: skip
        sentences.append(Sentence(texts("Kind not said on {days}.", days=days)))
    return tuple(sentences)


def _goal(inputs: PageInputs) -> str:
    goal = inputs.printed.words(inputs.goal)
    return inputs.texts("{goal}.", goal=goal.rstrip(".")) if goal else ""


def _planned(inputs: PageInputs) -> str:
    """A planned operation or visit, as stated: never on a later page only."""
    texts = inputs.texts
    plans = [
        inputs.printed.words(inputs.options.planned).rstrip("."),
        *map(partial(_operation, inputs), inputs.visit.operations),
    ]
    planned = "; ".join(filter(None, plans))
    return texts("Planned: {planned}.", planned=planned) if planned else ""


def _questions(inputs: PageInputs) -> tuple[str, ...]:
    """The person's own; what cannot be shown of them is counted on the later page that has them all."""
    uncounted = Printed()
    return tuple(uncounted.words(question.text) for question in inputs.visit.questions)


def _operation(inputs: PageInputs, operation: Condition) -> str:
    """ "operation (hernia) on 14 Dec 2026"."""
    texts, name = inputs.texts, inputs.printed.words(operation.name)
    words = texts("operation ({name})", name=name) if name else texts("operation")
    return (
        words
        if operation.planned is None
        else texts("{what} on {day}", what=words, day=texts.short_day(operation.planned))
    )


# --- charts ---------------------------------------------------------------------------------------------------------


def _glance(texts: Texts, period: Span) -> str:
    if period.days % 7 == 0:
        return texts.plural("{n} week at a glance", "{n} weeks at a glance", period.days // 7)
    return texts.plural("{n} day at a glance", "{n} days at a glance", period.days)


def _overview(inputs: PageInputs, facts: Facts, days: Sequence[DayFigures]) -> OverviewData:
    main = inputs.summary.main
    rated = ratings_by_symptom(facts).get(main or "", {})
    ratings = [rated.get(number, []) for number in range(len(days))]
    events = new_group_events(inputs.texts, inputs.summary)
    name = None if main is None else inputs.names[main] + ten_best(inputs.texts, inputs.symptoms[main])
    return overview_data(days, ratings, inputs.texts, name, groups_shown(inputs.summary), events)
