"""The Diary as Markdown: a page a day, in order, every entry on it, and no typed text taken for markup."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import DayMark, Dose, Entry, Note, Preparation, Product, Rating, Symptom, kind_of
from journal.core.kinds import KINDS
from journal.core.moments import DAY_MS, Moment
from journal.exchange.markdown_lines import KIND_NAMES
from journal.exchange.markdown_out import write_markdown
from tests import strategies
from tests.exchange.test_xlsx_out import names_in

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")  # Sunday 2026-11-22 10:30


def written(*entries: Entry, made_up: bool = False) -> str:
    file = io.BytesIO()
    n = write_markdown(
        file, lambda kind: (each for each in entries if kind_of(each) == kind), names_in(entries), 240, made_up
    )
    assert n == sum(KINDS[kind_of(entry)].in_diary for entry in entries)
    return file.getvalue().decode()


def test_a_day_is_a_page_with_its_entries_in_order() -> None:
    green, pain = Product(name="Green"), Symptom(code="back_pain")
    amount = Amount("2.5 g", 2500, Dimension.MASS, Basis.WEIGHED)
    dose = Dose(at=AT, product=green.id, amount=amount, preparation=Preparation.TEA, note="slowly\n\nwith food")
    later = replace(AT, utc_ms=AT.utc_ms + 3_600_000)
    before = Note(at=replace(AT, utc_ms=AT.utc_ms - DAY_MS), text="Rain.", private=True)
    rating = Rating(at=later, symptom=pain.id, value=0)
    mark = DayMark(day=dt.date(2026, 11, 22))
    assert written(green, pain, rating, dose, mark, before) == (
        "# Saturday 21 November 2026\n\n"
        "- 10:30 **Note**: private\n  > Rain.\n\n---\n\n"
        "# Sunday 22 November 2026\n\n"
        "- **The day**: None that day\n"
        "- 10:30 **Dose**: Green, 2.5 g, weighed, tea\n  > slowly\n  >\n  > with food\n"
        "- 11:30 **Rating**: Lower back pain, 0 of 10\n"
    )


def test_the_hours_after_midnight_say_which_night_they_are_of() -> None:
    at_night = replace(AT, utc_ms=AT.utc_ms - 8 * 3_600_000)  # Sunday 02:30, of the day that began on Saturday
    assert written(Note(at=at_night, text="Rain.")) == (
        "# Saturday 21 November 2026\n\n"
        "A day ends at 04:00 here: earlier times on this page are of the night to Sunday 22 November 2026.\n\n"
        "- 02:30 **Note**\n  > Rain.\n"
    )
    assert "A day ends" not in written(Note(at=AT, text="Rain."))


def test_an_amount_between_two_keeps_both_ends() -> None:
    dose = Dose(at=AT, amount=Amount("2-3 g", 2500, Dimension.MASS, Basis.GUESSED, 500))
    assert "**Dose**: 2.5 ± 0.5 g, " in written(dose)


@pytest.mark.parametrize("text", ["# no heading", "- no item", "[no](link)", "<b>", "1. no", "*no*", "a\n---\nb", "`"])
def test_typed_text_is_no_markup(text: str) -> None:
    page = written(Note(at=AT, text=text), Dose(at=AT, product=None, note=text))
    signs = [line for line in page.splitlines() if re.match(r"(#|---|\s*-|\s*\d+\.)", line)]
    assert signs == ["# Sunday 22 November 2026", "- 10:30 **Dose**: unknown amount", "- 10:30 **Note**"]
    assert not re.search(r"(?<!\\)[`<\[]", page)


@given(strategies.one_of_each())
def test_every_entry_of_the_diary_is_on_a_page(entries: list[Entry]) -> None:
    page = written(*entries)
    for kind, name in KIND_NAMES.items():
        assert page.count(f"**{name}**") == sum(kind_of(entry) == kind for entry in entries)


def test_made_up_days_say_so() -> None:
    assert "Made up for the demonstration." in written(Note(at=AT, text="x"), made_up=True)
