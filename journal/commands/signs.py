"""What the command line says about warning signs once they are saved, and when they could not be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

from journal import device, paths
from journal.core import limits
from journal.core.entries import Answer, Condition, Dose, Entry, Intake, Measurement, Substance
from journal.core.health import ConditionKind
from journal.core.moments import DAY_MS, HOUR_MS
from journal.core.queries import EntryQuery
from journal.core.recent_signs import earlier_ms, recent_sign_ratings
from journal.core.warning_words import sign_code
from journal.guidance import Country
from journal.guidance.around_signs import around_signs, as_urgent_for, without_seizure_words
from journal.guidance.blood_pressure import (
    HighPressure,
    high_in_journal,
    high_pressures,
    is_bad_headache,
    pressures_in_lines,
    seizure_in_pregnancy,
)
from journal.guidance.emergency_lines import emergency_first, in_one_line, less_urgent_lines
from journal.guidance.lines_at_taking import first_at_taking
from journal.guidance.open_emergencies import EMERGENCY, less_urgent_signs, open_emergencies, sees_pressure
from journal.guidance.pressure_as_typed import high_among_typed, unsaved_pressure_line
from journal.guidance.recent_pressure import ReadRecent, recent_high
from journal.guidance.signs_brought import TO_ANSWER, SignsBrought, answers_needed
from journal.guidance.signs_in_words import (
    advice_lines,
    country_of,
    lines_on,
    list_after_import,
    to_do_at_once,
)
from journal.guidance.signs_together import answered_ms, others_that_matter, together, with_others_in
from journal.guidance.unsaved_signs import unsaved_signs
from journal.guidance.warning_signs import (
    IF_NOW,
    Advice,
    Noted,
    advice,
    most_urgent_first,
    noted_in,
    sign_of,
)
from journal.logbook import Logbook
from journal.texts import Texts
from journal.texts.names import SYMPTOMS

_OVERDOSE = {"slow_breathing", "cannot_be_woken"}  # what words such as "blue lips" lead to: somebody else is meant


def codes_of(logbook: Logbook) -> Mapping[str, str | None]:
    """The codes of the journal's symptoms by their ids; an own symptom has the code of the sign that its name means."""
    return {symptom.id: sign_code(symptom) for symptom in logbook.symptoms()}


