"""What to say about each warning sign: one table, and which of its texts an answer and the time since then choose.

The texts are templates: ``{number}`` is the emergency number of the chosen country, ``{crisis}`` its crisis line
and ``{poison}`` its poison centre (``journal.guidance.signs_in_words`` fills them in).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal, get_args

from journal.assets import asset
from journal.core.entries import Answer, Rating
from journal.core.moments import DAY_MS, HOUR_MS
from journal.guidance.markdown import PageFault
from journal.guidance.tables import read_table
from journal.texts.marked import marked

# How soon and whom, the most urgent first. depends: the text says when it is the emergency number.
Urgency = Literal["call", "department", "depends", "today", "week"]
RANK: Mapping[Urgency, int] = {urgency: place for place, urgency in enumerate(get_args(Urgency))}

# Each is a sentence of its own: many texts of the table begin with a condition and a colon themselves.
NOT_LOOKED_AT = marked("If nobody has looked at this yet, do this.")
IF_NOW = marked("If it is happening now, or you are not sure, do this.")
IF_PASSED = marked("If it has passed, do this.")
WITH_ANOTHER = marked("As another symptom is written down with it, do this.")
_OLD_MS = 7 * DAY_MS
_SUBSTANCES = ("kratom", "opioid", "naloxone", "alcohol", "citalopram", "medicine")


@dataclass(frozen=True, slots=True)
class SignText:
    """A text of the table, and how urgent it is."""

    text: str
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class WarningSign:
    """One row. ``codes`` are the symptoms that it stands for; ``passed`` None: it has no advice of its own then.

    ``passed_within``: up to so many ms ago this is said, the last one for all that is earlier. ``asks`` is the question
    in place of "Is this happening now?", and ``asked_yes`` what follows it. ``together`` is said where one of the
    symptoms ``with_others`` was noted within a day of it, or ``over_days``: by its own words it is more urgent then;
    those of ``with_from`` count from so high a rating on. ``together_passed`` is said of it when a day has gone by.
    ``why_not_with``: signs beside which ``why`` would soothe.
    ``may_be_known``: whether "A doctor knows about this" is an answer.
    ``no_more``: "take no more" belongs to it. ``stopping``: it speaks of stopping. ``you``: what the person does, where
    ``now`` speaks to somebody beside them. ``pregnant`` stands in place of ``now`` in a pregnancy, ``pregnant_you``
    of ``you``; ``maternity`` comes first there, in the words for one that may be named and for one that may not.
    ``diabetes`` stands in place of ``now`` where that is known.
    ``sleepy``: "take nothing else that makes you sleepy" belongs to it. ``pregnant_goes_on``: ``no_more`` does not hold
    in a pregnancy, where it is "do not stop suddenly on your own"; there ``pregnant_stays`` holds for a day, whatever
    is answered. ``taken`` stands first where something was taken near it.
    ``meanwhile`` is said beside ``now``, by itself.
    """

    code: str
    name: str
    codes: tuple[str, ...]
    now: SignText
    passed: SignText | None
    passed_within: tuple[tuple[int | None, SignText], ...]
    why: str
    sources: tuple[str, ...]
    asks: str = ""
    asked_yes: SignText | None = None
    with_others: frozenset[str] = frozenset()
    with_from: Mapping[str, int] = field(default_factory=dict)
    over_days: bool = False
    together: SignText | None = None
    together_passed: SignText | None = None
    may_be_known: bool = True
    no_more: bool = False
    stopping: bool = False
    rated: bool = True
    you: str = ""
    sleepy: bool = False
    pregnant: SignText | None = None
    pregnant_you: str = ""
    maternity: Mapping[str, str] = field(default_factory=dict)
    diabetes: SignText | None = None
    pregnant_goes_on: bool = False
    pregnant_stays: SignText | None = None
    taken: SignText | None = None
    meanwhile: str = ""
    why_not_with: frozenset[str] = frozenset()

    def is_left_off(self, pregnant: bool) -> bool:
        """Whether "take no more" belongs to it for this person."""
        return self.no_more and not (pregnant and self.pregnant_goes_on)


@dataclass(frozen=True, slots=True)
class Stopping:
    """What is said of stopping: ``no_more`` with the signs that have it, ``others`` wherever stopping is spoken of.

    ``ask_first`` is said to who is about to take something beside an emergency that has no such words of its own.

    ``no_more_unnamed`` says the same without the name of a substance, for a screen that others may see. While somebody
    breathes slowly ``sleepy_others`` stands in place of ``others``, which could be read as "go on taking it".
    """

    known: str
    no_more: str
    no_more_unnamed: str
    no_more_with: str
    no_more_sources: tuple[str, ...]
    no_more_with_pregnant: str
    goes_on_with: str
    goes_on: str
    goes_on_sources: tuple[str, ...]
    ask_first: str
    ask_first_sources: tuple[str, ...]
    sleepy_with: str
    sleepy: str
    sleepy_others: str
    sleepy_sources: tuple[str, ...]
    others_of: str
    others_with: str
    others: str
    others_sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What to say about one sign: each part is what leads to it ("" for nothing) and a text of the table.

    ``once_passed``: where the last part is what holds if it has passed, how urgent that is. ``pregnant``: it is said
    to somebody whose pregnancy is written down. ``sleepy_beside``: a sign of these hours says to take nothing
    that makes sleepy, whether its advice is in sight or was closed.
    """

    code: str
    sign: WarningSign
    parts: tuple[tuple[str, str], ...]
    urgency: Urgency
    known: bool = False
    once_passed: Urgency | None = None
    pregnant: bool = False
    sleepy_beside: bool = False

    @property
    def no_more(self) -> bool:
        """Whether "take no more" is said with it."""
        return self.sign.is_left_off(self.pregnant)

    @property
    def for_the_person(self) -> str:
        """What the person does where the rest speaks to somebody beside them; "" where it speaks to the person."""
        of, texts = self.sign, [text for _, text in self.parts]
        if of.pregnant is not None and of.pregnant_you and of.pregnant.text in texts:
            return of.pregnant_you
        return of.you if (of.asked_yes or of.now).text in texts else ""

    @property
    def is_of_what_is_there(self) -> bool:
        """Whether it ends with what the table says while it is there: "if it is happening now" may lead to that."""
        of = self.sign
        there = (of.now, of.pregnant, of.diabetes, of.asked_yes, of.together)
        return bool(self.parts) and any(words is not None and words.text == self.parts[-1][1] for words in there)

    @property
    def calls_now(self) -> bool:
        """Whether "call now" heads it; what was taken near what has passed has an "if" of its own."""
        return self.urgency == "call" and (self.is_of_what_is_there or not self.of_taken)

    @property
    def meanwhile(self) -> str:
        """What is said beside what the table says while it is there; "" for nothing."""
        return self.sign.meanwhile if any(text == self.sign.now.text for _, text in self.parts) else ""

    @property
    def of_taken(self) -> str:
        """What is said first because something was taken near it; "" where that is not said."""
        taken = self.sign.taken
        return taken.text if taken is not None and any(text == taken.text for _, text in self.parts) else ""

    @property
    def no_sleepiness(self) -> bool:
        """Whether nothing else that makes sleepy is to be taken; small pupils alone do not say so."""
        return self.sign.sleepy and not self.known and self.urgency != "depends"

    @property
    def is_known_emergency(self) -> bool:
        """Whether a doctor knows of what is an emergency while it is there."""
        return self.known and RANK[self.sign.now.urgency] < RANK["depends"]


