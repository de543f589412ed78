"""What a person leaves out of the pages one by one: it is treated like what is marked private."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from journal.core.entries import Entry
from journal.core.figure_facts import Facts, LeftOut
from journal.core.journal_day import day_from_number, day_of
from journal.core.warning_facts import WarningFacts
from journal.core.withheld import is_about


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Ids of products, symptoms and other entries (notes, medicines) that are withheld, with what refers to them."""

    products: frozenset[str] = frozenset()
    symptoms: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()

    @property
    def anything(self) -> bool:
        """Whether it is about anything at all."""
        return bool(self.products or self.symptoms or self.entries)

    def covers(self, entry: Entry) -> bool:
        """Whether it is one of these, or belongs to one: a dose or a batch to its product, a rating to its symptom."""
        return entry.id in self._ids or is_about(entry, self._ids)

    @property
    def _ids(self) -> frozenset[str]:
        return self.products | self.symptoms | self.entries


def marked_private(facts: Facts, leave_out: LeaveOut, note_times: Iterable[int] = ()) -> Facts:
    """The facts in which everything that is left out bears the mark of what is private.

    ``note_times``: the wall-clock times of the notes that are left out. The journal begins with what is left.
    """
    products, symptoms, notes = leave_out.products, leave_out.symptoms, [*facts.notes]
    hidden = [at for at in note_times if at in notes]
    for at in hidden:
        notes.remove(at)
    marked = replace(
        facts,
        doses=tuple(dose._replace(private=1) if dose.product in products else dose for dose in facts.doses),
        ratings=tuple(rating._replace(private=1) if rating.symptom in symptoms else rating for rating in facts.ratings),
        notes=tuple(notes),
        private_notes=tuple(sorted((*facts.private_notes, *hidden))),
        first_uses=tuple(use._replace(open_ms=None) if use.product in products else use for use in facts.first_uses),
    )
    begins_here = facts.begun is not None and facts.first <= facts.begun <= facts.last
    return replace(marked, begun=first_day(marked)) if begins_here else marked


def first_day(facts: Facts) -> dt.date | None:
    """The first of these days with a dose, or with a rating, note or mark that is not private."""
    times = [dose.local_ms for dose in facts.doses] + [*facts.notes]
    times += [rating.local_ms for rating in facts.ratings if not rating.private]
    days = [day_of(at, facts.day_start) for at in times]
    days += [day_from_number(mark.day) for mark in facts.marks if not mark.private]
    return min(days, default=None)


def none_private(facts: Facts) -> Facts:
    """The facts of a person who chose to tell what is marked private, too; it may have begun the journal."""
    all_open = replace(
        facts,
        doses=tuple(dose._replace(private=0) for dose in facts.doses),
        ratings=tuple(rating._replace(private=0) for rating in facts.ratings),
        marks=tuple(mark._replace(private=0) for mark in facts.marks),
        notes=tuple(sorted((*facts.notes, *facts.private_notes))),
        private_notes=(),
        first_uses=tuple(use._replace(open_ms=use.local_ms) for use in facts.first_uses),
    )
    return replace(all_open, begun=min(filter(None, (facts.begun, first_day(all_open))), default=None))


def signs_marked_private(facts: WarningFacts, leave_out: LeaveOut) -> WarningFacts:
    """Warning symptoms that are left out are private ones; notes that are left out are near none.

    Doses that are left out are counted with the private ones.
    """
    return replace(
        facts,
        signs=tuple(
            sign._replace(private=1) if sign.symptom in leave_out.symptoms else sign for sign in facts.signs
        ),
        texts=tuple(
            text
            for text in facts.texts
            if text.note not in leave_out.entries and text.product not in leave_out.products
        ),
        doses=tuple(dose for dose in facts.doses if dose.product not in leave_out.products),
        left_out=(
            *facts.left_out,
            *(LeftOut(dose.utc_ms, dose.local_ms) for dose in facts.doses if dose.product in leave_out.products),
        ),
    )  # fmt: skip


def no_sign_private(facts: WarningFacts) -> WarningFacts:
    """The same for a person who chose to tell what is marked private, too."""
    return replace(facts, signs=tuple(sign._replace(private=0) for sign in facts.signs))
