"""A rule of another country does not stand first for who chose their own."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from journal.guidance import Hit, by_passage, country, find, pages
from journal.guidance.own_country import own_country_first
from journal.texts import english
from journal.ui.safety.results import Results
from tests.ui.fits import words

TYPED = ["driving rules", "driving", "drive after a seizure", "report", "medical record", "free services", "offence"]
BEGIN = {
    "US": ("In the United States", "United States:"), "GB": ("In the United Kingdom", "United Kingdom:", "England:"),
    "DE": ("Germany:",), "IE": ("Ireland:",), "AU": ("Australia:", "In Australia"),
}  # fmt: skip


def hits_of(typed: str) -> list[Hit]:
    return list(by_passage(find(pages(), (), typed).hits))


def begins_elsewhere(hit: Hit, code: str) -> bool:
    """Worked out a second time, by the words with which these pages begin such sentences."""
    texts = (hit.statement.text, *(statement.text for statement in hit.passage.statements[:1]))
    return any(text.startswith(begin) for other in BEGIN if other != code for begin in BEGIN[other] for text in texts)


@pytest.mark.parametrize("code", BEGIN)
@pytest.mark.parametrize("typed", TYPED)
def test_what_holds_elsewhere_alone_comes_last_and_none_is_lost(typed: str, code: str) -> None:
    before = hits_of(typed)
    after = own_country_first(before, country(code))
    elsewhere = [hit for hit in before if begins_elsewhere(hit, code)]
    assert sorted(map(before.index, after)) == list(range(len(before)))
    first_of_mine = next((hit for hit in after if hit not in elsewhere), None)
    assert first_of_mine is None or after[0] == first_of_mine
    assert not elsewhere or after.index(elsewhere[0]) >= len(before) - len(elsewhere) - 2  # Malaysia, Canada


def test_for_the_united_states_the_rule_of_the_united_kingdom_does_not_stand_first(qtbot: QtBot) -> None:
    said = {}
    for code in ("US", "GB"):
        results = Results(english(), find(pages(), (), "driving rules"), country(code))
        qtbot.addWidget(results)
        said[code] = words(results)
    own, uk = "Look up the rules of your work", "In the United Kingdom it is an offence to drive"
    assert 0 < said["US"].index(own) < said["US"].index(uk)
    assert 0 < said["GB"].index(uk) < said["GB"].index(own)


def test_where_no_country_is_chosen_nothing_moves() -> None:
    for typed in TYPED:
        assert own_country_first(hits_of(typed), country(None)) == hits_of(typed)