@dataclass(frozen=True, slots=True)
class Noted:
    """A warning sign that somebody rated above 0, or noted without a number."""

    code: str
    rating: Rating


# --- the table -------------------------------------------------------------------------------------------------------


@cache
def signs(language: str = "en") -> tuple[WarningSign, ...]:
    """Every row, in the order in which equally urgent ones are shown. Raises PageFault for a table not in order."""
    rows = _table(language)["sign"]
    assert isinstance(rows, dict)
    return tuple(_sign(code, fields) for code, fields in rows.items())


@cache
def stopping(language: str = "en") -> Stopping:
    """The sentences that belong to several signs."""
    table = _table(language)["shared"]
    assert isinstance(table, dict)
    return Stopping(
        table["known"], table["no_more"], table["no_more_unnamed"], table["no_more_with"],
        tuple(table["no_more_sources"]), table["no_more_with_pregnant"],
        table["goes_on_with"], table["goes_on"], tuple(table["goes_on_sources"]),
        table["ask_first"], tuple(table["ask_first_sources"]),
        table["sleepy_with"], table["sleepy"], table["sleepy_others"],
        (*table["sleepy_sources"], *table["stopping_sources"]),
        table["stopping_of"], table["stopping_with"], table["stopping"], tuple(table["stopping_sources"]),
    )  # fmt: skip


@cache
def _table(language: str) -> Mapping[str, object]:
    return read_table(asset("guidance", language, "warning-signs.toml"))


@cache
def _by_code() -> Mapping[str, WarningSign]:
    return {code: sign for sign in signs() for code in sign.codes}


