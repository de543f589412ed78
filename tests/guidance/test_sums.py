"""What adds up with kratom beside sleepiness: heart rhythm, serotonin, sodium, and cannabis or CBD."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.guidance.interactions import Level, classes, classes_of
from journal.guidance.matching import Taken, check
from journal.guidance.phrases import amounts_in, forbidden_phrases
from journal.guidance.recognising import recognise
from journal.guidance.register import of_interactions
from journal.guidance.rules import never_said
from journal.guidance.sums import Named, sum_kinds, sums_in, sums_of
from journal.guidance.whole_classes import checked_classes
from journal.texts import english
from tests.guidance.test_reviewed import records, reviewed_since


def named(*names: str) -> list[Named]:
    return [(name, classes_of(recognise(name).generics)) for name in names]


def found(*names: str) -> dict[str, tuple[str, ...]]:
    return {each.kind.code: each.names for each in sums_of(named(*names))}


@pytest.mark.parametrize(
    ("names", "sums"),
    [
        (("Haldol", "Zofran"), {"rhythm": ("Haldol", "Zofran")}),
        (("Zoloft", "tramadol"), {"serotonin": ("Zoloft", "tramadol")}),
        (("Celexa", "Elavil"), {"rhythm": ("Celexa", "Elavil"), "serotonin": ("Celexa", "Elavil")}),
        (("naltrexone", "oxycodone"), {}), (("Zoloft", "Zofran"), {}), (("Zoloft",), {}), (("Zoloft", "Zoloft"), {}),
        (("magnesium", "ibuprofen"), {}), (("Zoloft", "sumatriptan"), {"serotonin": ("Zoloft", "sumatriptan")}),
        (("kanna", "tramadol"), {"serotonin": ("kanna", "tramadol")}),
        (("lithium", "Zoloft"), {"serotonin": ("lithium", "Zoloft")}),
        (("Flexeril", "tramadol"), {"serotonin": ("Flexeril", "tramadol")}),
        (("Flexeril", "Zofran"), {"rhythm": ("Flexeril", "Zofran")}),
        (("baclofen", "Zofran"), {}),
        (("hydrochlorothiazide", "Tegretol"), {"low-sodium": ("hydrochlorothiazide", "Tegretol")}),
        (("Zoloft", "furosemide"), {"low-sodium": ("Zoloft", "furosemide")}),
        (("cannabis", "Xanax"), {"sleepiness": ("cannabis", "Xanax")}),
        (("CBD oil", "weed"), {"sleepiness": ("CBD oil", "weed")}),
        (("CBD", "mirtazapine"), {"sleepiness": ("CBD", "mirtazapine")}),
        (("Xanax", "oxycodone"), {}), (("cannabis", "ibuprofen"), {}), (("cannabis",), {}),
    ],
)  # fmt: skip
def test_two_of_a_kind_are_named(names: tuple[str, ...], sums: dict[str, tuple[str, ...]]) -> None:
    assert found(*names) == sums


@pytest.mark.parametrize("names", [("Zoloft", "sertraline"), ("Zoloft", "ZOLOFT"), ("sertraline", "Zoloft")])
def test_one_medicine_by_two_names_adds_up_to_nothing(names: tuple[str, ...]) -> None:
    """As the person's list and an intake may have it."""
    assert found(*names) == {}
    assert found(*names, "tramadol") == {"serotonin": (names[0], "tramadol")}


def test_the_classes_for_heart_rhythm_are_those_that_count_as_another_such_medicine() -> None:
    (rhythm, *_) = sum_kinds()
    assert rhythm.classes == {of.id for of in classes().values() if of.rhythm}


def test_every_sentence_has_a_source_a_review_and_a_row_and_keeps_to_the_rules() -> None:
    said = {(row.of, row.sentence): row.sources for row in of_interactions()}
    for kind in sum_kinds():
        for sentence in kind.sentences:
            assert said[f"sum-{kind.code}", sentence.text] == sentence.sources != ()
            assert sentence.text in reviewed_since(f"sum-{kind.code}", min(records()))
            assert (forbidden_phrases(sentence.text, "guidance"), amounts_in(sentence.text)) == ([], [])
            assert never_said(sentence.text) == []


@pytest.mark.parametrize("prescribed", [True, False, None])
def test_a_medicine_that_bears_the_name_of_its_class_counts(prescribed: bool | None) -> None:
    """Of a list "St John's wort" and "Methadone" are what somebody takes, and no class that was looked up."""
    every = ["citalopram", *(of.name for of in classes().values() if recognise(of.name).is_known)]
    assert {"St John's wort", "Methadone", "Quetiapine", "Dextromethorphan"} <= set(every)
    checked = check([Taken(name, prescribed) for name in every], dt.date(2026, 11, 30), 0)
    shown = {total.kind.code: set(total.names) for total in sums_in(checked)}
    assert shown == {code: set(names) for code, names in found(*every).items()}


def test_a_class_that_was_looked_up_is_nothing_that_is_taken() -> None:
    whole = [classes()[code] for code in ("ssris", "tricyclics", "st-johns-wort")]
    assert sums_in(checked_classes(whole, take_no_more=False)) == []


@pytest.mark.parametrize("name", ["levomepromazine", "olanzapine", "mirtazapine", "quetiapine", "amitriptyline"])
def test_what_makes_sleepy_says_so_by_a_sentence_or_by_its_reason(name: str) -> None:
    said = [f"{of.in_short} {of.mechanism} {' '.join(each.text for each in of.sentences)}"
            for of in classes_of(recognise(name).generics) if of.sedative]  # fmt: skip
    assert said and all("sleep" in words for words in said)


def test_the_words_say_which_ones() -> None:
    (rhythm,) = sums_of(named("Haldol", "Zofran"))
    assert rhythm.words(english()) == "These can act on heart rhythm: Haldol, Zofran."


def test_hydroxyzine_counts_for_heart_rhythm_and_makes_citalopram_more_urgent() -> None:
    assert found("Atarax", "citalopram") == {"rhythm": ("Atarax", "citalopram")}
    checked = check([Taken("citalopram", True), Taken("Atarax", True)], dt.date(2026, 11, 30), 0)
    assert next(name.level for name in checked.names if name.given == "citalopram") is Level.CALL_TODAY
