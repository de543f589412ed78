"""The device file: what belongs to this computer and not to the journal, kept outside it."""

from __future__ import annotations

import configparser
import os
from dataclasses import dataclass, fields, replace
from pathlib import Path

_SECTION = "device"


@dataclass(frozen=True, slots=True)
class Device:
    """This computer's settings. ``colour_scheme`` is system, light or dark; ``text_size`` in percent, 100 to 200.

    ``high_contrast`` is system (as the system says) or on. ``country`` is an ISO 3166 code, "" when it was not said.

    ``salts`` maps a journal's path to its salt (hex, not secret): it tells a damaged header from a wrong passphrase,
    and can bring the entries back.
    """

    colour_scheme: str = "system"
    text_size: int = 100
    high_contrast: str = "system"
    geometry: str = ""
    language: str = ""
    country: str = ""
    last_journal: str = ""
    salts: tuple[tuple[str, str], ...] = ()


def load(path: Path) -> Device:
    """The device file's settings; defaults for what is missing or cannot be read (it holds nothing of value)."""
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
        stored = dict(parser[_SECTION]) if parser.has_section(_SECTION) else {}
        salts = tuple(parser["salts"].items()) if parser.has_section("salts") else ()
    except (configparser.Error, UnicodeDecodeError):
        return Device()
    known = {f.name: stored[f.name] for f in fields(Device) if f.name in stored and f.name != "text_size"}
    return Device(**known, text_size=_text_size(stored.get("text_size", "100")), salts=salts)


def save(device: Device, path: Path) -> None:
    """Write the whole file beside the old one and put it in its place."""
    parser = configparser.ConfigParser(interpolation=None)
    parser[_SECTION] = {each.name: str(getattr(device, each.name)) for each in fields(Device) if each.name != "salts"}
    parser["salts"] = dict(device.salts)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_suffix(".new")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        parser.write(file)
    temporary.replace(path)


def with_salt(device: Device, journal: Path, salt: str) -> Device:
    """The device knowing this journal's salt."""
    others = {key: value for key, value in device.salts if key != _key(journal)}
    return replace(device, salts=(*others.items(), (_key(journal), salt)))


def salt_of(device: Device, journal: Path) -> str | None:
    """The salt that was kept for this journal, if one was."""
    return dict(device.salts).get(_key(journal))


def _key(journal: Path) -> str:
    # ini keys are lower-cased and end at "=" or ":", so the path is written as hex.
    return os.fsencode(journal.absolute()).hex()


def _text_size(text: str) -> int:
    return min(200, max(100, int(text))) if text.isascii() and text.isdigit() else 100
