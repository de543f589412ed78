"""log of kinds that need only their declared fields: values are kept, some begin private, later days are for plans."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from journal.commands.declared_entries import KINDS_LOGGED, keys_of
from journal.core.entries import (
    Batch,
    CheckIn,
    Condition,
    Dose,
    Entry,
    Intake,
    LabResult,
    Measurement,
    Person,
    Plan,
    Product,
    ProductKind,
    Statement,
    Substance,
    Urge,
    YesOrNo,
    new_id,
)
from journal.core.kinds import KINDS
from journal.core.rough_days import RoughDay
from journal.core.substances import Taken
from journal.exchange.objects import to_object
from tests.command_line import Run, refused
from tests.journals import JournalAt

FIRST = dt.date(2025, 3, 1)


def entries_of(journal: JournalAt, kind: str) -> list[Entry]:
    with journal.open(read_only=True) as book:
        return [each for part in book.slices(kind) for each in part]


@pytest.fixture
def at(plain_journal: JournalAt) -> tuple[str | Path, ...]:
    plain_journal.open().close()
    return "--journal", plain_journal.path, "log"


def test_a_medicine_and_an_intake_of_it(run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]) -> None:
    assert run(*at, "substance", "Panadol", "--use", "as_needed", "--since", "2025-03-01")[0] == 0
    assert run(*at, "intake", "painkiller", "--substance", "panadol", "--amount", "2 tablets")[0] == 0
    (substance,), (intake,) = entries_of(plain_journal, "substance"), entries_of(plain_journal, "intake")
    assert isinstance(substance, Substance) and isinstance(intake, Intake)
    assert (substance.source, substance.since, substance.private) == (None, FIRST, False)
    assert (intake.what, intake.substance, intake.name) == (Taken.PAINKILLER, substance.id, "panadol")
    assert "no medicine" in refused(run(*at, "intake", "own", "--substance", "Other"))


def test_a_name_that_is_there_twice_is_refused_until_one_has_ended(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    assert run(*at, "substance", "Panadol", "--until", "2025-03-01")[0] == 0
    assert run(*at, "substance", "panadol", "--amount", "500 mg")[0] == 0
    assert run(*at, "intake", "painkiller", "--substance", "PANADOL")[0] == 0
    taken = [each for each in entries_of(plain_journal, "substance") if isinstance(each, Substance) and not each.until]
    (intake,) = entries_of(plain_journal, "intake")
    assert isinstance(intake, Intake) and [intake.substance] == [each.id for each in taken]
    assert run(*at, "substance", "Panadol", "--amount", "1 g")[0] == 0
    assert "more than once" in refused(run(*at, "intake", "painkiller", "--substance", "Panadol"))


def test_numbers_are_exact(run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]) -> None:
    assert run(*at, "measurement", "--weight", "71,5", "--weight-unit", "kg", "--sleep", "7 1/2")[0] == 0
    (found,) = entries_of(plain_journal, "measurement")
    assert isinstance(found, Measurement) and (found.weight, found.sleep, found.pulse) == (71_500, 7500, None)


@pytest.mark.parametrize("typed", [("195/125",), ("195", "--diastolic", "125"), ("195 / 125 mmHg",)])
def test_a_blood_pressure_can_be_said_as_one(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...], typed: tuple[str, ...]
) -> None:
    assert run(*at, "measurement", "--systolic", *typed)[0] == 0
    (found,) = entries_of(plain_journal, "measurement")
    assert isinstance(found, Measurement) and (found.systolic, found.diastolic) == (195, 125)


def test_a_laboratory_value_can_be_said_with_its_unit(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    assert run(*at, "lab-result", "alt", "--value", "131 U/L")[0] == 0
    (found,) = entries_of(plain_journal, "lab_result")
    assert isinstance(found, LabResult) and (found.value, found.unit) == ("131", "U/L")


def test_what_is_private_by_nature(run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]) -> None:
    for command in (["condition", "pregnancy"], ["condition", "liver"], ["plan", "At night"], ["check-in", "phq2",
                    "--answers", "1", "--answers", "0"]):  # fmt: skip
        assert run(*at, *command)[0] == 0
    line = '{"log": "condition", "what": "pregnancy", "private": false}'
    assert run(*at, "-", given=line)[0] == 0
    conditions = [each for each in entries_of(plain_journal, "condition") if isinstance(each, Condition)]
    assert [(each.what, each.private) for each in conditions] == [
        ("pregnancy", True), ("liver", False), ("pregnancy", False),
    ]  # fmt: skip
    (plan,), (check_in,) = entries_of(plain_journal, "plan"), entries_of(plain_journal, "check_in")
    assert isinstance(plan, Plan) and plan.private
    assert isinstance(check_in, CheckIn) and check_in.private and check_in.score == 1


def test_days_ahead_are_for_plans(run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]) -> None:
    assert run(*at, "condition", "planned_operation", "--planned", "2027-01-12")[0] == 0
    assert "has not come yet" in refused(run(*at, "condition", "pain", "--since", "2027-01-12"))
    assert "has not come yet" in refused(run(*at, "lab-result", "alt", "--value", "31", "--day", "2027-01-12"))
    assert run(*at, "lab-result", "alt", "--value", "< 5")[0] == 0
    (lab,) = entries_of(plain_journal, "lab_result")
    with plain_journal.open(read_only=True) as book:
        assert isinstance(lab, LabResult) and (lab.day, lab.value, lab.number) == (book.today(), "< 5", None)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["intake"], "Nothing was said"),
        (["measurement"], "Nothing was said"),
        (["intake", "beer"], "is not one of: alcohol"),
        (["intake", "--amount", "2"], "“what” is missing"),
        (["measurement", "--pulse", "fast"], "“fast” cannot be “pulse”, which is a whole number from"),
        (["measurement", "--systolic", "195/125", "--diastolic", "80"], "“195/125” cannot be “systolic”"),
        (["person", "--birth-year", "1800"], "“1800” cannot be “birth year”, which is a whole number from 1890"),
        (["measurement", "--weight", "1,500"], "can mean"),
        (["measurement", "--weight", "heavy"], "is not a number"),
        (["urge", "--value", "11"], "“11” cannot be “value”, which is a whole number from 0 to 10"),
        (["urge", "--value", "2.5"], "a whole number from 0 to 10"),
        (["intake", "alcohol", "--drinks", "5000"], "“5000” cannot be “drinks”, which is a number from 0 to 1000"),
        (["intake", "alcohol", "--drinks=-1"], "a number from 0 to 1000"),
        (["check-in", "peg", "--answers", "6"], "“peg” wants 3 answers, in the order of its questions"),
        (
            ["check-in", "peg", "--answers", "6", "--answers", "6", "--answers", "12"],
            "each a whole number from 0 to 10, or skipped. Given: 6, 6, 12.",
        ),
        (["check-in", "phq2", "--answers", "4", "--answers", "0"], "2 answers"),
        (["check-in", "daily", "--answers", "4"], "“daily” has no “answers”"),
        (["check-in", "daily"], "Nothing was said"),
        (["substance", " "], "“name” is empty"),
        (["question", " "], "“text” is empty"),
        (["lab-result", "alt", "--value", "31", "--day", "1900-01-01"], "Days must lie between 1970 and"),
        (["condition", "liver", "--since", "1889-12-31"], "Days must lie between 1890 and 2100."),
    ],
)
def test_what_is_refused(run: Run, at: tuple[str | Path, ...], command: list[str], words: str) -> None:
    assert words in refused(run(*at, *command))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"log": "note", "text": 5.5}', 'line 1: “text” takes a text in quotes, such as "5".'),
        ('{"log": "care", "what": "heat", "minutes": true}', "“minutes” takes a text in quotes"),
        ('{"log": "care", "what": "heat", "minutes": 7.5}', "cannot be “minutes”, which is a whole number"),
        ('{"log": "note", "text": 5}', 'line 1: “text” takes a text in quotes, such as "5".'),
        ('{"log": "check-in", "instrument": "peg", "answers": [true]}', 'takes a list of texts, such as ["6", "4"].'),
        ('{"log": "note", "text": "\\ud800"}', "“text” holds \\ud800, which is half of a letter."),
        ('{"log": "urge", "helped": ["tea", "a \\udc00"]}', "“helped” holds \\udc00"),
        ('{"log": "rating", "rate": {"Nausea\\ud800": 2}}', "“rate” holds \\ud800"),
        ('{"log": "rating", "rate": 5}', 'such as {"Nausea": 2}.'),
        ('{"log": "note", "text": "a", "private": "yes"}', "is true or false, without quotes."),
    ],
)
def test_a_value_of_another_type_is_told_what_it_is_to_be(
    run: Run, at: tuple[str | Path, ...], line: str, words: str
) -> None:
    assert words in refused(run(*at, "-", given=line))


def test_a_number_is_taken_where_a_number_is_meant(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    lines = (
        '{"log": "intake", "what": "alcohol", "drinks": 2}', '{"log": "intake", "what": "alcohol", "drinks": 1.5}',
        '{"log": "check-in", "instrument": "peg", "answers": [6, "skipped", 4]}',
        '{"log": "lab-result", "what": "alt", "value": 4.50}',
    )  # fmt: skip
    assert run(*at, "-", given="\n".join(lines))[0] == 0
    drinks = [each.drinks for each in entries_of(plain_journal, "intake") if isinstance(each, Intake)]
    assert sorted(drinks, key=str) == [1500, 2000]
    (check_in,), (result,) = entries_of(plain_journal, "check_in"), entries_of(plain_journal, "lab_result")
    assert isinstance(check_in, CheckIn) and check_in.answers == ("6", "skipped", "4")
    assert isinstance(result, LabResult) and result.value == "4.50"


@pytest.mark.parametrize("since", ["2021", "2021-03", "03/2021"])
def test_a_year_or_a_month_is_no_day_and_is_told_what_to_type(run: Run, at: tuple[str | Path, ...], since: str) -> None:
    said = refused(run(*at, "lab-result", "alt", "--value", "31", "--unit", "U/L", "--day", since))
    assert f"“{since}” names no day" in said and "as a note" in said


@pytest.mark.parametrize("since", ["2021", "2021-03", "03/2021", "March 2021", "in 2021"])
def test_since_may_be_a_year_or_a_month_which_stays_one(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...], since: str
) -> None:
    assert run(*at, "person", "--since", since)[0] == 0
    (person,) = entries_of(plain_journal, "person")
    assert isinstance(person, Person) and person.since == RoughDay(2021, 3 if "3" in since or "M" in since else None)
    assert refused(run(*at, "person", "--since", "2031")).startswith("2031 has not come yet.")


def test_until_a_year_lasts_to_its_end(run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]) -> None:
    assert run(*at, "substance", "gabapentin", "--since", "March 2021", "--until", "2021")[0] == 0
    (gabapentin,) = entries_of(plain_journal, "substance")
    assert isinstance(gabapentin, Substance) and gabapentin.until == RoughDay(2021, ends=True)
    assert gabapentin.taken_on(dt.date(2021, 12, 31)) and not gabapentin.taken_on(dt.date(2022, 1, 1))
    assert "before the beginning" in refused(run(*at, "substance", "zinc", "--since", "2022", "--until", "2021"))


def test_the_help_says_what_a_field_is_about(run: Run) -> None:
    said = " ".join(run("log", "batch", "--help")[1].split())
    assert "TEXT text" not in said and "the lot's number, as it stands on the package" in said
    assert "today, yesterday, 20 Nov, or an ISO date" in said


def test_a_visit_that_has_passed_is_told_when_it_is_said_and_not_later(run: Run, at: tuple[str | Path, ...]) -> None:
    code, said, told = run(*at, "person", "--next-visit", "2020-03-05")
    assert code == 0 and "Saved, but next visit 5 Mar 2020 has passed. Is that right?" in said + told
    assert "has passed" not in "".join(map(str, run(*at, "person", "--goal", "sleep")))


def test_an_urge_needs_no_number(run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]) -> None:
    assert run(*at, "urge", "--helped", "a walk", "--helped", "tea")[0] == 0
    (urge,) = entries_of(plain_journal, "urge")
    assert isinstance(urge, Urge) and (urge.value, urge.helped) == (None, ("a walk", "tea"))


@pytest.mark.parametrize("line", [{"what": "intake"}, {"log": None, "text": "tea"}])
def test_a_line_that_does_not_say_what_it_is_is_told_how(
    run: Run, at: tuple[str | Path, ...], line: dict[str, str | None]
) -> None:
    said = refused(run(*at, "-", given=json.dumps(line)))
    assert "“log” is missing" in said and "intake" in said and "None" not in said


def test_lines_say_lists_and_name_unknown_keys(run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]) -> None:
    good = [
        {"log": "check-in", "instrument": "peg", "answers": ["6", "skipped", "4"]},
        {"log": "statement", "subject": "nothing_else", "day": "yesterday"},
    ]
    bad = [
        {"log": "check-in", "answers": "6"}, {"log": "check-in", "answers": [6]}, {"log": "care", "what": "rest",
         "calories": "5"},
    ]  # fmt: skip
    said = refused(run(*at, "-", given="\n".join(map(json.dumps, [*good, *bad]))))
    assert "“calories” is none of the keys of “care”: at, minutes" in said and "line 3" in said and "line 4" in said
    assert run(*at, "-", given="\n".join(map(json.dumps, good)))[:2] == (0, "Saved 2 entries.\n")
    (statement,) = entries_of(plain_journal, "statement")
    assert isinstance(statement, Statement) and statement.day == dt.date(2026, 11, 21)


@pytest.mark.parametrize("what", [["attempt", "Went back."], ["condition", "liver"], ["substance", "Panadol"]])
def test_an_end_before_its_beginning_is_refused(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...], what: list[str]
) -> None:
    backwards = ["--since", "2025-03-02", "--until", "2025-03-01"]
    assert "The end (1 Mar 2025) is before the beginning (2 Mar 2025)." in refused(run(*at, *what, *backwards))
    assert entries_of(plain_journal, what[0]) == []


def test_an_imported_end_before_its_beginning_is_refused(run: Run, plain_journal: JournalAt, tmp_path: Path) -> None:
    entry = to_object("batch", Batch(product=new_id(), opened=FIRST, finished=FIRST)) | {"finished": "2025-02-28"}
    (tmp_path / "in.json").write_text(json.dumps({"format": "leaf-journal", "version": 1, "batches": [entry]}))
    assert "is before the beginning" in refused(run("--journal", plain_journal.path, "import", tmp_path / "in.json"))
    assert entries_of(plain_journal, "batch") == []


def test_a_value_that_may_be_a_slip_is_kept_and_asked_about(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    code, said, told = run(*at, "measurement", "--weight", "37.5", "--pulse", "900")
    assert code == 0
    assert "Saved, but weight 37.5 of what? The unit is not said." in said + told
    assert "Saved, but is pulse 900 right?" in said + told
    (kept,) = entries_of(plain_journal, "measurement")
    assert isinstance(kept, Measurement) and (kept.weight, kept.weight_unit, kept.pulse) == (37_500, None, 900)


def test_a_key_that_no_medicine_has_is_named(run: Run, at: tuple[str | Path, ...]) -> None:
    line = json.dumps({"log": "substance", "name": "Panadol", "dosage": "2"})
    assert "dosage" in "".join(run(*at, "-", given=line)[1:])


def test_what_no_report_shows_cannot_be_left_out_of_one(run: Run, at: tuple[str | Path, ...]) -> None:
    shown = {code: KINDS[code].cls.printed for code in KINDS_LOGGED}
    assert [code for code, printed in shown.items() if not printed] == ["help", "contact", "plan"]
    assert {code: "private" in keys_of(code) for code in KINDS_LOGGED} == shown
    for word in ("help", "contact", "plan"):
        assert run(*at, word, "Sam", "--private")[0] == 2
        line = json.dumps({"log": word, "private": True})
        assert "private" in refused(run(*at, "-", given=line))


def test_a_very_high_blood_pressure_is_not_saved_without_a_word(run: Run, at: tuple[str | Path, ...]) -> None:
    code, said, _ = run(*at, "measurement", "--systolic", "195", "--diastolic", "125")
    assert code == 0
    assert said.startswith("Saved 1 entry.\nA blood pressure of 180/120 or more, today 10:30. Pain in chest")
    assert "blood pressure" not in run(*at, "measurement", "--systolic", "150", "--diastolic", "95")[1]


def test_a_second_one_is_not_asked_for_a_third(run: Run, at: tuple[str | Path, ...]) -> None:
    high = ("measurement", "--systolic", "185", "--diastolic", "95", "--at")
    assert "wait a few minutes and measure again" in run(*at, *high, "10:00")[1]
    second = run(*at, *high, "10:20")[1]
    assert "Again a blood pressure of 180/120 or more, today 10:20." in second
    assert "today: it was high before, too." in second and "measure again" not in second


def test_after_a_seizure_the_emergency_number_comes_first(run: Run, at: tuple[str | Path, ...]) -> None:
    run(*at, "rating", "Seizure=5", "--at", "10:00")
    said = run(*at, "measurement", "--systolic", "195", "--diastolic", "125")[1].splitlines()
    assert said[1].startswith("First: Seizure, today 10:00. If it is happening now, or you are not sure, do this. Call")
    assert said[2].startswith("A blood pressure of 180/120 or more, today 10:30. First do what stands above.")
    assert "wait a few minutes" not in "".join(said)


@pytest.mark.parametrize("seizure_first", [True, False])
def test_in_a_pregnancy_a_seizure_beside_a_pressure_is_said_first(
    run: Run, at: tuple[str | Path, ...], seizure_first: bool
) -> None:
    seizure, pressure = ("rating", "Seizure=5"), ("measurement", "--systolic", "145", "--diastolic", "92")
    assert run(*at, "condition", "pregnancy")[0] == 0
    run(*at, *(seizure if seizure_first else pressure))
    said = run(*at, *(pressure if seizure_first else seizure))[1].splitlines()
    assert said[1].startswith("In pregnancy: call your local emergency number now, also if the seizure has")


# --- a batch, and the one entry about the person --------------------------------------------------------------

BATCH = ("batch", "green", "--lot", "A-17", "--opened", "2026-11-20", "--figures", "Mitragynine 1.4 %",
         "--figures-source", "the seller’s sheet")  # fmt: skip


def dose_of(name: str, **more: object) -> str:
    return json.dumps({"log": "dose", "product": name, "new_product": True, "amount": "2 g", **more})


def test_a_batch_is_of_the_product_that_is_named(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    assert run(*at, "-", given=dose_of("Green"))[0] == 0
    assert run(*at, *BATCH)[0] == 0
    (batch,), (product,) = entries_of(plain_journal, "batch"), entries_of(plain_journal, "product")
    assert isinstance(batch, Batch) and (batch.product, batch.lot, batch.finished) == (product.id, "A-17", None)
    assert (batch.figures, batch.figures_source) == ("Mitragynine 1.4 %", "the seller’s sheet")
    with plain_journal.open() as book:
        book.undo()
    assert entries_of(plain_journal, "batch") == []


def test_lines_know_the_product_and_the_batch_of_the_lines_before(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    batch = json.dumps({"log": "batch", "product": "Red", "lot": "R1", "opened": "today"})
    assert run(*at, "-", given="\n".join([dose_of("Red"), batch, dose_of("Red")]))[0] == 0
    (made,) = entries_of(plain_journal, "batch")
    doses = [each for each in entries_of(plain_journal, "dose") if isinstance(each, Dose)]
    assert [dose.batch for dose in doses] == [None, made.id]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["batch"], "Needed: “product”"),
        (["batch", "Green"], "Nothing was said to be saved."),
        (["batch", "Green", "--lot", ""], "Nothing was said to be saved."),
        (["batch", "Green", "--lot", " ", "--figures", ""], "Nothing was said to be saved."),
        (["measurement", "--note", " "], "Nothing was said to be saved."),
        (["batch", "--lot", "A"], "“product” is missing"),
        (["batch", " ", "--lot", "A"], "Type a name first."),
        (["batch", "Blue", "--lot", "A"], "no product called “Blue” yet"),
        (["batch", "TWICE", "--lot", "A"], "more than one product called “TWICE”"),
        (["batch", "Green", "--opened", "2027-01-01"], "has not come yet"),
        (["batch", "Green", "--opened", "1926-11-20"], "Days must lie between 1970 and"),
        (["batch", "Green", "--opened", "2026-11-20", "--finished", "2026-11-19"], "is before the beginning"),
        (["person"], "Nothing was said to be saved."),
        (["person", "--since", "2027-01-01"], "has not come yet"),
        (["person", "--birth-year", "2030"], "2030 has not come yet."),
        (["person", "--birth-year", "80"], "a whole number from 1890"),
        (["person", "--naloxone-at-home", "maybe"], "is not one of: yes, no"),
    ],
)
def test_what_of_a_batch_and_a_person_is_refused(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...], command: list[str], words: str
) -> None:
    with plain_journal.open() as book:
        book.save(Product(name="Green"), Product(name="Twice"), Product(name="twice", kind=ProductKind.EXTRACT))
    assert words in refused(run(*at, *command))
    assert entries_of(plain_journal, "batch") == entries_of(plain_journal, "person") == []


def person_in(journal: JournalAt) -> Person:
    (person,) = entries_of(journal, "person")
    assert isinstance(person, Person)
    return person


def test_what_is_said_of_the_person_replaces_only_that(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    before = Person(
        name="Sam", birth_year=1980, purpose="Back pain", since=FIRST, goal="Walk.", naloxone_at_home=YesOrNo.NO,
        private=True,
    )  # fmt: skip
    with plain_journal.open() as book:
        book.save(before)
    assert run(*at, "person", "--naloxone-at-home", "yes", "--next-visit", "2027-01-12")[0] == 0
    said = replace(before, naloxone_at_home=YesOrNo.YES, next_visit=dt.date(2027, 1, 12))
    assert person_in(plain_journal) == said
    assert run(*at, "person", "--goal", " ", "--birth-year", " ", "--next-visit", "")[0] == 0
    assert person_in(plain_journal) == replace(said, goal="", birth_year=None, next_visit=None)
    with plain_journal.open() as book:
        book.undo()
        book.undo()
    assert person_in(plain_journal) == before


def test_two_lines_about_the_person_are_one_entry(
    run: Run, plain_journal: JournalAt, at: tuple[str | Path, ...]
) -> None:
    lines = '{"log": "person", "goal": "Walk."}\n{"log": "person", "purpose": "Back pain", "private": true}'
    assert run(*at, "-", given=lines)[0] == 0
    person = person_in(plain_journal)
    assert (person.goal, person.purpose, person.private) == ("Walk.", "Back pain", True)
    assert "recorded before" in run(*at, "person", "--goal", "Walk.")[1]
    assert "“pet” is none of the keys of “person”: " in refused(run(*at, "-", given='{"log": "person", "pet": "dog"}'))


@pytest.mark.parametrize(
    ("arguments", "words", "not_said"),
    [
        (("batch",), "PRODUCT", "[PRODUCT]"), (("statement",), "SUBJECT", "[SUBJECT]"),
        (("person",), "--since DATE since when kratom is used: today", "[DATE]"),
        (("rating",), "Warning signs that can be noted:", "not_said"),
    ],
)  # fmt: skip
def test_help_says_what_is_needed_and_meant(run: Run, arguments: tuple[str], words: str, not_said: str) -> None:
    said = " ".join(run("log", *arguments, "--help")[1].split())
    assert words in said and not_said not in said


def test_what_belongs_to_another_option_is_refused(at: tuple[str | Path, ...], run: Run) -> None:
    said = refused(run(*at, "intake", "painkiller", "--drinks", "3"))
    assert "“drinks” does not belong to “painkiller”, only to: alcohol" in said


@pytest.mark.parametrize(
    ("normal", "said"),
    [("40-7", "Saved, but the range “40-7” ends below where it begins."), ("56", "Saved, but “56” is not read"),
     ("7-56", "")],
)  # fmt: skip
def test_a_range_that_nobody_prints_is_said(run: Run, at: tuple[str | Path, ...], normal: str, said: str) -> None:
    code, out, _ = run(*at, "lab-result", "alt", "--value", "30", "--unit", "U/L", "--normal", normal)
    assert code == 0 and said in out and ("Saved, but" in out) == bool(said)


def test_a_statement_that_is_denied_says_what_it_says(run: Run, at: tuple[str | Path, ...]) -> None:
    code, out, _ = run(*at, "statement", "no_allergies", "--answer", "no")
    assert code == 0 and "It says: Allergies are known." in out
    assert "It says" not in run(*at, "statement", "no_allergies")[1]
