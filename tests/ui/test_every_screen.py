"""Every screen, with each of its forms: names, the way of the Tab key, colours, and room for large and long texts."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.core.amounts import Dimension
from journal.core.entries import DayMark, Dose, Note, Product, ProductKind, Rating, Symptom, Unit
from journal.core.moments import moment_now
from journal.db.failures import user_error
from journal.exchange.names import Names
from journal.exchange.sniffing import recognised
from journal.guidance.signs_brought import FoundSigns
from journal.guidance.signs_in_words import country_of
from journal.logbook import Logbook
from journal.texts import Texts, english
from journal.ui.exporting.dialog import ExportDialog
from journal.ui.importing.dialog import ImportDialog
from journal.ui.importing.left_out import LeftOutDialog
from journal.ui.importing.sample import sample_of
from journal.ui.importing.signs_found import SignsFoundDialog
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import wait_for_tasks, working
from journal.ui.kit.theme import DARK, LIGHT, Theme, apply_theme
from journal.ui.kit.widget_styles import stylesheet
from journal.ui.safety.prose import MarkButton
from journal.ui.shell import help as help_pages
from journal.ui.shell.body import Body
from journal.ui.shell.crash import CrashDialog, problem_words
from journal.ui.shell.window import MainWindow
from tests.exchange.foreign import FOLDER
from tests.journals import START_MS
from tests.signs import all_noted
from tests.ui import fits
from tests.ui.conftest import BridgeTo
from tests.ui.fits import (
    back_steps,
    cut,
    focusable,
    longer,
    out_of_sight,
    overlapping,
    too_small,
    unlabelled,
    unnamed,
    unsaid,
)
from tests.ui.fonts import FILES, both_fonts
from tests.ui.health.made_up import fill_health
from tests.ui.kit.test_theme import contrast
from tests.ui.scenes import SCENES
from tests.ui.trends.weeks import BACK, GREEN, WEIGHED, fill

WINDOW, SMALL, LOW, SMALLEST = (1240, 900), (1000, 760), (520, 640), (520, 480)

# --- the journal and the window -------------------------------------------------------------------------------------


@pytest.fixture
def filled_book(plain_book: Logbook) -> Logbook:
    """Five weeks, a product with an own unit, and a day with one entry of each kind."""
    fill(plain_book, 35)
    capsules = Product(name="Capsules & Co", kind=ProductKind.CAPSULE, vendor="Corner shop", strength="45 mg each")
    capsule = Unit(product=capsules.id, name="capsule", quantity=500, dimension=Dimension.MASS, spread=40)
    feet = Symptom(name="Burning feet", position=5, active_from=dt.date(2026, 1, 1))
    plain_book.save(capsules, capsule)
    plain_book.save(feet)
    now = moment_now(plain_book.clock)
    plain_book.save(Dose(at=now, product=GREEN.id, amount=WEIGHED, note="With a small breakfast."))
    plain_book.save(Rating(at=now, symptom=BACK.id, value=6), Rating(at=now, symptom=feet.id, value=3))
    plain_book.save(Note(at=now, text="Slept badly, walked the dog."))
    plain_book.save(DayMark(day=plain_book.today() - dt.timedelta(days=7)))
    fill_health(plain_book)
    deleted = Note(at=now, text="Deleted again.")
    plain_book.save(deleted)
    plain_book.delete([deleted.id])
    return plain_book


Show = Callable[[Texts, tuple[int, int]], Body]


@pytest.fixture
def show(filled_book: Logbook, qtbot: QtBot, tmp_path: Path) -> Iterator[Show]:
    windows: list[MainWindow] = []

    def made(texts: Texts, size: tuple[int, int]) -> Body:
        window = MainWindow(texts, Computer(tmp_path / "device.ini"))
        windows.append(window)
        qtbot.addWidget(window)
        window.body.show_journal(Bridge(filled_book, texts, window))
        window.resize(*size)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        return window.body

    yield made
    wait_for_tasks()
    for each in windows:
        if each.body.bridge is not None:
            each.body.bridge.close()


def settle(qtbot: QtBot) -> None:
    """Until workers have answered, screens that come in turns are complete, and all of it is laid out."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not working(), timeout=20_000)
        qtbot.wait(1)
    before = -1
    while before != (now := len(QApplication.allWidgets())):
        before = now
        qtbot.wait(60)
        fits.settle()


