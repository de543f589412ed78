"""A file of any format as rows, the same way from the window and from the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from journal.core.entries import Product, ProductKind, Symptom
from journal.core.moments import zone_of
from journal.core.plaintext import shortened
from journal.core.warning_words import is_masked
from journal.errors import UserError
from journal.exchange.changed_rows import CHANGED_LIMIT
from journal.exchange.counted_rows import remark_on_parts
from journal.exchange.csv_in import CsvFile
from journal.exchange.days_marked_none import remark_on_days
from journal.exchange.equal_entries import remark_on_equal
from journal.exchange.file_formats import Format
from journal.exchange.file_rows import DoubtfulRow, RefusedRow, Where
from journal.exchange.herbal_tracker_csv import HerbalTrackerCsv
from journal.exchange.herbal_tracker_rows import remark_on_twice
from journal.exchange.json_in import JsonFile
from journal.exchange.mapped_csv import MappedCsv
from journal.exchange.mapping import TableMapping
from journal.exchange.matched_rows import remark_on_not_said, remark_on_private
from journal.exchange.names import Names
from journal.exchange.near_twins import remark_on_twins
from journal.exchange.plan import KindSaid, Plan
from journal.exchange.programs import ForeignSource, program_of
from journal.exchange.same_on_lists import remark_on_lists, twice_in_words
from journal.exchange.sniffing import Found
from journal.exchange.table_head import remark_on_what_is_above
from journal.exchange.tables import Table
from journal.exchange.trashed_rows import remark_on_trashed
from journal.exchange.vanished_rows import remark_on_vanished
from journal.exchange.xlsx_columns import is_own_sheet
from journal.exchange.zip_in import ZipTables
from journal.texts import Texts
from journal.texts.doubts import doubt_question
from journal.texts.listing import first_of
from journal.texts.marked import marked, marked_plural
from journal.texts.names import PRODUCT_KINDS
from journal.texts.refusals import explain

_NOT_SAID: KindSaid = (ProductKind.NOT_SAID, None)
_LONGEST_NAME = 40
_NAMED = 5
_NO_KINDS: Mapping[str, KindSaid] = MappingProxyType({})
_BY_NAME = marked(
    "A CSV says what products and symptoms are called, and of products the kind. The vendor and all else of them are "
    "not in it."
)
_IN_THE_OPEN = marked("It does not say which products and symptoms are private: new ones come in as not private.")
_KINDLESS = marked_plural(
    "The kind of {n} product is not said. Figures that need it leave it out; say it under Products.",
    "The kinds of {n} products are not said. Figures that need them leave them out; say them under Products.",
)
_KINDLESS_IN_COMMANDS = marked_plural(
    "The kind of {n} product is not said. Figures that need it leave it out; say it in the window, under Products.",
    "The kinds of {n} products are not said. Figures that need them leave them out; say them in the window, under "
    "Products.",
)
_SAYS_MORE = marked_plural(
    "Of {n} of these the file says a kind or a vendor, and you do not. Yours stays as it is until you say it.",
    "Of {n} of these the file says a kind or a vendor, and you do not. Yours stay as they are until you say it.",
)
_UNLINKED = {
    "rating": marked_plural("{n} rating comes without its deleted dose.",
                            "{n} ratings come without their deleted doses."),
    "dose": marked_plural("{n} dose comes without its batch: neither the file nor this journal has that.",
                          "{n} doses come without their batches: neither the file nor this journal has them."),
    "intake": marked_plural("{n} thing taken is kept by its name: this journal does not have that medicine.",
                            "{n} things taken are kept by their names: this journal does not have those medicines."),
}  # fmt: skip
AnySource = JsonFile | ZipTables | CsvFile | ForeignSource | MappedCsv


def opened(path: Path, sniffed: Found, here: Names, zone: str, mapping: TableMapping | None = None) -> AnySource:
    """The file's rows. ``zone``: the zone of times without an offset. A table needs a mapping."""
    match sniffed.format:
        case Format.OWN_JSON:
            return JsonFile(path)
        case Format.OWN_ZIP:
            return ZipTables(path)
        case Format.OWN_CSV:
            return CsvFile(path, here, zone, sniffed.form)
    zone_of(zone)
    program = program_of(sniffed.format)
    if program is not None:
        return program.files[sniffed.format](path, sniffed.form, here, zone)
    if mapping is None:
        own = is_own_sheet(sniffed.form.sheet, Table(path, sniffed.form).columns) if sniffed.form.sheet else False
        raise UserError("sheet-of-ours" if own else "table-needs-mapping", path=path)
    return MappedCsv(path, sniffed.form, mapping, here)


def remarks_before_import(
    source: AnySource, plan: Plan, texts: Texts, kinds: Mapping[str, KindSaid] = _NO_KINDS
) -> list[str]:
    """All that is to know of the file and of what an import of it would do, for window and command line."""
    return [*remarks(source, texts), *remarks_on_plan(plan, texts, kinds)]