def advice_on(saved: Sequence[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """What to do about the signs among these, and about open ones that these make more urgent, the most urgent first.

    They have no answer yet, so both "now" and "passed" may be said. Of those that were there more than a day ago the
    table says what holds once they have passed; where they are an emergency while they last, that comes first.
    """
    noted, beside, joined = _signs_of(saved, logbook)
    earlier = [sign for sign in beside if sign.rating.id in joined]
    hidden = {sign.code for sign in earlier if sign.rating.private} - {sign.code for sign in noted}
    now_ms = logbook.clock.now_ms()
    around = around_signs(logbook, now_ms)
    by_code = {sign.code: sign for sign in (*earlier, *noted)}
    lines = advice_lines(
        texts, [*noted, *earlier], now_ms, chosen_country(), joined, hidden,
        lambda advised: without_seizure_words(as_urgent_for(advised, by_code[advised.code], around, now_ms)),
    )  # fmt: skip
    old = [sign for sign in noted if sign.rating.answer is None and now_ms - sign.rating.at.utc_ms >= DAY_MS]
    if not old:
        return lines
    still = texts("If it is still there, log it again without a time: what to do then can be more urgent.")
    return [*_if_it_lasts(old, texts), *lines, still]


def _if_it_lasts(old: Iterable[Noted], texts: Texts) -> list[str]:
    """The first step of each that is an emergency while it is there, whatever its time says."""
    by_urgency = most_urgent_first(advice(code, Answer.YES, None) for code in dict.fromkeys(sign.code for sign in old))
    return [
        f"{texts(SYMPTOMS[lasting.code])}. {to_do_at_once(texts, lasting, chosen_country(), IF_NOW)[0]}"
        for lasting in by_urgency
        if lasting.urgency in EMERGENCY
    ]


def advice_on_signs_alone(noted: Sequence[Noted], logbook: Logbook, texts: Texts) -> list[str]:
    """The same where the journal cannot be read: whether an earlier one makes these more urgent is not known."""
    return advice_lines(texts, noted, logbook.clock.now_ms(), chosen_country())


def first_of_all(saved: Sequence[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """Before what was saved is spoken of: all that is open, whatever was saved.

    An emergency of the last day is said as the form of a dose tells it where something was taken, or a medicine is
    written down. The signs among these are told of behind it, and so is a blood pressure. It is said again with
    every entry: whoever goes on typing may have read over it.
    """
    if any(isinstance(entry, Dose | Intake | Substance) for entry in saved):
        now_ms, high = logbook.clock.now_ms(), _open_pressure(saved, logbook)
        first, more = first_at_taking(texts, logbook, now_ms, chosen_country(), high, [entry.id for entry in saved])
        if first:
            return [in_one_line(first), *more]
    return _open_still(saved, logbook, texts)


def _open_pressure(saved: Sequence[Entry], logbook: Logbook) -> HighPressure | None:
    """The high blood pressure of the last day; None where the advice on these tells of it, or they answer it.

    A new number that is lower answers "measure again", except in a pregnancy or with a very bad headache, where nothing
    is waited for.
    """
    high = recent_high(logbook, logbook.clock.now_ms())
    if high is None or _speaking_pressures(saved, logbook):
        return None
    measured_again = any(isinstance(entry, Measurement) and (entry.systolic or entry.diastolic) for entry in saved)
    return None if measured_again and not (high.pregnant or high.headache) else high


def _open_still(saved: Sequence[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """The emergencies that were there before these, and a pressure that does not give way to them.

    A high pressure among these tells of them itself. Where there are none: the pressure, and what waits for a doctor.
    """
    now_ms, told_ids = logbook.clock.now_ms(), {entry.id for entry in saved} | _signs_of(saved, logbook)[2]
    every = open_emergencies(logbook, now_ms)
    emergencies = [emergency for emergency in every if emergency.noted.rating.id not in told_ids]
    if not emergencies:
        high = None if every else _open_pressure(saved, logbook)
        return [*_pressure_still(high, now_ms, texts), *_less_urgent_still(logbook, texts, told_ids)]
    if high_in_journal(logbook, saved):
        return []
    high = None if sees_pressure(every) else _open_pressure(saved, logbook)
    pressures = pressures_in_lines(texts, [high] if high else [], now_ms, chosen_country())
    return [in_one_line(emergency_first(texts, emergencies, now_ms, chosen_country())), *pressures]


def _pressure_still(high: HighPressure | None, now_ms: int, texts: Texts) -> list[str]:
    """First of all; one that waits for a doctor today is said as such a sign is."""
    if high is None:
        return []
    (line,) = pressures_in_lines(texts, [high], now_ms, chosen_country())
    is_first = not high.is_raised_only or high.headache
    return [texts("First: {what}", what=line) if is_first else texts("Open: {what}", what=line)]


def _less_urgent_still(logbook: Logbook, texts: Texts, told_ids: Collection[str]) -> list[str]:
    """What waits for a doctor today: what is written down now may say what holds with that as well."""
    now_ms = logbook.clock.now_ms()
    waiting = [sign for sign in less_urgent_signs(logbook, now_ms) if sign.noted.rating.id not in told_ids]
    return less_urgent_lines(texts, waiting, now_ms, chosen_country())


def listed_signs(saved: Sequence[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """One list for the signs of many entries, with its heading; nothing where there are none."""
    noted, beside, joined = _signs_of(saved, logbook)
    earlier = [sign for sign in beside if sign.rating.id in joined]
    hidden = [sign.rating.id for sign in earlier if sign.rating.private]
    now_ms = logbook.clock.now_ms()
    around = around_signs(logbook, now_ms)
    lines = list_after_import(
        texts, [*noted, *earlier], now_ms, chosen_country(), joined,
        lambda advised, sign: without_seizure_words(as_urgent_for(advised, sign, around, now_ms)), hidden,
    )  # fmt: skip
    return [texts("Warning symptoms among them:"), *lines] if lines else []


def _signs_of(saved: Sequence[Entry], logbook: Logbook) -> tuple[list[Noted], list[Noted], set[str]]:
    """The signs among these; what else counts beside them, of the last 24 hours and from 24 hours before them on; and
    the ids of ratings that others make more urgent, where what was saved is one of the two."""
    codes, now_ms = codes_of(logbook), logbook.clock.now_ms()
    new = with_others_in(saved, codes)
    if not new:
        return [], [], set()
    ids = {sign.rating.id for sign in new}
    earliest_ms = min(sign.rating.at.utc_ms for sign in new)
    ratings, recent_codes = recent_sign_ratings(logbook, now_ms, others_that_matter(), earliest_ms - earlier_ms())
    beside = [sign for sign in with_others_in(ratings, recent_codes) if sign.rating.id not in ids]
    answered = answered_ms(logbook, beside)
    joined = together([*new, *beside], now_ms, answered) - together(beside, now_ms, answered)
    return noted_in(saved, codes), beside, joined


def advice_in_pregnancy(saved: Iterable[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """What comes before all else where one of these is a seizure, or a high pressure after one, in a pregnancy."""
    saved = list(saved)
    around = around_signs(logbook, logbook.clock.now_ms())
    emergencies = open_emergencies(logbook, logbook.clock.now_ms())
    seizures = {
        emergency.noted.rating.id for emergency in emergencies if sign_of(emergency.noted.code).code == "seizure"
    }
    if not (around.pregnant and seizures):
        return []
    if seizures.isdisjoint(entry.id for entry in saved) and not high_in_journal(logbook, saved):
        return []
    return seizure_in_pregnancy(texts, ["seizure"], chosen_country(), around.openly)


def _measured_lately(logbook: Logbook) -> list[Measurement]:
    now_ms, yesterday = logbook.clock.now_ms(), logbook.today() - dt.timedelta(days=2)
    entries = logbook.find(EntryQuery(kinds=("measurement",), first_day=yesterday))
    measured = (entry for entry in entries if isinstance(entry, Measurement))
    return [entry for entry in measured if now_ms - entry.at.utc_ms < limits.OPEN_SIGN_HOURS * HOUR_MS]


def _speaking_pressures(saved: Iterable[Entry], logbook: Logbook) -> list[HighPressure]:
    """The high blood pressures among these, and those of the last day that these make more urgent."""
    saved = list(saved)
    aches = {symptom.id for symptom in logbook.symptoms() if symptom.code == "headache"}
    pregnancy = any(isinstance(entry, Condition) and entry.what is ConditionKind.PREGNANCY for entry in saved)
    if pregnancy or any(is_bad_headache(entry, aches) for entry in saved):
        ids = {entry.id for entry in saved}
        # In a pregnancy less is spoken of, whichever was written down first; what was saved with it counts once.
        saved += (measured for measured in _measured_lately(logbook) if measured.id not in ids)
    return high_in_journal(logbook, saved)


def _pressure_beside(saved: Iterable[Entry], logbook: Logbook, told_ids: set[str]) -> list[HighPressure]:
    """That of the last day, where a sign that was just told of is an emergency whose people do not see it."""
    now_ms = logbook.clock.now_ms()
    emergencies = open_emergencies(logbook, now_ms)
    is_told = bool(emergencies) and told_ids >= {emergency.noted.rating.id for emergency in emergencies}
    if not is_told or sees_pressure(emergencies) or any(isinstance(entry, Measurement) for entry in saved):
        return []
    high = recent_high(logbook, now_ms)
    return [] if high is None else [high]


def advice_on_pressures(saved: Iterable[Entry], logbook: Logbook, texts: Texts, signs: Sequence[Noted]) -> list[str]:
    """What to do about a blood pressure among these that is very high; nothing where there is none.

    A warning sign that is an emergency by now comes first, unless it is among the ``signs`` whose advice stands there.
    """
    saved = list(saved)
    high = _speaking_pressures(saved, logbook) or _pressure_beside(saved, logbook, {sign.rating.id for sign in signs})
    if not high:
        return []
    now_ms, place = logbook.clock.now_ms(), chosen_country()
    emergencies = open_emergencies(logbook, now_ms)
    ids = {sign.rating.id for sign in signs}
    first = emergency_first(
        texts, [emergency for emergency in emergencies if emergency.noted.rating.id not in ids], now_ms, place
    )
    lines = pressures_in_lines(texts, high, now_ms, place, after_emergency=sees_pressure(emergencies))
    return [in_one_line(first), *lines] if first else lines


def advice_on_pressures_alone(saved: Iterable[Entry], logbook: Logbook, texts: Texts) -> list[str]:
    """The same where the journal cannot be read: whether one before it was high, too, is not known."""
    high = high_pressures(saved, pregnant=False)
    return pressures_in_lines(texts, high, logbook.clock.now_ms(), chosen_country()) if high else []


def advice_on_unsaved(typed: Iterable[tuple[str, object]], texts: Texts) -> list[str]:
    """What to do about the signs among symptoms and ratings as they were typed; nothing where there are none.

    Neither their time nor a rating that cannot be read is known, so all but 0 is advised on as if it were now.
    """
    advised = unsaved_signs(typed, texts)
    codes = {advice_given.code for advice_given in advised}
    lines = lines_on(texts, advised, chosen_country(), of_somebody=codes >= _OVERDOSE)
    child = "child" in codes
    return [texts(IF_NOW), *lines, *(_poison_line(texts) if child else ())] if lines else []


def advice_on_overdose(codes: Iterable[str], texts: Texts) -> list[str]:
    """What to do about these signs if they are there, beside the one as which the words were saved."""
    by_urgency = most_urgent_first(advice(code, None, None) for code in dict.fromkeys(codes))
    lines = lines_on(texts, by_urgency, chosen_country(), of_somebody=True)
    return [texts("If someone cannot be woken or breathes slowly now, do this first."), *lines] if lines else []


def _poison_line(texts: Texts) -> list[str]:
    lines = chosen_country().for_poisons
    return [texts("{line}: {number}", line=line.name, number=line.number) for line in lines]


def advice_on_unsaved_pressures(
    typed: Iterable[tuple[str, object]], texts: Texts, beside: Iterable[Advice] = ()
) -> list[str]:
    """What to do where a blood pressure, as it was typed under ``systolic`` or ``diastolic``, is very high.

    ``beside`` are the signs of which it was said before it.
    """
    high = high_among_typed(typed)
    return [] if high is None else [unsaved_pressure_line(texts, high, chosen_country(), beside)]


def answers_to_rows(brought: SignsBrought, journal: ReadRecent | None, now_ms: int, texts: Texts) -> list[str]:
    """What a file says that needs an answer, whether it is imported or not; nothing where there is nothing of it."""
    lines = answers_needed(texts, brought, journal, now_ms, chosen_country())
    return [texts(TO_ANSWER), *lines] if lines else []


def chosen_country() -> Country:
    """The country and the numbers that are set on this computer."""
    settings = device.load(paths.device_file())
    return country_of(settings.country or None, settings.help_lines)
