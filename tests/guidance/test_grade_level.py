"""Reading level: the formula, the syllables it rests on, and the bound for every page."""

import re

import pytest

from journal.guidance import Page, pages
from journal.guidance.grade_level import grade_level, grade_of, prose_grade_level, syllables

HARDEST = 8.0


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_every_page_can_be_read_after_eight_years_of_school(page: Page) -> None:
    levels = grade_level(page), prose_grade_level(page)
    print(f"{page.code}: grade {levels[0]:.1f}, paragraphs alone {levels[1]:.1f}")
    assert max(levels) <= HARDEST


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_no_sentence_is_long(page: Page) -> None:
    # A row of the table of warning signs is one statement of several short sentences.
    parts = [part for each in page.statements() for part in re.split(r"(?<=[.?:;]) ", each.text)]
    assert [part for part in parts if len(part.split()) > 25] == []


def test_the_formula() -> None:
    # 6 words and 7 syllables in one sentence.
    assert grade_of(["Stay with them until help comes."]) == pytest.approx(0.39 * 6 + 11.8 * 7 / 6 - 15.59)
    # 12 words in 2 sentences, 14 syllables.
    assert grade_of(["Stay with them until help comes."] * 2) == pytest.approx(0.39 * 6 + 11.8 * 7 / 6 - 15.59)


def test_the_formula_on_a_sentence_whose_grade_is_published() -> None:
    # 13 words and 24 syllables: 11.3.
    published = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert grade_of([published]) == pytest.approx(11.3, abs=1)


def test_a_hard_page_would_be_found() -> None:
    assert (
        grade_of(["Concomitant administration of pharmacologically active substances necessitates consultation."]) > 20
    )


def test_names_of_drugs_are_left_out() -> None:
    assert grade_of(["Give naloxone now."]) == grade_of(["Give now."])
    with pytest.raises(ZeroDivisionError):
        grade_of(["Kratom."])


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("a", 1), ("give", 1), ("stopped", 1), ("breathe", 1), ("breathing", 2), ("people", 2), ("person", 2),
        ("number", 2), ("product", 2), ("places", 2), ("twitches", 2), ("wanted", 2), ("reported", 3),
        ("withdrawal", 3), ("emergency", 4), ("addiction", 3), ("dependence", 3), ("tolerance", 3), ("medicine", 3),
        ("criteria", 4), ("laboratory", 5), ("don’t", 1), ("muscles", 2), ("little", 2), ("taken", 2), ("eyes", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, heard: int) -> None:
    assert syllables(word) == heard
