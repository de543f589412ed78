"""The emergency card, read back from real PDFs: what stands on it, what never does, and how it is folded."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.lib.units import mm

from journal.core.entries import (
    Condition,
    Contact,
    DayMarkKind,
    Entry,
    Intake,
    Rating,
    Statement,
    Substance,
    Symptom,
)
from journal.core.health import ConditionKind, Subject
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.reports import emergency_card
from journal.reports.card_layout import CARD
from journal.reports.options import ReportOptions
from journal.reports.pdf import make_pdf
from journal.reports.sheet_options import CHOICES, SheetKind, SheetOptions, usually_shown
from journal.reports.sheets import make_sheet
from journal.texts import english
from tests.insights.sheet import PERIOD, SEVEN_OH, SHOT, SYMPTOMS, UNSAID, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.extremes import OnPaper
from tests.reports.made_sheets import EVERY_KIND, MADE, TODAY, at, daily, everything, made, words_of
from tests.reports.text_boxes import text_boxes

pytestmark = pytest.mark.usefixtures("qapp")
EMERGENCY = SheetKind.EMERGENCY
ALL, USUAL = everything(EMERGENCY), usually_shown(EMERGENCY)


def card(*entries: Entry, doses: Sheet | None = None, **options: Any) -> str:
    return words_of(EMERGENCY, entries, doses, **options)


def test_it_says_what_a_finder_needs_in_these_words() -> None:
    said = card(*EVERY_KIND, doses=daily(), shown=USUAL)
    for words in (
        "Medical information Made 1 Jun 2026. May be out of date.",
        "Takes kratom (acts on opioid receptors): leaf, 7-OH In the last 28 days: leaf daily; 7-OH on 10 days.",
        "Not breathing well: call the emergency number and give naloxone. May be needed again.",
        "Usual drug tests do not find it.",
        "If admitted: withdrawal is possible, please treat it.",
        "Allergies: penicillin rash",
        "Medicines: zopiclone, Relax blend, sertraline, ibuprofen",
    ):
        assert words in said


def test_the_emergency_number_stands_before_the_contact_and_apart_from_it() -> None:
    said = card(*EVERY_KIND, doses=daily(), shown=ALL, emergency="911")
    assert "Not breathing well: call 911 and give naloxone. May be needed again." in said
    assert "Contact: Alex Sample, 555-0100" in said
    assert "Call: " not in said


def test_name_and_contact_are_lines_to_write_on_as_far_as_there_is_room() -> None:
    blank = r"Contact: _{20,} Name, born: _{20,}"
    said = card(*EVERY_KIND, doses=daily(), shown=USUAL)
    assert re.search(blank, said) and "Alex Sample" not in said
    printed = card(*EVERY_KIND, doses=daily(), shown=USUAL | {"contact"})
    assert printed.count("Contact:") == 1 and re.search(r"Alex Sample, 555-0100 Name, born: _{20,}", printed)
    assert "Name, born" not in card(*medicines(4), shown=USUAL)


def test_it_can_say_a_plant_product_and_then_names_kratom_nowhere() -> None:
    said = card(*EVERY_KIND, doses=daily(), shown=ALL, plant=True)
    assert "Takes a plant product that acts on opioid receptors: leaf" in said
    assert "kratom" not in said.casefold()
    assert "mitragyn" not in said.casefold()
    assert b"kratom" not in made(EMERGENCY, EVERY_KIND, daily(), shown=ALL, plant=True).lower()


def test_with_the_usual_wording_every_sentence_has_its_source() -> None:
    said = card()
    assert "Where the sentences come from" in said
    assert said.count("https://") >= 5


NEVER = (
    "depressionword", "painword", "placeword", "dependenceword", "noteword", "reasonword", "substancenote",
    "intakenote", "conditionnote", "goalword", "purposeword", "personname", "private", "contactnote", "PHQ", "PEG",
    "mood", "suicid", "urge", "kidneyword", "apnoeaword", "kneeword", "May I take", "ALT", "Green", "Seven", "median",
    "rising", "Leaf Journal", "Sam Doe", "since",
)  # fmt: skip


def test_what_is_never_on_it_is_not_on_it_even_with_everything_chosen() -> None:
    said = card(*EVERY_KIND, doses=daily(), shown=ALL, name="Sam Doe")
    assert not [words for words in NEVER if words.casefold() in said.casefold()]
    assert not re.search(r"\bnone\b", said, re.IGNORECASE)


def test_a_planted_leak_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = (("Heart", "liver", ConditionKind.MENTAL_HEALTH), ("Liver", "liver", ConditionKind.OTHER))
    monkeypatch.setattr(emergency_card, "_CHOSEN", kinds)
    said = card(*EVERY_KIND, shown=ALL)
    assert "depressionword" in said
    assert "dependenceword" in said


CHOSEN = (
    ("medicines", ("Medicines: zopiclone, Relax blend",)),
    ("seizures", ("Seizures: epilepsyword",)),
    ("heart", ("Heart: long QT",)),
    ("liver", ("Liver: fatty liver",)),
    ("pregnancy", ("Pregnancy: weekword",)),
    ("contact", ("Contact: Alex Sample, 555-0100",)),
    ("alcohol", ("Also takes: Alcohol",)),
    ("cannabis", ("Also takes: Cannabis",)),
    ("other_substances", ("Also takes: phenibut",)),
    ("amounts", ("leaf 7.5 g in 3 doses a day",)),
)


@pytest.mark.parametrize(("field", "words"), CHOSEN)
def test_what_is_chosen_is_printed_and_only_then(field: str, words: tuple[str, ...]) -> None:
    assert field in {choice.field for choice in CHOICES[EMERGENCY]}
    said = card(*EVERY_KIND, doses=daily(), shown=frozenset({field}))
    assert all(each in said for each in words)
    without = card(*EVERY_KIND, doses=daily(), shown=ALL - {field})
    assert not [each for each in words if each in without]


def test_a_seizure_that_was_noted_stands_on_the_card_where_seizures_are_chosen() -> None:
    seizure = Symptom(code="seizure", kind=SymptomKind.WARNING)
    noted = (seizure, Rating(at=at(3), symptom=seizure.id, value=1))
    assert "Seizures: one was noted on 28 May 2026" in card(*noted, shown=USUAL | {"seizures"})
    assert "Seizure" not in card(*noted, shown=USUAL)


def test_every_choice_of_the_card_is_tried_above() -> None:
    assert {field for field, _ in CHOSEN} == ALL


def test_amounts_of_medicines_stand_only_where_amounts_were_chosen() -> None:
    medicine = Substance(name="sertraline", amount="50 mg", source=Source.PRESCRIBED)
    assert "Medicines: sertraline 50 mg" in card(medicine, shown=USUAL | {"amounts"})
    assert "50 mg" not in card(medicine, shown=USUAL)


def test_what_blocks_opioids_says_whether_it_is_taken_yet() -> None:
    planned = Substance(name="naltrexone", amount="50 mg", how_often="not begun", source=Source.PRESCRIBED)
    other = Substance(name="sertraline", how_often="at night")
    assert "Medicines: naltrexone (not begun), sertraline " in f"{card(planned, other, shown=USUAL)} "
    assert "naltrexone 50 mg (not begun)" in card(planned, shown=USUAL | {"amounts"})
    assert "(only only" in card(replace(planned, how_often="only " * 40), shown=USUAL)


ENDED = (
    ("oxycodone", 9, "oxycodone (until 23 May 2026)"),
    ("oxycodone", 14, "oxycodone (until 18 May 2026)"),
    ("oxycodone", 15, ""),
    ("methadone", 27, "methadone (until 5 May 2026)"),
    ("fluoxetine", 45, "fluoxetine (until 17 Apr 2026)"),
    ("fluoxetine", 61, ""),
    ("oxycodone", 0, "oxycodone"),
)


@pytest.mark.parametrize(("name", "days", "shown"), ENDED)
def test_what_ended_is_never_listed_as_current(name: str, days: int, shown: str) -> None:
    until = TODAY - dt.timedelta(days=days)
    ended = Substance(name=name, since=dt.date(2026, 1, 1), until=until, source=Source.PRESCRIBED)
    said = card(ended, Substance(name="ibuprofen"), doses=daily(), shown=USUAL)
    names = ("ibuprofen", shown) if name == "fluoxetine" else (shown, "ibuprofen")  # sedatives stand first
    assert f"Medicines: {', '.join(filter(None, names))} " in f"{said} "


def test_one_day_ends_a_medicine_for_page_1_the_sheet_and_the_card() -> None:
    ended = Substance(name="oxycodone", since=dt.date(2026, 1, 1), until=PERIOD.last, source=Source.PRESCRIBED)
    journal = OnPaper(daily(), SYMPTOMS, (ended,))
    page_1 = pages_of(make_pdf(journal, ReportOptions(PERIOD), english(), MADE))[0]
    sheet = words_of(SheetKind.PHARMACIST, (ended,), daily(), shown=everything(SheetKind.PHARMACIST))
    for said in (" ".join(page_1.split()), sheet, card(ended, doses=daily(), shown=USUAL)):
        assert "until 31 May 2026" in said


def test_what_was_written_down_after_its_end_stays_on_the_card() -> None:
    ended = Substance(id="o", name="oxycodone", since=dt.date(2026, 1, 1), until=TODAY - dt.timedelta(days=20))
    said = card(ended, Intake(at=at(3), what=Taken.OWN, substance="o"), doses=daily(), shown=USUAL)
    assert "Medicines: oxycodone (until 12 May 2026)" in said


def test_where_naloxone_is_kept_is_what_was_typed_for_this_card() -> None:
    assert "Naloxone is kept: left kitchen drawer" in card(naloxone="left kitchen drawer")
    assert "Naloxone is kept" not in card(*EVERY_KIND, shown=ALL)


def test_what_is_not_known_has_boxes_and_lines() -> None:
    said = card()
    assert "Takes kratom (acts on opioid receptors): ☐ leaf ☐ extract ☐ 7-OH ☐ daily ☐ not daily" in said
    assert "Allergies: ☐ no ☐ yes, to ____" in said
    assert "Medicines: ____" in said


def test_a_no_and_what_is_left_out_look_like_what_was_never_asked() -> None:
    subjects = (Subject.NOTHING_ELSE, Subject.NO_CONDITIONS, Subject.NO_ALLERGIES)
    said = [Statement(day=PERIOD.last, subject=subject) for subject in subjects]
    private = (
        Substance(name="morphine", private=True), Contact(name="Alex", private=True),
        Condition(what=ConditionKind.ALLERGY, name="penicillin", private=True),
        Condition(what=ConditionKind.SEIZURES, private=True),
    )  # fmt: skip
    asked = (Intake(at=at(2), what=Taken.ALCOHOL), Condition(what=ConditionKind.PREGNANCY, private=True))
    doses = Sheet()
    for day in range(28):
        doses.dose(day, private=True)
    assert card(*private, shown=ALL) == card(shown=ALL) == card(*said) == card(*asked) == card(doses=doses)


def test_daily_is_said_only_of_days_that_are_known() -> None:
    doses = Sheet()
    for day in range(20):
        doses.dose(day)
    assert "On each of the 20 days written down in the last 28 days." in card(doses=doses)
    for day in range(20, 24):
        doses.mark(day)
    assert "Not daily: on 20 of 24 days written down." in card(doses=doses)
    for day in range(20, 28):
        doses.dose(day)
    assert "(acts on opioid receptors): leaf, daily." in card(doses=doses)
    few = Sheet()
    few.dose(1)
    few.mark(2, DayMarkKind.NUMBER_NOT_KNOWN)
    assert "☐ daily ☐ not daily" in card(doses=few)


def test_each_kind_says_on_how_many_days_it_was_taken() -> None:
    doses = Sheet()
    for day in range(11):
        doses.dose(day)
    doses.dose(3, product=SEVEN_OH)
    doses.dose(3, product=SEVEN_OH, hour=20)
    doses.dose(-1, product=SHOT)  # on the day of the card, before nine
    assert (
        "Takes kratom (acts on opioid receptors): leaf, extract, 7-OH Of 11 days written down in the last 28 days: "
        "leaf on each; extract on "
        "1 Jun 2026 only; 7-OH on 1 day."
    ) in card(doses=doses)


def test_the_kind_is_said_and_what_is_not_said_is_said_too() -> None:
    doses = Sheet()
    for product in (UNSAID, SHOT, SEVEN_OH):
        doses.dose(1, product=product)
    assert "Takes kratom (acts on opioid receptors): extract, 7-OH, kind not said" in card(doses=doses)
    unsaid = Sheet()
    unsaid.dose(1, product=UNSAID)
    assert "Takes kratom (acts on opioid receptors): ☐ leaf ☐ extract ☐ 7-OH" in card(doses=unsaid)


def test_many_medicines_are_counted_on_the_card_and_stand_in_full_below_it() -> None:
    entries = [Substance(name=f"medicine number {number}", source=Source.PRESCRIBED) for number in range(40)]
    said = card(*entries, shown=ALL)
    on_card, below = said.split("Not on the card, or only in part, for want of room")
    missing = re.search(r"and (\d+) more, NOT here", on_card)
    assert missing
    printed = len(re.findall(r"medicine number \d+", on_card))
    assert printed + int(missing[1]) == 40
    assert len(re.findall(r"medicine number \d+", below)) == int(missing[1])


MEDICINES = (
    ("Insulin glargine", "22 units"), ("Warfarin", "5 mg"), ("Levothyroxine", "75 mcg"), ("Sertraline", "50 mg"),
    ("Acetylsalicylic acid enteric coated", "100 mg"), ("Metoprolol succinate extended release", "47.5 mg"),
    ("Prednisolone", "5 mg"), ("Insulin lispro", "6 units"), ("Clonazepam", "0.5 mg"),
)  # fmt: skip


def medicines(times: int = 1) -> list[Substance]:
    return [
        Substance(name=name if time == 0 else f"{name} {time}", amount=amount, source=Source.PRESCRIBED)
        for time in range(times)
        for name, amount in MEDICINES
    ]


def test_nine_medicines_have_room_with_their_amounts() -> None:
    said = card(*medicines(), shown=USUAL | {"amounts"})
    assert all(f"{name} {amount}" in said for name, amount in MEDICINES)
    assert "only in part" not in said


def test_amounts_give_way_before_a_medicine_does_and_the_card_says_so() -> None:
    entries = medicines(4)
    said = card(*entries, shown=USUAL | {"amounts"})
    on_card, below = said.split("Not on the card, or only in part, for want of room")
    assert "(amounts only in part)" in on_card and "NOT here" not in on_card
    assert all(entry.name in on_card for entry in entries)
    for entry in entries:
        whole = f"{entry.name} {entry.amount}"
        assert (f"{whole}," in on_card) != (whole in below), whole


def test_what_is_only_in_part_is_told_to_who_makes_the_card() -> None:
    def in_part(*entries: Entry) -> tuple[str, ...]:
        journal = OnPaper(Sheet(), SYMPTOMS, entries)
        return make_sheet(journal, SheetOptions(EMERGENCY, shown=USUAL | {"amounts"}), english(), MADE).in_part

    assert in_part(*medicines()) == ()
    assert "Warfarin 3 5 mg" in in_part(*medicines(4))


def test_each_field_has_the_size_of_a_card_and_folded_one_word_is_outside() -> None:
    assert tuple(round(each / mm, 1) for each in CARD) == (85.6, 54.0)
    pdf = made(EMERGENCY, EVERY_KIND, daily(), shown=ALL)
    width, height = (float(each) for each in PdfReader(io.BytesIO(pdf)).pages[0].mediabox[2:])
    boxes = text_boxes(pdf)
    inside = next(box for box in boxes if box.words == "Medical information" and box.size > 0)
    left, top = (width - 2 * CARD[0]) / 2, inside.top + 8
    middle, foot = top - CARD[1], top - 2 * CARD[1]
    outside = [box for box in boxes if foot - 4 < (box.bottom + box.top) / 2 < middle]
    assert [box.words for box in outside] == ["Medical information"]
    (title,) = outside
    assert title.size < 0, "on its head: upright once the lower half is folded back"
    assert left < title.right < title.left < left + CARD[0], "on the left: in front once it is folded in the middle"
    assert height > top


@pytest.mark.slow
def test_everything_inside_stays_inside_of_its_field() -> None:
    long = [
        Condition(what=kind, name="W" * 150, private=kind is ConditionKind.PREGNANCY)
        for kind in ConditionKind
        for _ in range(3)
    ]
    medicines = (Substance(name=f"{number} {'W' * 150}", amount="M" * 80) for number in range(40))
    beside = (
        Intake(at=at(1), what=Taken.ALCOHOL), Intake(at=at(1), what=Taken.CANNABIS),
        Substance(name="phenibut", amount="W" * 100), Contact(name="W" * 150, phone="5" * 100),
    )  # fmt: skip
    entries = (*long, *medicines, *beside)
    doses = daily()
    for product in (SHOT, UNSAID):
        doses.dose(3, product=product)
    pdf = made(EMERGENCY, entries, doses, shown=ALL, plant=True, naloxone="W" * 60)
    width = float(PdfReader(io.BytesIO(pdf)).pages[0].mediabox[2])
    boxes = text_boxes(pdf)
    head = next(box for box in boxes if box.words == "Medical information" and box.size > 0)
    cover = next(box for box in boxes if box.words == "Medical information" and box.size < 0)
    fold, left = head.top + 8 - CARD[1], (width - 2 * CARD[0]) / 2
    on_card = [box for box in boxes if box.size > 0 and box.top <= head.top and box.bottom > cover.bottom]
    assert len(on_card) > 12
    for box in on_card:
        assert box.bottom >= fold + 1, box.words
        side = left if box.left < width / 2 else width / 2
        assert side + 6 <= box.left and box.right <= side + CARD[0] - 6, box.words


def test_no_amount_looks_whole_where_doses_are_left_out() -> None:
    doses = daily()
    assert "at least" not in card(doses=doses, shown=ALL)
    for day in range(28):
        doses.dose(day, hour=22, private=True)
    said = card(doses=doses, shown=ALL)
    assert "leaf at least 7.5 g in at least 3 doses a day" in said
    assert "28 doses were written down and are left out." in said
    assert "left out" not in card(doses=doses, shown=ALL - {"amounts"}), "where no amount stands, nothing is short"


def test_a_card_with_room_is_set_in_larger_type() -> None:
    """A card that is read at night was in the smallest type and half empty; nothing may leave its field for it."""
    sizes = {}
    for name, entries in (("few", ()), ("many", EVERY_KIND)):
        boxes = text_boxes(made(EMERGENCY, entries, daily(), shown=ALL if entries else USUAL))
        sizes[name] = max(box.size for box in boxes if "breathing well" in box.words)
        bottom = max(box.bottom for box in boxes if box.words.startswith("If admitted"))  # named below the card, too
        assert bottom > 841.89 - 36 - 52 - 12 - CARD[1], name  # inside the upper half of the card
    assert sizes["few"] > sizes["many"] >= 7.5
