"""What the list said goes with its entry, and is said again with it, whichever way the entry comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journal.core.entries import Condition, Dose, Entry, Intake, Measurement, Note, Substance
from journal.core.health import ConditionKind
from journal.core.moments import HOUR_MS, MINUTE_MS, moment_now
from journal.core.substances import Source, Taken
from journal.logbook import Logbook
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY
from tests.journals import FixedClock
from tests.ui.conftest import Known, OpenWindow
from tests.ui.fits import settle
from tests.ui.workers import let_workers_end

TOOK_BACK = ("undo", "delete", "delete and restore")


def done() -> None:
    let_workers_end()
    settle()
    let_workers_end()  # what was looked up may be looked up again
    settle()


def heard(body: Body) -> str:
    assert body.notices is not None
    return "" if body.notices.notice is None else body.notices.notice.words()


def closing(body: Body) -> None:
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()
    done()


def again(open_window: OpenWindow, book: Logbook) -> Body:
    """The program as it is started anew."""
    body = open_window(book)
    done()
    return body


def xanax() -> Substance:
    return Substance(name="Xanax", source=Source.PRESCRIBED)


def beer(book: Logbook) -> Intake:
    return Intake(at=moment_now(book.clock), what=Taken.ALCOHOL, name="beer")


def _beer(book: Logbook) -> Entry:
    return beer(book)


def _medicine(_book: Logbook) -> Entry:
    return xanax()


def _pregnancy(_book: Logbook) -> Entry:
    return Condition(what=ConditionKind.PREGNANCY, private=False)


def _pressure(book: Logbook) -> Entry:
    return Measurement(at=moment_now(book.clock), systolic=200, diastolic=130)


OF_EACH_KIND = (_beer, _medicine, _pregnancy, _pressure)


def take_away(book: Logbook, entry: Entry, how: str) -> None:
    if how == "undo":
        book.undo()
    else:
        book.delete([entry.id])


def bring_back(book: Logbook, entry: Entry, how: str) -> None:
    if how == "undo":
        book.redo()
    elif how == "delete":
        book.undo()
    else:
        book.restore([entry.id])


def press(widget: QWidget | None, key: Qt.Key, control: bool = False) -> None:
    assert widget is not None
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(widget, key, held)
    done()


@pytest.mark.parametrize("beside", ["", "Xanax", "sign"])
def test_deleted_in_the_diary_and_undone_with_the_keys_it_is_said_again(
    known: Known, open_window: OpenWindow, plain_book: Logbook, beside: str
) -> None:
    from tests.ui.shell.test_emergency_first import open_sign

    body = open_window(plain_book)
    if beside == "Xanax":
        plain_book.save(xanax())
    elif beside == "sign":
        open_sign(plain_book, "chest_pain")
    done()
    drink = beer(plain_book)
    plain_book.save(drink)
    done()
    said = heard(body)
    assert "beer" in said
    diary = body.reach(DIARY)
    done()
    diary.rows.show_entry(drink)
    diary.list.setFocus()
    done()
    press(diary.list, Qt.Key.Key_Delete)
    assert plain_book.existing([drink.id])[drink.id].deleted_ms is not None
    assert "beer" not in heard(body)
    press(QApplication.focusWidget(), Qt.Key.Key_Z, control=True)
    assert plain_book.existing([drink.id])[drink.id].deleted_ms is None
    assert heard(body) == said


@pytest.mark.parametrize("how", TOOK_BACK)
@pytest.mark.parametrize("kind", OF_EACH_KIND)
def test_what_comes_back_says_what_it_said(
    open_window: OpenWindow, plain_book: Logbook, kind: Callable[[Logbook], Entry], how: str
) -> None:
    body, entry = open_window(plain_book), kind(plain_book)
    plain_book.save(entry)
    done()
    said = heard(body)
    assert said
    take_away(plain_book, entry, how)
    done()
    assert heard(body) == ""
    bring_back(plain_book, entry, how)
    done()
    assert heard(body) == said


@pytest.mark.parametrize("how", TOOK_BACK)
@pytest.mark.parametrize("kind", OF_EACH_KIND)
def test_also_after_a_restart(
    open_window: OpenWindow, plain_book: Logbook, kind: Callable[[Logbook], Entry], how: str
) -> None:
    body, entry = open_window(plain_book), kind(plain_book)
    plain_book.save(entry)
    done()
    said = heard(body)
    take_away(plain_book, entry, how)
    done()
    body = again(open_window, plain_book)
    assert heard(body) == ""
    bring_back(plain_book, entry, how)
    done()
    assert heard(body).partition("Sources: ")[0].split()[:8] == said.partition("Sources: ")[0].split()[:8]


@pytest.mark.parametrize("how", TOOK_BACK)
@pytest.mark.parametrize("kind", OF_EACH_KIND)
def test_what_the_person_closed_stays_closed_and_can_be_had_again(
    open_window: OpenWindow, plain_book: Logbook, kind: Callable[[Logbook], Entry], how: str
) -> None:
    body, entry = open_window(plain_book), kind(plain_book)
    plain_book.save(entry)
    done()
    said = heard(body)
    closing(body)
    take_away(plain_book, entry, how)
    done()
    assert body.notices is not None and not body.notices.has_closed()
    bring_back(plain_book, entry, how)
    done()
    assert heard(body) == "" and body.notices.has_closed()
    body.notices.show_closed_again()
    assert heard(body) == said or "Saved as" in said


@pytest.mark.parametrize("how", TOOK_BACK)
def test_a_dose_that_comes_back_joins_again(
    known: Known, open_window: OpenWindow, plain_book: Logbook, how: str
) -> None:
    body = open_window(plain_book)
    plain_book.save(beer(plain_book))
    done()
    closing(body)
    dose = Dose(at=moment_now(plain_book.clock), product=known.green.id)
    plain_book.save(dose)
    done()
    said = heard(body)
    assert said.startswith("beer with kratom: do not mix")
    take_away(plain_book, dose, how)
    done()
    bring_back(plain_book, dose, how)
    done()
    assert heard(body) == said


@pytest.mark.parametrize("how", TOOK_BACK)
def test_what_a_condition_made_more_urgent_is_so_again(open_window: OpenWindow, plain_book: Logbook, how: str) -> None:
    body = open_window(plain_book)
    plain_book.save(Substance(name="Gabapentin", source=Source.PRESCRIBED))
    done()
    closing(body)
    condition = Condition(what=ConditionKind.SLEEP_APNOEA)
    plain_book.save(condition)
    done()
    said = heard(body)
    assert "Gabapentin with kratom" in said
    take_away(plain_book, condition, how)
    done()
    bring_back(plain_book, condition, how)
    done()
    assert heard(body) == said


@pytest.mark.parametrize("how", TOOK_BACK)
def test_the_one_line_of_a_second_drink_comes_back(open_window: OpenWindow, plain_book: Logbook, how: str) -> None:
    body = open_window(plain_book)
    plain_book.save(beer(plain_book))
    done()
    closing(body)
    second = replace(beer(plain_book), name="wine")
    plain_book.save(second)
    done()
    said = heard(body)
    assert "Said today 10:30: wine with kratom: do not mix." in said
    take_away(plain_book, second, how)
    done()
    assert heard(body) == ""
    bring_back(plain_book, second, how)
    done()
    assert heard(body) == said


def test_what_was_changed_and_is_changed_back_is_said_again(open_window: OpenWindow, plain_book: Logbook) -> None:
    body, drink = open_window(plain_book), beer(plain_book)
    plain_book.save(drink)
    done()
    said = heard(body)
    plain_book.save(replace(drink, what=Taken.OWN, name="water"))
    done()
    assert heard(body) == ""
    plain_book.undo()
    done()
    assert heard(body) == said


def test_undoing_something_else_takes_no_advice_away(open_window: OpenWindow, plain_book: Logbook) -> None:
    body, medicine = open_window(plain_book), xanax()
    plain_book.save(medicine)
    done()
    said = heard(body)
    plain_book.save(replace(medicine, note="since May"))
    done()
    plain_book.save(Note(at=moment_now(plain_book.clock), text="tired"))
    plain_book.undo()
    done()
    assert heard(body) == said
    plain_book.delete([medicine.id])
    done()
    plain_book.undo()
    done()
    assert heard(body) == said


def test_undoing_something_else_while_it_is_looked_up_takes_no_advice_away(
    open_window: OpenWindow, plain_book: Logbook
) -> None:
    body = open_window(plain_book)
    plain_book.save(xanax())
    plain_book.save(Note(at=moment_now(plain_book.clock), text="tired"))
    plain_book.undo()
    done()
    assert heard(body).startswith("Xanax with kratom: call today")


def test_what_was_drunk_days_ago_says_nothing_when_it_comes_back(
    open_window: OpenWindow, plain_book: Logbook, clock: FixedClock
) -> None:
    body, drink = open_window(plain_book), beer(plain_book)
    plain_book.save(drink)
    done()
    plain_book.delete([drink.id])
    done()
    clock.ms += 72 * HOUR_MS
    plain_book.undo()
    done()
    assert heard(body) == ""


def test_what_left_by_itself_is_said_again_with_its_medicine(
    open_window: OpenWindow, plain_book: Logbook, clock: FixedClock
) -> None:
    body = open_window(plain_book)
    medicine = Substance(name="Sertraline", source=Source.PRESCRIBED)
    plain_book.save(medicine)
    done()
    said = heard(body)
    assert said.startswith("Sertraline")
    clock.ms += 5 * MINUTE_MS
    plain_book.save(Note(at=moment_now(plain_book.clock), text="tired"))
    done()
    assert heard(body) == ""
    plain_book.delete([medicine.id])
    done()
    plain_book.undo()
    done()
    assert heard(body) == said


@pytest.mark.parametrize(
    ("condition", "rises"),
    [(ConditionKind.SLEEP_APNOEA, True), (ConditionKind.BREATHING, True), (ConditionKind.HEART, False)],
)
def test_what_was_closed_and_is_more_urgent_now_is_said_again(
    open_window: OpenWindow, plain_book: Logbook, condition: ConditionKind, rises: bool
) -> None:
    """Who closed that a condition is asked about within days has not read that alcohol makes it a call of today."""
    body = open_window(plain_book)
    plain_book.save(Condition(what=condition))
    done()
    name = heard(body).partition(" and kratom")[0]
    closing(body)
    drink = beer(plain_book)
    plain_book.save(drink)
    done()
    assert body.notices is not None and "beer with kratom" in heard(body)
    assert (name in heard(body)) is rises and body.notices.has_closed() is not rises
    closing(body)
    plain_book.save(Note(at=moment_now(plain_book.clock), text="Slept badly"))
    done()
    assert heard(body) == ""  # as urgent as it was when it was closed again
