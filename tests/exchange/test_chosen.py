"""A part of a journal: the chosen days and kinds, all that they name, and nothing that is private unless asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import (
    Batch,
    Contact,
    DayMark,
    Dose,
    Entry,
    Intake,
    Note,
    Product,
    Rating,
    Setting,
    Substance,
    Symptom,
    Tombstone,
    Unit,
    kind_of,
)
from journal.core.kinds import KINDS, Placed
from journal.core.moments import DAY_MS, Moment
from journal.core.preferences import Preferences
from journal.core.substances import Taken
from journal.exchange.chosen import EVERYTHING, HANDED_OVER, Choice, ChosenPart
from journal.exchange.references import references_of
from tests.samples import sample

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")  # Sunday 2026-11-22 10:30
TODAY = dt.date(2026, 11, 22)
STONE = Tombstone("88888888-8888-4888-8888-888888888888", "note", AT.utc_ms)


class Kept:
    """A journal in memory."""

    def __init__(self, *entries: Entry) -> None:
        self.entries, self.path, self.preferences = entries, Path("kept.leaf"), Preferences()

    def slices(self, kind: str, size: int) -> Iterator[list[Entry]]:
        found = [entry for entry in self.entries if kind_of(entry) == kind]
        yield from ([found] if found else [])

    def tombstones(self) -> Iterator[Tombstone]:
        return iter([STONE])


def chosen(choice: Choice, *entries: Entry) -> list[Entry]:
    part = ChosenPart(Kept(*entries), choice)
    return [entry for kind in KINDS for piece in part.slices(kind, 100) for entry in piece]


def days_ago(days: int) -> Moment:
    return replace(AT, utc_ms=AT.utc_ms - days * DAY_MS)


def test_days_are_journal_days_and_both_ends_belong_to_them() -> None:
    notes = [Note(at=days_ago(days), text=f"{days} days ago") for days in range(4)]
    at_night = Note(at=replace(AT, utc_ms=AT.utc_ms - 8 * 3_600_000), text="02:30, still of the day before")
    mark = DayMark(day=TODAY - dt.timedelta(days=1))
    found = chosen(Choice(TODAY - dt.timedelta(days=2), TODAY - dt.timedelta(days=1)), *notes, at_night, mark)
    assert {entry.id for entry in found} == {notes[1].id, notes[2].id, at_night.id, mark.id}


def test_one_end_alone_leaves_the_other_open() -> None:
    notes = [Note(at=days_ago(days), text="x") for days in range(3)]
    assert chosen(Choice(first=TODAY), *notes) == [notes[0]]
    assert chosen(Choice(last=TODAY - dt.timedelta(days=1)), *notes) == notes[1:]


def test_what_a_chosen_entry_names_comes_along_whatever_its_day_and_kind() -> None:
    green, other = Product(name="Green"), Product(name="Other")
    capsule = Unit(product=green.id, name="capsule")
    green = replace(green, default_unit=capsule.id)
    batch = Batch(product=green.id, lot="7")
    before = Dose(at=days_ago(9), product=green.id, batch=batch.id)
    pain = Symptom(name="Pain")
    rating = Rating(at=AT, symptom=pain.id, value=3, dose=before.id)
    found = chosen(Choice(first=TODAY, kinds=frozenset({"rating"})), green, other, capsule, batch, before, pain, rating)
    assert {entry.id for entry in found} == {each.id for each in (green, capsule, batch, before, pain, rating)}
    ids = {entry.id for entry in found}
    assert all(named in ids for entry in found for _, _, named in references_of(entry))


def test_what_is_private_is_not_named_either() -> None:
    secret = Product(name="Secret", private=True)
    spoon = Unit(product=secret.id, name="spoon", quantity=2000, dimension=Dimension.MASS)
    amount = Amount("1 spoon", 2000, Dimension.MASS, Basis.COUNTED, None, spoon.id)
    dose = Dose(at=AT, product=secret.id, amount=amount)
    masked = Symptom(name="Masked", private=True)
    medicine = Substance(name="Medicine", private=True)
    intake = Intake(at=AT, what=Taken.OWN, name="something", substance=medicine.id)
    open_product = Product(name="Open")
    measure = Unit(product=open_product.id, name="measure", private=True)
    open_product = replace(open_product, default_unit=measure.id)
    found = chosen(
        HANDED_OVER, secret, spoon, dose, masked, Rating(at=AT, symptom=masked.id, value=2), medicine, intake,
        open_product, measure, Note(at=AT, text="private", private=True),
    )  # fmt: skip
    assert found == [replace(open_product, default_unit="")]


def test_what_is_about_something_private_goes_with_it_and_a_rating_beside_it_stays() -> None:
    secret, medicine, pain = Product(name="S", private=True), Substance(name="M", private=True), Symptom(name="Pain")
    measure = Unit(product=(green := Product(name="Green")).id, name="measure", private=True)
    amount = Amount("1 measure", 2000, Dimension.MASS, Basis.COUNTED, None, measure.id)
    dose, beside = Dose(at=AT, product=secret.id), Dose(at=AT, product=green.id, amount=amount)
    rating = Rating(at=AT, symptom=pain.id, value=3, dose=dose.id)
    intake = Intake(at=AT, what=Taken.OWN, name="something", substance=medicine.id)
    found = chosen(HANDED_OVER, secret, green, medicine, pain, measure, dose, beside, rating, intake)
    assert found == [green, pain, replace(beside, amount=replace(amount, unit=None)), replace(rating, dose=None)]


def test_what_only_private_entries_use_is_not_named() -> None:
    """A person who marks the dose alone made the product, its unit and its batch for it."""
    shot, symptom = Product(name="Secret shot"), Symptom(name="Hidden ache")
    sip, batch = Unit(product=shot.id, name="sip"), Batch(product=shot.id, lot="7")
    never = Product(name="Never taken")
    dose = Dose(at=AT, product=shot.id, batch=batch.id, amount=Amount("1 sip", unit=sip.id), private=True)
    rating = Rating(at=AT, symptom=symptom.id, value=2, private=True)
    secret = [replace(shot, default_unit=sip.id), sip, batch, symptom, dose, rating]
    assert chosen(HANDED_OVER, *secret, never) == [never]
    assert {entry.id for entry in chosen(replace(HANDED_OVER, private=True), *secret)} == {each.id for each in secret}
    again = Dose(at=days_ago(900), product=shot.id)
    told = chosen(replace(HANDED_OVER, first=TODAY), *secret, again)
    assert told == [replace(shot, default_unit="")], "a product that is used in the open, too, has its name"
    gone = replace(again, deleted_ms=AT.utc_ms)
    assert chosen(HANDED_OVER, *secret, gone) == [], "the trash shows nothing where it stays out"


@pytest.mark.parametrize("code", [code for code, kind in KINDS.items() if kind.placed is not Placed.NOWHERE])
def test_all_that_an_entry_of_any_kind_uses_is_withheld_with_it(code: str) -> None:
    """The medicines of the list have their own mark alone: one intake marked private does not take them away."""
    *named, entry = sample(code, AT)
    listed = {each.to for each in KINDS[code].references if KINDS[each.to].placed is Placed.NOWHERE}
    used = [replace(each, private=False) for each in named if kind_of(each) in listed]
    assert len(chosen(HANDED_OVER, *used)) == len(used)
    told = chosen(HANDED_OVER, *used, replace(entry, private=True))
    assert {kind_of(each) for each in told} <= {"substance"}


def test_ratings_that_every_screen_masks_are_private() -> None:
    masked = Symptom(code="suicidal_thoughts")
    assert chosen(HANDED_OVER, masked, Rating(at=AT, symptom=masked.id, value=1)) == []
    assert len(chosen(replace(HANDED_OVER, private=True), masked, Rating(at=AT, symptom=masked.id, value=1))) == 2


def test_other_programs_get_no_trash_no_settings_and_no_tombstones() -> None:
    kept, gone = Note(at=AT, text="kept"), Note(at=AT, text="gone", deleted_ms=AT.utc_ms)
    someone = Contact(name="Someone", phone="123")  # on no page of a report
    journal = Kept(kept, gone, Setting(id="day_start", value="300"), someone)
    assert chosen(HANDED_OVER, *journal.entries) == [kept]
    assert list(ChosenPart(journal, HANDED_OVER).tombstones()) == []


def test_everything_is_everything() -> None:
    entries = [Note(at=AT, text="gone", deleted_ms=1, private=True), Setting(id="day_start", value="300")]
    assert chosen(EVERYTHING, *entries) == entries
    assert list(ChosenPart(Kept(), EVERYTHING).tombstones()) == [STONE]
    assert EVERYTHING.everything and not HANDED_OVER.everything


@pytest.mark.parametrize("trash", [True, False])
def test_the_trash_goes_with_the_choice(trash: bool) -> None:
    gone = Note(at=AT, text="gone", deleted_ms=AT.utc_ms)
    assert chosen(Choice(first=TODAY, trash=trash), gone) == [gone] * trash
