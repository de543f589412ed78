"""An emergency is told of above every place; on Today where the card that says so is not in sight."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QScrollBar
from pytestqt.qtbot import QtBot

from journal.commands.signs import first_of_all
from journal.core.entries import Answer, Measurement, Note, Rating, Substance, Symptom
from journal.core.moments import DAY_MS, moment_now
from journal.core.symptoms import SymptomKind
from journal.guidance.signs_in_words import nothing_sleepy, others_to_stop
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import SYMPTOMS
from journal.ui.kit.tasks import working
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.safety.happening import HappeningNow
from journal.ui.safety.numbers import LineCard
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY, EMERGENCY, FLARE, HEALTH, REPORT, SAFETY, SETTINGS, TODAY
from journal.ui.today.day_and_form import DayAndForm
from tests.journals import FixedClock
from tests.ui.conftest import keys
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


def card_of(body: Body) -> HappeningNow:
    assert body.today is not None and body.today.question.card is not None
    return body.today.question.card


def at_every_place(body: Body, book: Logbook, qtbot: QtBot) -> dict[str, str]:
    """What each place says first of the signs: the line, the emergency page, the form of a dose, the command line."""
    said = {}
    for place in (*ELSEWHERE, TODAY.key):
        body.go(place)
        settle()  # the line does not wait for what a place reads
        said[place] = line(body)
    qtbot.waitUntil(lambda: not working(), timeout=60_000)  # pages of a report on a slow computer
    body.go(EMERGENCY.key)
    settle()
    screen = next(each for each in body.findChildren(EmergencyScreen) if each.isVisible())
    said[EMERGENCY.key] = f"{screen.noted.text()} {screen.noted_advice.text()}" if screen.noted.isVisible() else ""
    body.act("dose")
    done(qtbot)
    assert body.today is not None and body.notices is not None
    said["dose"] = body.notices.notice.words() if body.notices.notice is not None else ""
    keys(Qt.Key.Key_Escape)
    done(qtbot)
    note = Note(at=moment_now(book.clock), text="Something else")
    said["command line"] = " ".join(first_of_all([note], book, english()))
    return said


@pytest.mark.quick_every(5)
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.NOT_SURE])
@pytest.mark.parametrize("code", ["slow_breathing", "chest_pain"])
def test_an_emergency_is_told_of_at_every_place_though_its_card_was_closed(
    body: Body, plain_book: Logbook, qtbot: QtBot, code: str, answer: Answer | None
) -> None:
    written(body, plain_book, code, answer)
    assert line(body) == ""  # Today has the card in sight
    card_of(body).parts[0].closed.emit()
    done(qtbot)
    for place, said in at_every_place(body, plain_book, qtbot).items():
        assert said.startswith(f"First: {SYMPTOMS[code]}, today 10:30") and "Call " in said, place


@pytest.mark.parametrize("answer", [Answer.PASSED, Answer.KNOWN])
def test_once_a_seizure_is_answered_as_less_every_place_follows_the_table(
    body: Body, plain_book: Logbook, qtbot: QtBot, answer: Answer
) -> None:
    """Passed, it is still one for the emergency department; known to a doctor, it stands under Emergency alone."""
    written(body, plain_book, "seizure", Answer.YES)
    (rating,) = (part.noted.rating for part in card_of(body).parts)
    plain_book.save(replace(rating, answer=answer), label="rating.answered")
    card_of(body).parts[0].closed.emit()
    done(qtbot)
    said = at_every_place(body, plain_book, qtbot)
    known = said.pop(EMERGENCY.key)
    assert ("new, worse or different" in known) is (answer is Answer.KNOWN) and "Seizure, today 10:30" in known
    told = {place for place, words_there in said.items() if words_there.startswith("First: Seizure")}
    assert told == (set(said) if answer is Answer.PASSED else set())


def test_on_today_it_is_told_of_while_its_card_is_scrolled_away(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    body.main.resize(1100, 620)
    written(body, plain_book, "chest_pain", Answer.YES)
    assert line(body) == ""
    (places,) = body.findChildren(DayAndForm)
    bar = places.day.verticalScrollBar()
    bar.setValue(bar.maximum())
    done(qtbot)
    assert bar.value() > 0 and line(body).startswith("First: Chest pain, today 10:30. ") and "Call 999." in line(body)
    bar.setValue(0)
    done(qtbot)
    assert line(body) == ""


def test_on_today_it_is_told_of_while_a_form_has_the_place_of_its_card(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    body.main.resize(640, 620)
    written(body, plain_book, "chest_pain", Answer.YES)
    body.act("note")
    done(qtbot)
    assert line(body).startswith("First: Chest pain")
    keys(Qt.Key.Key_Escape)
    done(qtbot)
    assert line(body) == ""


def test_of_several_cards_each_says_which_one_it_is(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    codes = ("slow_breathing", "seizure", "chest_pain")
    for code in codes:
        written(body, plain_book, code, Answer.YES if code == "seizure" else None)
    headings = [words(part.lines()[0]).strip() for part in card_of(body).parts]
    assert headings == [f"{SYMPTOMS[code]}, today 10:30 ({n} of 3)" for n, code in enumerate(codes, 1)]
    card_of(body).parts[0].closed.emit()
    done(qtbot)
    assert [words(part.lines()[0]).strip()[-9:] for part in card_of(body).parts] == [" (1 of 2)", " (2 of 2)"]
    assert line(body).startswith("First: Slow or shallow breathing")  # which is closed, so the card does not say it
    card_of(body).parts[0].closed.emit()
    done(qtbot)
    assert words(card_of(body).parts[0].lines()[0]).strip() == "Chest pain, today 10:30"


def test_a_masked_sign_is_not_named(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    written(body, plain_book, "suicidal_thoughts", Answer.YES)
    body.go(HEALTH.key)
    done(qtbot)
    said = "Call Samaritans (116\xa0123) or someone you trust, now. If you are in danger: call 999."
    assert "suicid" not in line(body).casefold() and said in line(body)


@pytest.mark.parametrize("code", ["chest_pain", "seizure", "fainting"])
def test_an_emergency_that_a_doctor_knows_of_is_named_within_its_day(
    body: Body, plain_book: Logbook, clock: FixedClock, qtbot: QtBot, code: str
) -> None:
    written(body, plain_book, code, Answer.KNOWN)
    for place in (FLARE.key, HEALTH.key):
        body.go(place)
        done(qtbot)
        assert line(body).startswith(f"Open: {SYMPTOMS[code]}, today 10:30 (A doctor knows about this).")
        assert "Call 999." in line(body)
    clock.ms += DAY_MS + 1
    body.go(DIARY.key)
    done(qtbot)
    assert line(body) == ""


def test_what_a_doctor_knows_of_is_named_behind_what_nobody_knows_of(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    written(body, plain_book, "seizure", Answer.KNOWN)
    written(body, plain_book, "chest_pain", None)
    body.go(FLARE.key)
    done(qtbot)
    assert line(body).startswith("First: Chest pain")
    assert line(body).endswith("Also open: Seizure, today 10:30 (A doctor knows about this).")


def test_what_can_wait_or_is_a_day_old_has_no_line(
    body: Body, plain_book: Logbook, clock: FixedClock, qtbot: QtBot
) -> None:
    written(body, plain_book, "dark_urine", Answer.KNOWN)
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
        ("suicidal_thoughts", Answer.PASSED, "Open: Hidden rating, today 10:30. Tell someone today: Samaritans"),
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
    assert line(body).startswith("First: Chest pain")  # its card is closed, and it is told of all the same
    plain_book.save(replace(chest.noted.rating, answer=Answer.KNOWN), label="rating.answered")
    for place in ELSEWHERE[:3]:
        body.go(place)
        done(qtbot)
        assert line(body).startswith(said) and bool(line(body)) is bool(said), place
        assert "uicid" not in line(body)
    body.go(EMERGENCY.key)
    settle()
    screen = next(each for each in body.findChildren(EmergencyScreen) if each.isVisible())
    shown = f"{screen.noted.text()} {screen.noted_advice.text()}"
    assert said in shown  # there what is closed stands, too
    assert "Chest pain, today 10:30 (A doctor knows about this). Saved. If it is new" in shown


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
    answered = " (A doctor knows about this)" if answer is Answer.KNOWN else ""
    assert f"Open: {SYMPTOMS[code]}, today 10:30{answered}." in shown and said in shown
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


@pytest.mark.parametrize("answer", [None, Answer.PASSED])
@pytest.mark.parametrize("closed", [False, True])
def test_something_taken_near_thoughts_of_suicide_is_told_of_above_every_place(
    body: Body, plain_book: Logbook, qtbot: QtBot, answer: Answer | None, closed: bool
) -> None:
    written(body, plain_book, "suicidal_thoughts", answer)
    if closed:
        card_of(body).parts[0].closed.emit()
        done(qtbot)
    body.go(HEALTH.key)
    settle()
    plain_book.save(Substance(name="Tylenol", amount="30 tablets"))
    done(qtbot)
    first = body.notices.notice.words() if body.notices is not None and body.notices.notice is not None else line(body)
    assert "If you may have taken too much, whatever the reason: call 999 now, before you feel ill." in first
    assert "NHS 111" in first and "uicid" not in first
    body.go(TODAY.key)
    settle()
    if not closed:
        assert "If you may have taken too much" in words(card_of(body))


def test_the_first_card_stays_in_sight_for_who_scrolled_up_to_it(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    """The line goes with it, the page is higher, and jumped back to the card that has the keyboard."""
    body.window().resize(1240, 720)
    body.set_country("US")
    for code in ("slow_breathing", "seizure", "chest_pain", "fainting", "dark_urine", "hard_to_breathe"):
        sign = Symptom(code=code, kind=SymptomKind.WARNING)
        plain_book.save(sign, Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5))
    assert body.today is not None
    body.today.question.bring_back()
    done(qtbot)
    areas = [area for area in body.findChildren(QScrollArea) if area.isVisible()]
    bar = max((area.verticalScrollBar() for area in areas), key=QScrollBar.maximum)
    [each for each in card_of(body).findChildren(QPushButton) if each.isVisible()][-1].setFocus()
    settle()
    assert bar.value() > 0
    for place in range(bar.value(), -1, -40):
        bar.setValue(place)
        settle()
    bar.setValue(0)
    done(qtbot)
    assert bar.value() == 0 and not body.first_line.isVisible()
