"""What of a file does not come into the journal, in words: a line for each row, to read and to keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from journal.core.entries import DayMark, Dose, Entry, Note, Product, Rating, Symptom, Timed, kind_of
from journal.core.kinds import KINDS
from journal.core.plaintext import shortened
from journal.errors import UserError
from journal.exchange.changed_rows import Changed, ChangedRow
from journal.exchange.file_rows import RefusedRow
from journal.exchange.files import whole_file
from journal.exchange.objects import to_object
from journal.exchange.opening import placed, row_refusal
from journal.exchange.plan import Plan
from journal.exchange.row_meaning import same_minute
from journal.texts import Texts
from journal.texts.amounts import amount_text
from journal.texts.marked import marked_plural
from journal.texts.names import CONTENTS, PRODUCT_KINDS, symptom_name
from journal.texts.refusals import explain

_LONGEST = 60
_UNSAID = ("id", "origin", "recorded", "private", "deleted")


def row_change(row: ChangedRow, texts: Texts) -> str:
    """The row's place, and what ours and the file say of the same thing, in one line."""
    ours, theirs = row.ours, row.theirs
    if any(entry is not None and entry.private for entry in (ours, theirs, *row.about)):  # others may look on
        return placed(row.where, texts("something private: the file says something else"), texts)
    kind, when = KINDS[kind_of(ours)].code.replace("_", " "), _when(ours, texts)
    here, there = _moved(row, texts) or _said(ours, theirs, texts)
    if isinstance(ours, Product):
        words = texts("product “{name}”: {ours} here, {theirs} in the file", name=shortened(ours.name, _LONGEST),
                      ours=here, theirs=there)  # fmt: skip
    elif when:
        words = texts("{kind} of {when}: {ours} here, {theirs} in the file", kind=kind, when=when, ours=here,
                      theirs=there)  # fmt: skip
    else:
        words = texts("{kind}: {ours} here, {theirs} in the file", kind=kind, ours=here, theirs=there)
    return placed(row.where, words, texts)


def _when(entry: Entry, texts: Texts) -> str:
    if isinstance(entry, Timed):
        local = entry.at.local
        return texts("{day}, {time}", day=texts.short_day(local.date()), time=texts.time(local))
    day = getattr(entry, "day", None)
    return texts.short_day(day) if isinstance(day, dt.date) else ""


def _moved(row: ChangedRow, texts: Texts) -> tuple[str, str] | None:
    """What it is about and its time, as far as one of them is another one, and what else differs then; None where both
    are the same."""
    ours, theirs = row.ours, row.theirs
    if not isinstance(ours, Timed) or not isinstance(theirs, Timed):
        return None
    here, there = list[str](), list[str]()
    if row.about[0] != row.about[1]:
        here, there = ([_called(entry, texts)] for entry in row.about)
    if not same_minute(ours, theirs):
        here, there = [*here, _when(ours, texts)], [*there, _when(theirs, texts)]
    if here and (rest := _as_placed(theirs, ours)) != ours:
        here, there = ([*moved, words] for moved, words in zip((here, there), _said(ours, rest, texts), strict=True))
    return (", ".join(here), ", ".join(there)) if here else None


def _as_placed(theirs: Timed, ours: Timed) -> Timed:
    """The file's, of the time and about what ours is: what else differs is left."""
    placed_entry = replace(theirs, at=ours.at)
    match placed_entry, ours:
        case Dose(), Dose():
            amount = replace(placed_entry.amount, unit=ours.amount.unit)  # units and lots are the product's
            return replace(placed_entry, product=ours.product, batch=ours.batch, amount=amount)
        case Rating(), Rating():
            return replace(placed_entry, symptom=ours.symptom)
    return placed_entry


def _called(entry: Product | Symptom | None, texts: Texts) -> str:
    if entry is None:
        return texts("nothing")
    return f"“{shortened(symptom_name(texts, entry) if isinstance(entry, Symptom) else entry.name, _LONGEST)}”"


def _said(ours: Entry, theirs: Entry, texts: Texts) -> tuple[str, str]:
    """What each of them says, as far as they differ."""
    match ours, theirs:
        case Dose(), Dose() if ours.amount != theirs.amount:
            return _amount_and_note(ours, theirs, texts), _amount_and_note(theirs, ours, texts)
        case Rating(), Rating() if ours.value != theirs.value:
            return _rated(ours, texts), _rated(theirs, texts)
        case Note(), Note() if ours.text != theirs.text:
            here, there = _otherwise(ours.text, theirs.text), _otherwise(theirs.text, ours.text)
            return f"“{_in_one_line(here)}”", f"“{_in_one_line(there)}”"
        case DayMark(), DayMark() if ours.mark != theirs.mark:
            return str(ours.mark), str(theirs.mark)
        case Product(), Product() if (ours.kind, ours.content) != (theirs.kind, theirs.content):
            return _made_as(ours, texts), _made_as(theirs, texts)
    return _members(ours, theirs, texts), _members(theirs, ours, texts)


