"""The sheet for a pharmacist, read back from real PDFs: what stands on it, and what never does."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from journal.core.amounts import Basis, Dimension
from journal.core.entries import Condition, Entry, Intake, LabResult, Rating, Statement, Substance, Symptom, Unit
from journal.core.health import ConditionKind, Lab, Stated, Subject
from journal.core.moments import moment_at
from journal.core.substances import Source, Taken
from journal.core.symptoms import SymptomKind
from journal.guidance.interactions import Level, classes
from journal.guidance.level_words import LEVELS
from journal.reports import sheet_facts
from journal.reports.page_1_layout import FOOTER, MARGIN
from journal.reports.sheet_options import SheetKind, usually_shown
from journal.texts import english
from tests.insights.sheet import LEAF, PERIOD, SHOT, Sheet
from tests.oracle.read_back import pages_of
from tests.reports.made_sheets import EVERY_KIND, MADE, at, daily, everything, made, words_of
from tests.reports.text_boxes import text_boxes

pytestmark = pytest.mark.usefixtures("qapp")
FOOT = MARGIN + FOOTER
PHARMACIST = SheetKind.PHARMACIST
ALL, USUAL = everything(PHARMACIST), usually_shown(PHARMACIST)


def sheet(*entries: Entry, doses: Sheet | None = None, **options: Any) -> str:
    return words_of(PHARMACIST, entries, doses, **options)


def test_it_says_what_it_is_and_that_nobody_reviewed_what_the_list_says() -> None:
    said = sheet(*EVERY_KIND, doses=daily(), shown=ALL, name="Sam Doe")
    assert said.startswith("For the pharmacist: please check this list Made 1 Jun 2026 Name: Sam Doe")
    assert "Written down by the person; not compared with prescriptions" in said
    assert "People are not asked every day, and entries can be left out." in said
    assert "proposed by the program, not reviewed" in said
    assert "Pharmacist’s advice To be told to my prescriber: yes no" in said
    assert "Medicines are looked at with kratom, not with each other." in said
    assert "No prescribed medicine should be stopped because of this sheet." in said


def test_the_day_of_the_list_stands_only_where_no_medicine_is_withheld() -> None:
    said = "List looked through by the person on 31 May 2026; not all of it need be here."
    shown = [entry for entry in EVERY_KIND if not entry.private]
    assert said in sheet(*shown, shown=ALL) and said not in sheet(*EVERY_KIND, shown=ALL)


def test_each_product_has_kind_strength_doses_a_day_and_since_when() -> None:
    said = sheet(doses=daily())
    assert "Kratom last 28 days, to 31 May 2026, and since, to 1 Jun, 09:00; labels, not tested" in said
    assert "Green leaf powder; strength not said 3 on days it was taken (median) 4 May 2026" in said
    assert "Seven 7-OH; strength not said 1 on days it was taken (median) 22 May 2026" in said
    assert "Kratom products contain substances that act on opioid receptors [1]." in said
    assert "[1] British Journal of Pharmacology" in said


def test_an_own_unit_says_how_much_one_piece_is_where_no_strength_was_written_down() -> None:
    tablet = Unit(product="seven", name="tablet", quantity=20, dimension=Dimension.MASS)
    older = Unit(product="seven", name="Tablet", quantity=15, dimension=Dimension.MASS)
    others = (
        Unit(product="leaf", name="spoon"), Unit(product="leaf", name="cup", quantity=9, dimension=Dimension.MASS,
        private=True),
    )  # fmt: skip
    said = sheet(tablet, older, *others, doses=daily())
    assert "Seven 7-OH; 1 tablet = 20 mg as entered" in said
    assert "Green leaf powder; strength not said" in said
    assert "15 mg" not in said


def test_few_days_have_no_median_and_a_product_that_is_not_named_says_so() -> None:
    doses = Sheet()
    for day in (1, 2):
        doses.dose(day)
    doses.dose(3, product=None)
    doses.dose(40, product=LEAF)
    said = sheet(doses=doses)
    assert "2 doses in all 21 Apr 2026" in said, "first written down before the 28 days"
    assert "Product not said kind not said 1 dose in all" in said


def test_private_doses_are_nowhere() -> None:
    doses = Sheet()
    doses.dose(1, private=True)
    assert sheet(doses=doses) == sheet()


def test_medicines_stand_as_they_were_typed_with_what_they_were_recognised_as() -> None:
    said = sheet(*EVERY_KIND, shown=USUAL)
    assert "zopiclone 3.75 mg, at night zopiclone prescribed since 1 May 2024" in said
    assert "Relax blend not recognised over the counter not said" in said
    assert "ibuprofen ibuprofen last written down 27 May 2026" in said
    assert "Names not recognised, so not checked: Relax blend. This does not mean safe." in said
    assert "Xanax 1 mg alprazolam" in sheet(Substance(name="Xanax", amount="1 mg"))
    said = sheet(Substance(name="half a Xanax + qwertz"))
    assert "alprazolam · not recognised in it, so not checked: qwertz" in said
    assert "Names not recognised, so not checked: qwertz. This does not mean safe." in said


def test_what_is_recognised_and_in_no_row_says_that_there_is_nothing_to_quote() -> None:
    """Four results: a class, nothing in the list, not recognised, nothing entered."""
    medicines = [Substance(name=name, source=Source.PRESCRIBED) for name in ("Sertraline", "Magnesium", "Qwertzol")]
    said = sheet(*medicines, shown=ALL)
    assert "Recognised, with nothing to quote in this program’s list: Magnesium." in said
    assert "Names not recognised, so not checked: Qwertzol." in said and "Not listed does not mean safe." in said
    assert "nothing to quote" not in sheet(medicines[0], shown=ALL)
    assert "has nothing to quote for what is written above" in sheet(medicines[1], shown=ALL)


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        (ConditionKind.SEIZURES, "Tramadol", "With the seizures above, these are linked with seizures, too: Tramadol."),
        (ConditionKind.HEART, "Methadone", "these can act on heart rhythm: Methadone."),
        (ConditionKind.SLEEP_APNOEA, "Zolpidem", "With the sleep apnoea above, these can make sleepy: Zolpidem."),
        (ConditionKind.BREATHING, "Zolpidem", "these can make sleepy: Zolpidem."),
        (ConditionKind.LIVER, "Paracetamol", "these can burden the liver: Paracetamol."),
    ],
)  # fmt: skip
def test_a_condition_is_linked_with_what_is_taken_beside_it(kind: ConditionKind, name: str, said: str) -> None:
    condition = Condition(what=kind)
    entries = (condition, Substance(name=name, source=Source.PRESCRIBED), Substance(name="Omeprazole"))
    assert said in sheet(*entries, shown=ALL)
    assert said not in sheet(*entries[1:], shown=ALL)
    assert said not in sheet(replace(condition, private=True), *entries[1:], shown=USUAL)
    over = Substance(name=name, until=dt.date(2026, 5, 1))
    assert said not in sheet(condition, over, shown=ALL)


def test_what_the_list_says_is_mechanism_kind_of_evidence_and_source() -> None:
    said = sheet(Substance(name="Xanax"))
    benzodiazepines = classes()["benzodiazepines"]
    assert f"Xanax Benzodiazepines {benzodiazepines.mechanism}" in said
    assert "a study in people; the other substance’s own effects [2, 3]" in said
    assert re.search(r"\[3\] \S.*https?://", said)


def test_every_class_stands_there_on_as_many_pages_as_it_needs() -> None:
    members = {key: each.members[0] for key, each in classes().items()}
    said = sheet(*(Substance(name=name, source=Source.PRESCRIBED) for name in members.values()))
    assert "no room" not in said
    missing = [each.name for each in classes().values() if f" {each.name} " not in said]
    assert missing == []


def test_what_is_to_be_asked_about_today_stands_first() -> None:
    """Nardil and naltrexone before twelve others that were written down before them."""
    names = (
        "sertraline", "ibuprofen", "clarithromycin", "metformin", "omeprazole", "amlodipine", "warfarin", "fluconazole",
        "ciprofloxacin", "hydroxyzine", "bupropion", "modafinil", "Nardil", "naltrexone",
    )  # fmt: skip
    said = sheet(*(Substance(name=name, source=Source.PRESCRIBED) for name in names))
    table = said[said.index("Kind of evidence") : said.index("Not listed does not mean safe")]
    places = [table.index(f"{name} ") for name in ("Nardil", "naltrexone")]
    assert max(places) < min(table.index(f"{name} ") for name in ("sertraline", "clarithromycin", "hydroxyzine"))


@pytest.mark.quick_every(10)
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("medicines", range(8))
def test_the_advice_is_written_on_page_1_while_two_lines_have_room_there(paper: str, medicines: int) -> None:
    names = ("sertraline", "ibuprofen", "zopiclone", "metformin", "omeprazole", "amlodipine", "bisoprolol", "aspirin")
    listed = [Substance(name=name, amount="10 mg", source=Source.PRESCRIBED) for name in names[:medicines]]
    pdf = made(PHARMACIST, listed, daily(), paper=paper, shown=ALL)
    first, *others = pages_of(pdf)
    lowest = min(box.bottom for box in text_boxes(pdf) if "page 1" not in box.words.lower() and box.bottom > FOOT)
    if "Pharmacist’s advice" in first:
        assert "To be told to my prescriber:" in first
    else:
        assert "Pharmacist’s advice" in others[0]
        assert lowest - FOOT < 90, "there was room"


def test_no_level_and_no_verdict_stands_on_it() -> None:
    said = sheet(*EVERY_KIND, doses=daily(), shown=ALL)
    assert not [words for level, words in LEVELS.items() if level is not Level.NOT_STUDIED and words in said]
    assert not re.search(r"\bnone\b|no interaction|healthy|all clear|no danger", said, re.IGNORECASE)


def test_the_word_none_is_found_where_it_stands() -> None:
    """That the test above can fail."""
    said = sheet(Substance(name="None of it"))
    assert re.search(r"\bnone\b", said, re.IGNORECASE)


NEVER = (
    "depressionword", "painword", "placeword", "dependenceword", "noteword", "reasonword", "substancenote",
    "intakenote", "conditionnote", "labnote", "statementnote", "goalword", "purposeword", "personname", "private",
    "Alex", "555", "PHQ", "PEG", "mood", "suicid", "urge", "written down on", "2.5 g", "7.5", "adherence", "own limit",
)  # fmt: skip


def test_what_is_never_on_it_is_not_on_it_even_with_everything_chosen() -> None:
    said = sheet(*EVERY_KIND, doses=daily(), shown=ALL).casefold()
    assert not [words for words in NEVER if words.casefold() in said]


def test_a_planted_leak_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words above are those that a leak would print: mental health among the conditions, and private entries."""
    monkeypatch.setattr(sheet_facts, "_ELSEWHERE", frozenset())
    monkeypatch.setattr(
        "journal.reports.pharmacist_health._ORGANS", (("All", tuple(ConditionKind)),)
    )  # fmt: skip
    said = sheet(*EVERY_KIND, shown=ALL)
    assert "depressionword" in said
    assert "painword" in said


