"""Advice about warning signs in words: with the numbers of the chosen country, and as one list after an import."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import chain

from journal.core.entries import Answer
from journal.core.moments import DAY_MS, Moment
from journal.core.symptoms import MASKED
from journal.guidance.help_lines import Country, HelpLine, country
from journal.guidance.own_lines import read_own, with_own
from journal.guidance.poison_line import with_poison_line
from journal.guidance.warning_signs import RANK, Advice, Noted, advice, advise, most_urgent_first, stopping
from journal.texts import Texts
from journal.texts.marked import marked
from journal.texts.names import HIDDEN_RATING, SYMPTOMS
from journal.texts.unbroken import unbroken

_RECENT_MS = 7 * DAY_MS
_DAYS_NAMED = 5
_TELLING = ("suicid", "crisis")  # in the names of some lines: beside "Hidden rating" they would say what was rated
_NIGHT_ENDS = 6  # o'clock
# Beside what the table says of a sign that is there, until help comes.
ON_THE_SIDE = marked("Lay the person on their side if they are breathing.")
LAID_DOWN = frozenset({"slow_breathing"})  # these may be unconscious, and their text does not say how to lie
SAY_WHAT = marked("Say what was taken, how much and when, and name other medicines.")
ANSWERS: dict[Answer, str] = marked(
    {
        Answer.YES: "Yes",
        Answer.NOT_SURE: "Not sure",
        Answer.PASSED: "It has passed",
        Answer.KNOWN: "A doctor knows about this",
        Answer.NO: "No",
    }
)


def country_of(code: str | None, own: str = "") -> Country:
    """The country of a code; for none, or one that is not known, the one that stands for every other.

    ``own`` are the person's changes as the device file keeps them.
    """
    return with_own(country(code), read_own(own))


def has_digits(place: Country) -> bool:
    """Whether the country's emergency number is known; the fallback has words in its place."""
    return any(letter.isdecimal() for letter in place.emergency)


def known_number(place: Country) -> str:
    """The emergency number, "" where it is not known."""
    return place.emergency if has_digits(place) else ""


def number_in(texts: Texts, place: Country) -> str:
    """The emergency number as it stands in a sentence."""
    return known_number(place) or texts("your local emergency number")


def crisis_in(texts: Texts, place: Country) -> str:
    """The crisis line as it stands in a sentence; where lines speak different languages, one of each."""
    lines = place.of_kind("crisis")
    if not lines:
        return texts("a crisis line near you")
    spoken = tuple({line.language: line for line in reversed(lines) if line.language}.values())[::-1]
    if len(spoken) < 2:
        return _named(texts, lines[0])
    named = (_named(texts, line, texts(line.language)) for line in spoken)
    return reduce(lambda before, other: texts("{before} or {other}", before=before, other=other), named)


def poison_in(texts: Texts, place: Country) -> str:
    """Whom to ask about too much, as it stands in a sentence; where regions have lines of their own, two of them."""
    named = [_named(texts, line) for line in place.for_poisons[:2]]
    if not named:
        return texts("a poison centre near you")
    return reduce(lambda before, other: texts("{before} or {other}", before=before, other=other), named)


def without_crisis_line(texts: Texts, place: Country) -> str:
    """What is said where a chosen country has no crisis line here; "" where it has one, or where none is chosen."""
    if not place.code or place.of_kind("crisis"):
        return ""
    if any(line.kind == "crisis" for line in place.hidden):
        return texts("You have hidden the crisis line. Settings, Help lines shows it again.")
    return texts("There is no verified crisis line for {country} in this program.", country=texts(place.name))


def quiet_lines_of(texts: Texts, country: Country, advised: Iterable[Advice]) -> Iterator[str]:
    """What is done beside a rating that is masked, in words that anybody may read; of some lines the number alone.

    No less than its card says, of what is there and of what has passed; the emergency number stands there always: it
    names no sign. First, of what is ``advised``, that what was taken may be too much.
    """
    advised = [item for item in advised if item.code in MASKED]
    too_much = dict.fromkeys(item.of_taken for item in advised if item.of_taken)
    yield from (unbroken(filled(texts, words, country)) for words in too_much)
    now = any(item.calls_now for item in advised)
    yield from _while_there(texts, country, advised) if now else _once_passed(texts, country, advised)


