"""The device file: what belongs to this computer and not to the journal, kept outside it."""

from __future__ import annotations

import configparser
import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from journal.paths import sync_folder
from journal.texts.chosen_formats import Chosen

_SECTION = "device"
_BY_JOURNAL = ("salts", "checks", "practices", "second_folders", "writes", "exports", "copies")  # sections of their own
_WAIT_S = 1


@dataclass(frozen=True, slots=True)
class Device:
    """This computer's settings. ``colour_scheme`` is system, light or dark; ``text_size`` in percent, 100 to 200.

    ``high_contrast`` is system (as the system says) or on. ``country`` is an ISO 3166 code, "" when it was not said.

    ``computer`` is a random name for this computer, "" until a journal was open on it: each write leaves it in the
    journal, which so tells what was saved on another one.

    ``version`` is that of the program of which was said what it changed, "" before a journal was opened.

    ``clock`` (24, 12), ``date_order`` (day, month), ``decimal`` (point, comma) and ``week`` (monday, saturday, sunday)
    are how dates, times and numbers are shown and read, or "system".

    ``help_lines`` is what the person changed about whom to call, as text of ``guidance.own_lines``.

    ``salts`` maps a journal's path to its salt (hex, not secret): it tells a damaged header from a wrong passphrase,
    and can bring the entries back. While a passphrase is changed there are two of them, with a space between.
    ``checks`` maps it to the days on which the journal was checked last by itself, and thoroughly.
    ``practices`` maps it to the day on which its passphrase was set, and how often that was practised since.
    ``second_folders`` maps it to the folder (hex) into which its backups are also copied, and the day of the last copy.
    ``writes`` maps it to the number of its last write when it was closed here: one with a lower number is older.
    ``exports`` maps it to the files (hex) that were exported last, with a space between: anyone can read them.
    ``copies`` maps it to how many copies are being given its passphrase, while that is under way.
    """

    colour_scheme: str = "system"
    text_size: int = 100
    high_contrast: str = "system"
    geometry: str = ""
    language: str = ""
    country: str = ""
    last_journal: str = ""
    clock: str = "system"
    date_order: str = "system"
    decimal: str = "system"
    week: str = "system"
    help_lines: str = ""
    computer: str = ""
    version: str = ""
    salts: tuple[tuple[str, str], ...] = ()
    checks: tuple[tuple[str, str], ...] = ()
    practices: tuple[tuple[str, str], ...] = ()
    second_folders: tuple[tuple[str, str], ...] = ()
    writes: tuple[tuple[str, str], ...] = ()
    exports: tuple[tuple[str, str], ...] = ()
    copies: tuple[tuple[str, str], ...] = ()

    @property
    def formats(self) -> Chosen:
        """How dates, times and numbers are shown and read, where it is not as the system does."""
        return Chosen(self.clock, self.date_order, self.decimal, self.week)


def load(path: Path) -> Device:
    """The device file's settings; defaults for what is missing or cannot be read."""
    return _read(path) or Device()


def _read(path: Path) -> Device | None:
    """What the file says, defaults where it is missing; None if it is damaged."""
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
        stored = dict(parser[_SECTION]) if parser.has_section(_SECTION) else {}
        by_journal: dict[str, Any] = {
            name: tuple(parser[name].items()) for name in _BY_JOURNAL if parser.has_section(name)
        }
    except (configparser.Error, UnicodeDecodeError):
        return None
    of_this_computer = [f.name for f in fields(Device) if f.name not in ("text_size", *_BY_JOURNAL)]
    known: dict[str, Any] = {name: stored[name] for name in of_this_computer if name in stored}
    size = _text_size(stored.get("text_size", "100"))
    return replace(Device(**known, text_size=size), **by_journal)


def save(device: Device, path: Path) -> None:
    """Write the whole file beside the old one and put it in its place; what is there then survives a power cut."""
    parser = configparser.ConfigParser(interpolation=None)
    parser[_SECTION] = {
        field.name: str(getattr(device, field.name)) for field in fields(Device) if field.name not in _BY_JOURNAL
    }
    for name in _BY_JOURNAL:
        parser[name] = dict(getattr(device, name))
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = unfinished_file(path)
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        parser.write(file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)


