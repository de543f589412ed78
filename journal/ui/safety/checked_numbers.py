"""What a checked list says before its names, and the numbers of all its sources."""

from __future__ import annotations

from itertools import chain

from journal.guidance.interactions import Level, taken_sentences, together_sentences
from journal.guidance.matching import Checked
from journal.guidance.said_of_conditions import Said, soon_of
from journal.guidance.sums import sums_in
from journal.guidance.warning_signs import stopping


def may_be_taken(checked: Checked, searched: bool) -> bool:
    """Whether somebody looked up what makes sleepy, and may have taken it."""
    return searched and any(name.is_sedative for name in checked.names)


def conditions_of(checked: Checked, today: bool) -> list[Said]:
    """The conditions about which somebody is to be called today, which stand before the names, or the others."""
    return [condition for condition in checked.conditions if (soon_of(condition[1]) is Level.CALL_TODAY) is today]


def numbered(checked: Checked, searched: bool) -> dict[str, int]:
    """The sources of the whole view, numbered from 1 in the order in which they are first named."""
    sentences = list(taken_sentences() if may_be_taken(checked, searched) else ())
    sentences += together_sentences() if checked.adding_up else ()
    sentences += [sentence for class_sum in sums_in(checked) for sentence in class_sum.kind.sentences]
    sentences += [sentence for _, of_one in conditions_of(checked, today=True) for sentence in of_one]
    sentences += [sentence for name in checked.names for finding in name.findings for sentence in finding.of.sentences]
    sentences += [sentence for _, of_one in conditions_of(checked, today=False) for sentence in of_one]
    kinds = [dict(finding.of.member_sources).get(member, ()) for name in checked.names for finding in name.findings
             for member in name.recognised.generics]  # fmt: skip
    cited = [*(source for sentence in sentences for source in sentence.sources), *chain.from_iterable(kinds)]
    named = dict.fromkeys([*cited, *stopping().others_sources, *stopping().sleepy_sources])
    return {source: number for number, source in enumerate(named, 1)}