@pytest.mark.quick_every(3)
@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("conditions", ("Liver fatty liver since 1 Jan 2020", "Kidney kidneyword", "Heart long QT", "apnoeaword",
                        "Seizures epilepsyword until 1 Jan 2019")),
        ("pregnancy", ("Pregnancy, breastfeeding weekword",)),
        ("alcohol", ("Alcohol at least 9 drinks in 28 days to 31 May 2026, as written down",)),
        ("cannabis", ("Cannabis cannabis last written down 26 May 2026",)),
        ("other_substances", ("phenibut phenibut neither",)),
        ("lab_results", ("Laboratory values ALT 68 U/l on 31 May 2026, above the range printed there (0-45)",)),
        ("questions", ("Questions of the person ☐ May I take both?",)),
    ],
)  # fmt: skip
def test_what_is_chosen_is_printed_and_only_then(field: str, words: tuple[str, ...]) -> None:
    assert all(each in sheet(*EVERY_KIND, shown=frozenset({field})) for each in words)
    without = sheet(*EVERY_KIND, shown=ALL - {field})
    assert not [each for each in words if each in without]


SEIZURE = Symptom(code="seizure", kind=SymptomKind.WARNING)


def fit(back: int, **fields: Any) -> Rating:
    return Rating(**{"at": at(back), "symptom": SEIZURE.id, "value": 8, **fields})


