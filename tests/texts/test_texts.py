"""Codes become sentences, numbers keep their exactness, and nothing on screen shouts."""

import ast
import datetime as dt

import pytest

from journal.core.amounts import Basis
from journal.core.entries import DayMarkKind, Preparation, ProductKind, Stomach
from journal.core.refusal import Refused
from journal.texts import Texts, english
from journal.texts.names import BASES, DAY_MARKS, PREPARATIONS, PRODUCT_KINDS, STOMACHS
from journal.texts.refusals import SENTENCES, explain
from journal.texts.undo import LABELS, change_label
from tests.source_trees import trees_with

REFUSING = ("Refused", "UserError", "user_error")
TEXTS = english()


def refused_codes() -> set[str]:
    """Every code that any module gives to Refused, UserError or user_error, read from the source."""
    codes = set()
    for _, tree in trees_with(*(f"{name}(" for name in REFUSING)):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id in REFUSING and isinstance(first, ast.Constant):
                    codes.add(str(first.value))
    return codes


def test_every_code_that_can_be_raised_has_its_sentence() -> None:
    codes = refused_codes()
    assert codes - set(SENTENCES) == set()
    assert len(codes) > 100


def test_an_unknown_code_still_says_that_nothing_changed() -> None:
    assert explain(TEXTS, Refused("never-heard-of")) == "This could not be done (never-heard-of). Nothing was changed."


def test_values_are_filled_in_as_plain_text() -> None:
    said = explain(TEXTS, Refused("amount-unreadable", text="{0} <b>"))
    assert "“{0} <b>”" in said


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("sentence", [*SENTENCES.values(), *LABELS.values()])
def test_sentences_are_calm_and_say_no_more_than_they_should(sentence: str) -> None:
    assert "!" not in sentence
    assert "kratom" not in sentence.casefold()


@pytest.mark.parametrize(
    ("names", "kinds"),
    [
        (BASES, Basis),
        (DAY_MARKS, DayMarkKind),
        (PREPARATIONS, Preparation),
        (PRODUCT_KINDS, ProductKind),
        (STOMACHS, Stomach),
    ],
)
def test_every_code_has_a_name(names: dict[str, str], kinds: type) -> None:
    assert set(names) == {str(each) for each in kinds}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("thousandths", "places", "said"),
    [
        (2500, None, "2.5"),
        (125, None, "0.125"),
        (2500, 1, "2.5"),
        (2449, 1, "2.4"),
        (2450, 1, "2.5"),
        (5000, 0, "5"),
        (-5, None, "-0.005"),
        (5000, 2, "5.00"),
    ],
)
def test_numbers(thousandths: int, places: int | None, said: str) -> None:
    assert TEXTS.number(thousandths, places) == said


def test_days_and_times() -> None:
    assert TEXTS.full_day(dt.date(2026, 11, 22)) == "Sunday 22 November 2026"
    assert TEXTS.ago(10_080_000) == "2 h 48 min ago"


@pytest.mark.parametrize(("day", "said"), [
    ((2026, 11, 22), "today 23:50"), ((2026, 11, 21), "yesterday 23:50"), ((2026, 11, 12), "12 Nov 23:50"),
    ((2026, 11, 23), "23 Nov 23:50"), ((2025, 11, 22), "22 Nov 2025 23:50"),
])  # fmt: skip
def test_a_moment_is_said_with_its_day(day: tuple[int, int, int], said: str) -> None:
    assert TEXTS.when(dt.datetime(*day, 23, 50), dt.date(2026, 11, 22)) == said


def test_what_a_wrong_clock_put_into_the_future_is_not_said_to_be_just_now() -> None:
    assert TEXTS.ago(-59_999) == "just now"
    assert TEXTS.ago(-60_000) == TEXTS.ago(-(10**12)) == "later than this computer's clock"


def test_undo_labels_name_what_they_undo() -> None:
    assert change_label(TEXTS, "dose.added", {"at": "2026-11-22T12:36", "n": "2"}) == "dose at 12:36"
    at = {"at": "2026-11-22T12:36"}
    assert change_label(TEXTS, "dose.added", at, dt.date(2026, 11, 22)) == "dose at 12:36"
    assert change_label(TEXTS, "dose.added", at, dt.date(2026, 11, 24)) == "dose at 22 Nov 2026 12:36"
    assert change_label(TEXTS, "many.imported", {"n": "330000"}) == "import 330,000 entries"


def test_windows_are_mirrored_by_the_words_not_by_the_region() -> None:
    assert [Texts(language).from_the_right for language in ("ar", "he", "fa", "en", "de")] == [True] * 3 + [False] * 2
    assert not english("ar_EG", "ar_EG").from_the_right
