"""What was said after a save, said again: with the words of the signs that are there by now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.entries import Answer, Condition, Entry, Intake, Product, ProductKind, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.core.substances import Source
from journal.core.substances import Taken as TakenKind
from journal.core.symptoms import SymptomKind
from journal.guidance.notice_lines import notice_lines
from journal.guidance.notices_after_saving import Speech, speech_after
from journal.guidance.signs_in_words import country_of
from journal.guidance.speech_again import Said, said_by_now
from journal.logbook import Logbook
from journal.texts import english


def of(speech: Speech) -> tuple[bool, bool]:
    """Whether kratom is left off by it, and whether the medicine is left for now."""
    return speech.take_no_more, any(name.left_for_now for name, _ in (*speech.findings, *speech.private_findings))


def test_a_sign_that_came_and_went_changes_the_words(plain_book: Logbook) -> None:
    saved = [
        Substance(name="Zopiclone", source=Source.PRESCRIBED),
        Substance(name="Zolpidem", source=Source.PRESCRIBED, private=True),
        Condition(what=ConditionKind.PREGNANCY),
    ]
    plain_book.save(*saved)
    speech = speech_after(plain_book, saved)
    assert speech is not None and speech.conditions and of(speech) == (False, False)
    sign = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5, answer=Answer.YES))
    (now,) = said_by_now(plain_book, Said(speech, saved))
    assert now is not None
    assert of(now) == (True, True) and [code for code, _ in now.conditions] == [code for code, _ in speech.conditions]
    assert now.conditions != speech.conditions
    plain_book.undo()
    assert said_by_now(plain_book, Said(now, saved)) == [speech]


def lines(speech: Speech | None) -> list[str]:
    if speech is None:
        return []
    return [words for _, words in notice_lines(english(), speech, country_of("US"), lambda texts, ids: "")]


def naloxone(book: Logbook) -> Intake:
    return Intake(at=moment_now(book.clock), what=TakenKind.OWN, name="Narcan")


def beer(book: Logbook) -> Intake:
    return Intake(at=moment_now(book.clock), what=TakenKind.ALCOHOL, drinks=2)


# What stands beside the medicine that is spoken of, and the words that are there because of it.
BESIDE = {
    "naloxone": (naloxone, "Take no more kratom until a doctor has spoken to you."),
    "beer": (beer, "These and kratom add up"),
    "another": (lambda _book: Substance(name="Zopiclone"), "These and kratom add up"),
}


@pytest.mark.parametrize("what", BESIDE)
@pytest.mark.parametrize("gone", ["undone", "deleted", "edited"])
def test_what_stands_beside_it_and_goes_changes_the_words(plain_book: Logbook, what: str, gone: str) -> None:
    made, words = BESIDE[what]
    beside: Entry = made(plain_book)
    if gone != "undone":
        plain_book.save(beside)
    saved = [Substance(name="Diazepam", source=Source.PRESCRIBED)]
    plain_book.save(*saved)
    if gone == "undone":
        plain_book.save(beside)
    speech = speech_after(plain_book, saved)
    assert speech is not None and words in " ".join(lines(speech))
    if gone == "undone":
        plain_book.undo()
    elif gone == "deleted":
        plain_book.delete([beside.id])
    elif isinstance(beside, Substance):
        plain_book.save(replace(beside, name="Vitamin C"))
    elif isinstance(beside, Intake):
        plain_book.save(replace(beside, what=TakenKind.OWN, name="Vitamin C", drinks=None))
    (now,) = said_by_now(plain_book, Said(speech, saved))
    assert now is not None and words not in " ".join(lines(now))
    assert "Diazepam with kratom: call today" in lines(now)


def test_a_medicine_that_is_gone_is_not_spoken_of_and_one_that_was_changed_as_it_is_now(plain_book: Logbook) -> None:
    sertraline = Substance(name="Sertraline", source=Source.PRESCRIBED)
    plain_book.save(sertraline)
    speech = speech_after(plain_book, [sertraline])
    assert speech is not None and "Sertraline with kratom: ask within days" in lines(speech)
    changed = replace(sertraline, source=Source.OVER_THE_COUNTER)
    plain_book.save(changed)
    (now,) = said_by_now(plain_book, Said(speech, [sertraline]))
    assert "Sertraline with kratom: ask first" in lines(now)
    plain_book.save(replace(changed, private=True))
    (now,) = said_by_now(plain_book, Said(speech, [sertraline]))
    assert now is not None and "Sertraline" not in " ".join(lines(now)) and now.private
    plain_book.delete([sertraline.id])
    assert said_by_now(plain_book, Said(speech, [sertraline])) == [None]


def test_a_condition_that_has_passed_is_not_spoken_of(plain_book: Logbook) -> None:
    pregnant = Condition(what=ConditionKind.PREGNANCY)
    plain_book.save(pregnant)
    speech = speech_after(plain_book, [pregnant])
    assert speech is not None and speech.conditions
    plain_book.save(replace(pregnant, private=True))
    (now,) = said_by_now(plain_book, Said(speech, [pregnant]))
    assert now is not None and not now.conditions and now.private_conditions
    plain_book.delete([pregnant.id])
    assert said_by_now(plain_book, Said(speech, [pregnant])) == [None]


def test_the_kind_of_a_product_makes_it_more_urgent(plain_book: Logbook) -> None:
    leaf = Product(name="Green", kind=ProductKind.LEAF_POWDER)
    medicine = Substance(name="Clarithromycin", source=Source.PRESCRIBED)
    plain_book.save(leaf, medicine)
    speech = speech_after(plain_book, [medicine])
    assert speech is not None and not any("call today" in line for line in lines(speech))
    plain_book.save(replace(leaf, kind=ProductKind.SEVEN_OH))
    (now,) = said_by_now(plain_book, Said(speech, [medicine]))
    assert any("call today" in line for line in lines(now))
