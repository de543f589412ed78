"""Saving the pages: nothing leaves unlocked that was to be locked, and the keyboard stays with what is said of it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument, PdfiumError
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from journal.exchange.files import whole_file
from journal.logbook import Logbook
from journal.reports import pdf
from journal.ui.kit.tasks import wait_for_tasks
from journal.ui.report.pdf_pages import ONE_AT_A_TIME
from journal.ui.report.screen import ReportScreen
from tests.ui.conftest import keys, target
from tests.ui.report.conftest import PASSWORD, YESTERDAY, OpenScreen, active, settled, type_password
from tests.ui.trends.weeks import DARK_URINE, SUICIDAL, rating_on


@pytest.fixture
def screen(weeks: Logbook, open_screen: OpenScreen) -> ReportScreen:
    return open_screen(weeks)


def save(qtbot: QtBot, screen: ReportScreen, path: Path) -> str:
    screen.outgoing.save_to(path)
    qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=20_000)
    return screen.outgoing.message.text()


@pytest.mark.usefixtures("same_pages")
def test_a_file_without_password_is_offered_one_afterwards(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    path = tmp_path / "out" / "summary.pdf"
    path.parent.mkdir()
    assert save(qtbot, screen, path) == f"summary.pdf is saved in {path.parent}. This file is not locked."
    assert len(PdfReader(path).pages) == 3
    add, *_ = screen.outgoing.message.buttons()
    assert add.text() == "Add a password"
    add.click()
    assert QApplication.focusWidget() in (screen.choices.lock.password.edit, None)
    assert "cannot be recovered" in screen.outgoing.message.text()
    type_password(screen, PASSWORD)
    screen.outgoing.message.buttons()[0].click()
    qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=20_000)
    assert screen.outgoing.message.text() == f"summary.pdf is saved in {path.parent}. It opens only with its password."
    assert_locked(path)
    screen.choices.goal.setText("another goal")
    assert screen.outgoing.message.text() == ""
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.slow
def test_the_file_that_was_saved_is_locked_unchanged_whatever_was_chosen_since(
    qtbot: QtBot, screen: ReportScreen, weeks: Logbook, tmp_path: Path
) -> None:
    path = tmp_path / "summary.pdf"
    weeks.save(rating_on(YESTERDAY, DARK_URINE, 3))
    settled(qtbot, screen)
    save(qtbot, screen, path)
    open_pages = [page.extract_text() for page in PdfReader(path).pages]
    assert "dark urine on 1 day, 3 of 10" in " ".join(open_pages[0].split())
    screen.choices.boxes["warnings"].tick(False)
    screen.choices.goal.setText("another goal")
    assert screen.outgoing.message.text().startswith("summary.pdf was saved before you changed the choices.")
    weeks.save(rating_on(YESTERDAY, SUICIDAL, 2))
    screen.outgoing.message.buttons()[0].click()
    screen.choices.lock.password.edit.setText("ä" * 64)
    screen.outgoing.message.buttons()[0].click()
    assert "too long" in screen.outgoing.message.text()
    screen.outgoing.message.buttons()[0].click()
    type_password(screen, PASSWORD)
    screen.outgoing.message.buttons()[0].click()
    qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=20_000)
    assert_locked(path)
    assert [page.extract_text() for page in PdfReader(path, password=PASSWORD).pages] == open_pages


@pytest.mark.usefixtures("same_pages")
def test_with_a_password_only_locked_bytes_reach_the_disk(
    qtbot: QtBot, screen: ReportScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journal.ui.report import making

    written: list[bytes] = []
    real = whole_file

    def watched(path: Path, *, never: Path | None = None) -> Any:
        context = real(path, never=never)

        class Watched:
            def __enter__(self) -> Watched:
                self._file = context.__enter__()
                return self

            def __exit__(self, *problem: Any) -> Any:
                return context.__exit__(*problem)

            def write(self, data: bytes) -> None:
                written.append(data)
                self._file.write(data)

        return Watched()

    monkeypatch.setattr(making, "whole_file", watched)
    type_password(screen, PASSWORD)
    assert "cannot be recovered" in screen.choices.lock.locked.text()
    save(qtbot, screen, tmp_path / "summary.pdf")
    assert len(written) == 1 and b"/Encrypt" in written[0]
    assert_locked(tmp_path / "summary.pdf")


def assert_locked(path: Path) -> None:
    with pytest.raises(PdfiumError, match="password"), ONE_AT_A_TIME:
        PdfDocument(path)
    with ONE_AT_A_TIME:
        assert PdfDocument(path, PASSWORD).get_version() == 20


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
@pytest.mark.parametrize("opens", [True, False])
def test_the_folder_of_what_was_saved_is_shown(
    qtbot: QtBot, screen: ReportScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    save(qtbot, screen, tmp_path / "summary.pdf")
    show = screen.outgoing.message.buttons()[-1]
    assert show.text() == "Show in folder"
    show.click()
    assert [Path(each) for each in opened] == [tmp_path]
    said = "" if opens else f"The folder could not be opened. The file is {tmp_path / 'summary.pdf'}."
    assert screen.outgoing.message.text() == said


@pytest.mark.usefixtures("same_pages")
def test_what_the_disk_refuses_is_said(qtbot: QtBot, screen: ReportScreen, weeks: Logbook, tmp_path: Path) -> None:
    said = save(qtbot, screen, tmp_path / "none" / "x.pdf")
    assert said.startswith("There is no folder") and screen.outgoing.save_button.isEnabled()
    assert "is the journal itself" in save(qtbot, screen, weeks.path)


@pytest.mark.usefixtures("same_pages")
def test_a_password_is_typed_twice(qtbot: QtBot, screen: ReportScreen) -> None:
    active(qtbot, screen)
    choices = screen.choices
    assert choices.lock.again.isHidden() and choices.lock.problem() == ""
    choices.lock.password.edit.setFocus()
    keys("a")
    assert not choices.lock.again.isHidden() and "Short passwords are guessed." in choices.lock.locked.text()
    screen.outgoing.save_button.click()
    assert screen.outgoing.message.text().startswith("Type the password a second time")
    assert screen.outgoing.dialog is None
    choices.lock.again.edit.setFocus()
    keys("b")
    assert screen.outgoing.message.text() == ""
    screen.outgoing.save_button.click()
    assert "not the same" in screen.outgoing.message.text() and screen.outgoing.dialog is None
    type_password(screen, PASSWORD)
    assert choices.lock.problem() == "" and "Short" not in choices.lock.locked.text()
    choices.lock.password.edit.clear()
    assert choices.lock.again.text() == "" and choices.lock.again.isHidden()


@pytest.mark.slow
def test_a_slip_while_a_saved_file_is_locked_is_said_and_over_once_it_is_put_right(
    qtbot: QtBot, screen: ReportScreen, tmp_path: Path
) -> None:
    path = tmp_path / "summary.pdf"
    save(qtbot, screen, path)
    screen.outgoing.message.buttons()[0].click()
    screen.choices.lock.password.edit.setText(PASSWORD)
    screen.choices.lock.again.edit.setText("another 1")
    screen.outgoing.message.buttons()[0].click()
    assert "not the same" in screen.outgoing.message.text() and len(PdfReader(path).pages) == 3
    screen.choices.lock.again.edit.setText(PASSWORD)
    assert "not the same" not in screen.outgoing.message.text()
    screen.outgoing.message.buttons()[0].click()
    qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=20_000)
    assert_locked(path)


@pytest.mark.slow
def test_a_password_longer_than_a_pdf_takes_is_refused(screen: ReportScreen) -> None:
    screen.choices.lock.password.edit.setText("ä" * 64)
    screen.outgoing.save_button.click()
    assert "too long" in screen.outgoing.message.text() and screen.outgoing.dialog is None


@pytest.mark.usefixtures("same_pages")
def test_the_suggested_name_tells_nothing(screen: ReportScreen) -> None:
    screen.outgoing.save_button.click()
    dialog = screen.outgoing.dialog
    assert isinstance(dialog, QFileDialog) and dialog.defaultSuffix() == "pdf"
    assert [Path(each).name for each in dialog.selectedFiles()] == ["journal-summary-2026-11-21.pdf"]
    dialog.reject()


@pytest.mark.usefixtures("same_pages")
def test_what_went_out_is_noted_for_the_next_report(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    logbook = screen.outgoing._bridge.logbook
    before = logbook.undo_step
    save(qtbot, screen, tmp_path / "summary.pdf")
    assert logbook.preferences.reports == (logbook.today(),)
    assert logbook.undo_step == before  # no step that Undo takes back


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_news_moves_nothing_that_is_typed_in(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    active(qtbot, screen)
    screen.choices.goal.setFocus()
    keys("sleep")
    typed_in = (screen.choices.words, screen.choices.goal, screen.choices.lock.password)
    before = [each.mapTo(screen, each.rect().topLeft()) for each in typed_in]
    save(qtbot, screen, tmp_path / "summary.pdf")
    assert screen.outgoing.message.isVisible() and screen.outgoing.outcome.height() > 40
    assert [each.mapTo(screen, each.rect().topLeft()) for each in typed_in] == before
    keys(" well")
    assert screen.choices.goal.text() == "sleep well"


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_the_keyboard_stays_with_the_news(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    active(qtbot, screen)
    screen.outgoing.save_button.setFocus()
    save(qtbot, screen, tmp_path / "summary.pdf")
    add, *_ = screen.outgoing.message.buttons()
    assert QApplication.focusWidget() is add
    keys(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is screen.choices.lock.password.edit
    keys("geheim & 1", Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen.choices.lock.again.edit
    keys("geheim & 1")
    lock = screen.outgoing.message.buttons()[0]
    lock.setFocus()
    keys(Qt.Key.Key_Space)
    assert screen.outgoing.outcome.isAncestorOf(target()) or target() is screen.outgoing.outcome
    qtbot.waitUntil(lambda: "only with its password" in screen.outgoing.message.text())
    ok, _show = screen.outgoing.message.buttons()
    assert QApplication.focusWidget() is ok
    keys(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is screen.outgoing.save_button and screen.outgoing.outcome.isHidden()


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_enter_in_the_password_locks_the_file_where_that_is_asked(
    qtbot: QtBot, screen: ReportScreen, tmp_path: Path
) -> None:
    active(qtbot, screen)
    path = tmp_path / "summary.pdf"
    screen.choices.lock.password.edit.setFocus()
    keys(Qt.Key.Key_Return)
    assert not path.exists() and screen.outgoing.message.text() == ""
    save(qtbot, screen, path)
    screen.outgoing.message.buttons()[0].click()
    type_password(screen, PASSWORD)
    keys(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "only with its password" in screen.outgoing.message.text())
    assert_locked(path)
    assert QApplication.focusWidget() is screen.choices.lock.password.edit


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_what_is_being_locked_is_locked_when_the_program_ends(
    qtbot: QtBot, screen: ReportScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "summary.pdf", pdf.protect

    def slowly(*given: Any) -> bytes:
        time.sleep(0.2)
        return real(*given)

    save(qtbot, screen, path)
    screen.outgoing.message.buttons()[0].click()
    type_password(screen, PASSWORD)
    monkeypatch.setattr(pdf, "protect", slowly)
    screen.choices.lock.entered.emit()
    assert screen.outgoing.busy
    wait_for_tasks()
    assert_locked(path)
