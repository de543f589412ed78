"""A display that does not answer is said in a sentence: Qt itself would end the program with a core dump."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from journal.core.refusal import Refused
from journal.texts import Texts

_UNREACHED = ("could not connect to display", "Failed to create wl_display")


@contextmanager
def said_in_a_sentence(texts: Texts, leave: Callable[[int], object] = os._exit) -> Iterator[None]:
    """While Qt looks for a display: what it cannot do ends the program with a reason in plain words.

    Qt calls abort() as soon as the handler returns, so that the process is left from within, with exit code 1.
    """
    heard: list[str] = []

    def hear(kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            heard.append(message)
            return
        from journal.texts.refusals import explain

        print(explain(texts, _refusal(heard, message)), file=sys.stderr, flush=True)
        leave(1)

    qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(None)
    for message in heard:
        print(message, file=sys.stderr)


def _refusal(heard: list[str], last: str) -> Refused:
    if any(sign in message for message in heard for sign in _UNREACHED):
        display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or ""
        return Refused("display-unreachable", display=display[:40])
    reason = " ".join((heard[-1] if heard else last).split())
    return Refused("window-failed", reason=reason.rstrip("."))