def change(path: Path, changed: Callable[[Device], Device]) -> Device:
    """Read the file, change it and write it, while no other program can do so; answers with what it holds now.

    Nothing is written where nothing changes. OSError from the disk, or if another program holds the file for a second.
    """
    from filelock import FileLock  # a twentieth of a second, which the first picture does not wait for

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with FileLock(lock_file(path), timeout=_WAIT_S, mode=0o600):
        now = _read(path)
        if now is None:
            # Whoever wrote down numbers in it can still read them there.
            path.replace(damaged_file(path))
        device = changed(now or Device())
        if device != now:
            save(device, path)
    return device


def unfinished_file(path: Path) -> Path:
    """What is written beside the device file, and left there if the computer stops meanwhile."""
    return path.with_suffix(".new")


def damaged_file(path: Path) -> Path:
    """A device file that could not be read, set aside."""
    return path.with_suffix(".damaged")


def lock_file(path: Path) -> Path:
    """What lies beside the device file while it is changed, and after."""
    return path.with_name(path.name + ".lock")


def with_salt(device: Device, journal: Path, salt: str) -> Device:
    """The device knowing this journal's salt."""
    others = {key: value for key, value in device.salts if key != _key(journal)}
    return replace(device, salts=(*others.items(), (_key(journal), salt)))


def with_salts(device: Device, journal: Path, salts: tuple[str, ...]) -> Device:
    """The device knowing that this journal has one of these salts, or none."""
    if salts:
        return with_salt(device, journal, " ".join(salts))
    return replace(device, salts=tuple((key, value) for key, value in device.salts if key != _key(journal)))


def keep_salts(path: Path, journal: Path, salts: tuple[str, ...]) -> Device:
    """Write these salts into the device file, on the disk when this returns; OSError where they could not be.

    A file with a salt that is not known would be taken for a damaged one.
    """
    return change(path, lambda now: with_salts(now, journal, salts))


def salt_of(device: Device, journal: Path) -> str | None:
    """The salt that was kept for this journal, if one was; two, if its passphrase was being changed."""
    return dict(device.salts).get(_key(journal))


def with_check(device: Device, journal: Path, day: dt.date, thorough: bool) -> Device:
    """The device knowing that this journal was checked on that day."""
    last_thorough = day if thorough else last_checks(device, journal)[1]
    others = {key: value for key, value in device.checks if key != _key(journal)}
    days = f"{day} {last_thorough or ''}".strip()
    return replace(device, checks=(*others.items(), (_key(journal), days)))


def last_checks(device: Device, journal: Path) -> tuple[dt.date | None, dt.date | None]:
    """The days on which this journal was checked last, and thoroughly; None where it never was."""
    quick, _, thorough = dict(device.checks).get(_key(journal), "").partition(" ")
    return _day(quick), _day(thorough)


def with_practice(device: Device, journal: Path, set_on: dt.date | None, done: int) -> Device:
    """The device knowing how often a new passphrase was practised; None: there is none any more."""
    others = {key: value for key, value in device.practices if key != _key(journal)}
    mine = {} if set_on is None else {_key(journal): f"{set_on} {done}"}
    return replace(device, practices=tuple({**others, **mine}.items()))


def practice_of(device: Device, journal: Path) -> tuple[dt.date, int] | None:
    """The day on which this journal's passphrase was set, and how often it was practised; None where not known."""
    set_on, _, done = dict(device.practices).get(_key(journal), "").partition(" ")
    day = _day(set_on)
    return (day, int(done)) if day is not None and done.isascii() and done.isdigit() else None


@dataclass(frozen=True, slots=True)
class SecondFolder:
    """Where a journal's backups are also copied to. ``copied``: the day of the last copy, None where none was made."""

    path: Path
    copied: dt.date | None = None


