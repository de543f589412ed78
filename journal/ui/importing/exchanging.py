"""What a worker does with files that come in: read one, count what an import would do, import it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from journal.core.changes import ChangeSet
from journal.core.entries import Setting
from journal.core.refusal import Refused
from journal.exchange.changed_rows import Changed
from journal.exchange.counted_rows import new_by_kind
from journal.exchange.export import names_of
from journal.exchange.file_formats import Format
from journal.exchange.losses import losses, row_change
from journal.exchange.names import with_former
from journal.exchange.opening import (
    AnySource,
    opened,
    remark_on_clock,
    remark_on_doubts,
    remark_on_kinds,
    remarks_before_import,
    row_doubt,
    row_refusal,
)
from journal.exchange.plan import AS_USUAL, KindSaid, Plan, plan_import
from journal.exchange.same_names import Joining
from journal.exchange.sniffing import recognised
from journal.guidance.help_lines import Country
from journal.guidance.names_brought import NamesBrought, Spoken, spoken_words
from journal.guidance.signs_brought import TO_ANSWER, FoundSigns, SignsBrought, answers_needed
from journal.guidance.signs_in_words import country_of
from journal.guidance.written_in_file import advice_in_file
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.listing import first_of
from journal.texts.refusals import explain
from journal.ui.importing.sample import Sample, sample_of
from journal.ui.kit.tasks import Task

REFUSED_SHOWN = 5
_AGAIN_S = 0.1
T = TypeVar("T")
_Steps = tuple[ChangeSet | None, ChangeSet | None]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do. ``keep`` is the mapping to remember for the next file like this one; ``counted_at`` says
    after which changes of the journal the source was counted. ``kinds``: what was said of products whose kind the file
    does not say; ``answers`` remember what was asked about them. ``to_answer``: what to do about what the file says,
    refused rows too. ``changed``: what becomes of rows that differ from ours."""

    plan: Plan
    name: str
    source: AnySource
    counted_at: _Steps
    keep: Setting | None = None
    kinds: Mapping[str, KindSaid] = field(default_factory=dict)
    answers: tuple[Setting, ...] = ()
    to_answer: tuple[str, ...] = ()
    changed: Changed = Changed.OURS

    @property
    def new(self) -> int:
        """How many entries would be written."""
        return self.plan.written(self.changed)

    @property
    def asks(self) -> bool:
        """Whether values may be slips: they are taken as they are written only after a yes."""
        return bool(self.plan.doubts)

    def yes(self, texts: Texts) -> str:
        """The words of the button that imports it."""
        if self.asks:
            return texts.plural("Yes, import {n} entry as written", "Yes, import {n} entries as written", self.new)
        return texts.plural("Import {n} entry", "Import {n} entries", self.new)

    def words(self, texts: Texts) -> str:
        """Counts, the first that differ, what needs an answer, the first refused rows, the first values that may be
        slips."""
        answers = [texts(TO_ANSWER), *self.to_answer] if self.to_answer else []
        refused = first_of(texts, self.plan.refused, REFUSED_SHOWN, lambda row: row_refusal(row, texts))
        doubtful = first_of(texts, self.plan.doubtful, REFUSED_SHOWN, lambda row: row_doubt(row, texts))
        changed = first_of(texts, self.plan.changed, REFUSED_SHOWN, lambda row: row_change(row, texts))
        lines = [*self.counts(texts), *changed, *answers, *refused, *remark_on_doubts(self.plan, texts), *doubtful]
        return "\n".join(lines)

    def counts(self, texts: Texts) -> list[str]:
        """How many rows are new, already here, refused; and what else there is to know of the file."""
        counts = self.plan.counts
        lines = [
            texts(
                "{name}: {new} new, {here} already here, {refused} refused.",
                name=self.name,
                new=texts.integer(self.plan.total),
                here=texts.integer(counts.here.total()),
                refused=texts.integer(self.plan.rows_refused),
            )
        ]
        lines += new_by_kind(self.plan, texts)
        taken = self.plan.taken(self.changed)
        if kept := counts.differs.total() - taken:
            many = "{n} entries differ from ours; ours are kept."
            lines.append(texts.plural("{n} entry differs from ours; ours is kept.", many, kept))
        if taken and self.changed is Changed.THEIRS:
            many = "{n} entries differ from ours; what the file says is taken."
            lines.append(texts.plural("{n} entry differs from ours; what the file says is taken.", many, taken))
        elif taken:
            many = "{n} entries differ from ours; both are kept."
            lines.append(texts.plural("{n} entry differs from ours; both are kept.", many, taken))
        if purged := counts.purged.total():
            many = "{n} were deleted for good here and stay so."
            lines.append(texts.plural("{n} was deleted for good here and stays so.", many, purged))
        return [*lines, *remarks_before_import(self.source, self.plan, texts, self.kinds)]

    def imported(self, texts: Texts, n: int, spoken: Spoken | None = None) -> str:
        """What to know once ``n`` entries were imported; ``spoken``: what the list of interactions says of them."""
        remarks = (*remark_on_kinds(self.plan, texts, self.kinds), *remark_on_clock(self.plan, texts))
        sentence = "" if spoken is None else spoken_words(texts, spoken)
        of_list = [f"{sentence} {texts('Safety, “My list, checked”, says what it says of each.')}"] if sentence else []
        return "\n".join([self._done(texts, n), *new_by_kind(self.plan, texts), *remarks, *of_list])

    def _done(self, texts: Texts, n: int) -> str:
        """What came and what was changed; a mark of ours that is no longer true is neither, and was told before."""
        n -= len(self.plan.no_longer_none)
        changed = self.plan.taken(self.changed) if self.changed is Changed.THEIRS else 0
        if not changed:
            one = "{n} entry was imported. Undo takes it back."
            return texts.plural(one, "{n} entries were imported. Undo takes them back.", n)
        one = "{n} entry of yours was changed as the file says."
        changes = texts.plural(one, "{n} entries of yours were changed as the file says.", changed)
        came = (
            [texts.plural("{n} entry was imported.", "{n} entries were imported.", n - changed)] if n > changed else []
        )
        return " ".join([*came, changes, texts("Undo takes all of it back.")])

    def losses(self, texts: Texts) -> list[str]:
        """Every row of which something is left out, with the reason."""
        return losses(self.plan, texts, self.changed)

    def questions(self, texts: Texts) -> list[str]:
        """Every value that may be a slip, with its row."""
        return [row_doubt(row, texts) for row in self.plan.doubtful]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be read as a whole, and what to do about what it names all the same."""

    reason: Refused
    to_answer: tuple[str, ...]

    def words(self, texts: Texts) -> str:
        """What to do first, then why it is not imported."""
        return "\n".join([*self.to_answer, explain(texts, self.reason)])


def first_look(
    logbook: Logbook, path: Path, texts: Texts, task: Task, place: Country | None = None
) -> Preview | Sample | Unread:
    """What the program's own files hold; of others, what must be known to ask how they are to be read."""
    try:
        return _first_look(logbook, path, texts, task, place)
    except Refused as reason:
        answers = advice_in_file(path, texts, place or country_of(None)) if reason.code != "cancelled" else []
        if not answers:
            raise
        return Unread(reason, tuple(answers))


