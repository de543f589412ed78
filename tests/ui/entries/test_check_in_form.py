"""Check-ins by keys alone, on a real journal: every question can be skipped, and a skipped one means no score."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal.core.check_ins import ABOUT_MOOD, SKIPPED, Instrument
from journal.core.entries import CheckIn, Help
from journal.core.moments import moment_now
from journal.core.preferences import setting_for
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.instruments import ENDS, ITEMS, NOTICES
from journal.ui.entries.check_in_form import CheckInForm
from journal.ui.entries.check_ins import CheckInKind
from journal.ui.entries.details import Details
from journal.ui.entries.diary_rows import Row, RowKind
from journal.ui.entries.names import Names
from journal.ui.kit.bridge import Bridge
from journal.ui.shell.body import Body
from tests.ui.conftest import BridgeTo, keys, tick
from tests.ui.fits import settle
from tests.ui.test_feet_of_forms import foot, in_sight

ENTER, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up


def opened(body: Body, instrument: Instrument = Instrument.DAILY) -> CheckInForm:
    assert body.today is not None
    body.act("check_in")
    form = body.today.panel.form
    assert isinstance(form, CheckInForm)
    if form.instrument is not instrument:
        next(pill for pill, key in zip(form.which._pills(), form.which._keys, strict=True) if key is instrument).click()
    return form


def kept(book: Logbook) -> CheckIn:
    (check_in,) = book.days(book.today(), book.today())[0].entries["check_in"]
    assert isinstance(check_in, CheckIn)
    return check_in


def shown(form: CheckInForm) -> list[str]:
    return [each.text() for each in form.findChildren(QLabel) if each.isVisible()]


def test_three_digits_and_enter_are_a_score(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys(*"645", ENTER)
    assert kept(plain_book).answers == ("6", "4", "5")
    assert kept(plain_book).score == 5
    row = Row(RowKind.ENTRIES, plain_book.today(), (kept(plain_book),))
    assert CheckInKind().line(body.texts, Names(Bridge(plain_book, english())), row).detail == "5 of 10"


def test_answers_of_the_same_week_are_asked_about_and_never_refused(body: Body, plain_book: Logbook) -> None:
    opened(body, Instrument.PEG).items[0].take_keyboard()
    keys(*"645", ENTER)
    tick(plain_book, 10)
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys(*"777", ENTER)
    assert form.message.text() == "You answered these today. Save them again?"
    keys(ENTER)  # No has the keyboard: what was answered stays
    assert kept(plain_book).answers == ("6", "4", "5") and [item.value() for item in form.items] == [7, 7, 7]
    form.save()
    form.message.buttons()[1].click()
    assert len(plain_book.days(plain_book.today(), plain_book.today())[0].entries["check_in"]) == 2


@pytest.mark.quick_every(2)
@pytest.mark.parametrize(
    ("typed", "answers"),
    [("765", (7, 6, 5)), ("1056", (10, 5, 6)), ("156", (1, 5, 6)), ("111", (1, 1, 1)), ("000", (0, 0, 0)),
     ("6453", (6, 4, 3)), ("10105", (10, 10, 5))],
)  # fmt: skip
def test_each_digit_answers_the_next_question(body: Body, typed: str, answers: tuple[int, ...]) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys(*typed)
    assert tuple(item.value() for item in form.items) == answers


def test_a_zero_makes_ten_however_slowly_it_comes(body: Body, qtbot: QtBot) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("1")
    qtbot.wait(1500)
    assert form.items[0].answers.hasFocus() and "1, or 0 for 10; Enter goes on" in shown(form)
    keys("0")
    assert [item.value() for item in form.items] == [10, None, None]
    assert form.items[1].answers.hasFocus() and "1, or 0 for 10; Enter goes on" not in shown(form)


@pytest.mark.parametrize("key", [ENTER, DOWN, Qt.Key.Key_Tab])
def test_a_one_stays_one_behind_a_key_that_goes_on(body: Body, plain_book: Logbook, key: Qt.Key) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("1", key)
    assert form.items[1].answers.hasFocus()
    keys("0")
    assert [item.value() for item in form.items] == [1, 0, None]


def test_a_one_at_the_last_question_is_saved_with_enter(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys(*"551")
    assert "1, or 0 for 10; Enter saves" in shown(form)
    keys(ENTER)
    assert kept(plain_book).answers == ("5", "5", "1")


def test_another_window_in_between_takes_no_zero_away(body: Body) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("1")
    for happens in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(form.items[0].answers, QFocusEvent(happens, Qt.FocusReason.ActiveWindowFocusReason))
    keys("0")
    assert form.items[0].value() == 10


def test_the_question_with_the_keyboard_is_in_sight(body: Body) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    for item in form.items:
        settle()
        scale = item.answers
        seen = scale.visibleRegion().boundingRect()
        assert scale.hasFocus() and seen.size() == scale.size()
        keys("4")


def test_in_a_small_window_every_question_is_in_sight_from_the_beginning(body: Body) -> None:
    body.main.resize(900, 600)
    settle()
    assert body.today is not None
    body.today.new_entry.open_weekly()
    settle()
    form = body.today.panel.form
    assert isinstance(form, CheckInForm) and form.scroller.verticalScrollBar().value() == 0
    parts = [form.which, *(part for item in form.items for part in (item.answers, item.skip)), *foot(form)]
    assert in_sight(body, *parts) == []


@pytest.mark.parametrize("tab", [(), (Qt.Key.Key_Tab,)])
def test_who_presses_tab_after_each_digit_answers_the_same(
    body: Body, plain_book: Logbook, tab: tuple[Qt.Key, ...]
) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("7", *tab, "5", *tab, "3", ENTER)
    assert kept(plain_book).answers == ("7", "5", "3")


def test_tab_behind_a_digit_stays_at_the_question_that_it_led_to(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    assert "A digit answers, and the keyboard goes to the next question." in shown(form)
    form.items[0].take_keyboard()
    keys("6", Qt.Key.Key_Tab)
    assert form.items[1].answers.hasFocus()
    keys(Qt.Key.Key_Tab)
    assert form.items[1].skip.hasFocus()
    keys("7", ENTER)
    assert [item.value() for item in form.items] == [6, 7, None]


def test_where_a_length_is_typed_first_a_digit_answers_only_what_follows(body: Body) -> None:
    form = opened(body, Instrument.DAILY)
    assert "In the next questions a digit answers, and the keyboard goes to the next one." in shown(form)
    assert "A digit answers, and the keyboard goes to the next question." not in shown(form)


def test_tab_goes_on_from_a_question_that_no_digit_led_to(body: Body) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("6", Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab)
    assert form.items[1].skip.hasFocus()


def test_a_skipped_question_is_passed_over(body: Body) -> None:
    form = opened(body, Instrument.PEG)
    form.items[1].skip.click()
    form.items[0].take_keyboard()
    keys(*"65")
    assert [item.value() for item in form.items] == [6, None, 5]


def test_open_questions_are_told_of_once_before_they_are_saved(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("6", ENTER)
    assert form.message.text().startswith("2 questions have no answer, so there will be no score.")
    assert form.items[1].answers.hasFocus()
    keys("4", ENTER)
    assert kept(plain_book).answers == ("6", "4", SKIPPED)


def test_the_published_words_stand_there_with_both_ends_and_nothing_chosen(body: Body) -> None:
    form = opened(body, Instrument.PEG)
    texts = shown(form)
    assert all(item in texts for item in ITEMS[Instrument.PEG])
    assert [text for text in texts if text == "0 No pain, 10 Pain as bad as you can imagine"]
    assert len(ENDS[Instrument.PEG]) == len(form.items) == 3
    assert [item.value() for item in form.items] == [None, None, None]
    assert NOTICES[Instrument.PEG] in texts


def test_a_skipped_question_means_no_score_and_the_skip_can_be_taken_back(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("6", "4")
    form.items[2].skip.click()
    assert not form.items[2].answers.isEnabled()
    assert form.items[2].skip.text() == "Skipped · undo"
    form.items[2].skip.click()
    assert form.items[2].answers.isEnabled()
    form.items[2].skip.click()
    form.save()
    assert kept(plain_book).answers == ("6", "4", SKIPPED)
    assert kept(plain_book).score is None


def test_a_row_of_the_day_says_which_number_is_which(plain_book: Logbook, bridge_to: BridgeTo) -> None:
    check_in = CheckIn(at=moment_now(plain_book.clock), instrument=Instrument.DAILY, quality=10, function=5)
    row = Row(RowKind.ENTRIES, plain_book.today(), (check_in,))
    names = Names(bridge_to(plain_book, english()))
    said = "sleep quality 10 of 10 · could do 5 of 10 of what was planned"
    assert CheckInKind().line(english(), names, row).detail == said
    details = CheckInKind().sections(Details(bridge_to(plain_book, english()), names, row, opened=False))
    assert ("Sleep quality, 0 worst, 10 best", "10") in details  # its caption says it there


def test_what_was_answered_stands_in_its_row_and_its_details_without_a_score(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("6", "4")
    form.items[2].skip.click()
    form.save()
    check_in, kind = kept(plain_book), CheckInKind()
    row = Row(RowKind.ENTRIES, plain_book.today(), (check_in,))
    line = kind.line(body.texts, Names(Bridge(plain_book, english())), row)
    assert (line.title, line.detail) == ("PEG", "pain 6, enjoyment of life 4; 1 of 3 skipped: no score")
    assert body.bridge is not None
    details = Details(body.bridge, Names(Bridge(plain_book, english())), row, opened=False)
    assert ("Score", "1 of 3 skipped: no score") in kind.sections(details)


def tabbed_from(form: CheckInForm) -> list[str]:
    """What Tab comes to from the first question to the note, each by its accessible name."""
    form.items[0].take_keyboard()
    met = []
    while (focused := QApplication.focusWidget()) is not None and focused is not form.note:
        met.append(focused.accessibleName())
        keys(Qt.Key.Key_Tab)
        assert len(met) < 20, met
    return met


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("instrument", [each for each in Instrument if each is not Instrument.DAILY])
def test_tab_comes_to_a_scale_first_and_to_its_skip_after_it(
    body: Body, plain_book: Logbook, instrument: Instrument
) -> None:
    plain_book.save(setting_for("ask_mood", value=True))
    met = tabbed_from(opened(body, instrument))
    wanted = [name for words in ITEMS[instrument] for name in (words, f"Skip: {words}")]
    if instrument in ABOUT_MOOD:  # the help that stands below them
        wanted.append("Choose your country")
    assert len(met) == len(wanted)
    assert all(name.startswith(begins) for name, begins in zip(met, wanted, strict=True))


@pytest.mark.slow
def test_from_an_answer_tab_goes_on_to_the_next_question(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    form.items[0].show_answer(6)
    form.items[0].take_keyboard()
    keys(Qt.Key.Key_Tab)
    assert form.items[1].answers.hasFocus()


def test_a_digit_typed_on_skip_is_an_answer(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("6", Qt.Key.Key_Tab, "4", Qt.Key.Key_Tab, "5", ENTER)
    assert kept(plain_book).answers == ("6", "4", "5")


@pytest.mark.slow
def test_an_answer_that_is_taken_back_can_be_skipped_with_keys(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys(*"64", UP, Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Space, ENTER, ENTER)
    assert kept(plain_book).answers == ("6", SKIPPED, SKIPPED)


def test_nothing_answered_is_not_saved(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.save()
    assert form.message.text() == "Nothing is answered yet. Choose an answer, or cancel."
    assert "check_in" not in plain_book.days(plain_book.today(), plain_book.today())[0].entries


def test_the_questions_that_are_due_come_first(body: Body, plain_book: Logbook) -> None:
    assert body.today is not None
    body.act("check_in")
    form = body.today.panel.form
    assert isinstance(form, CheckInForm) and form.instrument is Instrument.PEG
    keys(*"645", ENTER)
    body.act("check_in")
    again = body.today.panel.form
    assert isinstance(again, CheckInForm) and again.instrument is Instrument.DAILY  # the week is answered


def test_no_minutes_ago_are_offered_for_what_is_about_a_week(body: Body) -> None:
    form = opened(body, Instrument.PEG)
    assert [each.text() for each in form.time.presets if each.isVisibleTo(form)] == ["now"]


def test_the_day_and_what_helped(body: Body, plain_book: Logbook) -> None:
    plain_book.save(Help(text="heat pad"))
    form = opened(body)
    assert form.sleep is not None
    assert form.helped is not None
    form.sleep.restore("6.5")
    form.items[0].take_keyboard()
    keys("5", DOWN, "7")
    form.helped._chips["heat pad"].click()
    form.helped.other.setText("a short walk")
    form.save()
    said = kept(plain_book)
    assert (said.sleep, said.quality, said.function) == (6500, 5, 7)
    assert said.helped == ("heat pad", "a short walk")
    assert sorted(each.text for each in plain_book.listed(Help)) == ["a short walk", "heat pad"]


def test_the_last_answer_is_text_beside_the_scale_and_never_on_it(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("6", "4", "5", ENTER)
    tick(plain_book, 7 * 1440)
    again = opened(body, Instrument.PEG)
    assert [item.value() for item in again.items] == [None, None, None]
    assert again.items[0]._last.text().startswith("Last time: 6 on ")


def test_mood_is_asked_only_if_wanted_is_private_and_names_someone_to_talk_to(body: Body, plain_book: Logbook) -> None:
    assert Instrument.PHQ2 not in opened(body).which._keys
    assert body.today is not None
    assert body.today.panel.form is not None
    body.today.panel.form.cancel()
    plain_book.save(setting_for("ask_mood", value=True))
    body.set_country("US")
    form = opened(body, Instrument.PHQ2)
    assert form.private.is_ticked()
    assert any("988" in text for text in shown(form))  # before anything is answered, so it is no reaction
    for item in form.items:
        assert item._chips is not None
        item._chips._pills()[0].click()
    form.save()
    said = kept(plain_book)
    assert (said.answers, said.private) == (("0", "0"), True)
    assert said.score == 0


def test_a_draft_comes_back_with_its_questions(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("6")
    form.items[1].skip.click()
    assert form.keep_draft()
    draft = plain_book.draft("check_in")
    assert draft is not None
    again = CheckInForm(form.bridge, "check_in")
    assert again.restore_draft(draft)
    assert again.instrument is Instrument.PEG
    assert [(item.value(), item.skip.isChecked()) for item in again.items] == [(6, False), (None, True), (None, False)]
    again.deleteLater()


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("instrument", [Instrument.DAILY, Instrument.PEG])
def test_a_kept_one_is_changed_in_its_own_questions(body: Body, plain_book: Logbook, instrument: Instrument) -> None:
    form = opened(body, instrument)
    form.items[0].take_keyboard()
    keys("3")
    form.save()
    if instrument is Instrument.PEG:
        form.save()  # told that there will be no score
    assert body.today is not None
    body.today.panel.edit([kept(plain_book)])
    again = body.today.panel.form
    assert isinstance(again, CheckInForm)
    assert (again.instrument, again.items[0].value()) == (instrument, 3)
    again.items[0].take_keyboard()
    keys("8")
    again.save()
    first = kept(plain_book).quality if instrument is Instrument.DAILY else int(kept(plain_book).answers[0])
    assert first == 8


def choose(form: CheckInForm, instrument: Instrument) -> None:
    next(pill for pill, key in zip(form.which._pills(), form.which._keys, strict=True) if key is instrument).click()


def test_answers_wait_while_other_questions_are_looked_at(body: Body, plain_book: Logbook) -> None:
    form = opened(body)
    assert form.sleep is not None and form.helped is not None
    form.sleep.restore("6.5")
    form.helped.other.setText("a walk")
    form.note.set_text("tired")
    form.private.box.click()
    choose(form, Instrument.PEG)
    assert form.private.is_ticked() and form.note.text() == "tired"
    form.items[0].take_keyboard()
    keys("6")
    form.items[1].skip.click()
    assert form.keep_draft()
    draft = plain_book.draft("check_in")
    assert draft is not None
    for each in (form, CheckInForm(form.bridge, "check_in")):
        assert each is form or each.restore_draft(draft)
        assert (each.items[0].value(), each.items[1].skip.isChecked()) == (6, True)
        choose(each, Instrument.DAILY)
        assert each.sleep is not None and each.helped is not None
        assert (each.sleep.state(), each.helped.other.text()) == ("6.5", "a walk")
        choose(each, Instrument.PEG)
        assert (each.items[0].value(), each.items[1].skip.isChecked()) == (6, True)


def test_answers_that_are_not_in_sight_are_told_of_before_the_others_are_saved(body: Body, plain_book: Logbook) -> None:
    form = opened(body, Instrument.PEG)
    form.items[0].take_keyboard()
    keys("6")
    choose(form, Instrument.DAILY)
    form.items[0].take_keyboard()
    keys("5", ENTER)
    assert form.message.text().startswith("You also answered: Past week (PEG). That is not saved with this.")
    assert not plain_book.days(plain_book.today(), plain_book.today())[0].entries.get("check_in")
    keys(ENTER)
    assert kept(plain_book).quality == 5


def test_a_digit_after_the_questions_were_chosen_by_arrow_is_the_first_answer(body: Body, plain_book: Logbook) -> None:
    form = opened(body)
    form.which.focus()
    keys(Qt.Key.Key_Right)
    assert form.instrument is Instrument.PEG
    keys("6", "5", "4", ENTER)
    assert kept(plain_book).answers == ("6", "5", "4")
