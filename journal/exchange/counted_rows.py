"""How much of a file comes in, by kind of entry; and how many of its rows are left out as a whole or in part."""

from __future__ import annotations

from journal.exchange.import_outcome import ImportOutcome
from journal.texts import Texts
from journal.texts.kind_names import many


def new_by_kind(plan: ImportOutcome, texts: Texts) -> list[str]:
    """What the new entries are, the most first; () where they are all of one kind."""
    new = [(kind, n) for kind, n in plan.counts.new.most_common() if n]
    if len(new) < 2:
        return []
    kinds = ", ".join(texts("{kind} {n}", kind=many(texts, kind), n=texts.integer(n)) for kind, n in new)
    return [texts("New are: {kinds}.", kinds=kinds)]


def remark_on_parts(plan: ImportOutcome, texts: Texts) -> list[str]:
    """In how many rows the refused values stand, and of how many the rest is taken; () where each is a row."""
    whole = {row.where.row for row in plan.refused if not row.partly}
    partly = {row.where.row for row in plan.refused} - whole
    if len(whole) == len(plan.refused):
        return []
    one = "{n} row is left out as a whole; of {partly} more only what is named is left out."
    many_rows = "{n} rows are left out as a whole; of {partly} more only what is named is left out."
    return [texts.plural(one, many_rows, len(whole), partly=texts.integer(len(partly)))]
