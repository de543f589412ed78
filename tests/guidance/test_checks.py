"""The checks of a release, on what is shipped and on one planted fault at a time."""

import dataclasses
import datetime as dt
from collections.abc import Mapping

import pytest

from journal.guidance import Country, Page, Source, due_for_review, faults, pages, sources, statements_table
from journal.guidance.checks import faults_in
from tests.guidance.samples import AGENCY, BODY, COUNTRY, LINE, SOURCES, changed, sample


def found(
    page: Page | None = None, sources: Mapping[str, Source] = SOURCES, countries: tuple[Country, ...] = (COUNTRY,)
) -> list[str]:
    return list(faults_in([page or sample()], sources, countries))


def with_body(body: str) -> list[str]:
    return found(sample(body=BODY + "\n" + body))


def test_what_is_shipped_is_in_order() -> None:
    assert faults() == []


def test_the_sample_is_in_order() -> None:
    assert found() == []


def test_an_unknown_source_is_found() -> None:
    assert with_body("So it is.[^agency-2020][^nobody]") == ["sample: unknown source nobody after 'So it is.'"]


def test_an_unused_source_is_found() -> None:
    assert found(sources={**SOURCES, "idle": dataclasses.replace(AGENCY, id="idle")}) == ["source idle is not used"]


@pytest.mark.parametrize(
    "sentence", ["Two things happened in 2019.", "It was reported.", "Two things happened.", "Unreported in 2019."]
)
def test_hearsay_says_reported_and_when(sentence: str) -> None:
    assert ["reported" in each for each in with_body(f"{sentence}[^hearsay]")] == [True]
    assert ["reported" in each for each in with_body(f"{sentence}[^agency-2020][^hearsay]")] == [True]
    assert with_body(f"{sentence}[^agency-2020]") == []


def test_a_figure_without_a_source_is_found() -> None:
    assert with_body("About 12 in 100 do.[-]") == ["sample: a figure without a source: 'About 12 in 100 do.'"]
    assert with_body("What is 7-OH?[-]") == []


@pytest.mark.parametrize("field", ["title", "summary"])
def test_forbidden_phrases_and_amounts_are_found_in_titles_too(field: str) -> None:
    assert found(changed(sample(), **{field: "A safe amount: 2 g"})) == [
        "sample: forbidden 'safe' in 'A safe amount: 2 g'",
        "sample: an amount, '2 g', in 'A safe amount: 2 g'",
    ]


def test_forbidden_phrases_and_amounts_are_found_in_the_text() -> None:
    assert with_body("## The best of it\n\n- Take half a teaspoon.[^agency-2020]") == [
        "sample: forbidden 'best' in 'The best of it'",
        "sample: an amount, 'half a teaspoon', in 'Take half a teaspoon.'",
    ]


def test_help_lines_are_checked() -> None:
    def line_with(source: str = LINE.source, about: str = LINE.about) -> list[str]:
        line = dataclasses.replace(LINE, source=source, about=about)
        return [
            each for each in found(countries=(Country("ZZ", "Utopia", "112", "", (line,)),)) if "unused" not in each
        ]

    assert line_with(source="nobody")[0] == "ZZ: unknown source nobody of Poison centre"
    assert line_with(source="hearsay")[0] == "ZZ: Poison centre is not verified"
    assert line_with(about="The best line")[0] == "ZZ: forbidden 'best' in 'Poison centre. The best line'"


def test_an_emergency_number_is_made_of_digits() -> None:
    wordy = dataclasses.replace(COUNTRY, emergency="the ambulance")
    assert found(countries=(wordy,)) == ["ZZ: the emergency number 'the ambulance' is not made of digits"]


def test_pages_past_their_review_date_are_listed_longest_overdue_first() -> None:
    early = changed(sample(), code="early", review_by=dt.date(2027, 1, 1))
    late = changed(sample(), code="late", review_by=dt.date(2027, 4, 1))
    later = changed(sample(), code="later", review_by=dt.date(2027, 5, 1))
    assert [page.code for page in due_for_review(dt.date(2027, 4, 2), [later, late, early])] == ["early", "late"]
    assert due_for_review(dt.date(2027, 1, 1), [later, late, early]) == []


def test_every_shipped_page_falls_due_within_a_year() -> None:
    for page in pages():
        assert page.review_by - page.reviewed <= dt.timedelta(days=366)
    assert due_for_review(dt.date(2100, 1, 1)) == sorted(pages(), key=lambda page: page.review_by)


def test_the_table_of_statements_has_every_sentence_with_its_marks() -> None:
    table = statements_table()
    assert [(code, text) for code, text, _, _ in table] == [
        (page.code, each.text) for page in pages() for each in page.statements()
    ]
    known = sources()
    for _, _, ids, marks in table:
        assert [known[each].mark for each in ids] == list(marks)
    assert {marks for _, _, _, marks in table} >= {(), ("V",), ("V2",)}
