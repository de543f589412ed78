"""The sections behind page 1: what it had no room for, in full, and how every figure is made. A new one is a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from journal.core.figure_facts import Facts
from journal.insights.course import Course
from journal.insights.days import DayFigures
from journal.reports.batch_lines import batch_lines
from journal.reports.course_blocks import Courses, WearingOff, WeekTable
from journal.reports.entry_list import EntryList
from journal.reports.entry_table import EntryTable, SetRows, set_rows
from journal.reports.figure_rows import FigureGroup, column_heads, page_groups, rest_groups
from journal.reports.health_pages import (
    Lines,
    attempt_lines,
    health_lines,
    laboratory_lines,
    question_lines,
    taken_lines,
)
from journal.reports.measured_lines import measured_lines
from journal.reports.methods import Part, method_lines
from journal.reports.own_lines import own_lines
from journal.reports.page_inputs import PageInputs
from journal.reports.page_one import PageOne
from journal.reports.pen import Block
from journal.reports.pieces import BesidePiece, ChartPiece, HeadingPiece, KeptPiece, Piece, TablePiece, text_pieces
from journal.reports.quality_lines import quality_lines
from journal.reports.rooms import Room
from journal.reports.sign_blocks import SignTable, every_day, not_answered
from journal.reports.since_report_lines import since_report_lines
from journal.reports.table_blocks import FigureTable
from journal.reports.topics import topics_of
from journal.texts.marked import marked

IN_FULL, HEALTH, COURSE, ONE_BY_ONE, HOW_MADE, ABOUT = marked((
    "Page 1, continued", "Medicines, health and questions", "Symptoms and data quality", "Every entry",
    "How these figures are made", "About this report",
))  # fmt: skip
# In their order: page 1 sends readers to page 2 for what it had no room for, so that comes first.
TITLES = (IN_FULL, HEALTH, COURSE, ONE_BY_ONE, HOW_MADE)  # the last is ``ABOUT`` where how figures are made is left out
QUALITY = "quality"  # a section's code
_PITCH = 11.2
_TABLE_WIDTH, _WEEKS_WIDTH = 0.8, 0.6  # of the page's
_GAP = 13.0  # between what stands beside each other


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """Page 1 as it was drawn, and what the pages are made of.

    ``course``: what page 1 does not tell of symptoms; ``room``: what it gave up; ``width``: of what is printed.
    ``entries``: all of them, where the person wants them as a list.
    """

    inputs: PageInputs
    facts: Facts
    days: Sequence[DayFigures]
    course: Course
    page: PageOne
    room: Room
    width: float
    entries: EntryList | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the pages behind the first, which flows from page to page.

    It stands under ``title``, one of ``TITLES``; ``choice``: the field of the options without which it is left out.
    """

    code: str
    title: str
    wanted: Callable[[DrawnPage], bool]
    build: Callable[[DrawnPage], list[Piece]]
    choice: str = ""

    def is_told(self, drawn: DrawnPage) -> bool:
        """Whether it stands on these pages: it has something to tell, and the person did not leave it out."""
        return (not self.choice or getattr(drawn.inputs.options, self.choice)) and self.wanted(drawn)


def _has_no_whole_chart(drawn: DrawnPage) -> bool:
    return (not drawn.room.chart or drawn.room.fewest_panels) and drawn.page.overview is not None


def _chart(drawn: DrawnPage) -> list[Piece]:
    assert drawn.page.overview is not None
    heading = HeadingPiece(drawn.page.glance, drawn.width)
    return [KeptPiece([heading, ChartPiece(drawn.page.overview, drawn.width)])]


def _has_more_figures(drawn: DrawnPage) -> bool:
    return bool(_more_groups(drawn))


def _figures(drawn: DrawnPage) -> list[Piece]:
    inputs = drawn.inputs
    table = FigureTable(
        _more_groups(drawn),
        column_heads(inputs),
        drawn.width * _TABLE_WIDTH,
        _PITCH,
        inputs.printed,
        inputs.texts,
        spare=True,
        title=inputs.texts("More key figures"),
    )
    return [TablePiece(table)]


def _more_groups(drawn: DrawnPage) -> list[FigureGroup]:
    """The rows that page 1 gave up, and the groups that have one row there."""
    of_page = page_groups(drawn.inputs)
    spare = of_page if not drawn.room.figures else [] if drawn.room.spare else _spare(of_page)
    return [*spare, *rest_groups(drawn.inputs)]


