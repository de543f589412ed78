"""A warning sign that was not answered, or whose advice was not closed, is on Today again after every start."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from journal.core.entries import Answer, Rating, Symptom
from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS, moment_now
from journal.core.symptoms import BY_CODE, SymptomKind
from journal.guidance.emergency_lines import all_that_is_open
from journal.guidance.signs_in_words import country_of, filled
from journal.guidance.warning_signs import sign_of
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import SYMPTOMS
from journal.ui.kit.bridge import Bridge
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.shell.body import Body
from tests.journals import FixedClock, ago, saved
from tests.ui.conftest import OpenWindow, ctrl, keys, target
from tests.ui.fits import settle, words
from tests.ui.sign_cards import answer_of, question, rate, visible

ENTER = Qt.Key.Key_Return
PAIN = Qt.Key.Key_Down, "7"


def started(open_window: OpenWindow, book: Logbook) -> Body:
    """The program as it was started anew: the window before may have died."""
    body = open_window(book)
    settle()
    return body


def asked_again(body: Body) -> list[tuple[str, Answer | None]]:
    card = question(body)
    return [] if card is None else [(each.noted.code, each.given) for each in card.parts]


def noted(book: Logbook, symptom: Symptom, minutes: int, answer: Answer | None = None) -> Rating:
    return saved(book, Rating(at=ago(book, minutes), symptom=symptom.id, value=7, answer=answer))


def test_a_question_that_was_not_answered_is_asked_again(
    opened: Body, plain_book: Logbook, open_window: OpenWindow, clock: FixedClock
) -> None:
    rate(opened, *PAIN)
    clock.ms += 10 * HOUR_MS
    body = started(open_window, plain_book)
    card = question(body)
    assert card is not None and visible(card)[::2][:2] == ["Chest pain, today 10:30", "Is this happening now?"]
    assert card.parts[0].first.hasFocus()
    keys(Qt.Key.Key_Space)
    assert "911" in visible(card)
    (rating,) = plain_book.days(plain_book.today(), plain_book.today())[0].ratings
    assert answer_of(plain_book, rating) is Answer.YES


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SURE, Answer.PASSED, Answer.KNOWN])
def test_advice_that_was_not_closed_is_there_again(
    opened: Body, plain_book: Logbook, open_window: OpenWindow, answer: Answer
) -> None:
    rate(opened, *PAIN)
    before = question(opened)
    assert before is not None
    before.parts[0].answers[answer].click()
    said = visible(before)
    body = started(open_window, plain_book)
    again = question(body)
    assert again is not None and visible(again) == said and asked_again(body) == [("chest_pain", answer)]
    body.undo()  # the answer: it is asked for
    settle()
    assert asked_again(body) == [("chest_pain", None)]


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("answer", [None, Answer.YES, Answer.PASSED])
def test_what_the_person_closed_stays_closed(
    opened: Body, plain_book: Logbook, open_window: OpenWindow, answer: Answer | None
) -> None:
    rate(opened, *PAIN)
    card = question(opened)
    assert card is not None
    if answer is not None:
        card.parts[0].answers[answer].click()
    keys(Qt.Key.Key_Escape)
    assert asked_again(started(open_window, plain_book)) == []


def test_of_two_the_one_that_was_not_closed_is_there_again(
    opened: Body, plain_book: Logbook, open_window: OpenWindow
) -> None:
    saved(plain_book, Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=-1))
    rate(opened, *PAIN, Qt.Key.Key_Down, "8")
    assert asked_again(opened) == [("chest_pain", None), ("dark_urine", None)]
    keys(Qt.Key.Key_Escape)
    assert asked_again(started(open_window, plain_book)) == [("dark_urine", None)]


@pytest.mark.slow
def test_advice_that_stood_beside_the_next_entry_is_there_again(
    opened: Body, plain_book: Logbook, open_window: OpenWindow
) -> None:
    rate(opened, *PAIN)
    card = question(opened)
    assert card is not None
    card.parts[0].answers[Answer.KNOWN].click()
    rate(opened, "3")
    assert asked_again(started(open_window, plain_book)) == [("chest_pain", Answer.KNOWN)]


@pytest.mark.slow
def test_another_number_of_what_was_closed_is_asked_about_and_not_lost(
    opened: Body, plain_book: Logbook, open_window: OpenWindow
) -> None:
    rate(opened, *PAIN)
    keys(Qt.Key.Key_Escape)
    (rating,) = plain_book.days(plain_book.today(), plain_book.today())[0].ratings
    assert opened.today is not None
    opened.today.panel.edit([rating])
    keys(Qt.Key.Key_Down, "9", ENTER)
    settle()
    assert asked_again(started(open_window, plain_book)) == [("chest_pain", None)]


@pytest.mark.quick_every(4)
@pytest.mark.parametrize(("minutes", "recorded", "there"), [
    (24 * 60 - 1, 24 * 60 - 1, True),
    (24 * 60 + 1, 24 * 60 + 1, False),
    (50 * 60, 5, True),  # written down just now
    (-60, 5, True),  # dated later than the clock: as if it were now
])  # fmt: skip
def test_what_is_more_than_a_day_old_is_not_asked(
    chest_pain: Symptom, plain_book: Logbook, open_window: OpenWindow, clock: FixedClock,
    minutes: int, recorded: int, there: bool,
) -> None:  # fmt: skip
    at = ago(plain_book, minutes)
    before = clock.ms - recorded * MINUTE_MS
    saved(plain_book, Rating(at=at, symptom=chest_pain.id, value=7, recorded_ms=before))
    assert bool(asked_again(started(open_window, plain_book))) is there


def test_only_signs_above_0_that_are_not_deleted_are_asked_about(
    chest_pain: Symptom, plain_book: Logbook, open_window: OpenWindow
) -> None:
    rating = noted(plain_book, chest_pain, 30)
    saved(plain_book, replace(rating, value=0))
    plain_book.delete([noted(plain_book, chest_pain, 20).id])
    nausea = saved(plain_book, Symptom(code="nausea", kind=SymptomKind.SIDE_EFFECT, position=2))
    noted(plain_book, nausea, 10)
    assert asked_again(started(open_window, plain_book)) == []


def test_what_the_command_line_wrote_is_asked_about_until_it_is_closed(
    chest_pain: Symptom, plain_book: Logbook, open_window: OpenWindow
) -> None:
    plain_book.save(Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=7), origin="command")
    assert asked_again(started(open_window, plain_book)) == [("chest_pain", None)]
    keys(Qt.Key.Key_Escape)
    assert asked_again(started(open_window, plain_book)) == []


@pytest.mark.slow
def test_what_an_import_listed_is_asked_about_only_after_it_was_changed(
    chest_pain: Symptom, plain_book: Logbook, open_window: OpenWindow
) -> None:
    rating = Rating(at=ago(plain_book, 30), symptom=chest_pain.id, value=7)
    plain_book.save_all([rating], label="many.imported", origin="import")
    assert asked_again(started(open_window, plain_book)) == []
    found = plain_book.get(rating.id)
    assert isinstance(found, Rating)
    saved(plain_book, replace(found, value=9))
    assert asked_again(started(open_window, plain_book)) == [("chest_pain", None)]


def test_a_rating_marked_private_and_one_in_own_words_are_asked_about_too(
    chest_pain: Symptom, plain_book: Logbook, open_window: OpenWindow
) -> None:
    saved(plain_book, replace(noted(plain_book, chest_pain, 30), private=True))
    own = saved(plain_book, Symptom(name="cannot breathe", position=3, hidden=True))
    noted(plain_book, own, 20)
    assert asked_again(started(open_window, plain_book)) == [("hard_to_breathe", None), ("chest_pain", None)]


def test_thoughts_of_suicide_come_back_with_their_line_and_without_their_name(
    opened: Body, plain_book: Logbook, open_window: OpenWindow
) -> None:
    dark = saved(plain_book, Symptom(code="suicidal_thoughts", kind=SymptomKind.WARNING, hidden=True))
    noted(plain_book, dark, 30)
    card = question(started(open_window, plain_book))
    assert card is not None and visible(card)[:4:3] == ["Hidden rating, today 10:00", "Is this happening now?"]
    assert "988" in visible(card) and "Thoughts of suicide" not in words(card)


@pytest.mark.slow
def test_the_most_urgent_question_has_the_keyboard_and_the_newest_of_a_sign_comes_first(
    opened: Body, plain_book: Logbook, open_window: OpenWindow
) -> None:
    urine = saved(plain_book, Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=-1))
    (pain,) = (each for each in plain_book.symptoms() if each.code == "chest_pain")
    noted(plain_book, pain, 90)
    noted(plain_book, pain, 30)
    noted(plain_book, urine, 10)
    card = question(started(open_window, plain_book))
    assert card is not None and [each.title() for each in card.parts] == [
        "Chest pain, today 10:00", "Chest pain, today 09:00", "Dark urine, today 10:20",
    ]  # fmt: skip
    assert card.parts[0].first.hasFocus()


def test_undo_and_redo_of_the_rating_take_the_question_away_and_bring_it_back(
    opened: Body, plain_book: Logbook
) -> None:
    rate(opened, *PAIN)
    opened.undo()
    settle()
    assert asked_again(opened) == []
    opened.redo()
    settle()
    assert asked_again(opened) == [("chest_pain", None)]
    card = question(opened)
    assert card is not None and card.parts[0].first.hasFocus()


@pytest.mark.slow
def test_redo_brings_the_answers_back_and_asks_nothing_that_is_answered(opened: Body, plain_book: Logbook) -> None:
    saved(plain_book, Symptom(code="dark_urine", kind=SymptomKind.WARNING, position=-1))
    rate(opened, *PAIN, Qt.Key.Key_Down, "8")
    card = question(opened)
    assert card is not None
    card.parts[0].answers[Answer.PASSED].click()
    card.parts[1].answers[Answer.KNOWN].click()
    settle()
    said = visible(card)
    for _ in range(3):
        opened.undo()
        settle()
    assert asked_again(opened) == []
    for pain, urine in [(None, None), (Answer.PASSED, None), (Answer.PASSED, Answer.KNOWN)]:
        opened.redo()
        settle()
        assert asked_again(opened) == [("chest_pain", pain), ("dark_urine", urine)]
    again = question(opened)
    assert again is not None and visible(again) == said
    opened.undo()
    settle()
    assert asked_again(opened) == [("chest_pain", Answer.PASSED), ("dark_urine", None)]


@pytest.mark.slow
@pytest.mark.parametrize("how", ["undo", "restore"])
def test_a_deletion_that_is_taken_back_brings_the_question_back(opened: Body, plain_book: Logbook, how: str) -> None:
    rate(opened, *PAIN)
    gone = [each.id for each in plain_book.days(plain_book.today(), plain_book.today())[0].ratings]
    plain_book.delete(gone)
    settle()
    assert asked_again(opened) == []
    if how == "undo":
        opened.undo()
    else:
        plain_book.restore(gone)
    settle()
    assert asked_again(opened) == [("chest_pain", None)]


def test_an_unsaved_form_comes_back_beside_the_question(
    opened: Body, plain_book: Logbook, open_window: OpenWindow
) -> None:
    rate(opened, *PAIN)
    keys(ctrl(Qt.Key.Key_K), "half typed")
    opened.keep_drafts()
    body = started(open_window, plain_book)
    assert body.today is not None and body.today.panel.form is not None
    card = question(body)
    assert card is not None and card.isVisible() and card.parts[0].first.hasFocus()


@pytest.mark.slow
def test_an_enter_that_unlocked_the_journal_does_not_answer_as_well(
    opened: Body, plain_book: Logbook, open_window: OpenWindow
) -> None:
    rate(opened, *PAIN)
    body = started(open_window, plain_book)
    keys(ENTER)
    assert asked_again(body) == [("chest_pain", None)]


@pytest.mark.slow
def test_it_does_not_take_the_keyboard_from_the_emergency_numbers(opened: Body, plain_book: Logbook) -> None:
    rate(opened, *PAIN)
    opened.go("emergency")
    bridge = opened.bridge
    assert bridge is not None
    bridge.close()
    opened.show_journal(Bridge(plain_book, english(), opened.main))
    settle()
    front = opened.stack.currentWidget()
    assert isinstance(front, EmergencyScreen) and front.isAncestorOf(target())
    keys(Qt.Key.Key_Escape)
    settle()
    card = question(opened)
    assert card is not None and card.isVisible() and asked_again(opened) == [("chest_pain", None)]


@pytest.mark.slow
def test_the_list_of_what_was_closed_forgets_what_is_old(opened: Body, plain_book: Logbook, clock: FixedClock) -> None:
    for _ in range(2):
        rate(opened, *PAIN)
        keys(Qt.Key.Key_Escape)
        clock.ms += DAY_MS + HOUR_MS
    kept = plain_book.draft("signs.closed")
    last = plain_book.days(plain_book.today(), plain_book.today())
    assert kept is not None and kept.content.count('"') == 2 and last[0].empty


def test_a_journal_that_cannot_be_written_shows_it_too(
    chest_pain: Symptom, plain_book: Logbook, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(plain_book, chest_pain, 30)
    monkeypatch.setattr(Bridge, "can_write", property(lambda _bridge: False))
    body = started(open_window, plain_book)
    assert asked_again(body) == [("chest_pain", None)]
    keys(Qt.Key.Key_Escape)
    assert asked_again(body) == [] and plain_book.draft("signs.closed") is None


# What was answered, and what came afterwards and makes it more urgent.
COMES_AFTER = [("yellow_skin", "nausea"), ("dark_urine", "muscle_aches"), ("black_stool", "repeated_vomiting")]


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("answer", [Answer.PASSED, Answer.KNOWN])
@pytest.mark.parametrize(("code", "other"), COMES_AFTER)
def test_what_is_noted_after_an_answer_is_told_of_everywhere(
    plain_book: Logbook, open_window: OpenWindow, clock: FixedClock, code: str, other: str, answer: Answer, closed: bool
) -> None:
    """A doctor who knows of one does not know of what came since: the words of the row for both stand in its place."""
    one, two = (Symptom(code=each, kind=BY_CODE[each].kind) for each in (code, other))
    listed = {symptom.code: symptom for symptom in plain_book.symptoms()}
    two = listed.get(other, two)
    plain_book.save(one, two, Rating(at=moment_now(clock), symptom=one.id, value=6, answer=answer))
    body = started(open_window, plain_book)
    card = question(body)
    together = sign_of(code).together
    assert card is not None and together is not None and body.today is not None
    to_do = filled(english(), together.text, country_of("US"))
    assert to_do not in visible(card)
    if closed:
        card.parts[0].closed.emit()
        settle()
    clock.ms += MINUTE_MS
    body.set_country("US")
    plain_book.save(Rating(at=moment_now(clock), symptom=two.id, value=7))
    settle()
    name = SYMPTOMS[code]
    if not closed:
        assert to_do in words(card)
    assert name in body.today.question.line_above().words
    emergency = " ".join(all_that_is_open(english(), plain_book, clock.now_ms(), country_of("US")))
    assert f"{name}, today" in emergency and to_do in emergency
    body.act("dose")
    settle()
    assert body.notices is not None and body.notices.notice is not None
    assert name in body.notices.notice.words() and to_do.rstrip(".") in body.notices.notice.words()
