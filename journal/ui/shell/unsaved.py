"""What is typed and not saved, before its screens go: kept in the journal, or asked about where it cannot be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from journal.core.refusal import Refused
    from journal.ui.shell.body import Body


def keep_drafts(screens: Iterable[QWidget]) -> Refused | None:
    """Write down what is typed and not saved in these screens; answers why not, if a form could not be kept."""
    from journal.ui.today.form import Form

    found = list(screens)
    for screen in found:
        keep = getattr(screen, "keep_draft", None)
        if keep is not None:
            keep()
    refusals = [form.keep_what_waits() for screen in found for form in screen.findChildren(Form)]
    return next((each for each in refusals if each is not None), None)


def ask_to_stay(body: Body, said: str, anyway: str, go_on: Callable[[], object]) -> None:
    """Say what would be lost; the person stays, or goes on with the button ``anyway``."""
    before = body.main.focusWidget()

    def stay() -> None:
        if before is not None and isValid(before):
            before.setFocus()

    body.message.show_message(said, [(body.texts("Stay here"), stay), (anyway, go_on)])
    body.message.buttons()[0].setFocus()


def asks_before_closing(body: Body, refused: Refused) -> bool:
    """Whether the window stays to say what closing would lose; it does so once, and the next time it closes."""
    from journal.texts.refusals import explain

    if refused.code == "journal-busy":
        return False  # written once the work has ended: see Start.close
    said = body.texts(
        "What you typed could not be kept, and closing now would lose it. {why}", why=explain(body.texts, refused)
    )
    if body.message.text() == said:
        return False
    ask_to_stay(body, said, body.texts("Close anyway"), body.main.close)
    return True


def leave(body: Body) -> None:
    """Close the window, as the person asked."""
    refused = body.keep_drafts()
    if refused is None or not asks_before_closing(body, refused):
        body.main.close()
