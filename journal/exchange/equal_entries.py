"""Entries of another journal that say what ours says of the same minute, under another id: they are one with ours.

Unless a person says that they are two. What names such a dose of the file then names ours.
"""

from __future__ import annotations

from journal.core.entries import DIARY_KINDS, Dose, Entry, kind_of
from journal.exchange.file_rows import FoundRow
from journal.exchange.here import Here
from journal.exchange.import_outcome import ImportOutcome
from journal.exchange.recognised_rows import RecognisedRows
from journal.exchange.references import References
from journal.exchange.row_meaning import said
from journal.exchange.same_names import Twins
from journal.texts import Texts


class EqualEntries:
    """Remembers the doses among them until it is known which of ours they are."""

    def __init__(self, here: Here, recognised: RecognisedRows, references: References, outcome: ImportOutcome) -> None:
        self._here, self._recognised, self._references = here, recognised, references
        self._outcome = outcome
        self._doses: dict[str, list[Dose]] = {}

    def has(self, row: FoundRow, entry: Entry) -> bool:
        """Whether ours is this one, which the file gives an id that the journal does not have."""
        if row.without_id or kind_of(entry) not in DIARY_KINDS or entry.deleted_ms is not None:
            return False
        if not self._recognised.has_out_of_trash(entry):
            return False
        self._outcome.equal += 1
        if self._outcome.names.joining.equal is Twins.APART:
            return False
        if isinstance(entry, Dose) and isinstance(row.entry, Dose):
            self._doses.setdefault(said(entry).whole, []).append(row.entry)
        return True

    def settle(self, entry: Entry) -> None:
        """Before an entry that may name a dose: from now on those that are ours may be named."""
        if not self._doses or isinstance(entry, Dose):
            return
        for ours in (ours for part in self._here.slices("dose") for ours in part if ours.deleted_ms is None):
            theirs = self._doses.get(said(ours).whole)
            if theirs and not self._recognised.is_claimed(ours):
                self._references.join(theirs.pop(), ours.id)
        self._doses = {}


def remark_on_equal(plan: ImportOutcome, texts: Texts) -> list[str]:
    """How many they are, and what becomes of them; () without any."""
    if not plan.equal:
        return []
    if plan.names.joining.equal is Twins.APART:
        one = "{n} entry of the file says what one of yours says. It comes in beside yours, as a second one."
        many = "{n} entries of the file say what some of yours say. They come in beside yours, as second ones."
        return [texts.plural(one, many, plan.equal)]
    one = "{n} entry of the file says what one of yours says of the same minute. Both are taken for one."
    many = "{n} entries of the file say what some of yours say of the same minutes. Each is taken for one with yours."
    return [texts.plural(one, many, plan.equal)]
