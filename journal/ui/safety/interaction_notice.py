"""What the list of interactions says of something that was just saved: quiet, in its place, alike at every level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from journal.guidance import Country, page
from journal.guidance.interaction_words import (
    CONDITION_NAMES,
    LEVELS_INSIDE,
    TO_ASK,
    adding_up_words,
    beside,
    levels_line,
    sentences_of,
)
from journal.guidance.interactions import Circumstance, Level, together_sentences
from journal.guidance.matching import CheckedName, Finding
from journal.guidance.notices_after_saving import Others, Speech
from journal.guidance.signs_in_words import number_in
from journal.guidance.values import Statement
from journal.texts import Texts
from journal.texts.marked import marked
from journal.ui.safety.banner import CALL
from journal.ui.safety.quiet_notice import QuietNotice
from journal.ui.safety.source_card import sources_line

_FINDINGS = 3  # are said in full; the others are counted
_OTHERS = marked("What else you wrote down can act on heart rhythm: {names}.")
_PAGE_OF: Mapping[Circumstance, str] = {
    **dict.fromkeys(
        (Circumstance.LIVER, Circumstance.KIDNEY, Circumstance.HEART, Circumstance.SEIZURES, Circumstance.LUNG_DISEASE),
        "liver-heart-breathing",
    ),
    **dict.fromkeys(
        (
            Circumstance.SLEEP_APNOEA, Circumstance.PREGNANCY, Circumstance.BREASTFEEDING, Circumstance.MENTAL_ILLNESS,
        ),
        "being-careful",
    ),
}  # fmt: skip


class InteractionNotice(QuietNotice):
    """What speaks of a medicine, something taken or a condition; ``page`` is where "Read more" leads.

    That is the page about the condition where it speaks of one alone, else "" for the own list.
    """

    def __init__(self, texts: Texts, speech: Speech, country: Country) -> None:
        self.page = page_about(speech)
        lines = list(_lines(texts, speech, country))
        if _adding_up(texts, speech):
            self.never_scroll = 3  # that they add up, and then what to do
        name, more = texts("From the list of interactions"), texts("Read more")
        leads_to = page(self.page).title if self.page else texts("My list, checked")
        super().__init__(texts, name, lines, more, leads_to)


def page_about(speech: Speech) -> str:
    """The code of the page about the first condition where no name is spoken of, and nothing private; else ""."""
    alone = speech.conditions and not speech.findings and not speech.private
    return _PAGE_OF[speech.conditions[0][0]] if alone else ""


def _lines(texts: Texts, speech: Speech, country: Country) -> Iterator[tuple[str, str]]:
    """Role and words of each line: the name and its level, what to do, why, from where."""
    if speech.private:
        yield "strong", texts.plural(*TO_ASK, speech.to_ask)
        return
    left, others = _FINDINGS, [others for others in speech.others if others.rhythm]
    adding_up = _adding_up(texts, speech)
    for name, findings in speech.by_name().values():
        if left > 0:
            yield from _of_name(texts, speech, name, findings[:left], others, adding_up, country)
        left, others, adding_up = left - len(findings), [], ""  # said once
    if left < 0:
        yield "small", texts.plural("{n} more on the page", "{n} more on the page", -left)
    for code, sentences in speech.conditions:
        yield from _of_condition(texts, code, sentences, country)


def _adding_up(texts: Texts, speech: Speech) -> str:
    """That two or more things that make sleepy add up, with what that can do; "" where there are not so many."""
    if speech.private:
        return ""
    named = [
        name.given for name, findings in speech.by_name().values() if any(finding.of.sedative for finding in findings)
    ]
    named += [words for others in speech.others if not others.rhythm for words in _names_of(texts, others)]
    if len(named) < 2:
        return ""
    return " ".join([adding_up_words(texts, named), *(sentence.text for sentence in together_sentences())])


def _names_of(texts: Texts, others: Others) -> list[str]:
    """What is private is only counted."""
    if not others.private:
        return [*others.names]
    return [*others.names, texts.plural("{n} more that is private", "{n} more that are private", others.private)]


def _of_name(
    texts: Texts,
    speech: Speech,
    name: CheckedName,
    findings: Sequence[Finding],
    others: Sequence[Others],
    adding_up: str,
    country: Country,
) -> Iterator[tuple[str, str]]:
    yield "strong", texts("{name} with kratom: {level}", name=name.given, level=texts(LEVELS_INSIDE[name.level]))
    if adding_up:
        yield "", adding_up
    for sentence in beside(texts, name, speech.take_no_more):
        yield "", sentence
    for finding in findings:
        if any(column_level.under for column_level in finding.levels):  # a condition that the journal cannot know
            yield "", texts("{name}: {levels}", name=finding.of.name, levels=levels_line(texts, finding))
    number = number_in(texts, country)
    for finding in findings:
        yield "", sentences_of(finding.of, number)
    for of_one_way in others:
        yield "", texts(_OTHERS, names=", ".join(_names_of(texts, of_one_way)))
    if any(column_level.level is Level.DO_NOT_MIX for finding in findings for column_level in finding.levels):
        yield "", texts(CALL, number=number)
    sentences = [sentence for finding in findings for sentence in finding.of.sentences]
    named = [source for sentence in sentences for source in sentence.sources]
    named += [source for of_one_way in others for source in of_one_way.sources]
    if adding_up:
        named += [source for sentence in together_sentences() for source in sentence.sources]
    yield "small", sources_line(texts, dict.fromkeys(named))


def _of_condition(
    texts: Texts, code: Circumstance, sentences: Sequence[Statement], country: Country
) -> Iterator[tuple[str, str]]:
    """Its name, what to do in a line of its own, then why, from where."""
    yield "strong", texts("{condition} and kratom", condition=texts(CONDITION_NAMES[code]))
    number = number_in(texts, country)
    yield from (("", sentence.text.format(number=number)) for sentence in sentences)
    yield "small", sources_line(texts, (source for sentence in sentences for source in sentence.sources))
