"""A kind that needs nothing special: its form, row and details follow from what it declares, on a real journal.

Notes and day marks stand in for it: they have forms of their own only for what is special about them.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.core import fields
from journal.core.care import CareKind as CareWhat
from journal.core.entries import (
    Care,
    Condition,
    DayMark,
    DayMarkKind,
    Entry,
    Intake,
    LabResult,
    Measurement,
    Note,
    Person,
    Rating,
)
from journal.core.fields import Field
from journal.core.health import ConditionKind, Lab
from journal.core.moments import DAY_MS, Moment, moment_now
from journal.core.substances import Taken
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import DAY_MARKS
from journal.ui.entries.brief import Brought
from journal.ui.entries.care import CareKind, MeasurementKind
from journal.ui.entries.declared_form import DeclaredForm
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.declared_placed import DeclaredDayForm, DeclaredTimedForm, declared_form
from journal.ui.entries.details import Details
from journal.ui.entries.diary_rows import Row, RowKind
from journal.ui.entries.health import ConditionKind as UiCondition
from journal.ui.entries.health import LabResultKind
from journal.ui.entries.inputs import input_of
from journal.ui.entries.kind import Action
from journal.ui.entries.names import Names
from journal.ui.entries.person import PersonKind
from journal.ui.entries.substances import IntakeKind
from journal.ui.entries.typed_inputs import Input
from journal.ui.kit.bridge import Bridge
from journal.ui.shell.body import Body
from tests.ui.conftest import BridgeTo, keys
from tests.ui.scenes import health

TEXTS = english()
AT = Moment(20_000 * DAY_MS, 0, "UTC")


class PlainNote(DeclaredKind):
    """A note as any other kind."""

    code, cls = "note", Note
    name = plural = title_word = "Note"
    icon, action = "note", Action("Note", "note")
    captions = {"text": "Note"}


class PlainMark(DeclaredKind):
    """A day mark as any other kind."""

    code, cls = "day_mark", DayMark
    name = plural = title_word = "Day mark"
    icon, action = "none", Action("Day mark", "none")
    captions = {"mark": "Day mark"}
    choices = {"mark": DAY_MARKS}


@pytest.fixture
def opened(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> dict[str, DeclaredForm]:
    bridge = bridge_to(plain_book, TEXTS)
    made = {each.code: declared_form(bridge, each, f"plain.{each.code}") for each in (PlainNote(), PlainMark())}
    for form in made.values():
        qtbot.addWidget(form)
        form.open_new()
    return made


def test_it_is_typed_saved_and_changed(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot, opened: dict[str, DeclaredForm]
) -> None:
    form = opened["note"]
    assert isinstance(form, DeclaredTimedForm) and not form.dirty
    form.save()
    assert form.message.text() == "Type something first: Note."
    form.inputs["text"].show("slept well")
    form.private.tick()
    form.time.set_text("8:10")
    form.save()
    (note,) = plain_book.days(plain_book.today(), plain_book.today())[0].notes
    assert (note.text, note.private, note.at.local.hour) == ("slept well", True, 8)
    again = declared_form(bridge_to(plain_book, TEXTS), PlainNote(), "plain.note")
    qtbot.addWidget(again)
    again.edit_entries([note])
    assert again.heading.text() == "Change: Note" and not again.dirty
    again.inputs["text"].show("slept badly")
    again.save()
    changed = plain_book.get(note.id)
    assert isinstance(changed, Note) and (changed.text, changed.at) == ("slept badly", note.at)


def test_one_of_a_day_keeps_the_day_it_was_opened_for(plain_book: Logbook, opened: dict[str, DeclaredForm]) -> None:
    form, yesterday = opened["day_mark"], plain_book.today() - dt.timedelta(days=1)
    assert isinstance(form, DeclaredDayForm)
    form.open_new(yesterday)
    form.save()
    assert form.message.text().startswith("Choose one under “")
    form.inputs["mark"].show(DayMarkKind.NOTHING_TO_REPORT)
    form.save()
    (mark,) = plain_book.days(yesterday, yesterday)[0].marks
    assert mark.mark is DayMarkKind.NOTHING_TO_REPORT


@pytest.mark.parametrize(
    ("code", "name", "value"), [("note", "text", "half"), ("day_mark", "mark", DayMarkKind.DO_NOT_REMEMBER)]
)
def test_a_draft_brings_it_back(
    plain_book: Logbook,
    bridge_to: BridgeTo,
    qtbot: QtBot,
    opened: dict[str, DeclaredForm],
    code: str,
    name: str,
    value: object,
) -> None:
    form = opened[code]
    form.inputs[name].show(value)
    form.private.tick()
    assert form.keep_draft()
    draft = plain_book.draft(f"plain.{code}")
    kind = {"note": PlainNote(), "day_mark": PlainMark()}[code]
    again = declared_form(bridge_to(plain_book, TEXTS), kind, f"plain.{code}")
    qtbot.addWidget(again)
    assert draft is not None and again.restore_draft(draft)
    assert again.inputs[name].value() == value and again.private.is_ticked()


def test_its_row_and_details_say_what_it_says(plain_book: Logbook, bridge_to: BridgeTo) -> None:
    note = Note(at=moment_now(plain_book.clock), text="slept\nwell")
    mark = DayMark(day=plain_book.today(), mark=DayMarkKind.NOTHING_TO_REPORT)
    plain_book.save(note, mark)
    for kind, entry, said in ((PlainNote(), note, "slept well"), (PlainMark(), mark, DAY_MARKS[mark.mark])):
        row, names = Row(RowKind.ENTRIES, plain_book.today(), (entry,)), Names(Bridge(plain_book, TEXTS))
        line = kind.line(TEXTS, names, row)
        assert (line.title, line.detail) == (kind.name, said)
        details = Details(bridge_to(plain_book, TEXTS), names, row, opened=False)
        assert kind.title(TEXTS, entry).startswith(kind.name)
        ((heading, text),) = kind.sections(details)
        assert heading == next(iter(kind.captions.values())) and " ".join(text.split()) == said
        assert kind.brief(Brought(TEXTS, {}, {}, set()), entry) == [said]


def test_a_lab_result_asks_for_its_day(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    bridge, kind = bridge_to(plain_book, TEXTS), LabResultKind()
    form = declared_form(bridge, kind, "plain.lab")
    qtbot.addWidget(form)
    form.open_new()
    form.inputs["what"].restore("alt")
    form.inputs["value"].restore("34")
    form.inputs["unit"].restore("U/L")
    form.save()
    assert form.message.text() == "Type a day first."
    form.inputs["day"].restore("2026-12-24")
    form.save()
    assert form.message.text() == "24 Dec 2026 has not come yet. Give today or an earlier day."
    form.inputs["day"].restore("2026-10-12")
    form.save()
    (result,) = plain_book.listed(LabResult)
    assert (result.day, result.value) == (dt.date(2026, 10, 12), "34")
    row = Row(RowKind.ENTRIES, result.day, (result,))
    assert kind.line(TEXTS, Names(Bridge(plain_book, TEXTS)), row).detail == "34 · U/L"  # its day is that of the row
    again = declared_form(bridge, kind, "plain.lab")
    qtbot.addWidget(again)
    again.open_new(dt.date(2026, 11, 3))
    assert again.inputs["day"].value() == dt.date(2026, 11, 3)
    again.edit_entries([result])
    assert again.inputs["day"].value() == result.day and not again.dirty


# --- what is missing is an error when the kind is made ---------------------------------------------------------------


def test_a_kind_without_the_words_of_its_choices_is_refused() -> None:
    class Wordless(PlainMark):
        choices = {"mark": {"none_today": "none today"}}

    with pytest.raises(TypeError, match="mark"):
        Wordless()


def test_a_kind_without_what_it_needs_is_refused() -> None:
    class Textless(PlainNote):
        captions = {}

    with pytest.raises(TypeError, match="text"):
        Textless()


def test_a_field_without_a_general_input_is_refused() -> None:
    class Rated(DeclaredKind):
        code, cls = "rating", Rating
        captions = {"symptom": "Symptom", "value": "Value"}

    with pytest.raises(TypeError, match="symptom"):
        Rated()


# --- inputs ----------------------------------------------------------------------------------------------------------


class Speed(StrEnum):
    """Options of a choice."""

    SLOW = "slow"
    FAST = "fast"


def made(declared: fields.Declared, optional: bool = False) -> Input:
    words = {"slow": "slowly", "fast": "fast"}
    return input_of(TEXTS, Field("steps", declared, optional, required=not optional), "Steps", words)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Type a whole number from 0 to 5,000."), ("x", "Type a whole number from 0 to 5,000."),
        ("5001", "Type a whole number from 0 to 5,000."), ("-1", "Type a whole number from 0 to 5,000."),
        ("1.5", "Type a whole number from 0 to 5,000."), (" 5000 ", ""), ("0", ""),
    ],
)  # fmt: skip
def test_a_whole_number_lies_in_its_range(qtbot: QtBot, typed: str, problem: str) -> None:
    steps = made(fields.Whole(0, 5000))
    qtbot.addWidget(steps.widget)
    steps.restore(typed)
    assert steps.problem() == problem
    assert problem or steps.value() == int(typed)


def test_nothing_typed_is_no_number_and_never_zero(qtbot: QtBot) -> None:
    steps = made(fields.Whole(0, 5000), optional=True)
    qtbot.addWidget(steps.widget)
    assert (steps.problem(), steps.value()) == ("", None)
    steps.show(0)
    assert steps.value() == 0


@pytest.mark.parametrize(
    ("declared", "value"),
    [
        (fields.Name(required=True), "Ann"), (fields.Lines(), ("to sleep", "pain")), (fields.Free(), "two\nlines"),
        (fields.Whole(0, 9), 7), (fields.Flag(), True), (fields.Choice(Speed), Speed.FAST),
        (fields.Day(), dt.date(2026, 11, 20)), (fields.Number(0, 9000), 7500), (fields.Number(0, 9000), 7123),
    ],
)  # fmt: skip
def test_what_is_shown_is_the_value_and_comes_back_from_a_draft(
    qtbot: QtBot, declared: fields.Declared, value: object
) -> None:
    first, second = made(declared), made(declared)
    for each in (first, second):
        qtbot.addWidget(each.widget)
        assert isinstance(each.widget, QWidget)
    first.show(value)
    second.restore(first.state())
    assert (second.value(), second.problem()) == (value, "")


def test_thousandths_need_a_form_of_their_own() -> None:
    with pytest.raises(TypeError, match="form of its own"):
        made(fields.Thousandths(0, 1000))


@pytest.mark.parametrize(
    ("kind", "field", "belongs", "other"),
    [
        (IntakeKind(), "drinks", Taken.ALCOHOL, Taken.NICOTINE),
        (UiCondition(), "place", ConditionKind.PAIN, ConditionKind.ALLERGY),
        (UiCondition(), "planned", ConditionKind.PLANNED_OPERATION, ConditionKind.ALLERGY),
        (LabResultKind(), "name", Lab.OWN, Lab.ALT),
    ],
)
def test_a_field_is_asked_for_only_where_it_belongs_and_comes_back_there(
    plain_book: Logbook,
    bridge_to: BridgeTo,
    qtbot: QtBot,
    kind: DeclaredKind,
    field: str,
    belongs: StrEnum,
    other: StrEnum,
) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), kind, "plain.belongs")
    qtbot.addWidget(form)
    form.open_new()
    chips, shown = form.inputs["what"], form.inputs[field].widget
    assert not shown.isHidden() and shown.isEnabled() is (field in kind.asked_before_choice)
    typed = "2026-11-30" if field == "planned" else "2"
    for option, usable in ((belongs, True), (other, False), (belongs, True), (other, False)):
        chips.show(option)
        chips.widget.changed.emit(option)  # type: ignore[attr-defined]
        assert shown.isEnabled() is usable and not shown.isHidden()
        if usable and not form.inputs[field].state():
            form.inputs[field].restore(typed)
        assert form.inputs[field].state() == (typed if usable else "")
    again = declared_form(bridge_to(plain_book, TEXTS), kind, "plain.again")
    qtbot.addWidget(again)
    again.restore(form.state())
    assert again.inputs[field].state() == ""
    again.inputs["what"].show(belongs)
    again.inputs["what"].widget.changed.emit(belongs)  # type: ignore[attr-defined]
    assert again.inputs[field].state() == typed


def test_what_does_not_belong_to_what_is_chosen_is_not_saved(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    """A painkiller was saved with the three drinks that had been typed for alcohol; one corrected in the Diary, too."""
    beer = Intake(at=AT, what=Taken.ALCOHOL, drinks=3000)
    plain_book.save(beer)
    form = declared_form(bridge_to(plain_book, TEXTS), IntakeKind(), "plain.corrected")
    qtbot.addWidget(form)
    form.edit_entries([plain_book.get(beer.id)])  # type: ignore[list-item]
    what = form.inputs["what"]
    what.show(Taken.CAFFEINE)
    what.widget.changed.emit(Taken.CAFFEINE)  # type: ignore[attr-defined]
    form.save()
    saved = plain_book.get(beer.id)
    assert isinstance(saved, Intake) and (saved.what, saved.drinks) == (Taken.CAFFEINE, None)


def test_what_came_so_from_a_file_is_asked_about_and_not_dropped_unseen(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    coffee = Intake(at=AT, what=Taken.CAFFEINE, drinks=3000)
    plain_book.save(coffee)
    form = declared_form(bridge_to(plain_book, TEXTS), IntakeKind(), "plain.came")
    qtbot.addWidget(form)
    form.edit_entries([plain_book.get(coffee.id)])  # type: ignore[list-item]
    assert form.inputs["drinks"].state() == "3" and form.inputs["drinks"].widget.isEnabled()
    form.save()
    assert form.message.text() == "Number of drinks: does “3” belong to what is chosen?"


@pytest.mark.parametrize(
    ("upper", "lower", "said"),
    [
        (165, 112, "165/112 mmHg (160/110 or more) · 64 a minute"),
        (195, None, "195/? mmHg (180/120 or more) · 64 a minute"),
        (None, None, "64 a minute"),
    ],
)
def test_a_row_says_a_blood_pressure_as_one(
    plain_book: Logbook, upper: int | None, lower: int | None, said: str
) -> None:
    at = moment_now(plain_book.clock)
    entry = Measurement(at=at, systolic=upper, diastolic=lower, pulse=64)
    row = Row(RowKind.ENTRIES, plain_book.today(), (entry,))
    assert MeasurementKind().line(TEXTS, Names(Bridge(plain_book, TEXTS)), row).detail == said


@pytest.mark.parametrize(
    ("kind", "entry", "title", "detail"),
    [
        (IntakeKind(), Intake(at=AT, what=Taken.OWN, name="zopiclone", amount="7.5 mg"), "zopiclone", "7.5 mg"),
        (IntakeKind(), Intake(at=AT, what=Taken.PAINKILLER, name="Aspirin"), "Aspirin", ""),
        (IntakeKind(), Intake(at=AT, what=Taken.ALCOHOL, name="beer"), "Alcohol", "beer"),
        (IntakeKind(), Intake(at=AT, what=Taken.OWN, amount="one"), "Something else", "one"),
        (CareKind(), Care(at=AT, what=CareWhat.OWN, name="Sauna", minutes=20), "Sauna", "20 minutes"),
        (UiCondition(), Condition(what=ConditionKind.OTHER, name="Gout"), "Gout", ""),
        (LabResultKind(), LabResult(what=Lab.OWN, name="GGT", day=dt.date(2026, 5, 3), value="31"), "GGT", "31"),
    ],
)
def test_a_row_begins_with_the_name_and_not_with_something_else(
    plain_book: Logbook, kind: DeclaredKind, entry: Entry, title: str, detail: str
) -> None:
    line = kind.line(TEXTS, Names(Bridge(plain_book, TEXTS)), Row(RowKind.ENTRIES, plain_book.today(), (entry,)))
    assert (line.title, line.detail) == (title, detail)


def test_what_is_private_by_nature_says_so_beside_the_choice(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), UiCondition(), "")
    qtbot.addWidget(form)
    form.open_new()
    form.show()
    form.inputs["what"].show(ConditionKind.LIVER)
    form._tick_private()
    assert not form.private_at_first.isVisible()
    form.inputs["what"].show(ConditionKind.PREGNANCY)
    form._tick_private()
    assert form.private.is_ticked() and form.private_at_first.isVisible()
    below = form.inputs["what"].widget.y() + form.inputs["what"].widget.height()
    assert 0 <= form.private.y() - below < 20 and 0 <= form.private_at_first.y() - below < 60
    form.private.box.click()
    assert not form.private.is_ticked() and not form.private_at_first.isVisible()
    form.private.box.click()
    assert form.private_at_first.isVisible()


def test_a_kept_pregnancy_shows_its_tick_and_why(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), UiCondition(), "")
    qtbot.addWidget(form)
    form.show()
    form.edit_entries([Condition(what=ConditionKind.PREGNANCY, private=True)])
    said = "Private by nature: reports leave it out. You can change that."
    assert form.private.is_ticked() and form.private_at_first.isVisible() and form.private_at_first.text() == said
    for shown_openly in (
        Condition(what=ConditionKind.LIVER, private=True),
        Condition(what=ConditionKind.PREGNANCY, private=False),
    ):
        form.edit_entries([shown_openly])
        assert form.private.is_ticked() is shown_openly.private and not form.private_at_first.isVisible()


@pytest.mark.parametrize("kind", [IntakeKind(), CareKind(), MeasurementKind()])
def test_when_it_was_stands_above_the_fields_and_is_asked_first_for_another_day(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot, kind: DeclaredKind
) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), kind, "")
    assert isinstance(form, DeclaredTimedForm)
    qtbot.addWidget(form)
    form.resize(420, 600)
    form.open_new()
    form.show()
    assert form.time_line.isVisible() and not form.scroller.isAncestorOf(form.time_line)
    assert form.first_field() is next(iter(form.inputs.values())).widget
    form.open_new(plain_book.today() - dt.timedelta(days=1))
    assert form.first_field() is form.time.edit and form.time.isVisible()


def test_a_name_typed_before_the_kind_is_chosen_stays(body: Body, plain_book: Logbook) -> None:
    screen = health(body)
    screen.add("condition")
    form = screen.form
    assert isinstance(form, DeclaredForm)
    form.take_keyboard()
    keys(*"Fatty", " ", *"liver")  # from the pills each letter goes to the name
    for code in ConditionKind:
        form.inputs["what"].restore(code)
        form.inputs["what"].changed.emit(code)
        assert form.inputs["name"].value() == "Fatty liver"
    form.inputs["what"].restore(ConditionKind.LIVER)
    form.save()
    assert [(each.what, each.name) for each in plain_book.listed(Condition)] == [(ConditionKind.LIVER, "Fatty liver")]


def test_an_allergy_to_nothing_is_asked_about_and_can_be_kept(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot
) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), UiCondition(), "plain.condition")
    qtbot.addWidget(form)
    form.open_new()
    form.inputs["what"].restore(ConditionKind.ALLERGY)
    form.save()
    assert form.message.text() == "Allergy to what? The name is not said." and plain_book.listed(Condition) == []
    form.message.buttons()[1].click()
    assert [each.what for each in plain_book.listed(Condition)] == [ConditionKind.ALLERGY]


def test_a_space_is_no_goal(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    plain_book.save(person := Person(goal="sleep", since=dt.date(2020, 3, 1)))
    form = declared_form(bridge_to(plain_book, TEXTS), PersonKind(), "plain.person")
    qtbot.addWidget(form)
    form.edit_entries([person])
    form.inputs["goal"].restore(" \n")
    form.save()
    assert plain_book.listed(Person) == [Person(id=person.id, since=dt.date(2020, 3, 1))]


def test_a_visit_that_has_passed_is_asked_about_once(plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), PersonKind(), "plain.person")
    qtbot.addWidget(form)
    form.open_new()
    form.inputs["next_visit"].restore("2026-11-03")
    form.save()
    assert form.message.text() == "Next visit: 3 Nov 2026 has passed. Is that right?"
    assert plain_book.listed(Person) == []
    form.message.buttons()[1].click()
    (person,) = plain_book.listed(Person)
    again = declared_form(bridge_to(plain_book, TEXTS), PersonKind(), "plain.person")
    qtbot.addWidget(again)
    again.edit_entries([person])
    again.inputs["goal"].restore("sleep through")
    again.save()
    assert [(each.goal, each.next_visit) for each in plain_book.listed(Person)] == [
        ("sleep through", dt.date(2026, 11, 3))
    ]


@pytest.mark.parametrize(
    ("code", "typed", "said"),
    [("weight", "-3", "Type a number from 0 to 10000."), ("sleep", "\u22122", "Type a number from 0 to 1000."),
     ("pulse", "-3", "Type a whole number from 0 to 10,000.")],
)  # fmt: skip
def test_a_number_below_zero_is_told_what_it_can_be(
    plain_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot, code: str, typed: str, said: str
) -> None:
    form = declared_form(bridge_to(plain_book, TEXTS), MeasurementKind(), "plain.measurement")
    qtbot.addWidget(form)
    form.open_new()
    form.inputs[code].restore(typed)
    form.save()
    assert form.message.text() == said


@pytest.mark.parametrize(
    ("minutes", "drinks", "said"),
    [(1, 1000, "1 drink"), (2, 2000, "2 drinks"), (3, 1500, "1.5 drinks"), (4, 500, "0.5 drinks")],
)
def test_one_of_something_is_said_as_one(plain_book: Logbook, minutes: int, drinks: int, said: str) -> None:
    """The Diary said "1 drinks" and "1 minutes"."""
    beer = Intake(at=moment_now(plain_book.clock), what=Taken.ALCOHOL, drinks=drinks)
    assert said in IntakeKind().said_in_words(TEXTS, beer).splitlines()
    walk = Care(at=moment_now(plain_book.clock), what=CareWhat.EXERCISE, minutes=minutes)
    assert ("1 minute" if minutes == 1 else f"{minutes} minutes") in CareKind().said_in_words(TEXTS, walk).splitlines()
