"""What people type, and the words of the guidance for it."""

from __future__ import annotations

import pytest

from journal.guidance import PageFault
from journal.guidance.synonyms import parse_synonyms, synonyms, words_of

ROW = {"typed": ["booze", "hard drink"], "alternatives": ["alcohol"]}
TABLE = {"unasked": ["can"], "row": [ROW]}


def test_words_are_compared_without_case_accents_apostrophes_and_hyphens() -> None:
    assert words_of("Can\N{RIGHT SINGLE QUOTATION MARK}t  CAFÉ-au-lait, 7-OH?") == ("cant", "cafe", "au", "lait", "7oh")
    assert words_of("can't") == words_of("cant") and words_of("?!") == ()


def test_a_table_is_read() -> None:
    read = parse_synonyms(TABLE)
    assert read.alternatives == {("booze",): (("alcohol",),), ("hard", "drink"): (("alcohol",),)}
    assert read.unasked == {"can"} and read.longest == 2


def test_what_is_typed_in_two_rows_stands_for_both() -> None:
    read = parse_synonyms({**TABLE, "row": [ROW, {"typed": ["booze"], "alternatives": ["party", "alcohol"]}]})
    assert read.alternatives["booze",] == (("alcohol",), ("party",))


@pytest.mark.parametrize(
    "table",
    [
        {},
        {"unasked": ["can"]},
        {**TABLE, "unasked": "can"},
        {**TABLE, "unasked": []},
        {**TABLE, "more": 1},
        {**TABLE, "row": [{"typed": ["booze"]}]},
        {**TABLE, "row": [{**ROW, "typed": []}]},
        {**TABLE, "row": [{**ROW, "alternatives": ["?"]}]},
        {**TABLE, "row": [{**ROW, "alternatives": [1]}]},
        {**TABLE, "row": [{**ROW, "page": "x"}]},
    ],
)
def test_a_faulty_table_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(PageFault, match="synonyms"):
        parse_synonyms(table)


def test_the_shipped_table_passes_over_no_word_that_it_knows() -> None:
    shipped = synonyms()
    assert len(shipped.alternatives) > 500 and shipped.longest >= 4
    assert [typed for typed in shipped.alternatives if len(typed) == 1 and typed[0] in shipped.unasked] == []


def test_no_phrase_stands_twice_in_a_row() -> None:
    for typed, alternatives in synonyms().alternatives.items():
        assert len(set(alternatives)) == len(alternatives), typed
