"""What page 1 answers of medicines, alcohol and health; what has no answer is asked with boxes (``visit``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journal.core.entries import Condition, LabResult, YesOrNo
from journal.insights.lab_range import beside_range
from journal.insights.statements import Standing
from journal.insights.wording import Sentence
from journal.reports.drinks import drinks_in
from journal.reports.lab_words import with_range
from journal.reports.measured_lines import pressure_on_page_1
from journal.reports.page_inputs import PageInputs
from journal.reports.pen import SMALL
from journal.reports.substance_rows import CANNABIS, OTHER, ROWS, SubstanceRow
from journal.reports.taken_words import taken_days, taken_name, words_in_row
from journal.reports.visit_shown import FIRST, Alcohol, TakenBeside
from journal.texts import Texts
from journal.texts.health_names import CONDITIONS, LABS
from journal.texts.listing import first_of
from journal.texts.marked import marked

Answer = tuple[Sentence, ...]
_WORDS_WIDTH = 150.0  # points, of words as typed


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of the block below the medicines: its label, what answers it (None where it is asked), and whether
    something does, which is known without the answer.
    """

    label: str
    answer: Callable[[PageInputs], Answer | None]
    is_answered: Callable[[PageInputs], bool]


def answers(inputs: PageInputs) -> tuple[Answer, ...]:
    """Every row that has an answer, in the order of the page. What a list denies stands on top (``taken_with``)."""
    medicines = (_present(inputs, row, in_row) for row in ROWS if (in_row := inputs.visit.in_row(row)))
    return (*medicines, *(answer for row in _ROWS if (answer := row.answer(inputs))))


def is_answered(inputs: PageInputs, label: str) -> bool:
    """Whether the page answers this row."""
    return any(row.is_answered(inputs) for row in _ROWS if row.label == label)


# --- what is taken ---------------------------------------------------------------------------------------------------


def _present(inputs: PageInputs, row: SubstanceRow, taken: Sequence[TakenBeside]) -> Answer:
    classes = frozenset(class_.id for item in taken for class_ in item.known.classes)
    return _named(inputs, row.label_of(classes), taken)


def _named(inputs: PageInputs, label: str, taken: Sequence[TakenBeside]) -> Answer:
    """ "Opioid: tramadol" "50 mg, as needed, written down on 6 of 23 days; ..."; what stands first is never cut."""
    texts, sentences = inputs.texts, []
    shown = max(inputs.names_in_row, sum(item.known.stands_first for item in taken))
    for number, item in enumerate(taken[:shown]):
        last = number == min(len(taken), shown) - 1
        name = taken_name(inputs, item)
        lead = texts("{row}: {name}", row=texts(label), name=name) if number == 0 else name
        words = words_in_row(inputs, item)
        end = "" if last else ";"
        sentences.append(Sentence(lead, f"{words}{end}") if words else Sentence(f"{lead}{end}"))
    if more := len(taken[shown:]):
        sentences.append(Sentence("", texts.plural("and {n} more", "and {n} more", more)))
    return tuple(sentences)


def _alcohol(inputs: PageInputs) -> Answer | None:
    alcohol = inputs.visit.alcohol
    if alcohol is None:
        return None
    label = inputs.texts(ALCOHOL_ROW)
    lead, days = drinks_words(inputs, alcohol), taken_days(inputs, alcohol.days, alcohol.later)
    if not lead:
        return (Sentence(label, days),)
    return (Sentence(inputs.texts("{row}: {name},", row=label, name=lead), days),)


def drinks_words(inputs: PageInputs, alcohol: Alcohol) -> str:
    """ "at least 9 drinks in 28 days"; "" where no number was said."""
    if not alcohol.drinks:
        return ""
    return drinks_in(inputs.texts, alcohol.drinks, inputs.summary.last28.days)


def _other_substances(inputs: PageInputs) -> Answer | None:
    taken = _others_taken(inputs)
    return _named(inputs, OTHER_DRUGS, taken) if taken else None


def _others_taken(inputs: PageInputs) -> list[TakenBeside]:
    return [*inputs.visit.of_choice(CANNABIS), *inputs.visit.of_choice(OTHER)]


# --- health ----------------------------------------------------------------------------------------------------------


def _conditions(inputs: PageInputs) -> Answer | None:
    """What the person has, its label in bold. One of each kind that stands first is never cut."""
    texts, shown, none = inputs.texts, inputs.visit, inputs.visit.no_conditions
    most = max(inputs.names_in_row, len({condition.what for condition in shown.conditions} & {*FIRST}))
    named = first_of(texts, shown.conditions, most, lambda condition: condition_words(inputs, condition))
    parts = [("", words) for words in named]
    if none is not None:
        parts.append(("", _stated(texts, none, texts("no other") if named else texts("none to note"))))
    return _one_after_another(texts("Conditions"), parts, bool(named))


def _labs(inputs: PageInputs) -> Answer | None:
    """In bold values outside of the range that was printed with them."""
    texts, newest = inputs.texts, newest_labs(inputs.visit.labs)
    outside = [lab_words(inputs, lab) for lab in newest[: inputs.names_in_row] if beside_range(lab)]
    others = first_of(
        texts, newest[len(outside) :], inputs.names_in_row - len(outside), lambda lab: lab_words(inputs, lab)
    )
    parts = [(words, "") for words in outside] + [("", words) for words in others]
    return _one_after_another(texts("Lab results"), parts, bool(outside))


