"""guidance: everything that is said about safety with its sources and marks, and what is due for review."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable

from journal.commands.signs import chosen_country
from journal.core.moments import Clock, moment_now
from journal.guidance import grade_level, page, pages
from journal.guidance.grade_level import prose_grade_level
from journal.guidance.help_lines import country
from journal.guidance.register import WITHOUT, Row, due, register, said_in
from journal.texts import Texts


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``guidance``."""
    words = "only what is past its review date; exits with 1 if there is any"
    parser.add_argument("--due", action="store_true", help=words)
    columns = (
        "tab-separated: kind (statement, sign, interaction, number, line), page or sign or class or country, text,"
        " sources, marks (V: read in the original or a copy, V2: as others tell it), checked, next review;"
        " several joined by ;"
    )
    parser.add_argument("--tsv", action="store_true", help=columns)
    words = (
        "how hard each page is to read: the US school grade by the formula of Flesch and Kincaid (1975), without names"
        " of drugs; then that of its paragraphs alone"
    )
    parser.add_argument("--reading-level", action="store_true", help=words)


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Print every row, or with ``--due`` those past their review date (1 if there are any)."""
    if options.reading_level:
        _say_reading_level(options.tsv, texts)
        return 0
    rows: Iterable[Row] = register()
    place = chosen_country()
    late = due(rows, moment_now(clock).local.date()) if options.due else []
    if options.tsv:
        for row in late if options.due else rows:
            print(_tab_separated(row, said_in(texts, row, place)))
    elif options.due:
        _say_due(late, texts)
    else:
        for row in rows:
            print(_in_words(row, said_in(texts, row, place), texts))
    return 1 if late else 0


def _say_reading_level(as_table: bool, texts: Texts) -> None:
    """One line for each page, the hardest first."""
    for of in sorted(pages(), key=grade_level, reverse=True):
        levels = [f"{level:.1f}" for level in (grade_level(of), prose_grade_level(of))]
        words = texts("{page}: grade {all}, paragraphs alone {prose}", page=of.title, all=levels[0], prose=levels[1])
        print("\t".join([of.code, *levels]) if as_table else words)


def _tab_separated(row: Row, sentence: str) -> str:
    dates = (_iso(row.checked), _iso(row.review_by))
    cells = (row.kind, row.of, sentence, ";".join(row.sources) or row.without, ";".join(row.marks), *dates)
    return "\t".join(" ".join(cell.split()) for cell in cells)


def _iso(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


def _in_words(row: Row, sentence: str, texts: Texts) -> str:
    cited = "; ".join(f"{source} [{mark}]" for source, mark in zip(row.sources, row.marks, strict=True))
    return f"{row.of}: {sentence} ({cited or texts(WITHOUT[row.without])})"


def _say_due(late: list[Row], texts: Texts) -> None:
    """One sentence for each page, and one for each line."""
    sentences = (_due_sentence(row, texts) for row in late)
    lines = list(dict.fromkeys(sentences)) or [texts("Everything is within its review date.")]
    print("\n".join(lines))


def _due_sentence(row: Row, texts: Texts) -> str:
    assert row.review_by is not None
    day = texts.short_day(row.review_by)
    if row.kind == "line":
        sentence = "A help line of {country} was to be checked again by {day}: {line}"
        return texts(sentence, country=country(row.of).name, day=day, line=row.sentence)
    if row.kind == "sign":
        return texts("The table of warning signs was to be held against its sources again by {day}.", day=day)
    if row.kind == "interaction":
        return texts("The list of interactions was to be held against its sources again by {day}.", day=day)
    sentence = "“{page}” was to be held against its sources again by {day}."
    return texts(sentence, page=page(row.of).title, day=day)