def _first_look(
    logbook: Logbook, path: Path, texts: Texts, task: Task, place: Country | None = None
) -> Preview | Sample:
    file, here = recognised(path), with_former(names_of(logbook, texts), logbook)
    if file.format in (Format.OWN_JSON, Format.OWN_CSV, Format.OWN_ZIP):
        return read_file(logbook, opened(path, file, here, logbook.clock.zone_name()), path.name, texts, task, place)
    return sample_of(logbook, path, file, here)


def read_file(
    logbook: Logbook,
    source: AnySource,
    name: str,
    texts: Texts,
    task: Task,
    place: Country | None = None,
    joining: Joining = AS_USUAL,
) -> Preview:
    """Read the file once; nothing is written. ``place``: whose numbers are to be called."""
    counted_at, now_ms = _steps(logbook), logbook.clock.now_ms()
    brought = SignsBrought(logbook.symptoms())
    plan = plan_import(source, logbook, now_ms, task.report, task.cancelled, brought, joining)
    answers = answers_needed(texts, brought, logbook, now_ms, place or country_of(None), openly=False)
    return Preview(plan, name, source, counted_at, to_answer=tuple(answers))


def _steps(logbook: Logbook) -> _Steps:
    """Where the journal's changes stand: each one moves what undo or redo would do."""
    return logbook.undo_step, logbook.redo_step


def _counted_again(logbook: Logbook, preview: Preview, task: Task) -> Preview:
    """The preview as the journal is now: a mark or an entry may have come since the file was counted."""
    counted_at = _steps(logbook)
    if counted_at == preview.counted_at:
        return preview
    now_ms, joining = logbook.clock.now_ms(), preview.plan.names.joining
    plan = plan_import(preview.source, logbook, now_ms, cancelled=task.cancelled, joining=joining)
    return replace(preview, plan=plan, counted_at=counted_at)


def _counted(plan: Plan) -> tuple[object, ...]:
    return plan.counts, len(plan.refused), plan.doubts, len(plan.changed)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many entries came, the warning signs and very high blood pressures among them, and what the list of
    interactions says of the names."""

    count: int
    found: FoundSigns = field(default_factory=FoundSigns)
    spoken: Spoken | None = None


def import_entries(logbook: Logbook, preview: Preview, task: Task) -> Imported | Preview:
    """Add what is new as one change set, after a backup of what is there.

    Where changes made meanwhile give other counts than those shown, nothing is written: the new preview. While another
    job writes, it waits: what was chosen would be lost.
    """
    if logbook.totals()[0]:
        _when_free(lambda: logbook.backup(reason="before-import"), task)
    return _when_free(lambda: _import_now(logbook, preview, task), task)


def _when_free(work: Callable[[], T], task: Task) -> T:
    """Do it as soon as the journal can be written to."""
    while True:
        try:
            return work()
        except Refused as refused:
            if refused.code != "journal-busy":
                raise
        if task.cancelled():
            raise Refused("cancelled")
        time.sleep(_AGAIN_S)


def _import_now(logbook: Logbook, shown: Preview, task: Task) -> Imported | Preview:
    preview = _counted_again(logbook, shown, task)
    if _counted(preview.plan) != _counted(shown.plan):
        return preview
    # Before the import and not with it, so that undoing the import does not forget how the file was read.
    if preview.keep is not None and logbook.get(preview.keep.id) != preview.keep:
        logbook.save(preview.keep, label="import.remembered", origin="import")
    if preview.answers:
        logbook.save(*preview.answers, label="product.asked", origin="import")
    brought, names = SignsBrought(logbook.symptoms()), NamesBrought(logbook.clock.now_ms())
    done = logbook.save_all(
        names.watching(brought.watching(preview.plan.entries(preview.kinds, preview.changed))),
        label="many.imported",
        origin="import",
        tombstones=preview.plan.tombstones,
        progress=task.report,
        cancelled=task.cancelled,
    )
    signs = brought.found(logbook, logbook.clock.now_ms())
    return Imported(done.count, signs, names.spoken_of(logbook))
