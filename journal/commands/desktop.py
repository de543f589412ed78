"""The program in the menu of a Linux desktop, for this account alone: its entry, its icon, and what opens journals."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

from journal.assets import asset
from journal.core.refusal import Refused
from journal.texts import Texts

NAME = "leaf-journal"
MIME_TYPE = "application/x-leaf-journal"
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Leaf Journal
GenericName=Journal
Comment=A private journal that stays on this computer
Exec={command} %f
Icon={name}
Terminal=false
Categories=Utility;
Keywords=journal;diary;symptoms;health;
MimeType={mime_type};
StartupNotify=true
StartupWMClass={name}
"""
_TYPE = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{mime_type}">
    <comment>Leaf Journal</comment>
    <icon name="{name}"/>
    <glob pattern="*.leaf"/>
  </mime-type>
</mime-info>
"""
# What must be read again, and with what, if it is there: a desktop without it reads the folders itself.
_READ_AGAIN = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
_SECONDS = 30


def install(texts: Texts) -> int:
    """Write the files and say which; what stood there before is replaced."""
    _refuse_elsewhere()
    for path, content in _files().items():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_bytes(content)
        print(path)
    _read_again()
    print(texts("Leaf Journal is in the menu now, and opens journals. --uninstall-desktop takes this back."))
    return 0


def uninstall(texts: Texts) -> int:
    """Delete what ``install`` wrote, and nothing else: folders stay, and so does every journal."""
    _refuse_elsewhere()
    there = [path for path in _files() if path.exists()]
    for path in there:
        path.unlink()
        print(path)
    if not there:
        print(texts("There was nothing to take back."))
        return 0
    _read_again()
    print(texts("Leaf Journal is no longer in the menu. Your journals are where they were."))
    return 0


def _refuse_elsewhere() -> None:
    if not sys.platform.startswith("linux"):
        raise Refused("desktop-elsewhere")


def _data_home() -> Path:
    """XDG_DATA_HOME, which counts only if it is a whole path."""
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def _files() -> dict[Path, bytes]:
    """Every file that is written, with what is in it."""
    home = _data_home()
    entry = _ENTRY.format(command=command(), name=NAME, mime_type=MIME_TYPE)
    return {
        home / "applications" / f"{NAME}.desktop": entry.encode(),
        home / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg": asset("icons", f"{NAME}.svg").read_bytes(),
        home / "mime" / "packages" / f"{NAME}.xml": _TYPE.format(name=NAME, mime_type=MIME_TYPE).encode(),
    }


def command() -> str:
    """How this very program is started, with whole paths: a menu knows no environment and perhaps another PATH.

    The script beside Python stays where it is when pip, pipx or uv bring a new version.
    """
    script = Path(sys.executable).with_name(NAME)
    if script.is_file():
        return _quoted(str(script))
    package = Path(__file__).parent.parent.parent
    run = f"import sys; sys.path.insert(0, {str(package)!r}); from journal.cli import main; sys.exit(main())"
    return f"{_quoted(sys.executable)} -c {_quoted(run)}"


def _quoted(argument: str) -> str:
    """An argument of an Exec line: quoted, then its backslashes doubled as in every value, and no field codes."""
    inside = "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in argument)
    return f'"{inside}"'.replace("\\", "\\\\").replace("%", "%%")


def _read_again() -> None:
    for program, folder in _READ_AGAIN:
        program_path, path = which(program), _data_home() / folder
        if program_path and path.is_dir():
            subprocess.run([program_path, str(path)], capture_output=True, timeout=_SECONDS, check=False)
