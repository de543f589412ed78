"""What the parts of the window may ask of the whole: its menus, its screens, and the question before something ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QMainWindow

    from journal.core.refusal import Refused
    from journal.guidance.warning_signs import Noted
    from journal.texts import Texts
    from journal.ui.kit.bridge import Bridge
    from journal.ui.kit.computer import Computer
    from journal.ui.kit.help_topic import HelpTopic
    from journal.ui.kit.inline_message import InlineMessage
    from journal.ui.kit.pages import Pages
    from journal.ui.shell.places import Place, ScreenT
    from journal.ui.shell.transfer import Transfer


class Shell(Protocol):
    """The body of the window, as its parts see it."""

    main: QMainWindow
    texts: Texts
    computer: Computer
    bridge: Bridge | None
    file_changed: bool  # by others: nothing can be saved or taken back until the person has chosen a way out
    stack: Pages
    message: InlineMessage

    @property
    def journal_moved(self) -> SignalInstance:
        """The journal was copied to another place; carries the path of the verified copy."""

    @property
    def erase_wanted(self) -> SignalInstance:
        """The journal is to be deleted; carries other files that go, too."""

    @property
    def restore_wanted(self) -> SignalInstance:
        """A copy of a backup is to take the journal's place; carries the backup's path."""

    @property
    def passphrase_wanted(self) -> SignalInstance:
        """The journal is to have another passphrase; carries it, or None for none."""

    def go(self, place: str) -> None:
        """Go to a place by its key."""

    def reach(self, place: Place[ScreenT]) -> ScreenT:
        """Go there in one step, and have its screen; a journal is open."""

    def act(self, kind: str) -> None:
        """One of the four actions of Today, by the kind of entry that it writes."""

    def leave_flare(self) -> None:
        """Go back to where the person was before the questions of a bad moment."""

    def flare_saved(self) -> None:
        """Show what was saved in a bad moment."""

    def tell_at_taking(self, kind: str) -> None:
        """Something of this kind is about to be written down as taken, "" for nothing any more."""

    def open_day(self, day: dt.date) -> None:
        """Show a day's entries in the Diary."""

    def show_list(self, about: str = "") -> None:
        """What the person takes, checked against the list of interactions, where it speaks of this."""

    def ask_about(self, noted: Sequence[Noted]) -> None:
        """Warning signs were saved: Today asks whether help is needed."""

    def set_country(self, code: str) -> None:
        """Whose emergency number is shown."""

    def show_whom_to_call(self) -> None:
        """Another country or other help lines: update every screen that shows them."""

    def set_look(self, colour_scheme: str | None = None, text_size: int | None = None) -> None:
        """Other colours or another text size."""

    def undo(self) -> None:
        """Take back the last change."""

    def redo(self) -> None:
        """Do it again."""

    def show_help(self, topic: HelpTopic) -> None:
        """One of the help dialogs."""

    def copy_diagnostics(self) -> None:
        """What a report of a fault needs, onto the clipboard."""

    def transfer(self, work: Callable[[Transfer], object]) -> None:
        """Back up, import or export."""

    def import_from(self, path: Path) -> None:
        """Read this file and say what an import would do."""

    def open_journal(self, path: Path) -> None:
        """Open this journal instead of the one that is open."""

    def open_another(self) -> None:
        """Ask for another journal."""

    def lock_now(self) -> None:
        """Ask for the passphrase again."""

    def hide_now(self) -> None:
        """Show nothing, and be minimised."""

    def keep_drafts(self) -> Refused | None:
        """Write down what is typed and not saved; answers why not, if a form could not be kept."""
