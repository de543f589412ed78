"""The bootstrap decides rightly when to step aside, when to prepare and when to refuse; no test installs anything."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal import bootstrap

ROOT = Path(bootstrap.ROOT)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout, seen from a Python that has pip, but no dependency and no display."""
    monkeypatch.delenv(bootstrap.SWITCH)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(bootstrap, "_is_importable", lambda name: name in ("pip", "json"))
    (tmp_path / "resources").mkdir()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "resources" / "requirements.lock").write_text("alembic==1.20.1\n")
    for name in ("ROOT", "VENV", "STAMP", "DISPLAY_STAMP", "LOCK"):
        monkeypatch.setattr(bootstrap, name, getattr(bootstrap, name).replace(str(ROOT), str(tmp_path), 1))
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run, the program itself last: nothing comes after execv."""
    run: list[list[str]] = []

    def replace_process(path: str, command: list[str]) -> None:
        run.append(command)
        raise SystemExit(0)

    monkeypatch.setattr(bootstrap, "_run", lambda command, environment=None: run.append(list(command)))
    monkeypatch.setattr(os, "execv", replace_process)
    return run


def finish(checkout: Path) -> None:
    """What a first start leaves behind."""
    python = Path(bootstrap._venv_python())
    python.parent.mkdir(parents=True)
    python.touch()
    Path(bootstrap.STAMP).write_bytes(bootstrap._stamp_of_now())


NEEDED = ("a_module_that_nobody_has",)


def test_an_environment_with_everything_is_left_alone(checkout: Path, commands: list[list[str]]) -> None:
    bootstrap.prepare(("json",))
    assert not commands


def test_the_switch_turns_it_off(checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(bootstrap.SWITCH, "1")
    bootstrap.prepare(NEEDED)
    assert not commands


def test_an_installed_program_is_left_alone(checkout: Path, commands: list[list[str]]) -> None:
    (checkout / "pyproject.toml").unlink()
    bootstrap.prepare(NEEDED)
    assert not commands


def test_a_finished_environment_is_entered_at_once(checkout: Path, commands: list[list[str]]) -> None:
    finish(checkout)
    with pytest.raises(SystemExit):
        bootstrap.prepare(NEEDED)
    assert commands == [[bootstrap._venv_python(), *sys.orig_argv[1:]]]


def test_a_new_lock_or_an_unfinished_environment_is_not_ready(checkout: Path) -> None:
    assert not bootstrap.is_ready()
    finish(checkout)
    assert bootstrap.is_ready()
    (checkout / "resources" / "requirements.lock").write_text("alembic==1.20.2\n")
    assert not bootstrap.is_ready()


def test_a_first_start_builds_with_hashes_and_marks_it_last(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda display: {})
    with pytest.raises(SystemExit):
        bootstrap.prepare(NEEDED)
    make, install, start = commands
    assert make[1:] == ["-m", "venv", "--without-pip", bootstrap.VENV]
    assert {"--require-hashes", "--only-binary", bootstrap.LOCK} <= set(install)
    assert start[0] == bootstrap._venv_python()
    assert Path(bootstrap.STAMP).read_bytes() == bootstrap._stamp_of_now()


def test_a_plain_user_gets_the_line_to_type(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "missing_libraries", lambda display: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit) as exit_:
        bootstrap.prepare(NEEDED)
    assert exit_.value.code == 1
    assert "\n    sudo apt-get install -y --no-install-recommends libegl1\n" in capsys.readouterr().err
    assert not commands and not (checkout / ".venv").exists()


def test_somebody_elses_environment_is_not_touched(checkout: Path, commands: list[list[str]]) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "pyvenv.cfg").touch()
    with pytest.raises(SystemExit):
        bootstrap.prepare(NEEDED)
    assert not commands and (checkout / ".venv" / "pyvenv.cfg").exists()


@pytest.mark.parametrize("package", ["journal", "tests"])
@pytest.mark.parametrize("name", ["__init__.py", "__main__.py"])
def test_an_old_python_can_read_that_it_is_too_old(package: str, name: str) -> None:
    ast.parse((ROOT / package / name).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_so() -> None:
    script = "import sys, runpy; sys.version_info = (3, 9, 2); runpy.run_module('journal', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert "needs Python 3.11 or newer; this is Python 3.9" in done.stderr


def test_a_second_start_imports_next_to_nothing() -> None:
    script = "from journal import bootstrap; bootstrap.is_ready(); import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"pathlib", "subprocess", "ctypes", "hashlib", "shutil", "json"} & set(done.stdout.split())
