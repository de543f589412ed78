"""The warning signs among symptoms as they were typed, for what could not be saved."""

from __future__ import annotations

from collections.abc import Iterable

from journal.guidance.emergency_words import signs_to_look_for
from journal.guidance.signs_brought import code_named
from journal.guidance.warning_signs import Advice, advice, is_sign, most_urgent_first, sign_of
from journal.texts import Texts


def unsaved_signs(typed: Iterable[tuple[str, object]], texts: Texts) -> list[Advice]:
    """What is said of each of these signs, the most urgent first."""
    names = [name for name, value in typed if str(value).strip() != "0"]
    named = [code for name in names if is_sign(code := code_named(texts, name))]
    # Who passed out may have fainted or taken too much: what answers both is said, the overdose first.
    also = dict.fromkeys(code for name in names for code in signs_to_look_for(name))
    codes = dict.fromkeys([*also, *map(str, named)])
    beside = {code_named(texts, name) for name in names}
    return most_urgent_first(
        advice(code, None, None, not beside.isdisjoint(sign_of(code).with_others)) for code in codes
    )
