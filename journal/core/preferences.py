"""The journal's preferences: each declared once with its type and default."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from journal.core.entries import Setting
from journal.core.refusal import Refused
from journal.core.report_dates import Days, days_read

DEFAULT_DAY_START = 4 * 60  # minutes after midnight
# In a journal of the demonstration, and in its files.
MADE_UP_MARK = Setting(id="demo", value="1")


def is_made_up_mark(entry: object) -> bool:
    """Whether this says that everything beside it is made up."""
    return isinstance(entry, Setting) and (entry.id, entry.value) == (MADE_UP_MARK.id, MADE_UP_MARK.value)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the person chose for this journal. ``day_start`` in minutes after midnight, 0 to 360 (00:00 to 06:00).

    ``paper`` of reports: "auto" (what is usual in the country), "a4" or "letter". ``ask_now``: Today asks now and then
    how it is; ``ask_weekly``: and once a week about the past week; ``ask_mood``: the two questions each about mood and
    worry are offered. ``card``: the day on which an emergency card was made last, and the mark of what it was made of.
    ``reports``: on which days the last reports went out. ``automatic_backups``: they are made without being asked for.
    ``lock_after``: minutes without use until a journal with a passphrase is locked, 0 for never; ``lock_on_sleep``: it
    is locked when the computer sleeps. ``backup_room``: GB for the backups made by themselves, 0 for what is usual.
    ``rescued``: what did not come back when the journal was rescued, as ``core.rescued`` writes it.
    """

    day_start: int = DEFAULT_DAY_START
    demo: bool = False
    welcomed: bool = False
    paper: str = "auto"
    ask_now: bool = True
    ask_weekly: bool = True
    ask_mood: bool = False
    card: str = ""
    reports: Days = ()
    automatic_backups: bool = True
    lock_after: int = 5
    lock_on_sleep: bool = True
    backup_room: int = 0
    rescued: str = ""


LATEST_DAY_START = 360
_MARK = re.compile(r"[0-9a-f]{16}")
_FLAGS = ("welcomed", "ask_now", "ask_weekly", "ask_mood", "automatic_backups", "lock_on_sleep")
PAPERS = ("auto", "a4", "letter")
LOCK_AFTER = (1, 5, 15, 30, 60, 0)
BACKUP_ROOMS = (0, 1, 2, 5, 10, 50)
# Where letter paper is usual: Unicode CLDR, supplemental measurement data, paper size US-Letter.
_LETTER_COUNTRIES = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))


def paper_of(chosen: str, country: str) -> str:
    """ "a4" or "letter": the chosen one, or what is usual in the country (ISO 3166 code; A4 where it is not known)."""
    if chosen != "auto":
        return chosen
    return "letter" if country.upper() in _LETTER_COUNTRIES else "a4"


def preferences_from(settings: Iterable[Setting]) -> Preferences:
    """The preferences that stored settings make; unknown keys belong to newer versions and are left alone."""
    chosen = Preferences()
    for setting in settings:
        chosen = _with(chosen, setting)
    return chosen


def setting_for(key: str, value: int | bool | str) -> Setting:
    """The setting that stores one preference; Refused("invalid") for an unknown key or a value out of range."""
    setting = Setting(id=key, value=value if isinstance(value, str) else str(int(value)))
    if key not in Preferences.__dataclass_fields__:
        raise Refused("invalid", field=key)
    _with(Preferences(), setting)
    return setting


def _with(chosen: Preferences, setting: Setting) -> Preferences:
    if setting.id == "day_start":
        return replace(chosen, day_start=_day_start(setting.value))
    if setting.id == MADE_UP_MARK.id:
        return replace(chosen, demo=is_made_up_mark(setting))
    if setting.id in _FLAGS:
        flag: dict[str, Any] = {setting.id: setting.value == "1"}
        return replace(chosen, **flag)
    if setting.id == "reports":
        return replace(chosen, reports=_reports(setting.value))
    if setting.id == "paper":
        return replace(chosen, paper=_paper(setting.value))
    if setting.id == "card":
        return replace(chosen, card=_card(setting.value))
    if setting.id == "rescued":
        return replace(chosen, rescued=setting.value)
    if setting.id == "lock_after":
        return replace(chosen, lock_after=_one_of(LOCK_AFTER, setting))
    if setting.id == "backup_room":
        return replace(chosen, backup_room=_one_of(BACKUP_ROOMS, setting))
    return chosen


def _day_start(value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) > LATEST_DAY_START:
        raise Refused("invalid", field="day_start")
    return int(value)


def _reports(value: str) -> Days:
    try:
        return days_read(value)
    except ValueError:
        raise Refused("invalid", field="reports") from None


def _paper(value: str) -> str:
    if value not in PAPERS:
        raise Refused("invalid", field="paper")
    return value


def _one_of(choices: tuple[int, ...], setting: Setting) -> int:
    if setting.value not in map(str, choices):
        raise Refused("invalid", field=setting.id)
    return int(setting.value)


def _card(value: str) -> str:
    """ "2026-11-22 0123456789abcdef"; what is not written so is as if there had never been a card."""
    day, _, mark = value.partition(" ")
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return ""
    return value if _MARK.fullmatch(mark) else ""