def remarks(source: AnySource, texts: Texts) -> list[str]:
    """What else to know of a file that was read: what was left out or had to be decided."""
    if isinstance(source, JsonFile):
        return []
    if isinstance(source, ZipTables):
        return _remark_on_tables(source.missing, texts)
    if isinstance(source, MappedCsv | HerbalTrackerCsv):
        return [*_remarks_on_writing(source.form.skip, source.form.encoding, texts), *source.remarks(texts)]
    if not isinstance(source, CsvFile):
        return source.remarks(texts)
    sentences = _remarks_on_writing(source.form.skip, source.form.encoding, texts)
    if source.unread:
        sentences.append(texts("Columns that were not read: {names}.", names=", ".join(source.unread)))
    if source.without_private:
        sentences.append(texts("The column private is missing: new entries come in as not private."))
    if source.without_unit:
        sentences.append(texts("The column unit is missing: amounts are read as grams."))
    if source.taken_out:
        names = ", ".join(source.taken_out)
        sentences.append(texts("Columns that are missing: {names}. What they say counts as not said.", names=names))
    if source.by_name:
        sentences += [texts(_BY_NAME), *([texts(_IN_THE_OPEN)] if source.names_in_the_open else [])]
    if n := source.units_dropped:
        one = "The unit of {n} amount is not in this journal; the amount itself is kept."
        many = "The units of {n} amounts are not in this journal; the amounts themselves are kept."
        sentences.append(texts.plural(one, many, n))
    return [*sentences, *source.not_taken.remarks(texts), *remark_on_twice(source.times_twice, texts)]


def _remark_on_tables(missing: Sequence[str], texts: Texts) -> list[str]:
    """Which of our tables are not in the archive; () if all are."""
    remark = "Not in the file: {names}. Older versions do not write them; a file of this version is not whole without."
    return [texts(remark, names=", ".join(missing))] if missing else []


def _remarks_on_writing(skip: int, encoding: str, texts: Texts) -> list[str]:
    """Which letters were taken for granted, and that a table begins further down."""
    letters = texts("The letters are not UTF-8; they are read as Western European of Windows. Look at an ä or é.")
    return [*([letters] if encoding == "cp1252" else []), *remark_on_what_is_above(skip, texts)]


def remarks_on_plan(plan: Plan, texts: Texts, kinds: Mapping[str, KindSaid] = _NO_KINDS) -> list[str]:
    """What else to know before its rows are imported, in the order in which window and command line say it.

    Doubtful values are not among these: they are a question, and stand beside it.
    """
    return [
        *remark_on_parts(plan, texts),
        *remark_on_cut(plan, texts),
        *remark_on_trashed(plan, texts),
        *remark_on_days(plan, texts),
        *remark_on_equal(plan, texts),
        *remark_on_twins(plan, texts),
        *remark_on_vanished(plan, texts),
        *remark_on_untold(plan, texts),
        *remark_on_private(plan, texts),
        *remark_on_not_said(plan, texts),
        *remark_on_unlinked(plan, texts),
        *remark_on_recognised(plan, texts),
        *remark_on_kinds(plan, texts, kinds),
        *remark_on_clock(plan, texts),
        *remark_on_medicines(plan, texts),
        *remark_on_lists(plan.lists.twice, texts),
        *remark_on_names(plan, texts),
    ]


def remark_on_cut(plan: Plan, texts: Texts) -> list[str]:
    """That the file ends in the middle of a row: what stood behind it is missing, and no row can say so."""
    if not any(row.reason.code == "row-cut" for row in plan.refused):
        return []
    words = "The file ends in the middle of a row, so its end may be missing. Copy it again from where it came."
    return [texts(words)]


def remark_on_untold(plan: Plan, texts: Texts) -> list[str]:
    """How many more differ than can be listed or chosen; () without any."""
    more = plan.counts.differs.total() - len(plan.changed)
    if more <= 0:
        return []
    many = "{n} others differ, too, and ours are kept: settings, what the file deleted, rows beyond the first {most}."
    one = "{n} other differs, too, and ours is kept: a setting, what the file deleted, a row beyond the first {most}."
    return [texts.plural(one, many, more, most=texts.integer(CHANGED_LIMIT))]


def remark_on_unlinked(plan: Plan, texts: Texts) -> list[str]:
    """What comes without an entry that it names, because the file has that no more than this journal; () without any.
    What was asked and when names its symptom only for the program."""
    return [texts.plural(*words, n) for kind, words in _UNLINKED.items() if (n := plan.unlinked[kind])]


def remark_on_kinds(plan: Plan, texts: Texts, kinds: Mapping[str, KindSaid] = _NO_KINDS) -> list[str]:
    """What is to be done about the new products whose kind neither the file nor ``kinds`` says; () without any."""
    one, many = _KINDLESS_IN_COMMANDS if texts.for_commands else _KINDLESS
    open_still = sum(kinds.get(product.id, _NOT_SAID)[0] is ProductKind.NOT_SAID for product in plan.kindless)
    return [texts.plural(one, many, open_still)] if open_still else []


