"""The composition root of the window: paint first, then open the journal, then everything else."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QThreadPool
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from journal import device, memory, paths
from journal.assets import asset
from journal.texts import Texts, english
from journal.texts.regions import dates_and_numbers, region_of
from journal.ui.kit.computer import Computer
from journal.ui.kit.event_loop import later
from journal.ui.shell.no_display import said_in_a_sentence
from journal.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from journal.core.moments import Clock
    from journal.ui.shell.start import Start

_DEMO_SIZE = (1240, 900)
# More than the two that a small computer has cores for: a chart and a page being drawn must not keep a screen waiting.
_WORKERS = 4
_SWITCH_S = 0.0005
_SIGNALLED = 128  # and the number of the signal: how shells write that a signal ended a program


def run(journal: Path | None = None, *, clock: Clock | None = None, texts: Texts | None = None) -> int:
    """Open the window on a journal (the default one unless another is named) until it is closed.

    ``LEAF_JOURNAL_TIMINGS=1`` prints to stderr, in milliseconds since the process started, when the window was first
    painted and when it was usable, and the memory at that moment.
    """
    paths.private_files_only()
    memory.no_core_files()
    # Most of what is made while starting stays; looking through it again and again costs an eighth of the time.
    gc.disable()
    # Every call into Qt lets a worker have the interpreter, and gets it back only after this long: at Python's 5 ms, a
    # screen of a hundred widgets made beside an import took most of a second.
    sys.setswitchinterval(_SWITCH_S)
    QThreadPool.globalInstance().setMaxThreadCount(_WORKERS)
    texts = texts or english(*_system_regions(), device.load(paths.device_file()).formats)
    texts = replace(texts, isolating=True)
    app = _application(texts)
    program = Program(app, journal, clock, texts)
    program.window.show()
    program.window.activateWindow()
    code = app.exec()
    program.end()
    return program.exit_code or code


def _system_regions() -> tuple[str, str]:
    """Whose dates and numbers are usual on this computer; on Linux the environment says so, as to the command line."""
    if sys.platform.startswith("linux"):
        return dates_and_numbers(os.environ)
    name = region_of(QLocale.system().name())
    return name, name


class Program:
    """The window and what opens its journal."""

    def __init__(self, app: QApplication, journal: Path | None, clock: Clock | None, texts: Texts) -> None:
        self.exit_code = 0
        self._hurried = False
        app.commitDataRequest.connect(self._session_is_ending)
        self._app, self._clock, self._texts = app, clock, texts
        self.computer = Computer(paths.device_file())
        self._named = journal is not None or "LEAF_JOURNAL_FILE" in os.environ
        self._journal = journal or self._usual_journal()
        self.window = MainWindow(texts, self.computer)
        self.start: Start | None = None
        # The timer fires when the paint that set it is on the screen; a timer set now would fire before.
        self.window.on_first_paint = lambda: later(self.window, 0, self._painted)

    def _usual_journal(self) -> Path:
        """The one that was open last, though its drive may be away; else the default."""
        last = self.computer.settings.last_journal
        return Path(last) if last and not self._named else paths.default_journal()

    def _painted(self) -> None:
        _tell_time("first paint")
        from journal.ui.kit.theme import apply_theme

        sys.excepthook = self._report
        settings = self.computer.settings
        apply_theme(self._app, settings.colour_scheme, settings.text_size, settings.high_contrast == "on")
        self._end_when_asked()  # nothing is open or typed before
        self._open()
        # Reading a drawing costs 3 ms the first time, so that it waits until a worker is opening the journal.
        self._app.setWindowIcon(QIcon(str(asset("icons", "leaf-journal.svg"))))

    def _report(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        """The first bug brings its reporter, which takes this hook's place."""
        from journal.ui.shell import crash

        window = self.window
        ways = crash.WaysOut(window.has_backups, window.show_backups, window.show_rescue, window.mend_search)
        crash.install(self._texts, lambda: self.window, ways).report(kind, problem, trace)

    def _open(self) -> None:
        from journal.ui.shell.start import Start

        clock = self._clock or _system_clock()
        self.start = Start(self.window, self._journal, clock, self._named, self._usable, self._leave)
        self.start.begin()
        # What was made by now stays. Looking through all of it when the opening ends would hold the window up.
        gc.freeze()

    def _usable(self) -> None:
        after_paint(self.window, _started)

    def _leave(self, code: int) -> None:
        self.exit_code = code
        self.window.close()
        self._app.exit(code)

    def _session_is_ending(self) -> None:
        """The system waits for nobody then: what is typed is kept at once, and the next start makes the backup."""
        self._hurried = True
        self.window.keep_what_is_open()

    def _end_when_asked(self) -> None:
        """From now on SIGTERM and SIGHUP end the program as the end of the session does."""
        from journal.ui.shell.end_signals import EndSignals, watched

        if watched():
            EndSignals(self.window).asked.connect(self._asked_to_end)

    def _asked_to_end(self, number: int) -> None:
        self._hurried = True
        self._leave(_SIGNALLED + number)

    def end(self) -> None:
        """Let go of the journal."""
        if self.start is not None:
            self.start.close(back_up=not self._hurried)