def test_a_seizure_that_was_noted_is_told_with_its_day_and_not_asked() -> None:
    noted = (SEIZURE, fit(3), fit(3, value=2), Rating(at=at(1), symptom="pain", value=9))
    said = sheet(*noted, shown=ALL)
    assert "Seizures one was noted on 28 May 2026" in said
    assert "Seizures no yes" not in said and "8 of 10" not in said
    several = sheet(*noted, fit(40), Condition(what=ConditionKind.SEIZURES, name="epilepsyword"), shown=ALL)
    assert "Seizures epilepsyword; noted on 2 days, the last 28 May 2026" in several
    assert "one was noted on 28 May 2026" in sheet(SEIZURE, fit(3, value=None), shown=ALL)
    own = Symptom(name="had a seizure", kind=SymptomKind.SYMPTOM)
    assert "one was noted on 28 May 2026" in sheet(own, fit(3, symptom=own.id), shown=ALL)


@pytest.mark.parametrize(
    "entries",
    [(SEIZURE,), (SEIZURE, fit(3, value=0)), (replace(SEIZURE, private=True), fit(3))],
)
def test_of_a_seizure_that_was_not_noted_or_is_private_nothing_is_told(entries: tuple[Entry, ...]) -> None:
    assert sheet(*entries, shown=ALL) == sheet(shown=ALL)


