"""What is searched for follows one rule with the cards: the sign decides, and a pregnancy that is written down."""

from __future__ import annotations

import pytest

from journal.core.entries import Answer, Condition, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.symptoms import BY_CODE
from journal.guidance import by_passage, find, pages
from journal.guidance.around_signs import around_signs, as_urgent_as
from journal.guidance.blood_pressure import pressure_table
from journal.guidance.open_emergencies import is_emergency
from journal.guidance.said_to_person import said_to_person
from journal.guidance.signs_in_words import about_stopping
from journal.guidance.warning_signs import WarningSign, advice, is_sign, signs, stopping
from journal.logbook import Logbook
from journal.texts import english
from tests.journals import ago

NOT_STOP = ("do not stop suddenly", "do not stop kratom", "speak to them before you stop", "sudden stopping of opioids")
STOP = "take no more kratom until a doctor has spoken to you"


def noted(book: Logbook, code: str) -> None:
    sign = Symptom(code=code, kind=BY_CODE[code].kind)
    book.save(sign, Rating(at=ago(book, 30), symptom=sign.id, value=6, answer=Answer.YES))


def pregnant(book: Logbook, private: bool = True) -> None:
    book.save(Condition(what=ConditionKind.PREGNANCY, private=private))


def passages(book: Logbook, words: str) -> list[str]:
    """What a search shows, each passage as it is read."""
    found = find(said_to_person(book, pages(), english()), (), words)
    return [hit.words for hit in by_passage(found.hits)]


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("with_pregnancy", [True, False])
@pytest.mark.parametrize("code", [sign.code for sign in signs() if is_sign(sign.code)])
def test_no_search_says_otherwise_than_the_card(plain_book: Logbook, code: str, with_pregnancy: bool) -> None:
    noted(plain_book, code)
    if with_pregnancy:
        pregnant(plain_book)
    card = as_urgent_as(advice(code, Answer.YES, 0), around_signs(plain_book, plain_book.clock.now_ms()), 0)
    no_more = stopping().no_more_unnamed in about_stopping(english(), [card])
    for words in ("pregnant", "can i just stop", "stop suddenly", "withdrawal", "seizure"):
        shown = passages(plain_book, words)
        against = [said for said in shown if any(part in said.casefold() for part in NOT_STOP)]
        if no_more:
            assert against == [], words
        elif is_emergency(plain_book, plain_book.clock.now_ms()):
            assert [said for said in against if "pregnan" not in said.casefold()] == [], words


@pytest.mark.parametrize("code", ["seizure", "hard_to_breathe", "chest_pain"])
def test_the_words_about_a_pregnancy_are_found_beside_an_emergency(plain_book: Logbook, code: str) -> None:
    noted(plain_book, code)
    for known in (True,) if code == "seizure" else (False, True):  # with a seizure alone no more is taken
        if known:
            pregnant(plain_book)
        shown = [said for said in passages(plain_book, "can i just stop") if said.startswith("Pregnant and taking it")]
        assert len(shown) == 1 and "do not stop suddenly on your own" in shown[0]
        assert shown[0].endswith("Do what is urgent first.")


@pytest.mark.parametrize("private", [True, False])
def test_after_a_seizure_in_a_pregnancy_nothing_milder_than_the_card_is_found(
    plain_book: Logbook, private: bool
) -> None:
    noted(plain_book, "seizure")
    pregnant(plain_book, private)
    for words in ("driving after a seizure", "seizure", "seizure has passed"):
        for said in passages(plain_book, words):
            assert "Known epilepsy" not in said, (words, said)
            if STOP in said.casefold() and "seizure" in said.casefold().partition(STOP)[0]:
                assert "do not stop suddenly on your own" in said, (words, said)
    of_card = pressure_table().of_pregnancy("seizure", not private).text.partition("{number}")[2]
    assert any(of_card in said for said in passages(plain_book, "seizure"))


def test_what_has_passed_is_never_read_without_that(plain_book: Logbook) -> None:
    shown = passages(plain_book, "hot, stiff and jerking")
    milder = [said for said in shown if "Speak to a doctor today" in said]
    assert len(milder) == 1 and milder[0].startswith("If it has passed, do this: High fever")


def test_withdrawal_tonight_says_first_what_to_do_tonight(plain_book: Logbook) -> None:
    for words in ("withdrawal tonight", "in withdrawal now", "bad withdrawal"):
        first = passages(plain_book, words)[0]
        assert first.startswith("Withdrawal now, or tonight: call a doctor or the service that is open"), words
        assert "call the emergency number" in first and "crisis line" in first


SOOTHED = [(sign, other) for sign in signs() for other in sorted(sign.why_not_with)]


@pytest.mark.parametrize(("sign", "other"), SOOTHED, ids=lambda each: str(getattr(each, "code", each)))
def test_what_would_soothe_beside_a_sign_is_on_no_page(plain_book: Logbook, sign: WarningSign, other: str) -> None:
    """As on the cards: "it is only thirst" is not read beside yellow eyes."""
    row = f"{sign.name}. {sign.why}"
    assert any(row in said for said in passages(plain_book, sign.name))
    noted(plain_book, other)
    shown = [said for words in (sign.name, "thirst", "yellow eyes", other) for said in passages(plain_book, words)]
    assert shown and not any(sign.why in said for said in shown)
    every = [words for page in said_to_person(plain_book, pages(), english()) for words in map(str, page.blocks)]
    assert not any(sign.why in words for words in every)


def test_a_journal_without_any_of_it_leaves_the_pages_as_they_are(plain_book: Logbook) -> None:
    assert said_to_person(plain_book, pages(), english()) == pages()
