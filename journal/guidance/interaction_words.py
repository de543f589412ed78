"""The result of a check in words: what each level asks for, what stands beside it, and the four empty results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from journal.core import limits
from journal.guidance.help_lines import Country
from journal.guidance.interactions import Advice, Circumstance, Evidence, InteractionClass, Level
from journal.guidance.level_words import ASK_TODAY, IF_PRESCRIBED, columns_inside, condition_of, is_not_to_be_mixed_now
from journal.guidance.matching import Checked, CheckedName, ColumnLevel, Finding
from journal.guidance.raised import because_words
from journal.guidance.recognising import folded_name
from journal.guidance.values import Statement
from journal.guidance.warning_signs import stopping
from journal.texts import Texts
from journal.texts.health_names import CONDITIONS
from journal.texts.marked import marked, marked_plural

CONDITION_NAMES: Mapping[Circumstance, str] = marked({
    Circumstance.LIVER: "Liver condition",
    Circumstance.HEART: "Heart condition",
    Circumstance.SEIZURES: "Seizures",
    Circumstance.SLEEP_APNOEA: "Sleep apnoea",
    Circumstance.PREGNANCY: "Pregnancy",
    Circumstance.BREASTFEEDING: "Breastfeeding",
    Circumstance.LUNG_DISEASE: "Lung disease",
    Circumstance.KIDNEY: "Kidney condition",
    Circumstance.MENTAL_ILLNESS: "Mental health",
})  # fmt: skip
# Whom to ask; the other levels ask nobody.
WHOM: Mapping[Level, str] = marked({
    Level.CALL_TODAY: "Call your prescriber, a pharmacist or the out-of-hours line today.",
    Level.ASK_WITHIN_DAYS: "Ask your prescriber or a pharmacist within days.",
    Level.ASK_FIRST: "Ask a pharmacist before you take both.",
})  # fmt: skip
# The same where it holds under a condition alone, and what holds otherwise: the condition stands in the sentence.
_UNDER: Mapping[Level, str] = marked({
    Level.CALL_TODAY: "{if_so}: call your prescriber, a pharmacist or the out-of-hours line today.",
    Level.DO_NOT_MIX: "{if_so}: do not take it together with kratom.",
    Level.ASK_WITHIN_DAYS: "{if_so}: ask your prescriber or a pharmacist within days.",
    Level.ASK_FIRST: "{if_so}: ask a pharmacist before you take both.",
})  # fmt: skip
_OTHERWISE: Mapping[Level, str] = marked({
    Level.DO_NOT_MIX: "Otherwise do not take it together with kratom.",
    Level.ASK_WITHIN_DAYS: "Otherwise ask your prescriber or a pharmacist within days.",
    Level.ASK_FIRST: "Otherwise ask a pharmacist before you take both.",
})  # fmt: skip
# In place of a condition that could tell which medicine is kept private.
_NOT_TOLD = marked("If what your list says of it holds for you")
EVIDENCE: Mapping[Evidence, str] = marked({
    "human": "a study in people",
    "case": "published cases",
    "animal": "animals",
    "laboratory": "laboratory or a model",
    "medicine": "the other substance’s own effects",
    "none": "nothing with kratom found",
})  # fmt: skip

NOTHING_ENTERED = marked("Nothing is entered here. That is not the same as taking nothing.")
NOT_RECOGNISED = marked("It was not checked. Look at the label, or ask a pharmacist.")
NOTHING_IN_LIST = marked("We have nothing to quote. That does not mean it is safe.")
# Beside what is not in the list: the page of the signs, as it may harm the liver or the heart all the same.
WATCH_FOR = marked("“{page}” says which signs to watch for.")
WATCH_FOR_PAGE = "liver-heart-breathing"
THE_PRODUCT = marked("This is what the journal is about. Enter it as a product, with its kind.")
NOT_STUDIED = marked("Not studied with kratom.")
# What no text gives a level for: two medicines that act on heart rhythm, or an opioid beside what takes it off.
EACH_WITH_KRATOM = marked(
    "This looks at each with kratom, not at your medicines with each other. Ask a pharmacist about those."
)
PROPOSED = marked("The levels are our proposal, for review; no pharmacist or clinician has reviewed them yet.")
OWN_LEVEL = marked("This level is proposed by this program: we found no source that gives one. Nobody has reviewed it.")
_OWN_LEVELS = marked("For these no source gives a level, and this one is proposed by this program: {names}.")
# The same where there is little room.
OWN_LEVEL_INSIDE = marked("this level is proposed by this program, without a source")
TO_ASK = marked_plural("{n} thing to ask about", "{n} things to ask about")

_WHICH_ONE = marked(
    "Which one is it? The name on the label decides. Until it is written here, the highest level stands."
)
_NOT_BECAUSE_OF_THIS = marked("Do not stop or change this medicine because of this page.")
_KEEP = marked("Do not stop or change this medicine because of this page, and do not stop kratom all at once.")
# The same of what is in the body by now, where "take no more kratom now" stands beside it.
_KEEP_FOR_NOW = marked(
    "Do not stop or change this medicine because of this page, and do not stop kratom all at once. Taking no more"
    " kratom now is not stopping it."
)
# In place of both where a sign is to be looked at now or today: it may come from the medicine.
_URGENT_FIRST = marked("Do what is urgent first. Say there that you take this one: they say how to go on with it.")
WHILE_SLEEPY = marked(
    "While you are very sleepy or breathe slowly, and after it, take nothing that makes you sleepy, this medicine too,"
    " until the emergency service or a doctor has spoken to you. Do not stop it for good on your own."
)
_NOTHING_SLEEPY = marked(
    "While you are very sleepy or breathe slowly, and after it, take nothing that makes you sleepy until the emergency"
    " service or a doctor has spoken to you."
)
BEFORE_NEXT = marked("Call before the next kratom.")
_INSTEAD: Mapping[Advice, str] = marked({
    "first-dose": "Do not take the first dose before the prescriber knows that you take kratom.",
    "before-next": BEFORE_NEXT,
    "emergency": "In an emergency always right, for someone who does not breathe well.",
})  # fmt: skip
_NOT_HELD = marked(
    "Not looked at in this list: {names}. If one of these is an illness of the liver, the kidneys, the heart or the"
    " lungs, seizures, sleep apnoea or a mental illness, choose that kind under Health."
)
NOT_TOGETHER = marked("Do not take it together with kratom.")
NOTHING_MORE = marked(
    "Take no more kratom now, and no more of what was not prescribed to you. Before the next dose of a prescribed"
    " medicine, ask a doctor or pharmacist."
)  # taken already; no time is given, as none is known
_PRESCRIBED: Mapping[bool | None, str] = marked({
    True: "prescribed",
    False: "not prescribed",
    None: "not said whether prescribed",
})  # fmt: skip
_BOUGHT = marked("over the counter")


def higher_members_words(texts: Texts, name: CheckedName) -> list[str]:
    """Which members of a class stand higher than it does, and how high."""
    return [
        texts("Higher by another group: {names}. There it says {levels}.",
              names=", ".join(some.members), levels=columns_inside(texts, some.columns))
        for some in name.higher
    ]  # fmt: skip


def beside(texts: Texts, name: CheckedName, take_no_more: bool, conditions: bool = True) -> list[str]:
    """What stands beside a name: whom to ask, and that nothing is stopped because of the page, or what is said then.

    Without ``conditions`` none of them is told, as it can tell which medicine is meant.
    """
    entered = [texts(THE_PRODUCT)] if _is_product(name) else []
    which = [texts(_WHICH_ONE)] if any(finding.of.asks_which for finding in name.findings) else []
    why = because_words(texts, name) if conditions else []
    return [*which, *whom_to_ask(texts, name, conditions), *why, *_advice(texts, name, take_no_more), *entered]


def whom_to_ask(texts: Texts, name: CheckedName, conditions: bool = True) -> list[str]:
    """Whom to call or ask, for both columns where it is not said whether the name is prescribed.

    What holds under a condition alone says so in the same sentence; without ``conditions`` not under which.
    """
    if name.ask_today:
        return [texts(ASK_TODAY)]
    if len(columns := name.by_column) == 2:
        return [
            texts(IF_PRESCRIBED[column.prescribed], levels=words)
            for column in columns
            if (words := _to_do(texts, name, column, conditions))
        ]
    condition, other = condition_of(texts, name, name.level)
    if other is not None:
        return [_under(texts, name.level, condition if conditions else "", other)]
    if name.level is Level.DO_NOT_MIX and name.intake_ms is not None:
        return [texts(NOTHING_MORE)]
    return [texts(WHOM[name.level])] if name.level in WHOM else []


def _to_do(texts: Texts, name: CheckedName, column: ColumnLevel, conditions: bool) -> str:
    """What to do where the other column asks for something else; "" for what asks for nothing."""
    condition, other = condition_of(texts, name, column.level, column.prescribed)
    if other is not None:
        return _under(texts, column.level, condition if conditions else "", other)
    if column.level is Level.DO_NOT_MIX:
        return texts(NOT_TOGETHER if name.intake_ms is None else NOTHING_MORE)
    return texts(WHOM[column.level]) if column.level in WHOM else ""


def _under(texts: Texts, level: Level, condition: str, other: Level) -> str:
    """ "If you take it with epilepsy: call your prescriber ... today. Otherwise ask your prescriber or ...."."""
    if_so = texts("If you take it {condition}", condition=condition) if condition else texts(_NOT_TOLD)
    first = texts(_UNDER[level], if_so=if_so)
    return f"{first} {texts(_OTHERWISE[other])}" if other in _OTHERWISE else first


def adding_up_words(texts: Texts, names: Iterable[str], private: int = 0) -> str:
    """That these and kratom make sleepy together, by their names; ``together_sentences`` say what that can do.

    So many more are ``private``, and not named.
    """
    named = ", ".join([*names, *private_more(texts, private)])
    return texts("These and kratom add up: {names}.", names=named)


def adding_up_in(texts: Texts, checked: Checked, shown: Callable[[str], str] = str) -> str:
    """The same of what was checked; what is only asked about is not said to be taken. "" where nothing adds up."""
    given = [name.given for name in checked.adding_up]
    asked = [shown(name) for name in given if folded_name(name) in checked.asked]
    taken = [shown(name) for name in given if folded_name(name) not in checked.asked]
    if not given or not asked:
        return adding_up_words(texts, taken, checked.also_private) if given else ""
    named = ", ".join([*taken, *private_more(texts, checked.also_private)])
    if not named:
        return texts("If you take these together, they and kratom add up: {names}.", names=", ".join(asked))
    words = "If you take {asked}, it adds up with kratom and with what is written down: {names}."
    return texts(words, asked=texts(" or ").join(asked), names=named)


def private_more(texts: Texts, count: int) -> list[str]:
    """The words that stand in place of so many private names; [] for none."""
    return [texts.plural("{n} more that is private", "{n} more that are private", count)] if count else []


def _is_product(name: CheckedName) -> bool:
    return name.level is Level.PRODUCT or any(finding.of.product for finding in name.findings)


def instead_words(texts: Texts, name: CheckedName, take_no_more: bool) -> list[str]:
    """What is said of some medicines before "do not stop" or in its place: naloxone is always right in an emergency.

    After a sign for which kratom is left off nothing speaks of the next one.
    """
    advised: set[Advice] = {finding.of.advice for finding in name.findings}
    if not take_no_more and _slows_breathing_today(name):
        advised.add("before-next")
    sentences = {**_INSTEAD, "before-next": stopping().no_more} if take_no_more else _INSTEAD
    return [texts(sentence) for advice, sentence in sentences.items() if advice in advised]


def _slows_breathing_today(name: CheckedName) -> bool:
    """Whether it is, or may be, a prescribed one that makes sleepy, is not to be mixed, and is called about today.

    The next dose of kratom can come before that call. Beside a sign of today what is said of that comes first.
    """
    if name.prescribed is False or name.left_for_now or name.urgent_first:
        return False
    return any(
        level.prescribed and level.level is Level.CALL_TODAY and not level.under
        for finding in name.findings
        if finding.of.sedative and finding.of.not_prescribed is Level.DO_NOT_MIX and not finding.of.occasion
        for level in finding.levels
    )


def _advice(texts: Texts, name: CheckedName, take_no_more: bool) -> Iterator[str]:
    instead = instead_words(texts, name, take_no_more)
    yield from instead
    no_more = texts(stopping().no_more)
    is_medicine = name.prescribed is not False and not is_occasion(name)
    if name.left_for_now:
        yield f"{texts(WHILE_SLEEPY if is_medicine else _NOTHING_SLEEPY)} {no_more}"
    elif says_not_to_stop(name):
        in_body = not (take_no_more or name.urgent_first) and is_not_to_be_mixed_now(name)
        yield texts(_KEEP_FOR_NOW) if in_body else keep_words(texts, take_no_more, name.urgent_first)
    elif take_no_more and name.findings and no_more not in instead:
        yield no_more


def says_not_to_stop(name: CheckedName) -> bool:
    """Whether it is a medicine beside which it stands that neither it nor kratom is stopped because of the page."""
    is_medicine = name.prescribed is not False and not is_occasion(name)
    return is_medicine and not name.left_for_now and {finding.of.advice for finding in name.findings} == {"keep"}


def keep_words(texts: Texts, take_no_more: bool, urgent_first: bool = False) -> str:
    """That no medicine is changed because of the page, nor kratom stopped at once, or to take no more of that.

    ``urgent_first``: a sign is to be looked at now or today, and it may come from the medicine.
    """
    if not take_no_more:
        return texts(_URGENT_FIRST if urgent_first else _KEEP)
    kept = _URGENT_FIRST if urgent_first else _NOT_BECAUSE_OF_THIS
    return f"{texts(kept)} {texts(stopping().no_more)}"


def not_checked_words(texts: Texts, place: Country) -> str:
    """What stands beside a name that was not recognised, with the poison line of the country."""
    return " ".join(filter(None, [texts(NOT_RECOGNISED), poison_line_words(texts, place)]))


def poison_line_words(texts: Texts, place: Country) -> str:
    """The poison line of a country; where each region has its own none is named: it could be that of another one."""
    line, *regional = place.for_poisons or (None,)
    if line is None:
        return ""
    if regional:
        return texts("If some was taken and you worry, the poison centres are under Emergency.")
    return texts("{line}: {number}", line=line.name, number=line.number)


def not_recognised_words(texts: Texts, given: str, meant: Sequence[str]) -> str:
    """That a name was not checked, and what may have been meant."""
    not_checked = texts("{name}: not recognised, so it was not checked.", name=given)
    return f"{not_checked} {texts('Did you mean {names}?', names=texts(' or ').join(meant))}" if meant else not_checked


def is_own_level(name: CheckedName, finding: Finding) -> bool:
    """Whether the level of a name in a class is this program’s own; of a whole class that of every member."""
    own = set(finding.of.own_level)
    return own.issuperset(finding.of.members) if name.whole_class else not own.isdisjoint(name.recognised.generics)


def own_level_words(texts: Texts, name: CheckedName, finding: Finding) -> str:
    """That no source gives this level; of a whole class of which members that is so, "" where it is of none."""
    if is_own_level(name, finding):
        return texts(OWN_LEVEL)
    some = finding.of.own_level if name.whole_class else ()
    return texts(_OWN_LEVELS, names=", ".join(some)) if some else ""


def evidence_words(texts: Texts, of: InteractionClass) -> str:
    """The kinds of evidence of a class: "published cases; the other substance’s own effects"."""
    return "; ".join(texts(EVIDENCE[evidence]) for evidence in of.evidence)


def sentences_of(of: InteractionClass, number: str) -> str:
    """The sentences of a class with the emergency number in its place."""
    return in_a_row(of.sentences, number)


def members_said(texts: Texts, name: CheckedName, of: InteractionClass) -> list[Statement]:
    """What shows that a name is of this kind, where the list has a source of its own for that."""
    sources = dict(of.member_sources)
    return [
        Statement(texts("Of this kind: {member}.", member=member), sources[member])
        for member in name.recognised.generics
        if member in sources
    ]


def in_a_row(sentences: Iterable[Statement], number: str) -> str:
    """Sentences as one text, with the emergency number in its place."""
    return " ".join(sentence.text.format(number=number) for sentence in sentences)


def nobody_prescribes(name: CheckedName) -> bool:
    """Whether it is nothing that is ever prescribed, such as alcohol."""
    return bool(name.findings) and all(finding.of.prescribed is Level.NONE for finding in name.findings)


def is_occasion(name: CheckedName) -> bool:
    """Whether it is something that happens and no medicine, such as an operation."""
    return any(finding.of.occasion for finding in name.findings)


def state_words(texts: Texts, name: CheckedName) -> str:
    """What is known of a name beside what it is: "alprazolam · prescribed · ended 20 Nov 2026"."""
    generics = ", ".join(name.recognised.generics)
    parts = [generics] if folded_name(generics) != folded_name(name.given) else []
    if not is_occasion(name) and (name.prescribed or not nobody_prescribes(name)):
        parts.append(texts(_BOUGHT if name.over_the_counter else _PRESCRIBED[name.prescribed]))
    if name.ended is not None:
        parts.append(texts("ended {day}", day=texts.short_day(name.ended)))
    if (at := name.intake_local) is not None:
        parts.append(texts("last taken {day}, {time}", day=texts.short_day(at.date()), time=texts.time(at)))
    elif name.intake_ms is not None:
        parts.append(texts("taken in the last {hours} hours", hours=limits.TAKEN_HOURS))
    return " · ".join(parts)


def not_held_words(texts: Texts, checked: Checked) -> str:
    """Which conditions nothing was said of because the list does not know them; "" for none."""
    if not checked.not_held:
        return ""
    names = [condition.name or texts(CONDITIONS[condition.what]) for condition in checked.not_held]
    return texts(_NOT_HELD, names=", ".join(names))
