"""Names that somebody asks about, by what a journal knows: prescribed or not, conditions, signs, and what adds up."""

from __future__ import annotations

import datetime as dt

from journal.core.entries import Condition, Intake, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.guidance import find, pages
from journal.guidance.asked_names import check_classes, check_names
from journal.guidance.interaction_words import adding_up_in
from journal.guidance.interactions import Level, classes
from journal.guidance.matching import Checked
from journal.guidance.recognising import recognise
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import now


def asked(book: Logbook, *names: str) -> Checked:
    return check_names(book, map(recognise, names))


def test_a_name_that_is_asked_about_is_what_the_own_list_says(plain_book: Logbook) -> None:
    today = plain_book.today()
    plain_book.save(
        Substance(name="Zoloft", source=Source.PRESCRIBED),
        Substance(name="Valium", source=Source.PRESCRIBED, until=today - dt.timedelta(days=400)),
        Condition(what=ConditionKind.SEIZURES),
    )
    checked = check_names(plain_book, [recognise(name) for name in ("sertraline", "diazepam", "lamotrigine")])
    assert {name.given: name.prescribed for name in checked.names} == {
        "sertraline": True, "diazepam": None, "lamotrigine": None,
    }  # fmt: skip
    (epilepsy,) = (name for name in checked.names if name.given == "lamotrigine")
    assert epilepsy.level is Level.CALL_TODAY and not any(level.under for level in epilepsy.findings[0].levels)
    assert checked.conditions == ()


def test_a_name_that_is_on_the_list_as_both_is_not_said(plain_book: Logbook) -> None:
    plain_book.save(
        Substance(name="Zoloft", source=Source.PRESCRIBED), Substance(name="sertraline", source=Source.OTHER)
    )
    (name,) = check_names(plain_book, [recognise("sertraline")]).names
    assert name.prescribed is None


def adding_up(checked: Checked) -> list[str]:
    return [name.given for name in checked.adding_up]


def test_what_is_asked_about_adds_up_with_the_own_list(plain_book: Logbook) -> None:
    drink = Intake(at=now(plain_book), what=Taken.ALCOHOL, name="beer")
    plain_book.save(Substance(name="Zopiclone", source=Source.PRESCRIBED), Substance(name="sertraline"), drink)
    assert adding_up(asked(plain_book, "Xanax")) == ["Xanax", "Zopiclone", "beer"]
    assert adding_up(asked(plain_book, "ibuprofen")) == []
    assert [name.given for name in asked(plain_book, "Xanax").names] == ["Xanax"]
    (gabapentin,) = asked(plain_book, "gabapentin").names
    assert gabapentin.level is Level.CALL_TODAY and not any(level.under for level in gabapentin.findings[0].levels)


def test_what_is_only_asked_about_is_not_said_to_be_taken(plain_book: Logbook) -> None:
    def said(*names: str) -> str:
        return adding_up_in(english(), asked(plain_book, *names))

    assert said("alcohol") == ""
    assert said("Xanax", "beer") == "If you take these together, they and kratom add up: Xanax, beer."
    plain_book.save(Substance(name="Zopiclone", source=Source.PRESCRIBED))
    begins = "adds up with kratom and with what is written down"
    assert said("alcohol") == f"If you take alcohol, it {begins}: Zopiclone."
    assert said("Xanax", "beer") == f"If you take Xanax or beer, it {begins}: Zopiclone."
    (alcohol,) = find(pages(), (), "can I drink tonight").classes
    as_class = check_classes(plain_book, [alcohol])
    assert adding_up_in(english(), as_class) == f"If you take Alcohol, it {begins}: Zopiclone."
    plain_book.save(Intake(at=now(plain_book), what=Taken.ALCOHOL, name="wine"))
    assert said("alcohol") == "These and kratom add up: alcohol, Zopiclone."
    assert adding_up_in(english(), check_classes(plain_book, [alcohol])) == (
        "These and kratom add up: Alcohol, Zopiclone."
    )


def test_the_same_under_another_name_does_not_add_up_with_itself(plain_book: Logbook) -> None:
    plain_book.save(Substance(name="Imovane", source=Source.PRESCRIBED))
    assert adding_up(asked(plain_book, "zopiclone")) == []


def test_what_is_private_counts_and_is_not_told(plain_book: Logbook) -> None:
    plain_book.save(Substance(name="oxycodone", source=Source.PRESCRIBED, private=True))
    checked = asked(plain_book, "Xanax")
    assert adding_up(checked) == ["Xanax"] and checked.also_private == 1
    assert asked(plain_book, "oxycodone").asked == {"oxycodone"}  # as if it were not on the list
    (name,) = asked(plain_book, "oxycodone").names
    assert name.prescribed is None


def test_a_sign_of_the_last_days_says_to_take_no_more(plain_book: Logbook) -> None:
    assert not asked(plain_book, "Xanax").take_no_more
    slow = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
    plain_book.save(slow, Rating(at=now(plain_book), symptom=slow.id, value=4))
    assert asked(plain_book, "Xanax").take_no_more


def test_a_class_that_is_asked_about_adds_up_with_the_own_list(plain_book: Logbook) -> None:
    drink = Intake(at=now(plain_book), what=Taken.ALCOHOL, name="wine")
    plain_book.save(Substance(name="Zopiclone", source=Source.PRESCRIBED), drink)
    (alcohol,) = find(pages(), (), "can I drink tonight").classes
    assert adding_up(check_classes(plain_book, [alcohol])) == ["Alcohol", "Zopiclone"]
    assert adding_up(check_classes(plain_book, [classes()["ssris"]])) == []