def _while_there(texts: Texts, country: Country, advised: Iterable[Advice]) -> Iterator[str]:
    if country.of_kind("crisis"):
        yield texts("Call {line} or someone you trust, now.", line=_line_to_call(texts, country))
    else:
        yield texts("Talk to someone you trust, now.")
        yield _without_line(texts, country)
    yield texts("If you are in danger: call {number}.", number=unbroken(number_in(texts, country)))
    yield from beside_what_is_there(texts, advised)


def _once_passed(texts: Texts, country: Country, advised: Iterable[Advice]) -> Iterator[str]:
    """The table's own words: it is told to somebody today, and what could harm is put out of reach."""
    line, number = _line_to_call(texts, country), unbroken(number_in(texts, country))
    passed = dict.fromkeys(item.sign.passed.text for item in advised if item.sign.passed is not None)
    yield from (texts(words, crisis=line, number=number) for words in passed)
    if not country.of_kind("crisis"):
        yield _without_line(texts, country)


def _line_to_call(texts: Texts, country: Country) -> str:
    """The crisis line without a name that tells what it is for."""
    if not country.of_kind("crisis"):
        return texts("a line to talk to near you")
    lines = tuple(replace(line, name=line.number) if _tells(line.name) else line for line in country.lines)
    return unbroken(crisis_in(texts, replace(country, lines=lines)))


def _without_line(texts: Texts, country: Country) -> str:
    if country.code:
        return texts("This program has no verified line to talk to for {country}.", country=texts(country.name))
    return texts("No line to talk to stands here, because no country is chosen yet.")


def _tells(name: str) -> bool:
    return any(word in name.casefold() for word in _TELLING)


def _named(texts: Texts, line: HelpLine, language: str = "") -> str:
    """The name with number and language behind it, and its hours if it has some; a number in the name is said once."""
    number = "" if line.number in line.name.split() else line.number
    hours = "" if line.always_open else texts("open: {hours}", hours=texts(line.hours))
    behind = ", ".join(part for part in (number, language, hours) if part)
    return f"{line.name} ({behind})" if behind else line.name


def titled(texts: Texts, noted: Noted, now_ms: int) -> str:
    """Which entry is meant: "Chest pain, today 15:24"; a masked sign is not named."""
    name = texts(HIDDEN_RATING if noted.code in MASKED else SYMPTOMS[noted.code])
    return texts("{sign}, {when}", sign=name, when=when_noted(texts, noted.rating.at, now_ms))


def when_noted(texts: Texts, at: Moment, now_ms: int) -> str:
    """When it was: "today 15:24"; in the night, when the day before may still be called today, "Sun 15:24"."""
    now, local = Moment(now_ms, at.offset_s, at.zone).local, at.local
    if now.hour < _NIGHT_ENDS and 0 <= (now.date() - local.date()).days <= 1:
        return texts("{day} {time}", day=texts.short_weekday(local.weekday()), time=texts.time(local))
    return texts.when(local, now.date())


def filled(texts: Texts, text: str, place: Country) -> str:
    """A text of the table with the country's numbers."""
    words = texts(text, number=number_in(texts, place), crisis=crisis_in(texts, place), poison=poison_in(texts, place))
    return with_poison_line(words, place)


def sentences(texts: Texts, item: Advice, place: Country) -> list[str]:
    """The advice, what to do first at the beginning."""
    return [
        f"{texts(lead)} {filled(texts, text, place)}" if lead else filled(texts, text, place)
        for lead, text in item.parts
    ]


