"""What to do about the signs of the last day in words: the emergencies first, then what is less urgent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
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
    is_to_be_named,
    open_emergencies,
    sees_pressure,
    signs_that_are_none,
    signs_to_leave_off,
)
from journal.guidance.recent_pressure import ReadRecent, recent_high
from journal.guidance.signs_in_words import ANSWERS, about_stopping, filled, quiet_lines_of, titled, to_do_at_once
from journal.guidance.warning_signs import IF_NOW, place_of, stopping
from journal.texts import Texts
from journal.texts.measured import pressure_text
from journal.texts.names import PRIVATE_RATING, SYMPTOMS


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

    Whether its advice was closed, and whether a doctor knows about it, does not matter here.
    """
    first, high = first_in_journal(texts, journal, now_ms, place), recent_high(journal, now_ms)
    measured = []
    if high is not None and not high.measured.private:
        numbers = pressure_text(texts, high.measured.systolic, high.measured.diastolic)
        measured.append(texts("Saved as {pressure}.", pressure=numbers))
    return *first, *measured, *less_urgent_lines(texts, signs_that_are_none(journal, now_ms), now_ms, place)


def emergency_first(
    texts: Texts, emergencies: Sequence[Emergency], now_ms: int, place: Country, beside: HighPressure | None = None
) -> tuple[str, ...]:
    """Which they are, and what to do about each, the most urgent first; nothing where there are none.

    ``beside``: a high blood pressure that is spoken of as well. In a pregnancy, a seizure comes first.

    Example: ("First: Seizure, today 10:20; Fainting, today 10:05", "Seizure. Call 911. ...", "Fainting. Call 911.").
    """
    return *_most_urgent(texts, emergencies, now_ms, place, beside), *_others(texts, emergencies, place)


def in_short(
    texts: Texts, emergencies: Sequence[Emergency], now_ms: int, place: Country, beside: HighPressure | None = None
) -> str:
    """In a line above every place: which they are, the first step for the most urgent, and of masked ones whom to call.

    What holds for each, and if it has passed, stands on Today and under Emergency.
    """
    named = _named(emergencies)
    alone = [replace(emergency, if_passed=("", "")) for emergency in emergencies]
    steps = _most_urgent(texts, alone, now_ms, place, beside)[:2]
    beside_named = 0 < len(named) < len(emergencies)
    return in_one_line((*steps, *(_masked_line(texts, emergencies, place) if beside_named else ())))


def less_urgent_in_short(texts: Texts, less_urgent: Sequence[Emergency], now_ms: int, place: Country) -> str:
    """The same of signs that are no emergency, where none is open; "" for none."""
    if not less_urgent:
        return ""
    signs = "; ".join(_titles(texts, less_urgent, now_ms))
    return " ".join([texts("Open: {signs}.", signs=signs), *_first_step(texts, less_urgent, place)])


def _titles(texts: Texts, signs: Iterable[Emergency], now_ms: int) -> list[str]:
    """Which they are, each once; of which a doctor knows is said behind it."""
    known = texts(ANSWERS[Answer.KNOWN])
    titles = (
        texts("{sign} ({answer})", sign=title, answer=known) if sign.advice.known else title
        for sign in signs
        for title in [titled(texts, sign.noted, now_ms)]
    )
    return list(dict.fromkeys(titles))


def _first_step(texts: Texts, less_urgent: Sequence[Emergency], place: Country) -> list[str]:
    """About the most urgent one that may be named; of masked ones whom to call."""
    named = _named(less_urgent)
    first = next((sign for sign in named if not sign.advice.known), named[0] if named else None)
    steps = [] if first is None else _saying_whose(texts, first, less_urgent, _lines_of(texts, first, place))
    if len(named) == len(less_urgent):
        return steps
    quiet = " ".join(_quiet_lines(texts, less_urgent, place))
    return [*steps, f"{texts(PRIVATE_RATING)}. {quiet}" if named else quiet]


