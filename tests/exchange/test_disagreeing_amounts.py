"""An amount whose words and number were made to differ is refused by row and field, in JSON and in ZIP."""

from __future__ import annotations

from pathlib import Path

import pytest

from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Entry, Tombstone, Unit
from journal.core.moments import Moment
from journal.core.refusal import Refused
from journal.exchange.disagreeing_amounts import refuse_disagreeing
from journal.exchange.file_rows import RefusedRow, Row
from journal.exchange.json_in import JsonFile
from journal.exchange.opening import row_refusal
from journal.exchange.zip_in import ZipTables
from journal.texts import english
from tests.exchange.test_zip_out import zipped
from tests.exchange.texts import json_bytes

AT = Moment(1_795_339_800_000, 3600, "Europe/Berlin")
UNIT = Unit(product="00000000-0000-4000-8000-000000000000", name="capsule").id


def _dose(text: str, quantity: int, dimension: Dimension = Dimension.MASS, unit: str | None = None) -> Dose:
    return Dose(at=AT, amount=Amount(text, quantity, dimension, Basis.UNKNOWN, None, unit))


def _refused(rows: list[Row]) -> list[str]:
    return [row_refusal(row, english()) for row in rows if isinstance(row, RefusedRow)]


def test_the_row_and_both_fields_are_named(tmp_path: Path) -> None:
    wrong: list[Entry] = [_dose("2.5 g", 2500), _dose("25 g", 2500)]
    (tmp_path / "a.json").write_bytes(json_bytes(wrong, []))
    (refused,) = _refused(list(JsonFile(tmp_path / "a.json").rows()))
    assert "doses 2: “amount” says “25 g”, and “quantity” says 2.5 g." in refused
    (tmp_path / "a.zip").write_bytes(zipped(wrong))
    (refused,) = _refused(list(ZipTables(tmp_path / "a.zip").rows()))
    assert "doses 2: “typed” says “25 g”, and “amount” says 2.5 g." in refused


@pytest.mark.parametrize(
    "dose",
    [
        _dose("2,5 g", 2500), _dose("2500 mg", 2500), _dose("½ g", 500), _dose("2-3 g", 2500), _dose("1-2 mg", 2),
        _dose("~3 g", 3000), _dose("0,5 l", 500_000, Dimension.VOLUME), _dose("25", 2500), _dose("", 2500),
        _dose("1,500 g", 1500), _dose("1,500 g", 1_500_000), _dose("2 TL", 5000), _dose("2 capsules", 1000),
        _dose("2 capsules", 2000, Dimension.COUNT), _dose("25 g", 2500, unit=UNIT), _dose("n/a", 2500),
        _dose("3 Kapseln", 3000, Dimension.COUNT), _dose("½ Tab.", 500, Dimension.COUNT),
        _dose("2-3 caps", 2500, Dimension.COUNT), _dose("3", 1000, Dimension.COUNT),
        _dose("3 sachets", 1000, Dimension.COUNT), _dose("Kapseln", 1000, Dimension.COUNT),
    ],
)  # fmt: skip
def test_what_may_mean_the_number_is_taken(dose: Dose) -> None:
    refuse_disagreeing(dose, "amount", "quantity")


@pytest.mark.parametrize(
    "dose",
    [
        _dose("25 g", 2500), _dose("2.5 ml", 2500), _dose("2 mg", 2000), _dose("3 Kapseln", 1000, Dimension.COUNT),
        _dose("2 tablets", 1000, Dimension.COUNT), _dose("3 g", 3000, Dimension.COUNT),
    ],
)  # fmt: skip
def test_what_says_another_amount_is_refused(dose: Dose) -> None:
    with pytest.raises(Refused, match="amounts-disagree"):
        refuse_disagreeing(dose, "amount", "quantity")


def test_what_has_no_amount_has_nothing_to_disagree() -> None:
    refuse_disagreeing(Dose(at=AT), "amount", "quantity")
    refuse_disagreeing(Tombstone(UNIT, "note", 1), "amount", "quantity")
