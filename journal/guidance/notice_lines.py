"""The lines of what is said of something that was just saved, for the window and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from journal.guidance.call_for import CALL
from journal.guidance.help_lines import Country
from journal.guidance.interaction_words import (
    CONDITION_NAMES,
    OWN_LEVEL,
    adding_up_words,
    beside,
    in_a_row,
    is_own_level,
    private_more,
    whom_to_ask,
)
from journal.guidance.interactions import RANK, Circumstance, Level, taken_sentences, together_sentences
from journal.guidance.kept_private import of_stopping
from journal.guidance.left_off import while_sleepy
from journal.guidance.level_words import levels_in_short, levels_line, private_to_do, private_with_kratom
from journal.guidance.matching import CheckedName, Finding
from journal.guidance.most_urgent_of_sum import covers, more_urgent_of, more_urgent_words
from journal.guidance.notices_after_saving import ByName, OneKind, Others, Speech
from journal.guidance.raised import because_words
from journal.guidance.recognising import folded_name
from journal.guidance.said_of_conditions import soon_of
from journal.guidance.signs_in_words import number_in
from journal.guidance.values import Statement
from journal.texts import Texts
from journal.texts.marked import marked

_FINDINGS = 3  # are said in full; the others are counted
_OTHERS = marked("What else you wrote down can act on heart rhythm: {names}.")
# About a condition, where nothing may tell which one it is.
_WHOM_TO_ASK: Mapping[Level, str] = marked({
    Level.CALL_TODAY: "Call a doctor or the out-of-hours line today.",
    Level.ASK_WITHIN_DAYS: "Ask a doctor within days.",
    Level.ASK_FIRST: "Ask a doctor before you take any more.",
})  # fmt: skip
_Lead = tuple[CheckedName, bool]
# How sources are named in one line.
SourcesLine = Callable[[Texts, Iterable[str]], str]


def notice_lines(
    texts: Texts, speech: Speech, country: Country, sources_line: SourcesLine
) -> Iterator[tuple[str, str]]:
    """Role and words of each line: the name and its level, what to do, why; then from where all of it is, in one.

    Of what is private only the level and what to do: before the rest where nothing there is as urgent. What holds for
    several is said with the first of them; whom to call is said with each.
    """
    named: list[str] = []
    once: set[str] = set()
    for role, words in _all_lines(texts, speech, country, named):
        if role == "once" and words in once:
            continue
        once.add(words)
        yield "" if role == "once" else role, words
    if named:
        yield "small", sources_line(texts, dict.fromkeys(named))


def _all_lines(texts: Texts, speech: Speech, country: Country, named: list[str]) -> Iterator[tuple[str, str]]:
    """The same, with what is said once marked as that; the sources are added to ``named``."""
    by_name, private = list(speech.by_name().values()), list(speech.private_by_name().values())
    private_first = bool(private) and not (by_name and RANK[by_name[0][0].level] <= RANK[private[0][0].level])
    if private_first:
        yield from _of_private(texts, speech, private, "" if by_name else adding_up(texts, speech), country)
    yield from _of_names(texts, speech, country, named)
    if private and not private_first:
        yield from _of_private(texts, speech, private, "", country)
    for code, sentences in speech.conditions:
        yield from _of_condition(texts, code, sentences, country, named)
    yield from _of_private_conditions(texts, speech, named)


def _of_private_conditions(texts: Texts, speech: Speech, named: list[str]) -> Iterator[tuple[str, str]]:
    """None is named; how soon somebody is to be called or asked is said all the same, what is most urgent first."""
    for level, whom in _WHOM_TO_ASK.items():
        alike = [(code, sentences) for code, sentences in speech.private_conditions if soon_of(sentences) is level]
        if alike:
            yield "strong", private_to_do(texts, len(alike), level)
            for statement in dict.fromkeys(chain.from_iterable(of_stopping(*condition) for condition in alike)):
                yield "once", texts(statement.text)
                named += statement.sources
            yield "", texts(whom)


def first_of(speech: Speech) -> str:
    """What its first lines are about, for who reads on: a folded name, or the code of a condition."""
    by_name = [*speech.by_name().values(), *speech.private_by_name().values()]
    if by_name:
        return folded_name(min((name for name, _ in by_name), key=lambda name: RANK[name.level]).given)
    return next((str(code) for code, _ in (*speech.conditions, *speech.private_conditions)), "")


def _of_names(texts: Texts, speech: Speech, country: Country, sources: list[str]) -> Iterator[tuple[str, str]]:
    left, others = _FINDINGS, [others for others in speech.others if others.rhythm]
    added = adding_up(texts, speech)
    for name, findings in speech.by_name().values():
        if left > 0:
            yield from _of_name(texts, speech, name, findings[:left], others, added, country, sources)
        else:
            yield "strong", _headline(texts, name, "")
            yield "", " ".join([*whom_to_ask(texts, name), *because_words(texts, name)])
        left, others, added = left - len(findings), [], ""  # said once
    if left < 0:
        yield "small", texts.plural("{n} more on the page", "{n} more on the page", -left)


def _of_private(
    texts: Texts,
    speech: Speech,
    private: Sequence[tuple[CheckedName, Sequence[Finding]]],
    added: str,
    country: Country,
) -> Iterator[tuple[str, str]]:
    """What to do about names that are kept private, as the most urgent of them needs it; none is named."""
    most_urgent, _ = private[0]
    yield "strong", private_with_kratom(texts, [name for name, _ in private])
    yield from _if_taken(name for name, _ in private)
    lead = _more_urgent(speech, most_urgent) if added else None
    if added:
        yield "", added
    yield from _of_lead(texts, lead)
    whom = whom_to_ask(texts, most_urgent, conditions=False)
    for sentence in beside(texts, most_urgent, speech.take_no_more, conditions=False):
        if not (sentence in whom and _says_it(lead, most_urgent)):
            yield "", sentence
    levels = {column_level.level for _, findings in private for finding in findings for column_level in finding.levels}
    if Level.DO_NOT_MIX in levels or any(name.is_sedative for name, _ in private):
        yield "", texts(CALL, number=number_in(texts, country))


def adding_up(texts: Texts, speech: Speech) -> str:
    """That two or more things that make sleepy add up, with what that can do; "" where there are not so many."""
    others = [others for others in speech.others if not others.rhythm]
    named = [*_sedatives(speech.by_name()), *(name for group in others for name in group.names)]
    private = len(_sedatives(speech.private_by_name())) + sum(len(group.private) for group in others)
    if len(named) + private < 2:
        return ""
    if not named:
        private_words = [texts.plural("{n} that is private", "{n} that are private", private)]
    else:
        private_words = private_more(texts, private)
    sentences = (sentence.text for sentence in together_sentences())
    kinds = (_one_kind_words(texts, one_kind) for one_kind in speech.one_kind)
    return " ".join([adding_up_words(texts, [*named, *private_words]), *sentences, *kinds])


def _one_kind_words(texts: Texts, of: OneKind) -> str:
    """That two are of one kind: "Zopiclone, Zolpidem: 2 of one kind, “Sleeping pills (Z-drugs)”."."""
    n = texts.integer(len(of.names))
    return texts("{names}: {n} of one kind, “{kind}”.", names=", ".join(of.names), n=n, kind=of.kind)


def _sedatives(by_name: ByName) -> list[str]:
    return [name.given for name, findings in by_name.values() if any(finding.of.sedative for finding in findings)]


def _names_of(texts: Texts, others: Others) -> list[str]:
    """What is private is only counted."""
    return [*others.names, *private_more(texts, len(others.private))]


def _of_name(
    texts: Texts,
    speech: Speech,
    name: CheckedName,
    findings: Sequence[Finding],
    others: Sequence[Others],
    added: str,
    country: Country,
    named: list[str],
) -> Iterator[tuple[str, str]]:
    yield "strong", _headline(texts, name, added)
    yield from _if_taken([name])
    lead = _more_urgent(speech, name) if added else None
    if added:
        yield "", added
    yield from _of_lead(texts, lead)
    whom = whom_to_ask(texts, name)
    for sentence in beside(texts, name, speech.take_no_more):
        if not (sentence in whom and _says_it(lead, name)):
            yield "" if sentence in whom else "once", sentence
    for finding in findings:
        if finding.of.asks_which:  # what holds under a condition alone is said with whom to ask
            yield "", texts("{name}: {levels}", name=finding.of.name, levels=levels_line(texts, name, finding))
    number = number_in(texts, country)
    for finding in findings:
        class_sentences = while_sleepy(texts, finding.of.sentences) if name.left_for_now else finding.of.sentences
        yield "once", in_a_row(class_sentences, number)
    if any(is_own_level(name, finding) for finding in findings):
        yield "small", texts(OWN_LEVEL)
    for of_one_way in others:
        yield "", texts(_OTHERS, names=", ".join(_names_of(texts, of_one_way)))
    if name.is_sedative or any(level.level is Level.DO_NOT_MIX for finding in findings for level in finding.levels):
        yield "once", texts(CALL, number=number)
    sentences = [sentence for finding in findings for sentence in finding.of.sentences]
    named += [source for sentence in sentences for source in sentence.sources]
    named += [source for of_one_way in others for source in of_one_way.sources]
    if name.is_sedative and name.intake_ms is not None:
        named += taken_sentences()[0].sources
    if added:
        named += [source for sentence in together_sentences() for source in sentence.sources]


def _more_urgent(speech: Speech, name: CheckedName) -> _Lead | None:
    """What of the rest of the list adds up with a name and is more urgent, and whether it is private."""
    sleepy = [others for others in speech.others if not others.rhythm]
    other = more_urgent_of(name, (checked for others in sleepy for checked in others.checked))
    private = {folded_name(given) for others in sleepy for given in others.private}
    return None if other is None else (other, folded_name(other.given) in private)


def _of_lead(texts: Texts, lead: _Lead | None) -> Iterator[tuple[str, str]]:
    if lead is not None:
        yield "", more_urgent_words(texts, *lead)


def _says_it(lead: _Lead | None, name: CheckedName) -> bool:
    return lead is not None and covers(lead[0], name)


def _headline(texts: Texts, name: CheckedName, added: str) -> str:
    """The name and its level; beside what may stop breathing "within days" is said below, by whom to ask."""
    if added and RANK[name.level] > RANK[Level.DO_NOT_MIX]:
        return texts("{name} with kratom and another thing that makes sleepy", name=name.given)
    return texts("{name} with kratom: {level}", name=name.given, level=levels_in_short(texts, name))


def _if_taken(names: Iterable[CheckedName]) -> Iterator[tuple[str, str]]:
    """What to do where one of these makes sleepy and is in the body already; when to call stands at the end."""
    if any(name.is_sedative and name.intake_ms is not None for name in names):
        yield "", taken_sentences()[0].text


def _of_condition(
    texts: Texts, code: Circumstance, sentences: Sequence[Statement], country: Country, named: list[str]
) -> Iterator[tuple[str, str]]:
    """Its name, what to do in a line of its own, then why."""
    yield "strong", texts("{condition} and kratom", condition=texts(CONDITION_NAMES[code]))
    number = number_in(texts, country)
    yield from (("once", sentence.text.format(number=number)) for sentence in sentences)
    named += [source for sentence in sentences for source in sentence.sources]
