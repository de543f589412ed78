"""An emergency whose card is open on Today is told of above every other place, and not once the card was closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Measurement, Rating, Symptom
from journal.core.moments import DAY_MS, moment_now
from journal.core.symptoms import SymptomKind
from journal.guidance.signs_in_words import nothing_sleepy, others_to_stop
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import SYMPTOMS
from journal.ui.kit.tasks import working
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.numbers import LineCard
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY, EMERGENCY, FLARE, HEALTH, REPORT, SAFETY, SETTINGS, TODAY
from tests.journals import FixedClock
from tests.ui.fits import settle, words

ELSEWHERE = [FLARE.key, HEALTH.key, DIARY.key, REPORT.key, SAFETY.key, SETTINGS.key]


def done(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not working())
    settle()


def written(body: Body, book: Logbook, code: str, answer: Answer | None) -> None:
    body.set_country("GB")
    sign = Symptom(code=code, kind=SymptomKind.WARNING)
    book.save(sign, Rating(at=moment_now(book.clock), symptom=sign.id, value=5, answer=answer))
    assert body.today is not None
    body.today.question.bring_back()
    settle()


def line(body: Body) -> str:
    return body.first_line.words.text() if body.first_line.isVisible() else ""


@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE])
def test_it_stands_above_every_place_until_its_card_is_closed(
    body: Body, plain_book: Logbook, qtbot: QtBot, answer: Answer | None
) -> None:
    written(body, plain_book, "chest_pain", answer)
    assert line(body) == ""  # Today has the card
    for place in ELSEWHERE:
        body.go(place)
        done(qtbot)
        assert line(body).startswith("First: Chest pain, today 10:30. ") and "Call 999." in line(body), place
    body.go(EMERGENCY.key)
    settle()
    assert line(body) == ""  # there all of it stands
    body.go(TODAY.key)
    settle()
    assert line(body) == "" and body.today is not None and body.today.question.card is not None
    body.today.question.card.parts[0].closed.emit()
    body.go(HEALTH.key)
    done(qtbot)
    assert line(body) == ""


def test_a_masked_sign_is_not_named(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    written(body, plain_book, "suicidal_thoughts", Answer.YES)
    body.go(HEALTH.key)
    done(qtbot)
    said = "Call Samaritans (116\xa0123) or someone you trust, now. If you are in danger: call 999."
    assert "suicid" not in line(body).casefold() and said in line(body)


def test_what_is_answered_as_less_or_a_day_old_has_no_line(
    body: Body, plain_book: Logbook, clock: FixedClock, qtbot: QtBot
) -> None:
    written(body, plain_book, "chest_pain", Answer.KNOWN)
    body.go(HEALTH.key)
    done(qtbot)
    assert line(body) == ""
    sign = Symptom(code="seizure", kind=SymptomKind.WARNING)
    plain_book.save(sign, Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5))
    done(qtbot)
    assert line(body).startswith("First: Seizure")
    clock.ms += DAY_MS + 1
    body.go(DIARY.key)
    done(qtbot)
    assert line(body) == ""


def test_the_most_urgent_comes_back_first_though_another_waits_for_its_answer(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    """After a start the keyboard goes to the top of the card, not to the first question that has no answer."""
    signs = {code: Symptom(code=code, kind=SymptomKind.WARNING) for code in ("chest_pain", "yellow_skin")}
    at = moment_now(plain_book.clock)
    plain_book.save(
        *signs.values(),
        Rating(at=at, symptom=signs["chest_pain"].id, value=5, answer=Answer.YES),
        Rating(at=at, symptom=signs["yellow_skin"].id, value=5),
    )
    assert body.today is not None
    body.today.question.bring_back()
    done(qtbot)
    card = body.today.question.card
    assert card is not None and card.parts[0].noted.code == "chest_pain"
    focused = body.window().focusWidget()
    assert focused is not None and card.parts[0].isAncestorOf(focused)
    assert not card.parts[0].lines()[0].visibleRegion().isEmpty()


@pytest.mark.parametrize(("code", "said"), [("chest_pain", "Call 999."), ("suicidal_thoughts", "116\xa0123")])
def test_under_emergency_what_was_noted_stands_below_the_number(
    body: Body, plain_book: Logbook, qtbot: QtBot, code: str, said: str
) -> None:
    body.go(EMERGENCY.key)
    settle()
    (empty,) = body.findChildren(EmergencyScreen)
    assert not empty.noted.isVisible()
    body.go(TODAY.key)
    settle()
    written(body, plain_book, code, None)
    body.go(EMERGENCY.key)
    settle()
    screen = next(each for each in body.findChildren(EmergencyScreen) if each.isVisible())
    words = f"{screen.noted.text()} {screen.noted_advice.text()}"
    assert screen.noted.isVisible() and words.startswith("First: ") and said in words
    assert "uicid" not in words and screen.panel.y() < screen.noted.y() < screen.signs.mapTo(screen, QPoint()).y()


def test_a_card_that_stays_says_what_the_closed_one_said_of_things_that_make_sleepy(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    written(body, plain_book, "slow_breathing", Answer.YES)
    written(body, plain_book, "seizure", Answer.YES)
    assert body.today is not None and body.today.question.card is not None
    slow = next(part for part in body.today.question.card.parts if part.noted.code == "slow_breathing")
    slow.closed.emit()
    done(qtbot)
    said = words(body.today.question.card)
    assert nothing_sleepy(english()) in said and others_to_stop(english()) not in said


@pytest.mark.parametrize(
    ("code", "answer", "said"),
    [
        (
            "dark_urine",
            None,
            "Open: Dark urine, today 10:30. If it is happening now, or you are not sure, do this. Doctor",
        ),
        ("dark_urine", Answer.YES, "Open: Dark urine, today 10:30. Doctor today; ask whether your liver"),
        (
            "little_urine",
            Answer.YES,
            "Open: Little urine, today 10:30. None at all, with pain or a full bladder: call 999",
        ),
        ("suicidal_thoughts", Answer.PASSED, "Open: Private rating, today 10:30. If you want to talk to someone: Sam"),
        ("dark_urine", Answer.KNOWN, ""),
    ],
)
def test_a_closed_emergency_hides_nothing_that_is_less_urgent_at_any_place(
    body: Body, plain_book: Logbook, qtbot: QtBot, code: str, answer: Answer | None, said: str
) -> None:
    written(body, plain_book, "chest_pain", Answer.YES)
    written(body, plain_book, code, answer)
    body.go(DIARY.key)
    done(qtbot)
    assert line(body).startswith("First: Chest pain") and "Open: " not in line(body)
    assert body.today is not None and body.today.question.card is not None
    chest = next(part for part in body.today.question.card.parts if part.noted.code == "chest_pain")
    chest.closed.emit()
    done(qtbot)
    for place in ELSEWHERE[:3]:
        body.go(place)
        done(qtbot)
        assert line(body).startswith(said) and bool(line(body)) is bool(said), place
        assert "uicid" not in line(body)
    body.go(EMERGENCY.key)
    settle()
    screen = next(each for each in body.findChildren(EmergencyScreen) if each.isVisible())
    assert screen.noted.text().startswith("First: Chest pain")  # there what is closed stands, too
    assert said in screen.noted_advice.text() and "Open: " in screen.noted_advice.text()


@pytest.mark.parametrize(
    ("code", "answer", "said"),
    [
        ("seizure", Answer.KNOWN, "If it is new, worse or different, do this as if for the first time. Call 999."),
        ("dark_urine", Answer.KNOWN, "If it is new, worse or different, do this as if for the first time. Doctor"),
        ("pinpoint_pupils", None, "With drowsiness or slow breathing: call 999."),
        ("pinpoint_pupils", Answer.NO, "With drowsiness or slow breathing: call 999."),
        ("palpitations", Answer.PASSED, "With faintness or chest pain: doctor today; call 999"),
    ],
)
@pytest.mark.parametrize("also", [None, "chest_pain"])
def test_under_emergency_stands_whatever_has_an_open_card(
    body: Body, plain_book: Logbook, qtbot: QtBot, code: str, answer: Answer | None, said: str, also: str | None
) -> None:
    written(body, plain_book, code, answer)
    if also is not None:
        written(body, plain_book, also, Answer.YES)
    assert body.today is not None and body.today.question.card is not None
    assert code in {part.noted.code for part in body.today.question.card.parts}
    body.go(EMERGENCY.key)
    settle()
    screen = next(each for each in body.findChildren(EmergencyScreen) if each.isVisible())
    shown = f"{screen.noted.text()} {screen.noted_advice.text()}"
    assert f"Open: {SYMPTOMS[code]}, today 10:30." in shown and said in shown
    assert shown.startswith("First: Chest pain") is (also is not None)


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("closed", [False, True])
def test_under_emergency_a_high_pressure_stands_with_its_numbers_unless_they_are_private(
    body: Body, plain_book: Logbook, qtbot: QtBot, private: bool, closed: bool
) -> None:
    body.set_country("GB")
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125, private=private))
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    if closed:
        body.notices.notice.close_button.click()
    body.go(EMERGENCY.key)
    settle()
    screen = next(each for each in body.findChildren(EmergencyScreen) if each.isVisible())
    assert screen.noted.isVisible() and screen.noted.text().startswith("A blood pressure of 180/120 or more, today")
    assert "call 999" in screen.noted_advice.text()
    assert ("Saved as 195/125 mmHg." in screen.noted_advice.text()) is not private


def test_with_thoughts_of_suicide_the_crisis_line_stands_first_under_emergency(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    def first_line() -> str:
        body.go(EMERGENCY.key)
        settle()
        screen = next(each for each in body.findChildren(EmergencyScreen) if each.isVisible())
        return screen.findChildren(LineCard)[0].accessibleName() + words(screen.findChildren(LineCard)[0])

    body.set_country("US")
    assert "988" not in first_line()
    body.go(TODAY.key)
    settle()
    written(body, plain_book, "suicidal_thoughts", Answer.PASSED)
    body.set_country("US")
    assert "988" in first_line()
