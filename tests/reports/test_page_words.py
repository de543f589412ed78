"""What page 1 says of every journal: all its lines, one word a measure, n in every cell, no sum over groups."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core import warning_facts
from journal.core.amounts import Basis
from journal.core.entries import Product
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, moment_at, moment_now
from journal.guidance.phrases import forbidden_phrases
from journal.insights import before_and_after, change, thresholds, trend, windows
from journal.insights.change_words import word_text
from journal.insights.days import day_figures
from journal.insights.groups import Group
from journal.insights.period import summarise_period
from journal.insights.summary import GroupFigures, Span, Summary, Word
from journal.insights.without_private import without_private
from journal.reports import ReportOptions
from journal.reports.fonts import register_fonts
from journal.reports.methods import Part, method_lines
from journal.reports.page_one import PageOne, page_inputs, page_one
from journal.reports.pdf import make_pdf
from journal.reports.topics import Topic, topics_of
from journal.texts import english
from tests.insights.sheet import NAUSEA, PERIOD, PRODUCTS, SEVEN_OH, SYMPTOMS, Sheet
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper
from tests.reports.filled import LAST, filled_journals
from tests.reports.test_page_one import pages

__all__ = ["clock", "plain_journal", "templates"]

TEXTS = english()
MADE = moment_at((day_number(PERIOD.last) + 1) * DAY_MS, "UTC")
SEVEN_LINES = {
    "Takes now": "takes now",
    "Change": "a change of doses",
    "Pain": "pain or main symptom",
    "When it wears off": "when it wears off",
    "Wants": "wishes",
}
QUICK = ("no data", "leaf to 7-OH", "nothing rated", "all private")


@dataclass
class Said:
    """Page 1 as content, and what it was made from."""

    page: PageOne
    summary: Summary


def said_of(sheet: Sheet, **options: Any) -> Said:
    register_fonts()
    source = OnPaper(sheet, SYMPTOMS)
    facts = without_private(source.facts(PERIOD.first, PERIOD.last))
    days = day_figures(facts, PRODUCTS)
    summary = summarise_period(facts, PRODUCTS, SYMPTOMS, PERIOD, days)
    inputs = page_inputs(summary, PRODUCTS, SYMPTOMS, ReportOptions(PERIOD, **options), TEXTS, MADE)
    return Said(page_one(inputs, facts, days, source.warning_facts(PERIOD.first)), summary)


def leaf_then_tablets(seven: float = 15, leaf: float = 2.5) -> Sheet:
    sheet = Sheet()
    for day in range(84):
        for n in range(3):
            sheet.dose(day, leaf + n / 10, 8 + 4 * n)
        if day < 42:
            for n in range(2 + (42 - day) // 11):
                sheet.dose(day, seven / 1000, 7 + n, SEVEN_OH)
        sheet.rating(day, 4 + day % 3)
    return sheet


# --- every journal ----------------------------------------------------------------------------------------------------


@pytest.mark.quick_every(2)
@pytest.mark.slow_every(3)
@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=[pytest.mark.slow] * (case not in QUICK)) for case in filled_journals()]
)
def test_each_line_is_there_or_named_as_not_told(qapp: QApplication, plain_journal: JournalAt, case: str) -> None:
    first = pages_of(pages(plain_journal, case))[0]
    top = first.partition("Key figures")[0]
    missing = top.partition("Not on this page")[2]
    for line, name in SEVEN_LINES.items():
        shown = re.search(rf"\b{re.escape(line)}", top.partition("Not on this page")[0]) is not None
        if line == "Pain":
            shown |= "Main symptom" in top
        assert shown or name in missing, line
    assert "In own words" in top and re.search(r"other\s+medicines\s+\(nothing\s+said\s+of", missing)
    assert re.match(r" Not told \(not asked, (or left out|left out, or later); not “none”\): ", missing)
    assert not forbidden_phrases(first, "report")
    answers = first.replace("People are not asked every day", "").replace("Not told (not asked", "")
    assert "not asked" not in answers and "to ask at the visit" in first


@pytest.mark.slow
@pytest.mark.slow_every(3)
@pytest.mark.parametrize("case", filled_journals())
def test_no_cell_is_without_its_n(qapp: QApplication, plain_journal: JournalAt, case: str) -> None:
    with plain_journal.open() as book:
        fill, days = filled_journals()[case]
        fill(book)
        for cell in _cells(book, days, moment_now(plain_journal.clock)):
            assert re.search(r"\bn \d+( \(\d+\))?$|\d of \d+$|^\D+$", cell), cell


def _cells(book: Any, days: int, made_at: Any) -> Iterator[str]:
    register_fonts()
    period = windows.span_back(LAST, days)
    facts = without_private(book.facts(period.first, period.last))
    products: dict[str, Product] = {each.id: each for each in book.all_products()}
    figures = day_figures(facts, products)
    summary = summarise_period(facts, products, book.symptoms(), period, figures)
    inputs = page_inputs(summary, products, book.symptoms(), ReportOptions(period), TEXTS, made_at)
    for group in page_one(inputs, facts, figures, book.warning_facts(period.first)).groups:
        yield from (str(cell) for row in group.rows for cell in row.cells)


def test_what_is_not_told_is_not_in_bold_like_what_is_taken() -> None:
    line = next(line for line in said_of(leaf_then_tablets()).page.lines if line.label == "Not on this page")
    said = [each for part in line.paragraphs for each in part]
    assert said and not any(each.lead for each in said)
    assert all(each.text.startswith("Not told (") for each in said)


# --- one word a measure -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", [leaf_then_tablets(), Sheet()], ids=["two groups", "empty"])
def test_line_table_and_sentence_say_the_same_word(sheet: Sheet) -> None:
    said = said_of(sheet)
    rising = _line(said.page, "Change")
    for number, group in enumerate(said.summary.groups):
        word = word_text(TEXTS, _leading(group).word)
        table = {row.label: row.change for row in said.page.groups[number].rows}
        sign = {"no clear change": "≈", "too few weeks": "too few", "too early for a trend": "new"}.get(word, word)
        label = "mg a day" if group.group is Group.SEVEN_OH else "g a day"
        new = _leading(group).word is Word.NEW
        assert table[label].rstrip("*") == ("new, up" if new else sign)
        told = "up from 30 to 75 mg a day" if new else word  # where it went, in place of "too early"
        assert f": {told}" in str(said.page.trend[number]) and told in rising
    assert bool(said.summary.groups) is bool(rising)


def test_of_a_new_group_it_is_too_early_to_say() -> None:
    """Tablets for six weeks, 45 to 75 mg, up and down: no verdict, and nothing that sounds like "stable"."""
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 2.5)
        for n in range((5, 2, 6, 3, 4, 2)[day // 7] if day < 42 else 0):
            sheet.dose(day, 0.015, 9 + n, SEVEN_OH)
    page = said_of(sheet).page
    rising = _line(page, "Change")
    assert (
        "7-OH: new on 20 Apr; median of each week 30, 60, 45, 90, 30, 75 mg a day; too early for a trend (28 "
        "days can be compared with the 28 before from 14 Jun on)."
    ) in rising
    assert "Leaf: same." in rising
    changes = {row.label: row.change for row in page.groups[0].rows}
    assert changes["Days taken"] == changes["mg a day"] == "new"  # its weeks went nowhere plainly
    assert any(str(each).startswith("7-OH, 6 of 6 weeks since it began: too early for a trend ") for each in page.trend)


def test_what_is_no_longer_taken_says_when_it_was_and_not_no_clear_change() -> None:
    """Leaf on six days of the 28 before, then tablets only."""
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, *((2.5,) if day >= 50 else (0.015, 9, SEVEN_OH)))
    page = said_of(sheet).page
    rows = {row.label: row.change for row in next(each for each in page.groups if each.title == "Leaf").rows}
    assert rows["Days taken"] == rows["g a day"] == rows["Doses a day"] == "last 11 Apr"
    assert [str(each) for each in page.trend if str(each).startswith("Leaf")] == ["Leaf: last taken on 11 Apr."]


def test_what_was_mostly_written_later_says_so_on_page_1() -> None:
    sheet, late = Sheet(), Sheet()
    for day in range(84):
        sheet.dose(day, 2.5, noted_after_min=0 if day % 2 else 24 * 60 + 1)
        late.dose(day, 2.5, noted_after_min=0 if day % 4 == 0 else 24 * 60 + 1)
    words = "More than half was written more than 24 hours later."
    assert words not in " ".join(map(str, said_of(sheet).page.trust))  # half is not more than half
    assert words in " ".join(map(str, said_of(late).page.trust))
    all_of_them = "ll doses and ratings were written more than 24 hours later."
    for soon, said in ((0, f"A{all_of_them}"), (8, f"Nearly a{all_of_them}"), (9, words)):
        whole = Sheet()
        for day in range(84):
            whole.dose(day, 2.5, noted_after_min=0 if day < soon else 24 * 60 + 1)
        assert said in " ".join(map(str, said_of(whole).page.trust)), soon


def test_no_clear_change_gives_its_numbers_and_says_why() -> None:
    """Up and down by weeks, 45 to 60 mg: no verdict, and nothing that sounds like one."""
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 2.5)
        for n in range((5, 2, 6, 3, 4, 2)[day // 7 % 6]):
            sheet.dose(day, 0.015, 9 + n, SEVEN_OH)
    assert (
        "7-OH: no clear change (12 of 12 weeks; 28-day medians 45 → 60 mg: "
        "cannot be told apart from week-to-week variation)." in _line(said_of(sheet).page, "Change")
    )


def test_without_a_trend_the_sentence_says_how_many_weeks_there_are() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 2.5 + day % 3 if day % 4 else None)
    said = said_of(sheet)
    why = "known only in part on 7 of 28 days, before that on 7 of 28"
    line = f"Leaf: not known ({why})."  # "at least 3.0 → at least 3.0 g" would read as no change
    assert line in _line(said.page, "Change")
    assert str(said.page.trend[0]).startswith(f"Leaf: not known ({why}); trend not computed: ")
    assert "usable of 12 weeks, 6 needed." in str(said.page.trend[0])
    assert {row.label: row.change for row in said.page.groups[0].rows}["g a day"] == "not known"
    assert "no clear change" not in str(said.page.trend[0]) + line


def _leading(group: GroupFigures) -> Any:
    return group.amount or group.doses


def _line(page: PageOne, label: str) -> str:
    return " ".join(
        str(each) for line in page.lines if line.label == label for part in line.paragraphs for each in part
    )


def test_a_change_of_doses_is_never_hidden_behind_an_amount_without_one() -> None:
    sheet = Sheet()
    for day in range(84):
        count = 2 + (83 - day) // 14
        for n in range(count):
            sheet.dose(day, 6 / count, 7 + 2 * n)
    said = said_of(sheet)
    figures = said.summary.groups[0]
    assert figures.amount is not None and figures.amount.word is not figures.doses.word
    assert "doses a day rising" in _line(said.page, "Change")
    assert "Time between doses:" not in _line(said.page, "Change")  # the same, and would contradict it


def test_gaps_are_shorter_and_not_falling() -> None:
    sheet = Sheet()
    for day in range(84):
        for n in range(3):
            sheet.dose(day, 2, 8 + n * (2 + day // 28 * 1.5))
    rising = _line(said_of(sheet).page, "Change")
    assert "Time between doses: shorter, 2.0 hours (28 days before: 3.5)." in rising


# --- groups -----------------------------------------------------------------------------------------------------------


def test_groups_are_never_added(qapp: QApplication) -> None:
    """7.7 g of leaf and 30 to 75 mg of 7-OH: no sum of amounts or doses stands on any page."""
    sheet = Sheet()
    for day in range(84):
        for n in range(3):
            sheet.dose(day, 2.5 + n / 15, 8 + 4 * n)
        for n in range(8):
            sheet.dose(day, 0.011, 7 + n, SEVEN_OH)
    found = " ".join(pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), ReportOptions(PERIOD), TEXTS, MADE)))
    assert "7-OH, 88 mg" in found and "Leaf, 7.7 g in 3 doses" in found
    assert "7.8" not in found and "7788" not in found and not re.search(r"\b11 doses a day|in 11\b", found)


def test_the_most_used_group_comes_first_in_every_block() -> None:
    said = said_of(leaf_then_tablets())
    assert [each.title for each in said.page.groups] == ["7-OH", "Leaf", "All products"]
    assert (
        str(said.page.lines[0].paragraphs[0][0]).startswith("7-OH, 60 mg in 4 doses a day")
        and "new on 20 Apr" in said.page.groups[0].note
    )
    assert said.page.overview is not None
    assert said.page.overview.panels[0].name == "7-OH" and "7-OH" in str(said.page.trend[0])


def test_a_group_that_is_no_longer_taken_is_last_taken_on_a_day() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 2, product=SEVEN_OH if day < 20 else PRODUCTS["leaf"])
    said = said_of(sheet)
    assert "Leaf: last taken on 11 May." in _line(said.page, "Takes now")
    assert "last taken on 11 May" in said.page.groups[1].note


@pytest.mark.parametrize(("days", "said"), [(1, "1 of 1 known day of 28."), (3, "3 of 3 known days of 28.")])
def test_days_marked_none_are_counted_in_words(days: int, said: str) -> None:
    sheet = Sheet()
    for day in range(days):
        sheet.mark(day)
    assert _line(said_of(sheet).page, "Takes now").endswith(f"marked “none” on {said}")


@pytest.mark.parametrize(("days", "said"), [(14, "14 of 14 known days of 28."), (28, "28 of 28 known days.")])
def test_use_on_every_known_day_is_not_daily_use(days: int, said: str) -> None:
    sheet = Sheet()
    for day in range(0, 28, 28 // days):
        sheet.dose(day, 2)
    assert said in _line(said_of(sheet).page, "Takes now")


@pytest.mark.parametrize(
    ("guessed", "said"), [(9, ""), (10, "; 10 of 20 amounts guessed"), (20, "; 20 of 20 amounts guessed")]
)
def test_amounts_that_are_guesses_are_called_so(guessed: int, said: str) -> None:
    sheet = Sheet(begun=PERIOD.first)
    for day in range(20):
        sheet.dose(day, 2, basis=Basis.GUESSED if day < guessed else Basis.WEIGHED)
    assert f"(28-day median{said}), 20 of 20" in _line(said_of(sheet).page, "Takes now")


def test_a_change_is_told_with_both_medians() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 10 if day < 28 else 8 if day < 56 else 6)
    assert _line(said_of(sheet).page, "Change").startswith(
        "Leaf: higher (first week 6.0; 28-day medians 8.0 → 10.0 g)."
    )


def test_a_young_journal_says_when_it_began_and_of_how_many_days_its_median_is() -> None:
    sheet = Sheet()
    for day in range(7):
        sheet.dose(day, 2)
    page = said_of(sheet).page
    assert "(median of 7 days taken), 7 of 7 known days of 28." in _line(page, "Takes now")
    assert (
        "Entries on 7 of 84 days, 7 of the last 28. First entry 25 May 2026, last of this period 31 May 2026."
        in " ".join(map(str, page.trust))
    )
    sheet.begun = PERIOD.first - dt.timedelta(days=1)
    older = said_of(sheet).page
    assert "28-day median" in _line(older, "Takes now") and "First entry" not in " ".join(map(str, older.trust))


def test_a_group_of_unnamed_doses_names_its_unit() -> None:
    sheet = Sheet()
    for day in range(20):
        sheet.dose(day, 2, product=None)
    assert said_of(sheet).page.groups[0].note == "g, per day taken"


def test_a_label_is_cut_before_its_unit(qapp: QApplication) -> None:
    """Kilograms that are known in part: the numbers are wide, and keep what they are in."""
    sheet = Sheet()
    for day in range(84):
        for product in (PRODUCTS["leaf"], SEVEN_OH, PRODUCTS["shot"]):
            for n in range(1 + day % 2):
                sheet.dose(day, 2025.5 if day % 2 else 1444.1, 5 + n, product)
            sheet.dose(day, None, 12, product)
    found = " ".join(pages_of(make_pdf(OnPaper(sheet, SYMPTOMS), ReportOptions(PERIOD), TEXTS, MADE)))
    assert re.search(r"mg, larges(t day|…) ≥ 4051000", found)
    assert len(re.findall(r"m?g a day ≥ \d+", found)) == 3 and "mg, 7-OH ≥ 1444100" in found


# --- privacy ----------------------------------------------------------------------------------------------------------


def test_a_product_and_a_group_used_only_in_private_are_not_named(qapp: QApplication) -> None:
    sheet = Sheet()
    for day in range(60):
        sheet.dose(day, 2)
        sheet.dose(day, 0.015, 12, SEVEN_OH, private=True)
    pdf = make_pdf(OnPaper(sheet, SYMPTOMS), ReportOptions(PERIOD), TEXTS, MADE)
    first = pages_of(pdf)[0]
    assert SEVEN_OH.name not in " ".join(pages_of(pdf)) and "7-OH tablets" not in first
    assert "60 doses were written down and are left out." in first
    assert "28 of 28 days: at least 2.0 g a day (" in " ".join(first.split())
    assert "7-OH" not in first.replace("7-OH, extract, other", "")


# --- the last page ----------------------------------------------------------------------------------------------------


def methods() -> str:
    return " ".join(said for _, said in method_lines(TEXTS))


def test_what_a_reader_needs_stands_before_the_rules_and_these_go_in_small_steps(qapp: QApplication) -> None:
    last = " ".join(
        " ".join(pages_of(make_pdf(OnPaper(leaf_then_tablets(), SYMPTOMS), ReportOptions(PERIOD), TEXTS, MADE))).split()
    )
    places = [last.index(f" {words}") for words in (
        "In short. A word", "State of a day.", "Left out.", "Not used.", "This report.", "Not on these pages.",
        "Appendix: every rule with its numbers", "Change: rising,", "Trend.", "How often a word misleads.",
    )]  # fmt: skip
    assert places == sorted(places)
    first = [said for _, said in method_lines(TEXTS, parts=(Part.READ_FIRST,))]
    assert not re.search(r"\d", " ".join(first[1:])) and max(map(len, first)) < 350
    assert max(len(said) for _, said in method_lines(TEXTS, parts=(Part.RULES,))) < 700
    assert [*method_lines(TEXTS)] == [line for part in Part for line in method_lines(TEXTS, parts=(part,))]


def test_what_peg_is_stands_there_where_its_scores_are_told() -> None:
    assert "mean of the three" in methods() and "J Gen Intern Med 2009;24:733" in methods()
    assert "PEG" not in [term for term, _ in method_lines(TEXTS, {Topic.ALCOHOL})]


def test_what_a_page_does_not_tell_of_is_not_explained() -> None:
    bare, full = Sheet(), leaf_then_tablets()
    for day in range(84):
        bare.dose(day, 2.5)
    full.rating(3, 4, symptom=NAUSEA)
    full.rating(2, 8, hour=11.9)
    full.rating(2, 4, hour=13)
    assert "“New on”" not in terms(bare) and "Side effects, withdrawal signs" not in terms(bare)
    assert "“New on”" in terms(full) and "Side effects, withdrawal signs" in terms(full)
    assert "the nearest to the dose" in terms(full) and "the nearest to the dose" not in terms(bare)
    assert "no other dose between." in terms(bare)


def terms(sheet: Sheet) -> str:
    facts = without_private(sheet.facts(PERIOD))
    summary = summarise_period(facts, PRODUCTS, SYMPTOMS, PERIOD, day_figures(facts, PRODUCTS))
    told = topics_of(page_inputs(summary, PRODUCTS, SYMPTOMS, ReportOptions(PERIOD), TEXTS, MADE))
    return " ".join(f"{term}. {said}" for term, said in method_lines(TEXTS, told))


@pytest.mark.parametrize(
    ("module", "name", "value", "expected"),
    [
        (thresholds, "WEEKS_OF_A_TREND", 77, "from 77 weeks"),
        (trend, "SMALLEST_SHARE", 0.23, "at least 23 %"),
        (change, "MARGIN", 1.75, "1.75 × the usual variation"),
        (thresholds, "WEEKS_COMPARED", (2, 9), "(9 and 2 weeks"),
        (thresholds, "DAYS_OF_A_WINDOW", 11, "28 before: from 11 on"),
        (thresholds, "DAYS_OF_SEVEN", 6, "Last 7: from 6 days"),
        (before_and_after, "BEFORE", (-55, 6), "up to 55 minutes before (6 after)"),
        (before_and_after, "AFTER", (44, 123), "44 to 123 minutes after"),
        (warning_facts, "DAYS_LOOKED_BACK", 91, "in the 91 days before"),
    ],
)
def test_the_last_page_follows_the_constants(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, value: Any, expected: str
) -> None:
    assert expected not in methods()
    monkeypatch.setattr(module, name, value)
    assert expected in methods()


def test_no_number_of_the_rules_is_typed_into_a_sentence() -> None:
    """Numbers that stand in the sentences themselves are only those of a scale, a percentage or a name."""
    from journal.reports import methods as module

    source = re.sub(r"\{\w+\}", "", Path(str(module.__file__)).read_text(encoding="utf-8"))
    assert re.findall(r"(?<=[ “(])\d+(?:\.\d+)?(?= (?:days|weeks|minutes|hours|points))", source) == []


def test_that_no_figure_counts_what_came_after_the_period_is_said_above_the_figures() -> None:
    """Who prints in the evening must not take today for counted."""
    trust = " ".join(f"{each.lead} {each.text}" for each in said_of(Sheet()).page.trust)
    assert "No figure counts what came after 31 May." in trust
    up_to_now = Span(PERIOD.last, PERIOD.last + dt.timedelta(days=1))
    summary = summarise_period(Sheet().facts(up_to_now), PRODUCTS, SYMPTOMS, up_to_now)
    inputs = page_inputs(summary, PRODUCTS, SYMPTOMS, ReportOptions(up_to_now), TEXTS, MADE)
    facts = without_private(Sheet().facts(up_to_now))
    page = page_one(inputs, facts, day_figures(facts, PRODUCTS), warning_facts.WarningFacts(up_to_now.first))
    assert "No figure counts" not in " ".join(f"{each.lead} {each.text}" for each in page.trust)


@pytest.mark.parametrize("missing", [False, True])
def test_grey_is_explained_only_where_a_day_has_no_entry(missing: bool) -> None:
    sheet = Sheet()
    for day in range(84):
        if not (missing and day == 40):
            sheet.dose(day, 2.5)
    trust = " ".join(map(str, said_of(sheet).page.trust))
    assert ("Grey = nothing recorded" in trust) is missing and ("Unrecorded days may differ" in trust) is missing


def test_beside_the_hours_between_doses_of_a_day_stand_those_of_the_night() -> None:
    def rows(*hours: float) -> dict[str, tuple[str, ...]]:
        sheet = Sheet()
        for day in range(84):
            for hour in hours:
                sheet.dose(day, 2.5, hour)
        return {row.label: tuple(map(str, row.cells)) for group in said_of(sheet).page.groups for row in group.rows}

    assert rows(8, 12, 22)["Hours overnight"] == ("10.0 n 7", "10.0 [10.0–10.0] n 28", "10.0 [10.0–10.0] n 28")
    assert rows(8, 12, 26)["Hours overnight"][0] == "6.0 n 7"  # the last one at two in the morning
    assert "Hours overnight" not in rows()


def test_a_heading_does_not_say_its_group_twice() -> None:
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, 0.015, 9, SEVEN_OH)
        sheet.dose(day, 2.5)
    notes = {each.title: each.note for each in said_of(sheet).page.groups}
    assert notes["7-OH"] == "mg, per day taken" and notes["Leaf"].startswith("leaf powder: g")
