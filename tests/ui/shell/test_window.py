"""The window around the screens: names for screen readers, places, look, menus, banner, bugs, files."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import stat
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journal import device, paths
from journal.core.entries import Dose, Note, Setting
from journal.core.moments import moment_now
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.entries.dose_form import DoseForm
from journal.ui.entries.note_form import NoteForm
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.help_topic import HelpTopic
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import heading
from journal.ui.settings.screen import SettingsScreen
from journal.ui.shell import crash
from journal.ui.shell.body import Body
from journal.ui.shell.cannot_open_page import CannotOpenPage
from journal.ui.shell.help import about_dialog, licences_dialog, shortcuts_dialog
from journal.ui.shell.places import DIARY, SETTINGS
from journal.ui.shell.transfer import Transfer
from journal.ui.shell.window import MainWindow
from tests.journals import FixedClock, JournalAt, ago, clock
from tests.ui.conftest import Known, OpenWindow, ctrl, keys
from tests.ui.workers import let_workers_end

__all__ = ["clock"]


def focusable(root: QWidget) -> Iterator[QWidget]:
    for each in root.findChildren(QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None and each.isVisibleTo(root):
            yield each


def test_the_first_picture_stays_until_what_was_made_in_its_place_has_something_to_show(
    qtbot: QtBot, tmp_path: Path, plain_book: Logbook
) -> None:
    window = MainWindow(english(), Computer(tmp_path / "device.ini"))
    qtbot.addWidget(window)
    window.show()
    picture, body = window.centralWidget(), window.build()
    # Born in its place: moved there later, each widget of it would be given its look anew.
    assert body.parentWidget() is window and not body.isVisible()
    assert window.centralWidget() is picture and picture is not None and picture.isVisible()
    body.show_journal(Bridge(plain_book, english(), window))
    assert window.centralWidget() is body and body.isVisible()
    assert body.today is not None and body.today.isVisible() and body.stack.isAncestorOf(body.today)


def nameless(root: QWidget) -> list[str]:
    """Focusable widgets of which a screen reader would only hear what kind of thing they are."""
    found = []
    for each in focusable(root):
        interface = QAccessible.queryAccessibleInterface(each)
        if not (interface and interface.text(QAccessible.Text.Name).strip()):
            found.append(f"{type(each).__name__} in {type(each.parent()).__name__}")
    return found


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("action", ["", "dose", "rating", "note"])
def test_everything_the_keyboard_reaches_has_a_name(body: Body, action: str) -> None:
    keys(ctrl(Qt.Key.Key_D), "2", Qt.Key.Key_Return)
    if action:
        body.act(action)
    assert nameless(body.main) == []
    assert len(list(focusable(body.main))) > 7


@pytest.mark.slow
def test_the_new_product_panel_and_the_diary_have_names(body: Body, qtbot: QtBot) -> None:
    body.act("dose")
    body.today.panel.form.picker.show_new()  # type: ignore[union-attr]
    assert nameless(body.main) == []
    body.reach(DIARY)
    let_workers_end()
    assert nameless(body.main) == []


@pytest.mark.slow
def test_settings_open_the_dialogs_of_the_help_menu(body: Body) -> None:
    settings = body.reach(SETTINGS)
    settings.show_section("help")
    for topic, title in (("shortcuts", "Shortcuts"), ("licences", "Licences"), ("about", "About Leaf Journal")):
        settings.help.buttons[HelpTopic(topic)].click()
        (shown,) = [each for each in body.main.findChildren(QDialog) if each.isVisible()]
        assert shown.windowTitle() == title
        shown.close()


@pytest.mark.parametrize("make", [shortcuts_dialog, about_dialog, licences_dialog])
def test_help_has_names_and_words(qtbot: QtBot, make: object) -> None:
    dialog = make(english())  # type: ignore[operator]
    qtbot.addWidget(dialog)
    dialog.show()
    assert [each for each in nameless(dialog) if "ScrollArea" not in each] == []
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in dialog.findChildren(QLabel))


def test_every_licence_is_shown_with_its_text(qtbot: QtBot) -> None:
    dialog = licences_dialog(english())
    qtbot.addWidget(dialog)
    reader = dialog.findChild(QPlainTextEdit)
    assert reader is not None
    said = " ".join(reader.toPlainText().split())
    for part in ("PySide6-Essentials 6.", "pypdfium2 5.", "Copyright 2014 The PDFium Authors", "The FreeType Project"):
        assert part in said
    assert "\N{COPYRIGHT SIGN} <year> The FreeType" in said  # the one text that is not in UTF-8


def test_a_nameless_field_is_found(qtbot: QtBot) -> None:
    planted = QWidget()
    qtbot.addWidget(planted)
    QVBoxLayout(planted).addWidget(QLineEdit())
    planted.show()
    assert nameless(planted) == ["QLineEdit in QWidget"]


def tab_stops(body: Body) -> list[str]:
    """What Tab reaches from where it is, until it comes round."""
    stops: list[str] = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if stops and focused.accessibleName() == stops[0]:
            break
        stops.append(focused.accessibleName())
        keys(Qt.Key.Key_Tab)
    return stops


@pytest.mark.slow
def test_tab_goes_through_the_dose_form_in_reading_order(body: Body) -> None:
    body.act("dose")
    stops = tab_stops(body)
    assert stops[:4] == ["Amount", "Less", "More", "Unit"]
    assert stops[stops.index("Preparation: in water") :][:6] == [
        "Preparation: in water", "Other…", "Lower back pain: not rated. 0 none, 10 worst", "More…",
        "Cancel", "Save, Enter",
    ]  # fmt: skip
    assert stops[stops.index("Today") :] == [
        "Today", "Previous day", "Dose, Ctrl+D", "How I feel, Ctrl+R", "None today", "Note, Ctrl+K",
        "About this day…", "Change", "Product: Green Borneo", "New product…",
    ]  # fmt: skip


@pytest.mark.slow
def test_what_stands_behind_more_comes_before_the_foot(body: Body) -> None:
    body.act("dose")
    assert body.today is not None and isinstance(form := body.today.panel.form, DoseForm)
    form._open_more()
    form._change_time()
    QTest.qWait(1)
    body.today.panel.focus()
    stops = tab_stops(body)
    assert stops[stops.index("Note") :][:3] == ["Note", "Cancel", "Save, Enter"]
    assert stops[stops.index("When") :][:5] == ["When", "now", "15 min ago", "30 min ago", "1 h ago"]
    assert stops.index("When") < stops.index("Product: Green Borneo")


@pytest.mark.slow
def test_the_order_stays_after_another_product_was_chosen(body: Body) -> None:
    body.act("dose")
    assert body.today is not None and body.today.panel.form is not None
    keys("2")
    pills = body.today.panel.form.picker.pills  # type: ignore[attr-defined]
    pills._pills()[1].click()
    body.today.panel.focus()
    stops = tab_stops(body)
    assert stops[:4] == ["Amount", "Less", "More", "Unit"]
    assert stops[stops.index("More…") :][:3] == ["More…", "Cancel", "Save, Enter"]
    assert stops[stops.index("Change") :] == ["Change", "Product: Capsules & Co", "New product…"]


# --- places, look, menus ---------------------------------------------------------------------------------------------


def test_keys_go_to_the_screens_and_actions_come_back_to_today(body: Body) -> None:
    keys((Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier))
    assert body.navigation.items["diary"].isChecked()
    keys(ctrl(Qt.Key.Key_D))
    assert body.navigation.items["today"].isChecked()
    assert body.today is not None and body.today.panel.form is not None


def test_only_what_exists_is_in_the_navigation(body: Body) -> None:
    assert list(body.navigation.items) == [
        "today", "diary", "trends", "report", "products", "health", "safety", "flare", "emergency",
        "settings",
    ]  # fmt: skip
    assert body.main.windowTitle() == "Leaf Journal"


def test_the_look_is_changed_at_once_and_kept_on_this_computer(body: Body, tmp_path: Path) -> None:
    body.set_look(colour_scheme="dark")
    body.set_look(text_size=150)
    assert theme().dark and theme().percent == 150
    kept = device.load(tmp_path / "device.ini")
    assert (kept.colour_scheme, kept.text_size) == ("dark", 150)
    assert stat.S_IMODE((tmp_path / "device.ini").stat().st_mode) == 0o600 or os.name == "nt"


@pytest.mark.quick_every(12)
@pytest.mark.slow_every(2)
@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
@pytest.mark.parametrize("width", [700, 1240])
def test_no_word_is_cut_at_any_text_size(body: Body, percent: int, width: int) -> None:
    body.set_look(text_size=percent)
    body.main.resize(width, 860)
    body.act("dose")
    QApplication.processEvents()
    QApplication.processEvents()
    for each in body.findChildren(QLabel):
        if each.isVisible() and each.text() and not each.wordWrap():
            needed = each.fontMetrics().horizontalAdvance(each.text())
            assert each.width() >= needed, (each.text(), each.width(), needed)
    for area in (each for each in body.findChildren(QScrollArea) if each.isVisible()):
        inside, viewport = area.widget(), area.viewport()
        assert inside is not None and viewport is not None
        assert inside.width() <= viewport.width() + 1


def test_a_window_position_is_kept(body: Body, tmp_path: Path) -> None:
    body.main.resize(900, 700)
    body.main.close()
    assert device.load(tmp_path / "device.ini").geometry


def test_no_file_is_made_for_the_position_before_anything_was_begun(qtbot: QtBot, tmp_path: Path) -> None:
    """Nor after everything was erased; what is known of the computer already keeps its file."""
    computer = Computer(tmp_path / "device.ini")
    window = MainWindow(english(), computer)
    qtbot.addWidget(window)
    window.show()
    window.close()
    assert not (tmp_path / "device.ini").exists()
    computer.change(country="DE")
    window.show()
    window.close()
    assert device.load(tmp_path / "device.ini").geometry


def test_drafts_and_position_are_kept_without_closing(body: Body, plain_book: Logbook, tmp_path: Path) -> None:
    """As at the end of the session, after which nobody may be there to close the window."""
    body.act("note")
    assert body.today is not None
    form = body.today.panel.form
    assert isinstance(form, NoteForm)
    form.note.setPlainText("not saved")
    window = body.main
    assert isinstance(window, MainWindow)
    window.keep_what_is_open()
    assert "not saved" in plain_book.drafts()[0].content
    assert device.load(tmp_path / "device.ini").geometry and body.main.isVisible()


def test_a_read_only_journal_says_so_and_offers_no_writing(
    plain_journal: JournalAt, known: Known, plain_book: Logbook, qtbot: QtBot, tmp_path: Path
) -> None:
    plain_book.close()
    with plain_journal.open(read_only=True) as book:
        window = MainWindow(english(), Computer(tmp_path / "device.ini"))
        qtbot.addWidget(window)
        bridge = Bridge(book, english(), window)
        window.body.show_journal(bridge)
        assert window.body.banner.text().startswith("View only.")
        assert not window.body._menus.undo.isEnabled()
        assert not any(each.isEnabled() for each in window.body._menus._need_writing)
        assert window.body.today is not None
        assert not any(each.isEnabled() for each in window.body.today.action_row.buttons)


def test_a_demo_journal_is_marked(plain_book: Logbook, open_window: OpenWindow, known: Known) -> None:
    plain_book.save(Setting(id="demo", value="1"))
    assert "made-up" in open_window(plain_book).banner.text()


def test_the_status_line_says_what_was_saved(body: Body) -> None:
    keys(ctrl(Qt.Key.Key_D), "2", Qt.Key.Key_Return)
    assert body._status.saved.text() == "Saved 10:30 · no passphrase"
    assert body._status.undo.text() == "Undo: dose at 10:30  Ctrl+Z"


def test_what_was_saved_last_does_not_go_back_after_a_deletion_for_good(body: Body, plain_book: Logbook) -> None:
    """ "Saved 09:44" became "Saved 09:23" where the change that Undo would take back next was older."""
    note = Note(at=ago(plain_book, 0), text="gone soon")
    plain_book.save(Note(at=ago(plain_book, 0), text="kept"))
    assert isinstance(plain_book.clock, FixedClock)
    plain_book.clock.tick(21 * 60_000)
    plain_book.save(note)
    plain_book.delete([note.id])
    plain_book.purge([note.id])
    assert body._status.saved.text() == "Saved 10:51 · no passphrase"
    assert body._status.undo.text().startswith("Undo: note")


def test_why_a_journal_cannot_be_opened_is_shown_as_plain_text(qtbot: QtBot) -> None:
    page = CannotOpenPage(english(), "<b>x</b> is damaged", list, list, list)
    qtbot.addWidget(page)
    assert "<b>x</b> is damaged" in [each.text() for each in page.findChildren(QLabel)]
    assert nameless(page) == []
    assert page.first_field() is page.again


def test_of_a_damaged_one_the_rescue_is_nearer_than_to_try_again(qtbot: QtBot) -> None:
    """What is damaged stays so: trying again was the one button in colour, and had the keyboard."""
    page = CannotOpenPage(english(), "It is damaged.", list, list, list, rescue=list)
    page.offer_back(list, "today 07:41")
    page.offer_look(list)
    qtbot.addWidget(page)
    page.show()
    assert page.first_field() is page.rescue
    places = [page.back, page.of_back, page.rescue, page.of_rescue, page.look, page.of_look, page.again, page.other]
    assert sorted(places, key=lambda each: each.mapTo(page, QPoint()).toTuple()[::-1]) == places
    assert all(each.isVisible() for each in places) and page.of_back.text().startswith("The newest is of today 07:41.")
    assert page.rescue.property("role") == "primary" and page.again.property("role") != "primary"


# --- bugs ------------------------------------------------------------------------------------------------------------


@dataclasses.dataclass
class Secret:
    text: str = "took 2.5 g, slept badly"


def break_with(secret: Secret) -> None:
    try:
        dict[str, str]()[secret.text]
    except KeyError as problem:
        raise ValueError(f"cannot read {secret.text}") from problem


def test_a_bug_is_told_without_a_word_of_any_entry(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    reporter = crash.CrashReporter(english(), lambda: None)
    try:
        break_with(Secret())
    except ValueError as problem:
        reporter.report(type(problem), problem, problem.__traceback__)
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    reporter.dialog.copy_button.click()
    told = QGuiApplication.clipboard().text()
    logged = paths.log_file().read_text(encoding="utf-8")
    for text in (told, logged, *(each.text() for each in reporter.dialog.findChildren(QLabel))):
        assert "slept" not in text and "2.5" not in text
    assert "ValueError" in told and "KeyError" in told and "break_with" in told
    assert str(Path.home()) not in told
    assert stat.S_IMODE(paths.log_file().stat().st_mode) == 0o600 or os.name == "nt"
    reporter.dialog.close_button.click()
    assert reporter.dialog is None


def test_a_second_bug_does_not_pile_up_dialogs(qtbot: QtBot) -> None:
    reporter = crash.CrashReporter(english(), lambda: None)
    for _ in range(2):
        reporter.report(ValueError, ValueError("x"), None)
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    assert dialogs == [reporter.dialog]
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    reporter.dialog.reject()


def test_a_bug_in_the_dialog_itself_opens_no_second_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    reporter = crash.CrashReporter(english(), lambda: None)

    def faulty_heading(text: str) -> QLabel:
        reporter.report(ValueError, ValueError("in the dialog"), None)
        return heading(text)

    monkeypatch.setattr(crash, "heading", faulty_heading)
    reporter.report(ValueError, ValueError("x"), None)
    assert reporter.dialog is not None and reporter.dialog.isVisible()
    qtbot.addWidget(reporter.dialog)
    reporter.dialog.reject()


def test_a_log_that_cannot_be_written_breaks_nothing(tmp_path: Path) -> None:
    assert crash.write_log("x", tmp_path) is not None


# --- files -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def transfer(body: Body) -> Transfer:
    assert body.bridge is not None
    body.transfer(lambda files: files.back_up())
    let_workers_end()
    assert body._transfers.made is not None
    return body._transfers.made


def settle(qtbot: QtBot, transfer: Transfer, words: str) -> str:
    qtbot.waitUntil(lambda: words in transfer.message.text(), timeout=10_000)
    return transfer.message.text()


def test_a_backup_is_made_and_named(transfer: Transfer, plain_book: Logbook, qtbot: QtBot) -> None:
    settle(qtbot, transfer, "A verified copy was made")
    assert list((plain_book.path.parent / "backups").iterdir())


def test_export_and_import_back(
    transfer: Transfer, plain_book: Logbook, known: Known, qtbot: QtBot, tmp_path: Path
) -> None:
    settle(qtbot, transfer, "A verified copy")
    dose = Dose(at=moment_now(plain_book.clock), product=known.green.id)
    plain_book.save(dose)
    transfer.export_to(tmp_path / "out.json")
    settle(qtbot, transfer, "written to")
    plain_book.delete([dose.id])
    plain_book.purge([dose.id])
    transfer.import_from(tmp_path / "out.json")
    assert "already here" in settle(qtbot, transfer, "out.json")
    transfer.import_from(tmp_path / "none.json")
    settle(qtbot, transfer, "There is no file")


def test_a_file_dialog_leaves_no_trace_of_folders(transfer: Transfer, own_home: Path, qtbot: QtBot) -> None:
    settle(qtbot, transfer, "A verified copy")
    transfer.export_file()
    assert transfer.exporting is not None
    transfer.exporting.next_button.click()
    assert isinstance(transfer.dialog, QFileDialog)
    transfer.dialog.setDirectory(str(own_home))
    transfer.dialog.accept()
    transfer.dialog.reject()
    QApplication.processEvents()
    assert [each for each in own_home.rglob("*") if "QtProject" in each.name] == []
    assert "PySide6" in sys.modules


def test_every_menu_has_a_name_and_letters_of_its_own(body: Body) -> None:
    bar = body.main.menuBar()
    assert bar.accessibleName() == "Menu"
    for holder in (bar, *bar.findChildren(QMenu)):
        if isinstance(holder, QMenu):
            holder.aboutToShow.emit()
        texts = [each.text().replace("&&", "") for each in holder.actions() if not each.isSeparator()]
        letters = [text[text.index("&") + 1].casefold() for text in texts]
        assert len(set(letters)) == len(letters) > 1


@pytest.mark.slow
def test_the_view_menu_and_the_settings_follow_each_other(body: Body, qtbot: QtBot) -> None:
    screen = body.reach(SETTINGS)
    assert isinstance(screen, SettingsScreen)
    screen.show_section("look")
    screen.look._chosen("colour_scheme", "dark")
    ticked = [key for key, action in body._menus._schemes.items() if action.isChecked()]
    assert ticked == ["dark"]
    body._menus._sizes[150].trigger()
    assert screen.look.text_size.value() == 150
    assert [size for size, action in body._menus._sizes.items() if action.isChecked()] == [150]


def test_emergency_has_an_icon_of_its_own_and_names_its_key(body: Body) -> None:
    items = body.navigation.items
    shapes = {_shape(item.icon().pixmap(18, 18).toImage()) for item in items.values()}
    assert len(shapes) == len(items)
    (hint,) = items["emergency"].findChildren(QLabel)
    assert hint.text() == "F1" and hint.isVisible() and items["emergency"].accessibleName() == "Emergency, F1"
    body.navigation.set_narrow(True)
    assert not hint.isVisible() and items["emergency"].toolTip() == "Emergency"


def _shape(drawn: QImage) -> tuple[bool, ...]:
    """Where there is ink, whatever its colour."""
    places = product(range(drawn.width()), range(drawn.height()))
    return tuple(drawn.pixelColor(*each).alpha() > 99 for each in places)


def test_the_country_chosen_on_emergency_is_that_of_the_settings(body: Body) -> None:
    settings = body.reach(SETTINGS)
    assert isinstance(settings, SettingsScreen)
    settings.show_section("lines")
    body.set_country("DE")
    assert settings.lines.country_field.value() == "DE" and settings.lines.emergency.number.text() == "Germany: 112"


def test_a_click_on_today_comes_back_from_another_day(body: Body) -> None:
    assert body.today is not None
    body.today.show_day(body.today.logbook.today() - dt.timedelta(days=1))
    QTest.mouseClick(body.navigation.items["today"], Qt.MouseButton.LeftButton)
    assert body.today.day == body.today.logbook.today()
