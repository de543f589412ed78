"""A notice that stands says what holds now: whatever is undone, deleted or edited meanwhile rewrites it, or ends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Condition, Entry, Intake, Measurement, Note, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.shell.body import Body
from tests.ui.shell.test_notices_after_saving import XANAX, ZOLOFT, done, heard

NO_MORE, KEEP = "Take no more kratom until a doctor has spoken to you.", "do not stop kratom all at once"


def naloxone(book: Logbook) -> list[Entry]:
    return [Intake(at=moment_now(book.clock), what=Taken.OWN, name="Narcan")]


def sign(book: Logbook) -> list[Entry]:
    made = Symptom(code="yellow_skin", kind=SymptomKind.WARNING)
    return [made, Rating(at=moment_now(book.clock), symptom=made.id, value=6, answer=Answer.YES)]


def undone(book: Logbook, _entry: Entry) -> None:
    book.undo()


def deleted(book: Logbook, entry: Entry) -> None:
    book.delete([entry.id])


def edited(book: Logbook, entry: Entry) -> None:
    """So that it is no such thing any more."""
    match entry:
        case Intake():
            book.save(replace(entry, name="Vitamin C"))
        case Rating():
            book.save(replace(entry, value=0, answer=None))
        case Measurement():
            book.save(replace(entry, systolic=118, diastolic=75))
        case Condition():
            book.save(replace(entry, until=book.today().replace(month=1)))
        case Substance():
            book.save(replace(entry, name="Vitamin C"))


GOES = [undone, deleted, edited]
Goes = Callable[[Logbook, Entry], None]


@pytest.mark.parametrize("goes", GOES)
@pytest.mark.parametrize("made", [naloxone, sign])
def test_to_take_no_more_is_said_while_it_holds(
    body: Body, plain_book: Logbook, qtbot: QtBot, made: Callable[[Logbook], list[Entry]], goes: Goes
) -> None:
    plain_book.save(ZOLOFT)
    done(qtbot)
    assert KEEP in heard(body) and NO_MORE not in heard(body)
    entries = made(plain_book)
    plain_book.save(*entries)
    done(qtbot)
    assert "Zoloft" in heard(body) and NO_MORE in heard(body) and KEEP not in heard(body)
    goes(plain_book, entries[-1])
    done(qtbot)
    assert "Zoloft" in heard(body) and NO_MORE not in heard(body) and KEEP in heard(body)


@pytest.mark.parametrize("goes", GOES)
def test_a_pressure_is_spoken_of_while_it_is_there(body: Body, plain_book: Logbook, qtbot: QtBot, goes: Goes) -> None:
    before = Measurement(at=moment_now(plain_book.clock), systolic=190, diastolic=100)
    plain_book.save(before)
    done(qtbot)
    high = Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=101)
    plain_book.save(high)
    done(qtbot)
    assert heard(body).startswith(("A blood pressure of 180/120", "Again a blood pressure"))
    goes(plain_book, high)
    done(qtbot)
    assert heard(body).startswith("A blood pressure of 180/120 or more, today")
    plain_book.delete([before.id])
    done(qtbot)
    assert heard(body) == ""


@pytest.mark.parametrize("goes", GOES)
def test_a_pressure_that_is_high_in_a_pregnancy_goes_with_it(
    body: Body, plain_book: Logbook, qtbot: QtBot, goes: Goes
) -> None:
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=145, diastolic=80))
    pregnant = Condition(what=ConditionKind.PREGNANCY)
    plain_book.save(pregnant)
    done(qtbot)
    assert "140/90" in heard(body)
    goes(plain_book, pregnant)
    done(qtbot)
    assert heard(body) == ""


@pytest.mark.parametrize("goes", GOES)
def test_a_condition_and_a_medicine_are_spoken_of_while_they_are_there(
    body: Body, plain_book: Logbook, qtbot: QtBot, goes: Goes
) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    pregnant = Condition(what=ConditionKind.PREGNANCY, private=False)
    plain_book.save(pregnant)
    done(qtbot)
    assert "Pregnancy and kratom" in heard(body) and "Xanax" in heard(body)
    goes(plain_book, pregnant)
    done(qtbot)
    assert "Pregnancy" not in heard(body) and "Xanax with kratom: call today" in heard(body)
    if goes is not undone:
        goes(plain_book, XANAX)
        done(qtbot)
        assert "Xanax" not in heard(body)


def test_what_is_done_again_is_said_again(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    plain_book.undo()
    done(qtbot)
    assert heard(body) == ""
    plain_book.redo()
    done(qtbot)
    assert heard(body).startswith("Xanax with kratom: call today")
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=101))
    done(qtbot)
    plain_book.undo()
    done(qtbot)
    assert heard(body).startswith("Xanax with kratom: call today")
    plain_book.redo()
    done(qtbot)
    assert heard(body).startswith("A blood pressure of 180/120")


def test_one_line_goes_with_its_medicine(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(ZOLOFT)
    done(qtbot)
    assert body.notices is not None
    body.notices.close()
    prozac = Substance(name="Prozac", source=Source.PRESCRIBED)
    plain_book.save(prozac)
    done(qtbot)
    assert heard(body).startswith("Prozac is in the same group as Zoloft")
    plain_book.save(Note(at=moment_now(plain_book.clock), text="a note"))
    done(qtbot)
    plain_book.delete([prozac.id])
    done(qtbot)
    assert heard(body) == ""


def test_at_the_form_of_a_dose_an_undo_of_something_else_leaves_the_emergency(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    made = Symptom(code="chest_pain", kind=SymptomKind.WARNING)
    plain_book.save(made, Rating(at=moment_now(plain_book.clock), symptom=made.id, value=6, answer=Answer.YES))
    plain_book.save(Note(at=moment_now(plain_book.clock), text="a note"))
    done(qtbot)
    assert body.notices is not None
    body.notices.at_forms.opened("dose")
    assert heard(body).startswith("First: Chest pain")
    plain_book.undo()
    done(qtbot)
    assert heard(body).startswith("First: Chest pain")
    plain_book.undo()
    done(qtbot)
    assert heard(body) == ""
