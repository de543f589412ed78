"""The programs whose files are read without asking what they mean: one list for window, command line and manual."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from journal.exchange import herbal_tracker_csv, loop_habits, medtimer, psychonautwiki, tea_taper, track_and_graph
from journal.exchange.file_formats import Format
from journal.exchange.foreign_file import ForeignFile, Read, Reading
from journal.exchange.herbal_tracker import HerbalTrackerFile
from journal.exchange.herbal_tracker_csv import HerbalTrackerCsv
from journal.exchange.herbal_tracker_rows import NAME as HERBAL_TRACKER
from journal.exchange.names import Names
from journal.exchange.tables import Form
from journal.texts.marked import marked

ForeignSource = ForeignFile | HerbalTrackerFile | HerbalTrackerCsv
Opens = Callable[[Path, Form, Names, str], ForeignSource]


@dataclass(frozen=True, slots=True)
class Program:
    """A program, what is said of its files before they are read, and what opens each of them.

    ``code``: for the command line. ``keys`` at the top of a JSON, ``has_columns`` of a table, or ``is_archive``, tell
    its files.
    """

    code: str
    name: str
    comes: str
    as_notes: str
    left_out: str
    files: Mapping[Format, Opens]
    keys: Mapping[str, Format]
    has_columns: Callable[[tuple[str, ...]], bool] | None = None
    table: Format | None = None  # of what has these columns, or is this archive
    is_archive: Callable[[Path], bool] | None = None

    @property
    def promise(self) -> tuple[str, ...]:
        """What comes, what becomes a note and what cannot, each a text to be translated."""
        return tuple(words for words in (self.comes, self.as_notes, self.left_out) if words)


def _by(code: str, read: Read) -> Opens:
    def opens(path: Path, form: Form, here: Names, zone: str) -> ForeignFile:
        return ForeignFile(path, form, read, partial(Reading, code, zone, here.texts), here)

    return opens


def _herbal_tracker(path: Path, _form: Form, here: Names, zone: str) -> HerbalTrackerFile:
    return HerbalTrackerFile(path, here, zone)


PROGRAMS = (
    Program(
        "herbal-tracker",
        HERBAL_TRACKER,
        marked("Doses come with product, amount and note."),
        marked("Effects become notes, as the file does not say their scale."),
        marked("The daily limit is left out."),
        {Format.HERBAL_TRACKER: _herbal_tracker, Format.HERBAL_TRACKER_CSV: HerbalTrackerCsv},
        {"dosages": Format.HERBAL_TRACKER, "strains": Format.HERBAL_TRACKER},
        herbal_tracker_csv.is_export,
        Format.HERBAL_TRACKER_CSV,
    ),
    Program(
        "psychonautwiki",
        "PsychonautWiki Journal",
        marked("What names kratom, mitragynine or 7-OH comes as a dose, everything else that was taken as an intake."),
        marked("Texts, timed notes and ratings of effects become notes."),
        marked("What others took, places, colours and own substances are left out."),
        {Format.PSYCHONAUTWIKI: _by("psychonautwiki", psychonautwiki.read)},
        dict.fromkeys(psychonautwiki.KEYS, Format.PSYCHONAUTWIKI),
    ),
    Program(
        "medtimer",
        "MedTimer",
        marked("What was taken comes as a dose if it names kratom, mitragynine or 7-OH, and else as an intake."),
        "",
        marked("Reminders that were not taken, tags, stock and the list of medicines are left out."),
        {
            Format.MEDTIMER: _by("medtimer", medtimer.read_backup),
            Format.MEDTIMER_CSV: _by("medtimer", medtimer.read_export),
        },
        dict.fromkeys(medtimer.KEYS, Format.MEDTIMER),
        medtimer.is_export,
        Format.MEDTIMER_CSV,
    ),
    Program(
        "track-and-graph",
        "Track & Graph",
        marked("Every value comes with its time."),
        marked("Values become notes: the file does not say what a tracker counts, nor on which scale."),
        marked("To bring trackers in as doses or ratings, read the file as a table, and say what each of them is."),
        {Format.TRACK_AND_GRAPH: _by("track-and-graph", track_and_graph.read)},
        {},
        track_and_graph.is_export,
        Format.TRACK_AND_GRAPH,
    ),
    Program(
        "loop",
        "Loop Habit Tracker",
        marked("Every day on which something was entered comes, put at 12:00, to be completed later."),
        marked("Days become notes: the file does not say what a habit counts, nor at which time."),
        marked("Scores, colours, targets and days on which nothing was entered are left out."),
        {Format.LOOP: _by("loop", loop_habits.read)},
        {},
        is_archive=loop_habits.is_export,
        table=Format.LOOP,
    ),
    Program(
        "tea-taper",
        "Tea Taper",
        marked("What was drunk comes as doses in ml, and ratings of seven symptoms, put at 12:00 of their day."),
        marked("The other ratings, triggers, what helped and texts become one note a day, at 12:00."),
        marked("The plan, targets and everything about the program itself are left out."),
        {Format.TEA_TAPER: _by("tea-taper", tea_taper.read)},
        dict.fromkeys(tea_taper.KEYS, Format.TEA_TAPER),
    ),
)  # fmt: skip
_OF = {format: program for program in PROGRAMS for format in program.files}
BY_KEY = {key: format for program in PROGRAMS for key, format in program.keys.items()}


def program_of(format: Format) -> Program | None:
    """The program that writes such files; None for our own and for tables."""
    return _OF.get(format)


def table_of(columns: tuple[str, ...]) -> Format | None:
    """Which program's table has these columns."""
    return next(
        (program.table for program in PROGRAMS if program.has_columns is not None and program.has_columns(columns)),
        None,
    )


def archive_of(path: Path) -> Format | None:
    """Which program's archive this is."""
    return next(
        (program.table for program in PROGRAMS if program.is_archive is not None and program.is_archive(path)), None
    )