def test_a_seizure_is_told_only_where_such_conditions_are_chosen() -> None:
    said = sheet(SEIZURE, fit(3), shown=ALL - {"conditions"})
    assert "was noted" not in said and "Seizures no yes" in said


@pytest.mark.parametrize("hours", [1, 46, 200])
def test_alcohol_has_the_last_day_on_which_it_was_written_down(hours: int) -> None:
    when = moment_at(MADE.utc_ms - hours * 3_600_000, "UTC")
    said = sheet(Intake(at=when, what=Taken.ALCOHOL, drinks=2000), shown=ALL)
    assert f"last written down {english().short_day(when.local.date())}" in said
    none = Intake(at=when, what=Taken.ALCOHOL, drinks=0)
    assert "last written down" not in sheet(none, shown=ALL)


def test_drinks_of_today_are_not_among_those_of_the_28_days_to_yesterday() -> None:
    before, today = at(0), moment_at(MADE.utc_ms - 3_600_000, "UTC")
    drunk = (Intake(at=before, what=Taken.ALCOHOL, drinks=2000), Intake(at=today, what=Taken.ALCOHOL, drinks=3000))
    assert "Alcohol at least 2 drinks in 28 days to 31 May 2026" in sheet(*drunk, shown=ALL)
    only_today = sheet(drunk[1], shown=ALL)
    assert "drinks in" not in only_today
    assert "Alcohol alcohol" in only_today and "Alcohol no yes" not in only_today


def test_allergies_and_a_planned_operation_stand_on_every_sheet() -> None:
    said = sheet(*EVERY_KIND)
    assert "Allergies penicillin rash" in said
    assert "Planned operation kneeword on 14 Aug 2026" in said


def test_what_was_typed_as_planned_stands_there_beside_what_is_written_down() -> None:
    said = sheet(*EVERY_KIND, planned="dentist on 2 Jun")
    assert "Planned operation or visit dentist on 2 Jun; kneeword on 14 Aug 2026" in said
    alone = sheet(planned="operation on 30 June")
    assert "Planned operation or visit operation on 30 June" in alone
    assert "Planned operation no yes" not in alone


BOXES = (
    "Planned operation no yes date", "Allergies no yes to", "Liver no yes", "Kidney no yes", "Heart no yes",
    "Breathing, sleep apnoea no yes", "Seizures no yes", "Pregnant, breastfeeding no yes", "Alcohol no yes",
    "Cannabis no yes", "Other substances no yes", "Recent laboratory values no yes",
)  # fmt: skip


def test_what_was_never_asked_has_boxes_and_lines() -> None:
    said = sheet()
    assert all(each in said for each in BOXES)
    assert "Not on this sheet please ask; not on it is not “no”" in said
    assert "List checked" not in said


def test_a_no_and_what_is_left_out_look_like_what_was_never_asked() -> None:
    """Answered with no, withheld by the person, marked private: one and the same sheet."""
    said = (
        Statement(day=PERIOD.last, subject=Subject.NO_CONDITIONS),
        Statement(day=PERIOD.last, subject=Subject.NO_ALLERGIES),
    )
    withheld = (
        Condition(what=ConditionKind.LIVER, name="fatty liver"),
        Condition(what=ConditionKind.PREGNANCY, private=True),
        Condition(what=ConditionKind.ALLERGY, name="penicillin", private=True),
        Intake(at=EVERY_KIND[5].at, what=Taken.ALCOHOL),  # type: ignore[attr-defined]
        LabResult(day=PERIOD.last, what=Lab.ALT, value="68"),
        Substance(name="morphine", private=True),
        Substance(name="phenibut"),
    )
    assert sheet() == sheet(*said) == sheet(*withheld)


def test_an_old_list_says_that_it_was_not_checked_since() -> None:
    old = Statement(day=PERIOD.last - dt.timedelta(days=200), subject=Subject.NOTHING_ELSE)
    assert "List from 12 Nov 2025, not checked by the person since." in sheet(old)
    unsure = Statement(day=PERIOD.last, subject=Subject.NOTHING_ELSE, answer=Stated.NOT_SURE)
    assert "31 May 2026, not checked" not in sheet(unsure)


