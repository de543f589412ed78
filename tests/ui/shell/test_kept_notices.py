"""What the list said and nobody closed is there again after the program was left, as long as it holds."""

from __future__ import annotations

import pytest

from journal.core.entries import Condition, Intake, Substance
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, moment_now
from journal.core.substances import Source, Taken
from journal.logbook import Logbook
from journal.ui.shell import kept_notices
from journal.ui.shell.body import Body
from tests.journals import FixedClock
from tests.ui.conftest import OpenWindow
from tests.ui.fits import settle
from tests.ui.workers import let_workers_end


def done() -> None:
    let_workers_end()
    settle()


def heard(body: Body) -> str:
    assert body.notices is not None
    return "" if body.notices.notice is None else body.notices.notice.words()


def again(open_window: OpenWindow, book: Logbook) -> Body:
    """The program as it is started anew."""
    body = open_window(book)
    settle()  # it is painted, and begins
    let_workers_end()
    settle()
    return body


def ambien(book: Logbook, private: bool = False) -> Intake:
    return Intake(at=moment_now(book.clock), what=Taken.OWN, name="Ambien", private=private)


@pytest.mark.parametrize("private", [False, True])
def test_what_was_taken_is_said_again_after_a_restart(
    open_window: OpenWindow, plain_book: Logbook, private: bool
) -> None:
    body = open_window(plain_book)
    plain_book.save(ambien(plain_book, private))
    done()
    said = heard(body)
    assert said
    body = again(open_window, plain_book)
    assert ("Ambien" in heard(body)) is ("Ambien" in said)


def test_the_form_of_a_dose_names_it_beside_an_open_sign(open_window: OpenWindow, plain_book: Logbook) -> None:
    from tests.ui.shell.test_emergency_first import in_sight, open_sign

    open_window(plain_book)
    plain_book.save(ambien(plain_book))
    done()
    body = again(open_window, plain_book)
    assert "Ambien" in heard(body)
    open_sign(plain_book, "chest_pain")
    done()
    body.act("dose")
    settle()
    lines = in_sight(body)
    assert lines[0].startswith("First: Chest pain") and "Ambien with kratom" in lines[-1]


@pytest.mark.parametrize("how", ["closed", "undone", "old"])
def test_what_was_closed_taken_back_or_is_a_day_old_is_not(
    open_window: OpenWindow, plain_book: Logbook, clock: FixedClock, how: str
) -> None:
    body = open_window(plain_book)
    plain_book.save(ambien(plain_book))
    done()
    assert body.notices is not None and body.notices.notice is not None
    if how == "closed":
        body.notices.notice.close_button.click()
    elif how == "undone":
        plain_book.undo()
    else:
        clock.ms += DAY_MS + 1000
    done()
    assert heard(again(open_window, plain_book)) == ""


def test_a_medicine_and_a_condition_are_said_again(open_window: OpenWindow, plain_book: Logbook) -> None:
    body = open_window(plain_book)
    xanax = Substance(name="Xanax", source=Source.PRESCRIBED)
    plain_book.save(xanax, Condition(what=ConditionKind.LIVER, private=False))
    done()
    before = heard(body)
    body = again(open_window, plain_book)
    assert "Xanax" in heard(body) and heard(body).partition(" ")[0] == before.partition(" ")[0]


def test_a_notice_that_is_lost_is_found(
    open_window: OpenWindow, plain_book: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_window(plain_book)
    monkeypatch.setattr(kept_notices, "_found", lambda logbook, ids: [])
    plain_book.save(ambien(plain_book))
    done()
    assert heard(again(open_window, plain_book)) == ""
