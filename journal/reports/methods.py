"""The last page: how every figure is made, in one page, with what this report was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from journal import __version__
from journal.core.facts import Facts
from journal.insights.summary import Quality
from journal.reports.fonts import BOLD, REGULAR
from journal.reports.layout import MARGIN
from journal.reports.printed import INK, paragraph, plain, strong, style
from journal.texts import Texts

if TYPE_CHECKING:
    from journal.reports.content import Told

_SIZES = (7.8, 7.4, 7.0)  # the first at which the page holds everything; nothing is printed below 7 points
_BOTTOM = MARGIN + 26


# Every term and rule with its minimum, in the order of page 1.
_METHODS = (
    (
        "Day",
        (
            "A calendar day in the UTC offset kept with each entry; it begins at the hour the person set (usually"
            " 04:00). Weeks are blocks of 7 days counted back from the end of the period."
        ),
    ),
    (
        "State of a day",
        (
            "Used: at least one dose. Without, confirmed: the person marked the day “none today”. Other: some "
            "other entry, or use whose number is not known. Not recorded: no entry; never counted as zero."
        ),
    ),
    (
        "Known-use day",
        "A day that is used or confirmed without. Amounts and doses use only these.",
    ),
    (
        "Amount of a day",
        (
            "Grams of leaf products. A day is left out if a dose has no weight or no product. Extract and 7-OH "
            "have a line of their own and are never added; a day with only those has no leaf amount. Days "
            "confirmed without count as 0."
        ),
    ),
    (
        "Single dose",
        "One entry; entries close together are not joined.",
    ),
    (
        "Hours between doses",
        "Between consecutive leaf doses of the same day; nights are left out.",
    ),
    (
        "Symptom of a day",
        "Median of that day’s ratings (0–10), ratings before and after doses included. A skipped rating is no rating.",
    ),
    (
        "Medians and middle 50 %",
        (
            "Over days (doses for single dose, gaps for hours between), quartiles by linear interpolation; from 5"
            " days on. Last 7 days: from 4 days on."
        ),
    ),
    (
        "Last 28, 28 before",
        (
            "Four whole weeks each. A change is printed from 14 days in both. It is called clear only if every "
            "weekly median of one period lies above or below every one of the other (weeks with 4 or more days; 4"
            " and 3 weeks at least) and the change is larger than the weekly medians of a period vary (highest "
            "minus lowest, mean of both periods). Otherwise it is within the usual week-to-week variation (≈)."
        ),
    ),
    (
        "Trend",
        (
            "Theil–Sen slope of weekly medians with Sen’s 95 % interval; from 6 usable weeks, weak below 10. "
            "Rising or falling only if the interval leaves out 0 and the change over the period is at least 15 % "
            "of the median. “No clear trend” does not mean that there is none."
        ),
    ),
    (
        "Line in the chart",
        "Median of 7 days around each day with at least 4 values; broken where nothing is recorded.",
    ),
    (
        "Before and after a dose",
        (
            "Ratings of the main symptom up to 60 minutes before (5 after) and 45 to 120 minutes after a dose, "
            "with no other dose between; what the person linked comes first; each rating is used once. Not a "
            "measure of effect: doses are taken when a symptom is strong, so part of any fall is expected without"
            " one."
        ),
    ),
    (
        "Side effects",
        "Days with a rating above 0; the denominator is recorded days.",
    ),
    (
        "Noted later",
        "Within the hour: written at most 60 minutes after its time. Back-filled: more than 24 hours after.",
    ),
    (
        "Not used",
        "No averages of a few values, no p-values, no scores of our own, no predictions.",
    ),
)


def method_lines(texts: Texts) -> Iterator[tuple[str, str]]:
    """Every term and rule with its minimum, in the order of page 1."""
    return ((texts(term), texts(said)) for term, said in _METHODS)


def own_lines(told: Told, facts: Facts) -> Iterator[tuple[str, str]]:
    """How complete this period is, and what the report was made from."""
    texts, quality = told.texts, told.summary.quality
    yield texts("This period"), _completeness(texts, quality)
    yield texts("Noted when"), texts(
        "back-filled: {k} of {n} doses and ratings", k=texts.integer(quality.back_filled.k),
        n=texts.integer(quality.back_filled.n),
    )  # fmt: skip
    yield texts("This report"), _settings(told, facts)
    if told.printed.replaced:
        yield (
            texts("Characters"),
            texts.plural(
                "{n} character of names and texts cannot be shown in this PDF and is replaced.",
                "{n} characters of names and texts cannot be shown in this PDF and are replaced.",
                told.printed.replaced,
            ),
        )
    for text in told.printed.cut:
        yield texts("In full"), text


def _completeness(texts: Texts, quality: Quality) -> str:
    return texts(
        "entries on {recorded} of {days} days; known use on {known}; left out of gram figures: {weight} days with a "
        "weight or product missing, {other} days with extract, 7-OH or other products only; other entries only on "
        "{only} days",
        recorded=texts.integer(quality.recorded), days=texts.integer(quality.days), known=texts.integer(quality.known),
        weight=texts.integer(quality.weight_missing_days), other=texts.integer(quality.no_leaf_days),
        only=texts.integer(quality.other_days),
    )  # fmt: skip


def _settings(told: Told, facts: Facts) -> str:
    texts, options = told.texts, told.options
    yes, no = texts("yes"), texts("no")
    return texts(
        "Leaf Journal {version}; day begins at {start}; name {name}; warning symptoms {warnings}; thoughts of suicide "
        "{suicidal}; fingerprint of the data {mark}",
        version=__version__, start=f"{facts.day_start // 60:02d}:{facts.day_start % 60:02d}",
        name=yes if options.name else no, warnings=yes if options.warnings else no,
        suicidal=yes if options.suicidal else no, mark=fingerprint(facts),
    )  # fmt: skip


def fingerprint(facts: Facts) -> str:
    """The same for the same entries: 16 letters of a SHA-256."""
    plain_facts = (str(facts.first), str(facts.last), facts.day_start, facts.doses, facts.ratings, facts.marks)
    told = repr((*plain_facts, facts.notes)).encode()
    return hashlib.sha256(told).hexdigest()[:16]


def draw_methods(canvas: Canvas, size: tuple[float, float], told: Told, facts: Facts) -> None:
    """Draw the page, at the largest of three sizes that holds it all."""
    texts = told.texts
    lines = [*method_lines(texts), *own_lines(told, facts)]
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, 12)
    top = size[1] - MARGIN - 12
    canvas.drawString(MARGIN, top, texts("How these figures are made"))
    width, room = size[0] - 2 * MARGIN, top - 10 - _BOTTOM
    for points in _SIZES:
        blocks = [paragraph(f"{strong(term + '.')} {plain(said)}", style(points, leading=1.3)) for term, said in lines]
        heights = [block.wrap(width, 1000)[1] + points * 0.45 for block in blocks]
        if sum(heights) <= room:
            break
    y = top - 10
    for block, height in zip(blocks, heights, strict=True):
        y -= height
        if y < _BOTTOM:
            # Only texts printed in full can be so long; the page ends visibly rather than below its edge.
            canvas.setFont(REGULAR, points)
            canvas.drawString(MARGIN, _BOTTOM, "…")
            return
        block.drawOn(canvas, MARGIN, y)
