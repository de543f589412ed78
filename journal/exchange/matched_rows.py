"""Which entry of the journal a row is: by its id, by the identity of what it means, or by one it had before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journal.core.entries import Entry
from journal.core.kinds import recorded_at, recorded_ms
from journal.exchange.as_imported import Histories, as_changed_by_import
from journal.exchange.file_rows import FoundRow
from journal.exchange.here import Here
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.recognised_rows import RecognisedRows
from journal.exchange.row_meaning import said
from journal.texts import Texts


class MatchedRows:
    """Looked up a slice of rows at a time. Each entry of the journal is one row of the file at most."""

    def __init__(self, here: Here, recognised: RecognisedRows) -> None:
        self._here, self._recognised = here, recognised
        self._by_id: Mapping[str, Entry] = {}
        self._by_origin: Mapping[str, Entry] = {}

    def look_up(self, rows: Sequence[FoundRow]) -> None:
        """Ask the journal for all of these at once."""
        self._by_id = self._here.existing([key for row in rows for key in (row.entry.id, *row.known_as)])
        for row in rows:  # what bears an id of ours is it, and nothing before it that only says the same
            same = self._by_id.get(row.entry.id)
            if same is not None and not row.without_id and isinstance(row.entry, Entry):
                self._recognised.claim(same)
        entries = [row.entry for row in rows if isinstance(row.entry, Entry)]
        origins = {entry.origin for entry in entries} | {key for row in rows for key in row.known_as}
        wanted = [origin for origin in origins if origin is not None]
        self._by_origin = self._here.by_origin(wanted) if wanted else {}

    def ours(self, row: FoundRow) -> Entry | None:
        """Ours, if no row before this one was it. What bears the row's own id is it in any case: two cannot bear it."""
        same = self._by_id.get(row.entry.id)
        if not row.without_id:
            return same  # and claimed: a row whose id was emptied is another one, not this one corrected
        claimed = next((ours for ours in self._candidates(row) if self._recognised.claim(ours)), None)
        return same or claimed

    def has_origin(self, entry: Entry) -> bool:
        """Whether something came with this origin before."""
        return entry.origin in self._by_origin

    def _candidates(self, row: FoundRow) -> Iterator[Entry]:
        for known_rows in (self._by_id, self._by_origin):
            for key in (row.entry.id, *row.known_as):
                if key in known_rows:
                    yield known_rows[key]


def says_the_same(row: FoundRow, entry: Entry, ours: Entry, here: Histories) -> bool:
    """Whether the row says what ours says, or what ours said when it was imported: then it was changed here."""
    if not row.without_id:
        return _same(ours, entry)
    if ours.deleted_ms is not None or said(entry).whole == said(ours).whole:
        return True
    if not row.known_as:  # a product or symptom, whose id is made of its name
        return ours.id == entry.id
    # Earlier versions knew it by how it was spelled, or by the other program's own identity.
    as_it_was = row.known_as[-1] == ours.origin if row.foreign_id else True
    as_it_came = ours.id == entry.id or (ours.id == row.known_as[0] and as_it_was)
    return as_it_came and _was_not_imported_otherwise(entry, ours, here)


def _was_not_imported_otherwise(entry: Entry, ours: Entry, here: Histories) -> bool:
    """Whether no other import took the place of what the row says: what a table goes back to is a correction."""
    changed = as_changed_by_import(here, ours)
    return changed is None or said(entry).whole == said(changed).whole


def _same(ours: Entry, entry: Entry) -> bool:
    """Whether the file says the same as the journal; when it was written down, with which file it came and that it is
    private only here is nothing that an entry says."""
    written_ms = recorded_ms(ours)
    theirs = entry if written_ms is None else recorded_at(entry, written_ms)
    return ours == still_private(replace(theirs, origin=ours.origin), ours)


def not_said(row: FoundRow, ours: Entry) -> set[str]:
    """What the file has otherwise of an entry beside what it says, by its name in files. Ours stays as it is."""
    entry = row.entry
    if row.without_id or not isinstance(entry, Entry):
        return set()
    recorded = recorded_ms(entry) not in (0, None, recorded_ms(ours))
    came = entry.origin not in (None, ours.origin)
    return {name for name, otherwise in (("recorded", recorded), ("origin", came)) if otherwise}


def remark_on_private(plan: ImportOutcome, texts: Texts) -> list[str]:
    """That what is private here stays so; () where the file has nothing of it in the open."""
    if not plan.still_private:
        return []
    one = "{n} entry is private here and not in the file. It stays private: no import takes that mark away."
    many = "{n} entries are private here and not in the file. They stay private: no import takes that mark away."
    return [texts.plural(one, many, plan.still_private)]


def remark_on_not_said(plan: ImportOutcome, texts: Texts) -> list[str]:
    """That when something was written down, or where it came from, is not taken from the file; () without any."""
    if not plan.not_said:
        return []
    words = "When an entry was written down and where it came from stay as they are here. Not taken: {names}."
    return [texts(words, names=", ".join(sorted(plan.not_said)))]


def loses_its_mark(row: FoundRow, ours: Entry) -> bool:
    """Whether the file has it without the mark that keeps ours private. A row of a table has no such mark."""
    return isinstance(row.entry, Entry) and not row.without_id and ours.private and not row.entry.private


def still_private(entry: Entry, ours: Entry) -> Entry:
    """What a file says of ours, private if ours is: no file takes the mark away, for a file without that column, or
    one that another hand has changed, says the same as one in which the person took it away."""
    return replace(entry, private=True) if ours.private and not entry.private else entry


def as_kept(entry: Entry, ours: Entry) -> Entry:
    """What a file says of ours, still private, and written down when ours was if the file does not say when."""
    entry, ours_ms = still_private(entry, ours), recorded_ms(ours)
    return recorded_at(entry, ours_ms) if ours_ms is not None and recorded_ms(entry) == 0 else entry
