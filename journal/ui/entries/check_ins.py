"""What check-ins and urges are in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.core.check_ins import QUESTIONNAIRES
from journal.core.entries import CheckIn, Entry, Urge
from journal.texts import Texts
from journal.texts.instruments import ITEMS, NAMES, answer_words, skipped_words
from journal.texts.marked import marked, marked_plural
from journal.texts.series_names import score_of_words
from journal.ui.entries.declared_kind import DeclaredKind
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.kind import Action
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names

if TYPE_CHECKING:
    from journal.ui.entries.details import Details
    from journal.ui.entries.entry_form import EntryForm
    from journal.ui.kit.bridge import Bridge


class CheckInKind(DeclaredKind):
    """Its form asks the questions of one instrument; the captions are those of the daily one's row and details."""

    code, cls = "check_in", CheckIn
    name, plural, title_word = marked("Check-in"), marked("Check-ins"), marked("Check-in")
    icon, action, on_today = "check_in", Action(marked("Check-in"), "check_in"), False
    captions = marked({
        "sleep": "Sleep", "quality": "Sleep quality, 0 worst, 10 best",
        "function": "What you could do of your plans, 0 to 10", "helped": "What helped", "note": "Note",
    })  # fmt: skip
    units = marked({"sleep": "hours"})
    counted = {"sleep": marked_plural("{number} hour", "{number} hours")}
    in_row = marked({
        "quality": "sleep quality {value} of 10", "function": "could do {value} of 10 of what was planned",
    })  # fmt: skip
    choices = {"instrument": NAMES}

    def form(self, bridge: Bridge, draft_key: str) -> EntryForm:
        from journal.ui.entries.check_in_form import CheckInForm

        return CheckInForm(bridge, draft_key)

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        check_in = _check_in(row.entries[0])
        facts = [*_scored(texts, check_in), *self._fields_in_words(texts, check_in)]
        return Line(texts(NAMES[check_in.instrument]), " · ".join(facts))

    def sections(self, details: Details) -> Sequence[tuple[str, str]]:
        texts, check_in = details.texts, _check_in(details.entry)
        in_words = score_of_words if check_in.score is not None else skipped_words  # the answers stand below it
        scored = [(texts("Score"), in_words(texts, check_in))] if check_in.instrument in QUESTIONNAIRES else []
        items = ITEMS.get(check_in.instrument, ())
        answered = [
            (texts(item), answer_words(texts, check_in.instrument, answer))
            for item, answer in zip(items, check_in.answers, strict=False)
        ]
        return [(texts("What"), texts(NAMES[check_in.instrument])), *scored, *answered, *super().sections(details)]


class UrgeKind(DeclaredKind):
    """A craving that passed without a dose; it can be kept without a number."""

    code, cls = "urge", Urge
    name, plural, title_word = marked("Urge"), marked("Urges"), marked("Urge")
    icon, action, on_today = "urge", Action(marked("Urge"), "urge"), False
    says_something_empty = True
    captions = marked({"value": "How strong, 0 to 10", "helped": "What helped instead", "note": "Note"})
    counted = {"value": marked_plural("{number} of 10", "{number} of 10")}

    def form(self, bridge: Bridge, draft_key: str) -> EntryForm:
        from journal.ui.entries.urge_form import UrgeForm

        return UrgeForm(bridge, draft_key)


def _scored(texts: Texts, check_in: CheckIn) -> list[str]:
    """The score, or what was answered and that there is none; nothing of what has no score."""
    return [score_of_words(texts, check_in)] if check_in.instrument in QUESTIONNAIRES else []


def _check_in(entry: Entry) -> CheckIn:
    assert isinstance(entry, CheckIn)
    return entry
