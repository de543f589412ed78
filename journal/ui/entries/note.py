"""What a note is in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.core.entries import Entry, Note
from journal.core.plaintext import shortened
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.entries.brief import Brought, quoted
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.dose_words import LONGEST_SHOWN
from journal.ui.entries.kind import Action, EntryKind
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names

if TYPE_CHECKING:
    from journal.ui.entries.details import Details
    from journal.ui.entries.note_form import NoteForm
    from journal.ui.kit.bridge import Bridge


class NoteKind(EntryKind):
    """Free text at a time."""

    code, cls = "note", Note
    name, plural, title_word = marked("Note"), marked("Notes"), marked("Note")
    icon = "note"
    action = Action(marked("Note"), "note", "Ctrl+K")

    def form(self, bridge: Bridge, draft_key: str) -> NoteForm:
        from journal.ui.entries.note_form import NoteForm

        return NoteForm(bridge, draft_key)

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        words = " ".join(_note(row.entries[0]).text[: 2 * LONGEST_SHOWN].split())
        return Line(texts("Note"), shortened(words, LONGEST_SHOWN))

    def sections(self, details: Details) -> Sequence[tuple[str, str]]:
        return ((details.texts("Note"), details.long_text(_note(details.entry).text)),)

    def brief(self, brought: Brought, entry: Entry) -> list[str]:
        return [quoted(brought.texts, _note(entry).text)]


def _note(entry: Entry) -> Note:
    assert isinstance(entry, Note)
    return entry
