"""What to do about the signs of the last day in words: the emergencies first, then what is less urgent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journal.core.entries import Answer
from journal.core.symptoms import MASKED
from journal.guidance.around_signs import seizure_words_in, without_seizure_words
from journal.guidance.blood_pressure import (
    HighPressure,
    pressure_advice,
    pressure_table,
    pressure_title,
    pressure_urgent,
    pressures_in_lines,
    seizure_in_pregnancy,
)
from journal.guidance.help_lines import Country
from journal.guidance.open_emergencies import (
    Emergency,
    open_emergencies,
    sees_pressure,
    signs_that_are_none,
)
from journal.guidance.recent_pressure import ReadRecent, recent_high
from journal.guidance.signs_in_words import (
    ANSWERS,
    LAID_DOWN,
    ON_THE_SIDE,
    SAY_WHAT,
    about_stopping,
    filled,
    quiet_lines_of,
    titled,
    to_do_at_once,
)
from journal.guidance.warning_signs import IF_NOW, sign_of, stopping
from journal.texts import Texts
from journal.texts.measured import pressure_text
from journal.texts.names import HIDDEN_RATING, SYMPTOMS

_SEIZURE = "seizure"


def first_in_journal(texts: Texts, journal: ReadRecent, now_ms: int, place: Country) -> tuple[str, ...]:
    """What is to be done before all else that a journal leads to: about its emergencies, or a high blood pressure."""
    high, emergencies = recent_high(journal, now_ms), open_emergencies(journal, now_ms)
    first = emergency_first(texts, emergencies, now_ms, place, high)
    if high is None:
        return first
    if first:
        waits = sees_pressure(emergencies)
        return *first, *pressures_in_lines(texts, [high], now_ms, place, after_emergency=waits)
    return pressure_title(texts, high, now_ms), " ".join(pressure_advice(texts, high, now_ms, place))


def all_that_is_open(texts: Texts, journal: ReadRecent, now_ms: int, place: Country) -> tuple[str, ...]:
    """What is to be done first, with the numbers that were measured, and then about every other sign of the last hours.

    About taking more, and until help comes, it says all that the cards of these say.

    Whether its advice was closed, and whether a doctor knows about it, does not matter here.
    """
    first, high = first_in_journal(texts, journal, now_ms, place), recent_high(journal, now_ms)
    emergencies, others = open_emergencies(journal, now_ms), signs_that_are_none(journal, now_ms)
    of_more = about_stopping(texts, [sign.advice for sign in (*emergencies, *others)])
    unsaid = [words for words in of_more if words not in " ".join(first)]
    measured = []
    if high is not None and not high.measured.private:
        numbers = pressure_text(texts, high.measured.systolic, high.measured.diastolic)
        measured.append(texts("Saved as {pressure}.", pressure=numbers))
    waiting = less_urgent_lines(texts, others, now_ms, place)
    return *first, *_until_help(texts, emergencies), *measured, *waiting, *unsaid


def _until_help(texts: Texts, emergencies: Iterable[Emergency]) -> Iterator[str]:
    """What the cards of signs that are there add to the table, once."""
    there = {sign.noted.code for sign in _named([*emergencies]) if sign.noted.rating.answer is not Answer.PASSED}
    if not LAID_DOWN.isdisjoint(there):
        yield texts(ON_THE_SIDE)
    if there:
        yield texts(SAY_WHAT)


def emergency_first(
    texts: Texts, emergencies: Sequence[Emergency], now_ms: int, place: Country, beside: HighPressure | None = None
) -> tuple[str, ...]:
    """Which they are, and what to do about each, the most urgent first; nothing where there are none.

    ``beside``: a high blood pressure that is spoken of as well. In a pregnancy, a seizure comes first.

    Example: ("First: Seizure, today 10:20; Fainting, today 10:05", "Seizure. Call 911. ...", "Fainting. Call 911.").
    """
    if not emergencies:
        return ()
    which, seizure = _which(texts, emergencies, now_ms), _seizure_first(texts, emergencies, place, beside)
    step, *more = _what_to_do(texts, emergencies, place) or [""]
    person = [" ".join([*more[:1], *_no_more(texts, emergencies)])]  # the line that speaks to the person
    steps = filter(None, [step, *person, *more[1:]])
    return which, *seizure, *steps, *lines_of_others(texts, emergencies, place)


def _no_more(texts: Texts, emergencies: Iterable[Emergency]) -> list[str]:
    """To take no more where one of them says so, and nothing that makes sleepy: within the first lines."""
    shared, advised = stopping(), [emergency.advice for emergency in emergencies]
    no_more = [texts(shared.no_more_unnamed)] if any(item.no_more for item in advised) else []
    sleepy = [texts(shared.sleepy)] if any(item.no_sleepiness for item in advised) else []
    return [*no_more, *sleepy]


def in_short(
    texts: Texts, emergencies: Sequence[Emergency], now_ms: int, place: Country, beside: HighPressure | None = None
) -> str:
    """In a line above every place: which they are, the first step for each, and of masked ones what is done.

    All of it, and what holds if it has passed, stands on Today and under Emergency.
    """
    if not emergencies:
        return ""
    alone = [replace(emergency, if_passed=("", "")) for emergency in emergencies]
    which, seizure = _which(texts, emergencies, now_ms), _seizure_first(texts, emergencies, place, beside)
    step_is_said = bool(seizure) and sign_of(emergencies[0].noted.code).code == _SEIZURE
    step = [] if step_is_said else _what_to_do(texts, alone, place)[:1]
    return in_one_line((which, *seizure, *step, *lines_of_others(texts, alone, place)))


def less_urgent_in_short(texts: Texts, less_urgent: Sequence[Emergency], now_ms: int, place: Country) -> str:
    """The same of signs that are no emergency, where none is open; "" for none."""
    if not less_urgent:
        return ""
    signs = "; ".join(titles_of(texts, less_urgent, now_ms))
    return " ".join([texts("Open: {signs}.", signs=signs), *_first_steps(texts, less_urgent, place)])


def titles_of(texts: Texts, signs: Iterable[Emergency], now_ms: int) -> list[str]:
    """Which they are, each once; of which a doctor knows is said behind it."""
    known = texts(ANSWERS[Answer.KNOWN])
    titles = (
        texts("{sign} ({answer})", sign=title, answer=known) if sign.advice.known else title
        for sign in signs
        for title in [titled(texts, sign.noted, now_ms)]
    )
    return list(dict.fromkeys(titles))


def also_open(texts: Texts, signs: Iterable[Emergency], now_ms: int) -> list[str]:
    """What else is open, in one line behind what is said first; nothing for none."""
    titles = titles_of(texts, signs, now_ms)
    return [texts("Also open: {signs}.", signs="; ".join(titles))] if titles else []


def _first_steps(texts: Texts, less_urgent: Sequence[Emergency], place: Country) -> list[str]:
    """About each that may be named, what a doctor knows of last; of masked ones what is done."""
    named = sorted(_named(less_urgent), key=lambda sign: sign.advice.known)
    of_each = dict[str, Emergency]()
    for sign in named:
        of_each.setdefault(sign.noted.code, sign)
    steps = list[str]()
    for place_in_row, sign in enumerate(of_each.values()):
        lines = lines_about(texts, sign, place)
        steps += saying_whose(texts, sign, less_urgent, lines[:1] if place_in_row else lines)
    if len(named) == len(less_urgent):
        return steps
    quiet = " ".join(_quiet_lines(texts, less_urgent, place))
    return [*steps, f"{texts(HIDDEN_RATING)}. {quiet}" if named else quiet]


def less_urgent_lines(texts: Texts, less_urgent: Sequence[Emergency], now_ms: int, place: Country) -> list[str]:
    """A line for each of them."""
    return [less_urgent_in_short(texts, [emergency], now_ms, place) for emergency in less_urgent]


def most_urgent_lines(
    texts: Texts, emergencies: Sequence[Emergency], now_ms: int, place: Country, beside: HighPressure | None = None
) -> tuple[str, ...]:
    """Which all of them are, and what to do about the first that may be named."""
    if not emergencies:
        return ()
    seizure = _seizure_first(texts, emergencies, place, beside)
    return _which(texts, emergencies, now_ms), *seizure, *_what_to_do(texts, emergencies, place)


def _which(texts: Texts, emergencies: Sequence[Emergency], now_ms: int) -> str:
    return texts("First: {signs}", signs="; ".join(titles_of(texts, emergencies, now_ms)))


def _seizure_first(
    texts: Texts, emergencies: Sequence[Emergency], place: Country, beside: HighPressure | None
) -> list[str]:
    """What comes before all else where one of them is a seizure in a pregnancy, once."""
    with_seizure = seizure_words(texts, emergencies, place, [beside] if beside is not None else [])
    alone = [filled(texts, words, place) for emergency in emergencies for words in seizure_words_in(emergency.advice)]
    return with_seizure or alone[:1]


def saying_whose(texts: Texts, of: Emergency, among: Sequence[Emergency], lines: Iterable[str]) -> list[str]:
    """The same lines; where several are open each begins with the sign it is said of, as they may stand apart."""
    if len({emergency.noted.code for emergency in among}) < 2:
        return [*lines]
    return [f"{texts(SYMPTOMS[of.noted.code])}. {line}" for line in lines]


def in_one_line(first: Sequence[str]) -> str:
    """The same lines as one: "First: Seizure, today 10:20. Call 911. If it is you, do this. ..."; "" for none."""
    if not first:
        return ""
    which, *what_to_do = first
    return " ".join([f"{which}.", *what_to_do])


def beside_the_call(
    texts: Texts, emergencies: Sequence[Emergency], beside: HighPressure, now_ms: int, place: Country
) -> list[str]:
    """What is in sight of a pressure, which is named with its figure and time."""
    urgent = urgent_beside(texts, emergencies, beside, place)
    return [f"{pressure_title(texts, beside, now_ms)}. {words}" for words in urgent]


def urgent_beside(texts: Texts, emergencies: Sequence[Emergency], beside: HighPressure, place: Country) -> list[str]:
    """To go to hospital; beside a call that holds whatever is answered to say it there: no second plan stands."""
    urgent = pressure_urgent(texts, beside, place)
    if urgent and any(map(_is_called_anyway, _named(emergencies)[:1])):
        return [filled(texts, pressure_table().of_pregnancy("first", beside.openly).text, place)]
    return urgent


def _is_called_anyway(sign: Emergency) -> bool:
    """Whether it is one to call about whatever comes of its question."""
    table = pressure_table()
    anyway = {table.with_sign.text, *(table.of_pregnancy("seizure", openly).text for openly in (True, False))}
    says_so = any(text in anyway for _, text in (*sign.advice.parts, sign.if_passed))
    answered = sign.noted.rating.answer is not None or not sign.advice.is_of_what_is_there
    return sign.advice.urgency == "call" and (answered or says_so)


def lines_about(texts: Texts, emergency: Emergency, place: Country) -> list[str]:
    """What to do about one; before an answer, if it is there now."""
    return to_do_at_once(texts, emergency.advice, place, "" if emergency.noted.rating.answer is not None else IF_NOW)


def seizure_words(
    texts: Texts, emergencies: Iterable[Emergency], place: Country, high: Sequence[HighPressure]
) -> list[str]:
    """What is said first, beside a high blood pressure in a pregnancy, where one of these is a seizure."""
    if not any(pressure.pregnant for pressure in high):
        return []
    openly = any(pressure.openly for pressure in high)
    return seizure_in_pregnancy(texts, (emergency.noted.code for emergency in emergencies), place, openly)


def _what_to_do(texts: Texts, emergencies: Sequence[Emergency], place: Country) -> list[str]:
    """About the most urgent one that may be named, as others may see the screen; of masked ones alone whom to call."""
    named = _named(emergencies)
    if not named:
        return [" ".join(_quiet_lines(texts, emergencies, place))]  # one step, of which none is left out
    advised, answered = named[0].advice, named[0].noted.rating.answer is not None
    parts = tuple(("", text) for _, text in without_seizure_words(advised).parts)
    if not parts:
        return []
    step, *more = to_do_at_once(texts, replace(advised, parts=parts), place, "" if answered else IF_NOW)
    lines = [" ".join([step, *_passed(texts, named[0], place)]), *more]
    return saying_whose(texts, named[0], emergencies, lines)


def lines_of_others(texts: Texts, emergencies: Sequence[Emergency], place: Country) -> list[str]:
    """A line for each that is not the most urgent one; whom to call, for those that are not named.

    What is said first of a seizure in a pregnancy is not said once more.
    """
    named = _named(emergencies)
    rest = [replace(sign, advice=without_seizure_words(sign.advice)) for sign in reversed(named[1:])]
    lines = {sign.noted.code: _line(texts, sign, place) for sign in rest if sign.advice.parts}
    masked = named and len(named) < len(emergencies)
    codes = dict.fromkeys(sign.noted.code for sign in named[1:] if sign.noted.code != named[0].noted.code)
    return [
        *(lines[code] for code in codes if code in lines),
        *(_masked_line(texts, emergencies, place) if masked else ()),
    ]


def _masked_line(texts: Texts, emergencies: Iterable[Emergency], place: Country) -> list[str]:
    """Beside one that is named: whose words these are, so that they are not read as said of that."""
    return [" ".join([f"{texts(HIDDEN_RATING)}.", *_quiet_lines(texts, emergencies, place)])]


def _quiet_lines(texts: Texts, open_signs: Iterable[Emergency], place: Country) -> list[str]:
    """Whom to call for those of them that are masked."""
    return list(quiet_lines_of(texts, place, (sign.advice for sign in open_signs)))


def _named(emergencies: Sequence[Emergency]) -> list[Emergency]:
    return [emergency for emergency in emergencies if emergency.noted.code not in MASKED]


def _line(texts: Texts, emergency: Emergency, place: Country) -> str:
    """Its name and the first step, and what holds if it has passed."""
    answered = emergency.noted.rating.answer is not None
    *before, (lead, text) = emergency.advice.parts
    first = [filled(texts, words, place) for _, words in before]
    step = f"{filled(texts, text, place).partition('. ')[0].rstrip('.')}."
    asks = not answered and emergency.advice.is_of_what_is_there
    leads = [texts(lead)] if lead else [texts(IF_NOW)] if asks else []
    sentences = [f"{texts(SYMPTOMS[emergency.noted.code])}.", *first, *leads, step, *_passed(texts, emergency, place)]
    return " ".join(sentences)


def _passed(texts: Texts, emergency: Emergency, place: Country) -> list[str]:
    lead, words = emergency.if_passed
    return [texts(lead), filled(texts, words, place)] if words else []
