"""The items of the questionnaires in their published words, their answers, and the notices that go with them.

PEG: Krebs and colleagues, J Gen Intern Med 2009;24:733. PHQ-2 and GAD-2: Spitzer, Williams, Kroenke and colleagues.
The English words are those that were published and must not be polished; a translation must be a published one, too.
"""

from __future__ import annotations

from journal.core.check_ins import QUESTIONNAIRES, SKIPPED, CheckIn, Instrument
from journal.texts.language import Texts
from journal.texts.marked import marked

NAMES: dict[str, str] = marked({"daily": "Daily check-in", "peg": "PEG", "phq2": "PHQ-2", "gad2": "GAD-2"})

# What stands above the items of those that have such a sentence.
STEMS: dict[str, str] = marked({
    "phq2": "Over the last 2 weeks, how often have you been bothered by the following problems?",
    "gad2": "Over the last 2 weeks, how often have you been bothered by the following problems?",
})  # fmt: skip

ITEMS: dict[str, tuple[str, ...]] = {
    "peg": marked((
        "What number best describes your pain on average in the past week?",
        "What number best describes how, during the past week, pain has interfered with your enjoyment of life?",
        "What number best describes how, during the past week, pain has interfered with your general activity?",
    )),
    "phq2": marked((
        "Little interest or pleasure in doing things",
        "Feeling down, depressed, or hopeless",
    )),
    "gad2": marked((
        "Feeling nervous, anxious, or on edge",
        "Not being able to stop or control worrying",
    )),
}  # fmt: skip
assert all(len(ITEMS[code]) == questionnaire.items for code, questionnaire in QUESTIONNAIRES.items())

# What each item asks about, where there is no room for its words.
ABOUT: dict[str, tuple[str, ...]] = {
    "peg": marked(("pain", "enjoyment of life", "general activity")),
    "phq2": marked(("interest or pleasure", "feeling down")),
    "gad2": marked(("feeling nervous", "worrying")),
}
assert all(len(ABOUT[code]) == len(items) for code, items in ITEMS.items())

# What 0 and the highest answer mean, item by item.
ENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "peg": (
        marked(("No pain", "Pain as bad as you can imagine")),
        marked(("Does not interfere", "Completely interferes")),
        marked(("Does not interfere", "Completely interferes")),
    ),
}  # fmt: skip

# The answers from 0 on, where each has words of its own.
CHOICES: dict[str, tuple[str, ...]] = {
    code: marked(("Not at all", "Several days", "More than half the days", "Nearly every day"))
    for code in (Instrument.PHQ2, Instrument.GAD2)
}

NOTICES: dict[str, str] = marked({
    "peg": (
        "PEG is short for pain, enjoyment of life and general activity: three questions about the past week. The "
        "score is the mean of the answers. Krebs EE and colleagues, J Gen Intern Med 2009;24:733–738."
    ),
    "phq2": (
        "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational"
        " grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute."
    ),
    "gad2": (
        "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational"
        " grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute."
    ),
})  # fmt: skip

NO_SCORE = marked("No score: not every item was answered.")


def score_words(texts: Texts, check_in: CheckIn) -> str:
    """The score of a questionnaire; or what was answered of it, and that there is none."""
    score = check_in.score
    if score is not None:
        return texts.number(round(score * 1000), 0 if score.denominator == 1 else 1)
    return texts(NO_SCORE) if SKIPPED not in check_in.answers else in_part_words(texts, check_in)


def in_part_words(texts: Texts, check_in: CheckIn) -> str:
    """ "pain 6, general activity 4; 1 of 3 skipped: no score"."""
    words = "{what}: {answer}" if check_in.instrument in CHOICES else "{what} {answer}"
    answered = [
        texts(words, what=texts(what), answer=answer_words(texts, check_in.instrument, answer))
        for what, answer in zip(ABOUT[check_in.instrument], check_in.answers, strict=False)
        if answer != SKIPPED
    ]
    skipped = skipped_words(texts, check_in)
    return texts("{answers}; {skipped}", answers=", ".join(answered), skipped=skipped) if answered else skipped


def skipped_words(texts: Texts, check_in: CheckIn) -> str:
    """ "1 of 3 skipped: no score"."""
    k, n = check_in.answers.count(SKIPPED), len(check_in.answers)
    return texts("{k} of {n} skipped: no score", k=texts.integer(k), n=texts.integer(n))


def answer_words(texts: Texts, instrument: Instrument, answer: str) -> str:
    """An item's answer as it was offered: a number, or words."""
    if answer == SKIPPED:
        return texts("skipped")
    words = CHOICES.get(instrument)
    return answer if words is None else texts(words[int(answer)])
