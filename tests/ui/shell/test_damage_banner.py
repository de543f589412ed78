"""A damaged entry leaves the rest of the journal readable, and that something is missing is said above every screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Note, Product, Rating, Symptom
from journal.core.kinds import KINDS
from journal.core.moments import moment_now
from journal.core.refusal import Refused
from journal.core.symptoms import SymptomKind
from journal.logbook import Logbook
from journal.logbook.belongings import where_backups_lie
from journal.ui.diary.row_model import DiaryRows
from journal.ui.entries.rating_form import RatingForm
from journal.ui.settings.backups_page import BackupsPage
from journal.ui.shell.body import Body
from journal.ui.shell.places import DIARY, FLARE, HEALTH, PRODUCTS, SAFETY
from tests.journals import JournalAt, ago, backup_by_name, raw, saved
from tests.samples import one_of_each
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


# --- damage in any kind ---------------------------------------------------------------------------------------------


# Nobody reads these while Today, the Diary and the first page of each place are shown.
_READ_ELSEWHERE = {"attempt", "plan"}


@pytest.mark.quick_every(8)
@pytest.mark.parametrize("spoiled", KINDS)
def test_a_damaged_row_of_any_kind_leaves_the_journal_open(
    plain_journal: JournalAt, open_window: OpenWindow, qtbot: QtBot, spoiled: str
) -> None:
    """One letter changed in the name of a symptom, and the window called the whole journal one that cannot be opened.

    An exception anywhere in the window fails this test.
    """
    with plain_journal.open() as book:
        book.save(*one_of_each(moment_now(book.clock)), Symptom(name="Calm"))
        saved(book, Note(at=ago(book, 60), text="first"))
    with raw(plain_journal) as connection:
        row = f"(SELECT min(seq) FROM {spoiled})"
        connection.execute(f'UPDATE {spoiled} SET "check" = "check" + 1 WHERE seq = {row}')
    body = open_window(plain_journal.open())
    for kind in ("dose", "rating", "day_mark", "note"):
        body.act(kind)
        assert body.today is not None
        if body.today.panel.form is not None:
            body.today.panel.form.cancel()
    assert "first" in " ".join(diary_titles(body, qtbot))
    for place in (PRODUCTS, HEALTH, SAFETY, FLARE):
        body.reach(place)
        let_workers_end()
        qtbot.wait(1)
    if spoiled not in _READ_ELSEWHERE:
        qtbot.waitUntil(lambda: not body.damage.isHidden())
        assert body.damage.text().startswith("Part of your journal cannot be read.")


@pytest.mark.parametrize(("table", "column"), [("symptom", "name"), ("setting", "value"), ("condition", "name")])
def test_bytes_that_are_no_text_leave_the_journal_open(
    plain_journal: JournalAt, open_window: OpenWindow, qtbot: QtBot, table: str, column: str
) -> None:
    """One flipped bit in eight makes of a letter what is no UTF-8."""
    with plain_journal.open() as book:
        book.save(*one_of_each(moment_now(book.clock)), Symptom(name="Calm"))
    with raw(plain_journal) as connection:
        row = f"(SELECT min(seq) FROM {table})"
        connection.execute(f"UPDATE {table} SET {column} = CAST(x'61ff62' AS TEXT) WHERE seq = {row}")
    body = open_window(plain_journal.open())
    qtbot.waitUntil(lambda: not body.damage.isHidden())
    body.act("rating")
    assert body.today is not None and isinstance(body.today.panel.form, RatingForm)


def test_a_sign_is_told_of_beside_a_damaged_symptom(
    plain_journal: JournalAt, open_window: OpenWindow, qtbot: QtBot
) -> None:
    """What can be read of the warning signs is told: an error instead would tell of none."""
    with plain_journal.open() as book:
        sign = Symptom(code="slow_breathing", kind=SymptomKind.WARNING)
        book.save(sign, Symptom(name="Other"))
        saved(book, Rating(at=ago(book, 5), symptom=sign.id, value=8))
    with raw(plain_journal) as connection:
        connection.execute("UPDATE symptom SET name = 'Othar' WHERE name = 'Other'")
    body = open_window(plain_journal.open())
    qtbot.waitUntil(lambda: not body.damage.isHidden())
    assert body.today is not None and body.today.question.card is not None


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
