"""What there is to choose on a sheet: only what was written down and is not private."""

from __future__ import annotations

import pytest

from journal.core.entries import Condition, Entry, LabResult, Question, Rating, Substance, Symptom
from journal.core.health import ConditionKind, Lab
from journal.core.symptoms import SymptomKind
from journal.insights.leave_out import LeaveOut
from journal.reports.as_chosen import AsChosen
from journal.reports.sheet_options import CHOICES, SheetKind, SheetOptions
from journal.reports.sheet_written import left_out_of_sheet, without_a_place, written_down
from journal.reports.singles import of_sheets
from journal.texts import english
from tests.insights.sheet import PERIOD, SYMPTOMS, Sheet
from tests.reports.extremes import OnPaper
from tests.reports.made_sheets import EVERY_KIND, MADE, at, daily


def there(kind: SheetKind, *entries: Entry, doses: Sheet | None = None) -> frozenset[str]:
    return written_down(OnPaper(doses or Sheet(), SYMPTOMS, entries), SheetOptions(kind), MADE)


@pytest.mark.parametrize("kind", SheetKind)
def test_everything_is_there_and_of_nothing_nothing(kind: SheetKind) -> None:
    assert there(kind, *EVERY_KIND, doses=daily()) == {choice.field for choice in CHOICES[kind]} | {"medicines"}
    assert there(kind) == set()


@pytest.mark.parametrize("kind", SheetKind)
def test_what_is_private_is_not_there_except_a_pregnancy(kind: SheetKind) -> None:
    private = (
        Substance(name="phenibut", private=True), Substance(name="sertraline", private=True),
        Condition(what=ConditionKind.LIVER, private=True), Question(text="?", private=True),
        LabResult(day=PERIOD.last, what=Lab.ALT, value="1", private=True),
    )  # fmt: skip
    assert there(kind, *private) == set()
    assert there(kind, Condition(what=ConditionKind.PREGNANCY, private=True)) == {"pregnancy"}


def test_a_seizure_that_was_noted_is_there_to_be_chosen() -> None:
    seizure = Symptom(code="seizure", kind=SymptomKind.WARNING)
    noted = (seizure, Rating(at=at(3), symptom=seizure.id, value=1))
    assert there(SheetKind.PHARMACIST, *noted) == {"conditions"}
    assert there(SheetKind.EMERGENCY, *noted) == {"seizures"}
    journal = OnPaper(Sheet(), SYMPTOMS, noted)
    out = of_sheets(
        OnPaper(Sheet(), noted[:1], noted), LeaveOut(symptoms=frozenset({seizure.id, "pain"})), SheetKind.PHARMACIST
    )
    assert out.symptoms == {seizure.id}
    assert written_down(AsChosen(journal, out), SheetOptions(SheetKind.PHARMACIST), MADE) == set()


def test_amounts_can_be_chosen_where_only_medicines_have_them() -> None:
    assert "amounts" in there(SheetKind.EMERGENCY, Substance(name="warfarin", amount="5 mg"))
    assert "amounts" not in there(SheetKind.EMERGENCY, Substance(name="warfarin"))


def test_diabetes_is_on_no_sheet() -> None:
    assert there(SheetKind.PHARMACIST, Condition(what=ConditionKind.DIABETES)) == set()


def test_what_stays_out_is_named_by_its_titles_and_private_entries_always() -> None:
    kind = SheetKind.EMERGENCY
    written = frozenset({"liver", "alcohol", "medicines"})
    chosen = SheetOptions(kind, shown=frozenset({"medicines"}))
    assert left_out_of_sheet(english(), chosen, written) == ("Liver", "Alcohol", "private entries, if there are any")
    assert left_out_of_sheet(english(), chosen, frozenset()) == ("private entries, if there are any",)
    other = ("other private entries, if there are any",)
    assert left_out_of_sheet(english(), chosen, frozenset(), one_is_told=True) == other


def no_place(kind: SheetKind, *entries: Entry) -> list[str]:
    journal = OnPaper(Sheet(), SYMPTOMS, entries)
    return [
        words.removesuffix(" (no place on it)")
        for words in without_a_place(english(), journal, SheetOptions(kind), MADE)
    ]


def test_what_has_no_line_on_a_sheet_is_named_by_its_kind_and_not_by_the_persons_words() -> None:
    kinds = (ConditionKind.SLEEP_APNOEA, ConditionKind.KIDNEY, ConditionKind.LIVER, ConditionKind.MENTAL_HEALTH,
             ConditionKind.OTHER, ConditionKind.PLANNED_OPERATION, ConditionKind.ALLERGY)  # fmt: skip
    entries = tuple(Condition(what=what, name=f"own {what}") for what in kinds)
    assert no_place(SheetKind.EMERGENCY, *entries) == [
        "Sleep apnoea",
        "Kidney",
        "Other conditions",
        "Planned operation",
    ]
    assert no_place(SheetKind.PHARMACIST, *entries) == ["Other conditions"]


def test_what_is_over_or_private_is_not_named() -> None:
    over = Condition(what=ConditionKind.SLEEP_APNOEA, until=PERIOD.first)
    assert no_place(SheetKind.EMERGENCY, over, Condition(what=ConditionKind.KIDNEY, private=True)) == []
