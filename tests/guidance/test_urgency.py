"""How urgent something is, said without any name."""

from __future__ import annotations

import pytest

from journal.core.entries import Condition, Intake, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.guidance.interactions import Circumstance, Level, classes, condition_sentences
from journal.guidance.level_words import LEVELS_INSIDE, possible_levels
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.own_list import check_journal
from journal.guidance.said_of_conditions import is_today, soon_of
from journal.guidance.urgency import most_urgent, urgency_of
from journal.guidance.values import Statement
from journal.logbook import Logbook
from journal.texts import english


def test_of_conditions_some_begin_with_something_to_do_today() -> None:
    today = {code for code, sentences in condition_sentences().items() if is_today(sentences)}
    assert today == {"pregnancy", "breastfeeding", "seizures"}


def test_every_condition_says_how_soon_in_its_first_sentences() -> None:
    """What names no day says before what it is to be done; a week or a visit to come is none."""
    days = {code: soon_of(sentences[:2]) for code, sentences in condition_sentences().items()}
    assert {code for code, level in days.items() if level is Level.ASK_FIRST} == {"liver"}
    assert condition_sentences()[Circumstance.LIVER][0].text == "Ask a doctor before you take any more."
    assert soon_of((Statement("Tell your doctor what you take.", ()),)) is Level.ASK_FIRST  # a lost day is seen


def test_a_notice_is_told_by_its_levels(plain_book: Logbook) -> None:
    saved = [
        Substance(name="Xanax", source=Source.PRESCRIBED), Substance(name="kava", source=Source.OTHER),
        Condition(what=ConditionKind.LIVER),
    ]  # fmt: skip
    speech = speech_after(plain_book, plain_book.written_by(plain_book.save(*saved)))
    assert speech is not None and urgency_of(english(), speech) == "call today, do not mix, ask first"


def test_the_most_urgent_of_the_list_counts_private_conditions(plain_book: Logbook) -> None:
    assert most_urgent(english(), check_journal(plain_book)) == ""
    plain_book.save(Condition(what=ConditionKind.LIVER))
    assert most_urgent(english(), check_journal(plain_book)) == "ask first"
    plain_book.save(Condition(what=ConditionKind.SLEEP_APNOEA, private=True))
    assert most_urgent(english(), check_journal(plain_book)) == "ask within days"
    plain_book.save(Substance(name="Sertraline", source=Source.PRESCRIBED))
    assert most_urgent(english(), check_journal(plain_book)) == "ask within days"
    plain_book.save(Condition(what=ConditionKind.PREGNANCY, private=True))
    assert most_urgent(english(), check_journal(plain_book)) == "call today"


def test_what_was_taken_comes_before_a_call_of_today_as_in_its_notice(plain_book: Logbook) -> None:
    """Above the card of Today stood a notice "do not mix", and the card said "call today" alone."""
    plain_book.save(Substance(name="Tilidin", source=Source.PRESCRIBED))
    assert most_urgent(english(), check_journal(plain_book)) == "call today"
    at = moment_now(plain_book.clock)
    plain_book.save(Intake(at=at, what=Taken.CAFFEINE))
    assert most_urgent(english(), check_journal(plain_book)) == "call today"
    plain_book.save(Intake(at=at, what=Taken.ALCOHOL, drinks=2))
    both = "do not mix (taken in the last 48 hours), and call today"
    assert most_urgent(english(), check_journal(plain_book)) == both


def test_what_is_urgent_under_a_condition_alone_says_so_and_names_neither(plain_book: Logbook) -> None:
    saved = plain_book.save(Substance(name="Gabapentin", source=Source.PRESCRIBED))
    speech = speech_after(plain_book, plain_book.written_by(saved))
    assert speech is not None and urgency_of(english(), speech) == "call today or ask within days"
    assert most_urgent(english(), check_journal(plain_book)) == (
        "call today if what is said there holds for you, otherwise ask within days"
    )
    plain_book.save(Substance(name="Xanax", source=Source.PRESCRIBED))
    assert most_urgent(english(), check_journal(plain_book)) == "call today"


def test_of_what_may_be_prescribed_or_not_both_levels_are_said(plain_book: Logbook) -> None:
    saved = plain_book.save(Substance(name="Xanax"))
    speech = speech_after(plain_book, plain_book.written_by(saved))
    assert speech is not None and urgency_of(english(), speech) == "call today or do not mix"
    assert most_urgent(english(), check_journal(plain_book)) == "call today if prescribed, do not mix if not"
    plain_book.save(Substance(name="Oxycodone", source=Source.PRESCRIBED))
    assert most_urgent(english(), check_journal(plain_book)) == "call today"


def test_what_holds_anyway_of_something_else_is_not_lost_behind_what_may_hold(plain_book: Logbook) -> None:
    plain_book.save(Substance(name="lithium"), Substance(name="sertraline", source=Source.OTHER))
    assert most_urgent(english(), check_journal(plain_book)) == (
        "ask within days if prescribed, not studied if not; of something else: ask first"
    )


@pytest.mark.parametrize("name", sorted({of.members[0] for of in classes().values()}))
@pytest.mark.parametrize("source", [None, Source.PRESCRIBED, Source.OTHER])
@pytest.mark.quick_every(4)
def test_one_level_alone_stands_only_where_nothing_is_left_open(
    plain_book: Logbook, name: str, source: Source | None
) -> None:
    """Every class, prescribed, not, and where nobody said: a level that may not hold stands with the other one."""
    plain_book.save(Substance(name=name, source=source))
    checked = check_journal(plain_book)
    words = most_urgent(english(), checked)
    named = [level for level in LEVELS_INSIDE if LEVELS_INSIDE[level] in words]
    assert not words or set(named) == set(possible_levels(checked.names[0]))


@pytest.mark.parametrize("name", ["Isoniazid", "Paracetamol"])
def test_beside_a_sign_of_the_liver_what_burdens_it_is_the_most_urgent_of_the_list(
    plain_book: Logbook, name: str
) -> None:
    """The list said "Ask a doctor today" of it while Today said "ask within days", or counted it not at all."""
    sign = Symptom(code="dark_urine", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=6))
    plain_book.save(
        Substance(name=name, source=Source.PRESCRIBED), Substance(name="Sertraline", source=Source.PRESCRIBED),
        Substance(name="beer"),
    )  # fmt: skip
    checked = check_journal(plain_book)
    assert most_urgent(english(), checked) == "call today" and checked.to_ask == 3
    assert [(each.given, each.level) for each in checked.names] == [
        (name, Level.CALL_TODAY), ("beer", Level.DO_NOT_MIX), ("Sertraline", Level.ASK_WITHIN_DAYS),
    ]  # fmt: skip
