"""Beside each name stands what it was recognised as and one quiet hint; an unknown name is never called safe."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Condition, Substance
from journal.core.health import ConditionKind
from journal.core.substances import Source
from journal.guidance.interactions import Circumstance
from journal.guidance.matching import Taken as TakenName
from journal.guidance.matching import check
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.health.part import Rows
from journal.ui.health.row_hints import beside_names, condition_hints, with_check
from journal.ui.health.row_view import Row
from journal.ui.health.screen import HealthScreen
from tests.ui.health.conftest import Taken, settle, substances, words

TEXTS, TODAY = english(), dt.date(2026, 11, 22)


def hint_of(name: str, prescribed: bool | None = None) -> str:
    (found,) = beside_names(TEXTS, check([TakenName(name, prescribed)], TODAY, 0)).values()
    return found.hint


def test_the_level_stands_in_words_with_how_many_sources_it_has() -> None:
    assert hint_of("beer") == "In the list of interactions: do not mix · 4 sources"
    assert hint_of("Omeprazole") == "In the list of interactions: good to know · 1 source"


def test_a_level_of_our_own_says_so() -> None:
    assert hint_of("Exelon", prescribed=False) == (
        "In the list of interactions: ask first · this level is proposed by this program, without a source · 3 sources"
    )
    assert "proposed" not in hint_of("Ondansetron", prescribed=False)


def test_a_prescribed_medicine_always_says_whom_to_talk_to() -> None:
    for name in ("Sertraline", "Omeprazole", "Diazepam"):
        assert "talk to your prescriber or pharmacist" in hint_of(name, prescribed=True)
    assert "prescriber" not in hint_of("Sertraline", prescribed=False)


def test_what_is_not_in_the_list_or_not_recognised_is_never_called_safe() -> None:
    assert hint_of("Zanaflx") == "Name not recognised. Did you mean Zanaflex? Then change the name."
    assert hint_of("blue things") == "Name not recognised. Check the spelling or ask a pharmacist."
    known = next(name for name in ("Levothyroxine", "Magnesium", "Paracetamol") if "Recognised" in hint_of(name))
    assert hint_of(known) == "Recognised; nothing in the list of interactions. That does not mean it is safe."


def test_a_row_gets_the_class_and_the_hint_and_one_that_ended_neither() -> None:
    entry = Substance(name="Tylenol PM")
    beside = beside_names(TEXTS, check([TakenName("beer"), TakenName("BEER")], TODAY, 0))
    now, ended = Row(entry, "Beer", below="private"), Row(entry, "beer")
    rows = with_check(Rows([now, Row(entry, "Tea")], [ended]), beside)
    assert rows.now[0].below == "Alcohol · private"
    assert rows.now[0].hint == "In the list of interactions: do not mix · 4 sources"
    assert (rows.now[1].hint, rows.earlier) == ("", [ended])


def test_what_it_is_made_of_is_said_where_the_name_does_not() -> None:
    said = beside_names(TEXTS, check([TakenName("Xanax"), TakenName("Sertraline")], TODAY, 0))
    assert (
        said["xanax"].known_as.startswith("alprazolam · ") and said["sertraline"].known_as == "Antidepressants (SSRIs)"
    )


def test_the_card_shows_it_and_follows_the_list(screen: HealthScreen, plain_book: Logbook, taken: Taken) -> None:
    assert "In the list of interactions: do not mix · 4 sources" in words(substances(screen))
    plain_book.save(Substance(name="Diazepam", source=Source.PRESCRIBED))
    settle()
    found = next(view.row for view in substances(screen).views() if view.row.title == "Diazepam")
    assert "talk to your prescriber or pharmacist" in found.hint
    plain_book.delete([taken.beer.id])
    settle()
    assert "· 3 sources" not in words(substances(screen))


def test_what_the_journal_is_about_is_sent_to_the_products() -> None:
    assert hint_of("Kratom") == "This is what the journal is about. Enter it as a product, with its kind."


def test_no_hint_says_not_to_stop_since_a_sign_may_say_the_opposite() -> None:
    hints = condition_hints(english())
    assert hints[Circumstance.PREGNANCY] == "In the list of interactions: Call your maternity team today · 2 sources"
    assert not any("stop" in hint for hint in hints.values())


def test_a_condition_says_what_to_do_first_and_names_no_substance(screen: HealthScreen, plain_book: Logbook) -> None:
    card = screen.card("condition")
    settle()
    assert "In the list of interactions" not in words(card)  # of a sore back the list says nothing
    plain_book.save(
        Condition(what=ConditionKind.LIVER, name="Fatty liver"),
        Condition(what=ConditionKind.PREGNANCY, until=TODAY - dt.timedelta(days=900)),
    )
    settle()
    hints = {view.row.title: view.row.hint for view in card.views()}
    said = "In the list of interactions: Ask a doctor before you take any more · 4 sources"
    assert hints.pop("Fatty liver") == said and said in words(card)
    assert set(hints.values()) == {""}
    assert "kratom" not in words(card).casefold()
