"""What was said after a save, said again: with the words of the signs that are there by now."""

from __future__ import annotations

from journal.core.entries import Answer, Condition, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.core.substances import Source
from journal.core.symptoms import SymptomKind
from journal.guidance.notices_after_saving import Speech, speech_after
from journal.guidance.speech_again import said_by_now
from journal.logbook import Logbook


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
    (now,) = said_by_now(plain_book, speech)
    assert of(now) == (True, True) and [code for code, _ in now.conditions] == [code for code, _ in speech.conditions]
    assert now.conditions != speech.conditions
    plain_book.undo()
    assert said_by_now(plain_book, now) == [speech]
