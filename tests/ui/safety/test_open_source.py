"""A mark opens its source below its sentences, on a page and beside a list alike."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.guidance import Statement
from journal.texts import english
from journal.ui.safety.open_source import OpenSource
from journal.ui.safety.prose import MarkButton, Prose, Sentence
from tests.ui.fits import settle

STATEMENTS = [
    Statement("Kratom acts on opioid receptors.", ("hill-2022", "uic-2023")),
    Statement("Faint or racing heart: call.", ("acep-signs",)),
]
NUMBERS = {"hill-2022": 1, "uic-2023": 2, "acep-signs": 3}


def opened(qtbot: QtBot) -> tuple[QWidget, OpenSource, list[QWidget]]:
    holder, revealed = QWidget(), list[QWidget]()
    source = OpenSource(english(), guidance.sources(), NUMBERS, revealed.append)
    body = QVBoxLayout(holder)
    for statement in STATEMENTS:
        prose = Prose([Sentence(statement.text, source.marks(statement))])
        prose.chosen.connect(source.choose)
        body.addWidget(prose)
    qtbot.addWidget(holder)
    holder.resize(500, 400)
    holder.show()
    settle()
    return holder, source, revealed


def test_a_mark_says_its_number_and_whose_it_is() -> None:
    source = OpenSource(english(), guidance.sources(), NUMBERS, lambda _: None)
    first, second = source.marks(STATEMENTS[0])
    assert (first.number, second.number) == (1, 2)
    assert first.name.startswith("Source 1: ") and "British Journal of Pharmacology, 2022" in first.name


def test_one_source_is_open_at_a_time_and_is_read_behind_its_sentence(qtbot: QtBot) -> None:
    holder, source, revealed = opened(qtbot)
    first, _, last = holder.findChildren(MarkButton)
    for mark, place in ((last, 2), (first, 1)):
        mark.click()
        settle()
        body = holder.layout()
        assert body is not None and source.card is not None and revealed[-1] is source.card
        assert body.indexOf(source.card) == place and body.count() == 3
        assert source.card.copy.hasFocus()
    order = [child for child in holder.children() if isinstance(child, Prose) or child is source.card]
    assert order[1] is source.card  # as a screen reader comes to it


def test_the_same_mark_or_closing_takes_it_away_and_the_keyboard_is_where_it_was(qtbot: QtBot) -> None:
    holder, source, _ = opened(qtbot)
    mark = holder.findChildren(MarkButton)[1]
    for closing in (mark.click, source.close):
        mark.click()
        settle()
        assert source.card is not None
        closing()
        settle()
        assert source.card is None and mark.hasFocus()
    source.close()  # nothing is open: nothing happens
