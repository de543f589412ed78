"""The open journal is replaced with something changed or half typed in every place: nothing crashes or is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.core.entries import Dose, Note, Product, Rating, Symptom
from journal.core.moments import moment_now, utc_now
from journal.core.symptoms import SymptomKind
from journal.device import Device, SecondFolder
from journal.guidance.warning_signs import Noted
from journal.logbook import Logbook
from journal.logbook.belongings import backups_of
from journal.logbook.second_folder import copy_there
from journal.ui.diary.screen import DiaryScreen
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.note_form import NoteForm
from journal.ui.entries.rating_form import RatingForm
from journal.ui.kit.breakable import breakable
from journal.ui.kit.form import Form
from journal.ui.kit.screen import Page
from journal.ui.kit.tasks import working
from journal.ui.lock import UnlockScreen
from journal.ui.products.product_form import ProductForm
from journal.ui.products.screen import ProductsScreen
from journal.ui.products.unit_form import UnitForm
from journal.ui.report.screen import ReportScreen
from journal.ui.safety.emergency import EmergencyScreen
from journal.ui.settings.screen import SettingsScreen
from journal.ui.shell.body import Body
from journal.ui.shell.cannot_open_page import CannotOpenPage, FilesLeftPage
from journal.ui.shell.places import DIARY, PRODUCTS, REPORT, SCREENS, SETTINGS
from journal.ui.shell.start import Start
from journal.ui.today.screen import TodayScreen
from journal.ui.welcome import WelcomeScreen
from tests.journals import JournalAt, new_journal, note, quick_keys
from tests.ui.once_shown import once_shown

__all__ = ["quick_keys"]

PASSPHRASE = "correct horse"
TYPED = "half typed"
P = TypeVar("P", bound=Page)


# --- what is pending -------------------------------------------------------------------------------------------------


def today_form(body: Body, work: str) -> Form:
    body.act(work)
    assert body.today is not None and body.today.panel.form is not None
    return body.today.panel.form


def type_dose(body: Body) -> None:
    form = today_form(body, "dose")
    assert isinstance(form, DoseForm)
    form.amount.field.set_text("7.5")


def type_product(body: Body) -> None:
    form = today_form(body, "dose")
    assert isinstance(form, DoseForm)
    form.picker.show_new()
    form.picker.panel.name.setText(TYPED)


def type_rating(body: Body) -> None:
    form = today_form(body, "rating")
    assert isinstance(form, RatingForm)
    form._rows[0][1].choose(7)


def type_note(body: Body) -> None:
    form = today_form(body, "note")
    assert isinstance(form, NoteForm)
    form.note.setPlainText(TYPED)


def _diary(body: Body) -> DiaryScreen:
    screen = body.reach(DIARY)
    assert isinstance(screen, DiaryScreen)
    screen.reload()
    return screen


def type_in_diary(body: Body) -> None:
    screen = _diary(body)
    screen.pane.add("note", None)
    form = screen.pane.host.form
    assert isinstance(form, NoteForm)
    form.note.setPlainText(TYPED)


def find_in_diary(body: Body) -> None:
    _diary(body).bar.field.setText("made")


def type_a_product(body: Body) -> None:
    screen = body.reach(PRODUCTS)
    assert isinstance(screen, ProductsScreen)
    screen.reload()
    screen._add()
    assert isinstance(screen.pane.form, ProductForm)
    screen.pane.form.name.setText(TYPED)


def type_a_unit(body: Body) -> None:
    screen = body.reach(PRODUCTS)
    assert isinstance(screen, ProductsScreen)
    screen.reload()
    screen._add_unit(None)
    assert isinstance(screen.pane.form, UnitForm)
    screen.pane.form.name.setText(TYPED)


def _settings(body: Body, name: str) -> SettingsScreen:
    screen = body.reach(SETTINGS)
    assert isinstance(screen, SettingsScreen)
    screen.show_section(name)
    return screen


def type_a_symptom(body: Body) -> None:
    page = _settings(body, "symptoms").symptoms
    page.add_symptom()
    assert page.form is not None
    page.form.name.setText(TYPED)


def type_a_help_line(body: Body) -> None:
    page = _settings(body, "lines").lines
    page.add_line()
    assert page.form is not None
    page.form.name.setText(TYPED)


def type_in_report(body: Body) -> None:
    screen = body.reach(REPORT)
    assert isinstance(screen, ReportScreen)
    screen.choices.goal.setText(TYPED)


def visit_everything(body: Body) -> None:
    """Every screen was seen, and is told of changes while it is hidden."""
    for place in SCREENS.values():
        body.reach(place)


def look_for_help(body: Body) -> None:
    body.go("emergency")


def change_elsewhere(place: str) -> Callable[[Body], None]:
    """Something is saved on this screen while the others are hidden."""

    def change(body: Body) -> None:
        visit_everything(body)
        body.reach(SCREENS[place])

    return change


def everything_at_once(body: Body) -> None:
    for work in (type_in_diary, type_a_product, type_a_symptom, type_a_help_line, type_in_report, type_note):
        work(body)
    visit_everything(body)


PENDING: dict[str, Callable[[Body], None]] = {
    "nothing": lambda _body: None, "a dose": type_dose, "a product in a dose": type_product, "a rating": type_rating,
    "a note": type_note, "a note in the diary": type_in_diary, "a search": find_in_diary, "a product": type_a_product,
    "a unit": type_a_unit, "a symptom": type_a_symptom, "a help line": type_a_help_line, "a report": type_in_report,
    "emergency": look_for_help, "everything": everything_at_once,
    **{f"changed in {place}": change_elsewhere(place) for place in SCREENS},
}  # fmt: skip


# --- how the journal is replaced -------------------------------------------------------------------------------------

Replace = Callable[[Start, QtBot, Path], None]


def move(start: Start, qtbot: QtBot, folder: Path) -> None:
    (folder / "stick").mkdir()
    _settings(start.window.body, "journal").journal.move_to(folder / "stick")
    qtbot.waitUntil(lambda: start.path.parent == folder / "stick" and start.logbook is not None, timeout=20_000)
    qtbot.waitUntil(lambda: "The journal lies here now" in start.window.body.message.text(), timeout=20_000)


def open_other(start: Start, qtbot: QtBot, folder: Path) -> None:
    other = new_journal(folder / "other.leaf", None)
    start._open_other(other.path)
    qtbot.waitUntil(lambda: start.logbook is not None and start.logbook.path == other.path, timeout=20_000)


def open_nothing(start: Start, qtbot: QtBot, folder: Path) -> None:
    (folder / "no journal.leaf").write_bytes(b"no journal at all")
    start._open_other(folder / "no journal.leaf")
    once_put_there(qtbot, start.window.body, CannotOpenPage)


def once_put_there(qtbot: QtBot, body: Body, kind: type[P]) -> P:
    """A page that may lie below Emergency, where nobody can see it yet."""
    qtbot.waitUntil(lambda: bool(body.stack.findChildren(kind)))
    return body.stack.findChildren(kind)[-1]


def lock(start: Start, qtbot: QtBot, _folder: Path) -> None:
    body = start.window.body
    body.lock_now()
    screen = once_put_there(qtbot, body, UnlockScreen)
    screen.submitted.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: start.logbook is not None, timeout=20_000)


def erase(start: Start, qtbot: QtBot, _folder: Path) -> None:
    body = start.window.body
    _settings(body, "journal").journal.erase()
    once_shown(qtbot, body, WelcomeScreen)


def fill(book: Logbook) -> None:
    product = Product(name="Made-up Green")
    book.save(product)
    book.save(Symptom(code="back_pain", kind=SymptomKind.PAIN, main=True))
    book.save(Dose(at=moment_now(book.clock), product=product.id))


def with_second_folder(start: Start, folder: Path) -> Path:
    """The open journal, with a copy of a backup in its second folder."""
    book, second = start.logbook, folder / "copies"
    assert book is not None
    second.mkdir()
    note(book, "one")
    copy_there(book, book.backup(), second, utc_now(book.clock))
    start.window.computer.remember_second_folder(book.path, SecondFolder(second))
    return second


@pytest.mark.slow
def test_the_second_folder_moves_along_with_the_journal(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, tmp_path: Path, qtbot: QtBot
) -> None:
    start = begin(plain_journal)
    second = with_second_folder(start, tmp_path)
    move(start, qtbot, tmp_path)
    computer = start.window.computer
    assert computer.second_path_of(start.path) == second and computer.second_path_of(plain_journal.path) is None


@pytest.mark.slow
def test_erasing_takes_the_copies_in_the_second_folder(
    begin: Callable[[JournalAt], Start], plain_journal: JournalAt, tmp_path: Path, qtbot: QtBot
) -> None:
    start = begin(plain_journal)
    second = with_second_folder(start, tmp_path)
    erase(start, qtbot, tmp_path)
    assert not second.exists() and not plain_journal.path.exists()
    said = once_shown(qtbot, start.window.body, WelcomeScreen).before.text()
    assert said.startswith("The journal was erased,") and "2 copies of it were deleted, too. 1 of them lay in" in said
    assert said.endswith("Copies in other places, exported files and printed pages are as they were.")


@pytest.mark.slow
def test_what_could_not_be_erased_is_named_and_everything_else_is_gone(
    begin: Callable[[JournalAt], Start], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = begin(new_journal(tmp_path / "journal.leaf", None))
    book, body, real = start.logbook, start.window.body, Path.unlink
    assert book is not None
    fill(book)
    book.backup()
    body.set_country("DE")

    def unlink(path: Path, missing_ok: bool = False) -> None:
        if path == book.path:
            raise PermissionError(13, "in use")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    _settings(body, "journal").journal.erase()
    page = once_shown(qtbot, body, FilesLeftPage)
    assert breakable(book.path) in page.words.text() and backups_of(book.path) == []
    assert not body.navigation.items["diary"].isVisible() and body.computer.settings == Device()
    page.ok.click()
    once_shown(qtbot, body, WelcomeScreen)


def quiet(qtbot: QtBot) -> None:
    """Until workers, turns and what was to be deleted are done."""
    for _ in range(4):
        qtbot.waitUntil(lambda: not working(), timeout=20_000)
        qtbot.wait(3)


@pytest.mark.parametrize(("replace", "passphrase"), [(lock, PASSPHRASE), (move, None)], ids=["lock", "move"])
def test_a_warning_sign_that_waits_for_its_answer_waits_on_after_it(
    begin: Callable[[JournalAt], Start], tmp_path: Path, qtbot: QtBot, replace: Replace, passphrase: str | None
) -> None:
    start = begin(new_journal(tmp_path / "journal.leaf", passphrase))
    book, body = start.logbook, start.window.body
    assert book is not None and body.today is not None
    sign = Symptom(code="chest_pain", kind=SymptomKind.WARNING)
    rating = Rating(at=moment_now(book.clock), symptom=sign.id, value=8)
    book.save(sign, rating)
    body.today.ask_about([Noted("chest_pain", rating)])
    before = body.today.question.card
    assert before is not None
    replace(start, qtbot, tmp_path)
    quiet(qtbot)
    card = body.today.question.card
    assert card is not None and card is not before and card.isVisible()
    assert [(each.noted.rating.id, each.given) for each in card.parts] == [(rating.id, None)]


def shown(body: Body) -> QWidget:
    page = body.stack.currentWidget()
    assert page is not None and page.isVisible()
    return page


WAYS: list[tuple[str, Replace]] = [
    ("move", move), ("open", open_other), ("lock", lock), ("fail", open_nothing), ("erase", erase),
]  # fmt: skip


# "everything" holds what the others are about. Beside it the slow suite tries every second of the pairs of a way and of
# what is pending that change from one to the next; all pairs are a campaign.
QUICK = ("lock-everything",)


def _marks(way: int, pending: int, name: str) -> list[pytest.MarkDecorator]:
    if name in QUICK:
        return []
    chosen = name.endswith("-everything") or name == "open-emergency" or way == pending % len(WAYS)
    return [pytest.mark.slow] if chosen else [pytest.mark.campaign]


MATRIX = [
    pytest.param(name, work, pending, id=f"{name}-{pending}", marks=_marks(way, number, f"{name}-{pending}"))
    for way, (name, work) in enumerate(WAYS)
    for number, pending in enumerate(PENDING)
]


@pytest.mark.slow_every(2)
@pytest.mark.parametrize(("name", "replaced", "pending"), MATRIX)
def test_the_journal_is_replaced_whatever_is_pending(
    name: str, replaced: Replace, pending: str, begin: Callable[[JournalAt], Start], qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "first"
    folder.mkdir()
    start = begin(new_journal(folder / "journal.leaf", PASSPHRASE if name == "lock" else None))
    book, body = start.logbook, start.window.body
    assert book is not None
    fill(book)
    quiet(qtbot)
    PENDING[pending](body)
    book.save(Note(at=moment_now(book.clock), text="changed while the other screens were hidden"))
    kept = sorted(each.dirty for each in body.findChildren(Form))
    replaced(start, qtbot, tmp_path)  # an exception anywhere, in a worker too, fails the test
    quiet(qtbot)
    page = shown(body)
    if pending == "emergency":
        for emergency in body.findChildren(EmergencyScreen):  # moving and erasing begin in Settings, and leave it
            emergency.closed.emit()
        page = shown(body)
    if name in ("move", "open", "lock"):
        assert isinstance(page, TodayScreen) and body.navigation.current() == "today"
        visit_everything(body)
        quiet(qtbot)
        forms = [each for each in body.findChildren(Form) if each.isVisibleTo(body) or each.dirty]
        assert name == "open" or len([each for each in forms if each.dirty]) == sum(kept)
    else:
        assert isinstance(page, CannotOpenPage if name == "fail" else WelcomeScreen)
    assert start.logbook is None or start.logbook is not book
