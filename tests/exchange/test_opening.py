"""What is said of a file before it is imported: no remark can be forgotten in the window or on the command line."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from journal.commands import import_said
from journal.core.entries import Product, ProductKind
from journal.core.refusal import Refused
from journal.exchange import opening
from journal.exchange.file_rows import Where
from journal.exchange.here import EmptyJournal
from journal.exchange.json_in import JsonFile
from journal.exchange.opening import remarks_before_import, remarks_on_plan
from journal.exchange.plan import Plan, plan_import
from journal.texts import english
from journal.ui.importing import exchanging

# A question, which window and command line put beside its answer.
BESIDE_ITS_ANSWER = "remark_on_doubts"


def plan_remarks() -> list[str]:
    """The functions that say one thing of a plan."""
    return [
        name
        for name, function in inspect.getmembers(opening, inspect.isfunction)
        if name.startswith("remark_on_") and next(iter(inspect.signature(function).parameters)) == "plan"
    ]


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    path = tmp_path / "empty.json"
    path.write_text('{"format": "leaf-journal", "version": 1}', encoding="utf-8")
    return plan_import(JsonFile(path), EmptyJournal(), 0)


def test_each_remark_on_a_plan_is_said_once(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    names = plan_remarks()
    for name in names:
        monkeypatch.setattr(opening, name, lambda *_values, _name=name: [_name])
    assert sorted(remarks_on_plan(plan, english())) == sorted({*names} - {BESIDE_ITS_ANSWER})
    assert len(names) > 5


def test_nothing_is_said_where_nothing_is_to_know(plan: Plan) -> None:
    assert remarks_on_plan(plan, english()) == []


def test_what_was_said_of_a_kind_is_not_asked_again(plan: Plan) -> None:
    product = Product(name="Green", kind=ProductKind.NOT_SAID)
    plan.kindless.append(product)
    assert len(remarks_on_plan(plan, english())) == 1
    assert remarks_on_plan(plan, english(), {product.id: (ProductKind.CAPSULE, None)}) == []


def test_window_and_command_line_have_them_from_one_place() -> None:
    for module in (import_said, exchanging):
        source = inspect.getsource(module)
        assert "remarks_before_import(" in source
        said_elsewhere = {BESIDE_ITS_ANSWER, "remark_on_kinds", "remark_on_clock"}  # again, once it is imported
        assert not {name for name in plan_remarks() if f"{name}(" in source} - said_elsewhere


def test_what_is_left_without_a_word_elsewhere_is_remarked_on(plan: Plan) -> None:
    plan.unlinked["rating"], plan.counts.differs["setting"] = 2, 1
    assert remarks_before_import(JsonFile(plan.path), plan, english()) == [
        "1 other differs, too, and ours is kept: a setting, what the file deleted, a row beyond the first 10,000.",
        "2 ratings come without their deleted doses.",
    ]


def test_a_cut_file_is_told_for_what_it_is(plan: Plan) -> None:
    plan.refuse(Where("", 3, 4), Refused("cell-empty"))
    assert remarks_on_plan(plan, english()) == []
    plan.refuse(Where("", 4, 5), Refused("row-cut"))
    assert "ends in the middle of a row" in " ".join(remarks_on_plan(plan, english()))