def with_second_folder(device: Device, journal: Path, second: SecondFolder | None) -> Device:
    """The device knowing this journal's second folder; None: it has none any more."""
    key = _key(journal.resolve())
    others = {name: value for name, value in device.second_folders if name != key}
    if second is not None:
        others[key] = f"{os.fsencode(second.path.absolute()).hex()} {second.copied or ''}".strip()
    return replace(device, second_folders=tuple(others.items()))


def with_copied(device: Device, journal: Path, day: dt.date) -> Device:
    """The device knowing that a backup of this journal was copied on that day into its second folder."""
    second = second_folder_of(device, journal)
    return device if second is None else with_second_folder(device, journal, replace(second, copied=day))


def second_folder_of(device: Device, journal: Path) -> SecondFolder | None:
    """The second folder of this journal; None where there is none."""
    folder, _, copied = dict(device.second_folders).get(_key(journal.resolve()), "").partition(" ")
    try:
        return SecondFolder(Path(os.fsdecode(bytes.fromhex(folder))), _day(copied)) if folder else None
    except ValueError:
        return None


def second_path_of(device: Device, journal: Path) -> Path | None:
    """The place of that folder alone."""
    second = second_folder_of(device, journal)
    return None if second is None else second.path


def with_writes(device: Device, journal: Path, number: int | None) -> Device:
    """The device knowing the number of this journal's last write; None: another file takes its place."""
    own = _key(journal.resolve())  # a link leads to the same file
    others = {key: value for key, value in device.writes if key != own}
    mine = {} if number is None else {own: str(number)}
    return replace(device, writes=tuple({**others, **mine}.items()))


def writes_of(device: Device, journal: Path) -> int | None:
    """The number of this journal's last write when it was closed here; None where not known."""
    kept = dict(device.writes).get(_key(journal.resolve()), "")
    return int(kept) if kept.isascii() and kept.isdigit() else None


_EXPORTS_KEPT = 20


def with_export(device: Device, journal: Path, file: Path) -> Device:
    """The device knowing that this journal was exported into that file; those that are gone are forgotten."""
    key, known = _key(journal.resolve()), [file_path for file_path in exports_of(device, journal) if file_path.exists()]
    kept = [*(file_path for file_path in known if file_path != file.absolute()), file.absolute()][-_EXPORTS_KEPT:]
    others = {name: value for name, value in device.exports if name != key}
    return replace(
        device, exports=(*others.items(), (key, " ".join(os.fsencode(file_path).hex() for file_path in kept)))
    )


def exports_of(device: Device, journal: Path) -> tuple[Path, ...]:
    """The files into which this journal was exported last, the oldest first, whether they are there still or not."""
    listed = dict(device.exports).get(_key(journal.resolve()), "").split()
    try:
        return tuple(Path(os.fsdecode(bytes.fromhex(file))) for file in listed)
    except ValueError:
        return ()


def with_copies(device: Device, journal: Path, number: int) -> Device:
    """The device knowing that so many copies of this journal are being given its passphrase; 0: none any more."""
    own = _key(journal.resolve())
    others = {key: value for key, value in device.copies if key != own}
    return replace(device, copies=tuple({**others, **({own: str(number)} if number else {})}.items()))


def copies_of(device: Device, journal: Path) -> int:
    """How many copies of this journal are being given its passphrase, or were when the program was closed."""
    kept = dict(device.copies).get(_key(journal.resolve()), "")
    return int(kept) if kept.isascii() and kept.isdigit() else 0


def with_moved(device: Device, old: Path, new: Path) -> Device:
    """The device knowing under a journal's new place what it knew by the old one."""
    old_key, new_key = _key(old.resolve()), _key(new.resolve())

    def moved(known: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return tuple({new_key if name == old_key else name: value for name, value in known}.items())

    known: dict[str, Any] = {
        name: moved(getattr(device, name)) for name in ("second_folders", "writes", "exports", "copies")
    }
    return replace(device, **known)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _key(journal: Path) -> str:
    # ini keys are lower-cased and end at "=" or ":", so the path is written as hex.
    return os.fsencode(journal.absolute()).hex()


def _text_size(text: str) -> int:
    return min(200, max(100, int(text))) if text.isascii() and text.isdigit() else 100