# What the quick suite looks at: a form of each shape, a list with its pane, a long page, one beside the journal.
QUICK = ("dose", "happening now", "diary, changing", "products, own unit", "health, a condition", "settings, journal",
         "flare", "emergency", "welcome, step 3")  # fmt: skip


ALL = tuple(SCENES)
EVEN, ODD = ALL[::2], ALL[1::2]


def everywhere(body: Body, qtbot: QtBot, faults: Callable[[QWidget], list[str]], scenes: Iterable[str] = SCENES) -> str:
    """What is wrong, a line each."""
    found = []
    for name in scenes:
        SCENES[name](body)
        settle(qtbot)
        found += [f"{name}: {fault}" for fault in faults(body.main)]
    return "\n".join(found)


@pytest.fixture
def ask(filled_book: Logbook, qtbot: QtBot, bridge_to: BridgeTo) -> Callable[[Texts], ImportDialog]:
    """The dialog about a table of another program."""

    def made(texts: Texts) -> ImportDialog:
        path = next(FOLDER.glob("*.csv"))
        here = Names({}, {}, {}, texts)
        dialog = ImportDialog(bridge_to(filled_book, texts), sample_of(filled_book, path, recognised(path), here))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        with qtbot.waitActive(dialog):
            pass
        qtbot.waitUntil(lambda: dialog.preview is not None, timeout=20_000)  # what it counts moves what is below
        settle(qtbot)
        return dialog

    return made


# --- the keyboard and the screen reader -----------------------------------------------------------------------------


def way(root: QWidget, key: Qt.Key) -> list[QWidget]:
    """Where a key leads from the place that has the keyboard now, until it comes round."""
    found: list[QWidget] = []
    for _ in range(1000):
        QTest.keyClick(QApplication.focusWidget() or root, key)
        now = QApplication.focusWidget()
        if now is None or now in found:
            break
        found.append(now)
    return found


def lost(root: QWidget) -> list[str]:
    """Names that are missing or leave out what is seen, places that Tab does not reach, steps against reading order."""
    expected = focusable(root)
    forward, backward = way(root, Qt.Key.Key_Tab), way(root, Qt.Key.Key_Backtab)
    missed = [f"{_said(each)} is not reached" for each in expected if not _reached(each, forward)]
    missed += [f"{_said(each)} is not reached backwards" for each in expected if not _reached(each, backward)]
    strange = [f"{_said(each)} is reached, and is not to be" for each in forward if each not in expected]
    return [*unnamed(root), *unsaid(root), *unlabelled(root), *missed, *strange, *back_steps(expected, forward)]


