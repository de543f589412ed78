"""What import says of a file: counts, what is refused or differs and why, and the list of it to keep."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections import Counter
from pathlib import Path

from journal.core.entries import kind_of
from journal.exchange.changed_rows import Changed
from journal.exchange.losses import by_reason, losses, row_change, write_losses
from journal.exchange.mapped_units import NOT_KNOWN
from journal.exchange.opening import (
    AnySource,
    remark_on_doubts,
    remarks_before_import,
    row_doubt,
    row_refusal,
)
from journal.exchange.plan import Plan
from journal.texts import Texts

_AMOUNTS_IN_WORDS = ("amount-in-words", "amount-word-unknown", "amount-word-unsaid")
_WHOLE = 40  # letters of a cell in a refusal; one as long may be cut
_NAMED = 20
_EACH = 40  # rows of which each has a line of its own


def say(plan: Plan, source: AnySource, needing_answer: list[str], options: Namespace, texts: Texts) -> None:
    """Counts on standard output, what stands in single rows on standard error."""
    counts = plan.counts
    print(texts("new: {n}", n=_counted(counts.new, texts)))
    print(texts("already here: {n}", n=_counted(counts.here, texts)))
    for line in _different(plan, options.changed, texts):
        print(line)
    if counts.purged.total():
        print(texts("deleted for good here, not brought back: {n}", n=_counted(counts.purged, texts)))
    print(texts("refused: {n}", n=texts.integer(plan.rows_refused)))
    for line in (
        *remarks_before_import(source, plan, texts),
        *remark_on_doubts(plan, texts),
        *needing_answer,
    ):
        print(line)
    for line in (
        *_refused(plan, options, texts),
        *_words_to_keep(plan, texts),
        *_first([row_doubt(doubtful, texts) for doubtful in plan.doubtful], texts),
        *_first([row_change(changed, texts) for changed in plan.changed], texts),
    ):
        print(line, file=sys.stderr)
    if options.losses is not None:
        _keep_losses(plan, Path(options.losses), options, texts)


def _refused(plan: Plan, options: Namespace, texts: Texts) -> list[str]:
    """Each refused row by itself; where they are many, each reason with how many they are, as in the window."""
    if len(plan.refused) <= _EACH:
        return [row_refusal(row, texts) for row in plan.refused]
    lines = by_reason(plan.refused, texts)
    return lines if options.losses else [*lines, texts("--losses FILE writes a line for each of these rows.")]


def _first(lines: list[str], texts: Texts) -> list[str]:
    """The first of them, and how many more there are."""
    if len(lines) <= _EACH:
        return lines
    more = len(lines) - _EACH
    return [*lines[:_EACH], texts.plural("{n} more row like these.", "{n} more rows like these.", more)]


def _words_to_keep(plan: Plan, texts: Texts) -> list[str]:
    """What to write into the mapping so that doses whose amounts are in words are kept; () without any."""
    words: dict[str, dict[str, str]] = {}
    for row in plan.refused:
        text = str(row.reason.values.get("text", ""))
        if row.reason.code in _AMOUNTS_IN_WORDS and row.where.list and len(text) < _WHOLE:
            words.setdefault(row.where.list, {})[text] = f"{NOT_KNOWN} {text}"
    if not words:
        return []
    named = {column: dict(list(of_column.items())[:_NAMED]) for column, of_column in words.items()}
    more = texts("To keep the doses with such words, their amount not known, write into the mapping what they are:")
    return [more, f'"words": {json.dumps(named, ensure_ascii=False)}']


def _different(plan: Plan, changed: Changed, texts: Texts) -> list[str]:
    """How many rows say something else than ours, and what becomes of them."""
    taken = Counter(kind_of(row.ours) for row in plan.changed if row.written(changed) is not None)
    lines = [texts("different from ours, ours kept: {n}", n=_counted(plan.counts.differs - taken, texts))]
    if changed is Changed.THEIRS:
        lines.append(texts("different from ours, taken from the file: {n}", n=_counted(taken, texts)))
    elif changed is Changed.BOTH:
        lines.append(texts("different from ours, both kept: {n}", n=_counted(taken, texts)))
    return lines


def _keep_losses(plan: Plan, target: Path, options: Namespace, texts: Texts) -> None:
    """The list lies there also when the import is refused because of it."""
    lines = losses(plan, texts, options.changed)
    write_losses(lines, Path(options.file), target, texts, options.force)
    print(texts("What is left out is listed in {path}. It is not encrypted: whoever has it can read it.", path=target))


def _counted(counts: Counter[str], texts: Texts) -> str:
    total = texts.integer(counts.total())
    parts = ", ".join(f"{kind.replace('_', ' ')} {texts.integer(n)}" for kind, n in counts.items())
    return f"{total} ({parts})" if parts else total
