"""A question that comes is in sight with its heading, and nothing of the card is cut by the edge above it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from journal.core.entries import Answer, Symptom
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.safety.happening import HappeningNow
from journal.ui.safety.one_sign import OneSign
from journal.ui.shell.body import Body
from tests.journals import saved
from tests.ui.conftest import keys, target
from tests.ui.fits import settle
from tests.ui.sign_cards import question, rate

SIZES = [(1366, 768, 100), (900, 600, 100), (1240, 900, 200)]
DOWN = Qt.Key.Key_Down


def cut_above(card: HappeningNow) -> list[str]:
    """The words in the card of which only the lower part is seen."""
    labels = [each for each in card.findChildren(QLabel) if each.isVisible() and each.text()]
    return [each.text() for each in labels if _cut_above(each)]


def _cut_above(widget: QWidget) -> bool:
    seen = widget.visibleRegion().boundingRect()
    return not seen.isEmpty() and seen.top() > 0


def seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == QRect(QPoint(), widget.size())


def out_of_sight(part: OneSign) -> list[str]:
    """What of a question is not wholly in sight: its heading, what is asked, and its first answer."""
    heading, asked = part.lines()[:2]
    return [str(each.property("text")) for each in (heading, asked, part.first) if not seen(each)]


@pytest.fixture
def rated(opened: Body, plain_book: Logbook) -> Body:
    """Three signs that the form asks about."""
    saved(plain_book, Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, position=2))
    saved(plain_book, Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=3))
    return opened


def sized(body: Body, width: int, height: int, percent: int) -> None:
    body.set_look(text_size=percent)
    body.main.resize(width, height)
    settle()


@pytest.mark.quick_every(9)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED])
def test_a_question_that_comes_is_seen_with_its_heading(
    rated: Body, width: int, height: int, percent: int, answer: Answer | None
) -> None:
    sized(rated, width, height, percent)
    rate(rated, DOWN, "7")
    card = question(rated)
    assert card is not None and out_of_sight(card.parts[0]) == [] and cut_above(card) == []
    for moves, code in ((2, "suicidal_thoughts"), (3, "dark_urine")):
        if answer is not None:
            card.parts[0].answers[answer].click() if card.parts[0].given is None else None
            settle()
            assert cut_above(card) == []
        rate(rated, *[DOWN] * moves, "6")
        part = next(each for each in card.parts if each.noted.code == code)
        assert part.isAncestorOf(target()), code
        assert (out_of_sight(part), cut_above(card)) == ([], []), code


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_what_an_answer_shows_and_what_is_left_after_closing_begin_in_sight(
    rated: Body, width: int, height: int, percent: int
) -> None:
    sized(rated, width, height, percent)
    rate(rated, DOWN, "7", DOWN, "6", DOWN, "5")
    card = question(rated)
    assert card is not None and len(card.parts) == 3
    for part in list(card.parts):
        part.first.setFocus()
        keys(Qt.Key.Key_Space)
        settle()
        assert (seen(part.lines()[0]), cut_above(card)) == (True, []), part.noted.code
    while len(card.parts) > 1:
        keys(Qt.Key.Key_Escape)
        settle()
        at = next(each for each in card.parts if each.isAncestorOf(target()))
        assert (seen(at.lines()[0]), cut_above(card)) == (True, []), at.noted.code
