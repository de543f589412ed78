"""The right form for a kind of entry: empty, for a change, or for a copy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from journal.core.entries import DayMark, Dose, Entry, Note, Rating, kind_of
from journal.ui.diary.mark_form import MarkForm
from journal.ui.kit.bridge import Bridge
from journal.ui.today.dose_form import DoseForm
from journal.ui.today.form import Form
from journal.ui.today.note_form import NoteForm
from journal.ui.today.rating_form import RatingForm

AnyForm = DoseForm | RatingForm | NoteForm | MarkForm
_FORMS: dict[str, type[DoseForm] | type[RatingForm] | type[NoteForm] | type[MarkForm]] = {
    "dose": DoseForm, "rating": RatingForm, "note": NoteForm, "day_mark": MarkForm,
}  # fmt: skip


def form_of_kind(bridge: Bridge, kind: str, draft_key: str) -> AnyForm:
    """A form, not filled in yet."""
    return _FORMS[kind](bridge, draft_key)


def new_form(bridge: Bridge, kind: str, day: dt.date) -> Form:
    """An empty form for a day; its draft bears the kind's name."""
    form = form_of_kind(bridge, kind, kind)
    form.open_new(day)
    return form


def edit_form(bridge: Bridge, entries: Sequence[Entry], suffix: str) -> Form:
    """The form that changes these entries: a dose with its before-ratings, ratings made together, a note, a mark."""
    kind, first = kind_of(entries[0]), entries[0]
    form = form_of_kind(bridge, kind, f"{kind}{suffix}")
    match form, first:
        case DoseForm(), Dose():
            form.edit(first, _ratings(entries))
        case RatingForm(), _:
            form.edit(_ratings(entries))
        case NoteForm(), Note():
            form.edit(first)
        case MarkForm(), DayMark():
            form.edit(first)
    return form


def copy_form(bridge: Bridge, entries: Sequence[Entry]) -> Form:
    """The form for a new entry like these; a day mark belongs to its day and has no copy."""
    kind, first = kind_of(entries[0]), entries[0]
    form = form_of_kind(bridge, kind, kind)
    match form, first:
        case DoseForm(), Dose():
            form.copy(first)
        case RatingForm(), _:
            form.copy(_ratings(entries))
        case NoteForm(), Note():
            form.copy(first)
    return form


def _ratings(entries: Sequence[Entry]) -> list[Rating]:
    return [each for each in entries if isinstance(each, Rating)]
