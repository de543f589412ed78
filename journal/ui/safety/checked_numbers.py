"""What a checked list says before its names, and the numbers of all its sources."""

from __future__ import annotations

from itertools import chain

from journal.guidance.interactions import taken_sentences, together_sentences
from journal.guidance.matching import Checked
from journal.guidance.sums import Sum, sums_of
from journal.guidance.warning_signs import stopping


def may_be_taken(checked: Checked, searched: bool) -> bool:
    """Whether somebody looked up what makes sleepy, and may have taken it."""
    return searched and any(name.is_sedative for name in checked.names)


def sums_in(checked: Checked) -> list[Sum]:
    """What adds up beside what makes sleepy; a class that was looked up is no list of what is taken."""
    named = ((name.given, [finding.of for finding in name.findings]) for name in checked.names)
    return list(
        sums_of(
            (given, of) for given, of in named if not any(interaction_class.name == given for interaction_class in of)
        )
    )


def numbered(checked: Checked, searched: bool) -> dict[str, int]:
    """The sources of the whole view, numbered from 1 in the order in which they are first named."""
    sentences = list(taken_sentences() if may_be_taken(checked, searched) else ())
    sentences += together_sentences() if checked.adding_up else ()
    sentences += [sentence for class_sum in sums_in(checked) for sentence in class_sum.kind.sentences]
    sentences += [sentence for name in checked.names for finding in name.findings for sentence in finding.of.sentences]
    sentences += [sentence for _, conditions in checked.conditions for sentence in conditions]
    kinds = [dict(finding.of.member_sources).get(member, ()) for name in checked.names for finding in name.findings
             for member in name.recognised.generics]  # fmt: skip
    cited = [*(source for sentence in sentences for source in sentence.sources), *chain.from_iterable(kinds)]
    named = dict.fromkeys([*cited, *stopping().others_sources, *stopping().sleepy_sources])
    return {source: number for number, source in enumerate(named, 1)}
