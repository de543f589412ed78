"""What a table's columns seem to mean: what can be read in two ways stays open, such as years of two digits."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange.foreign_values import DateOrder
from journal.exchange.guessed_mapping import guessed
from journal.exchange.mapping import Meaning
from tests.exchange.foreign import BERLIN

TODAY = dt.date(2026, 11, 22)
DMY, MDY, YMD = DateOrder
COLUMNS = {
    ("26-11-20", "26-11-05"): YMD,
    ("26-11-20", "26-11-19"): None,  # two days, or 26 November of 2020 and 2019
    ("20.11.26", "05.11.26"): DMY,
    ("20.11.26",): None,
    ("28.11.26", "29.11.26"): DMY,  # with the year in front years from now
    ("20.11.14", "22.11.26"): None,  # twelve years, or two: nothing to build upon
    ("11/08/26", "11/13/26"): MDY,
    ("11/08/26", "11/09/26"): None,
    ("11/08/2026", "11/09/2026"): None,
    ("20.11.26", "20.11.2026"): DMY,
    ("2026-11-20", "2026-11-21"): None,  # needs none
    ("00.11.26", *(f"{day:02}.11.26" for day in range(1, 23))): None,  # a slip decides nothing
}


def order_of(*cells: str) -> DateOrder | None:
    return guessed(("Date", "Amount"), [(cell, "2") for cell in cells], "Europe/Berlin", TODAY).date_order


@pytest.mark.parametrize("cells", COLUMNS)
def test_a_column_decides_or_leaves_it_open(cells: tuple[str, ...]) -> None:
    assert order_of(*cells) is COLUMNS[cells]


@given(st.dates(dt.date(2016, 1, 1), TODAY - dt.timedelta(days=30)), st.sampled_from(DateOrder), st.sampled_from("./-"))
def test_a_month_of_days_is_never_read_in_another_order(first: dt.date, order: DateOrder, sign: str) -> None:
    days = [first + dt.timedelta(days=later) for later in range(30)]
    written = {"d": "%d", "m": "%m", "y": "%y"}
    assert order_of(*(day.strftime(sign.join(written[letter] for letter in order)) for day in days)) is order


def test_a_guess_leaves_open_what_can_be_read_in_two_ways() -> None:
    columns = ("When", "Dose (g)", "Item", "Comments", "Pain")
    rows = [("03/04/2026 8:10", "1,500", "G", "", "6")]
    mapping = guessed(columns, rows, BERLIN)
    assert [column.meaning for column in mapping.columns] == ["instant", "amount", "product", "note", None]
    assert (mapping.date_order, mapping.decimal, mapping.unit) == (None, "", "g")
    surer = guessed(columns, [*rows, ("21/04/2026 8:10", "2,5", "G", "", "6")], BERLIN)
    assert (surer.date_order, surer.decimal) == (DateOrder.DMY, ",")
    neither = guessed(columns, [*rows, ("21/04/2026", "2,5", "", "", ""), ("04/21/2026", "2.5", "", "", "")], BERLIN)
    assert (neither.date_order, neither.decimal) == (None, "")


@pytest.mark.parametrize(
    ("values", "found"),
    [(("3", "7"), True), (("3", "4"), False), (("3", "much"), False)],
)
def test_a_symptom_named_in_a_cell_is_guessed_with_its_rating(values: tuple[str, ...], found: bool) -> None:
    rows = [("2026-11-20 08:10", "Nausea", value) for value in values]
    columns = guessed(("When", "Symptom", "Severity"), rows, BERLIN, TODAY).columns
    assert [column.meaning for column in columns[1:]] == ([Meaning.SYMPTOM, Meaning.RATING] if found else [None, None])


@pytest.mark.parametrize(
    ("cells", "meaning"),
    [
        (("08:15", "morning"), "time"),
        (("2026-11-20 08:15", "morning"), "instant"),
        (("2026-11-20T08:15:00Z",), "instant"),
    ],
)
def test_when_beside_a_date_is_the_time_if_it_holds_no_day(cells: tuple[str, ...], meaning: str) -> None:
    mapping = guessed(("Date", "When"), [("2026-11-20", cell) for cell in cells], BERLIN)
    assert [column.meaning for column in mapping.columns] == ["date", meaning]
    assert guessed(("When", "Item"), [(cell, "G") for cell in cells], BERLIN).columns[0].meaning == "instant"


def test_a_date_without_a_year_is_left_for_the_column_that_has_one() -> None:
    rows = [("2024-03-01", "March 1", "8:10 AM"), ("2024-03-02", "March 2", "9:30 PM")]
    mapping = guessed(("full_date", "date", "time"), rows, BERLIN, TODAY)
    assert [column.meaning for column in mapping.columns] == [Meaning.DATE, None, Meaning.TIME]
    whole = [("x", "1 March 2024", "8:10"), ("2024-03-01", "2 March 2024", "8:10")]
    kept = guessed(("full_date", "date", "time"), whole, BERLIN, TODAY)
    assert [column.meaning for column in kept.columns] == [None, Meaning.DATE, Meaning.TIME]


@pytest.mark.parametrize(
    "names",
    [
        ("Datum", "Uhrzeit", "Sorte", "Menge", "Stimmung", "Notizen"),
        ("Date", "Time", "Brand", "Kratom (g)", "Mood", "Comments"),
        ("Fecha", "Hora", "Marca", "Cantidad", "Estado de ánimo", "Notas"),
        ("Date", "Zeit", "Product name", "How much?", "Feeling", "Bemerkungen"),
    ],
)
def test_what_matters_is_known_by_its_header(names: tuple[str, ...]) -> None:
    rows = [("2026-11-20", "08:10", "Green", "2.5", "good", "slept"), ("2026-11-21", "08:20", "Red", "2", "bad", "")]
    mapping = guessed(names, rows, BERLIN, symptoms={"mood": "Mood"})
    meanings = [column.meaning for column in mapping.columns]
    assert meanings == ["date", "time", "product", "amount", "rating", "note"]
    assert (mapping.columns[4].symptom, mapping.columns[4].scale) == ("Mood", "1-5 best")


@pytest.mark.parametrize("cells", [("good", "sunny"), ("a", "b"), ("3", "4"), ("good", "good")])
def test_a_mood_in_other_words_is_left_to_the_person(cells: tuple[str, str]) -> None:
    mapping = guessed(("Date", "Mood"), [("2026-11-20", cell) for cell in cells], BERLIN, symptoms={"mood": "Mood"})
    assert mapping.columns[1].meaning is None
