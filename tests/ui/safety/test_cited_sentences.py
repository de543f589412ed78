"""A mark opens the source below its sentences, and another mark takes that one's place."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.guidance.values import Statement
from journal.texts import english
from journal.ui.safety.checked_name_view import StackedParts
from journal.ui.safety.cited_sentences import CitedSentences
from journal.ui.safety.prose import MarkButton
from tests.ui.fits import settle, words

TWO = ("leong-2021", "tatum-2018")


def test_a_source_is_told_of_and_gives_way_to_the_next(qtbot: QtBot) -> None:
    revealed: list[QWidget] = []
    numbers = {source: number for number, source in enumerate(TWO, 1)}
    cited = CitedSentences(english(), guidance.sources(), numbers, guidance.country("US"), revealed.append)
    holder = StackedParts(2)
    qtbot.addWidget(holder)
    holder.body.addWidget(cited.prose([Statement("Call {number}.", TWO)]))
    holder.body.addWidget(cited.prose([Statement("No source.", ())]))
    holder.show()
    settle()
    assert "Call 911." in words(holder)
    for mark in holder.findChildren(MarkButton):
        mark.click()
        settle()
        assert cited.source.card is not None and revealed[-1] is cited.source.card
        assert holder.body.indexOf(cited.source.card) == 1  # below its sentences, before the next ones
        assert guidance.sources()[mark.mark.source].title in words(cited.source.card)
    cited.source.close()
    settle()
    assert cited.source.card is None and holder.body.count() == 2
