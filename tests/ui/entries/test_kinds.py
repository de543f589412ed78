"""Every kind of entry: the window knows it or does not start, and what it is said once about it holds everywhere."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import (
    DIARY_KINDS,
    Condition,
    DayMark,
    DayMarkKind,
    Dose,
    Draft,
    Entry,
    Intake,
    Note,
    Rating,
    Statement,
    Substance,
)
from journal.core.health import ConditionKind, Stated, Subject
from journal.core.moments import moment_now
from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.diary.details_text import details_text
from journal.ui.diary.findbar import FindBar
from journal.ui.entries.by_code import by_code
from journal.ui.entries.diary_rows import Row, RowKind, rows_of
from journal.ui.entries.draft_forms import DraftForms
from journal.ui.entries.kinds import ENTRY_KINDS, kind_in, line_of_entry
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.shell.body import Body
from tests.journals import ago
from tests.samples import sample
from tests.ui.conftest import BridgeTo, Known, tick

EVERY = pytest.mark.parametrize("code", ENTRY_KINDS)


def made(book: Logbook, known: Known, code: str) -> Entry:
    at = moment_now(book.clock)
    entries: dict[str, Entry] = {
        "dose": Dose(at=at, product=known.green.id, note="a word"),
        "rating": Rating(at=at, symptom=known.nausea.id, value=3),
        "day_mark": DayMark(day=book.today(), mark=DayMarkKind.NOTHING_TO_REPORT),
        "note": Note(at=at, text="a word"),
    }
    *named, entry = [entries[code]] if code in entries else sample(code, at)
    book.save(*named, entry)
    return entry


def row_of(book: Logbook, known: Known, code: str) -> Row:
    made(book, known, code)
    (row,) = rows_of(book.days(book.today(), book.today())[0])
    return row


def test_a_kind_that_the_window_does_not_know_is_an_error_at_the_start() -> None:
    kinds = list(ENTRY_KINDS.values())
    with pytest.raises(TypeError, match="statement"):
        by_code(kinds[:-1], DIARY_KINDS)
    with pytest.raises(TypeError, match="steps"):
        by_code(kinds, (*DIARY_KINDS, "steps"))


@EVERY
def test_a_row_names_it_and_its_details_open(plain_book: Logbook, known: Known, bridge_to: BridgeTo, code: str) -> None:
    row = row_of(plain_book, known, code)
    kind, names = kind_in(row), Names(Bridge(plain_book, english()))
    assert kind is ENTRY_KINDS[code]
    line = line_of_entry(english(), names, row)
    assert line.title and line.title in line.spoken and (line.icon, line.rated) == (kind.icon, kind.rated)
    shown = details_text(bridge_to(plain_book, english()), names, row)
    assert shown.title.startswith(kind.title_word) and shown.sections[-1][0] == "History"


def test_a_statement_names_the_list_that_it_is_about(plain_book: Logbook, bridge_to: BridgeTo) -> None:
    """It stands above beer and sertraline, so it cannot say that nothing is taken."""
    said = Statement(day=dt.date(2026, 11, 20), subject=Subject.NOTHING_ELSE)
    row, names = Row(RowKind.ENTRIES, said.day, (said,)), Names(Bridge(plain_book, english()))
    line = line_of_entry(english(), names, row)
    assert (line.title, line.detail) == ("Medicines: nothing besides the list, as of 20 Nov 2026", "")
    shown = details_text(bridge_to(plain_book, english()), names, row)
    assert shown.title == "Whether anything is missing, Friday 20 November 2026"
    assert [*shown.sections[:2]] == [("What", "Medicines: nothing besides the list"), ("Answer", "that is so")]
    no = replace(said, subject=Subject.NO_ALLERGIES, answer=Stated.NO)
    line = line_of_entry(english(), names, Row(RowKind.ENTRIES, no.day, (no,)))
    assert (line.title, line.detail) == ("Allergies are known, as of 20 Nov 2026", "")


@pytest.mark.parametrize(
    ("subject", "added"),
    [
        (Subject.NOTHING_ELSE, Substance(name="Sertraline")),
        (Subject.NO_CONDITIONS, Condition(what=ConditionKind.LIVER)),
        (Subject.NO_ALLERGIES, Condition(what=ConditionKind.ALLERGY)),
    ],
)
def test_what_was_said_of_a_list_holds_for_the_list_as_it_was(
    plain_book: Logbook, subject: Subject, added: Substance | Condition
) -> None:
    plain_book.save(Substance(name="Magnesium"), Condition(what=ConditionKind.PAIN))
    tick(plain_book, 1)
    said = Statement(day=plain_book.today(), subject=subject)
    plain_book.save(said)
    stored = plain_book.get(said.id)
    assert stored is not None
    row, names = Row(RowKind.ENTRIES, said.day, (stored,)), Names(Bridge(plain_book, english()))
    line = line_of_entry(english(), names, row)
    assert line.title.endswith(", as of 22 Nov 2026, 10:31") and line.detail == ""
    tick(plain_book, 1)
    plain_book.save(added)
    names.forget_entries()
    assert line_of_entry(english(), names, row).detail == "the list has changed since then"
    plain_book.undo()
    names.forget_entries()
    assert line_of_entry(english(), names, row).detail == ""


def test_nothing_else_says_how_much_was_written_down_since(plain_book: Logbook) -> None:
    earlier = Statement(day=plain_book.today() - dt.timedelta(days=100), subject=Subject.NOTHING_ELSE)
    said = Statement(day=plain_book.today(), subject=Subject.NOTHING_ELSE)
    plain_book.save(earlier, said)
    tick(plain_book, 1)
    names = Names(Bridge(plain_book, english()))

    def detail(statement: Statement) -> str:
        names.forget_entries()
        return line_of_entry(english(), names, Row(RowKind.ENTRIES, statement.day, (statement,))).detail

    stored = [each for each in plain_book.listed(Statement) if each.day == said.day]
    assert [detail(each) for each in stored] == [""]
    plain_book.save(
        Intake(at=moment_now(plain_book.clock), what=Taken.PAINKILLER, name="Ibuprofen"),
        Intake(at=moment_now(plain_book.clock), what=Taken.ALCOHOL),
    )
    assert [detail(each) for each in stored] == ["since then written down: 2 more"]
    tick(plain_book, 5)
    plain_book.save(Intake(at=ago(plain_book, 15 * 60), what=Taken.CANNABIS))  # taken before it was said
    assert [detail(each) for each in stored] == ["since then written down: 3 more"]
    assert detail(earlier) == ""  # the later one stands in its place
    plain_book.save(Substance(name="ibuprofen"), Substance(name="alcohol"))
    both = "the list has changed since then · since then written down: 1 more"
    assert [detail(each) for each in stored] == [both]


@pytest.mark.parametrize(("days_ago", "said"), [(0, "None today"), (1, "None that day")])
def test_a_day_that_is_over_is_not_called_today(plain_book: Logbook, days_ago: int, said: str) -> None:
    day = plain_book.today() - dt.timedelta(days=days_ago)
    mark = DayMark(day=day, mark=DayMarkKind.NONE_TODAY)
    assert (
        line_of_entry(english(), Names(Bridge(plain_book, english())), Row(RowKind.ENTRIES, day, (mark,))).title == said
    )


@pytest.mark.quick_every(3)
@EVERY
def test_its_form_is_new_changes_what_is_there_and_copies_it(
    plain_book: Logbook, known: Known, bridge_to: BridgeTo, qtbot: QtBot, code: str
) -> None:
    row = row_of(plain_book, known, code)
    forms = DraftForms(bridge_to(plain_book, english()), before="here.", after=".edit")
    opened = [forms.new(code, None), forms.edit(row.entries)]
    if ENTRY_KINDS[code].can_be_copied:
        opened.append(forms.copy(row.entries))
    for form in opened:
        qtbot.addWidget(form)
        assert form.draft_key == f"here.{code}.edit" and not form.dirty
        assert isinstance(form.first_field(), QWidget)
    assert [form.changes_any(row.entries) for form in opened] == [False, True, False][: len(opened)]


@pytest.mark.quick_every(3)
@EVERY
def test_what_is_typed_comes_back_from_a_draft(
    plain_book: Logbook, known: Known, bridge_to: BridgeTo, qtbot: QtBot, code: str
) -> None:
    row = row_of(plain_book, known, code)
    forms = DraftForms(bridge_to(plain_book, english()), after=".edit")
    form, again = forms.edit(row.entries), forms.makers()[f"{code}.edit"]()
    for each in (form, again):
        qtbot.addWidget(each)
    content = json.dumps({"state": form.state(), "moment": form.draft_moment()})
    assert again.restore_draft(Draft(f"{code}.edit", content)) and again.state() == form.state()


@pytest.mark.quick_every(12)
@EVERY
def test_today_the_menu_and_the_find_bar_offer_it(body: Body, code: str) -> None:
    kind, today = ENTRY_KINDS[code], body.today
    assert today is not None
    assert (code in today.action_row.of_kind) is kind.on_today
    if kind.on_today:
        assert today.action_row.of_kind[code].accessibleName().startswith(kind.action.name)
    offered = {each.text().replace("&", ""): each for menu in body.main.findChildren(QMenu) for each in menu.actions()}
    assert [each.toString() for each in offered[kind.action.name].shortcuts()] == (
        [QKeySequence(kind.action.keys).toString()] if kind.action.keys else []
    )
    bar = FindBar(english())
    bar.set_choices([], [])
    assert kind.plural in [each.text() for each in bar.kind.chip.menu().actions()]
