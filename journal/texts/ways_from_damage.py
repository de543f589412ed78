"""The ways on from a damaged journal in words: in full, or what is left to say above the buttons that lead there."""

from __future__ import annotations

from collections.abc import Iterator

from journal.core.refusal import Refused
from journal.texts.language import Texts
from journal.texts.marked import marked

_RESCUE = marked("Rescue what can be read, in the window or with the command rescue: this file is kept, too.")
_RESCUES = {
    "journal-damaged": _RESCUE,
    "entries-damaged": _RESCUE,
    "entries-unread": _RESCUE,
    "entries-left-out": _RESCUE,
    "journal-cut": _RESCUE,
    "check-failed": _RESCUE,
    **marked({
        "journal-header-damaged": "A rescue can put the beginning together again, in the window or with the command "
        "rescue: this file is kept, too.",
        "journal-begins-otherwise": "Try another passphrase, or rescue what can be read, in the window or with the "
        "command rescue: this file is kept, too.",
        "journal-unlike": "If it was your journal, rescue what can be read, in the window or with the command rescue: "
        "this file is kept, too.",
        "passphrase-wrong": "Then rescue what can be read, in the window or with the command rescue.",
    }),
}  # fmt: skip
_NO_RESCUE = ("journal-empty-file", "journal-copied-over", "journal-written-into", "journal-cut-meanwhile",
               "journal-emptied")  # fmt: skip
_BACKUPS = marked({
    "some": "You can go back to a backup, in the window or with the command restore: backups lie in {backups}.",
    "none": "There is no backup of it beside it. If you keep a copy elsewhere, open that one.",
    "not-read": "Backups would lie in {backups}. What is in that folder cannot be read.",
})  # fmt: skip
_BELOW = marked({
    "journal-header-damaged": "A rescue can put the beginning together again.",
    "journal-begins-otherwise": "Try another passphrase, or rescue what can be read.",
    "passphrase-wrong": "Then rescue what can be read.",
})  # fmt: skip
_KEPT = marked("Whichever way you choose, this file is kept.")


def has_ways(refused: Refused) -> bool:
    """Whether it leads to a rescue or a backup."""
    return refused.code in _RESCUES or refused.code in _NO_RESCUE


def ways_on(texts: Texts, refused: Refused) -> Iterator[str]:
    """Each with where it is found."""
    if refused.code in _RESCUES:
        yield texts(_RESCUES[refused.code])
    if has_ways(refused):
        yield texts(_BACKUPS[str(refused.values["copies"])], backups=refused.values["backups"])


def ways_below(texts: Texts, refused: Refused) -> Iterator[str]:
    """What the buttons do not say."""
    if refused.code in _BELOW:
        yield texts(_BELOW[refused.code])
    if refused.values["copies"] != "some":
        yield texts(_BACKUPS[str(refused.values["copies"])], backups=refused.values["backups"])
    if refused.code in _RESCUES:
        yield texts(_KEPT)
