"""Files, flares, notices beside a form and what is to be completed: none denies, softens or forgets a sign."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from journal.core.entries import Answer, Condition, Entry, Rating, Symptom
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS, MINUTE_MS, moment_at, moment_now
from journal.core.refusal import Refused
from journal.core.symptoms import BY_CODE, MASKED
from journal.exchange.chosen import HANDED_OVER, Choice
from journal.exchange.export import export_to, names_of
from journal.exchange.opening import opened
from journal.exchange.sniffing import recognised
from journal.guidance.lines_at_taking import first_at_taking
from journal.guidance.signs_in_words import country_of
from journal.guidance.warning_signs import is_sign, passed_text, sign_of, signs
from journal.logbook import Logbook
from journal.texts import english
from journal.texts.names import ANSWERS, SYMPTOMS
from journal.ui.flare.screen import FlareScreen
from journal.ui.importing.exchanging import Imported, import_entries, read_file
from journal.ui.kit.tasks import Task, working
from journal.ui.safety.emergency_notice import EmergencyNotice
from journal.ui.shell.body import Body
from journal.ui.shell.places import TODAY
from tests.journals import START_MS
from tests.truth.never_said import never_said_in
from tests.truth.test_screens import denials, read
from tests.ui.conftest import (
    Known,
    OpenWindow,
    body,
    clock,
    font,
    keys,
    known,
    light,
    open_window,
    plain_book,
    plain_journal,
    templates,
)
from tests.ui.fits import settle

__all__ = [
    "body", "clock", "font", "known", "light", "open_window", "plain_book", "plain_journal", "templates",
]  # fmt: skip

RATED = [code for sign in signs() for code in sign.codes if is_sign(code)]
ANSWERED = (None, *Answer)
US = country_of("US")
OPENLY = Choice(kinds=HANDED_OVER.kinds, private=True, trash=False)
# Of the main symptom of that journal, and of its list of what helps.
OF_OTHERS = re.compile("not rated yet|nothing is written here yet", re.IGNORECASE)
CRISIS = re.compile("suicid|crisis", re.IGNORECASE)


# --- files that go out -----------------------------------------------------------------------------------------------


def mark(code: str, answer: Answer | None, private: bool) -> str:
    return f"mark-{code}-{answer or 'open'}-{'p' if private else 'o'}".replace("_", "-")


def every_rating(symptoms: dict[str, Symptom]) -> Iterator[Rating]:
    """Each sign with each answer, private and not, with a number and without."""
    for place, (code, answer, private) in enumerate(product(RATED, ANSWERED, (False, True))):
        at = moment_at(START_MS - place * MINUTE_MS, "Europe/Berlin")
        yield Rating(
            at=at, symptom=symptoms[code].id, value=None if place % 3 == 0 else 7, answer=answer, private=private,
            site=mark(code, answer, private),
        )  # fmt: skip


@pytest.fixture
def signed(plain_book: Logbook) -> Logbook:
    symptoms = {code: Symptom(code=code, kind=BY_CODE[code].kind) for code in RATED}
    plain_book.save(*symptoms.values())
    plain_book.save_all(every_rating(symptoms), label="many.imported", origin="import")
    return plain_book


def written(book: Logbook, target: Path, choice: Choice) -> str:
    export_to(book, target, english(), choice=choice)
    if target.suffix != ".xlsx":
        return target.read_text("utf-8")
    with zipfile.ZipFile(target) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


FILES = ["signs.md", "signs.xlsx", "signs.fhir.json"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("private", [False, True])
def test_a_file_to_hand_over_holds_every_sign_that_was_chosen_and_no_other(
    signed: Logbook, tmp_path: Path, name: str, private: bool
) -> None:
    said = written(signed, tmp_path / name, OPENLY if private else HANDED_OVER)
    for code, answer, kept in product(RATED, ANSWERED, (False, True)):
        goes = private or (not kept and code not in MASKED)
        assert (mark(code, answer, kept) in said.replace("\\", "")) is goes, (code, answer, kept)
    assert (CRISIS.search(said) is not None) is private
    assert denials(said) == [] and never_said_in(said) == []


@pytest.mark.parametrize("name", ["signs.md", "signs.fhir.json"])
def test_a_sign_in_a_file_has_its_answer_and_without_a_number_it_was_not_skipped(
    signed: Logbook, tmp_path: Path, name: str
) -> None:
    said = written(signed, tmp_path / name, OPENLY)
    assert "skipped" not in said and "asked-declined" not in said and "data-absent-reason" not in said
    for rating in signed.slices("rating", 5000):
        for each in rating:
            assert isinstance(each, Rating)
            row = _row(said, name, each)
            if each.answer is not None:
                assert ANSWERS[each.answer] in row, each
            assert (" 7 of 10" in row or '"value": 7' in row) is (each.value == 7)
            assert ("no number" in row) is (each.value is None)


def _row(said: str, name: str, rating: Rating) -> str:
    if name.endswith(".md"):
        return next(line for line in said.replace("\\", "").splitlines() if rating.site in line)
    read_in = json.loads(said)["entry"]
    resource = next(each["resource"] for each in read_in if each["resource"]["id"] == rating.id)
    told = {key: resource.get(key) for key in ("valueQuantity", "valueString", "note")}
    return json.dumps(told)


def test_a_calendar_says_nothing_of_signs_and_denies_none(signed: Logbook, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        export_to(signed, tmp_path / "a.ics", english(), choice=OPENLY)
    planned = Condition(what=ConditionKind.PLANNED_OPERATION, planned=signed.today())
    signed.save(planned)
    said = written(signed, tmp_path / "b.ics", OPENLY)
    assert "mark-" not in said and CRISIS.search(said) is None and denials(said) == []


# --- files of other programs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", RATED)
@pytest.mark.parametrize("value", ["7", "0"])
def test_what_another_program_s_tracker_says_of_a_sign_is_not_lost_in_a_note(
    plain_book: Logbook, tmp_path: Path, code: str, value: str
) -> None:
    file = tmp_path / "data.csv"
    file.write_text(
        f'FeatureName,Timestamp,Value,Label,Note\n"{SYMPTOMS[code]}",2026-11-22T08:30:00+01:00,{value},,\n', "utf-8"
    )
    source = opened(file, recognised(file), names_of(plain_book, english()), "Europe/Berlin")
    preview = read_file(plain_book, source, file.name, english(), Task(), US)
    assert bool(preview.to_answer) is (value == "7")
    done = import_entries(plain_book, preview, Task())
    assert isinstance(done, Imported) and done.count == 1
    expected = [sign_of(code).code] if value == "7" else []
    assert [sign_of(each.code).code for each in done.found.noted] == expected


# --- the form of a dose, F7 ------------------------------------------------------------------------------------------


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("code", RATED)
def test_who_takes_something_is_told_of_every_emergency_of_the_last_day(plain_book: Logbook, code: str) -> None:
    made = Symptom(code=code, kind=BY_CODE[code].kind)
    plain_book.save(made)
    rating = Rating(at=moment_now(plain_book.clock), symptom=made.id, value=7)
    for answer, ago in product(ANSWERED, (0, 5 * HOUR_MS, 30 * HOUR_MS)):
        at = moment_at(START_MS - ago, "Europe/Berlin")
        plain_book.save(replace(rating, at=at, answer=answer, recorded_ms=at.utc_ms))
        first, more = first_at_taking(english(), plain_book, START_MS, US)
        said = " ".join([*first, *more])
        urgent = _is_emergency(code, answer, ago) and ago < DAY_MS
        assert bool(first) is (urgent or sign_of(code).no_more), (answer, ago)  # take no more holds for a week
        assert never_said_in(said) == [] and denials(said) == []
        if code in MASKED:
            assert CRISIS.search(said) is None and ("988" in said) is bool(first)
        elif first:
            assert SYMPTOMS[code] in first[0]
        if urgent:
            assert re.search("call 911|emergency department", said, re.IGNORECASE)


def _is_emergency(code: str, answer: Answer | None, ago: int) -> bool:
    """By the rows of the table alone."""
    sign, urgent = sign_of(code), ("call", "department")
    if answer is Answer.KNOWN and sign.may_be_known:
        return False
    if answer is Answer.NO or (answer is None and sign.asks):
        return answer is Answer.NO and not sign.asks and sign.now.urgency in urgent
    if sign.asks:
        return answer in (Answer.YES, Answer.NOT_SURE)
    if answer in (Answer.PASSED, Answer.KNOWN) and answer is Answer.PASSED:
        return passed_text(sign, ago).urgency in urgent
    return sign.now.urgency in urgent


@pytest.mark.parametrize("code", ["slow_breathing", "chest_pain", "suicidal_thoughts"])
def test_more_and_less_never_hide_what_to_do_first(qtbot: QtBot, plain_book: Logbook, code: str) -> None:
    made = Symptom(code=code, kind=BY_CODE[code].kind)
    plain_book.save(made, Rating(at=moment_now(plain_book.clock), symptom=made.id, value=7))
    first, more = first_at_taking(english(), plain_book, START_MS, US)
    notice = EmergencyNotice(english(), first, True, more)
    qtbot.addWidget(notice)
    notice.show()
    in_sight = [each.text() for each in notice.findChildren(QLabel) if each.isVisible()]
    for _ in range(2):
        if notice.unfold is not None:
            notice.unfold.toggle()
        settle()
        seen = [each.text() for each in notice.findChildren(QLabel) if each.isVisible()]
        assert set(in_sight) <= set(seen)
    said = " ".join(in_sight)
    assert "all 911" in said and (CRISIS.search(notice.words()) is None or code not in MASKED)


# --- a bad moment, and what is to be completed -----------------------------------------------------------------------


def flare(qtbot: QtBot, body: Body) -> FlareScreen:
    keys(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: isinstance(body.stack.currentWidget(), FlareScreen))
    screen = body.stack.currentWidget()
    assert isinstance(screen, FlareScreen) and screen.form is not None
    return screen


def heard(body: Body) -> str:
    assert body.notices is not None
    return "" if body.notices.notice is None else body.notices.notice.words()


@pytest.mark.parametrize("code", ["slow_breathing", "suicidal_thoughts", "intense_itching"])
def test_in_a_bad_moment_an_emergency_is_told_of_before_something_is_taken(
    body: Body, plain_book: Logbook, qtbot: QtBot, code: str
) -> None:
    body.set_country("US")
    made = Symptom(code=code, kind=BY_CODE[code].kind)
    plain_book.save(made, Rating(at=moment_now(plain_book.clock), symptom=made.id, value=7, answer=Answer.YES))
    screen = flare(qtbot, body)
    assert screen.form is not None and heard(body) == ""
    screen.form.taken.choose_number(3)
    settle()
    if code == "intense_itching":
        assert heard(body) == ""
    elif code in MASKED:
        said = "Call 988 or someone you trust, now. If you are in danger: call 911."
        assert said in heard(body) and CRISIS.search(heard(body)) is None
    else:
        assert heard(body).startswith("First: Slow or shallow breathing") and "Call 911." in heard(body)
    assert denials(OF_OTHERS.sub("", read(screen))) == []
    assert SYMPTOMS["suicidal_thoughts"] not in read(screen)  # the crisis line stands there whatever was rated
    screen.form.taken.choose_number(1)
    settle()
    assert heard(body) == ""
    screen.form.taken.choose_number(3)
    screen.form.cancel()
    settle()
    assert heard(body) == ""


def test_a_main_symptom_that_is_called_as_a_sign_is_asked_about(
    plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot
) -> None:
    plain_book.save(Symptom(name="Chest pain", main=True))
    body = open_window(plain_book)
    screen = flare(qtbot, body)
    assert screen.form is not None and screen.form.scale is not None
    keys("7", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: body.stack.currentWidget() is body.today)
    settle()
    assert "Is this happening now?" in read(body.reach(TODAY))


@pytest.mark.parametrize("code", ["seizure", "suicidal_thoughts"])
def test_what_is_to_be_completed_names_nothing_and_ends_no_question(
    known: Known, plain_book: Logbook, open_window: OpenWindow, qtbot: QtBot, code: str
) -> None:
    made = Symptom(code=code, kind=BY_CODE[code].kind)
    rating = Rating(at=moment_now(plain_book.clock), symptom=made.id, value=7, complete_later=True)
    plain_book.save(made, rating)
    body = open_window(plain_book)
    today = body.reach(TODAY)
    qtbot.waitUntil(lambda: "1 entry is to be completed." in read(today))
    said = read(today)
    assert denials(OF_OTHERS.sub("", said)) == [] and never_said_in(said) == [] and "Is this happening now?" in said
    today.to_complete.as_it_is.click()
    qtbot.waitUntil(lambda: "is to be completed" not in read(today))
    qtbot.waitUntil(lambda: not working())
    assert "Is this happening now?" in read(today)
    stored: Entry = plain_book.existing([rating.id])[rating.id]
    assert isinstance(stored, Rating) and (stored.value, stored.answer) == (7, None)
