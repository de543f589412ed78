"""The program in a desktop's menu: what is written, where, and that it is taken back whole."""

from __future__ import annotations

import configparser
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from journal.bootstrap import ROOT
from journal.commands import desktop
from tests.command_line import Run, refused, run

__all__ = ["run"]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="such menus exist on Linux only")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this account's programs, empty, and no other."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "my share"))
    return home / "my share"


def written(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("leaf-journal*") if path.is_file()}


def entry_in(data: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(data / "applications" / "leaf-journal.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_it_is_installed_and_taken_back(run: Run, data: Path) -> None:
    code, said, _ = run("--install-desktop")
    assert code == 0
    files = {
        "applications/leaf-journal.desktop",
        "icons/hicolor/scalable/apps/leaf-journal.svg",
        "mime/packages/leaf-journal.xml",
    }
    assert written(data) == files
    assert all(str(data / name) in said for name in files)
    assert {path.name for path in data.parent.iterdir()} == {data.name}
    assert run("--install-desktop")[0] == 0
    other = data / "applications" / "other.desktop"
    other.write_text("[Desktop Entry]", encoding="utf-8")
    assert run("--uninstall-desktop")[0] == 0
    assert written(data) == set()
    assert other.exists()
    assert "nothing to take back" in run("--uninstall-desktop")[1]


def test_it_says_the_same_as_the_entry_in_the_wheel(run: Run, data: Path) -> None:
    run("--install-desktop")
    shipped = configparser.ConfigParser(interpolation=None)
    shipped.optionxform = str  # type: ignore[assignment, method-assign]
    shipped.read(Path(ROOT, "resources", "packaging", "leaf-journal.desktop"), encoding="utf-8")
    here = dict(entry_in(data))
    assert here.pop("MimeType") == f"{desktop.MIME_TYPE};"
    assert here.pop("Exec").endswith(" %f")
    assert here == {name: value for name, value in shipped["Desktop Entry"].items() if name != "Exec"}


def test_what_the_menu_runs_is_this_program(run: Run, data: Path) -> None:
    run("--install-desktop")
    line = entry_in(data)["Exec"].removesuffix(" %f")
    command = shlex.split(line.replace("\\\\", "\\").replace("%%", "%"))
    done = subprocess.run([*command, "--version"], capture_output=True, text=True, timeout=60, cwd="/", check=False)
    assert done.stdout.startswith("leaf-journal "), done.stderr


def test_a_script_beside_python_is_what_the_menu_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / 'odd "100%" $HOME'
    folder.mkdir()
    (folder / "leaf-journal").touch()
    monkeypatch.setattr(sys, "executable", str(folder / "python3"))
    assert desktop.command() == f'"{tmp_path}/odd \\\\"100%%\\\\" \\\\$HOME/leaf-journal"'


@pytest.mark.needs("desktop-file-validate")
def test_the_entry_is_valid(run: Run, data: Path) -> None:
    run("--install-desktop")
    file = data / "applications" / "leaf-journal.desktop"
    done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.needs("update-mime-database", "update-desktop-database")
def test_journals_are_of_its_type_and_opened_by_it(run: Run, data: Path) -> None:
    run("--install-desktop")
    assert f"{desktop.MIME_TYPE}:*.leaf" in (data / "mime" / "globs").read_text(encoding="utf-8")
    cache = (data / "applications" / "mimeinfo.cache").read_text(encoding="utf-8")
    assert f"{desktop.MIME_TYPE}=leaf-journal.desktop;" in cache
    run("--uninstall-desktop")
    assert "leaf" not in (data / "mime" / "globs").read_text(encoding="utf-8")


def test_a_folder_that_is_no_whole_path_does_not_count(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "share")
    monkeypatch.chdir(tmp_path)
    assert run("--install-desktop")[0] == 0
    assert written(data.parent / ".local" / "share")
    assert not (tmp_path / "share").exists()


def test_other_systems_have_no_such_menu(run: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "Linux only" in refused(run("--install-desktop"))
    assert not data.exists()
