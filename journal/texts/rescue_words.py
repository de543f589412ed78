"""What a rescue brought back, in words: kind by kind, what is missing, and what was left out as doubtful."""

from __future__ import annotations

from collections.abc import Mapping

from journal.core.entries import Symptom
from journal.core.kinds import KINDS
from journal.core.moments import Moment
from journal.core.records import Plain, columns_of
from journal.core.rescued import Brought, Doubtful, Readable, Rescued, missing_read
from journal.texts.kind_names import many
from journal.texts.language import Texts
from journal.texts.names import SYMPTOMS, shown_name

_MOST_DAYS = 20  # named one by one


def name_of_lost(texts: Texts) -> str:
    """What a product or symptom is called that could not be read and that entries name."""
    return texts("could not be read")


def readable_in_words(texts: Texts, readable: Readable) -> str:
    """Before a rescue: how much it would read, and what it does."""
    return texts.plural(
        "About {count} of {n} entry looks readable. It goes into a new file; you see the counts before that is used.",
        "About {count} of {n} entries look readable. They go into a new file; you see the counts before that is used.",
        readable.all_there, count=texts.integer(readable.entries))  # fmt: skip


def still_missing(texts: Texts, written: str) -> str:
    """Of a journal that was rescued, what it kept of that; empty for any other."""
    names = names_of_missing(texts, written)
    if not names:
        return ""
    return texts("The file was damaged, and these could not be brought back: {names}. So what is not shown may have "
                 "been written down.", names=names)  # fmt: skip


def names_of_missing(texts: Texts, written: str) -> str:
    """ "doses (162), notes (how many is not known)"."""
    return ", ".join(
        texts("{name} (how many is not known)", name=many(texts, kind)) if count is None
        else texts("{name} ({n})", name=many(texts, kind), n=texts.integer(count))
        for kind, count in missing_read(written).items()
    )  # fmt: skip


def what_came_back(texts: Texts, rescued: Rescued) -> list[str]:
    """A sentence for all entries, one for each kind of which something is missing, and what else there is to know."""
    read = sum(brought.read for brought in rescued.tables if brought.table in KINDS)
    if rescued.unchecked:
        lines = [
            texts.plural("{n} entry was read.", "{n} entries were read.", read),
            texts("An earlier version of this program wrote them. It kept nothing that tells damage within an entry: "
                  "compare what matters with a backup or with what you know."),
        ]  # fmt: skip
    elif rescued.unlinked:
        lines = [texts.plural("{n} entry was read.", "{n} entries were read.", read)]
    else:
        lines = [
            texts.plural("{n} entry was read and is as it was saved.",
                         "{n} entries were read and are as they were saved.", read)
        ]  # fmt: skip
    if rescued.beginning_mended:
        lines.append(texts("The beginning of the file was destroyed and was put together again."))
    lines += _what_is_missing(texts, rescued) or [texts("Nothing is missing.")]
    if rescued.days:
        lines.append(_days(texts, rescued))
    if rescued.unknown:
        lines.append(texts("Entries of other days may be missing, too; which days is not known.") if rescued.days
                     else texts("On which days something is missing is not known."))  # fmt: skip
    if rescued.renamed:
        lines.append(
            texts.plural(
                "{n} product, symptom or medicine that entries name is now called “{name}”: give it its name again.",
                "{n} products, symptoms or medicines that entries name are now called “{name}”: give them their names "
                "again.", rescued.renamed, name=name_of_lost(texts))
        )  # fmt: skip
    if rescued.unlinked:
        lines.append(_unlinked(texts, rescued))
    return lines


def _unlinked(texts: Texts, rescued: Rescued) -> str:
    """These are not as they were saved; an earlier format tells of no entry whether it is."""
    if rescued.unchecked:
        return texts.plural("{n} entry named another one that was lost or left out; it is kept without it.",
                            "{n} entries named others that were lost or left out; they are kept without them.",
                            rescued.unlinked)  # fmt: skip
    return texts.plural("{n} entry named another one that was lost or left out; it is kept without it. The others are "
                        "as they were saved.",
                        "{n} entries named others that were lost or left out; they are kept without them. The others "
                        "are as they were saved.", rescued.unlinked)  # fmt: skip


