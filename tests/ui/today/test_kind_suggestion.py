"""Today asks for a kind that is not said: one question at most, quietly, once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal.core.entries import Content, Dose, Product, ProductKind
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.ui.kit.theme import apply_theme
from journal.ui.products.kind_question import KindQuestion
from journal.ui.today.kind_suggestion import KindSuggestion
from journal.ui.today.screen import TodayScreen
from tests.journals import JournalAt
from tests.ui.conftest import BridgeTo, Known, OpenWindow, tick
from tests.ui.fits import cut, longer, overlapping, settle, unnamed

Answers = dict[str, QAbstractButton]
CAPSULES = Product(name="Made-up Capsules")


def shown(book: Logbook, open_window: OpenWindow, *products: Product) -> KindSuggestion:
    for each in products:
        book.save(each)
        tick(book, 1)
    body = open_window(book)
    assert body.today is not None
    return body.today.kind_suggestion


def asked(suggestion: KindSuggestion) -> str:
    """The words of the question, "" where there is none."""
    found = [each for each in suggestion.findChildren(KindQuestion) if not each.isHidden()]
    assert len(found) <= 1 and suggestion.isHidden() == (not found)
    return found[0].words() if found else ""


def answers(suggestion: KindSuggestion) -> Answers:
    (found,) = [each for each in suggestion.findChildren(KindQuestion) if not each.isHidden()]
    return {each.text(): each for each in found.findChildren(QAbstractButton) if not each.isHidden()}


def stored(book: Logbook, product: Product) -> Product:
    found = book.get(product.id)
    assert isinstance(found, Product)
    return found


def test_nothing_is_asked_where_every_kind_is_said(known: Known, plain_book: Logbook, open_window: OpenWindow) -> None:
    assert asked(shown(plain_book, open_window)) == ""


def test_one_kind_is_asked_and_one_press_says_it(known: Known, plain_book: Logbook, open_window: OpenWindow) -> None:
    suggestion = shown(plain_book, open_window, CAPSULES)
    assert asked(suggestion) == "Made-up Capsules: What kind of product is it?"
    assert list(answers(suggestion)) == [
        "leaf powder", "crushed leaf", "capsules", "tea", "extract", "tincture or shot", "tablet", "7-OH", "other",
        "Not now",
    ]  # fmt: skip
    assert "<" not in "".join(each.text() for each in suggestion.findChildren(QLabel))
    answers(suggestion)["capsules"].click()
    assert stored(plain_book, CAPSULES).kind is ProductKind.CAPSULE and asked(suggestion) == ""
    plain_book.undo()
    assert stored(plain_book, CAPSULES).kind is ProductKind.NOT_SAID and asked(suggestion) != ""


def test_not_now_is_asked_neither_again_nor_after_a_restart(
    known: Known, plain_book: Logbook, open_window: OpenWindow
) -> None:
    suggestion = shown(plain_book, open_window, CAPSULES)
    answers(suggestion)["Not now"].click()
    assert asked(suggestion) == "" and stored(plain_book, CAPSULES) == CAPSULES
    plain_book.save(replace(CAPSULES, vendor="Someone"))
    assert asked(suggestion) == ""
    again = open_window(plain_book)
    assert again.today is not None and asked(again.today.kind_suggestion) == ""
    assert again.today.kind_suggestion.isHidden()


def test_the_last_used_product_comes_first_and_the_others_after_it(
    known: Known, plain_book: Logbook, open_window: OpenWindow
) -> None:
    used, other = Product(name="Used"), Product(name="Other")
    plain_book.save(used, Dose(at=moment_now(plain_book.clock), product=used.id), label="dose.added")
    suggestion = shown(plain_book, open_window, replace(other, archived=True))
    assert asked(suggestion).startswith("Used: ")
    answers(suggestion)["tea"].click()
    assert asked(suggestion) == ""
    plain_book.save(other)
    assert asked(suggestion).startswith("Other: ")


@pytest.mark.slow
def test_not_now_is_for_all_products_on_that_day(known: Known, plain_book: Logbook, open_window: OpenWindow) -> None:
    suggestion = shown(plain_book, open_window, Product(name="One"), Product(name="Two"))
    answers(suggestion)["Not now"].click()
    assert asked(suggestion) == ""
    tick(plain_book, 24 * 60)
    plain_book.save(Product(name="Known", kind=ProductKind.TEA))
    assert asked(suggestion).startswith("One: ")


def test_a_filled_in_kind_is_asked_once(known: Known, plain_book: Logbook, open_window: OpenWindow) -> None:
    green = Product(name="Green", kind=ProductKind.LEAF_POWDER, ask_kind=True)
    suggestion = shown(plain_book, open_window, green)
    assert asked(suggestion) == "Green: Is its kind “leaf powder”?"
    answers(suggestion)["Another kind"].click()
    assert asked(suggestion) == "Green: What kind of product is it?"
    answers(suggestion)["Not now"].click()
    assert asked(suggestion) == "" and stored(plain_book, green) == green


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(("answer", "content"), [("7-OH", Content.SEVEN_OH), ("It does not say", None)])
def test_a_tablet_is_asked_what_it_holds(
    known: Known, plain_book: Logbook, open_window: OpenWindow, answer: str, content: Content | None
) -> None:
    white = Product(name="White", kind=ProductKind.TABLET)
    suggestion = shown(plain_book, open_window, white)
    assert asked(suggestion) == "White: What is in the tablet, by its label?"
    answers(suggestion)[answer].click()
    assert stored(plain_book, white).content is content and asked(suggestion) == ""


def test_a_name_that_says_another_kind_is_asked_about(
    known: Known, plain_book: Logbook, open_window: OpenWindow
) -> None:
    red = Product(name="7-OH Red", kind=ProductKind.LEAF_POWDER)
    suggestion = shown(plain_book, open_window, red)
    assert asked(suggestion) == "7-OH Red: The name says 7-OH. Is it a 7-OH product?"
    answers(suggestion)["Yes"].click()
    assert stored(plain_book, red).kind is ProductKind.SEVEN_OH and asked(suggestion) == ""


def test_a_deleted_product_is_not_asked_about(known: Known, plain_book: Logbook, open_window: OpenWindow) -> None:
    suggestion = shown(plain_book, open_window, CAPSULES)
    plain_book.delete([CAPSULES.id])
    assert asked(suggestion) == ""


@pytest.mark.slow
def test_after_an_answer_the_keyboard_is_on_the_first_action(
    known: Known, plain_book: Logbook, open_window: OpenWindow
) -> None:
    suggestion = shown(plain_book, open_window, CAPSULES)
    answers(suggestion)["Not now"].setFocus()
    answers(suggestion)["Not now"].click()
    focused = suggestion.window().focusWidget()
    assert isinstance(focused, QAbstractButton) and focused.isVisible()


def test_a_view_only_journal_asks_nothing(plain_journal: JournalAt, open_window: OpenWindow) -> None:
    with plain_journal.open() as book:
        book.save(CAPSULES)
    with plain_journal.open(read_only=True) as book:
        body = open_window(book)
        assert body.today is not None and asked(body.today.kind_suggestion) == ""


def test_at_twice_the_text_size_and_with_longer_words_nothing_is_cut(
    known: Known, plain_book: Logbook, bridge_to: BridgeTo, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, "light", 200)
    plain_book.save(Product(name="Made-up Capsules of a very long name, as its label says it"))
    screen = TodayScreen(bridge_to(plain_book, longer()))
    qtbot.addWidget(screen)
    screen.resize(520, 900)
    screen.show()
    settle()
    assert screen.kind_suggestion.isVisible()
    # What wraps has its height one turn of the event loop after its width.
    qtbot.waitUntil(lambda: cut(screen) == [], timeout=20_000)
    assert unnamed(screen) == [] and overlapping(screen) == []
