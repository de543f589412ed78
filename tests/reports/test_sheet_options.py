"""What can be chosen for a sheet: codes, defaults, and file names that tell nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from journal.reports.sheet_options import CHOICES, SheetKind, SheetOptions, suggested_sheet_name, usually_shown


@pytest.mark.parametrize("kind", SheetKind)
def test_no_two_choices_have_one_code_or_field(kind: SheetKind) -> None:
    assert len({choice.code for choice in CHOICES[kind]}) == len({each.field for each in CHOICES[kind]}) == len(
        CHOICES[kind]
    )  # fmt: skip


@pytest.mark.parametrize("kind", SheetKind)
def test_what_can_be_used_against_a_person_is_asked_and_never_usual(kind: SheetKind) -> None:
    asked = {choice.field for choice in CHOICES[kind] if choice.asked}
    assert {"alcohol", "cannabis", "other_substances", "pregnancy"} <= asked
    assert not asked & usually_shown(kind)


def test_what_only_a_yes_prints_is_not_usual() -> None:
    assert usually_shown(SheetKind.PHARMACIST) == {"questions"}
    assert usually_shown(SheetKind.EMERGENCY) == {"medicines"}
    assert not SheetOptions(SheetKind.EMERGENCY).prints("medicines")


@pytest.mark.parametrize("kind", SheetKind)
def test_a_file_name_names_no_substance(kind: SheetKind) -> None:
    name = suggested_sheet_name(kind, dt.date(2026, 11, 22))
    assert name.endswith("-2026-11-22.pdf")
    assert not any(words in name for words in ("kratom", "medicine", "opioid", "7-oh", "emergency"))
