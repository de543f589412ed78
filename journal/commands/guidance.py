"""guidance: every statement of the safety pages with its sources and marks, and what is due for review."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from journal.core.moments import Clock, moment_now
from journal.guidance import due_for_review, statements_table
from journal.texts import Texts


def add_arguments(parser: ArgumentParser) -> None:
    """What may stand behind ``guidance``."""
    words = "only the pages past their review date; 1 if there are any"
    parser.add_argument("--due", action="store_true", help=words)


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Print the statements, or with ``--due`` the pages past their review date (1 if there are any)."""
    if options.due:
        return _due(clock, texts)
    for page, sentence, sources, marks in statements_table():
        cited = ", ".join(f"{source} [{mark}]" for source, mark in zip(sources, marks, strict=True))
        print(f"{page}\t{sentence}\t{cited or texts('no fact')}")
    return 0


def _due(clock: Clock, texts: Texts) -> int:
    overdue = list(due_for_review(moment_now(clock).local.date()))
    for page in overdue:
        said = "“{page}” was to be held against its sources again by {day}."
        print(texts(said, page=page.title, day=texts.short_day(page.review_by)))
    if not overdue:
        print(texts("Every page is within its review date."))
    return 1 if overdue else 0