def to_do_at_once(texts: Texts, item: Advice, place: Country, lead: str = "") -> list[str]:
    """What to do about one sign: the first step, then what the person does who reads it, then somebody beside them.

    Only one line where the table has the same words for everybody. ``lead`` stands before what the table says of the
    sign while it is there; what makes it more urgent comes before that, a line each.
    """
    lead = lead if item.is_of_what_is_there else ""
    *before, (own_lead, text) = item.parts
    more_urgent = sentences(texts, replace(item, parts=tuple(before)), place)
    words, lead = filled(texts, text, place), texts(own_lead or lead) if own_lead or lead else ""
    if not item.for_the_person:
        return [*more_urgent, f"{lead} {words}" if lead else words]
    step = f"{words.partition('. ')[0]}."
    return [
        *more_urgent,
        f"{lead} {step}" if lead else step,
        texts("If it is you, do this. {what_to_do}", what_to_do=filled(texts, item.for_the_person, place)),
        texts("If it is somebody with you, do this. {what_to_do}", what_to_do=words),
    ]


def beside_what_is_there(texts: Texts, shown: Iterable[Advice]) -> list[str]:
    """What is said beside these until somebody is there; each once."""
    return [texts(words) for words in dict.fromkeys(item.meanwhile for item in shown) if words]


def about_stopping(texts: Texts, shown: Iterable[Advice], beside: Iterable[Advice] = ()) -> list[str]:
    """What belongs to these about taking more and about stopping; each sentence once. It names nothing to leave off.

    ``beside``: what else is shown with them. Where one of all these says to take nothing that makes sleepy, what can
    come of stopping such things is said with that, in words that cannot be read as "go on taking it".
    """
    shown, beside = list(shown), list(beside)
    no_more = any(item.no_more for item in shown)
    goes_on = any(item.pregnant for item in shown) and not any(item.no_more for item in (*shown, *beside))
    of_stopping = no_more or goes_on or any(item.sign.stopping for item in shown)
    beside_it = of_stopping and any(item.sleepy_beside for item in shown)
    lines = [nothing_sleepy(texts)] if beside_it or any(item.no_sleepiness for item in shown) else []
    if no_more:
        lines.append(texts(stopping().no_more_unnamed))
    if goes_on:
        lines.append(texts(stopping().goes_on))
    is_said = beside_it or any(item.no_sleepiness for item in (*shown, *beside))
    if of_stopping and not is_said:
        lines.append(others_to_stop(texts))
    return lines


def nothing_sleepy(texts: Texts) -> str:
    """To take nothing that makes sleepy now, and what stopping such things can do: one message."""
    return f"{texts(stopping().sleepy)} {texts(stopping().sleepy_others)}"


def others_to_stop(texts: Texts) -> str:
    """What stopping alcohol and certain medicines suddenly can do."""
    return f"{texts(stopping().others_of)} {texts(stopping().others)}"


def advice_lines(
    texts: Texts,
    noted: Sequence[Noted],
    now_ms: int,
    place: Country,
    together: Collection[str] = (),
    masked: Collection[str] = (),
    around: Callable[[Advice], Advice] = lambda advised: advised,
) -> list[str]:
    """What is printed after ratings were saved: a line for each sign, the most urgent first.

    ``together`` are the ids of ratings beside which another symptom makes the sign more urgent.
    ``around`` puts first what the journal knows that is more urgent.
    """
    advised = most_urgent_first(map(around, advise(noted, now_ms, together)))
    return lines_on(texts, advised, place, masked)


def lines_on(
    texts: Texts, shown: Sequence[Advice], place: Country, masked: Collection[str] = (), of_somebody: bool = False
) -> list[str]:
    """A line for each advice, in this order, before it what the person does; then about taking more and stopping.

    ``masked`` are the codes of signs that are not named. ``of_somebody``: it was written down about somebody else, so
    what the person does stands behind all of them.
    """
    named = [
        (texts(HIDDEN_RATING if item.code in masked else SYMPTOMS.get(item.code, item.sign.name)), item)
        for item in shown
    ]
    to_do_lines = [
        f"{name}. {' '.join(sentences(texts, item, place))}" if item.parts else ""  # said before all of them
        for name, item in named
    ]
    yours = [_for_the_person(texts, [named_advice], place) for named_advice in named]
    apart = [[*own, line] for own, line in zip(yours, to_do_lines, strict=True)]
    lines = [to_do_lines, *yours] if of_somebody else apart
    lines = [*lines, beside_what_is_there(texts, shown)]
    return [*dict.fromkeys(filter(None, chain.from_iterable(lines))), *about_stopping(texts, shown)]


