"""Bugs: a log line, a dialog that says nothing was lost, and diagnostics without a word of any entry."""

from __future__ import annotations

import datetime as dt
import os
import platform
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import PySide6
from PySide6.QtCore import QSize, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

import journal
from journal import paths
from journal.core.refusal import Refused
from journal.logbook.taking_back import is_changed_outside
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.buttons import button, plain_button, primary_button
from journal.ui.kit.clipboard import copy_public
from journal.ui.kit.on_screen import fit_on_screen
from journal.ui.kit.pages import Sheet
from journal.ui.kit.push_button import PushButton
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.theme import theme
from journal.ui.kit.widgets import heading, label

_KEPT_BYTES = 200_000
# Met while the journal was read, by whichever screen: no bug, and not everything that was saved is safe.
DAMAGE = ("entries-damaged", "journal-damaged")
_PACKAGE = Path(journal.__file__).parent


def system_facts() -> str:
    """Versions of what the program runs on."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    screen = QGuiApplication.platformName()
    return (
        f"Leaf Journal {journal.__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()} (PySide6 {PySide6.__version__}), {system}, {screen}"
    )


def described(problem: BaseException) -> str:
    """Types and code locations of an exception and of what caused it: never a message, which could hold an entry."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = problem
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        parts.append(_one(current))
        current = current.__cause__ or current.__context__
    return "\ncaused by\n".join(parts)


def _one(problem: BaseException) -> str:
    name = type(problem).__name__ + (f" ({problem.code})" if isinstance(problem, Refused) else "")
    frames = traceback.extract_tb(problem.__traceback__, limit=60)
    return "\n".join([name, *(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)])