def _spare(groups: Iterable[FigureGroup]) -> list[FigureGroup]:
    """Only the rows that a full page gives up."""
    kept = [FigureGroup(group.title, group.note, tuple(row for row in group.rows if row.spare)) for group in groups]
    return [group for group in kept if group.rows]


def _always(_drawn: DrawnPage) -> bool:
    return True


def _methods(drawn: DrawnPage) -> list[Piece]:
    """What a reader needs of them."""
    return text_pieces(method_lines(drawn.inputs.texts, parts=(Part.READ_FIRST,)), drawn.width)


def _rules(drawn: DrawnPage) -> list[Piece]:
    """Below everything else, for who wants to compute again."""
    texts, width = drawn.inputs.texts, drawn.width
    lines = method_lines(texts, topics_of(drawn.inputs), (Part.RULES,))
    return [HeadingPiece(texts("Appendix: every rule with its numbers"), width), *text_pieces(lines, width)]


def _this_report(drawn: DrawnPage) -> list[Piece]:
    return text_pieces(own_lines(drawn.inputs, drawn.facts), drawn.width)


def _cut_texts(drawn: DrawnPage) -> bool:
    return bool(_cut(drawn))


def _cut(drawn: DrawnPage) -> list[str]:
    """What stands nowhere in full: the use of what is taken stands with it on a later page."""
    told = " ".join(words for _, words in taken_lines(drawn.inputs)) if drawn.inputs.printed.cut else ""
    return [text for text in drawn.inputs.printed.cut if text not in told]


def _texts(drawn: DrawnPage) -> list[Piece]:
    heading = HeadingPiece(drawn.inputs.texts("Cut on page 1"), drawn.width)
    return [heading, *text_pieces((("", text) for text in _cut(drawn)), drawn.width)]


def _has_sign_days(drawn: DrawnPage) -> bool:
    return bool(drawn.page.warning.days)


def _signs(drawn: DrawnPage) -> list[Piece]:
    return [BesidePiece([(SignTable(drawn.inputs, drawn.page.warning.days, drawn.width), 0.0)])]


def _sign_days(drawn: DrawnPage) -> list[Piece]:
    """Each day of each of them, below what is so of all."""
    inputs, days = drawn.inputs, drawn.page.warning.days
    words = not_answered(inputs.texts, days)
    heading = HeadingPiece(inputs.texts("Warning symptoms, every day"), drawn.width)
    below = text_pieces([("", words)], drawn.width) if words else []
    return [heading, *below, every_day(inputs, days, drawn.width)]


def _has_courses(drawn: DrawnPage) -> bool:
    courses = drawn.course.symptoms
    return bool(courses.shown or courses.few)


def _courses(drawn: DrawnPage) -> list[Piece]:
    return [BesidePiece([(Courses(drawn.inputs, drawn.days, drawn.course.symptoms, drawn.width), 0.0)])]


def _weeks_are_told(drawn: DrawnPage) -> bool:
    return drawn.inputs.options.weeks and bool(drawn.course.weeks.rows)


def _wearing_off_is_told(drawn: DrawnPage) -> bool:
    since_dose = drawn.course.since_dose
    return drawn.inputs.options.since_dose and bool(since_dose.ratings or since_dose.unplaced)


def _weeks_or_wearing_off(drawn: DrawnPage) -> bool:
    return _weeks_are_told(drawn) or _wearing_off_is_told(drawn)


def _weeks_and_wearing_off(drawn: DrawnPage) -> list[Piece]:
    """Beside each other; one alone at the left."""
    blocks: list[tuple[Block, float]] = []
    if _weeks_are_told(drawn):
        blocks.append((WeekTable(drawn.inputs, drawn.course.weeks, drawn.width * _WEEKS_WIDTH), 0.0))
    if _wearing_off_is_told(drawn):
        wide = drawn.width * (1 - _WEEKS_WIDTH) - _GAP
        left = drawn.width - wide if blocks else 0.0
        blocks.append((WearingOff(drawn.inputs, drawn.course.since_dose, wide), left))
    return [BesidePiece(blocks)]


