"""A number has one home: change it, and every surface says the new one and none the old one."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal import cli, guidance
from journal.charts import theme
from journal.charts.overview import overview_data
from journal.core import limits, moments, warning_facts
from journal.core.entries import Dose, Intake, Note, ProductKind, Rating, Statement, Substance, Symptom
from journal.core.figure_facts import Facts
from journal.core.health import Stated, Subject
from journal.core.journal_day import day_of, journal_day, local_span
from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS, Moment, moment_now
from journal.core.preferences import Preferences
from journal.core.recent_signs import earlier_ms
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.core.warning_facts import WarningFacts
from journal.guidance.own_list import check_journal
from journal.guidance.signs_together import together
from journal.guidance.urgency import most_urgent
from journal.insights.days import DayFigures, DayState
from journal.insights.period import default_period, summarise_period
from journal.insights.plain import plain_cards
from journal.insights.statements import last_statement
from journal.insights.summary import Span
from journal.logbook import Logbook
from journal.reports import ReportOptions
from journal.reports.methods import method_lines
from journal.reports.pdf import make_pdf
from journal.texts import english
from journal.texts.names import symptom_name
from journal.texts.refusals import explain
from journal.ui.diary.screen import DiaryScreen
from journal.ui.kit import colours
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.report.choices import ReportChoices
from journal.ui.report.period_choice import PeriodChoice
from journal.ui.safety.checked_view import CheckedView
from journal.ui.shell.manual import manual
from journal.ui.today.open_signs import OpenSigns
from journal.ui.trends.few_days_card import FewDaysCard
from journal.ui.trends.screen import TrendsScreen
from tests.journals import START_MS, FixedClock
from tests.oracle.read_back import pages_of
from tests.reports.filled import LAST, fill
from tests.signs import noted
from tests.ui.conftest import BridgeTo


def manual_words() -> str:
    lines = (line for page in manual() for part in page.parts for line in part.lines)
    return "\n".join("".join(piece.text for piece in line) for line in lines)


def help_of(*commands: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert cli.main([*commands, "--help"]) == 0
    return " ".join(capsys.readouterr().out.split())


def words_of(widget: QWidget) -> str:
    labels = [each.text() for each in widget.findChildren(QLabel)]
    return "\n".join(labels + [each.text() for each in widget.findChildren(QAbstractButton)])


def test_days_in_the_trash(
    plain_book: Logbook, clock: FixedClock, bridge_to: BridgeTo, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "TRASH_DAYS", 41)
    screen = DiaryScreen(bridge_to(plain_book, english()))
    qtbot.addWidget(screen)
    screen.bar.trash.setChecked(True)
    assert "rest here for 41 days" in words_of(screen)
    assert "in the trash for 41 days" in manual_words()
    note = Note(at=moment_now(clock), text="gone")
    plain_book.save(note)
    plain_book.delete([note.id])
    clock.ms += 40 * DAY_MS
    assert plain_book.empty_old_trash() == 0
    clock.ms += 2 * DAY_MS
    assert plain_book.empty_old_trash() == 1


def test_days_that_are_looked_back_for_warning_symptoms(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(warning_facts, "DAYS_LOOKED_BACK", 91)
    assert "the 91 days up to now" in manual_words()
    assert "the 91 days up to now" in help_of("report", capsys=capsys)
    assert "the 91 days up to now" in words_of(ReportChoices(english()))
    assert "in the 91 days before" in "\n".join(said for _, said in method_lines(english()))


def test_days_of_a_period(
    plain_book: Logbook,
    bridge_to: BridgeTo,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(limits, "DEFAULT_DAYS", 70)
    monkeypatch.setattr(limits, "WINDOW_DAYS", 21)
    trends, choice = TrendsScreen(bridge_to(plain_book, english())), PeriodChoice(english())
    qtbot.addWidget(trends)
    for shown in (words_of(trends), words_of(choice)):
        assert "10 weeks" in shown and "21 days" in shown and "12 weeks" not in shown and "28 days" not in shown
    assert "such as 10 weeks" in manual_words() and "the last 21 days" in manual_words()
    assert "default: 70 days in all" in help_of("report", capsys=capsys)
    assert default_period(dt.date(2026, 11, 22)).days == 70


@pytest.mark.slow
def test_days_of_the_windows_that_are_compared(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """On paper and in the sentences of Trends, of a journal that has something to say in each."""
    monkeypatch.setattr(limits, "WINDOW_DAYS", 21)
    monkeypatch.setattr(limits, "LATE_HOURS", 23)
    fill(plain_book, 84, kinds=(ProductKind.LEAF_POWDER, ProductKind.EXTRACT))
    period = Span(LAST - dt.timedelta(days=83), LAST)
    pages = " ".join(pages_of(make_pdf(plain_book, ReportOptions(period), english(), moment_now(plain_book.clock))))
    for words in ("Last 21 days", "21 before", "(21-day median)", "; 21 days before: ", "last 21 days →",
                  "after 23 hours", "last 21 days above (below) every one of the 21 before"):  # fmt: skip
        assert words in pages, words
    assert re.findall(r"\b28(?:-day| days| before)", pages) == [] and "24 hours" not in pages
    products, symptoms = {each.id: each for each in plain_book.all_products()}, plain_book.symptoms()
    summary = summarise_period(plain_book.facts(period.first, period.last), products, symptoms, period)
    names = {symptom.id: symptom_name(english(), symptom) for symptom in symptoms}
    cards = " ".join(" ".join((card.text, *card.numbers)) for card in plain_cards(english(), summary, names))
    assert "Last 21 days: " in cards and "The 21 days before: " in cards and "over the last 21 days" in cards
    assert re.findall(r"\b28(?:-day| days| before)", cards) == []


def test_days_before_there_is_a_chart(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FEWEST_RECORDED_DAYS", 9)
    card = FewDaysCard(english(), lambda: None, lambda: None)
    qtbot.addWidget(card)
    card.say(8)
    assert card.words.text() == "Log 9 days to see a trend. 8 so far."
    day = DayFigures(dt.date(2026, 11, 21), DayState.EMPTY, {})
    assert overview_data([day], [[]], english(), None, ()).message.startswith("9 recorded days are needed")


def test_hours_in_which_a_warning_symptom_is_asked_about_again(
    plain_book: Logbook, clock: FixedClock, bridge_to: BridgeTo, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OPEN_SIGN_HOURS", 2)
    assert "for 2 hours" in manual_words()
    sign = Symptom(code="fainting", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=moment_now(clock), symptom=sign.id, value=3, recorded_ms=clock.ms))
    message = InlineMessage()
    qtbot.addWidget(message)
    signs = OpenSigns(bridge_to(plain_book, english()), message)
    clock.ms += 119 * MINUTE_MS
    assert len(signs.noted()) == 1
    clock.ms += 2 * MINUTE_MS
    assert signs.noted() == []


def test_days_after_which_nothing_else_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "STATEMENT_DAYS", 71)
    assert "After 71 days you are asked" in manual_words()
    today = dt.date(2026, 11, 22)
    said = Statement(day=today - dt.timedelta(days=72), subject=Subject.NOTHING_ELSE, answer=Stated.YES)
    standing = last_statement([said], Subject.NOTHING_ELSE, today, (), {})
    assert standing is not None and standing.ask_again


def test_hours_in_which_what_was_taken_is_checked(
    plain_book: Logbook, clock: FixedClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "TAKEN_HOURS", 30)
    plain_book.save(Substance(name="Tilidin", source=Source.PRESCRIBED))
    plain_book.save(Intake(at=moment_now(clock), what=Taken.ALCOHOL, drinks=2))
    assert "(taken in the last 30 hours)" in most_urgent(english(), check_journal(plain_book))
    view = CheckedView(english(), check_journal(plain_book), guidance.sources(), guidance.country("US"))
    qtbot.addWidget(view)
    assert "Taken in the last 30 hours" in words_of(view) and "48 hours" not in words_of(view)
    clock.tick(31 * HOUR_MS)
    assert most_urgent(english(), check_journal(plain_book)) == "call today"


def test_hours_that_are_said_before_days_are(
    plain_book: Logbook, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "AGO_HOURS", 60)
    assert english().ago(59 * HOUR_MS) == "59 h 0 min ago"
    assert english().ago(60 * HOUR_MS) == "2 days ago"


def test_minutes_in_which_an_entry_is_written_at_its_time(
    plain_book: Logbook, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SOON_MINUTES", 20)
    dose = Dose(at=moment_now(clock), recorded_ms=clock.ms)
    plain_book.save(dose)
    today = plain_book.today()
    for minutes, changed in ((19, 0), (2, 1)):
        clock.tick(minutes * MINUTE_MS)
        plain_book.save(replace(dose, note=f"after {clock.ms}"))
        assert len(plain_book.changed_later(today, today)) == changed


def test_hours_in_which_signs_of_days_belong_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "JOINED_SIGN_HOURS", 40)
    assert earlier_ms() == 16 * HOUR_MS
    urine = noted("dark_urine", 50 * HOUR_MS)
    for hours_ago, joined in ((11, True), (9, False)):
        both = [urine, noted("muscle_aches", hours_ago * HOUR_MS)]
        assert (urine.rating.id in together(both, START_MS)) is joined


def test_minutes_until_it_locks_by_itself() -> None:
    assert f"for {Preferences().lock_after} minutes" in manual_words()


def test_years_that_are_kept(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moments, "FIRST_DAY", dt.date(1971, 1, 1))
    monkeypatch.setattr(moments, "LAST_DAY", dt.date(2099, 12, 31))
    for code in ("time-out-of-range", "day-out-of-range"):
        assert explain(english(), moments.out_of_range(code)).endswith("must lie between 1971 and 2099.")
    monkeypatch.setattr(limits, "EARLIEST_BIRTH_YEAR", 1910)
    choices = ReportChoices(english())
    choices.named.tick()
    choices.birth_year.setText("1909")
    assert not choices.year_problem.isHidden()


def test_letters_of_own_texts(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, letters in (("WORDS", 31), ("GOAL", 32), ("PLANNED", 33), ("PASSWORD", 34), ("NAME", 35)):
        monkeypatch.setattr(limits, f"{name}_LETTERS", letters)
    said = help_of("report", capsys=capsys)
    assert "own words, up to 31 letters" in said and "goal, up to 32 letters" in said
    assert "planned, up to 33 letters" in said
    choices = ReportChoices(english())
    assert (choices.goal.maxLength(), choices.planned.maxLength(), choices.name.maxLength()) == (32, 33, 35)
    choices.words.setPlainText("x" * 31)
    assert choices.length.text() == "31 of 31 letters"
    choices.lock.password.edit.setText("x" * 200)
    assert "at most 34 letters" in choices.lock.problem()


def test_days_of_made_up_entries(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(limits, "DEMO_DAYS", 22)
    assert "(default: 22)" in help_of("demo", capsys=capsys)
    parsed: argparse.Namespace = cli._parser(["demo", "somewhere"]).parse_args(["demo", "somewhere"])
    assert parsed.days == 22
    monkeypatch.setattr(limits, "MOST_DEMO_DAYS", 40)
    assert cli.main(["demo", "somewhere", "--days", "41"]) == 2
    assert "1 to 40 days" in capsys.readouterr().err


def test_a_mark_has_one_colour_in_a_chart_and_beside_it() -> None:
    for window, chart in ((colours.LIGHT, theme.LIGHT), (colours.DARK, theme.DARK)):
        assert (window.mark, window.text, window.quiet) == (chart.symptom, chart.ink, chart.quiet)
        assert (window.card, window.hairline, window.edge) == (chart.ground, chart.hairline, chart.edge)


@pytest.mark.parametrize("day_start", [0, 240, 360])
def test_when_a_day_begins_is_computed_alike_everywhere(day_start: int) -> None:
    """An hour around midnight and around the day's start, in each place that puts times to days."""
    day = dt.date(2026, 11, 22)
    midnight = (day - dt.date(1970, 1, 1)).days * DAY_MS
    facts, signs = Facts(day, day, day_start), WarningFacts(day, day_start)
    begins, ends = local_span(day, day, day_start)
    assert (begins, ends) == (midnight + day_start * 60_000, midnight + day_start * 60_000 + DAY_MS)
    for ms in (begins - 1, begins, begins + 1, ends - 1, ends):
        expected = day + dt.timedelta(days=(ms >= ends) - (ms < begins))
        assert day_of(ms, day_start) == signs.day_of(ms) == journal_day(Moment(ms, 0, "Etc/UTC"), day_start) == expected
        assert facts.index_of(ms) == (expected - day).days