def less_urgent_lines(texts: Texts, less_urgent: Sequence[Emergency], now_ms: int, place: Country) -> list[str]:
    """A line for each of them."""
    return [less_urgent_in_short(texts, [emergency], now_ms, place) for emergency in less_urgent]


def _most_urgent(
    texts: Texts, emergencies: Sequence[Emergency], now_ms: int, place: Country, beside: HighPressure | None = None
) -> tuple[str, ...]:
    """Which all of them are, and what to do about the first that may be named."""
    if not emergencies:
        return ()
    first = texts("First: {signs}", signs="; ".join(_titles(texts, emergencies, now_ms)))
    with_seizure = seizure_words(texts, emergencies, place, [beside] if beside is not None else [])
    alone = [filled(texts, words, place) for emergency in emergencies for words in seizure_words_in(emergency.advice)]
    return first, *(with_seizure or alone[:1]), *_what_to_do(texts, emergencies, place)


def _saying_whose(texts: Texts, of: Emergency, among: Sequence[Emergency], lines: Iterable[str]) -> list[str]:
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


def about_more(
    texts: Texts, emergencies: Iterable[Emergency], beside: HighPressure | None = None, pregnant: bool = False
) -> list[str]:
    """What belongs to these about taking more, for who is about to: whether to take any comes first.

    Every emergency has such words, and so has a very high pressure ``beside`` them; those of its own, or to ask first.
    """
    emergencies, shared = list(emergencies), stopping()
    sentences = about_stopping(texts, [emergency.advice for emergency in emergencies])
    own = [words for words in map(texts, (shared.no_more_unnamed, shared.goes_on)) if words in sentences]
    if own or not (emergencies or beside):
        return [*own, *(words for words in sentences if words not in own)]
    return [texts(shared.goes_on if pregnant else shared.ask_first), *sentences]


def first_at_taking(
    texts: Texts,
    journal: ReadRecent,
    now_ms: int,
    place: Country,
    beside: HighPressure | None = None,
    told_ids: Iterable[str] = (),
) -> tuple[tuple[str, ...], list[str]]:
    """What is said first to who takes something, and what follows: about taking more, and the pressure ``beside``.

    ``told_ids`` are the ratings of which it is told anyway. Nothing where no sign is an emergency, nor one for
    which the product is left off, nor the pressure very high.
    """
    told, every = {*told_ids}, open_emergencies(journal, now_ms)
    emergencies = [emergency for emergency in every if emergency.noted.rating.id not in told]
    others = _others(texts, emergencies, place)
    left_off = [emergency for emergency in signs_to_leave_off(journal, now_ms) if emergency.noted.rating.id not in told]
    first = _most_urgent(texts, emergencies, now_ms, place, beside)
    too = _open_too(journal, now_ms, left_off, told.union(emergency.noted.rating.id for emergency in every))
    if not first:
        return _no_emergency_first(texts, left_off, too, now_ms, place, None if every and not left_off else beside)
    waits = sees_pressure(emergencies)
    pressures = pressures_in_lines(texts, [beside] if beside else [], now_ms, place, after_emergency=waits)
    urgent = beside_the_call(texts, emergencies, beside, now_ms, place) if beside else []
    no_more, *of_stopping = about_more(texts, [*emergencies, *left_off])
    for words in _urgent_beside(texts, emergencies, beside, place) if beside else []:  # said in sight
        pressures = [line.replace(f"{words} ", "") for line in pressures]
    sleepy = texts(stopping().sleepy)
    nothing_sleepy = [sleepy] if any(line.startswith(sleepy) for line in of_stopping) else []
    of_stopping = [line.removeprefix(sleepy).lstrip() for line in of_stopping]
    also = [texts("Also open: {signs}.", signs="; ".join(_titles(texts, too, now_ms)))] if too else []
    # The line that is never folded away; what makes sleepy may be what is about to be taken.
    in_sight = " ".join(filter(None, (*others, *urgent, no_more, *nothing_sleepy, *also)))
    return first, [*([in_sight] if in_sight else []), *of_stopping, *pressures]