def sign_of(code: str) -> WarningSign:
    """The row of a symptom that is a warning sign. Raises KeyError for any other symptom."""
    return _by_code()[code]


def is_sign(code: str | None) -> bool:
    """Whether a rating above 0 asks; the code of a symptom of one's own is ``core.warning_words.sign_code``."""
    sign = _by_code().get(code or "")
    return sign is not None and sign.rated


def _sign(code: str, fields: Mapping[str, Any]) -> WarningSign:
    rest = dict(fields)
    try:
        also, within = rest.pop("also", []), rest.pop("passed_within", [])
        passed, asked_yes = rest.pop("passed", None), rest.pop("asked_yes", None)
        pregnant, stays, taken, diabetes = (
            rest.pop(key, None) for key in ("pregnant", "pregnant_stays", "taken", "diabetes")
        )
        together, together_passed = rest.pop("together", None), rest.pop("together_passed", None)
        made = WarningSign(
            code, str(rest.pop("name")), (code, *also), sign_text(code, rest.pop("now")),
            None if passed is None else sign_text(code, passed),
            tuple(_within(code, row) for row in within), str(rest.pop("why")), tuple(rest.pop("sources")),
            asks=rest.pop("asks", ""), asked_yes=None if asked_yes is None else sign_text(code, asked_yes),
            with_others=frozenset(rest.pop("with", ())),
            with_from=rest.pop("with_from", {}), why_not_with=frozenset(rest.pop("why_not_with", ())),
            over_days=rest.pop("over_days", False),
            together=None if together is None else sign_text(code, together),
            together_passed=None if together_passed is None else sign_text(code, together_passed),
            may_be_known=rest.pop("known", True), no_more=rest.pop("no_more", False),
            stopping=rest.pop("stopping", False), rated=rest.pop("rated", True),
            you=str(rest.pop("you", "")), sleepy=rest.pop("sleepy", False),
            pregnant=None if pregnant is None else sign_text(code, pregnant),
            pregnant_you=str(rest.pop("pregnant_you", "")), maternity=rest.pop("maternity", {}),
            diabetes=None if diabetes is None else sign_text(code, diabetes),
            pregnant_stays=None if stays is None else sign_text(code, stays),
            pregnant_goes_on=rest.pop("pregnant_goes_on", False),
            taken=None if taken is None else sign_text(code, taken), meanwhile=rest.pop("meanwhile", ""),
        )  # fmt: skip
    except KeyError as missing:
        raise PageFault(f"warning sign {code}: {missing} is missing") from missing
    words_given = (made.together is not None, made.together_passed is not None)
    with_and_said = words_given == (bool(made.with_others),) * 2
    if rest or not made.sources or (made.passed is None and made.asked_yes is None) or not with_and_said:
        raise PageFault(f"warning sign {code}: a field is missing or unknown")
    return made


def sign_text(code: str, fields: object) -> SignText:
    """A text of a table with its urgency. Raises PageFault where one of the two is missing or not known."""
    match fields:
        case {"urgency": "call" | "department" | "depends" | "today" | "week" as urgency, "text": str(text)} if text:
            return SignText(text, urgency)
    raise PageFault(f"{code}: a text is missing or its urgency is not known")


def _within(code: str, fields: Mapping[str, Any]) -> tuple[int | None, SignText]:
    hours = fields.get("hours")
    return None if hours is None else hours * HOUR_MS, sign_text(code, fields)


# --- what an answer chooses ------------------------------------------------------------------------------------------


def advice(code: str, answer: Answer | None, age_ms: int | None, together: bool = False) -> Advice:
    """What to say about a sign; ``age_ms`` is the time since then, None where it is not known, below 0 in the future.

    ``together``: another symptom that makes it more urgent was there, too (``guidance.signs_together``).

    Where it cannot be known how long ago it was, it is said as if it were now. Raises KeyError for what is no sign.
    Example: chest pain that has passed, two hours ago: "Call {number}. It was within the last 12 hours."
    """
    sign = sign_of(code)
    if together and sign.together is not None and sign.together_passed is not None:
        return _with_another(sign, code, answer, age_ms)
    if answer is Answer.KNOWN and sign.may_be_known:
        return Advice(code, sign, ((stopping().known, sign.now.text),), "week", known=True)
    urgent = answer in (Answer.YES, Answer.NOT_SURE)
    if sign.asked_yes is not None:
        return _one(code, sign, sign.asked_yes if urgent else sign.now)
    if urgent or age_ms is None or age_ms < 0:
        return _one(code, sign, sign.now)
    passed = passed_text(sign, age_ms)
    if answer is not Answer.PASSED and age_ms < DAY_MS:
        most = min(sign.now.urgency, passed.urgency, key=RANK.__getitem__)
        both = (IF_NOW, sign.now.text), (IF_PASSED, passed.text)
        return Advice(code, sign, both, most, once_passed=passed.urgency)
    return _one(code, sign, passed, NOT_LOOKED_AT if age_ms > _OLD_MS else "")


