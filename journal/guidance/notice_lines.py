"""The lines of what is said of something that was just saved, for the window and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from journal.guidance.box_order import Line, Part, Step, in_order
from journal.guidance.call_for import CALL
from journal.guidance.help_lines import Country
from journal.guidance.interaction_words import (
    BEFORE_NEXT,
    CONDITION_NAMES,
    NOTHING_MORE,
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
from journal.guidance.warning_signs import stopping
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
    """Role and words of each line, in the order of ``box_order``; then from where all of it is, in one.

    Of what is private only the level and what to do: before the rest where nothing there is as urgent.
    """
    named: list[str] = []
    yield from in_order(texts, _parts(texts, speech, country, named))
    if named:
        yield "small", sources_line(texts, dict.fromkeys(named))


def _parts(texts: Texts, speech: Speech, country: Country, named: list[str]) -> list[Part]:
    """What is said of each; the sources are added to ``named``."""
    by_name, private = list(speech.by_name().values()), list(speech.private_by_name().values())
    private_first = bool(private) and not (by_name and RANK[by_name[0][0].level] <= RANK[private[0][0].level])
    parts = list(_of_names(texts, speech, country, named))
    if private:
        added = adding_up(texts, speech) if private_first and not by_name else ""
        of_private = _of_private(texts, speech, private, added, country)
        parts = [of_private, *parts] if private_first else [*parts, of_private]
    if parts:
        parts[0].lines[:0] = _taken_already(texts, speech, country, named if by_name else [])
    parts += [_of_condition(texts, code, sentences, country, named) for code, sentences in speech.conditions]
    return [*parts, *_of_private_conditions(texts, speech, named)]


def _taken_already(texts: Texts, speech: Speech, country: Country, named: list[str]) -> Iterator[Line]:
    """What to do first where something that makes sleepy, said now or before, is in the body already."""
    spoken_of = [name for name, _ in (*speech.findings, *speech.private_findings)]
    before = [name for others in speech.others if not others.rhythm for name in others.checked]
    taken = [name for name in (*spoken_of, *before) if name.is_sedative and name.intake_ms is not None]
    if not taken:
        return
    if_drowsy, if_slow, _ = taken_sentences()
    for statement in (if_slow, if_drowsy):
        yield Line(Step.EMERGENCY, statement.text.format(number=number_in(texts, country)))
        named += statement.sources
    if any(name.level is Level.DO_NOT_MIX and len(name.by_column) < 2 for name in taken):
        yield Line(Step.NO_MORE, texts(NOTHING_MORE))


def _of_private_conditions(texts: Texts, speech: Speech, named: list[str]) -> Iterator[Part]:
    """None is named; how soon somebody is to be called or asked is said all the same, what is most urgent first."""
    for level, whom in _WHOM_TO_ASK.items():
        alike = [(code, sentences) for code, sentences in speech.private_conditions if soon_of(sentences) is level]
        if alike:
            lines = list[Line]()
            for statement in dict.fromkeys(chain.from_iterable(of_stopping(*condition) for condition in alike)):
                lines.append(Line(Step.ASK, texts(statement.text)))
                named += statement.sources
            yield Part(private_to_do(texts, len(alike), level), [*lines, Line(Step.ASK, texts(whom), again=True)])


def first_of(speech: Speech) -> str:
    """What its first lines are about, for who reads on: a folded name, or the code of a condition."""
    by_name = [*speech.by_name().values(), *speech.private_by_name().values()]
    if by_name:
        return folded_name(min((name for name, _ in by_name), key=lambda name: RANK[name.level]).given)
    return next((str(code) for code, _ in (*speech.conditions, *speech.private_conditions)), "")


def _of_names(texts: Texts, speech: Speech, country: Country, sources: list[str]) -> Iterator[Part]:
    left, others = _FINDINGS, [others for others in speech.others if others.rhythm]
    added = adding_up(texts, speech)
    by_name = speech.by_name().values()
    over = sum(len(findings) for _, findings in by_name) - _FINDINGS
    for place, (name, findings) in enumerate(by_name):
        if left > 0:
            part = _of_name(texts, speech, name, findings[:left], others, added, country, sources)
        else:
            whom = " ".join([*whom_to_ask(texts, name), *because_words(texts, name)])
            part = Part(_headline(texts, name, ""), [Line(Step.ASK, whom, again=True)], name.given)
        left, others, added = left - len(findings), [], ""  # said once
        if over > 0 and place == len(by_name) - 1:
            more = texts.plural("{n} more on the page", "{n} more on the page", over)
            part.lines.append(Line(Step.WHY, more, "small"))
        yield part


def _of_private(
    texts: Texts,
    speech: Speech,
    private: Sequence[tuple[CheckedName, Sequence[Finding]]],
    added: str,
    country: Country,
) -> Part:
    """What to do about names that are kept private, as the most urgent of them needs it; none is named."""
    most_urgent, _ = private[0]
    lead = _more_urgent(speech, most_urgent) if added else None
    lines = [*_of_lead(texts, lead), *_beside(texts, speech, most_urgent, lead, conditions=False)]
    levels = {column_level.level for _, findings in private for finding in findings for column_level in finding.levels}
    if Level.DO_NOT_MIX in levels or any(name.is_sedative for name, _ in private):
        lines.append(Line(Step.SIGNS, texts(CALL, number=number_in(texts, country))))
    if added:
        lines.append(Line(Step.WHY, added, of_all=True))
    return Part(private_with_kratom(texts, [name for name, _ in private]), lines)


def _beside(
    texts: Texts, speech: Speech, name: CheckedName, lead: _Lead | None, conditions: bool = True
) -> Iterator[Line]:
    """Whom to call or ask about it, what holds until then, and what is not stopped because of the page."""
    no_more, why = _no_more(texts), because_words(texts, name) if conditions else []
    whom = whom_to_ask(texts, name, conditions)
    for sentence in beside(texts, name, speech.take_no_more, conditions):
        if sentence in no_more:
            yield Line(Step.NO_MORE, sentence)
        elif sentence in why:
            yield Line(Step.WHY, sentence, again=True)
        elif not (sentence in whom and _says_it(lead, name)):
            yield Line(Step.ASK, sentence, again=sentence in whom)
    if speech.take_no_more:
        yield Line(Step.NO_MORE, texts(stopping().no_more))


def _no_more(texts: Texts) -> list[str]:
    """What holds for kratom, whatever it is said beside."""
    return [texts(NOTHING_MORE), texts(stopping().no_more), texts(BEFORE_NEXT)]


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
) -> Part:
    lead = _more_urgent(speech, name) if added else None
    lines = [*_of_lead(texts, lead), *_beside(texts, speech, name, lead)]
    for finding in findings:
        if finding.of.asks_which:  # what holds under a condition alone is said with whom to ask
            which = texts("{name}: {levels}", name=finding.of.name, levels=levels_line(texts, name, finding))
            lines.append(Line(Step.ASK, which, again=True))
    if name.is_sedative or any(level.level is Level.DO_NOT_MIX for finding in findings for level in finding.levels):
        lines.append(Line(Step.SIGNS, texts(CALL, number=number_in(texts, country))))
    reasons = _reasons(texts, name, findings, others, added, number_in(texts, country))
    sentences = [sentence for finding in findings for sentence in finding.of.sentences]
    named += [source for sentence in sentences for source in sentence.sources]
    named += [source for of_one_way in others for source in of_one_way.sources]
    if added:
        named += [source for sentence in together_sentences() for source in sentence.sources]
    return Part(_headline(texts, name, added), [*lines, *reasons], name.given)


def _reasons(
    texts: Texts, name: CheckedName, findings: Sequence[Finding], others: Sequence[Others], added: str, number: str
) -> Iterator[Line]:
    if added:
        yield Line(Step.WHY, added, of_all=True)
    for finding in findings:
        sentences = while_sleepy(texts, finding.of.sentences) if name.left_for_now else finding.of.sentences
        yield Line(Step.WHY, in_a_row(sentences, number))
    if any(is_own_level(name, finding) for finding in findings):
        yield Line(Step.WHY, texts(OWN_LEVEL), "small", again=True)
    for of_one_way in others:
        names = ", ".join(_names_of(texts, of_one_way))
        yield Line(Step.WHY, texts(_OTHERS, names=names), of_all=True)


def _more_urgent(speech: Speech, name: CheckedName) -> _Lead | None:
    """What of the rest of the list adds up with a name and is more urgent, and whether it is private."""
    sleepy = [others for others in speech.others if not others.rhythm]
    other = more_urgent_of(name, (checked for others in sleepy for checked in others.checked))
    private = {folded_name(given) for others in sleepy for given in others.private}
    return None if other is None else (other, folded_name(other.given) in private)


def _of_lead(texts: Texts, lead: _Lead | None) -> Iterator[Line]:
    if lead is not None:
        yield Line(Step.ASK, more_urgent_words(texts, *lead), again=True)


def _says_it(lead: _Lead | None, name: CheckedName) -> bool:
    return lead is not None and covers(lead[0], name)


def _headline(texts: Texts, name: CheckedName, added: str) -> str:
    """The name and its level; beside what may stop breathing "within days" is said below, by whom to ask."""
    if added and RANK[name.level] > RANK[Level.DO_NOT_MIX]:
        return texts("{name} with kratom and another thing that makes sleepy", name=name.given)
    return texts("{name} with kratom: {level}", name=name.given, level=levels_in_short(texts, name))


def _of_condition(
    texts: Texts, code: Circumstance, sentences: Sequence[Statement], country: Country, named: list[str]
) -> Part:
    """Its name, what to do in a line of its own, then why, in the words of the table."""
    number = number_in(texts, country)
    named += [source for sentence in sentences for source in sentence.sources]
    heading = texts("{condition} and kratom", condition=texts(CONDITION_NAMES[code]))
    return Part(heading, [Line(Step.ASK, sentence.text.format(number=number)) for sentence in sentences])
