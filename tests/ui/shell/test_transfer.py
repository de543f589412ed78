"""From the window: a foreign file is asked about, imported as one step, and can be dropped onto the window."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from journal import cli
from journal.core.entries import Dose, Measurement, Note, Person, Product, Rating, Setting, Symptom
from journal.core.symptoms import SymptomKind
from journal.exchange.export import FORMATS, export_to, usual_choice_for
from journal.logbook import Logbook
from journal.texts import english
from journal.ui.importing.dropping import one_file
from journal.ui.importing.left_out import LeftOutDialog
from journal.ui.importing.refused import DoubtfulDialog
from journal.ui.kit.tab_order import move_in_reading_order
from journal.ui.safety.happening import HappeningNow
from journal.ui.shell.body import Body
from journal.ui.shell.transfer import Transfer
from tests.exchange.foreign import FOLDER
from tests.exchange.texts import json_bytes
from tests.journals import ago, new_journal, note
from tests.ui.importing.conftest import settle


@pytest.fixture
def transfer(body: Body) -> Transfer:
    assert body.bridge is not None
    return body._transfers.of(body.bridge)


def _asked(qtbot: QtBot, transfer: Transfer) -> None:
    qtbot.waitUntil(lambda: transfer.asking is not None, timeout=10_000)
    assert transfer.asking is not None
    settle(qtbot, transfer.asking)


def _import_german(qtbot: QtBot, transfer: Transfer) -> None:
    transfer.import_from(FOLDER / "table-german.csv")
    _asked(qtbot, transfer)
    assert transfer.asking is not None
    transfer.asking.import_button.click()


def _saved_as(transfer: Transfer, name: Path, kind: str) -> None:
    """Choose a name without an ending and a kind of file in the open dialog."""
    dialog = transfer.dialog
    assert dialog is not None
    dialog.setDirectory(str(name.parent))
    dialog.selectNameFilter(next(each for each in dialog.nameFilters() if kind in each))
    dialog.selectFile(name.name)
    dialog.accept()


def _files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


@pytest.mark.slow
def test_what_was_exported_is_known_until_a_passphrase_is_set(
    transfer: Transfer, body: Body, plain_book: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    transfer.export_to(tmp_path / "all.json")
    qtbot.waitUntil(lambda: "written to" in transfer.message.text(), timeout=10_000)
    assert body.computer.exports_of(plain_book.path) == (tmp_path / "all.json",)


def test_an_import_is_one_step_and_the_mapping_is_kept(
    transfer: Transfer, body: Body, plain_book: Logbook, qtbot: QtBot
) -> None:
    _import_german(qtbot, transfer)
    qtbot.waitUntil(lambda: "were imported" in transfer.message.text(), timeout=10_000)
    said = transfer.message.text().splitlines()
    assert said[0].startswith("6 entries were imported")
    assert said[1].startswith("New are: ") and sum(map(int, re.findall(r"\d+", said[1]))) == 6
    assert plain_book.totals()[0] == 4
    assert list((plain_book.path.parent / "backups").glob("*before-import*")) == []  # there was nothing to lose
    body.undo()
    assert plain_book.undo_step is not None and plain_book.undo_step.label == "import.remembered"
    assert plain_book.totals()[0] == 0
    kept = [each for part in plain_book.slices("setting") for each in part if isinstance(each, Setting)]
    assert [each.id.partition(".")[0] for each in kept] == ["import"]


def test_after_ok_the_keyboard_is_on_the_screen_below(transfer: Transfer, body: Body, qtbot: QtBot) -> None:
    _import_german(qtbot, transfer)
    qtbot.waitUntil(lambda: "were imported" in transfer.message.text(), timeout=10_000)
    answer = _buttons(transfer)["OK"]
    body.window().activateWindow()
    with qtbot.waitActive(body.window()):
        answer.setFocus()
    assert QApplication.focusWidget() is answer
    answer.click()
    focused, page = QApplication.focusWidget(), body.stack.currentWidget()
    assert focused is not None and page is not None and page.isAncestorOf(focused)


def test_the_keyboard_is_on_the_answer_that_changes_nothing(
    transfer: Transfer, body: Body, qtbot: QtBot, tmp_path: Path
) -> None:
    """Import is one step before it, not all around the window."""
    _offered(transfer, qtbot, tmp_path)
    buttons = transfer.message.buttons()
    assert body.window().focusWidget() is buttons[-1] and buttons[-1].text() == "Leave it"
    assert move_in_reading_order(body.window(), forward=False)
    assert body.window().focusWidget() is buttons[-2]


@pytest.mark.quick_every(2)
@pytest.mark.parametrize("what", ["undo", "another change"])
def test_what_undo_takes_back_is_said_until_the_next_change(
    transfer: Transfer, body: Body, plain_book: Logbook, qtbot: QtBot, what: str
) -> None:
    _import_german(qtbot, transfer)
    qtbot.waitUntil(lambda: "Undo takes them back" in transfer.message.text(), timeout=10_000)
    qtbot.wait(20)  # the news of the import itself does not end it
    assert transfer.isVisible()
    if what == "undo":
        body.undo()
    else:
        plain_book.save(Setting(id="day_start", value="300"))
    qtbot.waitUntil(transfer.isHidden)


@pytest.mark.slow
def test_what_has_no_kind_is_told_before_and_after_the_import(transfer: Transfer, qtbot: QtBot) -> None:
    told = "The kinds of 2 products are not said."
    transfer.import_from(FOLDER / "herbal-tracker-2.json")
    _asked(qtbot, transfer)
    assert transfer.asking is not None
    assert told in transfer.asking.outcome.state.text()
    transfer.asking.import_button.click()
    qtbot.waitUntil(lambda: "were imported" in transfer.message.text(), timeout=10_000)
    assert told in transfer.message.text()


def test_cancel_leaves_everything_as_it_is(transfer: Transfer, plain_book: Logbook, qtbot: QtBot) -> None:
    before = plain_book.undo_step
    transfer.import_from(FOLDER / "herbal-tracker-2.json")
    _asked(qtbot, transfer)
    assert transfer.asking is not None
    transfer.asking.cancel_button.click()
    assert plain_book.undo_step == before
    assert plain_book.totals()[0] == 0


@pytest.mark.slow
def test_a_file_is_dropped_onto_the_window(transfer: Transfer, body: Body, qtbot: QtBot) -> None:
    data = _files(FOLDER / "herbal-tracker-2.json")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDropEvent(QPointF(5, 5), copy, data, left, none, QEvent.Type.DragEnter)
    QApplication.sendEvent(body.main, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), copy, data, left, none)
    QApplication.sendEvent(body.main, drop)
    _asked(qtbot, transfer)
    assert transfer.asking is not None
    assert transfer.asking.windowTitle() == "Import herbal-tracker-2.json"
    transfer.asking.reject()


def test_a_journal_is_dropped_onto_the_window_to_be_opened(body: Body, qtbot: QtBot, tmp_path: Path) -> None:
    journal = tmp_path / "Other.LEAF"
    journal.touch()
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    one, other = _files(journal), _files(tmp_path / "gone.leaf")
    enter = QDropEvent(QPointF(5, 5), copy, one, left, none, QEvent.Type.DragEnter)
    QApplication.sendEvent(body.main, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(body.journal_brought) as brought:
        QApplication.sendEvent(body.main, QDropEvent(QPointF(5, 5), copy, one, left, none))
    assert brought.args == [journal]
    gone = QDropEvent(QPointF(5, 5), copy, other, left, none, QEvent.Type.DragEnter)
    QApplication.sendEvent(body.main, gone)
    assert not gone.isAccepted()


def test_only_one_local_file_is_taken() -> None:
    one = FOLDER / "table-us.csv"
    assert one_file(_files(one)) == one
    assert one_file(_files(one, one)) is None
    text = QMimeData()
    text.setText("words")
    assert one_file(text) is None
    link = QMimeData()
    link.setUrls([QUrl("https://example.org/a.csv")])
    assert one_file(link) is None


def test_a_file_that_is_nothing_is_refused(transfer: Transfer, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "z.csv").write_bytes(b"PK\x03\x04" + bytes(100))
    transfer.import_from(tmp_path / "z.csv")
    qtbot.waitUntil(lambda: "is damaged" in transfer.message.text(), timeout=10_000)
    (tmp_path / "z.csv").write_bytes(b"Dear diary")
    transfer.import_from(tmp_path / "z.csv")
    qtbot.waitUntil(lambda: "in no format" in transfer.message.text(), timeout=10_000)


@pytest.mark.quick_every(3)
@pytest.mark.parametrize("ending", [each.ending for each in FORMATS])
def test_the_window_writes_every_format_that_the_command_line_does(
    transfer: Transfer, plain_book: Logbook, ending: str, tmp_path: Path, qtbot: QtBot
) -> None:
    plain_book.save(Person(next_visit=plain_book.today()), Product(name="Green"))
    note(plain_book, "open", 10)
    plain_book.save(Note(at=ago(plain_book, 5), text="secret", private=True))
    _ask_for(transfer, ending)
    _saved_as(transfer, tmp_path / "window", ending)
    qtbot.waitUntil(lambda: f"window{ending}" in transfer.message.text(), timeout=10_000)
    assert "not encrypted" in transfer.message.text()
    assert ("private are in it" in transfer.message.text()) is usual_choice_for(Path(f"x{ending}")).private
    assert cli.main(["--journal", str(plain_book.path), "export", str(tmp_path / f"command{ending}")]) == 0
    assert (tmp_path / f"window{ending}").read_bytes() == (tmp_path / f"command{ending}").read_bytes()


def _ask_for(transfer: Transfer, ending: str) -> None:
    transfer.export_file()
    assert transfer.exporting is not None
    transfer.exporting.format.set_value(ending)
    transfer.exporting.format.changed.emit(ending)
    transfer.exporting.next_button.click()


@pytest.mark.parametrize(
    ("name", "said"), [("mine.csv", "There is a file called mine.csv.xlsx already"), ("other.csv", "other.csv.xlsx")]
)
def test_a_name_of_another_format_gets_the_chosen_ending_and_replaces_nothing(
    transfer: Transfer, tmp_path: Path, qtbot: QtBot, name: str, said: str
) -> None:
    (tmp_path / "mine.csv.xlsx").write_bytes(b"mine")
    _ask_for(transfer, ".xlsx")
    assert transfer.dialog is not None
    transfer.dialog.setDirectory(str(tmp_path))
    transfer.dialog.selectFile(name)
    transfer.dialog.accept()
    qtbot.waitUntil(lambda: said in transfer.message.text(), timeout=10_000)
    assert (tmp_path / "mine.csv.xlsx").read_bytes() == b"mine"


def test_an_ending_that_says_no_format_is_refused(transfer: Transfer, tmp_path: Path, qtbot: QtBot) -> None:
    transfer.export_to(tmp_path / "out.odt")
    qtbot.waitUntil(lambda: "ends in none of .json, .csv, .zip" in transfer.message.text(), timeout=10_000)
    assert list(tmp_path.glob("out*")) == []


# --- while the journal is at work ------------------------------------------------------------------------------------


@pytest.fixture
def at_work(transfer: Transfer, plain_book: Logbook, qtbot: QtBot) -> Iterator[threading.Event]:
    """A worker that writes until the event is set."""
    begun, go = threading.Event(), threading.Event()

    def write(_task: object) -> None:
        with plain_book._file.writing():
            begun.set()
            go.wait(20)

    transfer._run("Importing", write, lambda _done: None)
    assert begun.wait(60)
    yield go
    go.set()
    qtbot.waitUntil(lambda: not transfer.busy, timeout=10_000)


@pytest.mark.slow
def test_a_second_file_waits_while_the_first_is_written(
    transfer: Transfer, body: Body, qtbot: QtBot, at_work: threading.Event
) -> None:
    asked: list[str] = []
    body.lock_wanted.connect(lambda: asked.append("lock"))
    transfer.import_from(FOLDER / "table-german.csv")
    assert transfer.message.text() == "A larger task is running. Try again when it has ended."
    qtbot.wait(200)  # a reading would have ended by now
    body.lock_now()
    assert transfer.busy and transfer.asking is None and asked == []
    transfer.message.buttons()[0].click()
    assert transfer.isVisible(), "what is under way is still shown"
    at_work.set()
    qtbot.waitUntil(lambda: not transfer.busy, timeout=10_000)
    body.lock_now()
    assert asked == ["lock"]


# --- a change between the count and the import -----------------------------------------------------------------------


def _offered(transfer: Transfer, qtbot: QtBot, tmp_path: Path) -> Note:
    """A file with a dose of today and a note stands ready to be imported; the note."""
    with new_journal(tmp_path / "other.leaf", None).open() as other:
        kept = note(other, "elsewhere", 20)
        other.save(Dose(at=ago(other, 30)))
        export_to(other, tmp_path / "other.json", english())
    transfer.import_from(tmp_path / "other.json")
    qtbot.waitUntil(
        lambda: transfer.message.text().splitlines()[:1] == ["other.json: 2 new, 0 already here, 0 refused."],
        timeout=10_000,
    )
    return kept


@pytest.mark.slow
def test_a_mark_made_after_the_count_goes_with_the_import(
    transfer: Transfer, body: Body, plain_book: Logbook, qtbot: QtBot, tmp_path: Path
) -> None:
    _offered(transfer, qtbot, tmp_path)
    assert body.today is not None
    body.today.new_entry.mark_none()
    assert plain_book.days(plain_book.today(), plain_book.today())[0].marks
    transfer.message.buttons()[0].click()
    qtbot.waitUntil(lambda: "were imported" in transfer.message.text(), timeout=10_000)
    (day,) = plain_book.days(plain_book.today(), plain_book.today())
    assert len(day.doses) == 1 and day.marks == ()
    body.undo()
    (day,) = plain_book.days(plain_book.today(), plain_book.today())
    assert day.doses == () and len(day.marks) == 1


def test_other_counts_are_shown_before_anything_is_written(
    transfer: Transfer, plain_book: Logbook, qtbot: QtBot, tmp_path: Path
) -> None:
    plain_book.save(_offered(transfer, qtbot, tmp_path))
    transfer.message.buttons()[0].click()
    qtbot.waitUntil(lambda: "1 new, 1 already here" in transfer.message.text(), timeout=10_000)
    assert plain_book.last_dose() is None
    transfer.message.buttons()[0].click()
    qtbot.waitUntil(lambda: "1 entry was imported" in transfer.message.text(), timeout=10_000)
    assert plain_book.last_dose() is not None


def test_warning_signs_that_come_are_one_list_with_what_to_do(
    transfer: Transfer, body: Body, plain_book: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    other = new_journal(tmp_path / "other.leaf", None).open()
    sign = Symptom(code="chest_pain", kind=SymptomKind.WARNING)
    rated = [Rating(at=ago(other, minutes), symptom=sign.id, value=4) for minutes in (60, 20 * 24 * 60)]
    other.save(sign, *rated, Rating(at=ago(other, 5), symptom=sign.id, value=0))
    export_to(other, tmp_path / "signs.json", english())
    other.close()
    body.set_country("US")
    transfer.import_from(tmp_path / "signs.json")
    qtbot.waitUntil(lambda: "4 new" in transfer.message.text(), timeout=10_000)
    transfer.message.buttons()[0].click()
    qtbot.waitUntil(lambda: transfer.signs is not None, timeout=10_000)
    assert transfer.signs is not None and transfer.signs.isVisible()
    recent, old = transfer.signs.list.lines()
    assert "Call 911. Sit down and rest." in recent
    assert "If it has passed, do this. Call 911. It was within the last 12 hours." in recent
    assert "If nobody has looked at this yet, do this. See a doctor this week. It was more than three days ago." in old
    assert body.findChildren(HappeningNow) == []  # nothing is asked
    transfer.signs.accept()
    assert transfer.signs is None


# --- values that may be slips ----------------------------------------------------------------------------------------


@pytest.fixture
def odd(plain_book: Logbook, tmp_path: Path) -> Path:
    """Our own table, edited by hand: six slips in seven measurements."""
    day = plain_book.today().isoformat()
    rows = [f"measurement,{day}T0{n}:10:00+01:00,{60 + n * 200},80" for n in range(1, 8)]
    path = tmp_path / "odd.csv"
    path.write_text("\n".join(["kind,time,systolic,diastolic", *rows, ""]), encoding="utf-8")
    return path


def _buttons(transfer: Transfer) -> dict[str, QPushButton]:
    return {each.text(): each for each in transfer.message.buttons()}


def test_what_may_be_a_slip_is_named_and_taken_only_after_a_yes(
    transfer: Transfer, plain_book: Logbook, odd: Path, qtbot: QtBot
) -> None:
    transfer.import_from(odd)
    qtbot.waitUntil(lambda: bool(transfer.message.text()), timeout=10_000)
    said = transfer.message.text().splitlines()
    begin = said.index("6 values may be slips.")
    assert said[begin + 1] == "line 3: systolic: is 460 right?"
    assert list(_buttons(transfer)) == ["Yes, import 7 entries as written", "Show all that may be slips", "Leave it"]
    assert plain_book.totals()[0] == 0
    _buttons(transfer)["Yes, import 7 entries as written"].click()
    qtbot.waitUntil(lambda: "were imported" in transfer.message.text(), timeout=10_000)
    measured = [each for part in plain_book.slices("measurement") for each in part if isinstance(each, Measurement)]
    assert max(each.systolic or 0 for each in measured) == 1460


@pytest.mark.slow
def test_all_that_may_be_slips_are_listed(transfer: Transfer, odd: Path, qtbot: QtBot) -> None:
    transfer.import_from(odd)
    qtbot.waitUntil(lambda: bool(transfer.message.text()), timeout=10_000)
    _buttons(transfer)["Show all that may be slips"].click()
    dialog = transfer.window().findChild(DoubtfulDialog)
    assert isinstance(dialog, DoubtfulDialog)
    assert len(dialog.list.lines()) == 6
    dialog.accept()
    qtbot.waitUntil(lambda: "Leave it" in _buttons(transfer), timeout=10_000)


def test_what_was_left_out_stays_to_be_kept_after_importing(transfer: Transfer, qtbot: QtBot) -> None:
    _import_german(qtbot, transfer)
    qtbot.waitUntil(lambda: "were imported" in transfer.message.text(), timeout=10_000)
    buttons = _buttons(transfer)
    assert list(buttons) == ["Show 2 rows that were left out", "OK"]
    buttons["Show 2 rows that were left out"].click()
    dialog = transfer.window().findChild(LeftOutDialog)
    assert isinstance(dialog, LeftOutDialog)
    assert len(dialog.list.lines()) == 2
    dialog.accept()
    qtbot.waitUntil(lambda: "Show 2 rows that were left out" in _buttons(transfer), timeout=10_000)


def test_an_own_file_that_says_otherwise_can_be_taken(
    transfer: Transfer, plain_book: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    mine = note(plain_book, "rain")
    export_to(plain_book, tmp_path / "a.json", english())
    content = (tmp_path / "a.json").read_text(encoding="utf-8")
    (tmp_path / "a.json").write_text(content.replace('"rain"', '"snow"'), encoding="utf-8")
    transfer.import_from(tmp_path / "a.json")
    qtbot.waitUntil(lambda: bool(transfer.message.text()), timeout=10_000)
    assert "“rain” here, “snow” in the file" in transfer.message.text()
    taking = "Import, and take what the file says of 1 entry"
    assert list(_buttons(transfer)) == [taking, "Show all that is left out", "Leave it"]
    _buttons(transfer)[taking].click()
    qtbot.waitUntil(lambda: "was changed as the file says" in transfer.message.text(), timeout=10_000)
    taken = plain_book.get(mine.id)
    assert isinstance(taken, Note) and taken.text == "snow"


def test_an_import_waits_for_what_is_being_done(
    transfer: Transfer, plain_book: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    note(plain_book, "rain")
    export_to(plain_book, tmp_path / "a.json", english())
    content = (tmp_path / "a.json").read_text(encoding="utf-8")
    (tmp_path / "a.json").write_text(content.replace('"rain"', '"snow"'), encoding="utf-8")
    transfer.import_from(tmp_path / "a.json")
    qtbot.waitUntil(lambda: bool(transfer.message.text()), timeout=10_000)
    taking = _buttons(transfer)["Import, and take what the file says of 1 entry"]
    transfer.busy = True
    taking.click()
    qtbot.wait(250)
    assert "larger task" not in transfer.message.text()
    transfer.busy = False
    qtbot.waitUntil(lambda: "was changed as the file says" in transfer.message.text(), timeout=10_000)


def test_another_journal_is_joined_by_name_or_kept_apart(
    transfer: Transfer, plain_book: Logbook, tmp_path: Path, qtbot: QtBot
) -> None:
    ours = Product(name="Green")
    note(plain_book, "rain")
    plain_book.save(ours)
    theirs = [Product(name="green"), Setting(id="paper", value="letter")]
    (tmp_path / "theirs.json").write_bytes(json_bytes(theirs, []))
    transfer.import_from(tmp_path / "theirs.json")
    qtbot.waitUntil(lambda: "go to yours" in transfer.message.text(), timeout=10_000)
    assert list(_buttons(transfer)) == ["Keep all of one name apart", "Take its settings, too", "OK"]
    _buttons(transfer)["Keep all of one name apart"].click()
    qtbot.waitUntil(lambda: "stays apart, beside yours" in transfer.message.text(), timeout=10_000)
    assert "Import 1 entry" in _buttons(transfer) and "Join all of one name" in _buttons(transfer)
    _buttons(transfer)["Take its settings, too"].click()
    qtbot.waitUntil(lambda: "Import 2 entries" in _buttons(transfer), timeout=10_000)
    _buttons(transfer)["Import 2 entries"].click()
    qtbot.waitUntil(lambda: "green" in [product.name for product in plain_book.products()], timeout=10_000)
    assert plain_book.get("paper") is not None


def test_a_backup_from_the_menu_is_told_to_whoever_lists_them(transfer: Transfer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(transfer._bridge.backed_up, timeout=20_000):
        transfer.back_up()


def test_a_name_is_proposed_for_what_is_exported(transfer: Transfer, plain_book: Logbook, qtbot: QtBot) -> None:
    _ask_for(transfer, ".xlsx")
    assert transfer.dialog is not None
    assert Path(transfer.dialog.selectedFiles()[0]).name == f"journal-{plain_book.today().isoformat()}.xlsx"
    transfer.dialog.reject()
