"""While a warning sign is an emergency, every notice begins with what to do about it, and nothing is said milder."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Condition, Entry, Measurement, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import moment_now
from journal.core.substances import Source
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.ui.kit.tasks import working
from journal.ui.shell.body import Body
from journal.ui.shell.places import HEALTH
from tests.ui.fits import settle


def done(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not working())
    settle()


def heard(body: Body) -> str:
    assert body.notices is not None
    return "" if body.notices.notice is None else body.notices.notice.words()


@pytest.mark.parametrize("sign_first", [True, False])
def test_with_an_open_seizure_the_emergency_number_comes_first(
    body: Body, plain_book: Logbook, qtbot: QtBot, sign_first: bool
) -> None:
    body.set_country("US")
    sign = Symptom(code="seizure", kind=SymptomKind.WARNING)
    rating = Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5)
    steps: list[list[Entry]] = [
        [sign, rating], [Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125)],
    ]  # fmt: skip
    for step in steps if sign_first else reversed(steps):
        plain_book.save(*step)
        done(qtbot)
    said = heard(body)
    assert said.startswith(
        "First: Seizure, today 10:30 If it is happening now, or you are not sure, do this. Call 911."
    )
    assert said.index("First do what stands above.") > said.index("A blood pressure of 180/120 or more")
    assert "wait a few minutes" not in said
    body.go(HEALTH.key)
    assert heard(body) == said
    plain_book.save(replace(rating, answer=Answer.KNOWN), label="rating.answered")
    assert heard(body).startswith("A blood pressure") and "wait a few minutes" in heard(body)
    plain_book.undo()
    assert heard(body) == said


def test_in_a_pregnancy_a_seizure_does_not_take_its_words_away(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    body.set_country("US")
    sign = Symptom(code="seizure", kind=SymptomKind.WARNING)
    plain_book.save(Condition(what=ConditionKind.PREGNANCY, private=True), sign)
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=145, diastolic=92))
    done(qtbot)
    rating = Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5)
    for answer in (None, Answer.PASSED):
        plain_book.save(replace(rating, answer=answer))
        done(qtbot)
        _, said = heard(body).split("First: Seizure, today 10:30 ")
        assert said.startswith("In pregnancy: call 911 now, also if the seizure has passed.")
        assert body.notices is not None and body.notices.notice is not None
        assert body.notices.notice.never_scroll == (3 if answer else 5)


def test_with_an_open_emergency_a_medicine_is_spoken_of_after_it(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    sign = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5, answer=Answer.YES))
    plain_book.save(Substance(name="Xanax", source=Source.PRESCRIBED))
    done(qtbot)
    said = heard(body)
    assert said.startswith("First: Slow or shallow breathing, today 10:30 Call")
    assert "If it is you, do this. Call" in said and said.index("If it is you") < said.index("Do that first.")
    assert body.notices is not None and body.notices.notice is not None
    assert body.notices.notice.property("role") == "caution"
    assert said.index("Do that first. Then, about what you wrote down:") < said.index("Xanax with kratom: call today")


def test_with_an_open_emergency_a_second_sleeping_pill_adds_up_after_it(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    sign = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
    plain_book.save(Substance(name="Zopiclone", source=Source.PRESCRIBED))
    done(qtbot)
    assert body.notices is not None
    body.notices.close()
    plain_book.save(sign, Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5, answer=Answer.YES))
    plain_book.save(Substance(name="Zolpidem", source=Source.PRESCRIBED))
    done(qtbot)
    said = heard(body)
    assert said.startswith("First: Slow or shallow breathing, today 10:30 Call")
    assert said.index("Do that first.") < said.index("These and kratom add up: Zolpidem, Zopiclone.")
