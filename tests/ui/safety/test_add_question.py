"""What is read in Safety can be put onto the questions for the visit: once, said, undoable."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Question
from journal.guidance.phrases import forbidden_phrases
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.bridge import Bridge
from journal.ui.safety.add_question import AddQuestion
from journal.ui.safety.screen import SafetyScreen
from tests.ui.fits import cut, longer, settle, shown, unnamed


@pytest.fixture
def screen(qtbot: QtBot, plain_book: Logbook) -> SafetyScreen:
    made = SafetyScreen(Bridge(plain_book, english()), "US")
    shown(qtbot, made, 1040)
    return made


def offered(screen: SafetyScreen) -> AddQuestion:
    settle()
    (found,) = [each for each in screen.findChildren(AddQuestion) if each.isVisible()]
    return found


def test_a_page_becomes_a_question_once(screen: SafetyScreen, plain_book: Logbook) -> None:
    page = screen.show_page(screen.pages[1].code).page
    adding = offered(screen)
    adding.add.click()
    (question,) = plain_book.listed(Question)
    assert page.title in question.text and forbidden_phrases(question.text, "guidance") == []
    assert adding.message.text().startswith("Added to Today, “To discuss at the visit”: About “")
    adding.add.click()
    assert plain_book.listed(Question) == [question]
    assert adding.message.text().startswith("It is on your list already")
    plain_book.undo()
    assert plain_book.listed(Question) == []


def test_what_was_asked_can_be_asked_again(screen: SafetyScreen, plain_book: Logbook) -> None:
    screen.show_list()
    offered(screen).add.click()
    (question,) = plain_book.listed(Question)
    assert "My list, checked" in question.text
    plain_book.save(replace(question, asked_on=plain_book.today()))
    offered(screen).add.click()
    assert len(plain_book.listed(Question)) == 2


def test_an_interaction_that_was_searched_for_can_be_added(screen: SafetyScreen, plain_book: Logbook) -> None:
    screen.search.setText("xanax")
    offered(screen).add.click()
    (question,) = plain_book.listed(Question)
    assert "“xanax”" in question.text


def test_the_register_is_nothing_to_ask_about(screen: SafetyScreen) -> None:
    screen._choose("register")
    settle()
    assert [each for each in screen.findChildren(AddQuestion) if each.isVisible()] == []


@pytest.mark.parametrize("width", [320, 700])
def test_nothing_is_cut(qtbot: QtBot, plain_book: Logbook, width: int) -> None:
    for texts in (english(), longer()):
        made = AddQuestion(Bridge(plain_book, texts), "With medicines, alcohol and other drugs")
        shown(qtbot, made, width)
        made.add.click()
        settle()
        assert cut(made) == [] and unnamed(made) == []
