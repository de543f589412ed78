"""interactions: what the list of interactions says of some names, or of the person's own list."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from contextlib import closing

from journal.commands.opening import open_to_read
from journal.commands.signs import chosen_country
from journal.core.moments import Clock
from journal.guidance.interaction_rows import InteractionRow, row_of, row_of_recognised
from journal.guidance.interaction_words import (
    CONDITION_NAMES,
    NOTHING_ENTERED,
    PROPOSED,
    THE_PRODUCT,
    keep_words,
    levels_line,
    not_checked_words,
    state_words,
)
from journal.guidance.interactions import Level
from journal.guidance.matching import Checked, CheckedName
from journal.guidance.own_list import check_journal
from journal.guidance.signs_in_words import number_in
from journal.texts import Texts
from journal.texts.marked import marked

_COLUMNS = """\
The columns of --tsv, without a heading:
  the name as given
  recognised, or not-recognised
  generic names
  classes
  level if it is not prescribed: do-not-mix, ask-first, good-to-know,
    not-studied, nothing-in-list, product, none
  level if it is prescribed: call-today, ask-within-days, good-to-know,
    not-studied, nothing-in-list, product, none
  sources
What there are several of is joined by ";", the highest level first. Of two
levels the first holds under a condition, such as another illness.
nothing-in-list does not mean that it is safe. product is what the journal
itself is about.
"""


_IN_A_LINE = marked({
    Level.CALL_TODAY: "call today",
    Level.DO_NOT_MIX: "do not mix",
    Level.ASK_WITHIN_DAYS: "ask within days",
    Level.ASK_FIRST: "ask first",
    Level.GOOD_TO_KNOW: "good to know",
    Level.NOT_STUDIED: "not studied with kratom",
    Level.NOTHING_IN_LIST: "nothing in our list, which does not mean it is safe",
    Level.NONE: "no level",
})  # fmt: skip


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``interactions``."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = _COLUMNS
    parser.add_argument("--tsv", action="store_true", help="a table with tabs, one line for each name")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a medicine or anything else that is taken")


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Print one line for each name, and without ``--tsv`` what stands beside all of them.

    A line of the own list says for a reader the levels that are the person's, as the window does; the table has both
    columns always.
    """
    if options.names:
        rows = [row_of(name) for name in options.names]
        _print([_line(row, texts) for row in rows], rows, options.tsv, texts, take_no_more=False)
        return 0
    with closing(open_to_read(options, clock)) as journal:
        checked = check_journal(journal)
    if checked.nothing_entered:
        print(texts(NOTHING_ENTERED), file=sys.stderr if options.tsv else sys.stdout)
    if checked.nothing_entered and (options.tsv or not checked.conditions):
        return 0
    listed = [*checked.names, *checked.not_checked]
    rows = [row_of_recognised(name.recognised) for name in listed]
    lines = [_own_line(name, row, texts) for name, row in zip(listed, rows, strict=True)]
    _print([*lines, *_of_conditions(checked, texts)], rows, options.tsv, texts, checked.take_no_more)
    return 0


def _print(
    lines: Sequence[str], rows: Sequence[InteractionRow], as_table: bool, texts: Texts, take_no_more: bool
) -> None:
    if as_table:
        for row in rows:
            print("\t".join(row.cells()))
        return
    print(*lines, "", sep="\n")
    if not all(row.is_known for row in rows):
        print(not_checked_words(texts, chosen_country()))
    print(f"{keep_words(texts, take_no_more)}\n{texts(PROPOSED)}")


def _line(row: InteractionRow, texts: Texts) -> str:
    """The same row for a reader: "Xanax: alprazolam. Not prescribed: do not mix. Prescribed: call today. ..."."""
    given = row.cells()[0]
    if not row.is_known:
        return _not_recognised(given, row.meant, texts)
    if row.not_prescribed == (Level.PRODUCT,):
        return f"{given}: {', '.join(row.generics)}. {texts(THE_PRODUCT)}"
    levels = texts(
        "Not prescribed: {not_prescribed}. Prescribed: {prescribed}.",
        not_prescribed=_levels(row.not_prescribed, texts), prescribed=_levels(row.prescribed, texts),
    )  # fmt: skip
    made_of = "; ".join([", ".join(row.generics), *(class_.name for class_ in row.classes)])
    return f"{given}: {made_of}. {levels}{_sources_and_product(row, texts)}"


def _sources_and_product(row: InteractionRow, texts: Texts) -> str:
    sources = " " + texts("Sources: {sources}.", sources=", ".join(row.sources)) if row.sources else ""
    return sources + (" " + texts(THE_PRODUCT) if row.is_product else "")


def _own_line(name: CheckedName, row: InteractionRow, texts: Texts) -> str:
    """ "Lamictal: lamotrigine · prescribed. Antiepileptics: Call today, with epilepsy. Otherwise: Ask within days."."""
    if not name.findings:
        return _line(row, texts)
    levels = [
        texts("{name}: {levels}", name=finding.of.name, levels=levels_line(texts, finding))
        if finding.level is not Level.NONE
        else f"{finding.of.name}."
        for finding in name.findings
    ]
    return f"{row.cells()[0]}: {state_words(texts, name)}. {' '.join(levels)}{_sources_and_product(row, texts)}"


def _of_conditions(checked: Checked, texts: Texts) -> Iterator[str]:
    """What stands beside the list, one line for each condition that is written down."""
    number = number_in(texts, chosen_country())
    for code, sentences in checked.conditions:
        words = " ".join(sentence.text.format(number=number) for sentence in sentences)
        named = dict.fromkeys(source for sentence in sentences for source in sentence.sources)
        sources = texts("Sources: {sources}.", sources=", ".join(named))
        yield f"{texts(CONDITION_NAMES[code])}: {words} {sources}"


def _levels(levels: tuple[Level, ...], texts: Texts) -> str:
    return texts(" or ").join(texts(_IN_A_LINE[level]) for level in levels)


def _not_recognised(given: str, meant: tuple[str, ...], texts: Texts) -> str:
    not_checked = texts("not recognised, so it was not checked.")
    asked = " " + texts("Did you mean {names}?", names=texts(" or ").join(meant)) if meant else ""
    return f"{given}: {not_checked}{asked}"