def _for_the_person(texts: Texts, named: Iterable[tuple[str, Advice]], place: Country) -> list[str]:
    """A line for each sign about which the rest speaks to somebody beside the person, each once."""
    yours = ((name, filled(texts, item.for_the_person, place)) for name, item in named if item.for_the_person)
    person_lines = (texts("{sign}, if it is you. {what_to_do}", sign=name, what_to_do=text) for name, text in yours)
    return list(dict.fromkeys(person_lines))


# --- one list after an import ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """Ratings of one sign about which the same is said, the newest first."""

    name: str
    advice: str
    noted: list[Noted]


def list_after_import(
    texts: Texts,
    noted: Iterable[Noted],
    now_ms: int,
    place: Country,
    together: Collection[str] = (),
    around: Callable[[Advice, Noted], Advice] = lambda advised, _noted: advised,
    masked: Collection[str] = (),
) -> list[str]:
    """One list: recent signs one by one, the most urgent and then the newest first; older ones of a kind with their
    days; then about stopping.

    A sign that bears a time later than ``now_ms`` is said to do so, and is advised on as if it were now. ``together``
    are the ids of ratings beside which another symptom makes the sign more urgent; ``around`` puts first what else is
    more urgent, by when the sign was there; ``masked`` are the ids of ratings whose sign is not named, nor by its
    advice where that would do so.
    """
    newest = sorted(noted, key=lambda sign: sign.rating.at.utc_ms, reverse=True)
    advised = [(sign, _advised_in_list(sign, now_ms, together, around)) for sign in newest]
    lines: dict[tuple[str, str, str], _Line] = {}
    named: list[tuple[str, Advice]] = []
    for sign, chosen in sorted(advised, key=lambda pair: _place_in_list(pair[0], pair[1], now_ms)):
        age = now_ms - sign.rating.at.utc_ms
        name = texts(HIDDEN_RATING if sign.rating.id in masked else SYMPTOMS[sign.code])
        named.append((name, chosen))
        words = " ".join(sentences(texts, chosen, place))
        if sign.rating.id in masked and sign.code in MASKED:
            words = " ".join(quiet_lines_of(texts, place, [chosen]))
        one_day = texts.short_day(sign.rating.at.local.date()) if age <= _RECENT_MS else ""
        line = lines.setdefault((name, words, one_day), _Line(name, words, []))
        line.noted.append(sign)
    of_signs = [f"{_days(texts, row.noted, now_ms)}: {row.name}. {row.advice}".rstrip() for row in lines.values()]
    return [
        *of_signs,
        *_for_the_person(texts, named, place),
        *beside_what_is_there(texts, (item for sign, item in advised if sign.rating.id not in masked)),
        *about_stopping(texts, [advice_given for _, advice_given in named]),
    ]


def _advised_in_list(
    sign: Noted, now_ms: int, together: Collection[str], around: Callable[[Advice, Noted], Advice]
) -> Advice:
    age = now_ms - sign.rating.at.utc_ms
    return around(advice(sign.code, sign.rating.answer, age, sign.rating.id in together), sign)


def _place_in_list(sign: Noted, advised: Advice, now_ms: int) -> int:
    """The urgency of a recent one; the older ones stand behind these, however urgent."""
    recent = now_ms - sign.rating.at.utc_ms <= _RECENT_MS
    return RANK[advised.urgency] if recent else len(RANK)


def _days(texts: Texts, noted: Sequence[Noted], now_ms: int) -> str:
    days = list(dict.fromkeys(texts.short_day(sign.rating.at.local.date()) for sign in noted))
    days_text = ", ".join(days[:_DAYS_NAMED])
    if len(days) > _DAYS_NAMED:
        more = texts.plural("{n} more day", "{n} more days", len(days) - _DAYS_NAMED)
        days_text = texts("{days} and {more}", days=days_text, more=more)
    if noted[0].rating.at.utc_ms > now_ms:
        days_text = texts("{days} (later than this computer's clock)", days=days_text)
    return days_text