def _one_after_another(label: str, parts: Sequence[tuple[str, str]], bold: bool) -> Answer | None:
    """What stands below one label; None for nothing."""
    if not parts:
        return None
    heading = Sentence(f"{label}:") if bold else Sentence("", f"{label}:")
    *first, last = parts
    listed = [Sentence(f"{lead};" if lead else "", f"{text};" if text else "") for lead, text in first]
    return (heading, *listed, Sentence(*last))


def condition_words(inputs: PageInputs, condition: Condition) -> str:
    """ "Pain condition: low back since Mar 2019", "Liver"."""
    texts, words = inputs.texts, inputs.texts(CONDITIONS[condition.what])
    if named := ", ".join(part for part in (condition.name, condition.place) if part):
        words = texts("{kind}: {name}", kind=words, name=inputs.printed.words(named))
    words = inputs.printed.fitted(words, _WORDS_WIDTH, SMALL)
    if condition.since is None:
        return words
    return texts("{condition} since {month}", condition=words, month=texts.month_and_year(condition.since))


def newest_labs(labs: Sequence[LabResult]) -> list[LabResult]:
    """The last result of each value: first those outside of the range printed with them, then the last one measured."""
    newest = {f"{lab.what} {lab.name.casefold()}": lab for lab in sorted(labs, key=lambda lab: lab.day)}
    by_day = sorted(newest.values(), key=lambda lab: lab.day, reverse=True)
    return sorted(by_day, key=lambda lab: beside_range(lab) is None)


def lab_words(inputs: PageInputs, lab: LabResult) -> str:
    """ "ALT 68 U/l on 2 Nov 2026 (range printed there 0-45)", as much as there is room for."""
    words = result_words(inputs, lab, lab.name or inputs.texts(LABS[lab.what]))
    return inputs.printed.fitted(words, 2 * _WORDS_WIDTH, SMALL)


def result_words(inputs: PageInputs, lab: LabResult, name: str = "") -> str:
    """ "68 U/l on 2 Nov 2026, above the range printed there (0-45)", with its name before it: as the laboratory
    printed it.
    """
    texts = inputs.texts
    value = inputs.printed.words(" ".join(part for part in (name, lab.value, lab.unit) if part))
    words = inputs.dated(texts("{value} on {day}", value=value, day=texts.short_day(lab.day)), lab.day)
    return with_range(texts, inputs.printed, words, lab)


def _allergies(inputs: PageInputs) -> Answer | None:
    """Every one of them, however many there are."""
    texts, shown, label = inputs.texts, inputs.visit, inputs.texts("Allergy")
    if shown.allergies:
        names = [_allergy(inputs, allergy) for allergy in shown.allergies]
        return (Sentence(texts("{row}: {name}", row=label, name=", ".join(names))),)
    if shown.no_allergies is None:
        return None
    none = _stated(texts, shown.no_allergies, texts("none that the person knows of"))
    return (Sentence("", texts("{row}: {name}", row=label, name=none)),)


def _allergy(inputs: PageInputs, allergy: Condition) -> str:
    words = inputs.printed.words(allergy.name) or inputs.texts("named without a word to what")
    return inputs.printed.fitted(words, _WORDS_WIDTH, SMALL, bold=True)


def _high_pressure(inputs: PageInputs) -> Answer | None:
    """Only one that is high: what is lower stands on the next pages."""
    pressure = pressure_on_page_1(inputs)
    return None if pressure is None else (pressure,)


def _stated(texts: Texts, standing: Standing, answer: str) -> str:
    """ "no other (said 20 Nov 2026)"; an old answer says that it is old."""
    day = texts.short_day(standing.statement.day)
    if standing.outdated:
        return texts("{answer} (said {day}, not confirmed since the list changed)", answer=answer, day=day)
    if standing.ask_again:
        return texts("{answer} (said {day}, not asked since)", answer=answer, day=day)
    return texts("{answer} (said {day})", answer=answer, day=day)


def _naloxone(inputs: PageInputs) -> Answer | None:
    """Only a yes: a no has no day, and what is not there is asked about."""
    if not _has_naloxone(inputs):
        return None
    return (Sentence(inputs.texts("{row}: {name}", row=inputs.texts(NALOXONE_ROW), name=inputs.texts("yes"))),)


def _has_naloxone(inputs: PageInputs) -> bool:
    about = inputs.visit.about
    return about is not None and about.naloxone_at_home is YesOrNo.YES


ALCOHOL_ROW, OTHER_DRUGS = marked("Alcohol"), marked("Cannabis, other drugs")
NALOXONE_ROW = marked("Naloxone at home")
# In the order of the page, below the medicines; ``visit`` asks what has no answer here by the same label.
_ROWS = (
    AnswerRow(ALCOHOL_ROW, _alcohol, lambda inputs: inputs.visit.alcohol is not None),
    AnswerRow(OTHER_DRUGS, _other_substances, lambda inputs: bool(_others_taken(inputs))),
    AnswerRow(
        marked("Conditions"),
        _conditions,
        lambda inputs: bool(inputs.visit.conditions or inputs.visit.no_conditions),
    ),
    AnswerRow(marked("Lab results"), _labs, lambda inputs: bool(inputs.visit.labs)),
    AnswerRow(marked("Allergy"), _allergies, lambda inputs: bool(inputs.visit.allergies or inputs.visit.no_allergies)),
    AnswerRow(NALOXONE_ROW, _naloxone, _has_naloxone),
    AnswerRow(marked("Blood pressure"), _high_pressure, lambda inputs: pressure_on_page_1(inputs) is not None),
)
