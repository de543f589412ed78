"""What the window must know of a kind of entry: its names and icon, its form, its row and its details."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from journal.core.entries import Entry, Timed
from journal.texts import Texts
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names

if TYPE_CHECKING:
    from journal.ui.entries.brief import Brought
    from journal.ui.entries.details import Details
    from journal.ui.entries.entry_form import EntryForm
    from journal.ui.kit.bridge import Bridge


class Action(NamedTuple):
    """A button of Today that is a line of the Edit menu, too; ``keys`` as Qt writes them."""

    name: str
    icon: str
    keys: str = ""


class EntryKind(ABC):
    """One object for each kind. Its forms are imported when the first one opens: the day is shown before that.

    ``name`` is one of it where it is added, ``plural`` where the Diary is restricted to it, ``title_word`` begins the
    title of its details. ``rated``: its icon has the colours of numbers. ``can_be_copied``: a new one like it makes
    sense. ``on_today``: its action is a button of Today; others are in the Edit menu alone.
    """

    code: ClassVar[str]
    cls: ClassVar[type[Entry]]
    name: ClassVar[str]
    plural: ClassVar[str]
    title_word: ClassVar[str]
    icon: ClassVar[str]
    action: ClassVar[Action]
    rated: ClassVar[bool] = False
    can_be_copied: ClassVar[bool] = True
    on_today: ClassVar[bool] = True

    # --- its form ---

    @abstractmethod
    def form(self, bridge: Bridge, draft_key: str) -> EntryForm:
        """A form, not filled in yet."""

    # --- its row ---

    @abstractmethod
    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        """Title, quiet detail and the fact at the right."""

    # --- its details ---

    def title(self, texts: Texts, entry: Entry) -> str:
        """What it is and when: "Dose, Sat 15:24"."""
        assert isinstance(entry, Timed)
        when = texts("{day} {time}", day=texts.weekday(entry.at.local.date()), time=texts.time(entry.at.local))
        return texts("{what}, {when}", what=texts(self.title_word), when=when)

    def below(self, details: Details) -> str:
        """The quiet line below the title."""
        return details.when_and_where()

    @abstractmethod
    def sections(self, details: Details) -> Sequence[tuple[str, str]]:
        """Headings and texts; those without a text are left out."""

    # --- before an import ---

    @abstractmethod
    def brief(self, brought: Brought, entry: Entry) -> list[str]:
        """What a file says of it, in a few words each."""
