"""What is said of a whole day, in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.core.entries import DayMark, Entry
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import mark_alone, mark_inside
from journal.ui.entries.brief import Brought
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.kind import Action, EntryKind
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names

if TYPE_CHECKING:
    from journal.ui.entries.details import Details
    from journal.ui.entries.mark_form import MarkForm
    from journal.ui.kit.bridge import Bridge


class DayMarkKind(EntryKind):
    """A day's mark. Its action on Today needs no form: it says that there was no dose on the day shown."""

    code, cls = "day_mark", DayMark
    name, plural, title_word = marked("Day mark"), marked("Day marks"), marked("Day mark")
    icon = "none"
    action = Action(marked("None today"), "today")
    can_be_copied = False  # it belongs to its day

    def form(self, bridge: Bridge, draft_key: str) -> MarkForm:
        from journal.ui.entries.mark_form import MarkForm

        return MarkForm(bridge, draft_key)

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        return Line(mark_alone(texts, _mark(row.entries[0]), names.today))

    def title(self, texts: Texts, entry: Entry) -> str:
        return texts("{what}, {when}", what=texts(self.title_word), when=texts.full_day(_mark(entry).day))

    def below(self, details: Details) -> str:
        return mark_inside(details.texts, _mark(details.entry), details.names.today)

    def sections(self, details: Details) -> Sequence[tuple[str, str]]:
        return ()

    def brief(self, brought: Brought, entry: Entry) -> list[str]:
        return []  # rows of files bring none


def _mark(entry: Entry) -> DayMark:
    assert isinstance(entry, DayMark)
    return entry