def remark_on_recognised(plan: Plan, texts: Texts) -> list[str]:
    """That rows without an id were left out, because the journal says the same."""
    if not plan.recognised:
        return []
    one = "{n} row says what the journal says already: same time, product and amount, or same rating or note."
    many = "{n} rows say what the journal says already: same time, product and amount, or same rating or note."
    return [texts.plural(one, many, plan.recognised)]


def remark_on_clock(plan: Plan, texts: Texts) -> list[str]:
    """That entries are dated later than this computer's clock: they are kept, and one of the two is wrong."""
    if not plan.later:
        return []
    one = "{n} entry is dated later than this computer’s clock. It is kept. Check the clock and its date."
    many = "{n} entries are dated later than this computer’s clock. They are kept. Check the clock and their dates."
    return [texts.plural(one, many, plan.later)]


def remark_on_doubts(plan: Plan, texts: Texts) -> list[str]:
    """That values may be slips of whoever wrote the file; () without any."""
    if not plan.doubts:
        return []
    return [texts.plural("{n} value may be a slip.", "{n} values may be slips.", plan.doubts)]


def remark_on_medicines(plan: Plan, texts: Texts) -> list[str]:
    """That a medicine comes in beside one of its name, since the file says other things of it; () without any."""
    twice = plan.medicines.twice
    if not twice:
        return []
    one = "{n} medicine or other substance would be on your list twice, as not all that is said of it is the same."
    many = "{n} medicines or other substances would be on your list twice, as not all that is said of them is the same."
    return twice_in_words(texts.plural(one, many, len(twice)), twice, lambda medicine: medicine.name, texts)


def remark_on_names(plan: Plan, texts: Texts) -> list[str]:
    """What is called as ours: joined with it, or beside it; and settings of the other journal; () without any."""
    names, lines = plan.names, list[str]()
    if n := len(names.joined):
        one = "{n} product or symptom is taken for yours of its name. Its doses, ratings and units go to yours:"
        many = (
            "{n} products or symptoms are taken for yours of their names. Their doses, ratings and units go to yours:"
        )
        lines += [texts.plural(one, many, n), *_names(names.joined, texts)]
    if n := len(names.said_more):
        lines.append(texts.plural(*_SAYS_MORE, n))
    if n := len(names.apart):
        one = "{n} product or symptom has a name of yours and stays apart, beside yours:"
        many = "{n} products or symptoms have names of yours and stay apart, beside yours:"
        lines += [texts.plural(one, many, n), *_names(names.apart, texts)]
    if n := names.settings:
        one, many = marked_plural(
            "{n} setting of the other journal is left out.", "{n} settings of the other journal are left out."
        )
        lines.append(texts.plural(one, many, n))
    return lines


def _names(entries: Sequence[Product | Symptom], texts: Texts) -> list[str]:
    """The first of them; what is private or masked is counted and not named."""
    return first_of(texts, may_be_named(entries), _NAMED, lambda entry: called(entry, texts))


def may_be_named(entries: Sequence[Product | Symptom]) -> list[Product | Symptom]:
    """Those that others who look on may read."""
    return [entry for entry in entries if not entry.private and not (isinstance(entry, Symptom) and is_masked(entry))]


def called(entry: Product | Symptom, texts: Texts) -> str:
    """By its name, a product with what tells it from another one of that name."""
    if not isinstance(entry, Product):
        return f"“{shortened(entry.name, _LONGEST_NAME)}”"
    kind = "" if entry.kind is ProductKind.NOT_SAID else texts(PRODUCT_KINDS[entry.kind])
    details = ", ".join(filter(None, (shortened(entry.vendor, _LONGEST_NAME), kind)))
    name = f"“{shortened(entry.name, _LONGEST_NAME)}”"
    return texts("{name} ({details})", name=name, details=details) if details else name


def row_refusal(row: RefusedRow, texts: Texts) -> str:
    """The row's place and the reason, in one line."""
    line = placed(row.where, explain(texts, row.reason), texts)
    return texts("{line} · The rest of the row is taken.", line=line) if row.partly else line


def row_doubt(row: DoubtfulRow, texts: Texts) -> str:
    """The row's place and the question that a form would ask, in one line."""
    return placed(row.where, doubt_question(texts, row.kind, row.doubt), texts)


def placed(where: Where, reason: str, texts: Texts) -> str:
    """Words about a row behind its place in the file."""
    if not where.list:
        return texts("line {line}: {reason}", line=where.line, reason=reason)
    if not where.number:
        return texts("line {line}, “{list}”: {reason}", line=where.line, list=where.list, reason=reason)
    return texts("line {line}, {list} {n}: {reason}", line=where.line, list=where.list, n=where.number, reason=reason)
