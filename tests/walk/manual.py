"""Somebody who follows the manual, in a journal that has been kept for six weeks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from journal.assets import asset
from journal.core.amounts import Amount, Basis, Dimension
from journal.core.entries import Dose, Entry, Note, Preparation, Product, ProductKind, Rating, Symptom
from journal.core.moments import moment_from_local
from journal.core.queries import EntryQuery
from journal.core.starting import starting_symptoms
from journal.logbook import Logbook
from journal.ui.shell.manual import parse_manual_page
from tests.walk.person import ZONE, Person
from tests.walk.screen import PATIENCE_S, NothingHappenedError, Program, Seen, VirtualScreen, until

TODAY = dt.date(2026, 11, 22)
LEAF, NOTE = "Green & <b> Borneo", "rain, stiff all morning"
DAYS, MG = 42, 2500
LAST_DAY = TODAY - dt.timedelta(days=2)
_EVERYTHING = EntryQuery(limit=10_000)
_MOST_STEPS = 20
_QT_NAMES = {
    "return": "Enter", "escape": "Esc", "comma": ",", "ctrl": "Ctrl", "shift": "Shift", "alt": "Alt",
    "backspace": "Backspace",
}  # fmt: skip
AnyEntry = TypeVar("AnyEntry", bound=Entry)
Found = TypeVar("Found")


class Follower(Person):
    """Does what a page of the manual says; which keys were pressed and what was read is known afterwards."""

    def __init__(self, folder: Path, screen: VirtualScreen, passphrase: str | None = None) -> None:
        super().__init__(folder, screen, passphrase)
        self.folder = folder
        self.at(TODAY, 9, 30)
        self._runs: list[Program] = []

    def run(self) -> Program:
        """Start the program, and unlock nothing."""
        self.program = Program(self.screen, self.file, self.clock.path)
        self._runs.append(self.program)
        self.program.wait_usable()
        return self.program

    def restart(self) -> Program:
        """Quit and come back to a journal without a passphrase."""
        self.here.quit()
        return self.run()

    def page_was_true(self, code: str) -> None:
        """Every key that the page names was pressed, and every name that it tells of was on the screen."""
        page = parse_manual_page(code, asset("manual", "en", f"{code}.md").read_text(encoding="utf-8"))
        pressed = {_qt_name(key) for run in self._runs for key in run.pressed}
        read = {name for run in self._runs for name in run.read}
        unpressed = [key for key in page.pieces("key") if key not in pressed]
        unread = [name for name in page.pieces("name") if not any(name in each for each in read)]
        assert not unpressed + unread, f"{code} tells of keys and names that were not met: {unpressed + unread}"

    # --- at the keyboard ---

    def choose(self, chosen: str, wanted: str, key: str = "Right") -> None:
        """Tab to the pill that is chosen in a row of pills, and with an arrow key to another."""
        self.here.go_to(chosen, hidden=True)
        for _ in range(_MOST_STEPS):
            if self.focused().name == wanted:
                return
            self.step(key)
        raise NothingHappenedError(f"“{wanted}” does not stand beside “{chosen}”")

    def step(self, key: str) -> None:
        """Press a key that moves the keyboard elsewhere."""
        before = self.focused().name
        self.keys(key)
        until(lambda: self.focused().name != before or None, f"{key} went nowhere from “{before}”")

    def until_read(self, words: str, patience: float = PATIENCE_S) -> Seen:
        """Wait until something that contains these words can be read, at most so many seconds."""

        def look() -> Seen | None:
            return next((each for each in self.here.seen() if words in each.name), None)

        return until(look, f"“{words}” is not to be read", patience)

    def write_note(self, text: str) -> None:
        """A note."""
        self.keys("ctrl+k")
        self.arrives("Note")
        self.type(text)
        self.keys("ctrl+Return")

    def choose_in_file_menu(self, name: str) -> None:
        """Open the menu with Alt, and choose."""
        self.keys("alt", "Down")
        until(lambda: self.focused().kind == "QMenu" or None, "Alt and Down open no menu")
        self.here.choose_in_menu(name)

    def export(self, path: Path, kind: str = "") -> None:
        """Choose what kind of file it is to be, unless it is the first, and name it."""
        self.choose_in_file_menu("Export…")
        self.here.give_keyboard("Export")
        self.arrives("Format: Everything, JSON")
        if kind:
            self.choose("Format: Everything, JSON", f"Format: {kind}")
        self.keys("Return")
        self.name_file(path)

    def press_further_down(self, name: str) -> None:
        """A button that Tab brings into sight."""
        self.here.go_to(name, hidden=True)
        self.keys("space")

    def name_file(self, path: Path) -> None:
        """Type a path into the file dialog that is open, and take the keyboard back from it."""
        self._name_in_dialog("File name:", path)

    def name_folder(self, path: Path) -> None:
        """The same where a folder is asked for."""
        self._name_in_dialog("Directory:", path)

    def _name_in_dialog(self, field: str, path: Path) -> None:
        self.here.give_keyboard(self.here.shown(field).window)
        self.arrives(field)
        self.type(str(path))
        self.arrives(field, str(path))
        self.keys("Return")
        self.until_true(lambda: all(each.name != field for each in self.here.seen()), "the dialog stayed")
        self.here.take_keyboard()

    # --- the journal ---

    def keep_journal(self) -> None:
        """Six weeks that end the day before yesterday."""
        with Logbook.open(self.file, self.passphrase, clock=self.clock, create=True) as book:
            book.save(*starting_symptoms("back_pain"), label="start.set_up")
            main = book.main_symptom()
            assert main is not None
            book.save_all(_kept(main), label="many.demo", origin="demo")

    def all(self, kind: type[AnyEntry]) -> list[AnyEntry]:
        """The journal's entries of a kind, newest first, read by another process than the window's."""
        return self.look(lambda book: [each for each in book.find(_EVERYTHING) if isinstance(each, kind)])

    def look(self, into: Callable[[Logbook], Found]) -> Found:
        """Read something in the journal."""
        with Logbook.open(self.file, self.passphrase, clock=self.clock, read_only=True) as book:
            return into(book)

    def until_true(self, look: Callable[[], object], what: str) -> None:
        """Wait until the journal is as it must be; a picture is kept where it never is."""
        try:
            until(lambda: bool(look()) or None, what)
        except NothingHappenedError:
            self.here.picture(self.folder / "differs.png")
            raise


def _kept(main: Symptom) -> Iterator[Entry]:
    leaf = Product(name=LEAF, kind=ProductKind.LEAF_POWDER)
    yield leaf
    for back in range(DAYS):
        day = LAST_DAY - dt.timedelta(days=back)
        morning = moment_from_local(dt.datetime.combine(day, dt.time(8, 15)), ZONE, fold=0)
        evening = moment_from_local(dt.datetime.combine(day, dt.time(20, 0)), ZONE, fold=0)
        taken = Amount("2.5 g", MG, Dimension.MASS, Basis.WEIGHED)
        yield Dose(at=morning, product=leaf.id, amount=taken, preparation=Preparation.TEA)
        yield Rating(at=evening, symptom=main.id, value=3 + back % 5)
        if back == 10:
            yield Note(at=evening, text=NOTE)


def _qt_name(key: str) -> str:
    """ "ctrl+shift+e" as "Ctrl+Shift+E"."""
    return "+".join(_QT_NAMES.get(part.lower(), part.capitalize()) for part in key.split("+"))