def _system_clock() -> Clock:
    from journal.clock import SystemClock

    return SystemClock()


def _application(texts: Texts) -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    with said_in_a_sentence(texts):
        app = QApplication(["leaf-journal"])
    app.setApplicationName("leaf-journal")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("leaf-journal")
    if texts.from_the_right:
        from PySide6.QtCore import Qt  # the namespace takes a while, and most windows do not need it here

        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return app


# --- first paint -----------------------------------------------------------------------------------------------------


def after_paint(widget: QWidget, then: Callable[[], object]) -> None:
    """Call ``then`` once the widget's next paint is done."""
    from journal.ui.kit.paint_watch import PaintWatch

    PaintWatch(widget, then)
    widget.update()


def _tell_time(event: str) -> None:
    if os.environ.get("LEAF_JOURNAL_TIMINGS"):
        print(f"{event} {_ms_since_start():.0f}", file=sys.stderr, flush=True)


def _started() -> None:
    from journal.ui.kit.tasks import collect_again

    _tell_usable()
    gc.freeze()
    collect_again()


def _tell_usable() -> None:
    _tell_time("usable")
    if os.environ.get("LEAF_JOURNAL_TIMINGS"):
        print(f"memory {_resident_mb():.1f}", file=sys.stderr, flush=True)


def _ms_since_start() -> float:
    """Since this process began, from the kernel where it says so, else since Python measured first."""
    try:
        stat = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace")
        ticks = int(stat.rpartition(")")[2].split()[19])
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")) * 1000
    except (OSError, AttributeError, ValueError):
        return time.process_time() * 1000


def _resident_mb() -> float:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
    except (OSError, ValueError, AttributeError):
        return 0.0


# --- pictures of screens ---------------------------------------------------------------------------------------------


def grab_screens(
    journal: Path,
    pictures: Mapping[str, Path],
    *,
    passphrase: str | None = None,
    clock: Clock | None = None,
    texts: Texts | None = None,
) -> None:
    """Write a picture of each named screen (PNG, 1240 x 900, light): works without a display."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    window_texts = texts or english()
    app = _application(window_texts)
    from journal.logbook import Logbook
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.theme import apply_theme
    from journal.ui.shell.places import SCREENS

    apply_theme(app, "light", 100)
    with Logbook.open(journal, passphrase, clock=clock or _system_clock()) as logbook:
        window = MainWindow(window_texts, Computer(None))
        window.resize(*_DEMO_SIZE)
        bridge = Bridge(logbook, window_texts, window)
        window.body.show_journal(bridge, quietly=True)
        window.show()
        for place, out in pictures.items():
            window.body.reach(SCREENS[place])
            window.setFocus()  # no ring on a picture
            _settle(app)
            _write_png(window, out)
        window.deleteLater()


def _settle(app: QApplication) -> None:
    """Let the screen's workers end and what they brought be painted: until nothing works for so many turns.

    Counted, as a time could pass in which a busy machine does nothing.
    """
    from journal.ui.kit.tasks import working

    quiet = 0
    while quiet < _QUIET_TURNS:
        app.processEvents()
        time.sleep(0.01)
        quiet = 0 if working() else quiet + 1


_QUIET_TURNS = 15


def _write_png(window: QWidget, out: Path) -> None:
    from PySide6.QtCore import QBuffer

    from journal.exchange.files import whole_file

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    with whole_file(out) as file:
        file.write(bytes(buffer.data().data()))
