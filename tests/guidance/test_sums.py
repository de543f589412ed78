"""What adds up with kratom beside sleepiness: two that act on heart rhythm, two that act on serotonin."""

from __future__ import annotations

import pytest

from journal.guidance.interactions import classes, classes_of
from journal.guidance.phrases import amounts_in, forbidden_phrases
from journal.guidance.recognising import recognise
from journal.guidance.register import of_interactions
from journal.guidance.rules import never_said
from journal.guidance.sums import Named, sum_kinds, sums_of
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
        (("magnesium", "ibuprofen"), {}),
    ],
)  # fmt: skip
def test_two_of_a_kind_are_named(names: tuple[str, ...], sums: dict[str, tuple[str, ...]]) -> None:
    assert found(*names) == sums


def test_the_classes_for_heart_rhythm_are_those_that_count_as_another_such_medicine() -> None:
    (rhythm, _) = sum_kinds()
    assert rhythm.classes == {of.id for of in classes().values() if of.rhythm}


def test_every_sentence_has_a_source_a_review_and_a_row_and_keeps_to_the_rules() -> None:
    said = {(row.of, row.sentence): row.sources for row in of_interactions()}
    for kind in sum_kinds():
        for sentence in kind.sentences:
            assert said[f"sum-{kind.code}", sentence.text] == sentence.sources != ()
            assert sentence.text in reviewed_since(f"sum-{kind.code}", min(records()))
            assert (forbidden_phrases(sentence.text, "guidance"), amounts_in(sentence.text)) == ([], [])
            assert never_said(sentence.text) == []


def test_the_words_say_which_ones() -> None:
    (rhythm,) = sums_of(named("Haldol", "Zofran"))
    assert rhythm.words(english()) == "These can act on heart rhythm: Haldol, Zofran."
