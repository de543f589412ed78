"""Words of a table that stand for others, and ratings on another scale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journal.core.entries import Dose, Entry, Note, Preparation, Rating, Symptom, Timed
from journal.core.refusal import Refused
from journal.exchange.file_rows import FoundRow, RefusedRow
from journal.exchange.kept_mapping import from_text, to_text
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.mapped_words import Scale, Words, scale_in
from journal.exchange.names import Names
from journal.exchange.tables import Form, Table
from journal.texts import english

HERE = Names({}, {}, {}, english())
COLUMNS = {"day": "date", "when": "time", "what": "product", "much": "amount", "how": "preparation",
           "back": "rating:Lower back pain", "mood": "rating:Mood", "note": "note"}  # fmt: skip
HEAD = ";".join(COLUMNS)


def _read(folder: Path, rows: list[str], **more: object) -> tuple[list[Entry], list[str], list[str]]:
    """The entries, why others are lost, and what was said of the reading."""
    path, form = folder / "table.csv", Form("utf-8", ";")
    path.write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    text = json.dumps({"columns": COLUMNS, "decimal": ",", "unit": "g", **more})
    source = MappedCsv(path, form, from_text(text, Table(path, form).columns, "Europe/Berlin"), HERE)
    found = list(source.rows())
    entries = [row.entry for row in found if isinstance(row, FoundRow) and isinstance(row.entry, Entry)]
    lost = [f"{row.where.list} {row.reason.code}" for row in found if isinstance(row, RefusedRow)]
    return entries, lost, source.remarks(english())


def _ratings(entries: list[Entry]) -> list[int | None]:
    return [entry.value for entry in entries if isinstance(entry, Rating)]


def test_words_are_read_as_what_they_stand_for(tmp_path: Path) -> None:
    words = {"how": {"Tee": "tea", "mit Joghurt": "in food"}, "mood": {"Meh": "4", "-": ""}, "what": {"Grn": "Green"},
             "much": {"TL": "g", "halber Löffel": "1,25 g"}}  # fmt: skip
    rows = ["2026-11-20;08:10;Grn;2,5 TL;tee;;MEH;", "2026-11-20;12:10;Grn;halber Löffel;mit Joghurt;;-;late"]
    entries, lost, _ = _read(tmp_path, rows, words=words)
    first, second = (entry for entry in entries if isinstance(entry, Dose))
    assert (lost, first.product == second.product) == ([], True)
    assert (first.amount.quantity, second.amount.quantity) == (2500, 1250)
    assert (first.preparation, second.preparation) == (Preparation.TEA, Preparation.FOOD_OR_DRINK)
    assert _ratings(entries) == [4]
    assert (first.note, second.note) == ("Mood, as imported: “MEH”", "late")


def test_a_part_of_the_day_is_put_at_its_time_to_be_completed(tmp_path: Path) -> None:
    rows = ["2026-11-20;morning;Green;2;;;;", "2026-11-20;21:30;Green;2;;;;", "2026-11-20;noon;Green;2;;;;"]
    entries, lost, remarks = _read(tmp_path, rows, words={"when": {"morning": "08:00"}})
    made = [entry for entry in entries if isinstance(entry, Timed)]
    assert [(entry.at.isoformat()[11:16], entry.complete_later) for entry in made] == [
        ("08:00", True),
        ("21:30", False),
    ]
    assert lost == ["when clock-unreadable"]
    said = "1 row says a part of the day; it was put at the time that stands for it, to be completed later."
    assert remarks == [said]


@pytest.mark.parametrize(
    ("scale", "cells", "values"),
    [
        ("1-5", "1 2 3 4 5", [0, 3, 5, 8, 10]),
        ("5-1", "1 2 3 4 5", [10, 8, 5, 3, 0]),
        ("1-3", "1 2 3", [0, 5, 10]),
        ("0-100", "0 7 45 100 4,5", [0, 1, 5, 10, 0]),
        ("0-4", "0 1 2/4 3 4", [0, 3, 5, 8, 10]),
    ],
)
def test_a_scale_is_converted_either_way(scale: str, cells: str, values: list[int]) -> None:
    assert [scale_in(scale).value(cell, ",") for cell in cells.split()] == values


@pytest.mark.parametrize("cell", ["0", "6", "-1", "many", "", "3/10", "1-2"])
def test_what_is_not_on_the_scale_is_refused(cell: str) -> None:
    with pytest.raises(Refused, match="rating-off-scale"):
        Scale(1, 5).value(cell, ".")


@pytest.mark.parametrize("text", ["", "5", "1-1", "1-5-9", "a-b", "1–5", "-1-5", "1-99999"])
def test_what_is_no_scale_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="mapping-scale"):
        scale_in(text)


def test_the_first_value_is_kept_beside_the_rating(tmp_path: Path) -> None:
    entries, lost, _ = _read(
        tmp_path, ["2026-11-20;08:10;;;;4;7;slept", "2026-11-21;08:10;;;;1;6;"], scales={"back": "1-5"}
    )
    assert (lost, _ratings(entries)) == ([], [8, 7, 0, 6])
    said = [entry.text for entry in entries if isinstance(entry, Note)]
    assert said == ["slept\nLower back pain, as imported: 4, on a scale from 1 to 5"]


def test_what_is_exact_on_the_other_scale_says_nothing_in_a_note(tmp_path: Path) -> None:
    scales, words = {"back": "1-5"}, {"back": {"meh": "3"}}
    rows = ["2026-11-20;08:10;;;;3;7;", "2026-11-21;08:10;;;;5;7;", "2026-11-22;08:10;;;;meh;7;"]
    entries, lost, _ = _read(tmp_path, rows, scales=scales, words=words)
    assert (lost, _ratings(entries)) == ([], [5, 7, 10, 7, 5, 7])
    said = [entry.text for entry in entries if isinstance(entry, Note)]
    assert said == ["Lower back pain, as imported: meh, on a scale from 1 to 5"]


def test_the_word_of_the_end_that_is_nothing_here_is_kept_too(tmp_path: Path) -> None:
    scales, words = {"back": "1-5"}, {"back": {"awful": "1", "meh": "3"}}
    entries, lost, _ = _read(tmp_path, ["2026-11-20;08:10;;;;awful;7;"], scales=scales, words=words)
    assert (lost, _ratings(entries)) == ([], [0, 7])
    said = [entry.text for entry in entries if isinstance(entry, Note)]
    assert said == ["Lower back pain, as imported: awful, on a scale from 1 to 5"]


def test_the_first_value_of_a_warning_sign_is_named_in_no_note(tmp_path: Path) -> None:
    sign = {**COLUMNS, "back": "rating:Chest pain"}
    entries, _, _ = _read(tmp_path, ["2026-11-20;08:10;;;;4;;"], columns=sign, scales={"back": "1-5"})
    assert (_ratings(entries), [entry for entry in entries if isinstance(entry, Note)]) == ([8], [])


def test_a_pattern_stands_for_many_words() -> None:
    words = Words([("* (Mild)", "*"), ("Pain in *", "*"), ("Meh", "4")])
    cells = ["Neck pain (mild)", "pain in the back", "meh ", "Fine", "(mild)", ""]
    assert [words.meant(cell) for cell in cells] == ["Neck pain", "the back", "4", "Fine", "(mild)", ""]


def test_words_and_scales_are_kept_with_the_mapping() -> None:
    names = ("when", "mood")
    said = {"columns": {"when": "instant", "mood": "rating:Mood"}, "scales": {"mood": "5-1"}}
    mapping = from_text(json.dumps({**said, "words": {"mood": {"Meh": "4"}}}), names, "UTC")
    assert (mapping.columns[1].words, mapping.columns[1].scale) == ((("Meh", "4"),), "5-1")
    assert from_text(to_text(names, mapping), names, "UTC") == mapping


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ('"words": {"x": {}}', "mapping-column"), ('"words": {"when": 5}', "mapping-broken"),
        ('"words": {"when": {"a": 5}}', "mapping-broken"), ('"scales": {"mood": "5"}', "mapping-scale"),
        ('"scales": {"when": "1-5"}', "mapping-scale"), ('"scales": ["mood"]', "mapping-broken"),
    ],
)  # fmt: skip
def test_words_and_scales_that_fit_nothing_are_refused(more: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        from_text(f'{{"columns": {{"when": "instant", "mood": "rating:Mood"}}, {more}}}', ("when", "mood"), "UTC")


def test_a_symptom_is_the_one_of_the_journal(tmp_path: Path) -> None:
    entries, _, _ = _read(tmp_path, ["2026-11-20;08:10;;;;4;;"])
    assert [entry.code for entry in entries if isinstance(entry, Symptom)] == ["back_pain"]


def test_a_new_symptom_gets_the_direction_that_was_said(tmp_path: Path) -> None:
    columns = COLUMNS | {"back": "rating:Wellbeing (1-5)"}
    rows = ["2026-11-20;08:10;;;;5;;"]
    for scale, value, best, low in (
        ("1-5 best", 10, True, ""),
        ("1-5 worst", 10, False, ""),
        ("1-5", 10, False, "low"),
    ):
        entries, lost, _ = _read(tmp_path, rows, columns=columns, scales={"back": scale})
        symptom = next(entry for entry in entries if isinstance(entry, Symptom))
        assert (lost, _ratings(entries)) == ([], [value])
        assert (symptom.higher_is_better, symptom.low_label) == (best, low)


def test_a_built_in_symptom_keeps_its_own_direction(tmp_path: Path) -> None:
    rows = ["2026-11-20;08:10;;;;;5;"]
    assert [_ratings(_read(tmp_path, rows, scales={"mood": f"1-5 {end}"})[0]) for end in ("best", "worst")] == [
        [10],
        [0],
    ]


def test_columns_that_are_not_read_are_named(tmp_path: Path) -> None:
    columns = {name: meaning for name, meaning in COLUMNS.items() if name not in ("back", "mood")}
    _, _, remarks = _read(tmp_path, ["2026-11-20;08:10;Green;2;;4;5;"], columns=columns)
    assert remarks == ["Columns that were not read: “back”, “mood”."]
