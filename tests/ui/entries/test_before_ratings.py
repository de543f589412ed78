"""Ratings made before a dose go where the dose goes, whatever their symptom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.entries import Dose, Phase, Rating, Symptom
from journal.core.moments import Moment
from journal.logbook import Logbook
from journal.ui.entries.dose_form import DoseForm
from journal.ui.shell.body import Body
from tests.journals import ago, saved
from tests.ui.conftest import Known


def before(book: Logbook, dose: Dose, symptom: Symptom, value: int, at: Moment | None = None) -> Rating:
    return saved(book, Rating(at=at or dose.at, symptom=symptom.id, value=value, dose=dose.id, phase=Phase.BEFORE))


def move(body: Body, dose: Dose, shown: list[Rating], to: str = "6:10") -> None:
    assert body.today is not None
    body.today.panel.edit([dose, *shown])
    form = body.today.panel.form
    assert isinstance(form, DoseForm)
    form.time.set_text(to)
    form.save()


def times(book: Logbook, *entries: Rating | Dose) -> list[str]:
    found = [book.get(each.id) for each in entries]
    return [each.at.local.strftime("%H:%M") for each in found if isinstance(each, Rating | Dose)]


@pytest.fixture
def dose(plain_book: Logbook, known: Known) -> Dose:
    return saved(plain_book, Dose(at=ago(plain_book, 60), product=known.green.id))


def test_every_symptom_moves_with_its_dose(body: Body, plain_book: Logbook, known: Known, dose: Dose) -> None:
    rated = [before(plain_book, dose, known.back, 7), before(plain_book, dose, known.nausea, 2)]
    move(body, dose, rated)
    assert times(plain_book, dose, *rated) == ["06:10"] * 3
    assert [each.value for each in rated] == [7, 2]
    plain_book.undo()
    assert times(plain_book, dose, *rated) == ["09:30"] * 3


def test_so_do_those_of_a_former_main_symptom(body: Body, plain_book: Logbook, known: Known, dose: Dose) -> None:
    rated = before(plain_book, dose, known.back, 7)
    plain_book.save(replace(known.back, main=False), replace(known.nausea, main=True))
    move(body, dose, [rated])
    assert times(plain_book, dose, rated) == ["06:10"] * 2


def test_two_of_the_main_symptom_both_move(body: Body, plain_book: Logbook, known: Known, dose: Dose) -> None:
    rated = [before(plain_book, dose, known.back, 6), before(plain_book, dose, known.back, 7)]
    move(body, dose, rated)
    assert times(plain_book, dose, *rated) == ["06:10"] * 3
    assert [each.value for each in map(plain_book.get, [one.id for one in rated]) if isinstance(each, Rating)] == [6, 7]


def test_what_was_rated_at_another_time_stays(body: Body, plain_book: Logbook, known: Known, dose: Dose) -> None:
    other = before(plain_book, dose, known.nausea, 2, ago(plain_book, 70))
    after = saved(plain_book, Rating(at=dose.at, symptom=known.nausea.id, value=1, dose=dose.id, phase=Phase.AFTER))
    move(body, dose, [])
    assert times(plain_book, dose, other, after) == ["06:10", "09:20", "09:30"]


def test_a_time_that_is_left_alone_changes_no_rating(body: Body, plain_book: Logbook, known: Known, dose: Dose) -> None:
    rated = before(plain_book, dose, known.nausea, 2)
    move(body, dose, [rated], to=dose.at.local.strftime("%Y-%m-%d %H:%M"))
    assert plain_book.get(rated.id) == rated
