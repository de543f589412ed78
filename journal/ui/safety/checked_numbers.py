"""What a checked list says before its names, and the numbers of all its sources."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from journal.guidance.for_now import for_now
from journal.guidance.interactions import Level, taken_sentences, together_sentences
from journal.guidance.matching import Checked
from journal.guidance.parts_of_list import Kind, Part, parts_of
from journal.guidance.said_of_conditions import Said, soon_of
from journal.guidance.sums import sums_in
from journal.guidance.values import Statement
from journal.guidance.warning_signs import stopping


def conditions_of(checked: Checked, today: bool) -> list[Said]:
    """The conditions about which somebody is to be called today, which stand before the names, or the others."""
    return [condition for condition in checked.conditions if (soon_of(condition[1]) is Level.CALL_TODAY) is today]


def numbered(checked: Checked, searched: bool) -> dict[str, int]:
    """The sources of the whole view, numbered from 1 in the order in which they are first named."""
    sentences = [sentence for part in parts_of(checked, searched) for sentence in _sentences(checked, part)]
    kinds = [dict(finding.of.member_sources).get(member, ()) for name in checked.names for finding in name.findings
             for member in name.recognised.generics]  # fmt: skip
    cited = [*(source for sentence in sentences for source in sentence.sources), *chain.from_iterable(kinds)]
    named = dict.fromkeys([*cited, *stopping().others_sources, *stopping().sleepy_sources])
    return {source: number for number, source in enumerate(named, 1)}


def _sentences(checked: Checked, part: Part) -> Iterator[Statement]:
    """What a part of the view says that has a source."""
    match part.kind:
        case Kind.ABOUT:
            pass
        case Kind.TAKEN:
            yield from taken_sentences()
        case Kind.FOR_NOW:
            yield from for_now(checked)
        case Kind.ADDING_UP:
            yield from together_sentences() if checked.adding_up else ()
        case Kind.SUMS:
            yield from (sentence for class_sum in sums_in(checked) for sentence in class_sum.kind.sentences)
        case Kind.CONDITIONS_TODAY | Kind.CONDITIONS:
            of_conditions = conditions_of(checked, today=part.kind is Kind.CONDITIONS_TODAY)
            yield from chain.from_iterable(sentences for _, sentences in of_conditions)
        case Kind.NAMES:
            findings = chain.from_iterable(name.findings for name in part.names)
            yield from chain.from_iterable(finding.of.sentences for finding in findings)
