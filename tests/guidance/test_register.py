"""Every row of what is said about safety, with its sources, marks and days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from journal.guidance import countries, country, page, pages, sources, statements_table
from journal.guidance.blood_pressure import pressure_table
from journal.guidance.interactions import classes, condition_sentences
from journal.guidance.register import WITHOUT, Row, due, of_country, register
from journal.guidance.warning_signs import signs

ROW = Row("line", "ZZ", "A line.", ("hrsa-poison-help",), "", dt.date(2026, 11, 22), dt.date(2027, 5, 23))


def rows(kind: str) -> list[Row]:
    return [row for row in register() if row.kind == kind]


def test_every_statement_of_every_page_has_its_row() -> None:
    expected = [(code, text, named) for code, text, named, _ in statements_table()]
    assert [(row.of, row.sentence, row.sources) for row in rows("statement")] == expected
    for row in rows("statement"):
        shown = page(row.of)
        assert (row.checked, row.review_by) == (shown.reviewed, shown.review_by)


def test_every_text_of_the_table_of_signs_has_its_row() -> None:
    said = "\n".join(row.sentence for row in rows("sign"))
    for sign in signs():
        texts = (sign.now, sign.passed, sign.asked_yes, *(each for _, each in sign.passed_within))
        assert all(f"{sign.name}. {each.text}" in said for each in texts if each is not None)
        assert f"{sign.name}. {sign.why}" in said


def test_every_text_about_a_blood_pressure_has_its_row() -> None:
    table = pressure_table()
    said = {row.sentence for row in rows("sign") if row.of == "blood-pressure"}
    for text in (table.call, table.today, table.again, table.earlier, table.pregnant):
        assert f"A blood pressure of 180/120 or more. {text.text}" in said
    assert any(sentence.endswith(table.why) for sentence in said)


def test_every_class_of_interactions_has_its_levels_and_sentences() -> None:
    found = rows("interaction")
    for of in classes().values():
        own = [row for row in found if row.of == of.id]
        assert own[0].without == "proposed" and own[0].sentence.startswith(f"{of.name}. Not prescribed: ")
        said = [f"{of.name}. In short: {of.in_short}.", *(f"{of.name}. {each.text}" for each in of.sentences)]
        said += [f"{of.name}. Of this kind: {member}." for member, _ in of.member_sources]
        assert [row.sentence for row in own if row.without != "proposed" and row.sentence.startswith(of.name)] == said
        assert all(row.checked == of.reviewed for row in own)
    for code, sentences in condition_sentences().items():
        assert {each.text for each in sentences} <= {row.sentence for row in found if row.of == code.value}


def test_every_country_has_its_number_and_lines_or_says_that_none_was_verified() -> None:
    for each in countries():
        of = [row for row in register() if row.of == each.code]
        assert f"{each.name}: {each.emergency}." in of[0].sentence and of[0].without == "common-knowledge"
        assert [row.sources for row in of if row.kind == "line" and row.sources] == [
            line.sources for line in each.lines
        ]
        for line in each.lines:
            assert any(f"{line.name}: {line.number}." in row.sentence and row.checked == line.checked for row in of)
    assert [row.sentence for row in of_country(country("ID")) if row.without == "not-verified"] == [
        "Indonesia: poison centre.", "Indonesia: crisis line.", "Indonesia: help with alcohol and other drugs.",
    ]  # fmt: skip


def test_a_row_has_sources_with_marks_or_says_why_it_has_none() -> None:
    known = sources()
    for row in register():
        assert bool(row.sources) is (row.without == "") and row.without in WITHOUT
        assert row.marks == tuple(known[source].mark for source in row.sources)


def test_a_row_is_due_after_its_day() -> None:
    on_the_day = dt.date(2027, 5, 23)
    assert due([ROW], on_the_day) == [] and due([ROW], on_the_day + dt.timedelta(days=1)) == [ROW]
    assert due([replace(ROW, checked=None, review_by=None)], dt.date(2999, 1, 1)) == []


def test_the_longest_overdue_comes_first() -> None:
    early = replace(ROW, sentence="Early.", review_by=dt.date(2027, 1, 1))
    assert due([ROW, early], dt.date(2028, 1, 1)) == [early, ROW]


@pytest.mark.parametrize("today", [dt.date(2026, 11, 29), dt.date(2027, 5, 23)])
def test_nothing_that_was_checked_lately_is_due(today: dt.date) -> None:
    assert due([row for row in register() if row.review_by and row.review_by >= today], today) == []


def test_lines_fall_due_half_a_year_after_they_were_checked() -> None:
    line = next(row for row in register() if row.kind == "line" and row.review_by)
    assert line.checked is not None and line.review_by == line.checked + dt.timedelta(days=182)
    assert {row.of for row in rows("statement")} == {each.code for each in pages()}