def test_a_list_that_grew_after_it_was_checked_is_not_said_to_be_checked() -> None:
    """Both on one day, as it happens: the tick, then one more medicine a minute later."""
    said = Statement(day=PERIOD.last, subject=Subject.NOTHING_ELSE, recorded_ms=60_000)
    before, after = Substance(name="metformin"), Substance(name="zopiclone")
    times = {before.id: 30_000, after.id: 120_000}
    checked = "List looked through by the person on 31 May 2026; not all of it need be here."
    assert checked in sheet(said, before, written_ms=times)
    grown = sheet(said, before, after, written_ms=times)
    assert "List from 31 May 2026, not confirmed by the person since it changed." in grown and checked not in grown


def test_what_was_taken_after_the_list_was_checked_stands_beside_its_date() -> None:
    said = Statement(day=PERIOD.last - dt.timedelta(days=9), subject=Subject.NOTHING_ELSE)
    earlier, later = (
        Intake(at=at(10), what=Taken.OWN, name="aspirin"),
        Intake(at=at(3), what=Taken.OWN, name="ibuprofen"),
    )
    checked = "List looked through by the person on 22 May 2026; not all of it need be here."
    assert f"{checked} Since then also written down: ibuprofen." in sheet(said, earlier, later)
    assert checked in sheet(said, earlier) and "Since then" not in sheet(said, earlier)


@pytest.mark.parametrize(
    ("what", "name", "told"), [(Taken.ALCOHOL, "beer", "Alcohol"), (Taken.OWN, "aspirin", "aspirin")]
)
def test_what_was_taken_before_the_tick_and_written_down_after_it_stands_beside_its_date(
    what: Taken, name: str, told: str
) -> None:
    said = Statement(day=PERIOD.last, subject=Subject.NOTHING_ELSE, recorded_ms=60_000)
    before, after = (Intake(at=at(1), what=what, name=name, recorded_ms=ms) for ms in (60_000, 60_001))
    checked = "List looked through by the person on 31 May 2026; not all of it need be here."
    assert f"{checked} Since then also written down: {told}." in sheet(said, after, shown=ALL)
    assert checked in sheet(said, before, shown=ALL) and "Since then" not in sheet(said, before, shown=ALL)


def test_what_is_withheld_does_not_betray_itself_by_outdating_the_list() -> None:
    said = Statement(day=PERIOD.last, subject=Subject.NOTHING_ELSE, recorded_ms=60_000)
    beer = Substance(name="beer", private=True)
    assert sheet(said, beer, written_ms={beer.id: 120_000}) == sheet(said)


def test_two_of_a_kind_are_named_together() -> None:
    two = [Substance(name="Haldol", source=Source.PRESCRIBED), Substance(name="Zofran", source=Source.PRESCRIBED)]
    assert "These can act on heart rhythm: Haldol, Zofran. Kratom may act on heart rhythm, too. [" in sheet(*two)
    assert "These can act on heart rhythm" not in sheet(*two[:1])


def test_without_a_list_it_is_a_form(qapp: QApplication) -> None:
    bare, listed = sheet(), sheet(Substance(name="metformin"))
    assert "This program’s list has nothing to quote for what is written above. Not listed does not mean safe." in bare
    assert "metformin metformin" in listed


def test_kratom_among_the_medicines_is_not_held_against_itself() -> None:
    said = sheet(Substance(name="kratom"))
    assert "nothing to quote" in said


def test_a_weighed_dose_tells_no_amount() -> None:
    doses = Sheet()
    for day in range(28):
        doses.dose(day, 4.321, basis=Basis.WEIGHED)
    assert "4.3" not in sheet(doses=doses, shown=ALL)


def test_no_total_looks_whole_where_doses_are_left_out() -> None:
    doses = Sheet()
    for day in range(10):
        doses.dose(day)
    doses.dose(1, product=SHOT)
    assert "1 on days it was taken (median)" in sheet(doses=doses)
    assert "at least" not in sheet(doses=doses)
    doses.dose(2, hour=12, private=True)
    said = sheet(doses=doses)
    assert "at least 1 on days it was taken (median)" in said
    assert "at least 1 dose in all" in said
    assert "1 dose was written down and is left out." in said


def test_two_that_make_sleepy_are_said_to_add_up_and_what_is_withheld_or_over_is_not_among_them() -> None:
    listed = [Substance(name=name, source=Source.PRESCRIBED) for name in ("zopiclone", "gabapentin", "sertraline")]
    over = Substance(name="diazepam", source=Source.PRESCRIBED, until=dt.date(2026, 5, 1))
    said = sheet(*listed, over, Substance(name="morphine", private=True), shown=ALL)
    quote = "These and kratom add up: gabapentin, zopiclone. Together they can slow breathing until it stops. ["
    assert quote in said and said.index(quote) > said.index("Kind of evidence")
    assert "add up" not in sheet(listed[0], listed[2], over, shown=ALL)
