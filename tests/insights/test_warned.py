"""Warning symptoms with what was written beside them; products that are new to the journal."""

import datetime as dt

from journal.core.entries import Phase, Symptom
from journal.core.symptoms import BY_CODE
from journal.insights.summary import NewProduct, WarningNoted
from tests.insights.sheet import LAST, LEAF, SECOND_LEAF, SHOT, SYMPTOMS, YELLOW, Sheet

PALE = Symptom(id="pale", code="pale_stool", kind=BY_CODE["pale_stool"].kind, position=6)


def noted(sheet: Sheet) -> list[WarningNoted]:
    return [*sheet.summary((*SYMPTOMS, PALE)).warnings]


def test_notes_within_the_hour_stand_beside_a_warning_symptom() -> None:
    sheet = Sheet()
    sheet.rating(2, 3, hour=12, symptom=YELLOW)
    for hour, text in ((10.9, "long before"), (11, "an hour before"), (13, "an hour after"), (13.1, "later")):
        sheet.tell(2, text, hour)
    (found,) = noted(sheet)
    assert found.notes == ("an hour before", "an hour after")


def test_each_rating_of_the_day_has_its_notes_and_the_same_words_come_once() -> None:
    sheet = Sheet()
    for hour in (8, 20):
        sheet.rating(2, 3, hour, symptom=YELLOW)
        sheet.tell(2, "eyes", hour)
        sheet.tell(2, f"at {hour}", hour + 0.5)
    (found,) = noted(sheet)
    assert found.notes == ("eyes", "at 8", "at 20")


def test_beside_a_rating_of_0_nothing_stands() -> None:
    sheet = Sheet()
    sheet.rating(2, 0, 8, symptom=YELLOW)
    sheet.tell(2, "morning", 8)
    sheet.rating(2, 4, 20, symptom=YELLOW)
    (found,) = noted(sheet)
    assert found.notes == ()


def test_a_note_after_the_day_has_begun_anew_stands_beside_the_next_and_is_near_both() -> None:
    sheet = Sheet()
    sheet.rating(2, 4, 27.9, symptom=YELLOW)
    sheet.tell(2, "ten past four", 28.1)
    sheet.rating(1, 3, 4.2, PALE)
    later, earlier = noted(sheet)
    assert (later.notes, earlier.notes) == (("ten past four",), ())
    assert later.near == earlier.near == ("ten past four",)


def test_the_note_of_a_dose_belongs_to_ratings_linked_with_it() -> None:
    sheet = Sheet()
    dose = sheet.dose(2, hour=9)
    sheet.tell(2, "on an empty stomach", 9, dose)
    sheet.rating(2, 4, 15, YELLOW, Phase.AFTER, dose)
    sheet.rating(2, 4, 9, PALE)
    assert [each.notes for each in noted(sheet)] == [("on an empty stomach",), ()]


def test_what_is_private_is_said_to_be_and_another_rating_of_the_day_counts_without_it() -> None:
    sheet = Sheet()
    sheet.rating(2, 9, 8, YELLOW, private=True)
    sheet.tell(2, "morning", 8)
    sheet.rating(2, 4, 20, YELLOW)
    sheet.rating(2, 5, 8, PALE, private=True)
    day = LAST - dt.timedelta(days=2)
    assert noted(sheet) == [
        WarningNoted("yellow", day, 4, private=False, notes=()),
        WarningNoted("pale", day, 5, private=True, notes=("morning",), near=("morning",)),
    ]


def test_a_note_beside_a_private_rating_stands_beside_no_other() -> None:
    """Though another rating of the private one's symptom and day is shown, and whatever the day starts at."""
    sheet = Sheet()
    sheet.rating(2, 9, 8, YELLOW, private=True)
    sheet.rating(2, 4, 20, YELLOW)
    sheet.tell(2, "of the private one", 8.2)
    sheet.tell(2, "of its own", 9.2)
    sheet.rating(2, 3, 8.5, PALE)
    sheet.rating(1, 3, 27.9, YELLOW, private=True)
    sheet.tell(0, "past the start", 4.2)
    sheet.rating(0, 2, 4.5, PALE)
    found = {(each.symptom, each.day): each.notes for each in noted(sheet) if not each.private}
    then = LAST - dt.timedelta(days=2)
    assert found == {("pale", LAST): (), ("yellow", then): (), ("pale", then): ("of its own",)}


def test_a_product_is_new_once_the_journal_has_named_others_for_28_days() -> None:
    sheet = Sheet()
    sheet.dose(60, product=LEAF)
    sheet.dose(33, product=SHOT)  # on the 28th day: not yet
    sheet.dose(32, product=SECOND_LEAF)
    sheet.dose(3, product=SECOND_LEAF)
    assert sheet.summary().new_products == (NewProduct("leaf2", LAST - dt.timedelta(days=32)),)


def test_a_product_of_earlier_years_is_not_new() -> None:
    sheet = Sheet()
    sheet.dose(60, product=LEAF)
    sheet.dose(5, product=SHOT)
    sheet.first_uses = {SHOT.id: sheet.at(900, 8)}
    assert sheet.summary().new_products == (NewProduct("leaf", LAST - dt.timedelta(days=60)),)
