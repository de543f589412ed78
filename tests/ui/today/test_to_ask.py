"""Today says how many things there are to ask about, names none, and leads to the list."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Condition, Dose, Entry, Measurement, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.substances import Source
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.kit.tasks import working
from journal.ui.safety.checked_view import CheckedView
from journal.ui.shell.body import Body
from journal.ui.today.to_ask import ToAsk
from tests.journals import now
from tests.ui.conftest import Known, OpenWindow
from tests.ui.fits import settle, words

XANAX = Substance(name="Xanax", source=Source.PRESCRIBED)


def card(body: Body, qtbot: QtBot) -> ToAsk:
    """The card, once it has counted."""
    assert body.today is not None
    qtbot.waitUntil(lambda: not working())
    settle()
    return body.today.aside.to_ask


def test_nothing_is_there_to_ask(body: Body, qtbot: QtBot) -> None:
    shown = card(body, qtbot)
    shown.look()
    assert card(body, qtbot).isHidden()


@pytest.mark.slow
def test_it_counts_after_the_start_and_follows_the_list(
    known: Known, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    plain_book.save(XANAX)
    body = open_window(plain_book)
    assert card(body, qtbot).isHidden()  # not before the window can be used
    qtbot.waitUntil(lambda: card(body, qtbot).isVisible(), timeout=10_000)
    assert card(body, qtbot).button.text() == "1 thing to ask about"
    assert words(card(body, qtbot)).endswith("Most urgent of your list: call today") and "Xanax" not in words(
        card(body, qtbot)
    )
    plain_book.save(Substance(name="Oxycodone", source=Source.PRESCRIBED))
    assert card(body, qtbot).button.text() == "2 things to ask about"
    plain_book.undo()
    assert card(body, qtbot).button.text() == "1 thing to ask about"
    plain_book.delete([XANAX.id])
    assert card(body, qtbot).isHidden()


def test_a_condition_counts_and_is_not_named(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Condition(what=ConditionKind.LIVER, name="fatty liver"))
    assert card(body, qtbot).button.text() == "1 thing to ask about"
    assert "iver" not in words(card(body, qtbot))
    assert card(body, qtbot).urgency.text() == "Most urgent of your list: ask first"
    plain_book.save(Condition(what=ConditionKind.PAIN, place="knee"))
    assert card(body, qtbot).button.text() == "1 thing to ask about"


def test_of_what_may_be_prescribed_or_not_it_says_both_levels(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Substance(name="Zopiclone"))
    said = words(card(body, qtbot))
    assert "Most urgent of your list: call today if prescribed, do not mix if not" in said and "opiclone" not in said


@pytest.mark.slow
def test_the_list_opens_with_the_same_count(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX, Condition(what=ConditionKind.LIVER, name="fatty liver"))
    assert card(body, qtbot).button.text() == "2 things to ask about"
    card(body, qtbot).button.click()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in body.findChildren(CheckedView)))
    said = words(next(each for each in body.findChildren(CheckedView) if each.isVisible()))
    assert "2 things to ask about; 1 of them is a condition. 1 thing on your list was checked." in said


@pytest.mark.slow
def test_enter_opens_the_list(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    QTest.keyClick(card(body, qtbot).button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in body.findChildren(CheckedView)))


def test_health_leads_to_the_list(body: Body, qtbot: QtBot) -> None:
    from journal.ui.shell.places import HEALTH

    body.reach(HEALTH).check_list.click()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in body.findChildren(CheckedView)))


@pytest.mark.slow
def test_a_journal_without_anything_to_ask_about_reads_no_table(plain_book: Logbook) -> None:
    """As the window counts after its start; the second count, with a medicine, shows that reading would be seen."""
    script = (
        "import sys; from pathlib import Path; from journal.clock import SystemClock;"
        "from journal.logbook import Logbook; from journal.guidance import interactions;"
        "from journal.ui.today.to_ask import _to_ask;"
        "book = Logbook.open(Path(sys.argv[1]), None, clock=SystemClock(), read_only=True);"
        "counted = _to_ask(book);"
        "print(counted.checked.to_ask if counted else 0, interactions.interaction_table.cache_info().currsize)"
    )

    def counted() -> list[str]:
        asked = [sys.executable, "-c", script, str(plain_book.path)]
        return subprocess.run(asked, capture_output=True, text=True, timeout=60, check=True).stdout.split()

    plain_book.save(Dose(at=now(plain_book)))
    assert counted() == ["0", "0"]
    plain_book.save(Substance(name="Xanax"))
    assert counted() == ["1", "1"]


@pytest.mark.parametrize("of", ["sign", "pressure"])
def test_beside_an_open_emergency_nothing_says_to_call_today(
    body: Body, plain_book: Logbook, qtbot: QtBot, of: str
) -> None:
    plain_book.save(XANAX)
    assert card(body, qtbot).urgency.text() == "Most urgent of your list: call today"
    sign = Symptom(code="chest_pain", kind=SymptomKind.WARNING)
    rating = Rating(at=now(plain_book), symptom=sign.id, value=5)
    open_entry: list[Entry] = [Measurement(at=now(plain_book), systolic=195)] if of == "pressure" else [sign, rating]
    plain_book.save(*open_entry)
    shown = card(body, qtbot)
    assert shown.button.text() == "1 thing to ask about" and shown.urgency.isHidden() and not shown.urgency.text()
    if of == "sign":
        plain_book.save(replace(rating, answer=Answer.KNOWN))
    else:
        plain_book.undo()
    assert card(body, qtbot).urgency.text() == "Most urgent of your list: call today"
