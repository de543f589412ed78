"""What the journal holds, made ready for the check: medicines, intakes, conditions, statements, products, signs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from journal.core.entries import (
    Answer,
    Condition,
    Content,
    Dose,
    Intake,
    Measurement,
    Person,
    Product,
    ProductKind,
    Rating,
    Statement,
    Substance,
    Symptom,
)
from journal.core.health import ConditionKind, Stated, Subject
from journal.core.moments import DAY_MS, HOUR_MS, Moment
from journal.core.substances import Source
from journal.core.substances import Taken as TakenKind
from journal.core.symptoms import SymptomKind
from journal.guidance.interaction_words import WHILE_SLEEPY, beside, not_held_words, state_words
from journal.guidance.interactions import Circumstance, Level
from journal.guidance.level_words import level_titles
from journal.guidance.matching import Taken
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.own_list import check_journal, circumstance_of, known_circumstances, operations, taken_of
from journal.guidance.signs_in_words import country_of
from journal.guidance.urgency import most_urgent
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import ago, now

TODAY = dt.date(2026, 11, 29)
AT = Moment(20_000 * DAY_MS, 0, "UTC")


def known(
    *conditions: Condition,
    statements: tuple[Statement, ...] = (),
    products: tuple[Product, ...] = (),
    persons: tuple[Person, ...] = (),
) -> dict[Circumstance, bool]:
    return known_circumstances(conditions, statements, products, persons, TODAY)


@pytest.mark.parametrize(
    ("source", "prescribed"),
    [(Source.PRESCRIBED, True), (Source.OVER_THE_COUNTER, False), (Source.OTHER, False), (None, None)],
)
def test_a_medicine_is_prescribed_not_or_not_said(source: Source | None, prescribed: bool | None) -> None:
    until = dt.date(2026, 12, 1)
    (taken,) = taken_of([Substance(name="Zoloft", source=source, since=TODAY, until=until)], [])
    bought = source is Source.OVER_THE_COUNTER
    assert taken == Taken("Zoloft", prescribed, TODAY, until, over_the_counter=bought)


def test_an_intake_bears_the_name_of_its_medicine_or_its_own() -> None:
    medicine = Substance(name="Diazepam", source=Source.PRESCRIBED)
    intakes = [
        Intake(at=AT, what=TakenKind.OWN, substance=medicine.id),
        Intake(at=AT, what=TakenKind.ALCOHOL, name="Beer"),
        Intake(at=AT, what=TakenKind.ALCOHOL, name="Corona"),
        Intake(at=AT, what=TakenKind.PAINKILLER, name="Nurofen"),
        Intake(at=AT, what=TakenKind.PAINKILLER),
    ]
    _, *taken = taken_of([medicine], intakes)
    assert [(each.name, each.prescribed, each.at_ms) for each in taken] == [
        ("Diazepam", True, AT.utc_ms), ("Beer", False, AT.utc_ms), ("alcohol", False, AT.utc_ms),
        ("Nurofen", None, AT.utc_ms), ("painkiller", None, AT.utc_ms),
    ]  # fmt: skip


def test_nothing_is_known_of_what_was_not_said() -> None:
    assert known() == {}


def test_conditions_are_known_and_an_earlier_one_counts_on() -> None:
    ended = TODAY - dt.timedelta(days=900)
    assert known(
        Condition(what=ConditionKind.SEIZURES, until=ended), Condition(what=ConditionKind.PREGNANCY, until=ended),
        Condition(what=ConditionKind.BREATHING), Condition(what=ConditionKind.PAIN),
    ) == {Circumstance.SEIZURES: True, Circumstance.LUNG_DISEASE: True}  # fmt: skip


def test_only_saying_that_there_are_no_conditions_makes_one_absent() -> None:
    none = Statement(day=TODAY, subject=Subject.NO_CONDITIONS)
    assert known(statements=(none,))[Circumstance.SEIZURES] is False
    assert known(Condition(what=ConditionKind.LIVER), statements=(none,))[Circumstance.LIVER] is True
    assert known(statements=(replace(none, answer=Stated.NOT_SURE),)) == {}
    later = Statement(day=TODAY, subject=Subject.NO_CONDITIONS, answer=Stated.NO, recorded_ms=none.recorded_ms + 1)
    assert known(statements=(none, later)) == {}
    assert known(statements=(replace(none, day=TODAY + dt.timedelta(days=1)),)) == {}


@pytest.mark.parametrize(
    ("products", "seven_oh"),
    [
        ([ProductKind.SEVEN_OH, ProductKind.NOT_SAID], True), ([ProductKind.LEAF_POWDER], False),
        ([ProductKind.LEAF_POWDER, ProductKind.NOT_SAID], None), ([ProductKind.TABLET], None), ([], None),
    ],
)  # fmt: skip
def test_seven_oh_is_known_from_the_products(products: list[ProductKind], seven_oh: bool | None) -> None:
    made = tuple(Product(name=str(place), kind=kind) for place, kind in enumerate(products))
    assert known(products=made).get(Circumstance.SEVEN_OH) is seven_oh


def test_a_tablet_tells_by_what_it_holds() -> None:
    tablet = Product(name="T", kind=ProductKind.TABLET, content=Content.SEVEN_OH)
    assert known(products=(tablet,)) == {Circumstance.SEVEN_OH: True}
    assert known(products=(replace(tablet, content=Content.LEAF),)) == {Circumstance.SEVEN_OH: False}


def test_age_is_known_from_the_year_of_birth() -> None:
    assert known(persons=(Person(birth_year=1950),)) == {Circumstance.OLDER: True}
    assert known(persons=(Person(birth_year=1990),)) == {Circumstance.OLDER: False}
    assert known(persons=(Person(),)) == {}


def test_a_planned_operation_stands_in_the_list_until_its_day() -> None:
    ahead = TODAY + dt.timedelta(days=20)
    planned = Condition(what=ConditionKind.PLANNED_OPERATION, planned=ahead)
    assert list(operations([planned], TODAY)) == [Taken("planned operation", True, until=ahead)]
    assert list(operations([replace(planned, planned=TODAY - dt.timedelta(days=1))], TODAY)) == []
    assert list(operations([replace(planned, planned=None)], TODAY)) == []


def test_an_empty_journal_has_nothing_entered(plain_book: Logbook) -> None:
    assert check_journal(plain_book).nothing_entered


def test_the_whole_journal_is_checked(plain_book: Logbook) -> None:
    at = now(plain_book)
    long_ago = replace(at, utc_ms=at.utc_ms - 49 * HOUR_MS)
    plain_book.save(
        Substance(name="Lamictal 100 mg", source=Source.PRESCRIBED), Substance(name="Zanaflx"),
        Intake(at=at, what=TakenKind.ALCOHOL, name="wine"), Intake(at=long_ago, what=TakenKind.CANNABIS),
        Condition(what=ConditionKind.SEIZURES),
    )  # fmt: skip
    checked = check_journal(plain_book)
    assert [(each.given, each.level) for each in checked.names] == [
        ("Lamictal 100 mg", Level.CALL_TODAY), ("wine", Level.DO_NOT_MIX),
    ]  # fmt: skip
    assert [each.given for each in checked.not_checked] == ["Zanaflx"]
    assert [code for code, _ in checked.conditions] == [Circumstance.SEIZURES]
    assert not checked.take_no_more


@pytest.mark.parametrize(
    ("code", "days", "expected"),
    [("yellow_skin", 0, True), ("yellow_skin", 89, True), ("yellow_skin", 91, False), ("chest_pain", 0, False)],
)
def test_a_sign_of_the_last_ninety_days_says_to_take_no_more(
    plain_book: Logbook, code: str, days: int, expected: bool
) -> None:
    at = now(plain_book)
    sign = next((each for each in plain_book.symptoms() if each.code == code), None)
    sign = sign or Symptom(code=code, name="", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=replace(at, utc_ms=at.utc_ms - days * DAY_MS), symptom=sign.id, value=4))
    assert check_journal(plain_book).take_no_more is expected


def test_naloxone_in_ninety_days_says_so_too(plain_book: Logbook) -> None:
    at = now(plain_book)
    earlier = replace(at, utc_ms=at.utc_ms - 30 * DAY_MS)
    plain_book.save(Intake(at=earlier, what=TakenKind.OWN, name="Narcan"), Dose(at=at))
    assert check_journal(plain_book).take_no_more


@pytest.mark.parametrize(
    ("answer", "hours", "left"),
    [(None, 0, True), (Answer.YES, 1, True), (Answer.PASSED, 2, True), (Answer.YES, 25, False)],
)
def test_after_slow_breathing_a_sleeping_pill_is_left_for_now(
    plain_book: Logbook, answer: Answer | None, hours: int, left: bool
) -> None:
    """As its card says: also where it has passed, until a doctor has spoken to them."""
    sign = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
    at = ago(plain_book, 60 * hours)
    rating = Rating(at=at, symptom=sign.id, value=5, answer=answer, recorded_ms=at.utc_ms)
    plain_book.save(Substance(name="Zopiclone", source=Source.PRESCRIBED), Substance(name="Ibuprofen"), sign, rating)
    checked = check_journal(plain_book)
    said = {name.given: " ".join(beside(english(), name, checked.take_no_more)) for name in checked.names}
    assert (WHILE_SLEEPY in said["Zopiclone"]) is left
    assert ("Do what is urgent first. Say there that you take this one" in said["Zopiclone"]) is not left
    assert WHILE_SLEEPY not in said["Ibuprofen"] and "not stop kratom" not in "".join(said.values())


@pytest.mark.parametrize(
    ("code", "today"), [("yellow_skin", True), ("dark_urine", True), ("pale_stool", True), ("repeated_vomiting", False)]
)
def test_what_burdens_the_liver_is_asked_about_today_beside_its_signs(
    plain_book: Logbook, code: str, today: bool
) -> None:
    """Who sees a doctor today about yellow eyes is not told to ask about paracetamol in the next days."""
    sign = Symptom(code=code, kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=now(plain_book), symptom=sign.id, value=6))
    painkiller = Intake(at=now(plain_book), what=TakenKind.PAINKILLER, name="paracetamol")
    isoniazid = Substance(name="Isoniazid", source=Source.PRESCRIBED)
    other = Substance(name="Sertraline", source=Source.PRESCRIBED)
    plain_book.save(painkiller, isoniazid, other)
    speech = speech_after(plain_book, [painkiller, isoniazid, other])
    assert speech is not None
    lines = [words for _, words in notice_lines(english(), speech, country_of("GB"), lambda texts, ids: "")]
    for name in ("paracetamol", "Isoniazid"):
        headline = f"{name} with kratom: ask a doctor today"
        assert (headline in lines) is today
        if today:
            below = lines[lines.index(headline) + 1 :]  # to take no more may stand before it
            assert "See a doctor today, and ask about this one there, too." in below[:2]
    assert "Sertraline with kratom: ask within days" in lines
    titles = {title for name in check_journal(plain_book).names for title in level_titles(english(), name)}
    assert ("Ask a doctor today" in titles) is today and "Ask within days" in titles


def test_what_must_not_wait_at_all_keeps_its_own_level(plain_book: Logbook) -> None:
    sign = Symptom(code="yellow_skin", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=now(plain_book), symptom=sign.id, value=6))
    plain_book.save(Substance(name="Co-codamol", source=Source.PRESCRIBED))
    (name,) = check_journal(plain_book).names
    assert name.level is Level.CALL_TODAY and not name.ask_today


def said_of_a_pregnancy(book: Logbook) -> str:
    ((code, sentences),) = check_journal(book).conditions
    assert code is Circumstance.PREGNANCY
    return " ".join(each.text for each in sentences)


SEIZURE = Symptom(code="seizure", kind=SymptomKind.WARNING)
ANOTHER = Symptom(code="hard_to_breathe", kind=SymptomKind.WARNING)


def test_who_takes_nothing_is_not_told_not_to_stop(plain_book: Logbook) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY))
    said = said_of_a_pregnancy(plain_book)
    assert said == "If you take kratom, call your maternity team today."


@pytest.mark.parametrize(
    "taken",
    [Product(name="Green"), Substance(name="Zopiclone"), Dose(at=AT), Intake(at=AT, what=TakenKind.ALCOHOL, drinks=2)],
    ids=lambda entry: type(entry).__name__,
)
def test_who_takes_something_or_has_listed_it_is(plain_book: Logbook, taken: Product | Substance | Dose) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY), taken)
    assert said_of_a_pregnancy(plain_book).startswith("Do not stop suddenly on your own. Call your maternity team")


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE])
def test_beside_the_emergency_number_the_maternity_team_is_called_after_it_and_today(
    plain_book: Logbook, answer: Answer | None
) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY), Product(name="Green"), ANOTHER)
    plain_book.save(Rating(at=now(plain_book), symptom=ANOTHER.id, value=6, answer=answer))
    said = said_of_a_pregnancy(plain_book)
    assert said == (
        "Do what is urgent first, and say there that you are pregnant. Do not stop suddenly on your own."
        " Then call your maternity team today."
    )
    assert most_urgent(english(), check_journal(plain_book)) == "call today"


@pytest.mark.parametrize(("upper", "urgent"), [(165, True), (195, True), (145, False), (120, False)])
def test_nor_beside_a_pressure_that_needs_a_hospital(plain_book: Logbook, upper: int, urgent: bool) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY), Product(name="Green"))
    plain_book.save(Measurement(at=now(plain_book), systolic=upper))
    assert said_of_a_pregnancy(plain_book).startswith("Do what is urgent first, ") is urgent


def test_in_an_emergency_that_says_to_take_no_more_nothing_says_not_to_stop(plain_book: Logbook) -> None:
    slow = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
    plain_book.save(Condition(what=ConditionKind.PREGNANCY), Product(name="Green"), slow)
    plain_book.save(Rating(at=now(plain_book), symptom=slow.id, value=6))
    said = said_of_a_pregnancy(plain_book)
    first = "Do what is urgent first, and say there that you are pregnant. Then call your maternity team today."
    assert said.startswith(f"{first} Take no more kratom until")
    assert "do not stop suddenly" not in said.casefold()


def test_after_a_seizure_a_pregnancy_has_its_own_words(plain_book: Logbook) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY), Product(name="Green"), SEIZURE)
    plain_book.save(Rating(at=now(plain_book), symptom=SEIZURE.id, value=6))
    assert said_of_a_pregnancy(plain_book).endswith(
        "Do not stop suddenly on your own. Then call your maternity team today."
    )


def test_in_an_emergency_who_takes_nothing_is_not_told_not_to_stop(plain_book: Logbook) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY), ANOTHER)
    plain_book.save(Rating(at=now(plain_book), symptom=ANOTHER.id, value=6))
    first = "Do what is urgent first, and say there that you are pregnant."
    assert said_of_a_pregnancy(plain_book) == f"{first} Then call your maternity team today."


@pytest.mark.parametrize("hours", [1, 20, 46])
@pytest.mark.parametrize("what", [TakenKind.ALCOHOL, TakenKind.OWN])
def test_what_was_taken_says_its_day_and_time(plain_book: Logbook, hours: int, what: TakenKind) -> None:
    """Two days ago is not now: "taken in the last 48 hours" was read as that."""
    at = ago(plain_book, hours * 60)
    plain_book.save(Intake(at=ago(plain_book, 47 * 60), what=what, name="beer"))
    plain_book.save(Intake(at=at, what=what, name="beer"))
    (name,) = check_journal(plain_book).names
    texts = english()
    assert state_words(texts, name).endswith(f"last taken {texts.short_day(at.local.date())}, {texts.time(at.local)}")


@pytest.mark.parametrize("code", ["seizure", "slow_breathing", "yellow_skin", None])
def test_beside_take_no_more_nothing_speaks_of_the_next_one(plain_book: Logbook, code: str | None) -> None:
    plain_book.save(Substance(name="Phenelzine", source=Source.PRESCRIBED))
    if code is not None:
        sign = Symptom(code=code, kind=SymptomKind.WARNING)
        plain_book.save(sign, Rating(at=now(plain_book), symptom=sign.id, value=5))
    checked = check_journal(plain_book)
    said = " ".join(beside(english(), checked.names[0], checked.take_no_more))
    assert ("Call before the next kratom." in said) is (code is None)
    assert ("Take no more kratom until a doctor has spoken to you." in said) is (code is not None)


@pytest.mark.parametrize("what", ConditionKind)
def test_every_condition_is_held_against_the_list_or_said_not_to_be(plain_book: Logbook, what: ConditionKind) -> None:
    """A fatty liver written down as "something else" had no words at all."""
    condition = Condition(what=what, name="fatty liver")
    plain_book.save(condition)
    checked, elsewhere = check_journal(plain_book), what is ConditionKind.PLANNED_OPERATION
    held = circumstance_of(condition, plain_book.today()) is not None
    assert [of_none.id for of_none in checked.not_held] == ([] if held or elsewhere else [condition.id])
    assert ("Not looked at in this list: fatty liver." in not_held_words(english(), checked)) is bool(checked.not_held)


@pytest.mark.parametrize(
    "condition",
    [
        Condition(what=ConditionKind.OTHER, name="gout", until=dt.date(2020, 1, 1)),
        Condition(what=ConditionKind.OTHER, name="gout", private=True),
    ],
    ids=["over", "private"],
)
def test_what_is_over_or_private_is_not_named(plain_book: Logbook, condition: Condition) -> None:
    plain_book.save(condition)
    assert not_held_words(english(), check_journal(plain_book)) == ""
