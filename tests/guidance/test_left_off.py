"""After a sign for which the product is left off no sentence that speaks to the person says not to stop at once."""

from __future__ import annotations

import re

import pytest

from journal.guidance import page, pages
from journal.guidance.interactions import Circumstance, condition_sentences
from journal.guidance.left_off import sentences_instead, take_no_more_instead
from journal.guidance.search import search
from journal.guidance.values import Statement
from journal.guidance.warning_signs import stopping

_TORN = re.compile(r"\. ?\.(?!\.)|  |^[.,;]|[,;] ?\.| [,;]")


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("Do not change it, and do not stop kratom all at once.", ["Do not change it."]),
        ("Do not stop suddenly on your own.", []),
        ("Do not stop suddenly on your own. Call them.", ["Call them."]),
        ("Pregnant: do not stop suddenly on your own, and call them.", ["Pregnant: call them."]),
        ("Pregnant. Do not stop suddenly on your own. Call them.", ["Pregnant. Call them."]),
    ],
)
def test_only_the_half_about_stopping_is_replaced(said: str, rest: list[str]) -> None:
    made = sentences_instead([Statement(said, ("source",))])
    assert [sentence.text.strip(". ") + "." for sentence in made[:-1]] == rest
    assert made[-1] == Statement(stopping().no_more, stopping().no_more_sources)


def test_no_sentence_is_torn_on_any_page() -> None:
    for each in pages():
        for shown in (each, take_no_more_instead(each)):
            torn = [said.text for said in shown.statements() if _TORN.search(said.text)]
            assert torn == [], each.code
        for hit in search([take_no_more_instead(each)], "pregnant"):
            assert not _TORN.search(hit.words), hit.words


def test_what_a_doctor_prescribed_is_still_not_stopped() -> None:
    said = (Statement("Do not stop a prescribed opioid all at once, and speak to your prescriber first.", ("a",)),)
    assert sentences_instead(said) == said


def test_the_page_about_medicines_says_it_with_its_sources() -> None:
    said = [statement.text for statement in take_no_more_instead(page("with-medicines")).statements()]
    assert "Do not stop or change a prescribed medicine because of this page." in said
    assert stopping().no_more in said


def test_no_page_and_no_condition_still_says_not_to_stop() -> None:
    for each in pages():
        for statement in take_no_more_instead(each).statements():
            assert "do not stop kratom" not in statement.text.casefold(), each.code
            assert "do not stop suddenly" not in statement.text.casefold(), each.code
    for code in (Circumstance.PREGNANCY, Circumstance.BREASTFEEDING):
        assert "not stop" not in " ".join(each.text for each in sentences_instead(condition_sentences()[code]))
