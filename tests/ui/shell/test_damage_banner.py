"""A damaged entry leaves the rest of the journal readable, and that something is missing is said above every screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Note, Product, Unit
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.logbook.belongings import where_backups_lie
from journal.ui.diary.row_model import DiaryRows
from journal.ui.settings.backups_page import BackupsPage
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY, PRODUCTS, SETTINGS
from tests.journals import JournalAt, ago, backup_by_name, raw, saved
from tests.ui.once_shown import once_shown
from tests.ui.workers import let_workers_end

OpenWindow = Callable[[Logbook], Body]
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def damaged(plain_journal: JournalAt, open_window: OpenWindow) -> Body:
    """Three notes of today, of which the second is no longer what was saved."""
    with plain_journal.open() as book:
        for minutes, text in enumerate(("first", "second", "third")):
            saved(book, Note(at=ago(book, 10 * minutes), text=text))
    with raw(plain_journal) as connection:
        connection.execute("UPDATE note SET text = 'another' WHERE text = 'second'")
    return open_window(plain_journal.open())


def diary_titles(body: Body, qtbot: QtBot) -> list[str]:
    screen = body.reach(DIARY)
    qtbot.waitUntil(lambda: screen.diary.is_loaded)
    let_workers_end()
    model = screen.list.model()
    assert isinstance(model, DiaryRows)

    def shown() -> list[str]:
        lines = [model.line(number) for number in range(model.rowCount())]
        return [f"{line.title} {line.detail}" for line in lines if line is not None]

    shown()
    qtbot.wait(5)  # the count is put right
    return shown()


def test_the_diary_shows_what_can_be_read(damaged: Body, qtbot: QtBot) -> None:
    titles = " ".join(diary_titles(damaged, qtbot))
    assert "first" in titles and "third" in titles
    assert "another" not in titles and "second" not in titles
    qtbot.waitUntil(lambda: not damaged.damage.isHidden())
    assert damaged.damage.text().startswith("Part of your journal cannot be read.")
    line = damaged.reach(DIARY).how_many.line
    qtbot.waitUntil(lambda: line.text() == "3 entries were saved; not all can be read")


def test_today_shows_what_can_be_read_and_no_figures(damaged: Body, qtbot: QtBot) -> None:
    today = damaged.today
    assert today is not None
    qtbot.waitUntil(lambda: not damaged.damage.isHidden())
    shown = [str(today.list.model().index(row, 0).data(ACCESSIBLE)) for row in range(today.list.model().rowCount())]
    assert [words.rpartition(", ")[2] for words in shown] == ["first", "third"]
    assert today.cards.isHidden() and not today.strip.isVisible()


def test_it_stays_and_leads_to_the_backups(damaged: Body, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not damaged.damage.isHidden())
    assert damaged.bridge is not None
    path = damaged.bridge.logbook.path
    backup_by_name(path)
    damaged.damage.dismiss()
    damaged.damage.tell(Refused("entries-damaged", path=path, **where_backups_lie(path)))
    damaged.bridge.logbook.save(Note(at=ago(damaged.bridge.logbook, 0), text="one more"))
    damaged.damage.buttons()[0].click()
    assert not damaged.damage.isHidden()
    once_shown(qtbot, damaged, BackupsPage)


def test_without_backups_it_leads_to_none(damaged: Body, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not damaged.damage.isHidden())
    assert [way.text() for way in damaged.damage.buttons()] == ["Rescue what can be read…"]
    assert "There is no backup of it beside it." in damaged.damage.text()


def test_a_save_beside_the_damage_is_not_denied(damaged: Body, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not damaged.damage.isHidden())
    assert "nothing was written" not in damaged.damage.text() and damaged.damage.text().count("Part of") == 1
    assert "You can go on: what is saved now is kept" in damaged.damage.text()


def test_a_damaged_last_dose_gives_no_figures(plain_journal: JournalAt, open_window: OpenWindow, qtbot: QtBot) -> None:
    with plain_journal.open() as book:
        saved(book, Dose(at=ago(book, 3 * 24 * 60), note="long ago"))
    with raw(plain_journal) as connection:
        connection.execute("UPDATE dose SET note = 'another'")
    body = open_window(plain_journal.open())
    qtbot.waitUntil(lambda: not body.damage.isHidden())
    assert body.today is not None and body.today.cards.isHidden()


def test_a_whole_journal_says_nothing(body: Body, plain_book: Logbook, qtbot: QtBot) -> None:
    saved(plain_book, Note(at=ago(plain_book, 0), text="all is well"))
    qtbot.wait(5)
    assert body.damage.isHidden() and body.today is not None and not body.today.cards.isHidden()


# --- damage in what entries name -------------------------------------------------------------------------------------


@pytest.mark.parametrize("spoiled", ["product", "unit"])
def test_a_damaged_product_or_unit_leaves_the_journal_open(
    plain_journal: JournalAt, open_window: OpenWindow, qtbot: QtBot, spoiled: str
) -> None:
    """One letter changed in a product's name, and the window called the whole journal one that cannot be opened."""
    with plain_journal.open() as book:
        green, other = Product(name="Green"), Product(name="Other")
        book.save(green, other, Unit(product=green.id, name="scoop"))
        saved(book, Dose(at=ago(book, 60), product=green.id, note="first"))
    with raw(plain_journal) as connection:
        connection.execute(f"UPDATE {spoiled} SET name = name || 'x' WHERE name IN ('Green', 'scoop')")
    body = open_window(plain_journal.open())
    qtbot.waitUntil(lambda: not body.damage.isHidden())
    assert body.damage.text().startswith("Part of your journal cannot be read.")
    for kind in ("dose", "rating"):
        body.act(kind)
        assert body.today is not None and body.today.panel.form is not None
        body.today.panel.form.cancel()
    assert "first" in " ".join(diary_titles(body, qtbot))
    for place in (PRODUCTS, SETTINGS):
        body.reach(place)
        let_workers_end()


def test_what_can_be_read_of_a_list_is_not_what_is_judged(plain_journal: JournalAt) -> None:
    """A report, or the check of a list, is refused: a medicine that cannot be read is taken all the same."""
    with plain_journal.open() as book:
        book.save(Product(name="Green"), Product(name="Other"))
    with raw(plain_journal) as connection:
        connection.execute("UPDATE product SET name = 'Grean' WHERE name = 'Green'")
    with plain_journal.open() as book:
        read = book.readable_list(Product)
        assert [product.name for product in read.entries] == ["Other"]
        assert read.damage is not None and read.damage.code == "entries-damaged"
        for strict in (book.products, book.all_products, lambda: book.listed(Product)):
            with pytest.raises(Refused, match="entries-damaged"):
                strict()
