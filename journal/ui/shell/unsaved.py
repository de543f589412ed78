"""What is typed and not saved, before its screens go: kept in the journal, or asked about where it cannot be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from shiboken6 import isValid

if TYPE_CHECKING:
    from journal.core.refusal import Refused
    from journal.texts import Texts
    from journal.ui.kit.screen import Screen
    from journal.ui.shell.shell import Shell


def keep_drafts(screens: Iterable[Screen], anew: bool = False) -> Refused | None:
    """Write down what is typed and not saved in these screens; answers why not, if a form could not be kept."""
    screens = list(screens)
    if anew:
        from journal.ui.kit.form import Form

        for form in (form for screen in screens for form in screen.findChildren(Form)):
            form.keep_draft()
    refusals = [screen.keep_what_waits() for screen in screens]
    return next((refusal for refusal in refusals if refusal is not None), None)


def ask_to_stay(shell: Shell, words: str, anyway: str, go_on: Callable[[], object]) -> None:
    """Say what would be lost; the person stays, or goes on with the button ``anyway``."""
    before = shell.main.focusWidget()
    question = " ".join([words, *_lost(shell)])

    def stay() -> None:
        if before is not None and isValid(before):
            before.setFocus()

    shell.message.show_message(question, [(shell.texts("Stay here"), stay), (anyway, go_on)])
    shell.message.buttons()[0].setFocus()


def _lost(shell: Shell) -> list[str]:
    """By the names of the forms, as they stand above them."""
    from journal.ui.kit.form import Form

    names = [form.heading.text() for form in shell.main.findChildren(Form) if form.not_kept and form.heading.text()]
    if not names:
        return []
    return [shell.texts("Lost would be what stands in: {forms}.", forms=", ".join(dict.fromkeys(names)))]


def asks_before_closing(shell: Shell, refused: Refused) -> bool:
    """Whether the window stays to say what closing would lose; it does so once, and the next time it closes."""
    from journal.logbook.taking_back import is_changed_outside
    from journal.texts.refusals import explain

    if refused.code == "journal-busy":
        return False  # written once the work has ended: see Start.close
    words = shell.texts(
        "What you typed could not be kept, and closing now would lose it. {why}", why=explain(shell.texts, refused)
    )
    if not is_changed_outside(refused):  # what others took away could be put back only while it is shown
        words = shell.texts("{said} What you saved stays in the journal.", said=words)
    if shell.message.text().startswith(words):
        return False
    ask_to_stay(shell, words, shell.texts("Close anyway"), shell.main.close)
    return True


def asks_about_backup(shell: Shell) -> bool:
    """Whether the window stays to say that the disk has no room for the backup of the end; once, as above."""
    from journal.core.refusal import Refused
    from journal.logbook.backups import lacks_room

    logbook = None if shell.bridge is None or shell.file_changed else shell.bridge.logbook
    if logbook is None or logbook.view_only is not None or not logbook.preferences.automatic_backups:
        return False
    words = no_room_for_backup(shell.texts)
    try:
        if shell.message.text() == words or not lacks_room(logbook):
            return False
    except Refused:
        return False  # damage or the disk: said where it was met, and no reason to keep the person
    shell.message.show_message(
        words, [(shell.texts("Stay here"), _nothing), (shell.texts("Close anyway"), shell.main.close)]
    )
    shell.message.buttons()[0].setFocus()
    return True


def no_room_for_backup(texts: Texts) -> str:
    """What is said before closing; what a backup meets meanwhile says no more."""
    return texts(
        "The disk has no room for the backup that is made at closing. What you saved stays in the journal, but no "
        "backup beside it holds all of it. Free some space first, or close: the next start tries again."
    )


def _nothing() -> None:
    """The message alone goes."""


def leave(shell: Shell) -> None:
    """Close the window, as the person asked."""
    if not asks_first(shell, shell.keep_drafts()):
        shell.main.close()


def asks_first(shell: Shell, refused: Refused | None) -> bool:
    """Whether closing would lose what was typed, which is ``refused``, or leave what was saved without a backup."""
    return (refused is not None and asks_before_closing(shell, refused)) or asks_about_backup(shell)
