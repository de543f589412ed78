"""What the list of interactions says of something that was just saved: quiet, in its place, alike at every level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.guidance import Country
from journal.guidance.interaction_words import CONDITION_NAMES, LEVELS_INSIDE, TO_ASK, beside, sentences_of
from journal.guidance.interactions import Circumstance, Level
from journal.guidance.matching import CheckedName, Finding
from journal.guidance.notices_after_saving import Speech
from journal.guidance.signs_in_words import number_in
from journal.guidance.values import Statement
from journal.texts import Texts
from journal.ui.safety.banner import CALL
from journal.ui.safety.quiet_notice import QuietNotice
from journal.ui.safety.source_card import sources_line

_FINDINGS = 3  # are said in full; the others are counted


class InteractionNotice(QuietNotice):
    """What speaks of a medicine, something taken or a condition; ``more_wanted`` leads to the own list."""

    def __init__(self, texts: Texts, speech: Speech, country: Country) -> None:
        lines = _lines(texts, speech, country)
        name, more, leads_to = texts("From the list of interactions"), texts("Read more"), texts("My list, checked")
        super().__init__(texts, name, lines, more, leads_to)


def _lines(texts: Texts, speech: Speech, country: Country) -> Iterator[tuple[str, str]]:
    """Role and words of each line: the name and its level, what to do, why, from where."""
    if speech.private:
        yield "strong", texts.plural(*TO_ASK, speech.to_ask)
        return
    left = _FINDINGS
    for name, findings in speech.by_name().values():
        if left > 0:
            yield from _of_name(texts, speech, name, findings[:left], country)
        left -= len(findings)
    if left < 0:
        yield "small", texts.plural("{n} more on the page", "{n} more on the page", -left)
    for code, sentences in speech.conditions:
        yield from _of_condition(texts, code, sentences, country)


def _of_name(
    texts: Texts, speech: Speech, name: CheckedName, findings: Sequence[Finding], country: Country
) -> Iterator[tuple[str, str]]:
    yield "strong", texts("{name} with kratom: {level}", name=name.given, level=texts(LEVELS_INSIDE[name.level]))
    for sentence in beside(texts, name, speech.take_no_more):
        yield "", sentence
    number = number_in(texts, country)
    for finding in findings:
        yield "", sentences_of(finding.of, number)
    if any(column_level.level is Level.DO_NOT_MIX for finding in findings for column_level in finding.levels):
        yield "", texts(CALL, number=number)
    sentences = [sentence for finding in findings for sentence in finding.of.sentences]
    yield "small", sources_line(texts, (source for sentence in sentences for source in sentence.sources))


def _of_condition(
    texts: Texts, code: Circumstance, sentences: Sequence[Statement], country: Country
) -> Iterator[tuple[str, str]]:
    """Its name, what to do in a line of its own, then why, from where."""
    yield "strong", texts("{condition} and kratom", condition=texts(CONDITION_NAMES[code]))
    number = number_in(texts, country)
    yield from (("", sentence.text.format(number=number)) for sentence in sentences)
    yield "small", sources_line(texts, (source for sentence in sentences for source in sentence.sources))
