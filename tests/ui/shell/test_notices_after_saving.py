"""The notice about interactions after a save: shown once, in its place; announced, without taking the keyboard."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import (
    Answer,
    Condition,
    Dose,
    Intake,
    Measurement,
    Note,
    Person,
    Rating,
    Statement,
    Substance,
    Symptom,
)
from journal.core.health import ConditionKind, Subject
from journal.core.moments import moment_now
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.guidance.call_for import CALL
from journal.guidance.interaction_words import NOTHING_MORE
from journal.guidance.phrases import forbidden_phrases
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.tasks import working
from journal.ui.kit.theme import apply_theme
from journal.ui.safety.checked_view import CheckedView
from journal.ui.safety.interaction_notice import InteractionNotice
from journal.ui.safety.page_view import PageView
from journal.ui.shell.body import Body
from journal.ui.shell.places import EMERGENCY, HEALTH, REPORT, TODAY
from tests.ui.conftest import Known, OpenWindow, tick
from tests.ui.fits import cut, overlapping, settle, unnamed, words
from tests.ui.once_shown import once_shown

ZOLOFT = Substance(name="Zoloft", source=Source.PRESCRIBED)
NO_MORE = english()(NOTHING_MORE)
SIGNS = english()(CALL, number=english()("your local emergency number"))
XANAX = Substance(name="Xanax", source=Source.PRESCRIBED)


def done(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not working())
    settle()


def heard(body: Body) -> str:
    """What the notice says, "" where there is none."""
    assert body.notices is not None
    return "" if body.notices.notice is None else body.notices.notice.words()


def closing(body: Body) -> None:
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()


def beer(book: Logbook, private: bool = False) -> Intake:
    return Intake(at=moment_now(book.clock), what=Taken.ALCOHOL, name="beer", private=private)


def test_a_medicine_says_what_to_do_why_and_from_where(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    body.set_country("US")
    title, focused = body.main.windowTitle(), QApplication.focusWidget()
    plain_book.save(XANAX)
    done(qtbot)
    said = heard(body)
    assert said.startswith("Xanax with kratom: call today Call 911 for slow breathing")
    assert "Call your prescriber, a pharmacist or the out-of-hours line today." in said
    assert "do not stop kratom all at once" in said and "Sources: " in said
    assert "{" not in said and forbidden_phrases(said.partition("Sources: ")[0], "guidance") == []
    assert QApplication.focusWidget() is focused and QApplication.activeModalWidget() is None
    assert body.main.windowTitle() == title and "Xanax" not in title
    assert body.notices is not None and body.notices.notice is not None
    assert body.notices.notice.property("role") == "info"  # the same at every level


@pytest.mark.slow
def test_a_second_one_of_a_class_has_one_quiet_line_that_leads_to_the_list(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    plain_book.save(ZOLOFT)
    done(qtbot)
    assert body.notices is not None
    body.notices.close()
    focused = QApplication.focusWidget()
    plain_book.save(Substance(name="Prozac", source=Source.PRESCRIBED))
    done(qtbot)
    said = heard(body)
    assert said.startswith(
        "Prozac is in the same group as Zoloft: ask within days. New fever, shaking or confusion: call"
    )
    line = body.notices.notice
    assert line is not None and line.property("role") == "" and QApplication.focusWidget() is focused
    assert cut(line) == [] and unnamed(line) == []
    line.more.click()
    done(qtbot)
    said = words(once_shown(qtbot, body, CheckedView))
    assert "Prozac" in said and heard(body) == ""


def test_one_line_is_taken_back_with_its_medicine_and_gives_way(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(ZOLOFT)
    done(qtbot)
    assert body.notices is not None
    body.notices.close()
    plain_book.save(Substance(name="Prozac", source=Source.PRESCRIBED))
    done(qtbot)
    plain_book.undo()
    done(qtbot)
    assert heard(body) == ""
    plain_book.save(Substance(name="Paxil", source=Source.PRESCRIBED))
    done(qtbot)
    said = heard(body)
    assert said.startswith(
        "Paxil is in the same group as Zoloft: ask within days. New fever, shaking or confusion: call"
    )
    plain_book.save(XANAX)
    done(qtbot)
    assert heard(body).startswith("Xanax with kratom: call today")


def test_a_condition_says_what_to_do_why_and_from_where(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Condition(what=ConditionKind.LIVER, name="fatty liver"))
    done(qtbot)
    said = heard(body)
    assert said.startswith(
        "Liver condition and kratom Ask a doctor before you take any more. Yellow eyes or skin, dark urine"
    )
    assert "Sources: " in said and "{" not in said
    assert body.notices is not None and body.notices.notice is not None
    assert body.notices.notice.property("role") == "info"
    assert body.notices.notice.more.accessibleDescription() == "Liver, heart, breathing"
    body.notices.notice.more.click()
    done(qtbot)
    shown = once_shown(qtbot, body, PageView)
    assert shown.page.code == "liver-heart-breathing" and heard(body) == ""
    plain_book.save(Condition(what=ConditionKind.LIVER, name="hepatitis"))
    done(qtbot)
    assert heard(body) == ""


@pytest.mark.slow
def test_a_medicine_that_a_condition_makes_more_urgent_stands_before_it(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    # Said first: the list is looked up as soon as the medicine is saved, and it speaks of it once at each level.
    plain_book.save(Statement(day=plain_book.today(), subject=Subject.NO_CONDITIONS))
    plain_book.save(Substance(name="gabapentin", source=Source.PRESCRIBED))
    done(qtbot)
    plain_book.save(Condition(what=ConditionKind.SEIZURES))
    done(qtbot)
    said = heard(body)
    assert said.startswith("gabapentin with kratom: call today")
    assert said.index("Seizures and kratom Tell your doctor today what you take.") > 0


def test_a_pregnancy_is_not_named(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY, private=True))
    done(qtbot)
    said = heard(body)
    assert said.startswith(
        "Something that you keep private with kratom: call today Do not stop suddenly on your own."
        " Call a doctor or the out-of-hours line today. Sources: "
    )
    assert "regnan" not in said and "bstetric" not in said


def test_read_more_begins_at_what_the_notice_is_about(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    body.window().resize(900, 600)
    medicines = [
        Substance(name=name, source=Source.PRESCRIBED) for name in ("Sertraline", "Xanax", "Oxycodone", "Zolpidem")
    ]
    plain_book.save(*medicines)
    done(qtbot)
    closing(body)
    plain_book.save(Condition(what=ConditionKind.PREGNANCY, private=True))
    done(qtbot)
    assert body.notices is not None and isinstance(body.notices.notice, InteractionNotice)
    body.notices.notice.more.click()
    shown = once_shown(qtbot, body, CheckedView)
    done(qtbot)
    place = shown.place_of("pregnancy")
    assert place is not None and words(place).strip().startswith("Pregnancy")
    reader = place.mapTo(body.window(), QPoint())
    assert not place.visibleRegion().isEmpty() and 0 < reader.y() < 600


def test_with_an_open_sign_the_one_line_begins_with_it(
    known: Known, body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    plain_book.save(beer(plain_book))
    done(qtbot)
    closing(body)
    sign = Symptom(code="chest_pain", kind=SymptomKind.WARNING)
    rating = Rating(at=moment_now(plain_book.clock), symptom=sign.id, value=5, answer=Answer.YES)
    plain_book.save(sign, rating)
    plain_book.save(Intake(at=moment_now(plain_book.clock), what=Taken.ALCOHOL, name="beer"))
    done(qtbot)
    first, _, rest = heard(body).partition(" Do that first. Then, about what you wrote down: ")
    assert first.startswith("First: Chest pain, today 10:30 Call ") and "Sit down and rest. Do not drive" in first
    assert rest == f"Said today 10:30: beer with kratom: do not mix. {NO_MORE} {SIGNS}"
    assert body.notices is not None and body.notices.notice is not None
    assert body.notices.notice.property("role") == "caution"
    body.notices.notice.close_button.click()  # that alone; what stood below it follows
    done(qtbot)
    assert heard(body).startswith("First: Chest pain, today 10:30. Call ")
    assert heard(body).endswith(f"Said today 10:30: beer with kratom: do not mix. {NO_MORE} {SIGNS}")
    plain_book.save(replace(rating, answer=Answer.KNOWN), label="rating.answered")
    done(qtbot)
    assert heard(body) == f"Said today 10:30: beer with kratom: do not mix. {NO_MORE} {SIGNS}"


def test_a_dose_soon_after_the_notice_was_closed_has_one_line(
    known: Known, body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    plain_book.save(beer(plain_book))
    done(qtbot)
    said = heard(body)
    assert said.startswith("beer with kratom: do not mix")
    closing(body)
    plain_book.save(Intake(at=moment_now(plain_book.clock), what=Taken.ALCOHOL, name="wine"))
    done(qtbot)
    assert heard(body) == f"Said today 10:30: wine with kratom: do not mix. {NO_MORE} {SIGNS}"
    plain_book.undo()
    done(qtbot)
    assert heard(body) == ""
    plain_book.save(Dose(at=moment_now(plain_book.clock), product=known.green.id))
    done(qtbot)
    assert heard(body) == said  # in full, whichever of the two comes second
    closing(body)
    plain_book.save(Dose(at=moment_now(plain_book.clock), product=known.green.id))
    done(qtbot)
    assert heard(body) == f"Said today 10:30: beer with kratom: do not mix. {NO_MORE} {SIGNS}"
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.more.click()
    done(qtbot)
    assert heard(body) == said


def test_show_it_again_opens_what_the_line_is_about_though_something_else_was_closed(
    known: Known, body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    assert body.notices is not None
    dose = Dose(at=moment_now(plain_book.clock), product=known.green.id)
    for entry in (beer(plain_book), XANAX, ZOLOFT, Condition(what=ConditionKind.LIVER, private=False), dose):
        plain_book.save(entry)
        done(qtbot)
        said = heard(body)
        closing(body)
    plain_book.save(Dose(at=moment_now(plain_book.clock), product=known.green.id))
    done(qtbot)
    assert heard(body) == f"Said today 10:30: beer with kratom: do not mix. {NO_MORE} {SIGNS}"
    line = body.notices.notice
    assert line is not None and line.more.text() == "Show it again"
    line.more.click()
    done(qtbot)
    assert heard(body) == said and said.startswith("beer with kratom: do not mix")
    closing(body)
    names = body.notices.closed_names()
    assert sum(name.count("do not mix") for name in names) == 1, names  # it is not closed twice


def test_a_very_high_blood_pressure_says_what_to_do_with_the_numbers_one_button_away(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    body.set_country("US")
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=150, diastolic=95))
    done(qtbot)
    assert heard(body) == ""
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125))
    done(qtbot)
    said = heard(body)
    assert said.startswith("A blood pressure of 180/120 or more, today 10:30 Pain in chest, back or belly")
    assert "call 911. Saved as 195/125 mmHg. If you are pregnant" in said  # what was understood
    assert "Sources: " in said and "{" not in said
    assert body.notices is not None and body.notices.notice is not None
    notice = body.notices.notice
    assert "195" not in notice.accessibleName()
    assert notice.property("role") == "caution"  # an emergency is not the faintest thing on the screen
    notice.more.click()
    done(qtbot)
    assert body.navigation.current() == EMERGENCY.key and not notice.isVisible()
    body.go("today")
    done(qtbot)
    assert body.notices.notice is notice and notice.isVisible()
    plain_book.undo()
    done(qtbot)
    assert heard(body) == ""


@pytest.mark.slow
def test_a_second_one_says_what_to_do_without_a_third(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    for _ in range(2):
        plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125))
        done(qtbot)
        tick(plain_book, 10)
    assert heard(body).startswith("Again a blood pressure of 180/120 or more, today 10:40 Pain in chest")
    assert "Otherwise call your doctor or the out-of-hours service today: it was high before, too." in heard(body)
    assert "measure again" not in heard(body)


def test_in_a_pregnancy_it_is_said_from_less_on_and_not_why(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Condition(what=ConditionKind.PREGNANCY, private=True))
    done(qtbot)
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=164, diastolic=90))
    done(qtbot)
    assert heard(body).startswith("A blood pressure of 160/110 or more, today 10:30 In pregnancy, from 160/110")
    assert body.notices is not None and body.notices.notice is not None
    bold = [each.text() for each in body.notices.notice.findChildren(QLabel) if each.property("role") == "strong"]
    assert any("go to hospital now" in each for each in bold)
    assert body.notices.notice.property("role") == "caution"
    assert "Otherwise" not in heard(body)


@pytest.mark.slow
def test_a_notice_that_is_shown_follows_a_pregnancy_that_is_written_down_later(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=185, diastolic=125))
    done(qtbot)
    assert "Otherwise wait a few minutes" in heard(body)
    pregnancy = Condition(what=ConditionKind.PREGNANCY, private=True)
    plain_book.save(pregnancy)
    done(qtbot)
    assert heard(body).startswith("A blood pressure of 180/120 or more, today 10:30 In pregnancy, from 160/110")
    assert "Otherwise" not in heard(body)
    plain_book.save(replace(pregnancy, until=plain_book.today() - dt.timedelta(days=1)))
    done(qtbot)
    assert "Otherwise wait a few minutes" in heard(body)


def test_it_is_announced(body: Body, plain_book: Logbook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def update(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    plain_book.save(XANAX)
    done(qtbot)
    qtbot.waitUntil(lambda: any(each.startswith("Xanax with kratom: call today") for each in told))


@pytest.mark.slow
def test_a_level_under_a_condition_that_is_not_known_stands_with_the_other_one(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    plain_book.save(Substance(name="gabapentin", source=Source.PRESCRIBED))
    done(qtbot)
    assert heard(body).startswith("gabapentin with kratom: call today")
    assert heard(body).startswith("gabapentin with kratom: call today or ask within days")
    assert "If you take it with lung disease, sleep apnoea, older age or another sedative" in heard(body)
    assert "Otherwise ask your prescriber or a pharmacist within days." in heard(body)


def test_a_drink_names_the_sedatives_that_are_written_down(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    listed = [Substance(name=name, source=Source.PRESCRIBED) for name in ("zopiclone", "gabapentin", "sertraline")]
    plain_book.save(*listed, Substance(name="Xanax", source=Source.PRESCRIBED, private=True), origin="command")
    plain_book.save(beer(plain_book))
    done(qtbot)
    said = heard(body)
    assert said.startswith("beer with kratom: do not mix")
    (sentence,) = [part for part in said.split(". ") if "These and kratom add up: beer, " in part]
    adding_up = "Together they can slow breathing until it stops."
    assert said.index(sentence) < said.index(adding_up) < said.index("Both can slow breathing.")
    assert said.count("Sources: ") == 1 and said.count("These and kratom add up") == 1
    assert "zopiclone" in sentence and "gabapentin" in sentence and "1 more that is private" in sentence
    assert "Xanax" not in said
    assert "sertraline" not in said and "heart rhythm" not in said


def test_do_not_mix_says_whom_to_call(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    body.set_country("DE")
    plain_book.save(beer(plain_book))
    done(qtbot)
    said = heard(body)
    assert (
        said.startswith("beer with kratom: do not mix Slow breathing, or hard to wake: call 112. Taken already: if you")
        and "Both can slow breathing." in said
    )
    assert "Call 112 for slow breathing" in said


@pytest.mark.slow
def test_a_dose_reports_a_drink_taken_before_it(
    known: object, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    plain_book.save(beer(plain_book))  # before the window is there
    body = open_window(plain_book)
    plain_book.save(Dose(at=moment_now(plain_book.clock)))
    done(qtbot)
    assert heard(body).startswith("beer with kratom: do not mix")


def test_it_is_dismissed_and_does_not_come_back(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()
    assert heard(body) == ""
    plain_book.undo()
    plain_book.redo()
    done(qtbot)
    assert heard(body) == "" and plain_book.listed(Substance) == [XANAX]
    plain_book.save(Substance(name="Valium", source=Source.PRESCRIBED))  # of the same class
    done(qtbot)
    said = heard(body)
    assert said.startswith("Valium with kratom: call today Call your local emergency number for slow breathing")
    assert "These and kratom add up: Valium, Xanax." in said
    assert "Valium, Xanax: 2 of one kind, “Benzodiazepines”." in said and "Xanax with kratom" not in said


def test_undo_takes_it_away(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    assert heard(body)
    plain_book.undo()
    done(qtbot)
    assert heard(body) == "" and plain_book.listed(Substance) == []


def test_what_is_undone_while_it_is_looked_up_is_never_said(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    plain_book.undo()
    done(qtbot)
    assert heard(body) == ""


def test_what_was_not_closed_is_said_together_with_the_next(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    tick(plain_book, 2)
    plain_book.save(beer(plain_book))
    done(qtbot)
    assert "Xanax with kratom: call today" in heard(body) and "beer with kratom: do not mix" in heard(body)
    assert heard(body).count("These and kratom add up: Xanax, beer.") == 1
    plain_book.undo()  # the drink; the medicine is still there
    done(qtbot)
    assert heard(body).startswith("Xanax with kratom: call today") and "beer" not in heard(body)
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()
    assert heard(body) == ""


def test_behind_a_blood_pressure_it_waits(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=200, diastolic=130))
    done(qtbot)
    assert heard(body).startswith("A blood pressure of 180/120 or more")
    assert heard(body).index("Pain in chest") < heard(body).index("Xanax with kratom: call today")
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.close_button.click()
    assert heard(body).startswith("Xanax with kratom: call today")


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("pressure_first", [True, False])
def test_that_things_add_up_does_not_wait_behind_a_blood_pressure(
    body: Body, plain_book: Logbook, qtbot: QtBot, pressure_first: bool
) -> None:
    pressure = Measurement(at=moment_now(plain_book.clock), systolic=200, diastolic=130)
    order = [pressure, XANAX, beer(plain_book)] if pressure_first else [XANAX, beer(plain_book), pressure]
    for entry in order:
        plain_book.save(entry)
        done(qtbot)
    said = heard(body)
    assert said.startswith("A blood pressure of 180/120 or more")
    assert said.index("Pain in chest") < said.index("These and kratom add up: ") < said.index("Sources: ")
    assert "Xanax" in said and "beer" in said and said.index("These and kratom") < said.index("Xanax with kratom")


def test_what_is_urgent_does_not_leave_by_itself(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    tick(plain_book, 2)
    plain_book.save(Note(at=moment_now(plain_book.clock), text="later"))
    done(qtbot)
    assert heard(body).startswith("Xanax")


@pytest.mark.slow
def test_what_is_less_urgent_leaves_with_what_is_written_later(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(Substance(name="Zoloft", source=Source.PRESCRIBED))
    done(qtbot)
    plain_book.save(Note(at=moment_now(plain_book.clock), text="at once"))
    done(qtbot)
    assert heard(body).startswith("Zoloft")
    tick(plain_book, 2)
    plain_book.save(Note(at=moment_now(plain_book.clock), text="later"))
    done(qtbot)
    assert heard(body) == ""


@pytest.mark.slow
def test_read_more_leads_to_the_list(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    body.notices.notice.more.click()
    done(qtbot)
    (shown,) = [each for each in body.findChildren(CheckedView) if each.isVisible()]
    assert "Xanax" in words(shown) and heard(body) == ""


def test_what_is_private_is_not_named(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(beer(plain_book, private=True))
    done(qtbot)
    assert heard(body).startswith("Something that you keep private with kratom: do not mix Slow breathing, or hard to")
    assert "Taken already: if you are" in heard(body)
    assert "Call your local emergency number for slow breathing" in heard(body)
    assert "beer" not in heard(body) and "lcohol" not in heard(body)
    plain_book.save(Substance(name="Xanax", source=Source.PRESCRIBED))
    done(qtbot)
    said = heard(body)
    assert said.startswith("Xanax with kratom: call today Slow breathing, or hard to wake: call your local emergency")
    assert "These and kratom add up: Xanax, 1 more that is private." in said
    assert "Something that you keep private with kratom: do not mix" in said and "beer" not in said


@pytest.mark.slow
def test_it_goes_with_its_journal(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    speaking = body.notices
    assert speaking is not None
    body.show_journal(speaking._bridge)
    assert speaking.notice is None and body.notices is not speaking and heard(body) == ""


@pytest.mark.slow
def test_escape_in_it_closes_it(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    QTest.keyClick(body.notices.notice.more, Qt.Key.Key_Escape)
    assert heard(body) == ""


@pytest.mark.slow
def test_closed_under_the_keyboard_it_gives_it_to_the_screen_below(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None and body.today is not None
    body.notices.notice.close_button.setFocus()
    QTest.keyClick(body.notices.notice.close_button, Qt.Key.Key_Space)
    settle()
    focused = QApplication.focusWidget()
    assert heard(body) == "" and focused is not None and body.today.isAncestorOf(focused)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "height", "size"), [(1366, 768, 100), (900, 600, 100), (900, 600, 200), (400, 600, 100)]
)
def test_it_leaves_room_to_write(
    body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication, width: int, height: int, size: int
) -> None:
    apply_theme(qapp, "light", size)
    body.main.resize(width, height)
    plain_book.save(XANAX, beer(plain_book))
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    notice = body.notices.notice
    assert notice.height() <= body.main.height() * 0.5
    assert cut(notice) == [] and overlapping(notice) == [] and unnamed(notice) == []
    assert notice.close_button.isVisible()


@pytest.mark.quick_every(5)
@pytest.mark.parametrize(("width", "height"), [(900, 600), (1366, 768)])
@pytest.mark.parametrize("said", ["medicines", "prescribed", "pressure", "sign", "sign and pressure"])
def test_it_takes_a_third_of_the_window_at_most(
    body: Body, plain_book: Logbook, known: Known, qtbot: QtBot, width: int, height: int, said: str
) -> None:
    """What to do about an emergency is never folded away: its first lines may be two lines higher."""
    body.main.resize(width, height)
    now = moment_now(plain_book.clock)
    sign = Symptom(code="seizure", kind=SymptomKind.WARNING)
    if "sign" in said:
        plain_book.save(sign, Rating(at=now, symptom=sign.id, value=5))
    if "pressure" in said:
        plain_book.save(Condition(what=ConditionKind.PREGNANCY))
        plain_book.save(Measurement(at=now, systolic=165, diastolic=112))
    elif said == "prescribed":
        plain_book.save(Substance(name="gabapentin", source=Source.PRESCRIBED))
    else:
        plain_book.save(XANAX, Substance(name="zopiclone", source=Source.PRESCRIBED), beer(plain_book))
    done(qtbot)
    heights = []
    for place in (HEALTH, TODAY):
        body.reach(place)
        done(qtbot)
        if place is TODAY:
            body.act("dose")
            done(qtbot)
        assert body.notices is not None and body.notices.notice is not None
        heights.append(body.notices.notice.height())
        assert cut(body.notices.notice) == [] and overlapping(body.notices.notice) == []
    assert max(heights) <= body.main.height() / 3 + (44 if "sign" in said else 0)


@pytest.mark.slow
def test_with_large_letters_what_scrolls_is_no_slit(
    body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", 200)
    body.main.resize(1366, 768)
    body.reach(HEALTH)
    plain_book.save(XANAX, beer(plain_book))
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    notice = body.notices.notice
    line = notice.more.fontMetrics().lineSpacing()
    assert notice.scroller.height() >= 4 * line
    assert in_sight(body, notice.more) and in_sight(body, notice.close_button)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(("width", "height", "size"), [(1366, 768, 100), (900, 600, 100), (900, 600, 200)])
def test_what_to_do_about_a_blood_pressure_is_whole_in_any_window(
    body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication, width: int, height: int, size: int
) -> None:
    apply_theme(qapp, "light", size)
    body.main.resize(width, height)
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125))
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    notice = body.notices.notice
    first = label_with(body, "Pain in chest, back or belly, short breath, sudden bad headache, numbness, weakness, "
                             "confusion, trouble seeing or speaking: call your local emergency number.")  # fmt: skip
    assert first.visibleRegion().boundingRect() == first.rect()
    assert in_sight(body, notice) and in_sight(body, notice.more) and notice.scroller.isVisible()
    assert cut(notice) == [] and overlapping(notice) == [] and unnamed(notice) == []


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), [(520, 480), (400, 600), (640, 480)])
def test_in_a_very_small_window_all_of_it_scrolls_and_nothing_is_cut(
    body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication, width: int, height: int
) -> None:
    apply_theme(qapp, "light", 200)
    body.main.resize(width, height)
    plain_book.save(Measurement(at=moment_now(plain_book.clock), systolic=195, diastolic=125))
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    notice = body.notices.notice
    assert cut(notice) == [] and overlapping(notice) == [] and unnamed(notice) == []
    assert in_sight(body, notice) and in_sight(body, notice.more) and in_sight(body, notice.close_button)
    inside = notice.scroller.widget()
    assert inside is not None and notice.scroller.focusPolicy() is Qt.FocusPolicy.StrongFocus
    seen = [each.text() for each in inside.findChildren(QLabel) if each.isVisible()]
    assert seen[0].startswith("A blood pressure of 180/120") and seen[1].startswith("Pain in chest")
    body.main.resize(1366, 768)
    apply_theme(qapp, "light", 100)
    settle()
    first = label_with(body, seen[0])
    assert not notice.scroller.isAncestorOf(first) and cut(notice) == [] and overlapping(notice) == []


@pytest.mark.quick_every(6)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (900, 600), (400, 600)])
def test_level_first_action_and_undo_are_in_sight_wherever_one_goes(
    body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication, width: int, height: int, size: int
) -> None:
    apply_theme(qapp, "light", size)
    body.main.resize(width, height)
    body.reach(HEALTH)
    plain_book.save(XANAX)
    done(qtbot)
    for place in (HEALTH, REPORT):
        body.reach(place)
        done(qtbot)
        for said in (
            "Xanax with kratom: call today",
            "Call your local emergency number for slow breathing",
        ):
            assert in_sight(body, label_with(body, said)), said
            assert width < 900 or not scrolled_by(label_with(body, said)), said
        assert in_sight(body, body._status.undo) and not scrolled_by(body._status.undo)
    assert body.notices is not None and body.notices.notice is not None
    assert scrolled_by(body.notices.notice.scroller) == []


def label_with(body: Body, said: str) -> QLabel:
    (found,) = [each for each in body.findChildren(QLabel) if each.text().startswith(said) and each.isVisible()]
    return found


def in_sight(body: Body, widget: QWidget) -> bool:
    """Whether all of it is inside of the window."""
    return body.rect().contains(QRect(widget.mapTo(body, QPoint()), widget.size()))


def scrolled_by(widget: QWidget) -> list[QScrollArea]:
    """What could scroll it out of sight."""
    return [
        area for area in widget.window().findChildren(QScrollArea) if area is not widget and area.isAncestorOf(widget)
    ]


@pytest.mark.slow
def test_no_line_of_it_is_cut_in_half(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    body.main.resize(900, 600)
    plain_book.save(Substance(name="gabapentin", source=Source.PRESCRIBED))
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    scroller = body.notices.notice.scroller
    lowest = scroller.viewport().height()
    inside = scroller.widget()
    assert inside is not None and inside.height() > lowest  # it scrolls
    ends = []
    for each in inside.findChildren(QLabel):
        lines = round(each.height() / each.fontMetrics().lineSpacing())
        ends += [each.y() + each.height() * line // lines for line in range(1, lines + 1)]
    assert lowest in ends


@pytest.mark.slow
def test_with_large_letters_something_of_the_rest_is_seen_and_the_rest_scrolls(
    body: Body, plain_book: Logbook, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light", 200)
    body.main.resize(900, 600)
    plain_book.save(Substance(name="gabapentin", source=Source.PRESCRIBED))
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    scroller = body.notices.notice.scroller
    assert scroller.isVisible() and scroller.focusPolicy() is Qt.FocusPolicy.StrongFocus
    said = [each.text() for each in scroller.findChildren(QLabel) if each.isVisible()]
    assert said[0].startswith("gabapentin with kratom"), "with so large letters all of it scrolls, from its beginning"
    assert any("Do not stop or change this medicine" in each for each in said)


@pytest.mark.slow
def test_another_screen_is_shown_from_its_beginning(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    body.main.resize(900, 400)
    body.reach(HEALTH)
    plain_book.save(Substance(name="gabapentin", source=Source.PRESCRIBED))
    done(qtbot)
    bar = body._around._sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    other = QWidget()
    body.stack.addWidget(other)
    body.stack.setCurrentWidget(other)
    assert bar.value() == 0


def test_the_emergency_numbers_have_its_room_and_it_comes_back_after_them(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    plain_book.save(XANAX)
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    body.go(EMERGENCY.key)
    settle()
    assert not body.notices.notice.isVisible()
    body._emergency._close()
    settle()
    assert body.notices.notice.isVisible()
    body.go(EMERGENCY.key)
    body.go(HEALTH.key)
    done(qtbot)
    assert body.notices.notice.isVisible()


def test_what_is_found_while_the_emergency_numbers_are_shown_waits(
    body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    body.go(EMERGENCY.key)
    plain_book.save(XANAX)
    done(qtbot)
    assert body.notices is not None and body.notices.notice is not None
    assert not body.notices.notice.isVisible()
    body._emergency._close()
    settle()
    assert body.notices.notice.isVisible() and body.notices.notice.height() > 100


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("last", ["condition", "person", "drink"])
def test_what_is_more_urgent_by_what_is_saved_last_is_named(
    body: Body, plain_book: Logbook, qtbot: QtBot, last: str
) -> None:
    plain_book.save(Substance(name="Gabapentin", source=Source.PRESCRIBED))
    done(qtbot)
    closing(body)
    saved = {
        "condition": Condition(what=ConditionKind.SLEEP_APNOEA),
        "person": Person(birth_year=1940),
        "drink": beer(plain_book),
    }
    plain_book.save(saved[last])
    done(qtbot)
    said = heard(body)
    assert "Gabapentin with kratom" in said
    assert "Call your prescriber, a pharmacist or the out-of-hours line today." in said
    plain_book.undo()
    done(qtbot)
    assert heard(body) == ""
