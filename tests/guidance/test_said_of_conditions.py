"""A condition is as urgent as what the rest of the journal says of it, and what is known to hold is said alone."""

from __future__ import annotations

import pytest

from journal.core.entries import Answer, Condition, Intake, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.core.substances import Source
from journal.core.substances import Taken as TakenKind
from journal.core.symptoms import SymptomKind
from journal.guidance.interaction_words import beside
from journal.guidance.interactions import Circumstance, Level, classes, joined_with
from journal.guidance.own_list import check_journal
from journal.guidance.said_of_conditions import soon_of
from journal.guidance.urgency import most_urgent
from journal.logbook import Logbook
from journal.texts import english

BREATHING = [ConditionKind.SLEEP_APNOEA, ConditionKind.BREATHING]


def note(book: Logbook, code: str, answer: Answer | None = None) -> None:
    sign = Symptom(code=code, kind=SymptomKind.WARNING)
    book.save(sign, Rating(at=moment_now(book.clock), symptom=sign.id, value=5, answer=answer))


def said(book: Logbook) -> tuple[Level, str]:
    ((_, sentences),) = check_journal(book).conditions
    return soon_of(sentences), sentences[0].text


@pytest.mark.parametrize("kind", BREATHING)
def test_beside_what_makes_sleepy_an_illness_of_breathing_is_told_today(
    plain_book: Logbook, kind: ConditionKind
) -> None:
    plain_book.save(Condition(what=kind), Substance(name="Sertraline", source=Source.PRESCRIBED))
    assert said(plain_book) == (Level.ASK_WITHIN_DAYS, "Tell your doctor within days what you take.")
    assert most_urgent(english(), check_journal(plain_book)) == "ask within days"
    plain_book.save(Intake(at=moment_now(plain_book.clock), what=TakenKind.ALCOHOL, drinks=2))
    level, first = said(plain_book)
    assert (level, first[:22]) == (Level.CALL_TODAY, "Tell your doctor today")
    said_on_today = most_urgent(english(), check_journal(plain_book))
    assert said_on_today == "do not mix (taken in the last 48 hours), and call today"


SEDATIVES = [of.members[0] for of in classes().values() if of.sedative and of.prescribed is Level.ASK_WITHIN_DAYS]


@pytest.mark.parametrize("name", SEDATIVES)
@pytest.mark.parametrize("kind", BREATHING)
def test_what_makes_sleepy_has_the_level_of_that_illness(plain_book: Logbook, name: str, kind: ConditionKind) -> None:
    """The condition said "today" of it and its own line "within days"."""
    plain_book.save(Substance(name=name, source=Source.PRESCRIBED))
    (alone,) = check_journal(plain_book).names
    assert alone.level is Level.ASK_WITHIN_DAYS or name == "gabapentin"
    plain_book.save(Condition(what=kind))
    (beside_it,) = check_journal(plain_book).names
    assert beside_it.level is Level.CALL_TODAY
    words = beside(english(), beside_it, take_no_more=False)
    assert words[0] == "Call your prescriber, a pharmacist or the out-of-hours line today."
    assert words[1].startswith("The level is higher because of what is written down: ")


@pytest.mark.parametrize(
    ("kind", "code", "usual", "noted"),
    [
        (ConditionKind.LIVER, "yellow_skin", "Ask a doctor before you take any more.", "See a doctor today about"),
        (ConditionKind.LIVER, "dark_urine", "Ask a doctor before you take any more.", "See a doctor today about"),
        (ConditionKind.KIDNEY, "repeated_vomiting", "Vomiting, or much less urine than", "Call a doctor today about"),
        (ConditionKind.KIDNEY, "little_urine", "Vomiting, or much less urine than", "Call a doctor today about"),
    ],
)
def test_a_sign_that_was_noted_makes_its_condition_a_matter_of_today(
    plain_book: Logbook, kind: ConditionKind, code: str, usual: str, noted: str
) -> None:
    plain_book.save(Condition(what=kind))
    assert said(plain_book)[1].startswith(usual)
    note(plain_book, "itching")
    assert said(plain_book)[1].startswith(usual)
    note(plain_book, code)
    level, first = said(plain_book)
    assert level is Level.CALL_TODAY and first.startswith(noted)
    assert most_urgent(english(), check_journal(plain_book)) == "call today"


