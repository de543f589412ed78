"""The kinds of what a file brings: asked in the import window, left open where nobody answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from journal.core.entries import Content, Product, ProductKind, Setting
from journal.logbook import Logbook
from journal.ui.entries.product_kind_fields import KindFields
from journal.ui.importing.dialog import ImportDialog
from journal.ui.importing.exchanging import Imported, Preview, import_entries
from journal.ui.importing.kinds import MOST_ASKED
from journal.ui.kit.tasks import Task
from journal.ui.kit.theme import apply_theme
from journal.ui.shell.body import Body
from tests.ui.fits import cut, overlapping, unnamed
from tests.ui.importing.conftest import Ask, settle
from tests.ui.importing.test_dialog import choose, table

HEAD = "Date,Time,Product,Amount\n"


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """A table of three products, the last of which is used most often, and one that the journal has."""
    path = tmp_path / "three.csv"
    rows = ["Night shot", "Green leaf", "Red", "Red", "Green Borneo"]
    path.write_text(HEAD + "".join(f"2026-11-1{n},09:00,{each},2 g\n" for n, each in enumerate(rows)))
    return path


def fields(dialog: ImportDialog) -> dict[str, KindFields]:
    assert dialog.preview is not None
    names = {each.id: each.name for each in dialog.preview.plan.kindless}
    return {names[key]: field for key, field in dialog.kinds.fields.items()}


def import_now(dialog: ImportDialog, book: Logbook) -> dict[str, Product]:
    heard: list[Preview] = []
    dialog.chosen.connect(heard.append)
    dialog.import_button.click()
    done = import_entries(book, heard[0], Task())
    assert isinstance(done, Imported) and done.count == heard[0].new
    return {each.name: each for each in book.products()}


@pytest.mark.slow
def test_the_new_products_are_asked_about_the_most_used_first(ask: Ask, three: Path, qtbot: QtBot) -> None:
    dialog = ask(three)
    assert dialog.kinds.isHidden()
    settle(qtbot, dialog)
    assert list(fields(dialog)) == ["Red", "Night shot", "Green leaf"]
    assert "Red · 2 doses" in [each.text() for each in dialog.kinds.findChildren(QLabel)]
    assert dialog.preview is not None
    for product in dialog.preview.plan.kindless:  # an answer about amounts brings more doses of the same products
        dialog.preview.plan.doses_of[product.id] += 7
    dialog.kinds.show_plan(dialog.preview.plan)
    assert "Red · 9 doses" in [each.text() for each in dialog.kinds.findChildren(QLabel)]
    assert {each.kind_and_content() for each in fields(dialog).values()} == {(ProductKind.NOT_SAID, None)}
    assert "The kinds of 3 products are not said." in dialog.outcome.state.text()


def test_the_answers_are_those_of_the_products_and_one_undo_takes_all_back(
    ask: Ask, three: Path, qtbot: QtBot, plain_book: Logbook
) -> None:
    dialog = ask(three)
    settle(qtbot, dialog)
    fields(dialog)["Red"].kind.set_value(ProductKind.TABLET)
    fields(dialog)["Red"].content.set_value(Content.EXTRACT)
    fields(dialog)["Green leaf"].kind.set_value(ProductKind.CRUSHED_LEAF)
    assert "The kind of 1 product is not said." in dialog.outcome.state.text()
    found = import_now(dialog, plain_book)
    assert (found["Red"].kind, found["Red"].content) == (ProductKind.TABLET, Content.EXTRACT)
    assert found["Green leaf"].kind is ProductKind.CRUSHED_LEAF
    assert found["Night shot"].kind is ProductKind.NOT_SAID
    assert found["Green Borneo"].kind is ProductKind.LEAF_POWDER
    plain_book.undo()
    assert not {"Red", "Green leaf", "Night shot"} & {each.name for each in plain_book.products()}
    assert plain_book.totals()[0] == 0


def test_what_a_name_says_is_asked_and_the_answer_is_remembered(
    ask: Ask, three: Path, qtbot: QtBot, plain_book: Logbook
) -> None:
    dialog = ask(three)
    settle(qtbot, dialog)
    shot = fields(dialog)["Night shot"]
    assert "tincture or shot" in shot.question.text()
    shot.kind.set_value(ProductKind.TEA)
    next(each for each in shot.question.buttons() if each.text() == "No, it is as chosen").click()
    found = import_now(dialog, plain_book)
    assert found["Night shot"].kind is ProductKind.TEA
    memories = [each for part in plain_book.slices("setting") for each in part if "asked" in each.id]
    assert [each.value for each in memories if isinstance(each, Setting)] == ["answered"]


@pytest.mark.slow
def test_answers_stay_when_the_file_is_read_in_another_way(
    ask: Ask, tmp_path: Path, qtbot: QtBot, plain_book: Logbook
) -> None:
    path = tmp_path / "units.csv"
    path.write_text(HEAD + "2026-11-10,09:00,Red,2\n2026-11-11,09:00,White,3\n")
    dialog = ask(path)
    choose(table(dialog).unit, "g")
    settle(qtbot, dialog)
    fields(dialog)["White"].kind.set_value(ProductKind.TEA)
    choose(table(dialog).unit, "")
    qtbot.waitUntil(lambda: dialog.preview is not None and dialog.kinds.isHidden(), timeout=10_000)
    choose(table(dialog).unit, "mg")
    settle(qtbot, dialog)
    assert fields(dialog)["White"].kind_and_content()[0] is ProductKind.TEA
    assert import_now(dialog, plain_book)["White"].kind is ProductKind.TEA


def test_from_the_window_the_answers_are_imported(body: Body, three: Path, qtbot: QtBot, plain_book: Logbook) -> None:
    assert body.bridge is not None
    transfer = body._transfers.of(body.bridge)
    transfer.import_from(three)
    qtbot.waitUntil(lambda: transfer.asking is not None, timeout=10_000)
    assert transfer.asking is not None
    settle(qtbot, transfer.asking)
    fields(transfer.asking)["Red"].kind.set_value(ProductKind.TEA)
    transfer.asking.import_button.click()
    qtbot.waitUntil(lambda: "were imported" in transfer.message.text(), timeout=10_000)
    assert "The kinds of 2 products are not said." in transfer.message.text()
    assert {each.name: each.kind for each in plain_book.products()}["Red"] is ProductKind.TEA
    body.undo()
    assert "Red" not in [each.name for each in plain_book.products()]


def test_a_backup_of_herbal_tracker_is_asked_about_too(ask: Ask, qtbot: QtBot, plain_book: Logbook) -> None:
    dialog = ask("herbal-tracker-2.json")
    settle(qtbot, dialog)
    assert len(fields(dialog)) == 2
    name, field = next(iter(fields(dialog).items()))
    field.kind.set_value(ProductKind.LEAF_POWDER)
    assert import_now(dialog, plain_book)[name].kind is ProductKind.LEAF_POWDER


@pytest.mark.slow
def test_of_many_products_the_most_used_are_asked_about(ask: Ask, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "many.csv"
    rows = [f"2026-11-10,{9 + n // 60:02d}:{n % 60:02d},Product {n},2 g\n" for n in range(MOST_ASKED + 7)]
    path.write_text(HEAD + "".join(rows))
    dialog = ask(path)
    settle(qtbot, dialog)
    assert len(fields(dialog)) == MOST_ASKED
    assert "and 7 more products" in [each.text() for each in dialog.kinds.findChildren(QLabel)]


@pytest.mark.slow
@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_cut_or_covered(ask: Ask, three: Path, qapp: QApplication, qtbot: QtBot, percent: int) -> None:
    apply_theme(qapp, "dark", percent)
    dialog = ask(three)
    settle(qtbot, dialog)
    fields(dialog)["Red"].kind.set_value(ProductKind.TABLET)
    qtbot.wait(20)
    assert cut(dialog.kinds) == [] and overlapping(dialog.kinds) == [] and unnamed(dialog.kinds) == []
