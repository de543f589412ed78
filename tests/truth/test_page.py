"""Page 1 and every warning sign: when it was, what was answered, private or withheld; nothing noted is softened."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from journal.core.entries import Answer, Rating, Symptom
from journal.core.journal_day import day_number
from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS, Moment
from journal.core.symptoms import BY_CODE, EVENTS
from journal.core.warning_facts import SignFact, WarningFacts
from journal.guidance.warning_signs import RANK, sign_of
from journal.insights import warning_signs
from journal.insights.days import day_figures
from journal.insights.period import summarise_period
from journal.insights.summary import Span
from journal.insights.warning_signs import first_day_looked_at
from journal.insights.without_private import without_private
from journal.reports import ReportOptions, warning_symptoms
from journal.reports.fonts import register_fonts
from journal.reports.page_inputs import PageInputs
from journal.reports.page_one import page_inputs, page_one
from journal.reports.pdf import make_pdf
from journal.reports.warning_symptoms import WarningBox, warning_box
from journal.texts import english
from journal.texts.names import SYMPTOMS
from tests.insights.sheet import LAST, PRODUCTS, Sheet
from tests.journals import JournalAt, clock, plain_journal, templates
from tests.reports.extremes import OnPaper
from tests.truth.never_said import never_said_in
from tests.truth.test_signs import ANSWERS, RATED

__all__ = ["clock", "plain_journal", "templates"]

PERIOD = Span(LAST.replace(day=1), LAST)
SIGNS = {code: Symptom(id=code, code=code, kind=BY_CODE[code].kind) for code in RATED}
NOW = Moment((day_number(LAST) + 1) * DAY_MS + 20 * HOUR_MS, 0, "UTC")
NOTHING = "No warning symptom is listed here. People are not asked every day, and entries can be left out."
# How long ago, and what page 1 says of the place; the period's last day is yesterday.
TIMES = {
    "now": (0, "(after this period)"),
    "today": (10 * HOUR_MS, "(after this period)"),
    "yesterday": (30 * HOUR_MS, ""),
    "before the period": (45 * DAY_MS, "(before this period)"),
    "in the future": (-2 * HOUR_MS, "(dated later than this computer’s clock)"),
}
SAID = {
    None: "not written down whether it has passed",
    Answer.YES: "answered then: happening", Answer.NOT_SURE: "answered then: not sure",
    Answer.PASSED: "answered then: it has passed", Answer.KNOWN: "answered then: a doctor knows about this",
    Answer.NO: "answered then: no to other signs asked about",
}  # fmt: skip


@pytest.fixture(scope="module")
def page() -> PageInputs:
    """A page of a month with doses; which options it has is the matter of the tests."""
    register_fonts()
    sheet = Sheet(PERIOD)
    sheet.dose(3)
    summary = summarise_period(sheet.facts(), PRODUCTS, tuple(SIGNS.values()), PERIOD)
    return page_inputs(summary, PRODUCTS, tuple(SIGNS.values()), ReportOptions(PERIOD, suicidal=True), english(), NOW,
                frozenset(SIGNS))  # fmt: skip


def fact(code: str, ago: int, answer: Answer | None = None, value: int | None = 7, private: bool = False) -> SignFact:
    at = NOW.utc_ms - ago
    return SignFact(at, at, code, value, None if answer is None else str(answer), None, int(private))


def box(page: PageInputs, *signs: SignFact, warnings: bool = True, suicidal: bool = True) -> WarningBox:
    facts = WarningFacts(first_day_looked_at(PERIOD, NOW.local.date()), signs=tuple(sorted(signs)))
    options = replace(page.options, warnings=warnings, suicidal=suicidal)
    return warning_box(replace(page, options=options), facts)


WHEN = r"(, (today, |yesterday, )?\d+ \w+ \d+, \d\d:\d\d)?"  # of the only day of a symptom


def said(found: WarningBox) -> str:
    return " ".join([*(str(each) for each in (*found.head, *found.items)), found.below])


def answered(found: str, words: str, answer: Answer | None) -> bool:
    """Whether the answer stands behind the words, or that none is written down: there, or once for all below them."""
    alone = any(f"Whether {who} passed is not written down." in found for who in ("it has", "they have"))
    told = re.search(rf"{re.escape(words)}{WHEN}; {re.escape(SAID[answer])}", found) is not None
    return told or (answer is None and words in found and alone)


def value(code: str, rated: int | None) -> str:
    """What happens or does not has no number."""
    return "noted" if code in EVENTS else "noted, no number" if rated is None else f"{rated} of 10"


def every_case() -> Iterator[tuple[str, str, Answer | None]]:
    yield from product(RATED, TIMES, ANSWERS)


def test_whatever_was_noted_is_told_with_its_rating_and_answer(page: PageInputs) -> None:
    for (code, time, answer), rated in product(every_case(), (7, None)):
        ago, place = TIMES[time]
        found = said(box(page, fact(code, ago, answer, rated)))
        name = SYMPTOMS[code]
        assert answered(found, f"{name[:1].lower()}{name[1:]} on 1 day, {value(code, rated)}", answer), (
            code,
            time,
            answer,
        )
        ends = re.escape(SAID[answer]) if answer else f"{re.escape(value(code, rated))}{WHEN}"
        assert re.search(f"{ends} {re.escape(place)}".strip(), found) and found.startswith("Warning symptom: ")
        assert ("this period)" in found or "clock)" in found) is bool(place)
        assert NOTHING not in found and never_said_in(found) == []


def test_nothing_private_and_withheld_are_the_same_sentence(page: PageInputs) -> None:
    nothing = box(page)
    assert said(nothing).strip() == NOTHING and nothing.items == ()
    for code, time, answer in every_case():
        ago = TIMES[time][0]
        assert box(page, fact(code, ago, answer, private=True)) == nothing
        assert box(page, fact(code, ago, answer), warnings=False) == nothing
        if code == "suicidal_thoughts":
            assert box(page, fact(code, ago, answer), suicidal=False) == nothing


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("hidden", ["private", "later", "earlier", "another"])
def test_one_sign_never_hides_another(page: PageInputs, hidden: str) -> None:
    """Beside every sign that is told, at every time: one held back, one dated later, one of long ago, one of today."""
    for code, time, answer in every_case():
        ago = TIMES[time][0]
        beside = {
            "private": fact(code, 0, Answer.PASSED, 1, private=True),
            "later": fact(code, -5 * DAY_MS, Answer.PASSED, 1),
            "earlier": fact(code, 60 * DAY_MS, Answer.PASSED, 1),
            "another": fact("seizure" if code == "fainting" else "fainting", 0, Answer.PASSED, 1),
        }[hidden]
        if beside.utc_ms > NOW.utc_ms and time == "in the future":
            continue  # two days of one item, of which the newer one stands on page 1
        found = said(box(page, fact(code, ago + MINUTE_MS, answer), beside))
        assert answered(found, value(code, 7), answer), (code, time, answer, found)
        if time in ("now", "today") and hidden != "another":
            assert re.search(r"(most recently|, the last| of 10,|noted,) today, ", found)
        assert never_said_in(found) == []


@pytest.mark.parametrize("count", [1, len(RATED)], ids=["one", "run on"])
def test_after_midnight_the_date_is_the_one_of_the_calendar(page: PageInputs, count: int) -> None:
    """The journal's day still goes on at 00:26; what stands on the page is the date of that time."""
    after_midnight = 19 * HOUR_MS + 34 * MINUTE_MS
    found = box(page, *(fact(code, after_midnight) for code in RATED[:count]))
    date, before = NOW.local.date(), NOW.local.date() - dt.timedelta(days=1)
    assert f"{date.day} {date:%b}" in str(found.items[0]) and f"{before.day} {before:%b}" not in said(found)


