"""Words of an emergency that are no sign to rate: an overdose, blue lips, a child that swallowed some."""

from __future__ import annotations

from collections.abc import Mapping

from journal.core.warning_words import says_one_of

# As in core.warning_words.
_COLOURS, _PLACES = "blue/bluish/purple/grey/gray/pale", "lip*/nail*/skin/face/fingers/fingertips"
_CHILD = "child/childs/children/kid/kids/toddler/baby/infant/son/daughter/boy/girl"
_WORDS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("cannot_be_woken", "slow_breathing"): (
        "overdos*/oding", "=od", "took/taken/taking too much/many", "=too much", f"{_COLOURS} {_PLACES}",
        f"{_PLACES} {_COLOURS}", "turn*/going/went blue", "=limp", "body limp", "gurgl*", "pass*/passed/passing out",
    ),
    ("child",): (
        f"{_CHILD} swallow*/ate/eaten/eating/took/taken/drank/chew*/got", "=child", "swallow* by child/kid/toddler",
    ),
}  # fmt: skip


def signs_to_look_for(name: str) -> tuple[str, ...]:
    """The signs whose advice answers these words; () for other words.

    Example: "blue lips" leads to "Hard to wake" and "Slow or shallow breathing". Who passed out may have fainted, or
    taken too much: then both are answered.
    """
    return next((signs for signs, phrases in _WORDS.items() if says_one_of(name, phrases)), ())