def _with_another(sign: WarningSign, code: str, answer: Answer | None, age_ms: int | None) -> Advice:
    """As if it were there now for a day and wherever it is said to be; then by how long ago it was."""
    assert sign.together is not None and sign.together_passed is not None
    if answer in (Answer.YES, Answer.NOT_SURE) or age_ms is None or age_ms < DAY_MS:
        return _one(code, sign, sign.together, WITH_ANOTHER)
    return _one(code, sign, sign.together_passed, NOT_LOOKED_AT if age_ms > _OLD_MS else WITH_ANOTHER)


def passed_text(sign: WarningSign, age_ms: int) -> SignText:
    """What is said of a sign that has passed, so long after it was there."""
    for until, words in sign.passed_within:
        if until is None or age_ms <= until:
            return words
    return sign.passed or sign.now


def _one(code: str, sign: WarningSign, words: SignText, lead: str = "") -> Advice:
    return Advice(code, sign, ((lead, words.text),), words.urgency)


def advise(noted: Iterable[Noted], now_ms: int, together: Collection[str] = ()) -> list[Advice]:
    """What to say about these, the most urgent first; each symptom once, by its most urgent rating.

    ``together`` are the ids of the ratings beside which another symptom makes the sign more urgent.
    """
    by_code: dict[str, Advice] = {}
    for sign in noted:
        age_ms = now_ms - sign.rating.at.utc_ms
        new = advice(sign.code, sign.rating.answer, age_ms, sign.rating.id in together)
        old = by_code.get(new.code)
        if old is None or _weight(new) < _weight(old):
            by_code[new.code] = new
    return most_urgent_first(by_code.values())


def most_urgent_first(advised: Iterable[Advice]) -> list[Advice]:
    """In the order of urgency; of equally urgent ones in the order of the table."""
    return sorted(advised, key=place_of)


def place_of(advised: Advice) -> tuple[int, int]:
    """Its place among others: how urgent it is, and where it stands in the table.

    An emergency that a doctor knows of stays before what waits for a doctor today.
    """
    urgency: Urgency = "depends" if advised.is_known_emergency else advised.urgency
    return RANK[urgency], _places()[advised.sign.code]


@cache
def _places() -> Mapping[str, int]:
    return {sign.code: place for place, sign in enumerate(signs())}


def _weight(advised: Advice) -> tuple[int, bool]:
    return RANK[advised.urgency], advised.known


# --- what was noted --------------------------------------------------------------------------------------------------


def noted_in(entries: Iterable[object], codes: Mapping[str, str | None]) -> list[Noted]:
    """The warning signs among some entries; ``codes`` are those of the symptoms (``sign_code``) by their ids."""
    return list(_noted(entries, codes))


def _noted(entries: Iterable[object], codes: Mapping[str, str | None]) -> Iterator[Noted]:
    for entry in entries:
        if isinstance(entry, Rating) and entry.value != 0 and entry.deleted_ms is None:
            code = codes.get(entry.symptom)
            if code is not None and is_sign(code):
                yield Noted(code, entry)


def newly_there(before: Rating | None, now: Rating) -> bool:
    """Whether saving this asks: a sign above 0 that is new, has another number, or was never answered about."""
    return before is None or before.value != now.value or now.answer is None


def with_answer(noted: Noted, answer: Answer | None) -> Noted:
    """The same sign as answered."""
    return replace(noted, rating=replace(noted.rating, answer=answer))


def names_substance(text: str) -> bool:
    """Whether a "why" says what somebody may take; then it is not shown where others may see it."""
    return any(substance in text.casefold() for substance in _SUBSTANCES)


def question_of(code: str) -> tuple[str, tuple[Answer, ...]]:
    """What is asked about a sign, and the answers that are offered. Raises KeyError for no sign."""
    asked = sign_of(code)
    if asked.asks:
        return asked.asks, (Answer.YES, Answer.NOT_SURE, Answer.NO)
    offered = (Answer.YES, Answer.NOT_SURE, Answer.PASSED)
    return marked("Is this happening now?"), (*offered, Answer.KNOWN) if asked.may_be_known else offered
