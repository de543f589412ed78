"""The bootstrap decides rightly when to step aside, when to prepare and when to refuse; no test installs anything."""

import ast
import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from journal import bootstrap
from journal.bootstrap import Part, building, libraries, preparing, systems

ROOT = Path(bootstrap.ROOT)
PROGRAM = Part("requirements.lock", "leaf-journal-stamp", 500, ("a_module_that_nobody_has",))
TESTS = Part("requirements-dev.lock", "leaf-journal-tests-stamp", 100, ("another_module_that_nobody_has",))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout, seen from a Python that has pip, but no dependency and no display."""
    monkeypatch.delenv(bootstrap.SWITCH)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(bootstrap, "is_importable", lambda name: name in ("pip", "json"))
    monkeypatch.setattr(libraries, "missing_libraries", lambda display: {})
    (tmp_path / "resources").mkdir()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "resources" / "requirements.lock").write_text("alembic==1.20.1\n")
    (tmp_path / "resources" / "requirements-dev.lock").write_text("pytest==9.2.0\n")
    for name, value in {"ROOT": tmp_path, "VENV": tmp_path / ".venv"}.items():
        monkeypatch.setattr(bootstrap, name, str(value))
    for name, part in {"PROGRAM": PROGRAM, "TESTS": TESTS}.items():
        monkeypatch.setattr(bootstrap, name, part)
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run, the program itself last: nothing comes after execv."""
    run: list[list[str]] = []

    def replace_process(path: str, command: list[str]) -> None:
        run.append(command)
        raise SystemExit(0)

    monkeypatch.setattr(building, "_run", lambda command, environment=None: run.append(list(command)))
    monkeypatch.setattr(os, "execv", replace_process)
    return run


def finish(*parts: Part) -> None:
    """What a first start leaves behind."""
    python = Path(bootstrap.venv_python())
    python.parent.mkdir(parents=True, exist_ok=True)
    python.touch()
    for part in parts:
        Path(part.stamp).write_bytes(part.stamp_of_now())


def start(*parts: Part) -> None:
    with pytest.raises(SystemExit):
        preparing.prepare(*parts)


# --- when nothing is to be done ---------------------------------------------------------------------------------------


def test_an_environment_with_everything_is_left_alone(checkout: Path, commands: list[list[str]]) -> None:
    preparing.prepare(Part("requirements.lock", "stamp", 0, ("json",)))
    assert not commands


