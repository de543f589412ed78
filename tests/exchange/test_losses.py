"""The line of a row that differs names what differs, also where both amounts read the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Note, Unit
from journal.core.moments import Moment
from journal.core.plaintext import shortened
from journal.exchange.changed_rows import ChangedRow
from journal.exchange.file_rows import Where
from journal.exchange.losses import row_change
from journal.texts import english

UNIT = Unit(product="00000000-0000-4000-8000-000000000000", name="scoop", id="11111111-0000-4000-8000-000000000000").id
OURS = Dose(at=Moment(1_795_339_800_000, 3600, "Europe/Berlin"), amount=Amount("3 g", 3000, Dimension.MASS))


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        (Amount("3 g", 3000, Dimension.MASS, unit=UNIT), f"3 g here, 3 g, unit “{UNIT}” in the file"),
        (
            Amount("3 g", 3000, Dimension.MASS, Basis.WEIGHED),
            "3 g, basis “unknown” here, 3 g, basis “weighed” in the file",
        ),
        (Amount("3.0 g", 3000, Dimension.MASS), "3 g, amount “3 g” here, 3 g, amount “3.0 g” in the file"),
        (Amount("4 g", 4000, Dimension.MASS, Basis.WEIGHED), "3 g here, 4 g in the file"),
    ],
)
def test_two_sides_never_read_the_same(theirs: Amount, said: str) -> None:
    line = row_change(ChangedRow(Where("doses", 1, 1), OURS, replace(OURS, amount=theirs)), english())
    assert said in line


def test_a_note_of_several_lines_stays_in_one() -> None:
    line = row_change(ChangedRow(Where("", 1, 2), OURS, replace(OURS, note="rain\n\nand wind")), english())
    assert line.endswith("nothing here, note “rain and wind” in the file")


@pytest.mark.parametrize(
    ("here", "there", "said"),
    [
        ("{same}\nMood: bad", "{same}\nMood: good", ("Mood: bad", "Mood: good")),
        ("Mood: bad\n{same}", "{same}", ("Mood: bad {same}", "{same}")),
        ("rain", "snow", ("rain", "snow")),
    ],
)
def test_of_long_notes_the_lines_that_differ_are_said(here: str, there: str, said: tuple[str, str]) -> None:
    same = "a long day with much to do, and then some more of it behind"
    ours, theirs = (replace(OURS, note=text.format(same=same)) for text in (here, there))
    line = row_change(ChangedRow(Where("", 1, 2), ours, theirs), english())
    words = [shortened(text.format(same=same), 60) for text in said]
    assert line.endswith(f"note “{words[0]}” here, note “{words[1]}” in the file")
    mine, other = (Note(at=OURS.at, text=dose.note) for dose in (ours, theirs))
    assert row_change(ChangedRow(Where("", 1, 2), mine, other), english()).endswith(
        f"“{words[0]}” here, “{words[1]}” in the file"
    )
