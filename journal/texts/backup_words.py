"""Backups in words: how large one is, what was seen in it, and what going back to it would mean."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from journal.core.backups import Compared, Contents
from journal.core.moments import Clock, moment_at, moment_now
from journal.core.refusal import Refused
from journal.texts.language import Texts
from journal.texts.marked import marked
from journal.texts.refusals import explain

_REASONS = marked({
    "auto": "automatic",
    "replaced": "the journal that a backup replaced",
    "damaged": "the damaged journal",
    "before-update": "before an update",
    "shown": "what was shown before another file was opened",
})  # fmt: skip
_MB, _GB = 1_000_000, 1_000_000_000


def made_on(texts: Texts, made: dt.datetime, clock: Clock) -> str:
    """When a backup was made, by the clock here; a date that only a wrong clock gives is said in UTC."""
    try:
        there = moment_at(int(made.timestamp() * 1000), clock.zone_name()).local
    except Refused:
        return texts("{date} (UTC)", date=f"{made:%Y-%m-%d %H:%M}")
    return texts.when(there, moment_now(clock).local.date())


def made_for(texts: Texts, reason: str) -> str:
    """Why it was made, as its name says it; "" for one that was asked for."""
    return texts(_REASONS[reason]) if reason in _REASONS else ""


def backup_made(texts: Texts, made: str, foreign_parts: bool) -> str:
    """That a verified copy lies there now; ``made``: its path as it is to be shown."""
    words = texts("A verified copy was made: {path}", path=made)
    return f"{words} {with_foreign_parts(texts)}" if foreign_parts else words


def copied_too(texts: Texts, folder: Path, refused: Refused | None) -> str:
    """What became of the copy in the second folder."""
    if refused is None:
        return texts("It was copied into the second folder {folder}, too, and verified there.", folder=folder)
    return texts("It was not copied into the second folder. {why}", why=explain(texts, refused))


def with_foreign_parts(texts: Texts) -> str:
    """What is said besides of a copy of a journal that holds what the program does not make."""
    return texts(
        "The journal holds triggers or views, which Leaf Journal does not make, and so does the copy: it can be read, "
        "and nothing is written to it. Export its entries, and import that file into a new journal."
    )


def size_of(texts: Texts, size: int) -> str:
    """A file's size in bytes, to a tenth: "2.4 MB", "1.2 GB", and "0.1 MB" for anything smaller but an empty one."""
    if size == 0:
        return texts("0 bytes")
    if size >= _GB:
        return texts("{n} GB", n=_tenths(texts, size / _GB))
    return texts("{n} MB", n=_tenths(texts, max(0.1, size / _MB)))


def _tenths(texts: Texts, n: float) -> str:
    return texts.number(round(n * 10) * 100, 1)


def seen_in(texts: Texts, held: Contents) -> str:
    """What was seen when it was opened."""
    return texts.plural("opened and counted: {n} entry, {diary} in the Diary",
                         "opened and counted: {n} entries, {diary} in the Diary", held.total,
                         diary=texts.integer(held.of_the_diary))  # fmt: skip


def comparison(texts: Texts, compared: Compared) -> list[str]:
    """What going back would take away, put back as it was, and bring back; a sentence each."""
    if compared.of_another:
        return _of_another(texts, compared)
    sentences = []
    if compared.missing:
        sentences.append(
            texts.plural("Not in it: {n} entry of the journal of today.",
                         "Not in it: {n} entries of the journal of today.", compared.missing)
        )  # fmt: skip
    if compared.changed:
        sentences.append(
            texts.plural("As it was then: {n} entry that was changed since.",
                         "As they were then: {n} entries that were changed since.", compared.changed)
        )  # fmt: skip
    if compared.brought_back:
        sentences.append(
            texts.plural("Only in the backup: {n} entry. It would come back.",
                         "Only in the backup: {n} entries. They would come back.", compared.brought_back)
        )  # fmt: skip
    return sentences or [texts("It holds the same entries as the journal of today.")]


def _of_another(texts: Texts, compared: Compared) -> list[str]:
    return [
        texts("This is a backup of another journal: none of its entries was ever in the journal of today."),
        texts.plural("That has {n} entry, which is not in it.", "That has {n} entries, none of which is in it.",
                     compared.missing),
        texts.plural("It has {n} entry of its own.", "It has {n} entries of its own.", compared.brought_back),
    ]  # fmt: skip
