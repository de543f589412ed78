"""Pain and function on page 1: the first and the last score, and what was answered without one."""

from __future__ import annotations

from journal.insights.wording import Sentence
from journal.reports.page_inputs import PageInputs
from journal.texts.instruments import in_part_words


def function_sentence(inputs: PageInputs) -> Sentence | None:
    """ "PEG (…; 0 best, 10 worst): 6.3 on 7 Sep, 6.7 on 23 Nov (10 filled in)": no word for better or worse."""
    scored, in_part = inputs.visit.function, inputs.visit.function_in_part
    is_newer = bool(in_part) and (not scored or in_part[-1].at.utc_ms > scored[-1].at.utc_ms)
    parts = [part for part in (_scores(inputs, 0 if is_newer else len(in_part)), _in_part(inputs, is_newer)) if part]
    if not parts:
        return None
    sentence = "PEG (pain, enjoyment of life, general activity; 0 best, 10 worst): {parts}."
    return Sentence("", inputs.texts(sentence, parts="; ".join(parts)))


def _scores(inputs: PageInputs, in_part: int) -> str:
    """The first and the last one. ``in_part``: times before the last one that were filled in with items skipped."""
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
    all_scores, filled = ", ".join(scores), texts.integer(len(scored))
    if in_part:
        more = texts.integer(in_part)
        return texts("{scores} ({n} filled in, {more} more in part)", scores=all_scores, n=filled, more=more)
    return texts("{scores} ({n} filled in)", scores=all_scores, n=filled)


def _in_part(inputs: PageInputs, is_newer: bool) -> str:
    """What was answered where items were skipped: the last such time, and how many there are.

    Nothing beside a later score, which says more.
    """
    texts, in_part = inputs.texts, inputs.visit.function_in_part
    if not is_newer:
        return ""
    last = in_part[-1]
    answers, day = in_part_words(texts, last), inputs.dated_at(inputs.day(last.at.local.date()), last.at)
    if len(in_part) == 1:
        return texts("in part on {day}: {answers}", day=day, answers=answers)
    return texts("in part {n} times, last on {day}: {answers}", n=texts.integer(len(in_part)), day=day, answers=answers)