def beside_the_call(
    texts: Texts, emergencies: Sequence[Emergency], beside: HighPressure, now_ms: int, place: Country
) -> list[str]:
    """What is in sight of a pressure, which is named with its figure and time."""
    urgent = _urgent_beside(texts, emergencies, beside, place)
    return [f"{pressure_title(texts, beside, now_ms)}. {words}" for words in urgent]


def _urgent_beside(texts: Texts, emergencies: Sequence[Emergency], beside: HighPressure, place: Country) -> list[str]:
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


def _open_too(
    journal: ReadRecent, now_ms: int, left_off: Iterable[Emergency], told_ids: Collection[str]
) -> list[Emergency]:
    """What else is open, the most urgent first: signs with which the product is left off, and what waits."""
    waiting = filter(is_to_be_named, signs_that_are_none(journal, now_ms))
    by_id = {sign.noted.rating.id: sign for sign in (*waiting, *left_off) if sign.noted.rating.id not in told_ids}
    return sorted(by_id.values(), key=lambda sign: place_of(sign.advice))


def _no_emergency_first(
    texts: Texts,
    left_off: Sequence[Emergency],
    too: Sequence[Emergency],
    now_ms: int,
    place: Country,
    beside: HighPressure | None,
) -> tuple[tuple[str, ...], list[str]]:
    """Where no sign is an emergency: of those with which the product is left off, or of the pressure alone.

    All that is open (``too``) is named in one line, before what to do about the most urgent of them.
    """
    if left_off:
        return _left_off_first(texts, left_off, too, now_ms, place, beside)
    if beside is None or (beside.is_raised_only and not beside.headache):
        return (), []
    title = texts("First: {what}", what=pressure_title(texts, beside, now_ms))
    return (title, *pressure_advice(texts, beside, now_ms, place)), about_more(texts, (), beside, beside.pregnant)


def _left_off_first(
    texts: Texts,
    left_off: Sequence[Emergency],
    too: Sequence[Emergency],
    now_ms: int,
    place: Country,
    beside: HighPressure | None,
) -> tuple[tuple[str, ...], list[str]]:
    """The same where no sign is an emergency; a high blood pressure comes before a sign that is none."""
    titles, (most_urgent, *others) = "; ".join(_titles(texts, too, now_ms)), left_off
    no_more, *of_stopping = about_more(texts, left_off)
    steps = _saying_whose(texts, most_urgent, too, _lines_of(texts, most_urgent, place))
    lines = [(titled(texts, sign.noted, now_ms), " ".join(_lines_of(texts, sign, place))) for sign in others]
    rest = [f"{title}. {what_to_do}" for title, what_to_do in lines]
    if beside is None:
        return (titles, " ".join(steps)), [no_more, *rest, *of_stopping]
    first = pressure_title(texts, beside, now_ms), " ".join(pressure_advice(texts, beside, now_ms, place))
    return first, [no_more, f"{titles}. {' '.join(steps)}", *rest, *of_stopping]


def _lines_of(texts: Texts, emergency: Emergency, place: Country) -> list[str]:
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
    return _saying_whose(texts, named[0], emergencies, lines)


def _others(texts: Texts, emergencies: Sequence[Emergency], place: Country) -> list[str]:
    """A line for each that is not the most urgent one; whom to call, for those that are not named."""
    named = _named(emergencies)
    lines = {emergency.noted.code: _line(texts, emergency, place) for emergency in reversed(named[1:])}
    masked = named and len(named) < len(emergencies)
    first = named[0].noted.code if named else ""
    return [
        *(lines[code] for code in dict.fromkeys(emergency.noted.code for emergency in named[1:]) if code != first),
        *(_masked_line(texts, emergencies, place) if masked else ()),
    ]


def _masked_line(texts: Texts, emergencies: Iterable[Emergency], place: Country) -> list[str]:
    """Beside one that is named: whose words these are, so that they are not read as said of that."""
    return [" ".join([f"{texts(PRIVATE_RATING)}.", *_quiet_lines(texts, emergencies, place)])]


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
