"""Pain and function on page 1: the first and the last score, and what was answered without one."""

from __future__ import annotations

from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.texts.instruments import in_part_words


def function_sentence(inputs: PageInputs) -> Sentence | None:
    """ "PEG (…; 0 best, 10 worst): 6.3 on 7 Sep, 6.7 on 23 Nov (10 filled in)": no word for better or worse."""
    parts = [part for part in (_scores(inputs), _in_part(inputs)) if part]
    if not parts:
        return None
    sentence = "PEG (pain, enjoyment of life, general activity; 0 best, 10 worst): {parts}."
    return Sentence("", inputs.texts(sentence, parts="; ".join(parts)))


def _scores(inputs: PageInputs) -> str:
    texts, scored = inputs.texts, inputs.visit.function
    if not scored:
        return ""
    scores = [
        inputs.dated_at(
            texts(
                "{score} on {day}",
                score=texts.number(round(score.score * 1000), 1),
                day=inputs.day(score.at.local.date()),
            ),
            score.at,
        )
        for score in dict.fromkeys((scored[0], scored[-1]))
        if score.score is not None
    ]
    return texts("{scores} ({n} filled in)", scores=", ".join(scores), n=texts.integer(len(scored)))


def _in_part(inputs: PageInputs) -> str:
    """What was answered where items were skipped: the last such time, and how many there are."""
    texts, in_part = inputs.texts, inputs.visit.function_in_part
    if not in_part:
        return ""
    last = in_part[-1]
    answers, day = in_part_words(texts, last), inputs.dated_at(inputs.day(last.at.local.date()), last.at)
    if len(in_part) == 1:
        return texts("in part on {day}: {answers}", day=day, answers=answers)
    return texts("in part {n} times, last on {day}: {answers}", n=texts.integer(len(in_part)), day=day, answers=answers)
