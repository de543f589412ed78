"""Twelve weeks typed through the real window; screen, summary and PDF must say what was counted beside them."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.walk.comparing import DAYS, FIRST, LEAF, MAIN, TODAY, Screen, Told, pdf_text, summarised
from tests.walk.screen import Program, Seen, VirtualScreen
from tests.walk.season import ELSEWHERE, Season, type_day

RESTARTS = (28, 56)


@pytest.fixture
def season(tmp_path: Path) -> Iterator[Season]:
    with VirtualScreen() as screen:
        walk = Season(tmp_path, screen)
        yield walk
        walk.close()
        if walk.program is not None:
            walk.program.kill()


@pytest.mark.campaign  # the slow suite walks two weeks, twice
@pytest.mark.needs("Xvfb", "xdotool")
@pytest.mark.timeout(600)
def test_twelve_weeks(season: Season, tmp_path: Path, qapp: object) -> None:
    season.at(FIRST, 8)
    season.first_start()
    for number_of_day in range(DAYS):
        season.begin_day(number_of_day)
        type_day(season, number_of_day)
        if number_of_day + 1 in RESTARTS:
            season.leave()
            season.start()
    season.leave()
    season.at(TODAY, 10)
    program = season.start()
    _import_backup(season, program, tmp_path / "backup.json")
    screen = _read_trends(program)
    pdf = _save_report(program, tmp_path / "pages.pdf")
    season.leave()
    summary, cards = summarised(season.file, season.clock)
    Told(season.account, summary, cards, screen, pdf).agree()


# --- another program's backup ---


def _import_backup(walk: Season, program: Program, path: Path) -> None:
    """Two doses on days without entries, one of a strain that is gone, one effect."""
    odd, ours, gone, effect = (FIRST + dt.timedelta(days=n) for n in (6, 20, 34, 8))
    path.write_text(json.dumps(_backup(odd, ours, gone, effect)), encoding="utf-8")
    size = walk.account.size
    program.keys("alt", "Down")
    program.choose_in_menu("Import…")
    program.give_keyboard(program.shown("File name:").window)
    program.wait_for_focus("File name:")
    program.type(str(path))
    program.keys("Return")
    program.press("Import 5 entries")
    program.shown("5 entries were imported.")
    program.take_keyboard()
    walk.account.doses += [(odd, "other", 3000), (ours, "leaf", 2500), (gone, "unnamed", 1800)]
    walk.account.notes.append((effect, "Effects noted in Herbal Tracker+: mood 4, pain relief 2\ncalm"))
    walk.written()
    assert walk.account.size == size + 4  # the fifth is a product


def _backup(odd: dt.date, ours: dt.date, gone: dt.date, effect: dt.date) -> dict[str, object]:
    return {
        "version": 1,
        "strains": [{"id": "a", "name": LEAF, "code": "GB"}, {"id": "b", "name": ELSEWHERE, "code": "RB"}],
        "dosages": [
            {"id": "1", "strainId": "b", "amount": 3, "timestamp": f"{odd}T08:10:00.000", "notes": None},
            {"id": "2", "strainId": "a", "amount": "2.5", "timestamp": f"{ours}T21:30:12.345678", "notes": "late"},
            {"id": "3", "strainId": "c", "amount": 1.8000000000000003, "timestamp": f"{gone}T12:00:00.000Z"},
        ],
        "effects": [
            {"id": "x", "mood": 4, "painRelief": 2, "timestamp": f"{effect}T23:00:00.000", "notes": "calm"},
        ],
    }


# --- reading the screen ---


def _read_trends(program: Program) -> Screen:
    program.keys("ctrl+3")
    titles = ["Leaf: amount per day taken", "Leaf: doses per day taken", "Hours between doses, all products", MAIN]
    for title in titles:
        program.press(f"{title}: Show the numbers")
        program.shown(f"{title}: Hide the numbers")
    seen = program.seen()
    said = [_below(seen, title) for title in titles]
    numbers = [lines[1:] for lines in said]
    program.press("Show as table", back=True)
    program.go_to("Copy as CSV", hidden=True)  # below the cards and the table
    program.keys("space")
    program.shown(f"{DAYS} days were copied.")
    rows = next(each.cells for each in program.seen() if each.cells)
    table = list(csv.reader(io.StringIO(program.clipboard())))
    return Screen(titles, [lines[0] for lines in said], numbers, table[1:], rows)


def _below(seen: list[Seen], title: str) -> list[str]:
    """The sentences of a card: what is read between its title and its link."""
    names = [each.name for each in seen if each.name]
    end = names.index(f"{title}: Hide the numbers")
    start = max(place for place in range(end) if names[place] == title)
    return names[start + 1 : end]


def _save_report(program: Program, path: Path) -> str:
    program.keys("ctrl+4")
    program.press("Save PDF…", back=True)
    program.give_keyboard(program.shown("File name:").window)
    program.wait_for_focus("File name:")
    program.type(str(path))
    program.keys("Return")
    program.shown(f"{path.name} is saved in {path.parent}.")
    program.take_keyboard()
    return pdf_text(path)