def test_the_switch_turns_it_off(checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(bootstrap.SWITCH, "1")
    preparing.prepare(PROGRAM)
    assert not commands


def test_an_installed_program_is_left_alone(checkout: Path, commands: list[list[str]]) -> None:
    (checkout / "pyproject.toml").unlink()
    preparing.prepare(PROGRAM)
    assert not commands


def test_a_finished_environment_is_entered_at_once(checkout: Path, commands: list[list[str]]) -> None:
    finish(PROGRAM)
    start(PROGRAM)
    assert commands == [[bootstrap.venv_python(), *sys.orig_argv[1:]]]


@pytest.mark.parametrize("part", [PROGRAM, TESTS], ids=["program", "tests"])
def test_a_new_lock_or_an_unfinished_environment_is_not_ready(checkout: Path, part: Part) -> None:
    assert not bootstrap.is_ready(part)
    finish(part)
    assert bootstrap.is_ready(part)
    Path(part.lock).write_text("alembic==1.20.2\n")
    assert not bootstrap.is_ready(part)


# --- what is installed ------------------------------------------------------------------------------------------------


def test_a_first_start_builds_with_hashes_and_marks_it_last(
    checkout: Path, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    start(PROGRAM)
    make, install, run = commands
    assert make[1:] == ["-m", "venv", "--without-pip", bootstrap.VENV]
    assert {"--require-hashes", "--only-binary", PROGRAM.lock} <= set(install)
    assert run[0] == bootstrap.venv_python()
    assert Path(PROGRAM.stamp).read_bytes() == PROGRAM.stamp_of_now()
    said = capsys.readouterr().err
    assert "(about 500 MB)" in said and "python3 -m tests adds it (about 100 MB)" in said


def test_the_tests_add_only_what_they_need(
    checkout: Path, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    finish(PROGRAM)
    start(PROGRAM, TESTS)
    install, _ = commands
    assert install[-2:] == ["-r", TESTS.lock] and "--ignore-installed" not in install
    assert bootstrap.is_ready(PROGRAM, TESTS)
    assert "(about 100 MB)" in capsys.readouterr().err


def test_the_tests_of_a_fresh_checkout_install_both(checkout: Path, commands: list[list[str]]) -> None:
    start(PROGRAM, TESTS)
    assert [each[-1] for each in commands[1:3]] == [PROGRAM.lock, TESTS.lock]


def test_a_new_lock_of_the_tests_leaves_the_program_alone(checkout: Path, commands: list[list[str]]) -> None:
    finish(PROGRAM, TESTS)
    Path(TESTS.lock).write_text("pytest==9.3.0\n")
    start(PROGRAM, TESTS)
    assert [each[-1] for each in commands[:-1]] == [TESTS.lock]


def test_an_environment_of_an_earlier_lock_is_made_anew(checkout: Path, commands: list[list[str]]) -> None:
    finish(PROGRAM, TESTS)
    Path(PROGRAM.lock).write_text("alembic==1.20.2\n")
    start(PROGRAM)
    assert [each[1:3] for each in commands[:1]] == [["-m", "venv"]]
    assert not Path(TESTS.stamp).exists() and not (checkout / ".venv.old").exists()


def test_an_interrupted_addition_is_written_over_and_the_program_still_starts(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(PROGRAM)

    def interrupted(command: list[str], environment: object = None) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(building, "_run", interrupted)
        start(PROGRAM, TESTS)
    assert bootstrap.is_ready(PROGRAM) and not bootstrap.is_ready(TESTS)
    start(PROGRAM, TESTS)
    assert "--ignore-installed" in commands[0] and bootstrap.is_ready(PROGRAM, TESTS)


def test_the_python_of_the_environment_asks_the_one_that_made_it(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`.venv/bin/python -m tests` after `python3 -m journal`: what is missing is installed, too."""
    finish(PROGRAM)
    monkeypatch.setattr(sys, "prefix", bootstrap.VENV)
    start(PROGRAM, TESTS)
    assert commands == [[preparing._python_that_made_this(), *sys.orig_argv[1:]]]
    assert not commands[0][0].startswith(bootstrap.VENV)


def test_a_package_taken_out_by_hand_is_named_by_its_import(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(PROGRAM)
    monkeypatch.setattr(sys, "prefix", bootstrap.VENV)
    preparing.prepare(PROGRAM)  # and not from one Python to the other for ever
    assert not commands


def test_a_display_that_finds_everything_there_is_not_spoken_of(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    finish(PROGRAM)
    monkeypatch.setattr(bootstrap, "draws_by_x11", lambda: True)
    assert not bootstrap.is_ready(PROGRAM)
    start(PROGRAM)
    assert bootstrap.is_ready(PROGRAM) and len(commands) == 1
    assert capsys.readouterr().err == ""


# --- what is refused --------------------------------------------------------------------------------------------------


def test_a_plain_user_gets_the_line_to_type(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(libraries, "missing_libraries", lambda display: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(SystemExit) as exit_:
        preparing.prepare(PROGRAM)
    assert exit_.value.code == 1
    assert "\n    sudo apt-get install -y --no-install-recommends libegl1\n" in capsys.readouterr().err
    assert not commands and not (checkout / ".venv").exists()


def test_somebody_elses_environment_is_not_touched(checkout: Path, commands: list[list[str]]) -> None:
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "pyvenv.cfg").touch()
    start(PROGRAM)
    assert not commands and (checkout / ".venv" / "pyvenv.cfg").exists()


def test_a_system_without_wheels_is_told_so_before_anything_is_made(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(systems, "this_system", lambda: systems.Here("linux", "riscv64", (2, 41), "glibc"))
    start(PROGRAM)
    assert "cannot be installed here" in capsys.readouterr().err
    assert not commands and not (checkout / ".venv").exists()


def test_without_a_connection_it_says_what_is_needed(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    finish(PROGRAM)
    nothing_there = [sys.executable, "-c", "import sys; print('no route to host'); sys.exit(1)"]
    monkeypatch.setattr(building, "_pip", lambda: nothing_there)
    start(PROGRAM, TESTS)
    said = capfd.readouterr().err
    assert "no route to host" in said and "needs a connection" in said and "Traceback" not in said
    assert bootstrap.is_ready(PROGRAM)


# --- what it costs ----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(systems.this_system()[:2] != ("linux", "x86_64"), reason="not run: sizes are of Linux on x64")
@pytest.mark.parametrize("part", [bootstrap.PROGRAM, bootstrap.TESTS], ids=["program", "tests"])
def test_the_sizes_that_are_announced_are_right(part: Part) -> None:
    if not part.is_installed():
        pytest.skip("not run: this environment was not made by python3 -m journal")
    measured = sum(_size(name) for name in _names(part))
    assert measured == pytest.approx(part.megabytes * 1_000_000, rel=0.05)


def test_the_readme_tells_the_same_sizes() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"(about {bootstrap.PROGRAM.megabytes} MB)" in readme
    assert f"(about {bootstrap.TESTS.megabytes} MB)" in readme


def _names(part: Part) -> set[str]:
    """What only this part brings."""
    names = {line.partition("==")[0] for line in Path(part.lock).read_text().splitlines() if "==" in line}
    return names - _names(bootstrap.PROGRAM) if part is bootstrap.TESTS else names


def _size(name: str) -> int:
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:  # of another system
        return 0
    return sum(path.stat().st_size for path in (Path(str(each.locate())) for each in files) if path.exists())


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
    ask = "bootstrap.is_ready(bootstrap.PROGRAM, bootstrap.TESTS)"
    script = (
        f"from journal import bootstrap; import journal.bootstrap.preparing; {ask}; import sys; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not {"pathlib", "typing", "platform", "subprocess", "ctypes", "hashlib", "shutil", "json"} & loaded


# --- what is in the way -----------------------------------------------------------------------------------------------


def test_a_link_is_refused_and_left_as_it_was(
    checkout: Path, commands: list[list[str]], tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    finish(PROGRAM)
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "env"
    (checkout / ".venv").rename(elsewhere)
    (checkout / ".venv").symlink_to(elsewhere)
    before = sorted(str(each) for each in elsewhere.rglob("*"))
    Path(PROGRAM.lock).write_text("alembic==1.20.2\n")
    start(PROGRAM)
    assert not commands and "is a link to another folder" in capsys.readouterr().err
    assert (checkout / ".venv").readlink() == elsewhere and not (checkout / ".venv.old").exists()
    assert sorted(str(each) for each in elsewhere.rglob("*")) == before


def test_a_link_that_leads_nowhere_is_refused_too(
    checkout: Path, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / ".venv").symlink_to(checkout / "gone")
    start(PROGRAM)
    assert not commands and "is a link to another folder" in capsys.readouterr().err
    assert (checkout / ".venv").is_symlink()


def test_an_old_folder_that_cannot_be_deleted_is_no_hindrance(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(PROGRAM)
    (checkout / ".venv.old").mkdir()
    monkeypatch.setattr(shutil, "rmtree", lambda folder, ignore_errors=False: None)
    Path(PROGRAM.lock).write_text("alembic==1.20.2\n")
    start(PROGRAM)
    assert commands[-1][0] == bootstrap.venv_python()
    assert (checkout / ".venv.old").is_dir() and (checkout / ".venv.old1").is_dir()
    assert Path(PROGRAM.stamp).read_bytes() == PROGRAM.stamp_of_now()


def test_too_many_undeletable_folders_are_named_and_nothing_is_renamed(
    checkout: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    finish(PROGRAM)
    for ending in ("", "1", "2", "3", "4"):
        (checkout / f".venv.old{ending}").mkdir()
    monkeypatch.setattr(shutil, "rmtree", lambda folder, ignore_errors=False: None)
    Path(PROGRAM.lock).write_text("alembic==1.20.2\n")
    start(PROGRAM)
    assert not commands and ".venv.old1" in capsys.readouterr().err
    assert Path(bootstrap.venv_python()).exists()