def _what_is_missing(texts: Texts, rescued: Rescued) -> list[str]:
    """Nothing only where each table was read and what was saved with the days agrees with it."""
    nothing_read = [
        brought for brought in rescued.tables if brought.unknown and not brought.read and not brought.doubtful
    ]
    read_in_part = [
        brought
        for brought in rescued.tables
        if brought.unknown and brought not in nothing_read and not brought.doubtful
    ]
    counted = [
        brought for brought in rescued.tables if not brought.whole and brought not in (*nothing_read, *read_in_part)
    ]
    lines = [_missing(texts, brought) for brought in counted]
    if read_in_part:
        names = ", ".join(_with_read(texts, brought) for brought in read_in_part)
        lines.append(texts("It is not known whether some of these are lost: {names}.", names=names))
    if nothing_read:
        names = ", ".join(many(texts, brought.table) for brought in nothing_read)
        lines.append(texts("Nothing could be read of these, and how many there were is not known: {names}.",
                           names=names))  # fmt: skip
    return [*_file_too_short(texts, rescued), *lines] if lines else []


def _file_too_short(texts: Texts, rescued: Rescued) -> list[str]:
    missing, pages = (texts.number(n * 1000, 0) for n in (rescued.pages_missing, rescued.pages))
    if rescued.pages_missing and rescued.unknown:
        words = texts("The file is shorter than it should be by about {n} of {pages} pages; how many entries are "
                      "missing is not known.", n=missing, pages=pages)  # fmt: skip
    elif rescued.pages_missing:
        words = texts("The file is shorter than it should be by about {n} of {pages} pages.", n=missing, pages=pages)
    elif rescued.unknown:
        words = texts("How many entries are missing is not known.")
    else:
        return []
    return [words]


def _with_read(texts: Texts, brought: Brought) -> str:
    return texts("{name} ({read} read)", name=many(texts, brought.table), read=texts.integer(brought.read))


def _missing(texts: Texts, brought: Brought) -> str:
    read, doubtful, lost = (texts.integer(n) for n in (brought.read, brought.doubtful, brought.lost))
    if brought.unknown:
        return texts("{name}: read {read}, left out as doubtful {doubtful}, lost: not known.",
                     name=many(texts, brought.table), read=read, doubtful=doubtful)  # fmt: skip
    if brought.at_most:
        lost = texts("at most {n}", n=lost)
    return texts("{name}: read {read}, left out as doubtful {doubtful}, lost {lost}.", name=many(texts, brought.table),
                 read=read, doubtful=doubtful, lost=lost)  # fmt: skip


def table_name(table: str) -> str:
    """As files that are exported name it."""
    return KINDS[table].plural if table in KINDS else f"{table}s"


def _days(texts: Texts, rescued: Rescued) -> str:
    days = ", ".join(texts.short_day(day) for day in rescued.days[:_MOST_DAYS])
    more = len(rescued.days) - _MOST_DAYS
    if more > 0:
        return texts.plural("Something is missing on {days} and {n} more day.",
                            "Something is missing on {days} and {n} more days.", more, days=days)  # fmt: skip
    return texts("Something is missing on {days}.", days=days)


# --- what is doubtful ------------------------------------------------------------------------------------------------

# Of an entry that a person would look up in a backup: not its names for other entries, nor when it was recorded.
_UNSAID = ("origin", "private", "complete_later", "deleted_ms", "recorded_ms", "offset_s", "zone")


def doubtful_rows(texts: Texts, rescued: Rescued) -> list[str]:
    """A line for each entry that is not as it was saved, as it lies on the disk now; empty without any."""
    return [_row(texts, row, rescued.named) for row in rescued.doubtful if row.table in KINDS]


def _row(texts: Texts, doubtful: Doubtful, named: Mapping[str, tuple[str, str]]) -> str:
    stored = dict(zip(columns_of(doubtful.table), doubtful.values, strict=False))
    parts = [_when(stored)] + [
        f"{column} “{_name(texts, named[str(value)]) if str(value) in named else _readable(value)}”"
        for column, value in stored.items()
        if value not in (None, "") and column not in (*_UNSAID, "utc_ms", "id")
    ]
    return texts("{name}: {values}", name=many(texts, doubtful.table), values=", ".join(part for part in parts if part))


def _when(stored: dict[str, Plain]) -> str:
    """By the clock on the wall; nothing where the numbers are none of a moment."""
    utc_ms, offset_s = stored.get("utc_ms"), stored.get("offset_s")
    if not isinstance(utc_ms, int) or not isinstance(offset_s, int):
        return ""
    try:
        return f"{Moment(utc_ms, offset_s, 'UTC').local:%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError):
        return ""


def _name(texts: Texts, named: tuple[str, str]) -> str:
    """Of a product or symptom, as it is shown where others may see it."""
    name, code = named
    return shown_name(texts, Symptom(name=name, code=code)) if code in SYMPTOMS else _readable(name)


def _readable(value: Plain) -> str:
    """Without what is no letter: a flipped bit may leave half of one."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in str(value))
