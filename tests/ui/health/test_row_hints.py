"""Beside each name stands what it was recognised as and one quiet hint; an unknown name is never called safe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from journal.core.entries import Condition, Intake, Product, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.core.substances import Source
from journal.core.substances import Taken as TakenKind
from journal.core.symptoms import SymptomKind
from journal.guidance.interactions import (
    Circumstance,
    InteractionClass,
    classes,
    condition_sentences,
    conditions_in_short,
)
from journal.guidance.level_words import level_titles
from journal.guidance.matching import Taken as TakenName
from journal.guidance.matching import check
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.health.part import Rows
from journal.ui.health.row_hints import Beside, beside_conditions, beside_names, check_of, with_check
from journal.ui.health.row_view import Row
from journal.ui.health.screen import HealthScreen
from journal.ui.kit.push_button import PushButton
from tests.ui.health.conftest import Taken, settle, substances, words

TEXTS, TODAY = english(), dt.date(2026, 11, 22)


def beside_of(name: str, prescribed: bool | None = None) -> Beside:
    (found,) = beside_names(TEXTS, check([TakenName(name, prescribed)], TODAY, 0)).values()
    return found


def hint_of(name: str, prescribed: bool | None = None) -> str:
    return beside_of(name, prescribed).hint


def test_the_level_stands_first_then_why_in_short_and_how_many_sources_there_are() -> None:
    beer, omeprazole = beside_of("beer"), beside_of("Omeprazole")
    assert (beer.level, beer.hint) == ("Do not mix", "breathing can slow · 4 sources")
    assert (omeprazole.level, omeprazole.hint) == ("Good to know", "its level may change (model) · 1 source")
    assert beside_of("Diazepam").level == "If prescribed: Call today · If not prescribed: Do not mix"
    assert beside_of("Diazepam", prescribed=True).level == "Call today"
    assert hint_of("Diazepam", prescribed=True).startswith("breathing can slow · talk to your prescriber")


@pytest.mark.parametrize("of", classes().values(), ids=lambda of: of.id)
@pytest.mark.parametrize("prescribed", [None, True, False])
def test_every_class_says_level_and_reason_and_leads_to_its_sentences(
    of: InteractionClass, prescribed: bool | None
) -> None:
    checked = check([TakenName(of.members[0], prescribed)], TODAY, 0)
    ((folded, found),) = beside_names(TEXTS, checked).items()
    (name,) = checked.names
    first = name.findings[0].of.in_short
    assert (found.level, found.hint.split(" · ")[0]) == (" · ".join(level_titles(TEXTS, name)), first)
    assert found.about == folded
    assert "kratom" not in found.hint.casefold() and "do not stop" not in found.hint.casefold()


def test_what_is_asked_about_today_says_so_in_its_hint(plain_book: Logbook) -> None:
    sign = Symptom(code="dark_urine", kind=SymptomKind.WARNING)
    plain_book.save(Substance(name="Isoniazid", source=Source.PRESCRIBED), sign)
    plain_book.save(Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=6))
    found = beside_names(TEXTS, check_of(plain_book))["isoniazid"]
    assert found.level == "Ask a doctor today" and found.hint.startswith("liver · ")


def test_a_level_of_our_own_says_so() -> None:
    assert hint_of("Exelon", prescribed=False) == (
        "heart rhythm · this level is proposed by this program, without a source · 3 sources"
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


def test_a_part_that_is_not_recognised_stands_beside_what_is_known_of_the_rest() -> None:
    checked = check([TakenName("citalopram and hydroxizine"), TakenName("magnesium + qwertz")], TODAY, 0)
    beside = beside_names(TEXTS, checked)
    unknown = "not recognised in it, so not checked: hydroxizine (did you mean hydroxyzine?)"
    assert beside["citalopram and hydroxizine"].level and unknown in beside["citalopram and hydroxizine"].hint
    assert beside["magnesium qwertz"].hint.endswith("safe. · not recognised in it, so not checked: qwertz")


def test_a_row_gets_the_class_and_the_hint_and_one_that_ended_neither() -> None:
    entry = Substance(name="Tylenol PM")
    beside = beside_names(TEXTS, check([TakenName("beer"), TakenName("BEER")], TODAY, 0))
    now, ended = Row(entry, "Beer", below="private"), Row(entry, "beer")
    rows = with_check(Rows([now, Row(entry, "Tea")], [ended]), beside)
    assert rows.now[0].below == "Alcohol · private"
    assert rows.now[0].hint == "breathing can slow · 4 sources"
    assert (rows.now[1].hint, rows.earlier) == ("", [ended])


def test_what_it_is_made_of_is_said_where_the_name_does_not() -> None:
    said = beside_names(TEXTS, check([TakenName("Xanax"), TakenName("Sertraline")], TODAY, 0))
    assert (
        said["xanax"].known_as.startswith("alprazolam · ") and said["sertraline"].known_as == "Antidepressants (SSRIs)"
    )


def test_the_card_shows_it_and_follows_the_list(screen: HealthScreen, plain_book: Logbook, taken: Taken) -> None:
    assert "breathing can slow · 4 sources" in words(substances(screen))
    plain_book.save(Substance(name="Diazepam", source=Source.PRESCRIBED))
    settle()
    found = next(view.row for view in substances(screen).views() if view.row.title == "Diazepam")
    assert "talk to your prescriber or pharmacist" in found.hint
    plain_book.delete([taken.beer.id])
    settle()
    assert "· 3 sources" not in words(substances(screen))


def test_what_the_journal_is_about_is_sent_to_the_products() -> None:
    assert hint_of("Kratom") == "This is what the journal is about. Enter it as a product, with its kind."


def conditions_of(book: Logbook) -> Mapping[Circumstance, tuple[str, str]]:
    return {code: (beside.level, beside.hint) for code, beside in beside_conditions(TEXTS, check_of(book)).items()}


KINDS = [
    ConditionKind.PREGNANCY, ConditionKind.BREASTFEEDING, ConditionKind.SEIZURES, ConditionKind.LIVER,
    ConditionKind.HEART, ConditionKind.SLEEP_APNOEA, ConditionKind.BREATHING, ConditionKind.KIDNEY,
    ConditionKind.MENTAL_HEALTH,
]  # fmt: skip


@pytest.mark.parametrize("take_no_more", [False, True])
def test_a_condition_says_how_soon_why_and_what_to_do_and_nothing_of_stopping(
    plain_book: Logbook, take_no_more: bool
) -> None:
    """Whether to stop depends on the signs: the page says that."""
    plain_book.save(*(Condition(what=kind) for kind in KINDS), Product(name="Green"))
    if take_no_more:
        plain_book.save(Intake(at=moment_now(plain_book.clock), what=TakenKind.OWN, name="Narcan"))
    found = conditions_of(plain_book)
    level, hint = found[Circumstance.PREGNANCY]
    assert level == "Call today" and hint.startswith("newborns have had withdrawal · Call your maternity team today · ")
    assert found[Circumstance.HEART] == (
        "Ask within days", "heart rhythm · Ask a doctor within days for a heart tracing · 2 sources"
    )  # fmt: skip
    assert set(found) == set(condition_sentences()) == set(conditions_in_short())
    for level, hint in found.values():
        assert level in {"Call today", "Ask within days", "Ask first"}
        assert "stop" not in hint and "kratom" not in hint.casefold()


def test_beside_what_makes_sleepy_the_hint_of_a_condition_says_today(plain_book: Logbook) -> None:
    plain_book.save(Condition(what=ConditionKind.SLEEP_APNOEA))
    level, hint = conditions_of(plain_book)[Circumstance.SLEEP_APNOEA]
    assert level == "Ask within days" and hint.startswith("breathing at night · ")
    plain_book.save(Substance(name="Hydroxyzine", source=Source.PRESCRIBED))
    assert conditions_of(plain_book)[Circumstance.SLEEP_APNOEA][0] == "Call today"


def test_a_condition_says_what_to_do_first_and_names_no_substance(screen: HealthScreen, plain_book: Logbook) -> None:
    card = screen.card("condition")
    settle()
    assert " · " not in " ".join(view.row.hint for view in card.views())  # of a sore back the list says nothing
    plain_book.save(
        Condition(what=ConditionKind.LIVER, name="Fatty liver"),
        Condition(what=ConditionKind.PREGNANCY, until=TODAY - dt.timedelta(days=900)),
    )
    settle()
    hints = {view.row.title: view.row.hint for view in card.views()}
    said = "livers have been harmed · Ask a doctor before you take any more · 4 sources"
    assert hints.pop("Fatty liver") == said and said in words(card) and "Ask first" in words(card)
    assert set(hints.values()) == {""}
    assert "kratom" not in words(card).casefold()


def test_the_reason_leads_to_the_sentence_of_that_name_or_condition(screen: HealthScreen, plain_book: Logbook) -> None:
    plain_book.save(Condition(what=ConditionKind.LIVER, name="Fatty liver"), Substance(name="blue things"))
    settle()
    asked: list[str] = []
    screen.check_wanted.connect(asked.append)
    views = {view.row.title: view for code in ("substance", "condition") for view in screen.card(code).views()}
    for title in ("beer", "Fatty liver"):
        why = views[title].findChild(PushButton, "why")
        assert why is not None and why.accessibleName() == f"{title}: why, with the sources"
        why.click()
    assert asked == ["beer", "liver"]
    unknown = views["blue things"].findChild(PushButton, "why")
    assert unknown is not None and unknown.isHidden()  # its place alone