def _place(filename: str) -> str:
    """A file of ours from the package on, of others its last two parts: no user name, no folder names."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return "/".join(path.parts[-2:])


def write_log(text: str, file: Path) -> OSError | None:
    """Append to the log; one that has grown long is kept beside it until the next has. The error is returned if it
    cannot be written.
    """
    # Not RotatingFileHandler: its module brings in the socket library, and all that is needed of it is one rename.
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if file.exists() and file.stat().st_size > _KEPT_BYTES:
            file.replace(paths.older_log(file))
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as log:
            log.write(text)
    except OSError as problem:
        return problem
    return None


@dataclass(frozen=True, slots=True)
class ProblemWords:
    """What is said of a problem: its name, what it means, and whether a backup or a new index may help."""

    name: str
    words: str
    damage: bool = False
    search: bool = False


def problem_words(texts: Texts, problem: BaseException) -> ProblemWords:
    """Of a damaged journal its refusal; of everything else that nothing was lost."""
    if isinstance(problem, Refused) and problem.code in DAMAGE:
        return ProblemWords(texts("Part of your journal cannot be read"), explain(texts, problem), damage=True)
    if isinstance(problem, Refused) and problem.code == "search-fails":
        return ProblemWords(texts("The search index is damaged"), explain(texts, problem), search=True)
    words = texts(
        "Something went wrong inside the program. Everything that was saved is safe. "
        "If it happens again, close Leaf Journal and start it anew."
    )
    return ProblemWords(texts("A problem in the program"), words)


class WaysOut(NamedTuple):
    """Of damage: show the backups, if there are any, or rescue what can be read; of the search index: build it anew."""

    has_backups: Callable[[], bool]

    to_backups: Callable[[], object]
    to_rescue: Callable[[], object]
    to_mending: Callable[[], object]


class CrashDialog(QDialog):
    """Tells what was met, where the log lies, and offers the diagnostics."""

    def __init__(
        self,
        texts: Texts,
        what: ProblemWords,
        diagnostics: str,
        log: Path,
        parent: QWidget | None = None,
        ways: WaysOut | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts("Leaf Journal"))
        self._texts, self.diagnostics = texts, diagnostics
        where = texts("A note about it, without anything from your journal, lies in {path}.", path=log)
        self.copy_button = plain_button(texts("Copy diagnostics"), self.copy_diagnostics)
        self.close_button = primary_button(texts("Go on"), "", self.accept)
        self.back_button = button(texts("Go back to a backup…"), self.accept)
        self.rescue_button = button(texts("Rescue what can be read…"), self.accept)
        self.mend_button = button(texts("Build the search index anew"), self.accept)
        if ways is not None:
            self.back_button.clicked.connect(lambda: ways.to_backups())
            self.rescue_button.clicked.connect(lambda: ways.to_rescue())
            self.mend_button.clicked.connect(lambda: ways.to_mending())
        body = self._laid_out(what, where)
        back = what.damage and ways is not None and ways.has_backups()
        for way, helps in zip(self._ways(), (back, what.damage, what.search), strict=True):
            way.setVisible(helps and ways is not None)
        self.setMinimumWidth(460)
        wanted = QSize(max(560, theme().px(420)), max(240, body.totalHeightForWidth(max(560, theme().px(420)))))
        fit_on_screen(self, wanted)
        self.close_button.setFocus()

    def _ways(self) -> tuple[PushButton, ...]:
        return self.back_button, self.rescue_button, self.mend_button

    def _laid_out(self, what: ProblemWords, where: str) -> QVBoxLayout:
        page = QWidget()
        body = QVBoxLayout(page)
        body.setSpacing(12)
        body.addWidget(heading(what.name))
        for text in (what.words, where):
            body.addWidget(label(text, wrap=True))
        body.addWidget(flowing(self.copy_button, *self._ways(), self.close_button, far="all"))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Sheet(page))
        return body

    def copy_diagnostics(self) -> None:
        """Put the diagnostics on the clipboard."""
        copy_public(self.diagnostics)
        self.copy_button.setText(self._texts("Copied"))


class CrashReporter:
    """Takes the place of ``sys.excepthook``: logs every bug, shows one dialog at a time."""

    def __init__(self, texts: Texts, parent: Callable[[], QWidget | None], ways: WaysOut | None = None) -> None:
        self._texts, self._parent, self._ways = texts, parent, ways
        self._log = paths.log_file()
        self.dialog: CrashDialog | None = None
        self._showing = False
        self.newest = ""

    def install(self) -> None:
        """Receive every exception that is not caught from now on."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        """Log a bug and show it."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if problem.__traceback__ is None:
            problem = problem.with_traceback(trace)
        self.newest = described(problem)
        # A person's log carries no messages; a developer at a terminal asks for them.
        if os.environ.get("LEAF_JOURNAL_TRACEBACKS"):
            traceback.print_exception(kind, problem, trace)
        write_log(f"{_now()} {system_facts()}\n{self.newest}\n\n", self._log)
        if is_changed_outside(problem):
            return  # no bug: the window says it at its top, with the ways out
        if self.dialog is None and not self._showing and QApplication.instance() is not None:
            self._show(problem_words(self._texts, problem))

    def _show(self, what: ProblemWords) -> None:
        self._showing = True  # what the dialog is made of may have the same bug
        try:
            self.dialog = CrashDialog(self._texts, what, self.diagnostics(), self._log, self._parent(), self._ways)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()
        finally:
            self._showing = False

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def diagnostics(self) -> str:
        """What can be sent to a developer."""
        return f"{system_facts()}\n{self.newest}".strip()


def _now() -> str:
    """By the clock on the wall; in UTC where that cannot be said, which may be what is reported."""
    try:
        return dt.datetime.now().astimezone().isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


_reporter: list[CrashReporter] = []


def install(texts: Texts, parent: Callable[[], QWidget | None], ways: WaysOut | None = None) -> CrashReporter:
    """Make and install the one reporter of this process; ``ways`` are offered where damage was met."""
    _reporter[:] = [CrashReporter(texts, parent, ways)]
    _reporter[0].install()
    return _reporter[0]


def newest_diagnostics() -> str:
    """The diagnostics of the newest bug, or only what the program runs on."""
    return _reporter[0].diagnostics() if _reporter else system_facts()