def test_in_an_emergency_nothing_is_put_off_to_today(plain_book: Logbook) -> None:
    """What is done about the sign stands before the list; "today" beside it would be later."""
    plain_book.save(Condition(what=ConditionKind.LIVER))
    note(plain_book, "yellow_skin")
    note(plain_book, "seizure")
    assert said(plain_book)[1] == "Ask a doctor before you take any more."


def test_where_nothing_is_taken_nobody_is_told_of_what_makes_sleepy(plain_book: Logbook) -> None:
    plain_book.save(Condition(what=ConditionKind.SLEEP_APNOEA))
    ((code, sentences),) = check_journal(plain_book).conditions
    assert code is Circumstance.SLEEP_APNOEA and "within days" in sentences[0].text


def test_what_is_to_be_done_soonest_stands_first(plain_book: Logbook) -> None:
    kinds = (ConditionKind.HEART, ConditionKind.SLEEP_APNOEA, ConditionKind.LIVER)
    plain_book.save(*(Condition(what=kind) for kind in kinds), Substance(name="Zopiclone"))
    said = [(code, soon_of(sentences)) for code, sentences in check_journal(plain_book).conditions]
    assert said == [
        (Circumstance.SLEEP_APNOEA, Level.CALL_TODAY), (Circumstance.HEART, Level.ASK_WITHIN_DAYS),
        (Circumstance.LIVER, Level.ASK_FIRST),
    ]  # fmt: skip


JOINED = joined_with(Circumstance.SEIZURES)[1]


@pytest.mark.parametrize("key", JOINED)
def test_seizures_are_joined_with_what_the_references_link_with_them(plain_book: Logbook, key: str) -> None:
    name = classes()[key].members[0] if key in classes() else key
    plain_book.save(Condition(what=ConditionKind.SEIZURES), Substance(name=name, source=Source.PRESCRIBED))
    plain_book.save(Substance(name="Sertraline", source=Source.PRESCRIBED))
    ((_, sentences),) = check_journal(plain_book).conditions
    assert sentences[-1].text == f"On your list these are linked with seizures, too: {name}."
    assert sentences[-1].sources == JOINED[key]


def test_what_is_private_or_not_linked_is_not_named_beside_seizures(plain_book: Logbook) -> None:
    plain_book.save(Condition(what=ConditionKind.SEIZURES), Substance(name="Tramadol", private=True))
    plain_book.save(Substance(name="Warfarin", source=Source.PRESCRIBED))
    ((_, sentences),) = check_journal(plain_book).conditions
    assert "linked with seizures" not in " ".join(sentence.text for sentence in sentences)
    plain_book.save(Substance(name="Benadryl"), Substance(name="Zyban {x}"))
    ((_, sentences),) = check_journal(plain_book).conditions
    assert sentences[-1].text.startswith("On your list these are linked with seizures, too: ")
    assert {"Benadryl", "Zyban x"} == set(sentences[-1].text.rstrip(".").partition("too: ")[2].split(", "))


@pytest.mark.parametrize("brand", ["Epidyolex", "Epidiolex"])
def test_cannabidiol_for_epilepsy_is_called_about_today_with_epilepsy(plain_book: Logbook, brand: str) -> None:
    plain_book.save(Condition(what=ConditionKind.SEIZURES), Substance(name=brand, source=Source.PRESCRIBED))
    (name,) = check_journal(plain_book).names
    assert name.level is Level.CALL_TODAY and {of.of.id for of in name.findings} == {"antiepileptics", "cannabidiol"}
