"""Every sentence and number of page 1, in the order of the page; the layout only places them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from journal import __version__
from journal.charts.glyphs import one_line
from journal.charts.overview import OverviewData, new_product_events, overview_data
from journal.charts.pairs import PairsData, pairs_data
from journal.core.entries import Product, Symptom
from journal.core.facts import Facts
from journal.core.moments import Moment
from journal.insights.cells import change_text, figure_text
from journal.insights.completeness import chosen_products
from journal.insights.days import day_figures
from journal.insights.period import summarise_period
from journal.insights.summary import Comparison, Row, Span, Summary
from journal.insights.wording import Sentence, headline, pairs_caption, title_of, trend_sentence, trust_sentence
from journal.reports.fonts import REGULAR
from journal.reports.options import ReportOptions
from journal.reports.printed import Printed
from journal.reports.visit import visit_rows
from journal.reports.warning_symptoms import WarningBox, warning_box, warning_text
from journal.texts import Texts
from journal.texts.names import symptom_name

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with its quiet note, and rows of cells or, where there are none, a sentence."""

    title: str
    note: str = ""
    head: tuple[str, ...] = ()
    rows: Rows = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class PageOne:
    """What page 1 says."""

    title: str
    identity: str
    period: str
    trust: Sentence
    warning: WarningBox
    words: str
    stated: str
    headline: tuple[Sentence, ...]
    figures: Block
    visit: Block
    glance: Block
    overview: OverviewData
    trend: Sentence
    pairs: Block
    changes: PairsData
    side_effects: Block
    warnings: Block
    products: Block
    made: str


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that the pages are made of, with every name already printable."""

    texts: Texts
    summary: Summary
    options: ReportOptions
    symptoms: Mapping[str, Symptom]
    names: Mapping[str, str]
    products: Mapping[str, str]
    made_at: Moment
    printed: Printed


def told(
    facts: Facts,
    products: Mapping[str, Product],
    symptoms: Sequence[Symptom],
    options: ReportOptions,
    texts: Texts,
    made_at: Moment,
) -> Told:
    """Summarise the period and make the names printable; only those that the pages say count as printed."""
    printed, summary = Printed(), summarise_period(facts, products, symptoms, options.period)
    taken = {each.product for each in summary.products} | {each.product for each in summary.new_products}
    rated = {summary.main, summary.second, *(each.symptom for each in summary.side_effects)}
    rated |= {each.symptom for each in summary.warnings}
    names = {each.id: symptom_name(texts, each) for each in symptoms}
    return Told(
        texts,
        summary,
        options,
        {each.id: each for each in symptoms},
        {key: printed.words(name) if key in rated else one_line(name) for key, name in names.items()},
        {key: printed.words(each.name) for key, each in products.items() if key in taken},
        made_at,
        printed,
    )


def page_one(told: Told, facts: Facts, products: Mapping[str, Product]) -> PageOne:
    """Page 1 of the report. ``facts`` hold at least the period."""
    texts, summary = told.texts, told.summary
    return PageOne(
        title=texts("Kratom use and symptom summary"),
        identity=_identity(told),
        period=_period(texts, summary.period),
        trust=trust_sentence(texts, summary.quality),
        warning=warning_box(told),
        words=told.printed.words(told.options.words),
        stated=_stated(told),
        headline=headline(texts, summary, _short_names(told)),
        figures=_figures(told),
        visit=Block(texts("For the visit"), rows=visit_rows(texts, summary)),
        glance=_glance(texts, summary.period),
        overview=_overview(told, facts, products),
        trend=trend_sentence(texts, summary, "amount", told.names),
        pairs=_pairs(told),
        changes=pairs_data([each.change for each in summary.pairs.pairs], summary.pairs.days, texts),
        side_effects=_side_effects(told),
        warnings=Block(texts("Warning symptoms"), text=warning_text(told)),
        products=_products(told),
        made=_made(texts, told.made_at),
    )


# --- who and when ---------------------------------------------------------------------------------------------------


def _identity(told: Told) -> str:
    texts, options = told.texts, told.options
    name = told.printed.words(options.name) or "________________________"
    if options.birth_year is None:
        return texts("Name: {name}", name=name)
    return texts("Name: {name}    Born: {year}", name=name, year=options.birth_year)


def _stated(told: Told) -> str:
    """ "Goal: cut down · Planned: operation on 30 June"; what is not stated is left out."""
    texts, options = told.texts, told.options
    goal, planned = (told.printed.words(each) for each in (options.goal, options.planned))
    parts = (goal and texts("Goal: {goal}", goal=goal), planned and texts("Planned: {planned}", planned=planned))
    return " · ".join(filter(None, parts))


def _period(texts: Texts, period: Span) -> str:
    first, last = (texts.short_day(each) for each in (period.first, period.last))
    return texts.plural("Period: {first} – {last} ({n} day)", "Period: {first} – {last} ({n} days)", period.days,
                        first=first, last=last)  # fmt: skip


def _made(texts: Texts, at: Moment) -> str:
    minutes = abs(at.offset_s) // 60
    offset = f"{'−' if at.offset_s < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"
    day, time = texts.short_day(at.local.date()), texts.time(at.local)
    return texts(
        "Made offline on {day}, {time} (UTC{offset}), Leaf Journal {version}",
        day=day, time=time, offset=offset, version=__version__,
    )  # fmt: skip


def _short_names(told: Told) -> dict[str, str]:
    """Names as the headline has room for them; in full on the last page."""
    return {key: told.printed.fitted(name, 160, 9, bold=True) if key == told.summary.main else name
            for key, name in told.names.items()}  # fmt: skip


# --- tables ---------------------------------------------------------------------------------------------------------

_LABELS = {
    "amount": "Amount, g a day", "doses": "Doses a day", "single_dose": "Single dose, g",
    "gap": "Hours between doses", "largest_day": "Largest day, g", "days_without": "Days without, confirmed",
    "main": "{name} 0–10", "second": "{name} 0–10", "days_recorded": "Days recorded",
}  # fmt: skip


def _figures(told: Told) -> Block:
    texts, summary = told.texts, told.summary
    rows = tuple(
        (
            _label(told, key, label),
            figure_text(texts, key, summary.rows[key].last7),
            figure_text(texts, key, summary.rows[key].last28),
            figure_text(texts, key, summary.rows[key].before28),
            _change(texts, key, summary.rows[key]),
        )
        for key, label in _LABELS.items()
        if key != "second" or summary.second is not None
    )
    return Block(
        texts("Key figures"),
        texts("median [middle 50 % of days], leaf only"),
        ("", texts("Last 7"), texts("Last 28 days"), texts("28 before"), texts("Change")),
        rows,
        texts("≈ within the usual week-to-week variation    † too few weeks to compare"),
    )


_LABEL_ROOM = 145  # points at 7.6 for a label and the cell beside it: every built-in name is whole


def _label(told: Told, key: str, label: str) -> str:
    """The row's name; of a symptom's long one so much that the scale is still said."""
    texts, summary = told.texts, told.summary
    if "{" not in label:
        return texts(label)
    chosen = summary.main if key == "main" else summary.second
    if chosen is not None and told.symptoms[chosen].higher_is_better:
        label = "{name} (10 best)"  # else a higher number would be taken for a worse one
    beside = texts(label, name="") + figure_text(texts, key, summary.rows[key].last7)
    room = _LABEL_ROOM - stringWidth(beside, REGULAR, 7.6)
    return texts(label, name=told.printed.fitted(title_of(texts, summary, key, told.names), room, 7.6))


def _change(texts: Texts, key: str, row: Row) -> str:
    """As everywhere, but with a sign for what the column has no room for."""
    said, change = change_text(texts, key, row), row.change
    if change is None or change.value is None or change.comparison is not Comparison.TOO_FEW_WEEKS:
        return said
    bare = change_text(texts, key, replace(row, change=replace(change, comparison=Comparison.HIGHER)))
    return said if bare == said else f"{bare} †"


def _side_effects(told: Told) -> Block:
    texts, summary = told.texts, told.summary
    title, note = texts("Side effects"), texts("days, last 28 / before")
    rows = tuple(
        (told.names[each.symptom], _worst(texts, each.worst), f"{each.last28} / {each.before28}")
        for each in summary.side_effects[:5]
    )
    if rows:
        return Block(title, note, ("", texts("worst"), texts("days")), rows)
    if not summary.side_effects_tracked:
        return Block(title, text=texts("Not tracked."))
    n = summary.side_effect_days.n + summary.side_effect_days_before.n
    none = texts.plural("No side effects noted on {n} recorded day.", "No side effects noted on {n} recorded days.", n)
    return Block(title, note, text=none)


def _worst(texts: Texts, worst: int | None) -> str:
    return "–" if worst is None else texts.integer(worst)


def _products(told: Told) -> Block:
    texts, uses = told.texts, told.summary.products
    title, note = texts("Products"), texts("share of grams, doses")
    if not uses:
        return Block(title, text=texts("No product names recorded."))
    rows = tuple(
        (told.products.get(each.product, ""), _share(texts, each.grams_share), texts.integer(each.doses))
        for each in chosen_products(uses)
    )
    said = texts("Names are vendor labels, not verified contents.")
    if unnamed := told.summary.unnamed_doses:
        counted = texts.plural("{n} dose names no product.", "{n} doses name no product.", unnamed)
        said = texts("{said} {going}", said=counted, going=said)
    return Block(title, note, rows=rows, text=said)


def _share(texts: Texts, share: float | None) -> str:
    return texts("not known") if share is None else texts("{n} %", n=texts.integer(round(100 * share)))


# --- charts ---------------------------------------------------------------------------------------------------------


def _glance(texts: Texts, period: Span) -> Block:
    if period.days % 7 == 0:
        return Block(texts.plural("{n} week at a glance", "{n} weeks at a glance", period.days // 7))
    return Block(texts.plural("{n} day at a glance", "{n} days at a glance", period.days))


def _overview(told: Told, facts: Facts, products: Mapping[str, Product]) -> OverviewData:
    period, main = told.summary.period, told.summary.main
    skipped = (period.first - facts.first).days
    days = day_figures(facts, products)[skipped : skipped + period.days]
    ratings: list[list[int]] = [[] for _ in range(period.days)]
    for rating in facts.ratings:
        index = facts.index_of(rating.local_ms) - skipped
        if rating.symptom == main and rating.value is not None and 0 <= index < period.days:
            ratings[index].append(rating.value)
    events = new_product_events(told.texts, told.summary, told.products)
    return overview_data(days, ratings, told.texts, None if main is None else told.names[main], events)


def _pairs(told: Told) -> Block:
    texts, main = told.texts, told.summary.main
    name = "" if main is None else told.printed.fitted(told.names[main], 120, 7.2)
    caption = pairs_caption(texts, told.summary.pairs, name)
    return Block(texts("Before → after a dose"), texts("last 28 days"), text=caption)
