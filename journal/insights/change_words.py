"""The word for a measure's change: the same in a line, a table, a sentence, on screen and on paper."""

from __future__ import annotations

from journal.core import limits
from journal.insights import thresholds
from journal.insights.cells import window_days
from journal.insights.summary import WEAK_BELOW, Measure, Statistic, Trend, Word
from journal.texts import Texts
from journal.texts.marked import marked

NO_CLEAR_CHANGE, WEAK, OUTSIDE = "≈", "*", "–"  # signs of a table, explained below it
TOO_FEW, NEW, NOT_KNOWN = marked(("too few", "new", "not known"))

_WORDS = marked({
    Word.RISING: "rising",
    Word.FALLING: "falling",
    Word.HIGHER: "higher",
    Word.LOWER: "lower",
    Word.SAME: "same",
    Word.NO_CLEAR_CHANGE: "no clear change",
    Word.NOT_KNOWN: "not known",
    Word.TOO_FEW_WEEKS: "too few weeks",
    Word.NEW: "too early for a trend",
    Word.OUTSIDE: "no comparison",
})  # fmt: skip
# Of the hours between doses: "falling" would sound like good news.
_WORDS_OF_GAPS = marked({
    Word.RISING: "longer",
    Word.FALLING: "shorter",
    Word.HIGHER: "longer",
    Word.LOWER: "shorter",
})  # fmt: skip


def word_text(texts: Texts, word: Word, gaps: bool = False) -> str:
    """The word inside of a sentence; ``gaps``: of the hours between doses."""
    return texts(_WORDS_OF_GAPS.get(word, _WORDS[word]) if gaps else _WORDS[word])


def word_sign(texts: Texts, measure: Measure, gaps: bool = False) -> str:
    """The word in a table: "rising*", "≈", "too few"; nothing where a change says nothing."""
    if measure.word is None:
        return ""
    signs = {Word.NO_CLEAR_CHANGE: NO_CLEAR_CHANGE, Word.TOO_FEW_WEEKS: texts(TOO_FEW), Word.NEW: texts(NEW),
             Word.OUTSIDE: OUTSIDE}  # fmt: skip
    sign = signs.get(measure.word) or word_text(texts, measure.word, gaps)
    return f"{sign}{WEAK}" if measure.weak else sign


def signs_of_no_change(texts: Texts) -> tuple[str, ...]:
    """What stands in a table where nothing can be said of a change."""
    return (NO_CLEAR_CHANGE, *(texts(sign) for sign in (TOO_FEW, NEW, NOT_KNOWN)))


def is_change(word: Word | None) -> bool:
    """Whether the word says that something went up or down."""
    return word in (Word.RISING, Word.FALLING, Word.HIGHER, Word.LOWER)


def can_be_compared(now: Statistic, before: Statistic) -> bool:
    """Whether one is plainly the larger: "at least 8.0" beside "at least 6.0" reads as a fall, and may be none."""
    if now.at_least and before.at_least:
        return False
    if now.at_least:
        return now.value > before.value
    return not before.at_least or now.value < before.value


def part_known(texts: Texts, measure: Measure) -> str:
    """Why a change is not known: "known only in part on 21 of 24 days, before that on 15 of 24"."""
    now, before = measure.last28, measure.before28
    if not now.incomplete:
        return texts.plural("known only in part on {k} of {n} day of the {window} before",
                            "known only in part on {k} of {n} days of the {window} before", before.n,
                            k=texts.integer(before.incomplete), window=window_days(texts))  # fmt: skip
    sentence = texts.plural("known only in part on {k} of {n} day", "known only in part on {k} of {n} days", now.n,
                            k=texts.integer(now.incomplete))  # fmt: skip
    if not before.incomplete:
        return sentence
    return texts("{said}, before that on {k} of {n}", said=sentence, k=texts.integer(before.incomplete),
                 n=texts.integer(before.n))  # fmt: skip


def too_few_days(texts: Texts, measure: Measure) -> str:
    """Why nothing is said although there are weeks enough for a trend: one of the two windows has no median."""
    if measure.last28.value is None:
        return texts("too few days of the last {n} can be used", n=window_days(texts))
    return texts("too few days of the {n} before can be used", n=window_days(texts))


_AT_FIRST = marked({Word.RISING: "Rising", Word.FALLING: "Falling"})
_AT_FIRST_OF_GAPS = marked({Word.RISING: "Longer", Word.FALLING: "Shorter"})
_APART = marked({
    Word.HIGHER: "Higher: every week of the last {n} days is above every week of the {n} days before.",
    Word.LOWER: "Lower: every week of the last {n} days is below every week of the {n} days before.",
})  # fmt: skip
_APART_OF_GAPS = marked({
    Word.HIGHER: "Longer: every week of the last {n} days is above every week of the {n} days before.",
    Word.LOWER: "Shorter: every week of the last {n} days is below every week of the {n} days before.",
})  # fmt: skip


def change_sentence(texts: Texts, measure: Measure, gaps: bool = False) -> str:
    """The word as a sentence that says what it rests on; nothing where a change says nothing."""
    trend, word = measure.trend, measure.word
    match word:
        case Word.RISING | Word.FALLING if trend is not None:
            return _trend_words(texts, trend, texts((_AT_FIRST_OF_GAPS if gaps else _AT_FIRST)[word]))
        case Word.HIGHER | Word.LOWER:
            return texts((_APART_OF_GAPS if gaps else _APART)[word], n=window_days(texts))
        case Word.SAME:
            return texts("The same in the last {n} days as in the {n} days before.", n=window_days(texts))
        case Word.NO_CLEAR_CHANGE:
            return texts("No clear change: cannot be told apart from week-to-week variation.")
        case Word.NOT_KNOWN:
            return texts("Not known where it goes: {why}.", why=part_known(texts, measure))
        case Word.NEW:
            days = texts.integer(2 * limits.WINDOW_DAYS)
            return texts("Too early to say where it goes: begun in the {n} days that are compared.", n=days)
        case Word.TOO_FEW_WEEKS if trend is not None and trend.slope is not None:
            return texts("Not said where it goes: {why}.", why=too_few_days(texts, measure))
        case Word.TOO_FEW_WEEKS if trend is not None:
            return texts.plural(
                "Too few weeks to say where it goes: {k} of {n} can be used; {fewest} are needed.",
                "Too few weeks to say where it goes: {k} of {n} can be used; {fewest} are needed.",
                trend.of, k=texts.integer(trend.weeks), fewest=texts.integer(thresholds.WEEKS_OF_A_TREND),
            )  # fmt: skip
        case Word.OUTSIDE:
            return texts("No comparison: fewer than {n} days are chosen.", n=texts.integer(2 * limits.WINDOW_DAYS))
    return ""


def _trend_words(texts: Texts, trend: Trend, word: str) -> str:
    """ "Rising over these 12 weeks.", "Rising over 7 of these 12 weeks (weak: under 10 weeks).", "Rising since ..."."""
    about = {"word": word, "k": texts.integer(trend.weeks), "n": texts.integer(trend.of)}
    if trend.since is not None:
        sentence = texts("{word} since {day}, over {k} of {n} weeks", day=texts.short_day(trend.since), **about)
    elif trend.weeks < trend.of:
        sentence = texts("{word} over {k} of these {n} weeks", **about)
    else:
        sentence = texts("{word} over these {n} weeks", **about)
    return (
        texts("{said} (weak: under {n} weeks).", said=sentence, n=texts.integer(WEAK_BELOW))
        if trend.weak
        else f"{sentence}."
    )
