"""What these pages leave out, in words for the person alone: read before anything is saved or printed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from journal.core.entries import Entry, Note, Product, Substance, Symptom
from journal.insights.leave_out import LeaveOut
from journal.reports.options import CHOICES, Choice, ReportOptions
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import HIDDEN_RATING, shown_name

# Listed by this name and not by the choice's title: the list stands on the screen, where others may read it.
_UNSHOWN = {"suicidal": HIDDEN_RATING}
_PRIVATE, _OTHER_PRIVATE = marked(("private entries, if there are any", "other private entries, if there are any"))
_LAST = "private"  # which stands at the end
_ADDITION = "entries"  # tells once more, one by one, what the pages are made of: nobody misses it


def stays_out(
    texts: Texts, options: ReportOptions, there: Collection[str], named: Sequence[str], one_is_told: bool = False
) -> list[str]:
    """Each by its title, ``named`` ones after the choices. ``there``: fields of which something is written down.

    Private entries are named whether there are any or not, so that it tells nobody that there are.
    ``one_is_told``: one that is marked private is printed.
    """
    titles = [
        _title(texts, choice, options) for choice in CHOICES if choice.field in there and _left_out(choice, options)
    ]
    return [*titles, *named, *([] if options.private else [private_entries(texts, one_is_told)])]


def private_entries(texts: Texts, one_is_told: bool) -> str:
    """What is marked private, or the rest of it where one such entry is printed."""
    return texts(_OTHER_PRIVATE if one_is_told else _PRIVATE)


def _title(texts: Texts, choice: Choice, options: ReportOptions) -> str:
    title = texts(_UNSHOWN.get(choice.field, choice.title))
    return texts("{what} (not decided yet)", what=title) if getattr(options, choice.field) is None else title


def _left_out(choice: Choice, options: ReportOptions) -> bool:
    """What is a part of something else that stays out goes without saying; what is not answered yet is not printed."""
    if choice.field in (_LAST, _ADDITION):
        return False
    if choice.part_of and not getattr(options, choice.part_of) and choice.field not in _UNSHOWN:
        return False
    return not getattr(options, choice.field)


def one_by_one(texts: Texts, out: LeaveOut, entries: Iterable[Entry]) -> list[str]:
    """Those of ``entries`` that are left out, each by its name; a note by its time alone."""
    return [_named(texts, entry) for entry in entries if out.covers(entry)]


def still_named(texts: Texts, out: LeaveOut, entries: Iterable[Entry], written: Iterable[str]) -> str:
    """A sentence with the names that stand in the person's own words all the same; "" if none does."""
    texts_written = [text.casefold() for text in written]
    names = [_own_name(texts, entry) for entry in entries if out.covers(entry)]
    still_there = [name for name in filter(None, names) if any(_holds(text, name) for text in texts_written)]
    if not still_there:
        return ""
    listed = ", ".join(texts("“{name}”", name=name) for name in dict.fromkeys(still_there))
    return texts("Still named in your own words: {names}.", names=listed)


def _own_name(texts: Texts, entry: Entry) -> str:
    return shown_name(texts, entry) if isinstance(entry, Symptom) else getattr(entry, "name", "")


def _holds(text: str, name: str) -> bool:
    """As a whole word: "Red" does not stand in "tired"."""
    return re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text) is not None


def _named(texts: Texts, entry: Entry) -> str:
    match entry:
        case Product(name=name):
            return texts("product “{name}”", name=name)
        case Symptom():
            return texts("symptom “{name}”", name=shown_name(texts, entry))
        case Substance(name=name):
            return texts("medicine “{name}”", name=name)
        case Note(at=at):
            return texts("note of {day}, {time}", day=texts.short_day(at.local.date()), time=texts.time(at.local))
    raise TypeError(f"{type(entry).__name__} has no name here")
