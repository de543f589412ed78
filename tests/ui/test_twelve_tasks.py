"""Twelve everyday tasks in the whole window, and how many actions each takes; the end of the run prints the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.check_ins import CheckIn, Instrument, Urge
from journal.core.entries import Batch, Condition, Dose, Entry, Help, Intake, Measurement, Question, Rating, Substance
from journal.core.health import ConditionKind, Statement, Subject
from journal.core.kinds import KINDS
from journal.core.moments import DAY_MS, MINUTE_MS, moment_now
from journal.core.preferences import setting_for
from journal.core.queries import EntryQuery
from journal.core.substances import Taken
from journal.insights.prompts import due_on
from journal.insights.when_asked_of_last_night import MORNING_ENDS
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.check_in_form import CheckInForm
from journal.ui.kit.scale import RatingScale
from journal.ui.shell.body import Body
from tests.conftest import ACTIONS
from tests.journals import FixedClock, ago
from tests.ui.conftest import Known, OpenWindow, ctrl
from tests.ui.fits import settle
from tests.ui.hand import Hand

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


# --- what a person does ----------------------------------------------------------------------------------------------


def dose_as_last_time(hand: Hand, body: Body) -> None:
    hand.key(ctrl(Qt.Key.Key_D))
    hand.key(ENTER)


def pain_now(hand: Hand, body: Body) -> None:
    assert body.today is not None
    hand.rate(body.today.aside.now_card.scale, 6)


def medicine_added(hand: Hand, body: Body) -> None:
    hand.press("Health")
    hand.type("Sertraline")
    hand.key(TAB)
    hand.type("50 mg")
    hand.key(ENTER)


def alcohol(hand: Hand, body: Body) -> None:
    hand.press("Alcohol")
    hand.key(ENTER)


def weekly_check_in(hand: Hand, body: Body) -> None:
    assert body.today is not None
    hand.press("Answer")
    form = body.today.panel.form
    assert isinstance(form, CheckInForm)
    for item, value in zip(form.items, (6, 4, 5), strict=True):
        assert isinstance(item.answers, RatingScale)
        hand.rate(item.answers, value)
    hand.key(ENTER)


def urge(hand: Hand, body: Body) -> None:
    hand.press("Urge")
    hand.type("7")
    hand.key(ENTER)


def nothing_else(hand: Hand, body: Body) -> None:
    hand.press("Health")
    assert body.bridge is not None
    today = english().short_day(body.bridge.logbook.today())
    hand.press(f"Nothing else, as of {today}")


def question_noted_and_ticked(hand: Hand, body: Body) -> None:
    assert body.today is not None
    hand.press_on(body.today.aside.questions.field, "Add a question…")
    hand.type("Is my liver fine?")
    hand.key(ENTER)
    hand.press("Is my liver fine?")


def measurement(hand: Hand, body: Body) -> None:
    hand.press("Measurement")
    hand.type("128")
    hand.key(TAB)
    hand.type("82")
    hand.key(ENTER)


def condition(hand: Hand, body: Body) -> None:
    hand.press("Health")
    hand.press("Conditions: Add")
    hand.press("What: Liver")
    hand.key(ENTER)


def new_lot(hand: Hand, body: Body) -> None:
    hand.press("Products")
    hand.press("Add batch")
    hand.type("A12")
    hand.key(ENTER)


def what_helps(hand: Hand, body: Body) -> None:
    hand.press("Health")
    hand.press("Parts of Health: Care and help")
    hand.press("What helps me: Add")
    hand.type("a short walk")
    hand.key(ENTER)


# --- what the journal holds afterwards -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Task:
    """``limit``: the most actions that it may take; ``said``: that the newest entry of the kind is what was meant."""

    limit: int
    do: Callable[[Hand, Body], None]
    kind: type[Entry]
    said: Callable[[Entry], bool]


def _is(**said: object) -> Callable[[Entry], bool]:
    return lambda entry: {name: getattr(entry, name) for name in said} == said


def _as_last_time(entry: Entry) -> bool:
    return isinstance(entry, Dose) and entry.product is not None and entry.amount.basis is Basis.AS_LAST_TIME


def _was_asked(entry: Entry) -> bool:
    return isinstance(entry, Question) and entry.asked_on is not None


TASKS = {
    "a dose as last time": Task(2, dose_as_last_time, Dose, _as_last_time),
    "pain now": Task(1, pain_now, Rating, _is(value=6, prompted=True)),
    "a medicine": Task(6, medicine_added, Substance, _is(name="Sertraline", amount="50 mg")),
    "alcohol": Task(2, alcohol, Intake, _is(what=Taken.ALCOHOL)),
    "the weekly check-in": Task(5, weekly_check_in, CheckIn, _is(instrument=Instrument.PEG, answers=("6", "4", "5"))),
    "an urge": Task(3, urge, Urge, _is(value=7)),
    "nothing else": Task(2, nothing_else, Statement, _is(subject=Subject.NOTHING_ELSE)),
    "a question noted, then ticked": Task(5, question_noted_and_ticked, Question, _was_asked),
    "blood pressure": Task(6, measurement, Measurement, _is(systolic=128, diastolic=82)),
    "a condition": Task(4, condition, Condition, _is(what=ConditionKind.LIVER)),
    "a new lot": Task(4, new_lot, Batch, _is(lot="A12")),
    "what helps me": Task(5, what_helps, Help, _is(text="a short walk")),
}  # fmt: skip
assert len(TASKS) == 12


def _newest(book: Logbook, kind: type[Entry]) -> Entry:
    code = next(code for code, each in KINDS.items() if each.cls is kind)
    if KINDS[code].in_diary:
        return book.find(EntryQuery(kinds=(code,), limit=1))[0]
    return book.listed(kind)[-1]


def _asks_at(clock: FixedClock, seed: str) -> int:
    """A minute after the first question of the next day on which that is in the morning, in UTC."""
    while True:
        now = moment_now(clock)
        midnight = now.utc_ms - now.local_ms % DAY_MS
        asks_at = due_on(now.local.date(), [], midnight, seed)[0].due_ms + MINUTE_MS
        if asks_at - midnight < MORNING_ENDS * MINUTE_MS and asks_at > clock.ms:
            return asks_at
        clock.ms += DAY_MS


@pytest.fixture
def prepared(known: Known, plain_book: Logbook, clock: FixedClock) -> Logbook:
    """A journal with a dose of the day before, in the morning, when Today asks most and has the least room."""
    clock.ms += DAY_MS
    asks_at = _asks_at(clock, known.back.id)
    clock.ms = asks_at - DAY_MS
    amount = Amount(text="2 g", quantity=2000, dimension=Dimension.MASS, basis=Basis.WEIGHED)
    plain_book.save(Dose(at=ago(plain_book, 30), product=known.green.id, amount=amount))
    clock.ms = asks_at
    return plain_book


def actions_of(task: Task, body: Body) -> int:
    """How many actions it takes in this window."""
    assert body.bridge is not None
    hand = Hand(body.window())
    task.do(hand, body)
    assert task.said(_newest(body.bridge.logbook, task.kind)), hand.steps
    return len(hand.steps)


@pytest.mark.quick_every(6)
@pytest.mark.parametrize("name", TASKS)
def test_a_task_takes_no_more_actions_than_it_may(
    name: str, prepared: Logbook, open_window: OpenWindow, record_property: Callable[[str, object], None]
) -> None:
    task = TASKS[name]
    counted = actions_of(task, open_window(prepared))
    record_property(ACTIONS, f"{name:32}{counted:2} of at most {task.limit}")
    assert counted <= task.limit


@pytest.mark.slow
@pytest.mark.parametrize("name", ["alcohol", "an urge", "blood pressure"])
def test_in_a_small_window_what_else_is_written_down_needs_no_scrolling(
    name: str, prepared: Logbook, open_window: OpenWindow
) -> None:
    """While Today asks nothing: the question about now takes the room for an hour or two."""
    prepared.save(setting_for("ask_now", "no"))
    body = open_window(prepared)
    body.main.resize(900, 600)
    settle()  # until it is laid out anew
    assert actions_of(TASKS[name], body) <= TASKS[name].limit


def test_one_step_more_is_counted(prepared: Logbook, open_window: OpenWindow) -> None:
    def roundabout(hand: Hand, body: Body) -> None:
        hand.press("Today")
        alcohol(hand, body)

    task = TASKS["alcohol"]
    assert actions_of(replace(task, do=roundabout), open_window(prepared)) == task.limit + 1
