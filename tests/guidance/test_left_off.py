"""After a sign for which the product is left off no sentence that speaks to the person says not to stop at once."""

from __future__ import annotations

import re

import pytest

from journal.core.entries import Answer, Rating, Substance, Symptom
from journal.core.substances import Source
from journal.core.symptoms import SymptomKind
from journal.guidance import page, pages
from journal.guidance.interactions import Circumstance, condition_sentences
from journal.guidance.left_off import sentences_instead, take_no_more_instead
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.search import search
from journal.guidance.signs_in_words import country_of
from journal.guidance.values import Statement
from journal.guidance.warning_signs import stopping
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import now

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


@pytest.mark.parametrize("name", ["Methadone", "Buprenorphine", "Naltrexone", "Zopiclone"])
@pytest.mark.parametrize("sign", [False, True])
def test_beside_slow_breathing_nothing_says_to_go_on_with_a_medicine(
    plain_book: Logbook, name: str, sign: bool
) -> None:
    if sign:
        noted = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
        plain_book.save(noted, Rating(at=now(plain_book), symptom=noted.id, value=6, answer=Answer.YES))
    medicine = Substance(name=name, source=Source.PRESCRIBED)
    plain_book.save(medicine)
    speech = speech_after(plain_book, [medicine])
    assert speech is not None
    lines = [words for _, words in notice_lines(english(), speech, country_of("US"), lambda texts, ids: "")]
    said = " ".join(lines).casefold()
    goes_on = "keep taking it" in said or "miss no dose" in said
    assert goes_on is (not sign and name in ("Methadone", "Buprenorphine"))
    assert ("they say how to go on with it" in said) is (sign and name in ("Methadone", "Buprenorphine"))
    if sign:
        assert "do not stop kratom all at once" not in said
        assert "take no more kratom" in said


def test_every_page_names_the_signs_of_the_table_for_which_it_is_left_off() -> None:
    """The page on mixing had a shorter list of its own, without seizures and without who is hard to wake."""
    lists = [
        said.text.partition(":")[0]
        for page_ in pages()
        for said in page_.statements()
        if "take no more" in said.text.casefold() and "slow breathing" in said.text.partition(":")[0]
    ]
    assert len(lists) >= 3 and {f"{each}:" for each in lists} == {stopping().no_more_with}
