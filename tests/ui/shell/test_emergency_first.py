"""While a warning sign is an emergency, every notice begins with what to do about it, and nothing is said milder."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Condition, Entry, Measurement, Product, Rating, Substance, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import HOUR_MS, moment_now
from journal.core.queries import EntryQuery
from journal.core.substances import Source
from journal.core.symptoms import SymptomKind
from journal.guidance.warning_signs import stopping
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import SYMPTOMS
from journal.ui.kit.tasks import working
from journal.ui.safety.emergency_notice import EmergencyNotice
from journal.ui.shell.body import Body
from journal.ui.shell.places import HEALTH
from tests.journals import FixedClock
from tests.ui.conftest import ctrl, keys
from tests.ui.fits import settle, shown


def done(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not working())
    settle()


def heard(body: Body) -> str:
    assert body.notices is not None
    return "" if body.notices.notice is None else body.notices.notice.words()


@pytest.mark.quick_every(2)
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
    called = "First: Seizure, today 10:30 Call 911 now, also if it has passed"  # the doctor knows no such pressure
    assert heard(body).startswith(called) and "wait a few minutes" not in heard(body)
    plain_book.undo()
    assert heard(body) == said


@pytest.mark.parametrize(("code", "medicine", "named"), [
    ("slow_breathing", "Ambien", True), ("cannot_be_woken", "Xanax", True),
    ("slow_breathing", "Sertraline", False), ("chest_pain", "Ambien", False),
])  # fmt: skip
def test_breathing_that_was_slow_is_named_beside_what_makes_sleepy(
    body: Body, plain_book: Logbook, qtbot: QtBot, code: str, medicine: str, named: bool
) -> None:
    body.set_country("US")
    sign = Symptom(code=code, kind=SymptomKind.WARNING)
    at = moment_now(plain_book.clock)
    plain_book.save(sign, Rating(at=at, symptom=sign.id, value=5, answer=Answer.PASSED))
    plain_book.save(Substance(name=medicine, source=Source.PRESCRIBED))
    done(qtbot)
    said = heard(body)
    assert medicine in said
    assert (SYMPTOMS[code] in said.split(medicine)[0] and english()(stopping().sleepy) in said) is named


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
        _, _, said = heard(body).partition("First: Seizure, today 10:30 ")
        assert said.startswith("In pregnancy: call 911 now, also if the seizure has passed.")
        assert body.notices is not None and body.notices.notice is not None
        # Which, the number, what to do while it is there, and that a pressure is spoken of below.
        assert body.notices.notice.never_scroll == (3 if answer is Answer.PASSED else 4)


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


SIGNS = {code: Symptom(code=code, kind=SymptomKind.WARNING) for code in ("slow_breathing", "seizure", "chest_pain")}
EVERY = SIGNS | {"yellow_skin": Symptom(code="yellow_skin", kind=SymptomKind.WARNING)}


def open_sign(book: Logbook, code: str, answer: Answer | None = None) -> Rating:
    rating = Rating(at=moment_now(book.clock), symptom=EVERY[code].id, value=5, answer=answer)
    book.save(EVERY[code], rating)
    return rating


def in_sight(body: Body) -> list[str]:
    """The lines of the notice that are seen without scrolling or unfolding."""
    assert body.notices is not None and body.notices.notice is not None
    notice = body.notices.notice
    hidden = () if notice.scroller.isVisible() else notice.scroller.findChildren(QLabel)
    return [each.text() for each in notice.findChildren(QLabel) if each.isVisible() and each not in hidden]


@pytest.mark.parametrize("code", SIGNS)
@pytest.mark.parametrize("answer", [None, Answer.YES])
def test_the_form_of_a_dose_is_not_silent_while_an_emergency_is_open(
    body: Body, plain_book: Logbook, qtbot: QtBot, code: str, answer: Answer | None
) -> None:
    body.set_country("US")
    open_sign(plain_book, code, answer)
    done(qtbot)
    assert heard(body) == ""  # the card on Today asks
    body.act("dose")
    settle()
    assert heard(body).startswith("First: ") and "Call 911." in heard(body) and "not saved yet" not in heard(body)
    assert any("Call 911." in line for line in in_sight(body))
    no_more = any(line.startswith("Take no more of what you write down here until") for line in in_sight(body))
    assert no_more is (code != "chest_pain")
    sleepy = any("Take nothing else that makes you sleepy now" in line for line in in_sight(body))
    assert sleepy is (code == "slow_breathing")  # it may be what is about to be taken
    assert heard(body).count("Take nothing else that makes you sleepy now") == sleepy
    focused = body.window().focusWidget()
    assert focused is not None and body.today is not None and body.today.panel.isAncestorOf(focused)
    body.today.panel.form.cancel()  # type: ignore[union-attr]
    settle()
    assert heard(body) == ""


def test_a_dose_is_two_actions_beside_an_open_emergency(
    body: Body, plain_book: Logbook, clock: FixedClock, qtbot: QtBot
) -> None:
    plain_book.save(Product(name="Green"))
    keys(ctrl(Qt.Key.Key_D), "2", Qt.Key.Key_Return)
    done(qtbot)
    clock.tick(3 * HOUR_MS)
    doses = len(plain_book.find(EntryQuery(kinds=("dose",))))
    open_sign(plain_book, "chest_pain")
    done(qtbot)
    keys(ctrl(Qt.Key.Key_D))
    settle()
    assert heard(body).startswith("First: Chest pain")
    keys(Qt.Key.Key_Return)
    done(qtbot)
    assert len(plain_book.find(EntryQuery(kinds=("dose",)))) == doses + 1


def test_what_the_form_shows_follows_the_answer(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    rating = open_sign(plain_book, "slow_breathing")
    done(qtbot)
    body.act("dose")
    settle()
    assert heard(body).startswith("First: Slow or shallow breathing")
    plain_book.save(replace(rating, answer=Answer.PASSED), label="rating.answered")
    assert heard(body).startswith("Slow or shallow breathing, today 10:30 Get medical help today")
    assert "Take no more of what you write down here until" in heard(body)


@pytest.mark.parametrize("closed", [False, True])
def test_the_form_of_a_dose_says_to_take_no_more_also_once_its_advice_is_closed(
    body: Body, plain_book: Logbook, qtbot: QtBot, closed: bool
) -> None:
    open_sign(plain_book, "yellow_skin", Answer.PASSED)
    done(qtbot)
    assert body.today is not None
    body.today.question.bring_back()
    settle()
    if closed and body.today.question.card is not None:
        body.today.question.card.parts[0].closed.emit()
    settle()
    assert (body.today.question.card is None) is closed
    body.act("dose")
    settle()
    assert heard(body).startswith("Yellow eyes or skin, today 10:30 Doctor today, even if the colour has gone.")
    assert any(line.startswith("Take no more of what you write down here until") for line in in_sight(body))


@pytest.mark.parametrize("kind", ["dose", "intake"])
@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize(("systolic", "diastolic", "warns"), [(195, 125, True), (180, 90, True), (165, 112, False)])
def test_the_form_of_a_dose_tells_of_a_very_high_pressure_also_once_it_is_closed(
    body: Body, plain_book: Logbook, qtbot: QtBot, clock: FixedClock,
    systolic: int, diastolic: int, warns: bool, closed: bool, kind: str,
) -> None:  # fmt: skip
    """As of a sign: closing takes the notice away and no more, and it holds for a day."""
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=systolic, diastolic=diastolic))
    done(qtbot)
    if closed and warns:
        closing(body)
        assert heard(body) == ""
    body.act(kind)
    settle()
    assert heard(body).startswith("First: A blood pressure of 180/120 or more, today 10:30") is warns
    assert (stopping().ask_first in heard(body)) is warns
    keys(Qt.Key.Key_Escape)
    settle()
    assert (heard(body) == "") is (closed or not warns)  # put away, the form leaves what stood there before it
    clock.ms += 25 * HOUR_MS
    if closed:
        body.act(kind)
        settle()
        assert heard(body) == ""


@pytest.mark.parametrize("closed", [False, True])
def test_a_notice_that_was_there_before_the_sign_no_longer_says_to_go_on(
    body: Body, plain_book: Logbook, qtbot: QtBot, closed: bool
) -> None:
    plain_book.save(Substance(name="Zopiclone", source=Source.PRESCRIBED))
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    before = heard(body)
    assert "do not stop kratom all at once" in before
    if closed:
        body.notices.notice.close_button.click()
    rating = open_sign(plain_book, "slow_breathing", Answer.YES)
    done(qtbot)
    if closed:
        body.notices.show_closed_again()
    for answer in (Answer.YES, Answer.PASSED):
        plain_book.save(replace(rating, answer=answer), label="rating.answered")
        done(qtbot)
        assert "Take no more kratom until a doctor has spoken to you." in heard(body)
        assert "do not stop kratom" not in heard(body)
    plain_book.delete([rating.id])
    done(qtbot)
    assert heard(body) == before
    plain_book.undo()
    done(qtbot)
    assert "do not stop kratom" not in heard(body) and "Take no more kratom" in heard(body)


def test_a_notice_follows_a_sign_that_is_undone(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Substance(name="Zopiclone", source=Source.PRESCRIBED))
    done(qtbot)
    before = heard(body)
    open_sign(plain_book, "slow_breathing", Answer.YES)
    done(qtbot)
    assert heard(body).startswith("First: ")
    plain_book.undo()
    done(qtbot)
    assert heard(body) == before


@pytest.mark.parametrize("of", ["medicine", "pressure"])
def test_a_notice_that_is_there_does_not_keep_the_form_of_a_dose_silent(
    body: Body, plain_book: Logbook, qtbot: QtBot, of: str
) -> None:
    body.set_country("US")
    high = Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125)
    plain_book.save(Substance(name="Zopiclone", source=Source.PRESCRIBED) if of == "medicine" else high)
    done(qtbot)
    open_sign(plain_book, "slow_breathing")
    done(qtbot)
    before = heard(body)
    body.act("dose")
    settle()
    assert any("Call 911." in line for line in in_sight(body))
    assert any(line.startswith("Take no more of what you write down here until") for line in in_sight(body))
    assert ("A blood pressure of 180/120 or more" in heard(body)) is (of == "pressure")
    body.today.panel.form.cancel()  # type: ignore[union-attr]
    settle()
    assert heard(body) == before
    body.act("dose")
    settle()
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()
    settle()
    # What waited behind it was not closed; the sign is still open, and stands before it in one line.
    assert heard(body).startswith("First: Slow or shallow breathing, today 10:30. ") and "Call 911." in heard(body)
    assert ("Zopiclone with kratom" if of == "medicine" else "A blood pressure of 180/120 or more") in heard(body)
    assert "somebody with you" not in heard(body)


@pytest.mark.parametrize("kind", ["note", "rating"])
def test_a_form_of_something_that_is_not_taken_shows_nothing_more(
    body: Body, plain_book: Logbook, qtbot: QtBot, kind: str
) -> None:
    open_sign(plain_book, "chest_pain")
    done(qtbot)
    body.act(kind)
    settle()
    assert heard(body) == ""


def test_the_notice_is_low_and_says_the_rest_by_a_key_and_a_button(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    body.set_country("US")
    body.window().resize(900, 600)
    open_sign(plain_book, "slow_breathing")
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125))
    done(qtbot)
    assert body.notices is not None
    notice = body.notices.notice
    assert notice is not None and notice.unfold is not None
    seen = in_sight(body)
    assert [line for line in seen if "Call 911" in line] and any(line.startswith("If it is you") for line in seen)
    assert seen[-1].startswith(
        "A blood pressure of 180/120 or more, today 10:30. First do what stands above. Say this "
    )
    low = notice.height()
    assert low < body.window().height() * 0.38 and not any("somebody with you" in line for line in seen)
    keys(Qt.Key.Key_F7)
    settle()
    assert notice.height() > low and any("somebody with you" in line for line in in_sight(body))
    notice.unfold.click()
    settle()
    assert notice.height() == low
    assert notice.more.text() == "Emergency" and notice.more.isVisible()


def test_the_notice_never_asks_for_the_room_of_what_is_folded_away(qtbot: QtBot) -> None:
    """A first layout that was made for all of it stayed, on a busy computer."""
    first = ("First: Seizure, today 10:30", "Call 911.", "If it is you, do this.", "If it is somebody with you. " * 9)
    notice = EmergencyNotice(english(), first, saved=True, about_more=("Take no more.", "Do you also take it? " * 30))
    qtbot.addWidget(notice)
    folded = notice.sizeHint().height()
    assert notice.unfold is not None and notice.scroller.isHidden()
    notice.unfold.click()
    assert not notice.scroller.isHidden() and notice.sizeHint().height() > folded


@pytest.mark.parametrize("width", [900, 1366])
def test_what_is_unfolded_ends_with_its_last_line(qtbot: QtBot, width: int) -> None:
    """It scrolled into a place where nothing stood."""
    first = ("First: Seizure, today 10:30", "Call 911.", "If it is you, do this.", "If it is somebody with you. " * 9)
    notice = EmergencyNotice(english(), first, saved=True, about_more=("Take no more.", "Do you also take it? " * 90))
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(notice)
    column.addStretch(1)
    shown(qtbot, window, width, 600)
    assert notice.unfold is not None
    notice.unfold.click()
    settle()
    inside = notice.scroller.widget()
    assert inside is not None
    last = max(line.geometry().bottom() for line in inside.findChildren(QLabel) if line.isVisible())
    assert notice.scroller.verticalScrollBar().maximum() > 0 and inside.height() == last + 1


def test_the_card_is_as_urgent_as_a_pressure_in_a_pregnancy(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    body.set_country("US")
    sign = Symptom(code="hard_to_breathe", kind=SymptomKind.WARNING)
    rating = Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5, answer=Answer.PASSED)
    plain_book.save(sign, replace(rating, answer=None))
    done(qtbot)
    assert body.today is not None
    body.today.question.bring_back()
    plain_book.save(rating, label="rating.answered")
    done(qtbot)
    card = body.today.question.card
    assert card is not None and card.parts[0].advice().urgency == "today"
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=165, diastolic=112))
    plain_book.save(Condition(what=ConditionKind.PREGNANCY))
    done(qtbot)
    body.today.question.show_closed_again()
    card = body.today.question.card
    assert card is not None
    shown = " ".join(each.text() for each in card.parts[0].lines() if isinstance(each, QLabel))
    assert "Call 911 now, also if it has passed" in shown
    assert "go to hospital" not in shown and "Doctor today" not in shown  # the highest stands alone


@pytest.mark.parametrize("private", [False, True])
def test_to_go_to_hospital_is_not_folded_away_behind_a_sign(
    body: Body, plain_book: Logbook, qtbot: QtBot, private: bool
) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY, private=private))
    open_sign(plain_book, "chest_pain")
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=165, diastolic=112))
    done(qtbot)
    seen = " ".join(in_sight(body))
    assert seen.startswith("First: Chest pain") and "go to hospital now" in seen
    assert ("Call your maternity team" in seen) is not private
    body.act("dose")
    settle()
    seen = " ".join(in_sight(body))
    assert seen.startswith("First: Chest pain") and "go to hospital now" in seen


def test_a_very_bad_headache_changes_what_is_said_of_a_pressure(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=100))
    done(qtbot)
    assert "Otherwise wait" in heard(body)
    ache = Symptom(code="headache", kind=SymptomKind.PAIN)
    plain_book.save(ache, Rating(at=moment_now(plain_book.clock), symptom=ache.id, value=9))
    done(qtbot)
    assert "sudden bad headache" in heard(body) and "Otherwise" not in heard(body)
    plain_book.undo()
    done(qtbot)
    assert "Otherwise wait" in heard(body)


def test_a_pressure_that_was_folded_away_is_not_closed_unread(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125))
    open_sign(plain_book, "chest_pain", Answer.YES)
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    assert heard(body).startswith("First: Chest pain")
    assert in_sight(body)[-1].startswith("A blood pressure of 180/120 or more, today 10:30. First do what stands above")
    body.notices.notice.close_button.click()
    done(qtbot)
    first, _, rest = heard(body).partition(" A blood pressure of 180/120 or more")
    assert first.startswith("First: Chest pain, today 10:30. Call ") and "Pain in chest" in rest
    assert "wait a few minutes" not in rest
    body.notices.notice.close_button.click()
    done(qtbot)
    assert heard(body) == ""


def closing(body: Body) -> None:
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()
    settle()


@pytest.mark.parametrize("unfolded", [False, True])
@pytest.mark.parametrize("at_form", [False, True])
def test_each_of_three_is_readable_and_closed_by_itself_the_most_urgent_first(
    body: Body, plain_book: Logbook, qtbot: QtBot, unfolded: bool, at_form: bool
) -> None:
    """What is under one Close is what was read above it: a "do not mix" does not go with the number to call."""
    body.set_country("GB")
    plain_book.save(Substance(name="Zopiclone", source=Source.OTHER))
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125))
    open_sign(plain_book, "slow_breathing", Answer.YES)
    done(qtbot)
    if at_form:
        body.act("dose")
        settle()
        assert "Zopiclone with kratom: do not mix" in in_sight(body)
    order = ["First: Slow or shallow breathing", "A blood pressure of 180/120", "Zopiclone with kratom: do not mix"]
    assert all(words in heard(body) for words in order)
    assert body.notices is not None and body.notices.notice is not None and body.notices.notice.unfold is not None
    if unfolded:
        body.notices.notice.unfold.click()
    closing(body)
    short, _, rest = heard(body).partition(" A blood pressure of 180/120 or more")
    assert short.startswith("First: Slow or shallow breathing, today 10:30. Call 999.") and "with you" not in short
    assert "Zopiclone with kratom: do not mix" in rest
    closing(body)
    short, _, rest = heard(body).partition(" Zopiclone with kratom: do not mix")
    assert short.startswith("First: Slow or shallow breathing, today 10:30. Call 999.") and "pressure" not in short
    assert "Call 999" in rest
    closing(body)
    assert heard(body) == "" and body.notices.has_closed()
    assert body.today is not None
    body.today.question.bring_back()
    assert body.today.question.card is not None  # its own card is closed by itself, too


def test_what_f7_shows_stands_under_what_it_is_about(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Substance(name="Zopiclone", source=Source.OTHER))
    done(qtbot)
    open_sign(plain_book, "slow_breathing", Answer.YES)
    done(qtbot)
    for opened in (None, "dose"):
        if opened:
            body.act(opened)
            settle()
        assert body.notices is not None and body.notices.notice is not None
        lines = [each.text() for each in body.notices.notice.findChildren(QLabel)]
        heading: dict[str, str] = {}
        for line in lines:
            about = line if line.startswith("First: ") or line == "Zopiclone with kratom: do not mix" else heading[""]
            heading[line] = heading[""] = about
        with_you = next(line for line in lines if line.startswith("If it is somebody with you"))
        zopiclone = next(line for line in lines if "fda" in line.casefold() or line.startswith("Sources"))
        assert heading[with_you].startswith("First: Slow") and heading[zopiclone].startswith("Zopiclone"), lines


def test_beside_a_seizure_in_a_pregnancy_the_notice_has_no_second_plan(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    body.set_country("GB")
    sign = Symptom(code="seizure", kind=SymptomKind.WARNING)
    plain_book.save(Condition(what=ConditionKind.PREGNANCY, private=True), sign)
    plain_book.save(Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5))
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=165, diastolic=112))
    done(qtbot)
    assert "go to hospital" not in heard(body) and "Say this blood pressure there, too." in " ".join(in_sight(body))


@pytest.mark.parametrize("pregnant", [False, True])
@pytest.mark.parametrize("code", ["suicidal_thoughts", "dark_urine_muscle_pain"])
def test_the_notice_keeps_what_to_do_about_a_pressure_that_nobody_else_would_see(
    body: Body, plain_book: Logbook, qtbot: QtBot, code: str, pregnant: bool
) -> None:
    body.set_country("US")
    sign, at = Symptom(code=code, kind=SymptomKind.WARNING), moment_now(plain_book.clock)
    plain_book.save(sign, *([Condition(what=ConditionKind.PREGNANCY)] if pregnant else []))
    upper, lower = (165, 112) if pregnant else (195, 125)
    plain_book.save(Measurement(at=at, systolic=upper, diastolic=lower))
    plain_book.save(Rating(at=at, symptom=sign.id, value=5))
    done(qtbot)
    said = heard(body)
    assert said.startswith("First: ") and ("go to hospital now" if pregnant else "measure again") in said