def _has_days(drawn: DrawnPage) -> bool:
    return drawn.inputs.summary.quality.recorded > 0


def _quality(drawn: DrawnPage) -> list[Piece]:
    heading = HeadingPiece(drawn.inputs.texts("Data quality"), drawn.width)
    return [KeptPiece([heading, *text_pieces(quality_lines(drawn.inputs, drawn.course.written), drawn.width)])]


def _under(title: str, lines_of: Callable[[PageInputs], Lines]) -> Callable[[DrawnPage], list[Piece]]:
    """Lines under a heading."""

    def build(drawn: DrawnPage) -> list[Piece]:
        heading = HeadingPiece(drawn.inputs.texts(title), drawn.width)
        return [heading, *text_pieces(lines_of(drawn.inputs), drawn.width)]

    return build


def _has_any(lines_of: Callable[[PageInputs], Lines]) -> Callable[[DrawnPage], bool]:
    return lambda drawn: next(iter(lines_of(drawn.inputs)), None) is not None


def _lines(code: str, title: str, lines_of: Callable[[PageInputs], Lines]) -> Section:
    """A section of the page of medicines and health."""
    return Section(code, HEALTH, _has_any(lines_of), _under(title, lines_of))


def _has_since_report(drawn: DrawnPage) -> bool:
    """Not in a first report: there is nothing to compare with."""
    return drawn.inputs.since_report is not None


def _has_entries(drawn: DrawnPage) -> bool:
    return drawn.entries is not None


def _entries(drawn: DrawnPage) -> list[Piece]:
    """What the list is, and the list: its words are the same whether something is left out or not."""
    texts, period, listed = drawn.inputs.texts, drawn.inputs.summary.period, drawn.entries or EntryList(())
    about = texts(
        "What was written down from {first} to {last}, oldest first, by the clock of the place where it was. Private "
        "entries and what the patient left out are not in this list.",
        first=texts.short_day(period.first), last=texts.short_day(period.last),
    )  # fmt: skip
    if not listed.whole:
        about += " " + texts("Older entries of the period are not listed: there are too many.")
    if not listed.rows:
        about += " " + texts("No entry is listed here.")
    pieces = text_pieces([("", about)], drawn.width)
    if listed.rows:
        pieces.append(EntryTable(SetRows(set_rows(listed.rows, drawn.width, texts)), drawn.width, texts))
    return pieces


# In the order in which they stand under their titles.
SECTIONS = (
    Section(
        "since-report", HEALTH, _has_since_report, _under(marked("Since the last report"), since_report_lines),
        choice="since_report",
    ),
    _lines("taken", marked("Medicines and substances"), taken_lines),
    _lines("health", marked("Conditions and allergies"), health_lines),
    _lines("laboratory", marked("Laboratory values"), laboratory_lines),
    _lines("measurements", marked("Blood pressure, pulse, weight, sleep"), measured_lines),
    _lines("batches", marked("Batches with laboratory figures, where a reaction was noted"), batch_lines),
    _lines("attempts", marked("Earlier attempts"), attempt_lines),
    _lines("questions", marked("Questions for the visit"), question_lines),
    Section("symptoms", COURSE, _has_courses, _courses, choice="courses"),
    Section("weeks", COURSE, _weeks_or_wearing_off, _weeks_and_wearing_off),
    Section(QUALITY, COURSE, _has_days, _quality, choice="quality"),
    Section("figures", IN_FULL, _has_more_figures, _figures, choice="key_figures"),
    Section("signs", IN_FULL, _has_sign_days, _signs),
    Section("chart", IN_FULL, _has_no_whole_chart, _chart, choice="glance"),
    Section("sign-days", IN_FULL, _has_sign_days, _sign_days),
    Section("entries", ONE_BY_ONE, _has_entries, _entries, choice="entries"),
    Section("methods", HOW_MADE, _always, _methods, choice="methods"),
    Section("this-report", HOW_MADE, _always, _this_report),
    Section("rules", HOW_MADE, _always, _rules, choice="methods"),
    Section("texts", IN_FULL, _cut_texts, _texts),
)  # fmt: skip
_CODES = {section.code for section in SECTIONS}
if len(_CODES) < len(SECTIONS) or {section.title for section in SECTIONS} - {*TITLES}:
    raise TypeError("two sections have one code, or one has a title that no page has")
