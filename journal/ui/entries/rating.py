"""What ratings made together are in the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from journal.core.entries import Entry, Rating
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import HIDDEN_RATING
from journal.ui.entries.brief import Brought
from journal.ui.entries.diary_rows import Row
from journal.ui.entries.kind import Action, EntryKind
from journal.ui.entries.line import Line
from journal.ui.entries.names import Names
from journal.ui.entries.rating_words import ratings_detail, ratings_title

if TYPE_CHECKING:
    from journal.ui.entries.details import Details
    from journal.ui.entries.rating_form import RatingForm
    from journal.ui.kit.bridge import Bridge


class RatingKind(EntryKind):
    """How the person felt: one row for what was rated together."""

    code, cls = "rating", Rating
    name, plural, title_word = marked("How I feel"), marked("How I felt"), marked("How I felt")
    icon = "rating"
    action = Action(marked("How I feel"), "rating", "Ctrl+R")
    rated = True

    def form(self, bridge: Bridge, draft_key: str) -> RatingForm:
        from journal.ui.entries.rating_form import RatingForm

        return RatingForm(bridge, draft_key)

    def line(self, texts: Texts, names: Names, row: Row) -> Line:
        return Line(ratings_title(texts, names, row.ratings), ratings_detail(texts, names, _rating(row.entries[0])))

    def sections(self, details: Details) -> Sequence[tuple[str, str]]:
        texts, rating = details.texts, _rating(details.entry)
        return (
            (texts("Ratings"), details.ratings()),
            (texts("Warning symptom"), details.answers()),
            (texts("Linked"), ratings_detail(texts, details.names, rating) if rating.dose else ""),
        )

    def brief(self, brought: Brought, entry: Entry) -> list[str]:
        rating = _rating(entry)
        if rating.symptom in brought.masked:
            return [brought.texts(HIDDEN_RATING)]
        name = brought.symptoms.get(rating.symptom, "")
        if rating.value is None:
            return [brought.texts("{symptom}, no number", symptom=name)]
        return [brought.texts("{symptom} {value} of 10", symptom=name, value=rating.value)]


def _rating(entry: Entry) -> Rating:
    assert isinstance(entry, Rating)
    return entry
