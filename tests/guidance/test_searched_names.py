"""Every name in the words of a search is answered, known or not, and no everyday word is taken for one."""

from __future__ import annotations

import itertools

import pytest

from journal.guidance.searched_names import names_asked_about

KNOWN, OF_NO_CLASS, UNKNOWN = (
    ("gabapentin", "Xanax", "co-codamol"),
    ("metamizole", "cetirizine"),
    ("Qwertzol", "vuxipan"),
)


@pytest.mark.parametrize("between", [" ", ", ", " and ", " with ", " + ", "/", " und "])
def test_each_of_several_names_is_answered_in_any_order(between: str) -> None:
    for together in itertools.permutations((*KNOWN[:2], *OF_NO_CLASS[:1], *UNKNOWN), 3):
        answered = {name.given.casefold() for name in names_asked_about(between.join(together))}
        assert answered == {name.casefold() for name in together}, between.join(together)


@pytest.mark.parametrize("unknown", UNKNOWN)
@pytest.mark.parametrize("known", [*KNOWN, *OF_NO_CLASS])
def test_what_is_not_recognised_is_not_dropped_beside_what_is(known: str, unknown: str) -> None:
    for typed in (f"{known} {unknown}", f"can i take {unknown} with {known} tonight?"):
        named = {name.given: name.is_known for name in names_asked_about(typed)}
        assert named.pop(unknown) is False and list(named.values()) == [True], typed


def test_what_may_be_meant_is_asked_of_each_name() -> None:
    answers = {name.given: name.meant for name in names_asked_about("tramdol, hydroxizine and Qwertzol")}
    assert answers == {"tramdol": ("tramadol",), "hydroxizine": ("hydroxyzine",), "Qwertzol": ()}


@pytest.mark.parametrize(
    "typed",
    [
        "", "pain", "withdrawal", "may I drive tomorrow", "my sister is pregnant and takes it", "no iron and tired",
        "skin and eyes look yellow", "I want to stop by myself tonight", "my urine looks like cola", "lemon", "0.2 mg",
        "is it dangerous at a birthday party", "kratom tea", "calcium blood", "stopped suddenly, stopping slowly",
    ],
)  # fmt: skip
def test_everyday_words_are_no_names(typed: str) -> None:
    assert [name.given for name in names_asked_about(typed) if not name.is_known] == []


def test_a_name_is_answered_once() -> None:
    assert [name.given for name in names_asked_about("Qwertzol qwertzol QWERTZOL")] == ["Qwertzol"]