def _amount_and_note(dose: Dose, other: Dose, texts: Texts) -> str:
    """The note too where both differ, and whatever else does where both amounts read the same: the own unit, say."""
    amount = amount_text(texts, dose.amount)
    same_words = amount == amount_text(texts, other.amount)
    if dose.note == other.note and not same_words:
        return amount
    others = other if same_words else replace(dose, note=other.note)
    more = _members(dose, others, texts)
    return amount if more == texts("nothing") and same_words else f"{amount}, {more}"


def _made_as(product: Product, texts: Texts) -> str:
    kind = texts(PRODUCT_KINDS[product.kind])
    if product.content is None:
        return kind
    return texts("{kind} ({content})", kind=kind, content=texts(CONTENTS[product.content]))


def _rated(rating: Rating, texts: Texts) -> str:
    return texts("skipped") if rating.value is None else texts("{n} of 10", n=rating.value)


def _members(entry: Entry, other: Entry, texts: Texts) -> str:
    """As files name it: "note “rain”, time “…”"; what only the other one says is left out."""
    members, others = (dict(to_object(kind_of(version), version)) for version in (entry, other))
    lost_members = [(key, value) for key, value in members.items() if key not in _UNSAID and others.get(key) != value]
    differences = [(key, _otherwise(str(value), str(others.get(key, "")))) for key, value in lost_members]
    named = ", ".join(f"{key} “{_in_one_line(value)}”" for key, value in differences)
    return named or texts("nothing")


def _otherwise(text: str, other: str) -> str:
    """Its lines that the other has not, where each has some: what both say would push the difference out of sight."""
    lines, others = text.splitlines(), other.splitlines()
    own = [line for line in lines if line not in others]
    return "\n".join(own) if own and any(line not in lines for line in others) else text


def _in_one_line(text: str) -> str:
    return shortened(" ".join(text.split()), _LONGEST)


def losses(plan: Plan, texts: Texts, changed: Changed = Changed.OURS) -> list[str]:
    """A line for each row of which something is lost: what was refused, then what ours is kept for."""
    kept = [row for row in plan.changed if row.written(changed) is None]
    return [*(_in_full(row, texts) for row in plan.refused), *(row_change(row, texts) for row in kept)]


def _in_full(row: RefusedRow, texts: Texts) -> str:
    """The refusal, and what the row says of time, product and amount, so that it is found without the file."""
    line = row_refusal(row, texts)
    return texts("{line} · The row: {cells}", line=line, cells=row.said) if row.said else line


def by_reason(rows: Sequence[RefusedRow], texts: Texts) -> list[str]:
    """What is refused for one reason in one line, with how many rows they are, the most first; a single one by its
    place."""
    rows_by_reason: dict[tuple[str, str, bool], list[RefusedRow]] = {}
    for row in rows:
        column = "" if row.where.number else row.where.list
        rows_by_reason.setdefault((column, explain(texts, row.reason), row.partly), []).append(row)
    groups = sorted(rows_by_reason.items(), key=lambda group: -len(group[1]))
    return [row_refusal(same[0], texts) if len(same) == 1 else _of_all(len(same), *what, texts)
            for what, same in groups]  # fmt: skip


def _of_all(n: int, column: str, reason: str, partly: bool, texts: Texts) -> str:
    one, many = marked_plural("{n} row, “{column}”: {reason}", "{n} rows, “{column}”: {reason}")
    if not column:
        one, many = marked_plural("{n} row: {reason}", "{n} rows: {reason}")
    line = texts.plural(one, many, n, column=column, reason=reason)
    return texts("{line} · The rest of these rows is taken.", line=line) if partly else line


def write_losses(lines: list[str], read: Path, target: Path, texts: Texts, replace: bool) -> None:
    """The list as a text file, whole or not at all; Refused where something is there and is not to be replaced."""
    if target.exists() and target.samefile(read):
        raise UserError("file-is-read", path=target)
    with whole_file(target, replace=replace) as file:
        for line in _page(lines, read.name, texts):
            file.write(f"{line}\n".encode())


def _page(lines: list[str], name: str, texts: Texts) -> Iterator[str]:
    yield texts("What of {name} was not imported", name=name)
    yield ""
    yield from lines or [texts("Nothing was left out.")]
