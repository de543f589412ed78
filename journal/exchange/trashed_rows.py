"""What the file still has and the journal has in its trash: it stays there, and that is said with the way back."""

from __future__ import annotations

from collections.abc import Sequence

from journal.core.entries import Entry, Timed, kind_of
from journal.core.kinds import own_day
from journal.exchange.import_outcome import ImportOutcome
from journal.texts import Texts
from journal.texts.listing import first_of

_NAMED = 5


def remark_on_trashed(plan: ImportOutcome, texts: Texts) -> list[str]:
    """How many they are, the first of them, and where they are had back; () without any."""
    trashed = plan.trashed
    if not trashed:
        return []
    one = "{n} entry of the file lies in your trash and stays there. The Diary, filter “Trash”, can put it back:"
    many = "{n} entries of the file lie in your trash and stay there. The Diary, filter “Trash”, can put them back:"
    return [texts.plural(one, many, plan.counts.trashed.total()), *first_named(trashed, texts)]


def first_named(entries: Sequence[Entry], texts: Texts) -> list[str]:
    """The first of them; what is private is counted elsewhere and not named, as others may look on."""
    not_private = [entry for entry in entries if not entry.private]
    return first_of(texts, not_private, _NAMED, lambda entry: named(entry, texts))


def named(entry: Entry, texts: Texts) -> str:
    """Its kind, and when it was."""
    kind = kind_of(entry).replace("_", " ")
    if isinstance(entry, Timed):
        local = entry.at.local
        when = texts("{day}, {time}", day=texts.short_day(local.date()), time=texts.time(local))
    elif (day := own_day(entry)) is not None:
        when = texts.short_day(day)
    else:
        return kind
    return texts("{kind} of {when}", kind=kind, when=when)