def _reached(widget: QWidget, found: list[QWidget]) -> bool:
    """Of a group of which one is chosen, Tab goes to one; the arrow keys go to the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    together: list[QWidget] = list(group.buttons()) if group is not None else [widget]
    return any(each in found for each in together)


def _said(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"


@pytest.mark.slow
@pytest.mark.slow_every(2)  # of the other half CI looks at the mark of the keyboard, below
@pytest.mark.timeout(600)  # each step looks at every place of the window
@pytest.mark.parametrize("scenes", [EVEN, ODD], ids=["even", "odd"])
def test_every_place_has_a_name_and_is_reached_in_reading_order(
    show: Show, qtbot: QtBot, scenes: tuple[str, ...]
) -> None:
    """And what is read the same does the same, is large enough, and stands where it stands elsewhere."""
    body = show(english(), WINDOW)
    menus = _menus(body)

    def wrong(root: QWidget) -> list[str]:
        before = _place(body)
        found = [*lost(root), *said_twice(root), *too_small(root)]
        if _place(body) != before:
            found.append("Tab alone leads to another place")
        shown = [key for key, item in body.navigation.items.items() if item.isVisible()]
        if shown not in ([*body.navigation.items], ["emergency"], []) or _menus(body) != menus:
            found.append(f"other navigation: {shown}")
        return found

    assert everywhere(body, qtbot, wrong, scenes) == ""


def _place(body: Body) -> tuple[object, ...]:
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return body.navigation.current(), body.stack.currentWidget(), len(windows)


def _menus(body: Body) -> list[str]:
    return [action.text() for action in body.main.menuBar().actions()]


def said_twice(root: QWidget) -> list[str]:
    """Buttons that are told from others by their place alone; marks of one source lead to the same words."""
    names = Counter(_name(each) for each in focusable(root) if isinstance(each, QAbstractButton))
    return [f"{count} buttons “{name}”" for name, count in names.items() if count > 1]


def _name(button: QAbstractButton) -> str:
    name = button.accessibleName() or button.text()
    return f"{name} {id(button)}" if isinstance(button, MarkButton) else name


def test_two_buttons_of_one_name_are_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    first, second = QPushButton("Show", root), QPushButton("Show", root)
    root.show()
    assert said_twice(root) == ["2 buttons “Show”"]
    second.setAccessibleName("Show the second")
    assert said_twice(root) == [] and first.text() == second.text()


@pytest.mark.slow
def test_a_button_that_is_called_otherwise_than_it_reads_is_found(show: Show) -> None:
    body = show(english(), WINDOW)
    planted = QPushButton("&Call && say", body.navigation)
    planted.setAccessibleName("Dial, and say: call & say")
    planted.show()
    assert unsaid(body.main) == []
    planted.setAccessibleName("Dial")
    assert len(unsaid(body.main)) == 1
    planted.deleteLater()


@pytest.mark.slow
def test_the_import_dialog_is_reached_in_reading_order(ask: Callable[[Texts], ImportDialog]) -> None:
    assert "\n".join(lost(ask(english()))) == ""


# --- room -----------------------------------------------------------------------------------------------------------


def squeezed(root: QWidget) -> list[str]:
    return cut(root) + overlapping(root)


SIZES = {"smallest": ("dark", SMALLEST), "large": ("light", WINDOW), "small": ("dark", SMALL), "low": ("light", LOW)}
# Every second screen at each size, each screen with both fonts; all of them at each size, with both, are a campaign.
IN_SLOW = {"smallest-wide": EVEN, "large-narrow": EVEN, "small-narrow": ODD, "low-wide": ODD}


def _rooms() -> Iterator[Any]:
    """Some screens quickly, half of them in each size, all of them in each size and font."""
    for font in FILES:
        marks = [] if font == "wide" else [pytest.mark.slow]
        yield pytest.param(font, "dark", SMALLEST, QUICK, id=f"some, smallest-{font}", marks=marks)
    for (name, (scheme, size)), font in product(SIZES.items(), FILES):
        way = f"{name}-{font}"
        if way in IN_SLOW:
            yield pytest.param(font, scheme, size, IN_SLOW[way], id=f"half, {way}", marks=pytest.mark.slow)
        yield pytest.param(font, scheme, size, ALL, id=way, marks=pytest.mark.campaign)


@pytest.mark.parametrize(("font", "scheme", "size", "scenes"), [*_rooms()], indirect=["font"])
def test_nothing_is_cut_or_covered_at_200_percent_with_longer_texts(
    show: Show, qapp: QApplication, qtbot: QtBot, scheme: str, size: tuple[int, int], scenes: tuple[str, ...]
) -> None:
    apply_theme(qapp, scheme, 200)
    body = show(longer(), size)
    assert everywhere(body, qtbot, squeezed, scenes) == ""
    assert (body.main.width(), body.main.height()) == size  # nothing pushed the window wider


def ringless(root: QWidget) -> list[str]:
    """What looks the same with the keyboard and without."""
    found = []
    for each in [*focusable(root)]:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if each.hasFocus() and each.isVisible():
            place = QRect(each.mapTo(root, QPoint()), each.size()).adjusted(-4, -4, 4, 4)
            seen = root.grab(place).toImage()
            each.clearFocus()
            if root.grab(place).toImage() == seen:
                found.append(f"{type(each).__name__} “{each.accessibleName()}” in {type(each.parent()).__name__}")
    return found


@pytest.mark.slow
@pytest.mark.slow_every(2)
@pytest.mark.timeout(600)
@pytest.mark.parametrize("scenes", [ODD, EVEN], ids=["odd", "even"])
def test_where_the_keyboard_is_can_be_seen_everywhere(show: Show, qtbot: QtBot, scenes: tuple[str, ...]) -> None:
    assert everywhere(show(english(), WINDOW), qtbot, ringless, scenes) == ""


def test_what_looks_the_same_with_the_keyboard_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    plain = QWidget(root)
    plain.resize(40, 40)
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    root.show()
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)
    assert len(ringless(root)) == 1


def test_no_smaller_window_than_the_smallest_that_is_tested(show: Show) -> None:
    least = show(english(), WINDOW).main.minimumSize()
    assert (least.width(), least.height()) == SMALLEST


@pytest.mark.slow
@pytest.mark.timeout(300)  # waits for each place of the window
@pytest.mark.parametrize(
    ("font", "percent", "size", "scenes"),
    [
        pytest.param("wide", 200, (900, 600), EVEN, id="half, large text-wide"),
        pytest.param("narrow", 100, SMALLEST, ODD, id="half, small-narrow"),
        pytest.param("wide", 200, (900, 600), ALL, id="large text-wide", marks=pytest.mark.campaign),
        pytest.param("narrow", 200, (900, 600), ALL, id="large text-narrow", marks=pytest.mark.campaign),
        pytest.param("wide", 100, SMALLEST, ALL, id="small-wide", marks=pytest.mark.campaign),
        pytest.param("narrow", 100, SMALLEST, ALL, id="small-narrow", marks=pytest.mark.campaign),
    ],
    indirect=["font"],
)
def test_what_has_the_keyboard_is_in_sight(
    show: Show, qapp: QApplication, qtbot: QtBot, percent: int, size: tuple[int, int], scenes: tuple[str, ...]
) -> None:
    apply_theme(qapp, "light", percent)
    assert everywhere(show(longer(), size), qtbot, out_of_sight, scenes) == ""


def tight(qtbot: QtBot, dialog: QDialog) -> str:
    """What is wrong with a dialog at the smallest size that it lets itself be given."""
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(*SMALLEST)
    dialog.activateWindow()
    with qtbot.waitActive(dialog):
        pass
    settle(qtbot)
    too_large = dialog.width() > SMALLEST[0]
    return "\n".join(
        [
            *squeezed(dialog),
            *out_of_sight(dialog),
            *unsaid(dialog),
            *(["wider than the smallest window"] if too_large else []),
        ]
    )


@pytest.mark.slow
@both_fonts
def test_the_import_dialog_has_room(ask: Callable[[Texts], ImportDialog], qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "dark", 200)
    assert tight(qtbot, ask(longer())) == ""


def export_dialog(filled_book: Logbook, bridge_to: BridgeTo, texts: Texts) -> ExportDialog:
    """With everything in sight that it can ask."""
    dialog = ExportDialog(bridge_to(filled_book, texts))
    dialog.format.set_value(".xlsx")
    dialog.format.changed.emit(".xlsx")
    dialog.days.choose_some()
    dialog.kinds.choose_some()
    dialog.kinds.lists.tick()
    dialog.private.tick()
    dialog.next_button.click()
    return dialog


@both_fonts
def test_the_export_dialog_has_room(
    filled_book: Logbook, bridge_to: BridgeTo, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, "dark", 200)
    assert tight(qtbot, export_dialog(filled_book, bridge_to, longer())) == ""


def test_the_export_dialog_is_reached_in_reading_order(filled_book: Logbook, bridge_to: BridgeTo, qtbot: QtBot) -> None:
    dialog = export_dialog(filled_book, bridge_to, english())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    with qtbot.waitActive(dialog):
        pass
    settle(qtbot)
    assert "\n".join(lost(dialog)) == ""


LOG = Path("/home/someone/.local/state/leaf-journal/log")
JOURNAL = Path("/home/someone/.local/share/leaf-journal/journal.leaf")
DIALOGS: dict[str, Callable[[Texts], QDialog]] = {
    "shortcuts": help_pages.shortcuts_dialog,
    "formats": help_pages.formats_dialog,
    "licences": help_pages.licences_dialog,
    "about": help_pages.about_dialog,
    "manual": help_pages.manual_window,
    "problem": lambda texts: CrashDialog(texts, problem_words(texts, ValueError()), "", LOG),
    "damage": lambda texts: CrashDialog(texts, problem_words(texts, user_error("entries-damaged", JOURNAL)), "", LOG),
    "left out": lambda texts: LeftOutDialog(texts, Path("a table.csv"), ["line 2: the date is missing"] * 40),
    "signs found": lambda texts: SignsFoundDialog(
        texts, FoundSigns(tuple(all_noted("chest_pain", "suicidal_thoughts"))), START_MS, country_of("US")
    ),
}


@pytest.mark.quick_every(6)
@both_fonts
@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_has_room(name: str, qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light", 200)
    assert tight(qtbot, DIALOGS[name](longer())) == ""


@pytest.mark.slow
@both_fonts
def test_what_is_cut_covered_or_out_of_sight_is_found(show: Show, qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light", 200)
    body = show(longer(), SMALLEST)
    planted = QPushButton("cut off", body.navigation)
    planted.setGeometry(0, 0, 20, 40)
    planted.show()
    assert [each for each in cut(body.main) if "cut off" in each] != []
    assert [each for each in overlapping(body.main) if "cut off" in each] != []
    planted.move(0, 5000)
    assert [each for each in out_of_sight(body.main) if "cut off" in each] != []
    planted.deleteLater()


# --- colours --------------------------------------------------------------------------------------------------------

RULE = re.compile(r"([^{}]+)\{([^{}]+)\}")
GROUNDS = {
    # On a button that cannot be pressed; the first that fits counts.
    'on_accent"]:disabled': ("hover",), 'on_accent_small"]:disabled': ("hover",),
    "on_accent": ("accent",), "on_emergency": ("emergency_ground",), "emergency_number": ("emergency_ground",),
    "place_chosen": ("accent_ground",), "caution": ("card", "caution_ground"),
}  # fmt: skip
ANYWHERE = ("ground", "card", "navigation")


def pairs(theme: Theme) -> Iterator[tuple[str, str, str, float]]:
    """Selector, front, ground and the least contrast, of every rule in the stylesheet."""
    for selector, written in RULE.findall(stylesheet(theme)):
        said = dict(re.findall(r"([\w-]+):\s*([^;]+);", written))
        own = re.findall(r"#\w{6}", said.get("background", ""))
        known = next((each for role, each in GROUNDS.items() if f'"{role}' in selector), ANYWHERE)
        grounds = own or [getattr(theme, each) for each in known]
        if "color" in said:
            yield from ((selector.strip(), said["color"], ground, 4.5) for ground in grounds)
        edges = re.findall(r"#\w{6}", said.get("border", "") + said.get("border-color", ""))
        for edge in edges:
            if edge not in (theme.hairline, *own):  # what parts surfaces is no mark; a filled button is its own edge
                outside = known if known is not ANYWHERE else ("ground", "card")
                yield from ((selector.strip(), edge, getattr(theme, each), 3.0) for each in outside)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_the_stylesheet_has_its_contrast(theme: Theme) -> None:
    checked = list(pairs(theme))
    weak = [each for each in checked if contrast(QColor(each[1]), QColor(each[2])) < each[3]]
    assert weak == [] and len(checked) > 60
