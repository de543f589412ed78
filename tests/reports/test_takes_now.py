"""What is taken now says where it may be more."""

from __future__ import annotations

import pytest

from journal.core.entries import DayMarkKind, Product
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.core.products import ProductKind
from journal.reports.options import ReportOptions
from journal.reports.pdf import make_pdf
from journal.texts import english
from tests.insights import sheet as sheets
from tests.insights.sheet import LEAF, PERIOD, SEVEN_OH, SYMPTOMS, Sheet
from tests.oracle.read_back import pages_of
from tests.reports import test_page_words
from tests.reports.extremes import OnPaper
from tests.reports.test_page_words import said_of


def test_days_known_in_part_are_counted_beside_an_exact_median() -> None:
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5)
    sheet.dose(3, None)
    now = said_of(sheet).page.lines[0].paragraphs[0][0]
    assert str(now).startswith("Leaf, 2.5 g in 1 dose a day (28-day median; on 1 of 28 days at least), 28 of 28")


@pytest.mark.parametrize(("beside", "name"), [(False, "Leaf (capsules)"), (True, "Leaf")])
def test_leaf_in_capsules_alone_says_so(monkeypatch: pytest.MonkeyPatch, beside: bool, name: str) -> None:
    capsules = Product(id="capsules", name="White", kind=ProductKind.CAPSULE)
    monkeypatch.setattr(test_page_words, "PRODUCTS", {**sheets.PRODUCTS, capsules.id: capsules})
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 2.5, 9, capsules)
    if beside:
        sheet.dose(3, 2.5, 12, LEAF)
    now = said_of(sheet).page.lines[0].paragraphs[0][0]
    assert str(now).startswith(f"{name}, 2.5 g in 1 dose a day (")


def said(sheet: Sheet) -> tuple[str, str]:
    """What is taken now, and of it what is bold."""
    sentences = said_of(sheet).page.lines[0].paragraphs[0]
    return " ".join(map(str, sentences)), " ".join(sentence.lead for sentence in sentences if sentence.lead)


def in_part(recent: float, usual: float) -> tuple[str, str]:
    """Three doses a day: two of them are weighed on most days, so little in the last week and so much before."""
    sheet = Sheet()
    for day in range(28):
        for n in range(3):
            weighed = n < 2 or day in (9, 12)
            sheet.dose(day, (recent if day < 7 else usual) if weighed else None, 9 + n)
    return said(sheet)


def test_how_little_is_known_of_an_amount_stands_before_it_and_alone_is_bold() -> None:
    """A bold "at least 8.0 g" was read as 8 g, of which 12 are taken."""
    words, bold = in_part(4, 4)
    assert bold == "Leaf, 3 doses a day; amount incomplete on 26 of 28 days:"
    of_all = "at least 8.0 g a day (28-day median; 2 complete days: 12.0 g), 28 of 28 known"
    assert words.startswith(f"{bold} {of_all}")


def test_days_known_in_full_are_told_from_the_smallest_to_the_largest() -> None:
    """They are no sample of all days, so they have no median; where there is none, nothing is said of them."""
    sheet = Sheet()
    for day in range(28):
        sheet.dose(day, 4 + day, 9)
        if day not in (9, 12, 13):
            sheet.dose(day, None, 12)
    assert "(28-day median; 3 complete days: 13.0 g to 17.0 g)" in said(sheet)[0]
    for day in (9, 12, 13):
        sheet.dose(day, None, 15)
    assert "complete day" not in said(sheet)[0]


@pytest.mark.parametrize(("recent", "usual"), [(3, 4), (4, 4), (5, 4)])
def test_amounts_known_in_part_are_not_set_beside_each_other(recent: float, usual: float) -> None:
    """ "At least 6.0" behind "at least 8.0" reads as a fall."""
    assert in_part(recent, usual)[0].endswith(" Last 7 days: 3 doses a day.")


def test_amounts_that_can_be_compared_are() -> None:
    """All of the last week is known, and it is less than what is known of the days before."""
    sheet = Sheet()
    for day in range(28):
        for n in range(3):
            sheet.dose(day, 1 if day < 7 else None if n == 2 else 4, 9 + n)
    words, _ = said(sheet)
    assert "on 21 of 28 days: at least 8.0 g a day" in words and words.endswith(" Last 7 days: 3.0 g in 3.")


@pytest.mark.parametrize(
    ("first", "step", "last7", "is_bold"),
    [(18, -1, "Last 7 days, rising: 18.0 g in 1.", True), (7, 1, "Last 7 days, falling: 7.0 g in 1.", False),
     (9, 0, "Last 7 days: 9.0 g in 1.", False)],
)  # fmt: skip
def test_the_last_week_of_an_amount_that_moves_bears_its_word(first: int, step: int, last7: str, is_bold: bool) -> None:
    """Beside a 28-day median of 16.9 g a last week of 18.2 g was read as a contradiction."""
    sheet = Sheet()
    for day in range(84):
        sheet.dose(day, first + step * (day // 7))
    words, bold = said(sheet)
    assert words.endswith(f"(28-day median), 28 of 28 known days. {last7}")
    assert (last7 in bold) is is_bold


def test_the_last_week_of_a_new_product_is_bold_where_it_is_more() -> None:
    sheet = Sheet()
    for day in range(84):
        if day >= 21:
            sheet.dose(day, 3)
        for n in range(6 - day // 7 if day < 21 else 0):
            sheet.dose(day, 15, 8 + n, SEVEN_OH)
    words, bold = said(sheet)
    assert "Last 7 days: " in words and "Last 7 days: " in bold


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("entry", ["none", "dose", "nothing"])
def test_hours_since_the_last_dose_do_not_read_as_hours_without(entry: str) -> None:
    """A page made the day after its period, on which naltrexone was to begin."""
    sheet = Sheet()
    sheet.dose(0, 2.5, 11)
    if entry == "none":
        sheet.mark(-1, DayMarkKind.NONE_TODAY)
    if entry == "dose":
        sheet.dose(-1, 2.5, 9)
    made = moment_at((day_number(PERIOD.last) + 1) * DAY_MS + 19 * HOUR_MS, "UTC")
    first = pages_of(make_pdf(OnPaper(sheet, SYMPTOMS, (), {}), ReportOptions(PERIOD), english(), made))[0]
    since = "11:00. Any later dose: not known."
    assert (since in " ".join(first.split())) is (entry == "nothing")
