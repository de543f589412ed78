"""Work that waits for the event loop: until Qt has painted, or has laid out, what was asked for before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from journal.ui.kit.alive import is_alive
from journal.ui.kit.called_by_qt import called_by_qt

# Qt runs what is due after 0 ms together with layout and painting; after 1 ms it handles keys and mouse first.
_NEXT_MS = 1
_LAYING_OUT = "layingOut"  # a property of the application


def later(owner: QObject, ms: int, work: Callable[[], object]) -> None:
    """Do it after so many milliseconds; not at all if ``owner`` is deleted by then."""
    QTimer.singleShot(ms, owner, lambda: _do(work))


def once_painted(owner: QObject, work: Callable[[], object]) -> None:
    """Do it once what was asked for is painted; not at all if ``owner`` is gone by then."""
    later(owner, _NEXT_MS, lambda: _do_if_alive(owner, work))


def once_laid_out(owner: QObject, work: Callable[[], object]) -> None:
    """Do it as soon as everything that was asked for is shown and has its place; not at all if ``owner`` is gone.

    For what scrolls somewhere or puts the keyboard there.
    """

    def lay_out_first() -> None:
        if _is_laying_out():
            # Many that wait would each send from within the one before, until the stack is full.
            later(owner, _NEXT_MS, lay_out_first)
            return
        _lay_out()
        _do_if_alive(owner, work)

    later(owner, 0, lay_out_first)


def _is_laying_out() -> bool:
    application = QCoreApplication.instance()
    return application is not None and bool(application.property(_LAYING_OUT))


def _lay_out() -> None:
    """On a slow computer a timer is due while widgets still wait to be shown and laid out."""
    application = QCoreApplication.instance()
    assert application is not None
    application.setProperty(_LAYING_OUT, True)
    try:
        QCoreApplication.sendPostedEvents()
    finally:
        application.setProperty(_LAYING_OUT, False)


@called_by_qt
def _do(work: Callable[[], object]) -> None:
    work()


def _do_if_alive(owner: QObject, work: Callable[[], object]) -> None:
    if is_alive(owner):
        work()
