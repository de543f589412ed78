"""The menu bar: everything that can be done, with its shortcut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from journal.texts.marked import marked
from journal.ui.entries.kinds import ENTRY_KINDS
from journal.ui.entries.listed import LISTED_KINDS
from journal.ui.importing.dropping import FileDrop, is_journal
from journal.ui.kit.event_loop import later
from journal.ui.kit.help_topic import HelpTopic
from journal.ui.kit.mnemonics import give_mnemonics
from journal.ui.kit.popups import close_popups
from journal.ui.kit.screen import Screen
from journal.ui.kit.theme import TEXT_SIZES
from journal.ui.kit.widgets import plain
from journal.ui.shell.other_layouts import OtherLayouts
from journal.ui.shell.places import DIARY, EMERGENCY, FLARE, FLARE_KEY, PLACES, SETTINGS, TODAY
from journal.ui.shell.status import redo_text, undo_text
from journal.ui.shell.unsaved import leave

if TYPE_CHECKING:
    from journal.core.changes import ChangeSet
    from journal.ui.shell.shell import Shell
    from journal.ui.shell.transfer import Transfer

T = TypeVar("T")
HIDE_KEY = "F9"
EMERGENCY_KEYS = ("F1", "Ctrl+Shift+E")
_SCHEMES = (("system", marked("As the system")), ("light", marked("Light")), ("dark", marked("Dark")))


class Menus(QObject):
    """Builds the menus of a window and keeps them true: named undo, what can be done now, what is chosen."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window.main)
        self._window, self._texts = window, window.texts
        self._need_journal: list[QAction] = []
        self._need_writing: list[QAction] = []
        self._schemes: dict[str, QAction] = {}
        self._sizes: dict[int, QAction] = {}
        self._build_file()
        self._build_edit()
        self._build_view()
        self._build_go()
        self._build_help()
        for urgent in (self.lock, self.hide, self.emergency):
            urgent.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # else not above an open list or menu
        OtherLayouts(self)
        bar = window.main.menuBar()
        bar.setAccessibleName(self._texts("Menu"))
        QApplication.instance().focusWindowChanged.connect(self._front_changed)  # type: ignore[union-attr]
        give_mnemonics(bar.actions())
        self.update_state()

    # --- menus ---

    def _build_file(self) -> None:
        menu = self._menu(marked("File"))
        self._add(menu, marked("New journal…"), self._new_journal)
        self._add(menu, marked("Open…"), self._window.open_another, "Ctrl+O")
        menu.addSeparator()
        self._need_journal.append(self._add_transfer(menu, marked("Back up now"), lambda files: files.back_up()))
        self._need_writing.append(self._add_transfer(menu, marked("Import…"), lambda files: files.import_file()))
        FileDrop(self._window.main, self._can_take, self._take)
        self._need_journal.append(self._add_transfer(menu, marked("Export…"), lambda files: files.export_file()))
        menu.addSeparator()
        self.lock = self._add(menu, marked("Lock now"), self._window.lock_now, "Ctrl+L")
        self.hide = self._add(menu, marked("Hide at once"), self._window.hide_now, HIDE_KEY)
        self.hide.setAutoRepeat(False)
        quit_ = self._add(menu, marked("Quit"), lambda: leave(self._window), "Ctrl+Q")
        quit_.setMenuRole(QAction.MenuRole.QuitRole)
        quit_.setAutoRepeat(False)  # a second press closes it, but not a key that is held down

    def _build_edit(self) -> None:
        menu = self._menu(marked("Edit"))
        self.undo = self._add(menu, marked("Undo"), self._window.undo, "Ctrl+Z")
        self.redo = self._add(menu, marked("Redo"), self._window.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        menu.addSeparator()
        self._need_journal.append(self._add(menu, marked("Find"), self._find, "Ctrl+F"))
        menu.addSeparator()
        for code in [code for code, kind in ENTRY_KINDS.items() if kind.on_today]:
            self._add_action(menu, code)
        self._add_action(menu, "question")
        more = _lettered(menu.addMenu(self._texts("More entries")))
        for code in [code for code, kind in ENTRY_KINDS.items() if not kind.on_today]:
            self._add_action(more, code)

    def _add_action(self, menu: QMenu, code: str) -> None:
        action = (ENTRY_KINDS.get(code) or LISTED_KINDS[code]).action
        self._need_writing.append(self._add(menu, action.name, partial(self._window.act, code), action.keys))

    def _build_view(self) -> None:
        menu = self._menu(marked("View"))
        schemes = _lettered(menu.addMenu(self._texts("Colours")))
        self._schemes = self._choices(
            schemes, [(key, self._texts(name)) for key, name in _SCHEMES],
            lambda key: self._window.set_look(colour_scheme=key),
        )  # fmt: skip
        sizes = _lettered(menu.addMenu(self._texts("Text size")))
        self._sizes = self._choices(
            sizes, [(size, f"{size} %") for size in TEXT_SIZES], lambda size: self._window.set_look(text_size=size)
        )
        menu.addSeparator()
        self._add(menu, marked("Larger letters"), partial(self._zoom, 1), "Ctrl++", "Ctrl+=")
        self._add(menu, marked("Smaller letters"), partial(self._zoom, -1), "Ctrl+-")
        self._add(menu, marked("Usual letters"), partial(self._zoom, 0), "Ctrl+0")
        self.show_look()

    def _build_go(self) -> None:
        menu = self._menu(marked("Go"))
        for number, place in enumerate(PLACES, 1):
            action = self._add(menu, place.name, lambda key=place.key: self._window.go(key), f"Ctrl+{number}")  # type: ignore[misc]
            self._need_journal.append(action)
        menu.addSeparator()
        self._need_journal.append(self._add(menu, marked("A date…"), self._go_to_date, "Ctrl+G"))
        self._need_journal.append(self._add(menu, marked("Settings"), lambda: self._window.go(SETTINGS.key), "Ctrl+,"))
        self._need_journal.append(self._add(menu, marked("Flare"), lambda: self._window.go(FLARE.key), FLARE_KEY))
        self.emergency = self._add(menu, marked("Emergency"), self._show_emergency, *EMERGENCY_KEYS)

    def _build_help(self) -> None:
        menu = self._menu(marked("Help"))
        self._add(menu, marked("Manual"), partial(self._window.show_help, HelpTopic.MANUAL), "Shift+F1", "Ctrl+?")
        self._add(menu, marked("Shortcuts"), partial(self._window.show_help, HelpTopic.SHORTCUTS), "Ctrl+/")
        self._add(menu, marked("File formats"), partial(self._window.show_help, HelpTopic.FORMATS))
        self._add(menu, marked("Licences"), partial(self._window.show_help, HelpTopic.LICENCES))
        self._add(menu, marked("What a new version changed"), partial(self._window.show_help, HelpTopic.CHANGES))
        about = self._add(menu, marked("About Leaf Journal"), partial(self._window.show_help, HelpTopic.ABOUT))
        about.setMenuRole(QAction.MenuRole.AboutRole)
        self._add(menu, marked("Copy diagnostics"), self._window.copy_diagnostics)

    # --- pieces ---

    def _menu(self, name: str) -> QMenu:
        menu = self._window.main.menuBar().addMenu(self._texts(name))
        menu.menuAction().setMenuRole(QAction.MenuRole.NoRole)
        return _lettered(menu)

    def _add(self, menu: QMenu, name: str, work: Callable[[], object], *keys: str) -> QAction:
        return self._add_named(menu, self._texts(name), work, *keys)

    @staticmethod
    def _add_named(menu: QMenu, words: str, work: Callable[[], object], *keys: str) -> QAction:
        action = menu.addAction(plain(words))
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setShortcuts([QKeySequence(key) for key in keys if key])
        action.triggered.connect(lambda _checked=False: work())
        return action

    def _add_transfer(self, menu: QMenu, name: str, work: Callable[[Transfer], object]) -> QAction:
        return self._add(menu, name, lambda: self._window.transfer(work))

    def _choices(self, menu: QMenu, choices: Sequence[tuple[T, str]], work: Callable[[T], object]) -> dict[T, QAction]:
        group, made = QActionGroup(menu), {}
        for key, words in choices:
            action = made[key] = self._add_named(menu, words, lambda key=key: work(key))  # type: ignore[misc]
            action.setCheckable(True)
            group.addAction(action)
        return made

    # --- state ---

    def show_look(self) -> None:
        """Tick the colours and the text size that are chosen, wherever they were chosen."""
        settings = self._window.computer.settings
        for scheme, action in self._schemes.items():
            action.setChecked(scheme == settings.colour_scheme)
        for size, action in self._sizes.items():
            action.setChecked(size == settings.text_size)

    def update_state(self) -> None:
        """What can be done now, and what undo and redo would do."""
        bridge = self._window.bridge
        for action in self._need_journal:
            action.setEnabled(bridge is not None)
        for action in self._need_writing:
            action.setEnabled(bridge is not None and bridge.can_write)
        # A journal without a passphrase cannot be locked, so nothing says that it could.
        encrypted = bridge is not None and bridge.logbook.encrypted
        self.lock.setVisible(encrypted)
        self.lock.setEnabled(encrypted)
        takes_back = bridge is not None and bridge.can_write and not self._window.file_changed
        logbook = bridge.logbook if bridge is not None and takes_back else None
        self._name(self.undo, undo_text, logbook.undo_step if logbook else None, marked("Undo"))
        self._name(self.redo, redo_text, logbook.redo_step if logbook else None, marked("Redo"))

    def _zoom(self, by: int) -> None:
        """One size up or down, or back to the usual one."""
        here = TEXT_SIZES.index(self._window.computer.settings.text_size)
        there = min(max(0, here + by), len(TEXT_SIZES) - 1) if by else 0
        self._window.set_look(text_size=TEXT_SIZES[there])

    def _find(self) -> None:
        """On a screen that is searched, there; everywhere else in the Diary, which has everything."""
        shown = self._window.stack.currentWidget()
        if not (isinstance(shown, Screen) and shown.begin_find()):
            self._window.reach(DIARY).begin_find()

    def _go_to_date(self) -> None:
        from journal.ui.today.day_choice import ask_day

        ask_day(self._window.reach(TODAY))

    def _new_journal(self) -> None:
        """Ask where; what a first journal is asked comes next."""
        from journal.ui.kit.file_dialogs import ask_where_to_write

        kinds = [self._texts("Journals (*.leaf)")]
        ask_where_to_write(self._window.main, self._texts("New journal"), kinds, self._begin_new)

    def _begin_new(self, file: Path) -> None:
        if file.exists():
            words = self._texts("There is a file of this name already, and it stays as it is. Choose another name.")
            self._window.message.refuse(words)
        else:
            self._window.open_journal(file)

    def _front_changed(self) -> None:
        later(self, 0, self._hide_from_dialogs)  # Qt says which window is active only after this

    def _hide_from_dialogs(self) -> None:
        """The key reaches no further than the window; above it may lie what shows more than the window does."""
        front = QApplication.activeWindow()
        if isinstance(front, QDialog) and self.hide not in front.actions():
            front.addAction(self.hide)

    def _show_emergency(self) -> None:
        """Also from a help page, which goes: it lies above the window and could hide the number."""
        close_popups()
        main, front = self._window.main, QApplication.activeWindow()
        if isinstance(front, QDialog):
            front.close()
            main.activateWindow()
        self._window.go(EMERGENCY.key)

    def _can_take(self, file: Path) -> bool:
        if is_journal(file):
            return file.is_file()
        return self._window.bridge is not None and self._window.bridge.can_write

    def _take(self, file: Path) -> None:
        if is_journal(file):
            self._window.open_journal(file)
        else:
            self._window.import_from(file)

    def _name(self, action: QAction, words: Callable[..., str], step: ChangeSet | None, otherwise: str) -> None:
        bridge = self._window.bridge
        action.setText(plain(words(self._texts, bridge, step) if step and bridge else self._texts(otherwise)))
        action.setEnabled(step is not None)


def _lettered(menu: QMenu) -> QMenu:
    """With a letter for each entry, found anew whenever it opens: Undo and Redo change their words."""
    menu.aboutToShow.connect(lambda: give_mnemonics(menu.actions()))
    return menu
