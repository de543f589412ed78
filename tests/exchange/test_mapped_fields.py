"""Columns of foreign tables that hold other kinds of entry, as the kinds declare them; a row is whole or refused."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from pathlib import Path

import pytest

from journal.core.check_ins import SKIPPED, Instrument
from journal.core.entries import Care, CheckIn, Entry, Intake, LabResult, Measurement, Note, Urge
from journal.core.health import Lab
from journal.core.kinds import KINDS
from journal.core.refusal import Refused
from journal.core.substances import Taken
from journal.exchange.guessed_mapping import guessed
from journal.exchange.here import EmptyJournal
from journal.exchange.kept_mapping import from_text, to_text
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.mapped_fields import MAPPED_FIELDS
from journal.exchange.mapping import refuse_unfit
from journal.exchange.names import Names
from journal.exchange.opening import row_doubt, row_refusal
from journal.exchange.plan import Plan, plan_import
from journal.exchange.tables import Form, Table
from journal.texts import english

ZONE = "Europe/Berlin"
HERE = Names({}, {}, {}, english())


def planned(folder: Path, columns: dict[str, str], *rows: str, **more: object) -> Plan:
    """What an import of such a table would do; the columns in order, ``;`` between cells."""
    path = folder / "table.csv"
    path.write_text("\n".join([";".join(columns), *rows, ""]), encoding="utf-8")
    mapping = json.dumps({"columns": {name: text for name, text in columns.items() if text}, **more})
    form = Form("utf-8", ";")
    names = Table(path, form).columns
    return plan_import(MappedCsv(path, form, from_text(mapping, names, ZONE), HERE), EmptyJournal(), 2_000_000_000_000)


def entries(plan: Plan) -> list[Entry]:
    return list(plan.entries())


def refusals(plan: Plan) -> list[str]:
    return [row_refusal(row, english()) for row in plan.refused]


def test_a_unit_of_another_column_belongs_to_the_amount_in_words(tmp_path: Path) -> None:
    columns = {"When": "instant", "What": "intake.name:own", "Much": "intake.amount:own", "Unit": "unit"}
    rows = ["2026-11-20 08:10;Ibuprofen;400;mg", "2026-11-20 09:10;Ibuprofen;half of one;mg",
            "2026-11-20 10:10;Ibuprofen;400 mg;mg", "2026-11-20 11:10;Ibuprofen;2;"]  # fmt: skip
    found = [entry.amount for entry in entries(planned(tmp_path, columns, *rows)) if isinstance(entry, Intake)]
    assert found == ["400 mg", "half of one", "400 mg", "2"]


def test_beside_a_dose_the_unit_is_that_of_the_dose(tmp_path: Path) -> None:
    columns = {"When": "instant", "Amount": "amount", "Unit": "unit", "Coffee": "intake.amount:caffeine"}
    plan = planned(tmp_path, columns, "2026-11-20 08:10;2;g;1", "2026-11-20 09:10;;cups;2")
    assert [entry.amount for entry in entries(plan) if isinstance(entry, Intake)] == ["1", "2 cups"]


def test_a_unit_of_another_column_belongs_to_the_lab_value(tmp_path: Path) -> None:
    columns = {"When": "date", "ALT": "lab_result.value:alt", "Unit": "unit"}
    (found,) = entries(planned(tmp_path, columns, "2026-11-20;131;U/L"))
    assert isinstance(found, LabResult)
    assert (found.value, found.unit) == ("131", "U/L")


def test_measurements_of_a_row_are_one_entry(tmp_path: Path) -> None:
    columns = {
        "When": "instant", "Upper": "measurement.systolic", "Lower": "measurement.diastolic",
        "Pulse": "measurement.pulse", "Weight": "measurement.weight:kg", "Remark": "note",
    }  # fmt: skip
    plan = planned(tmp_path, columns, "2026-11-20 08:10;128;82;64;71,5;", "2026-11-21 08:10;131;;;;tired", decimal=",")
    assert refusals(plan) == []
    first, second, note = entries(plan)
    assert isinstance(first, Measurement) and isinstance(second, Measurement) and isinstance(note, Note)
    assert (first.systolic, first.diastolic, first.pulse, first.weight) == (128, 82, 64, 71_500)
    assert (str(first.weight_unit), first.at.local.isoformat()) == ("kg", "2026-11-20T08:10:00")
    assert (second.systolic, second.diastolic, second.weight_unit, note.text) == (131, None, None, "tired")


def test_laboratory_values_are_as_printed_and_of_a_day(tmp_path: Path) -> None:
    columns = {
        "Day": "date", "ALT": "lab_result.value:alt", "Unit": "lab_result.unit:alt", "Range": "lab_result.normal:alt",
        "Ferritin": "lab_result.value",
    }  # fmt: skip
    plan = planned(tmp_path, columns, "20.11.2026;< 34;U/L;10–50;80 µg/l", date_order="dmy")
    assert refusals(plan) == []
    alt, own = entries(plan)
    assert isinstance(alt, LabResult) and isinstance(own, LabResult)
    assert (alt.what, alt.value, alt.unit, alt.normal) == (Lab.ALT, "< 34", "U/L", "10–50")
    assert (own.what, own.name, own.day) == (Lab.OWN, "Ferritin", dt.date(2026, 11, 20))
    assert (own.value, own.unit) == ("80", "µg/l")


def test_what_was_taken_and_done(tmp_path: Path) -> None:
    columns = {
        "When": "instant", "Drinks": "intake.drinks:alcohol", "Ibuprofen": "intake.amount", "Walk": "care.minutes",
        "Urge": "urge.value",
    }  # fmt: skip
    plan = planned(tmp_path, columns, "2026-11-20 20:10;2.5;400 mg;30;7")
    assert refusals(plan) == []
    drinks, pill, walk, urge = entries(plan)
    assert isinstance(drinks, Intake) and isinstance(pill, Intake) and isinstance(walk, Care) and isinstance(urge, Urge)
    assert (drinks.what, drinks.drinks) == (Taken.ALCOHOL, 2500)
    assert (pill.what, pill.name, pill.amount) == (Taken.OWN, "Ibuprofen", "400 mg")
    assert (walk.name, walk.minutes, urge.value) == ("Walk", 30, 7)


def test_a_questionnaire_is_a_column_for_each_question(tmp_path: Path) -> None:
    columns = {
        "When": "instant", "1": "check_in.answers:phq2", "2": "check_in.answers:phq2", "Sleep": "check_in.sleep:daily",
    }  # fmt: skip
    plan = planned(
        tmp_path, columns, "2026-11-20 20:10;1;0;6.5", f"2026-11-21 20:10;{SKIPPED};2;", "2026-11-22 20:10;1;;"
    )
    (lacking,) = refusals(plan)
    assert lacking.startswith("line 4")
    mood, day, again = entries(plan)
    assert isinstance(mood, CheckIn) and isinstance(day, CheckIn) and isinstance(again, CheckIn)
    assert (mood.instrument, mood.answers, mood.private) == (Instrument.PHQ2, ("1", "0"), True)
    assert (day.instrument, day.sleep, day.private) == (Instrument.DAILY, 6500, False)
    assert again.score is None


def test_a_value_that_may_be_a_slip_is_asked_about(tmp_path: Path) -> None:
    plan = planned(tmp_path, {"When": "instant", "P": "measurement.pulse"}, "2026-11-20 08:10;640")
    assert [row_doubt(row, english()) for row in plan.doubtful] == ["line 2: pulse: is 640 right?"]


@pytest.mark.parametrize("cell", ["64,5", "about 64", "-64", "10001"])
def test_what_is_no_such_number_is_refused_with_its_row(tmp_path: Path, cell: str) -> None:
    plan = planned(tmp_path, {"When": "instant", "P": "measurement.pulse"}, f"2026-11-20 08:10;{cell}")
    (reason,) = refusals(plan)
    assert reason.startswith("line 2")
    assert plan.total == 0


def test_a_second_import_recognises_its_rows(tmp_path: Path) -> None:
    columns = {"When": "instant", "P": "measurement.pulse"}
    ids = [[each.id for each in entries(planned(tmp_path, columns, "2026-11-20 08:10;64"))] for _ in range(2)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"When": "instant", "A": "lab_result.value:alt", "B": "lab_result.value:ALT"}, "mapping-twice"),
        ({"When": "instant", "ALT": "lab_result.value", "B": "lab_result.value:alt"}, "mapping-twice"),
        ({"When": "instant", "A": "lab_result.value:alt", "B": "lab_result.value:ast"}, ""),
        ({"When": "instant", "A": "measurement.pulse", "B": "measurement.pulse"}, "mapping-twice"),
        ({"When": "instant", "A": "measurement.weight:stone"}, "mapping-which"),
        ({"When": "instant", "A": "check_in.sleep"}, "mapping-which"),
        ({"When": "instant", "A": "measurement.systolic/diastolic", "B": "measurement.diastolic"}, "mapping-twice"),
        ({"When": "instant", "A": "measurement.systolic/diastolic", "B": "measurement.pulse"}, ""),
        ({"When": "instant", "A": "check_in.answers:peg.1", "B": "check_in.answers:peg.1"}, "mapping-twice"),
        ({"When": "instant", "A": "check_in.answers:peg.2", "B": "check_in.answers:PEG.1"}, ""),
        ({"When": "instant", "A": "check_in.answers:peg.4"}, "mapping-which"),
        ({"When": "instant", "A": "check_in.helped:daily.1"}, "mapping-which"),
        ({"Day": "date", "A": "measurement.pulse"}, "mapping-no-clock"),
        ({"Day": "date", "A": "lab_result.value:alt"}, ""),
        ({"When": "instant"}, "mapping-nothing"),
    ],
)
def test_a_mapping_that_could_make_nothing_is_refused(columns: dict[str, str], code: str) -> None:
    mapping = from_text(json.dumps({"columns": columns}), tuple(columns), ZONE)
    if code:
        with pytest.raises(Refused) as refused:
            refuse_unfit(mapping)
        assert refused.value.code == code
    else:
        refuse_unfit(mapping)


@pytest.mark.parametrize("text", ["field", "measurement.nothing", "dose.note", "statement.subject"])
def test_what_is_no_field_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        from_text(json.dumps({"columns": {"A": text}}), ("A",), ZONE)
    assert refused.value.code == "mapping-field"


def test_a_mapping_is_kept_as_it_was() -> None:
    columns = {"A": "measurement.weight:lb", "B": "lab_result.value:Vitamin: D", "C": "urge.value", "D": "instant"}
    mapping = from_text(json.dumps({"columns": columns}), tuple(columns), ZONE)
    assert json.loads(to_text(tuple(columns), mapping))["columns"] == columns


def test_every_kind_of_the_diary_with_values_can_be_in_a_table() -> None:
    kinds = Counter(mapped.kind.code for mapped in MAPPED_FIELDS.values())
    assert set(kinds) == {kind.code for kind in KINDS.values() if kind.in_diary} - {
        "dose", "rating", "note", "day_mark", "statement"
    }  # fmt: skip


def test_a_column_that_can_only_be_one_field_is_guessed() -> None:
    names = ("When", "Systolic", "diastolic", "Pulse", "Weight (kg)", "Weight", "Sleep", "Value", "Pulse")
    columns = guessed(names, [], ZONE).columns
    text = json.loads(to_text([f"{n}" for n in range(len(names))], guessed(names, [], ZONE)))["columns"]
    assert len(columns) == len(names)
    assert text == {
        "0": "instant", "1": "measurement.systolic", "2": "measurement.diastolic", "3": "measurement.pulse",
        "4": "measurement.weight:kg",
    }  # fmt: skip


def test_a_refusal_names_the_column_and_what_is_wanted(tmp_path: Path) -> None:
    columns = {
        "Day": "date", "Time": "time", "BP": "measurement.systolic",
        "Pain": "check_in.answers:peg", "Joy": "check_in.answers:peg", "Doing": "check_in.answers:peg",
    }  # fmt: skip
    day = "2026-11-20;10:00"
    rows = (f"{day};120/80;;;", f"{day};;7;banana;3", f"{day};;7;8;", f"{day};;7;11;3", f"{day};120;7;8;skipped")
    plan = planned(tmp_path, columns, *rows)
    bp, joy, few, high = refusals(plan)
    assert bp.startswith("line 2, “BP”: “120/80” is not a number alone")
    assert bp.endswith("Both numbers of a blood pressure in one column, such as 120/80, are a choice of their own.")
    assert joy == "line 3, “Joy”: “banana” is no answer here. An answer is a whole number from 0 to 10, or “skipped”."
    assert few.startswith("line 4, “Pain”: This row has 2 of 3 answers. Each has a column of its own")
    assert high.startswith("line 5, “Joy”: “11” is no answer here.")
    assert len(entries(plan)) == 2


def test_a_field_that_there_is_not_is_named() -> None:
    with pytest.raises(Refused, match="mapping-field") as refused:
        from_text('{"columns": {"BP": "measurement.bp"}}', ("BP",), ZONE)
    assert refused.value.values["field"] == "measurement.bp"


def test_both_numbers_of_a_blood_pressure_can_be_in_one_cell(tmp_path: Path) -> None:
    columns = {"When": "instant", "BP": "measurement.systolic/diastolic", "Pulse": "measurement.pulse"}
    rows = ("2026-11-20 08:10;128/82;64", "2026-11-20 09:10;131 / 85 mmHg;", "2026-11-20 10:10;;70")
    plan = planned(tmp_path, columns, *rows)
    assert refusals(plan) == []
    made = [each for each in entries(plan) if isinstance(each, Measurement)]
    assert [(each.systolic, each.diastolic, each.pulse) for each in made] == [
        (128, 82, 64), (131, 85, None), (None, None, 70),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["128/", "/82", "128", "128-82", "128/82/70", "12.8/8.2", "high/low", "1e2/80"])
def test_half_a_blood_pressure_is_refused_in_plain_words(tmp_path: Path, cell: str) -> None:
    plan = planned(tmp_path, {"When": "instant", "BP": "measurement.systolic/diastolic"}, f"2026-11-20 08:10;{cell}")
    assert refusals(plan) == [
        f"line 2, “BP”: “{cell}” is not a blood pressure such as 128/82: two whole numbers with a slash between them."
    ]


def test_a_blood_pressure_the_wrong_way_round_is_asked_about(tmp_path: Path) -> None:
    plan = planned(tmp_path, {"When": "instant", "BP": "measurement.systolic/diastolic"}, "2026-11-20 08:10;82/128")
    (asked,) = [row_doubt(row, english()) for row in plan.doubtful]
    assert asked == "line 2: The upper value is below the lower one. Is that right?"


def test_answers_can_be_in_any_order_with_their_numbers(tmp_path: Path) -> None:
    columns = {
        "When": "instant", "Activity": "check_in.answers:peg.3", "Pain": "check_in.answers:peg.1",
        "Joy": "check_in.answers:peg.2",
    }  # fmt: skip
    (made,) = entries(planned(tmp_path, columns, "2026-11-20 20:10;3;7;5"))
    assert isinstance(made, CheckIn) and made.answers == ("7", "5", "3")
    in_order = {"When": "instant", **dict.fromkeys(("a", "b", "c"), "check_in.answers:peg")}
    (same,) = entries(planned(tmp_path, in_order, "2026-11-20 20:10;7;5;3"))
    assert isinstance(same, CheckIn) and same.answers == made.answers


def test_a_column_of_blood_pressures_is_guessed_from_its_name_and_cells() -> None:
    names = ("When", "BP", "Blood pressure")
    rows = [("2026-11-20 08:10", "128/82", "128/82"), ("2026-11-21 08:10", "", "high")]
    columns = guessed(names, rows, ZONE).columns
    assert [column.of for column in columns] == ["", "measurement.systolic/diastolic", ""]
    assert guessed(("When", "BP"), [("2026-11-20 08:10", "128")], ZONE).columns[1].of == ""
