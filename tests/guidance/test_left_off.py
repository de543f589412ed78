"""After a sign for which the product is left off no sentence that speaks to the person says not to stop at once."""

from __future__ import annotations

import re

import pytest

from journal.core.entries import Answer, Rating, Substance, Symptom
from journal.core.moments import DAY_MS, HOUR_MS, moment_at
from journal.core.substances import Source
from journal.core.symptoms import SymptomKind
from journal.guidance import own_list, page, pages
from journal.guidance.asked_names import check_names
from journal.guidance.interaction_words import beside
from journal.guidance.interactions import Circumstance, condition_sentences
from journal.guidance.left_off import sentences_instead, take_no_more_instead, urgent_instead
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import speech_after
from journal.guidance.own_list import check_journal
from journal.guidance.recognising import recognise
from journal.guidance.search import search
from journal.guidance.signs_in_words import country_of
from journal.guidance.values import Statement
from journal.guidance.warning_signs import is_sign, signs, stopping
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


MEDICINES: dict[str, Source | None] = {
    "Tylenol": None, "Tramadol": Source.PRESCRIBED, "Sertraline": Source.PRESCRIBED,
    "Ambien": Source.PRESCRIBED, "Oxycodone": Source.PRESCRIBED,
}  # fmt: skip
GO_ON = re.compile(r"not stop or change (?!no prescribed)|do not stop kratom|not stop suddenly on your own")
RATED = [sign.code for sign in signs() if is_sign(sign.code)]


def written(book: Logbook, code: str, answer: Answer | None, age_ms: int = HOUR_MS) -> None:
    sign = Symptom(code=code, kind=SymptomKind.WARNING)
    at = moment_at(book.clock.now_ms() - age_ms, "Europe/Berlin")
    book.save(sign, Rating(at=at, symptom=sign.id, value=6, answer=answer, recorded_ms=at.utc_ms))


def said_beside(book: Logbook) -> dict[str, str]:
    """What the list says beside each name, and what is said of each when it is added."""
    checked = check_journal(book)
    said = {name.given: " ".join(beside(english(), name, checked.take_no_more)) for name in checked.names}
    for name in MEDICINES:
        said[f"asked {name}"] = " ".join(
            sentence
            for found in check_names(book, [recognise(name)]).names
            for sentence in beside(english(), found, checked.take_no_more)
        )
    speech = speech_after(book, book.listed(Substance))
    assert speech is not None
    lines = notice_lines(english(), speech, country_of("US"), lambda texts, ids: "")
    return said | {"notice": " ".join(words for _, words in lines)}


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE])
@pytest.mark.parametrize("code", RATED)
def test_beside_an_open_sign_nothing_says_to_go_on(plain_book: Logbook, code: str, answer: Answer | None) -> None:
    if code == "pinpoint_pupils" and answer is None:
        return  # alone it asks first
    plain_book.save(*(Substance(name=name, source=source) for name, source in MEDICINES.items()))
    written(plain_book, code, answer)
    for place, said in said_beside(plain_book).items():
        assert not GO_ON.search(said), (place, said)
        urgent = "Do what is urgent first. Say there that you take this one" in said
        assert urgent or "until the emergency service or a doctor has spoken to you" in said, (place, said)


@pytest.mark.parametrize("days", [2, 6])
def test_a_sign_of_the_liver_holds_for_a_week_but_not_once_a_doctor_knows(plain_book: Logbook, days: int) -> None:
    plain_book.save(*(Substance(name=name, source=source) for name, source in MEDICINES.items()))
    written(plain_book, "yellow_skin", Answer.PASSED, days * DAY_MS)
    assert all("Do what is urgent first." in said for said in said_beside(plain_book).values())
    plain_book.undo()
    written(plain_book, "yellow_skin", Answer.KNOWN, days * DAY_MS)
    assert not any("Do what is urgent first." in said for said in said_beside(plain_book).values())


def test_without_one_no_medicine_is_changed_because_of_the_page(plain_book: Logbook) -> None:
    plain_book.save(*(Substance(name=name, source=source) for name, source in MEDICINES.items()))
    written(plain_book, "chest_pain", Answer.PASSED, 3 * DAY_MS)
    assert all("and do not stop kratom all at once" in said for said in said_beside(plain_book).values())


def test_that_one_is_forgotten_is_found(plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    plain_book.save(*(Substance(name=name, source=source) for name, source in MEDICINES.items()))
    written(plain_book, "chest_pain", Answer.YES)
    monkeypatch.setattr(own_list, "is_waiting_for_help", lambda journal, now_ms: False)
    assert any(GO_ON.search(said) for said in said_beside(plain_book).values())


def test_beside_an_emergency_no_page_says_so_either_but_of_a_pregnancy() -> None:
    for each in pages():
        under = [*urgent_instead(each, english()).under_headings()]
        shown = [statement.text for _, statement in under]
        for (heading, statement), (_, behind) in zip(under, [*under[1:], ("", Statement("", ()))], strict=True):
            if re.search("not stop (kratom all at once|suddenly on your own)", statement.text):
                assert "pregnan" in f"{heading} {statement.text}".casefold(), (each.code, statement.text)
                assert behind.text == "Do what is urgent first.", (each.code, statement.text)
        assert [text for text in shown if _TORN.search(text)] == []
    assert "Do what is urgent first." in [
        statement.text for statement in urgent_instead(page("with-medicines"), english()).statements()
    ]