def test_the_worst_before_midnight_bears_its_own_date(page: PageInputs) -> None:
    code = "chest_pain"
    last, worst = fact(code, 19 * HOUR_MS + 34 * MINUTE_MS, value=2), fact(code, 21 * HOUR_MS, value=9)
    before = NOW.local.date() - dt.timedelta(days=1)
    assert f"worst that day {before.day} {before:%b %Y}, 23:00: 9 of 10" in said(box(page, last, worst))


def test_a_sign_of_today_is_told_whatever_else_was_rated_that_day(page: PageInputs) -> None:
    for code, answer in product(RATED, ANSWERS):
        worse, better = fact(code, 8 * HOUR_MS, answer, 9), fact(code, HOUR_MS, Answer.PASSED, 2)
        found = said(box(page, worse, better))
        assert answered(found, value(code, 2), Answer.PASSED)
        assert answered(found, value(code, 9), answer)


def test_a_worse_day_is_told_beside_the_last_one(page: PageInputs) -> None:
    for code, days in product([code for code in RATED if code not in EVENTS], (1, 45)):
        for count in (1, len(RATED)):
            others = [fact(other, DAY_MS, None, 2) for other in RATED[:count] if other != code]
            found = said(box(page, fact(code, (days + 1) * DAY_MS, None, 9), fact(code, DAY_MS, None, 3), *others))
            assert "worst" in found and (": 3, worst" in found or "3 of 10" in found) and "9 of 10" in found, (
                code,
                days,
                count,
            )


