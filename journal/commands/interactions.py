"""interactions: what the list of interactions says of some names, or of the person's own list."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from journal.commands.opening import open_to_read
from journal.commands.signs import chosen_country
from journal.core.moments import Clock, moment_now
from journal.core.plaintext import NAME_LIMIT, clean_name
from journal.guidance import page
from journal.guidance.asked_names import check_names
from journal.guidance.emergency_lines import first_in_journal
from journal.guidance.for_now import for_now
from journal.guidance.interaction_rows import InteractionRow, row_of_recognised
from journal.guidance.interaction_words import (
    CONDITION_NAMES,
    EACH_WITH_KRATOM,
    NOTHING_ENTERED,
    NOTHING_IN_LIST,
    OWN_LEVEL,
    PROPOSED,
    THE_PRODUCT,
    WATCH_FOR,
    WATCH_FOR_PAGE,
    WHILE_SLEEPY,
    WHOM,
    adding_up_in,
    in_a_row,
    instead_words,
    nobody_prescribes,
    not_held_words,
    not_recognised_words,
    poison_line_words,
    state_words,
)
from journal.guidance.interactions import Level, taken_sentences, together_sentences
from journal.guidance.left_off import while_sleepy
from journal.guidance.level_words import ASK_TODAY, LEVELS, levels_line
from journal.guidance.matching import Checked, CheckedName, Taken, check
from journal.guidance.own_list import check_journal
from journal.guidance.parts_of_list import makes_sleepy_now, taken_now
from journal.guidance.raised import because_words
from journal.guidance.recognising import folded_name, recognise
from journal.guidance.search import find
from journal.guidance.signs_in_words import number_in
from journal.guidance.sources_in_short import sources_in_short
from journal.guidance.sums import sums_in
from journal.guidance.unknown_parts import unknown_parts
from journal.guidance.values import Statement
from journal.guidance.warning_signs import stopping
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


# What each level asks for, as the window says it beside a name.
_MEANS: Mapping[Level, str] = marked({
    Level.CALL_TODAY: WHOM[Level.CALL_TODAY],
    # Where a prescription has its own level, that stands in the line: it can be "within days".
    Level.DO_NOT_MIX: "Do not take it together with kratom. If it is prescribed for you, what stands for that holds.",
    Level.ASK_WITHIN_DAYS: WHOM[Level.ASK_WITHIN_DAYS],
    Level.ASK_FIRST: WHOM[Level.ASK_FIRST],
    Level.GOOD_TO_KNOW: "Tell your prescriber or pharmacist of it when you see them.",
    Level.NOT_STUDIED: "No study with kratom was found. That does not mean it is safe.",
})  # fmt: skip
_NOT_BECAUSE_OF_THIS = marked("Do not stop or change any of these medicines because of this list.")
_URGENT_FIRST = marked(
    "Do what is urgent first. Say there which of these you take: they say how to go on with them."
)  # fmt: skip
_KEEP = marked(
    "Do not stop or change any of these medicines because of this list, and do not stop kratom all at once."
)  # fmt: skip


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``interactions``."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = _COLUMNS
    parser.add_argument("--tsv", action="store_true", help="a table with tabs, one line for each name")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", type=_name, help="a medicine or anything else that is taken"
    )


def _name(typed: str) -> str:
    """An empty name is a slip of the shell, and nothing that could be told about."""
    if not clean_name(typed[:NAME_LIMIT]):
        raise ArgumentTypeError("a name is empty")
    return typed


def run(options: Namespace, clock: Clock, texts: Texts) -> int:
    """Print one line for each name, and without ``--tsv`` what stands beside all of them.

    A line of the own list says for a reader the levels that are the person's, as the window does; the table has both
    columns always.
    """
    if options.names:
        _asked(options, clock, texts)
        return 0
    with closing(open_to_read(options, clock)) as journal:
        checked = check_journal(journal)
        first = first_in_journal(texts, journal, clock.now_ms(), chosen_country())
    if first and not options.tsv:
        print(*first, texts("Do that first. Then, about your list:"), "", sep="\n")
    if checked.nothing_entered:
        print(texts(NOTHING_ENTERED), file=sys.stderr if options.tsv else sys.stdout)
    if not_held := not_held_words(texts, checked):
        print(not_held, file=sys.stderr if options.tsv else sys.stdout)
    if checked.nothing_entered and (options.tsv or not checked.conditions):
        return 0
    taken = taken_now(checked)
    later = [name for name in checked.names if name not in taken]
    listed = [*checked.names, *checked.not_checked] if options.tsv else [*taken, *later, *checked.not_checked]
    rows = [row_of_recognised(name.recognised) for name in listed]
    lines = [_own_line(name, row, texts, checked.take_no_more) for name, row in zip(listed, rows, strict=True)]
    findings = [finding for name in listed for finding in name.findings]
    levels = {column_level.level for finding in findings for column_level in finding.levels}
    lines = [*_taken_already(texts, makes_sleepy_now(checked)), *_for_now(checked, texts), *lines]
    lines += [*_adding_up(checked, texts), *_sums(checked, texts)]
    lines += [*_left_for_now(checked, texts), *_of_conditions(checked, texts)]
    if options.tsv:
        _print_table(rows)
    else:
        _print(lines, rows, levels, texts, checked)
    return 0


def _asked(options: Namespace, clock: Clock, texts: Texts) -> None:
    """What is known of the names that were given; the table is the same whoever asks, and reads no journal."""
    asked = list(map(recognise, options.names))
    if options.tsv:  # one line for each name; a part that is not recognised has no cell
        _print_table(map(row_of_recognised, asked))
        for part in (part for name in asked for part in unknown_parts(name)):
            print(not_recognised_words(texts, _printable(part.given), part.meant), file=sys.stderr)
        return
    names = [part for name in asked for part in (name, *unknown_parts(name))]
    rows = list(map(row_of_recognised, names))
    checked = _checked(options, clock)
    by_name = {folded_name(name.given): name for name in (*checked.names, *checked.not_checked)}
    checked_names = [by_name.get(folded_name(name.given)) for name in names]
    lines = [_named_line(name, row, texts, checked.take_no_more) for name, row in zip(checked_names, rows, strict=True)]
    lines += _taken_already(texts, checked.has_sedative)  # one line a name comes first
    lines += [*_adding_up(checked, texts), *_sums(checked, texts), *_left_for_now(checked, texts)]
    findings = [finding for name in checked_names if name is not None for finding in name.findings]
    levels = {column_level.level for finding in findings for column_level in finding.levels}
    _print(lines, rows, levels, texts, checked)


def _checked(options: Namespace, clock: Clock) -> Checked:
    """Against what the journal knows that ``--journal`` names, as the search of the window does; else by itself."""
    if options.journal is None:
        checked = check(map(Taken, options.names), moment_now(clock).local.date(), clock.now_ms())
        return replace(checked, asked=frozenset(map(folded_name, options.names)))
    with closing(open_to_read(options, clock)) as journal:
        return check_names(journal, map(recognise, options.names))


def _taken_already(texts: Texts, makes_sleepy: bool) -> Iterator[str]:
    """What to do first where something that makes sleepy is in the body, as the search of the window says it."""
    if makes_sleepy:
        number = number_in(texts, chosen_country())
        yield f"{in_a_row(taken_sentences(), number)} {_sources_of(taken_sentences(), texts)}"


def _for_now(checked: Checked, texts: Texts) -> Iterator[str]:
    """What holds where the lines below say to take no more and not to stop; nothing otherwise."""
    if sentences := for_now(checked):
        yield f"{in_a_row(sentences, '')} {_sources_of(sentences, texts)}"


def _left_for_now(checked: Checked, texts: Texts) -> Iterator[str]:
    """What holds while somebody is hard to wake or breathes slowly, or has a sign of the liver; nothing otherwise."""
    left = [name.given for name in checked.names if name.left_for_now]
    for_today = [name.given for name in checked.names if name.ask_today]
    for given, what_to_do in ((left, WHILE_SLEEPY), (for_today, ASK_TODAY)):
        if given:
            names = ", ".join(map(_printable, given))
            yield texts("{names}. {what_to_do}", names=names, what_to_do=texts(what_to_do))


def _adding_up(checked: Checked, texts: Texts) -> Iterator[str]:
    """That several of these make sleepy together and with kratom, and what that can do; nothing for one alone."""
    if words := adding_up_in(texts, checked, _printable):
        sentences = " ".join(sentence.text for sentence in together_sentences())
        yield f"{words} {sentences} {_sources_of(together_sentences(), texts)}"


def _sums(checked: Checked, texts: Texts) -> Iterator[str]:
    """That several act on heart rhythm or on serotonin, and what is known of that with kratom."""
    number = number_in(texts, chosen_country())
    for class_sum in sums_in(checked):
        sentences = " ".join(sentence.text.format(number=number) for sentence in class_sum.kind.sentences)
        named = replace(class_sum, names=tuple(map(_printable, class_sum.names)))
        yield f"{named.words(texts)} {sentences} {_sources_of(class_sum.kind.sentences, texts)}"


def _print_table(rows: Iterable[InteractionRow]) -> None:
    for row in rows:
        print("\t".join(row.cells()))


def _print(
    lines: Sequence[str], rows: Sequence[InteractionRow], levels: Collection[Level], texts: Texts, checked: Checked
) -> None:
    print(*lines, "", sep="\n")
    for line in _legend(levels, texts):
        print(line)
    if any(row.not_prescribed == (Level.NOTHING_IN_LIST,) for row in rows):
        print(texts(WATCH_FOR, page=page(WATCH_FOR_PAGE).title), texts("“leaf-journal guidance” prints it."))
    if unknown := [_printable(row.given) for row in rows if not row.is_known]:
        print(_not_checked(unknown, texts))
    print(_keep(texts, checked), texts(EACH_WITH_KRATOM), texts(PROPOSED), sep="\n")


def _legend(levels: Collection[Level], texts: Texts) -> list[str]:
    """What each level asks for, the most urgent first: those that stand in the lines above."""
    return [texts("{level}: {means}", level=texts(LEVELS[level]), means=texts(_MEANS[level]))
            for level in _MEANS if level in levels]  # fmt: skip


def _not_checked(names: Sequence[str], texts: Texts) -> str:
    """Which ones, and where to look; with the poison line of the country if there is one."""
    sentence = texts("Not checked: {names}. Look at the label, or ask a pharmacist.", names=", ".join(names))
    return " ".join(filter(None, [sentence, poison_line_words(texts, chosen_country())]))


def _keep(texts: Texts, checked: Checked) -> str:
    """As beside the list of the window, for what is no page."""
    urgent = any(name.urgent_first for name in checked.names)
    if not checked.take_no_more:
        return texts(_URGENT_FIRST if urgent else _KEEP)
    return f"{texts(_URGENT_FIRST if urgent else _NOT_BECAUSE_OF_THIS)} {texts(stopping().no_more)}"


def _named_line(name: CheckedName | None, row: InteractionRow, texts: Texts, take_no_more: bool) -> str:
    """A name that may be taken or not: "Xanax: alprazolam. Benzodiazepines: If prescribed: Call today. ..."."""
    findings = () if name is None else name.findings
    if name is None or not findings:
        return _line(row, texts)
    if name.prescribed is not None and not nobody_prescribes(name):  # the person's list says so
        return _own_line(name, row, texts, take_no_more)
    return f"{_with_generics(row)}. {_levels(name, texts, take_no_more)}{_sources_and_product(row, texts)}"


def _levels(name: CheckedName, texts: Texts, take_no_more: bool) -> str:
    """What each class asks for, what some ask for in place of that, and why."""
    lines = (
        texts("{name}: {levels}", name=finding.of.name, levels=line)
        if (line := levels_line(texts, name, finding))
        else f"{finding.of.name}."
        for finding in name.findings
    )
    return " ".join([*lines, *because_words(texts, name), *_instead(name, texts, take_no_more), *_why(name, texts)])


def _instead(name: CheckedName, texts: Texts, take_no_more: bool) -> list[str]:
    """Of what is for an emergency the class itself says so."""
    if any(finding.of.advice == "emergency" for finding in name.findings):
        return []
    return instead_words(texts, name, take_no_more)


def _why(name: CheckedName, texts: Texts) -> Iterator[str]:
    """What each class says, each sentence once, with the signs to call for."""
    every = (sentence for finding in name.findings for sentence in finding.of.sentences)
    sentences = tuple(dict.fromkeys(every))
    yield in_a_row(while_sleepy(texts, sentences) if name.left_for_now else sentences,
                   number_in(texts, chosen_country()))  # fmt: skip


def _with_generics(row: InteractionRow) -> str:
    """What it is behind a name that says it otherwise: "Xanax: alprazolam", "magnesium"."""
    given, generics = _printable(row.given), ", ".join(row.generics)
    return given if folded_name(generics) == folded_name(given) else f"{given}: {generics}"


def _printable(given: str) -> str:
    """A name as a terminal may show it: what would steer the terminal is left out."""
    return clean_name(given[:NAME_LIMIT])


def _line(row: InteractionRow, texts: Texts) -> str:
    """The same row for a reader where no class is known: "magnesium: magnesium. Nothing in our list, ..."."""
    given = _printable(row.given)
    if not row.is_known:
        return " ".join([not_recognised_words(texts, given, row.meant), *_where_to_look(row, texts)])
    if row.not_prescribed == (Level.PRODUCT,):
        return f"{given}: {', '.join(row.generics)}. {texts(THE_PRODUCT)}"
    nothing = f"{texts(LEVELS[Level.NOTHING_IN_LIST])}. {texts(NOTHING_IN_LIST)}"
    return f"{_with_generics(row)}. {nothing}{_sources_and_product(row, texts)}"


def _where_to_look(row: InteractionRow, texts: Texts) -> Iterator[str]:
    """Where the list speaks of what is no name of a medicine: "CYP2D6" is in how one class acts."""
    if not row.meant and (named := find((), (), row.given).classes):
        kinds = "; ".join(of.name for of in named)
        yield texts("The list speaks of it under: {kinds}. “leaf-journal guidance” prints what it says.", kinds=kinds)


def _sources_and_product(row: InteractionRow, texts: Texts) -> str:
    sources = " " + sources_in_short(texts, row.sources) if row.sources else ""
    own = " " + texts(OWN_LEVEL) if row.has_own_level else ""
    return sources + own + (" " + texts(THE_PRODUCT) if row.is_product else "")


def _own_line(name: CheckedName, row: InteractionRow, texts: Texts, take_no_more: bool) -> str:
    """ "Lamictal: lamotrigine · prescribed. Antiepileptics: Call today, with epilepsy. Otherwise: Ask within days."."""
    if not name.findings:
        return _line(row, texts)
    given, state = _printable(row.given), state_words(texts, name)
    named = f"{given}: {state}" if state else given
    return f"{named}. {_levels(name, texts, take_no_more)}{_sources_and_product(row, texts)}"


def _of_conditions(checked: Checked, texts: Texts) -> Iterator[str]:
    """What stands beside the list, one line for each condition that is written down."""
    number = number_in(texts, chosen_country())
    for code, sentences in checked.conditions:
        words = " ".join(sentence.text.format(number=number) for sentence in sentences)
        yield f"{texts(CONDITION_NAMES[code])}: {words} {_sources_of(sentences, texts)}"


def _sources_of(sentences: Iterable[Statement], texts: Texts) -> str:
    return sources_in_short(texts, (source for sentence in sentences for source in sentence.sources))
