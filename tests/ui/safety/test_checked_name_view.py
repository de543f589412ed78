"""One name of a checked list, and what is said of levels that no source gives."""

from __future__ import annotations

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from journal import guidance
from journal.guidance.interactions import Circumstance, InteractionClass, classes
from journal.guidance.matching import Checked, CheckedName, Taken, check
from journal.guidance.whole_classes import checked_classes
from journal.texts import english
from journal.ui.safety.checked_name_view import CheckedNameView
from journal.ui.safety.checked_numbers import numbered
from journal.ui.safety.cited_sentences import CitedSentences
from tests.ui.fits import settle, words

OWN = "This level is proposed by this program"


def shown(qtbot: QtBot, of: Checked, name: CheckedName, searched: bool = False) -> str:
    country = guidance.country("US")
    cited = CitedSentences(english(), guidance.sources(), numbered(of, searched), country, lambda _place: None)
    made = CheckedNameView(english(), name, cited, country, searched)
    qtbot.addWidget(made)
    made.show()
    settle()
    return words(made)


def test_what_to_do_comes_first_then_why_it_is_so_high(qtbot: QtBot) -> None:
    of = check([Taken("gabapentin", True)], dt.date(2026, 11, 30), 0, {Circumstance.SLEEP_APNOEA: True})
    said = shown(qtbot, of, of.names[0])
    places = [said.index(part) for part in ("out-of-hours line today.", "written down: sleep apnoea.", "Evidence: ")]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["Xanax", "kava", "beer", "Benadryl", "heroin"])
def test_what_is_not_to_be_mixed_begins_with_that(qtbot: QtBot, name: str) -> None:
    of = check([Taken(name, False)], dt.date(2026, 11, 30), 0)
    said = shown(qtbot, of, of.names[0])
    assert said.index("Do not take it together with kratom.") < said.index("Evidence: ")
    assert said.count("Do not take it together with kratom.") == 1


@pytest.mark.parametrize("name", ["loperamide", "sertraline", "magnesium", "naloxone"])
def test_what_is_not_called_so_anyway_does_not_say_it(qtbot: QtBot, name: str) -> None:
    of = check([Taken(name, False)], dt.date(2026, 11, 30), 0)
    assert "Do not take it together with kratom." not in shown(qtbot, of, of.names[0])


@pytest.mark.parametrize("of", [of for of in classes().values() if of.own_level], ids=lambda of: of.id)
def test_a_whole_class_names_the_members_whose_level_is_our_own(qtbot: QtBot, of: InteractionClass) -> None:
    checked = checked_classes([of], False)
    said = shown(qtbot, checked, checked.names[0], searched=True)
    if set(of.own_level) == set(of.members):
        assert OWN in said
    else:
        assert OWN not in said and f"proposed by this program: {', '.join(of.own_level)}." in said


def test_every_single_name_whose_level_is_our_own_says_so(qtbot: QtBot) -> None:
    for of in classes().values():
        for member in of.own_level:
            checked = check([Taken(member)], dt.date(2026, 11, 30), 0)
            assert OWN in shown(qtbot, checked, checked.names[0]), member