def test_the_most_urgent_stands_first_whatever_was_noted_last(page: PageInputs) -> None:
    of_rank = {code: RANK[sign_of(code).now.urgency] for code in RATED}
    for first, then in product(RATED, repeat=2):
        if of_rank[first] >= of_rank[then]:
            continue
        found = box(page, fact(first, 30 * HOUR_MS), fact(then, HOUR_MS))
        names = [SYMPTOMS[code].lower() for code in (first, then)]
        places = [
            next(n for n, item in enumerate(found.items) if str(item).lower().startswith(f"{name} ")) for name in names
        ]
        assert places == [0, 1], (first, then)


def test_the_whole_page_denies_no_sign(page: PageInputs) -> None:
    """Its chart, table and lines, too: only a warning sign is rated, and no other symptom."""
    for code in RATED:
        sheet = Sheet(PERIOD)
        for day in range(20):
            sheet.dose(day)
            sheet.rating(day, 7, symptom=SIGNS[code])
        source = OnPaper(sheet, tuple(SIGNS.values()))
        facts = without_private(source.facts(PERIOD.first, PERIOD.last))
        days = day_figures(facts, PRODUCTS)
        summary = summarise_period(facts, PRODUCTS, source.named, PERIOD, days)
        options = ReportOptions(PERIOD, suicidal=True)
        inputs = page_inputs(summary, PRODUCTS, source.named, options, english(), NOW, frozenset(SIGNS))
        made = page_one(inputs, facts, days, source.warning_facts(PERIOD.first))
        assert made.overview is not None
        panels = [panel.words for panel in made.overview.panels if panel.words]
        lines = [str(each) for line in made.lines for part in line.paragraphs for each in part]
        for words in (*panels, *lines, made.overview.description()):
            assert not any(each in words.lower() for each in ("no symptom", "no sign", "no warning", "no rating"))
        assert NOTHING not in said(made.warning) and "on 20 days" in said(made.warning)


def test_a_private_sign_leaves_no_trace_in_the_file(plain_journal: JournalAt) -> None:
    """Byte for byte the page of a journal in which it was never noted."""
    made: list[bytes] = []
    sign = Symptom(code="seizure", kind=BY_CODE["seizure"].kind)
    at = Moment(NOW.utc_ms - 30 * HOUR_MS, 0, "UTC")
    with plain_journal.open() as book:
        book.save(sign)
        for private in (None, True):
            if private:
                book.save(Rating(at=at, symptom=sign.id, value=7, private=True))
            made.append(make_pdf(book, ReportOptions(PERIOD, suicidal=True), english(), NOW))
    assert made[0] == made[1]


def test_a_page_that_forgets_is_found(page: PageInputs, monkeypatch: pytest.MonkeyPatch) -> None:
    found = warning_signs.noted_signs
    monkeypatch.setattr(
        warning_symptoms,
        "noted_signs",
        lambda *about: [each for each in found(*about) if each.last.answer is not Answer.PASSED],
    )
    with pytest.raises(AssertionError):
        test_whatever_was_noted_is_told_with_its_rating_and_answer(page)
