"""No file and no other program gets what lies in the program's memory."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal import memory
from journal.commands.opening import passphrase_in
from journal.texts import english
from journal.ui.lock.passphrase import PassphraseField

SECRET = "quiet river stones"
_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4
_ROOT = Path(memory.__file__).parent.parent
_CORES = Path("/proc/sys/kernel/core_pattern")

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="not run: only Linux has this switch")


def _dumpable() -> bool:
    return bool(ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0))


@pytest.fixture
def readable() -> Iterator[None]:
    """Before and after the test others can read this process, as ever."""
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)
    yield
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)


@on_linux
@pytest.mark.usefixtures("readable")
def test_a_field_for_a_passphrase_closes_the_memory_to_others(qtbot: QtBot) -> None:
    assert _dumpable()
    qtbot.addWidget(PassphraseField(english(), "Passphrase"))
    assert not _dumpable()


@on_linux
@pytest.mark.usefixtures("readable")
def test_so_does_a_command_that_reads_one(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(SECRET, encoding="utf-8")
    assert _dumpable()
    assert passphrase_in(str(tmp_path / "secret")) == SECRET
    assert not _dumpable()


@pytest.mark.skipif(sys.platform == "win32", reason="not run: Windows has no core files")
def test_no_core_file_is_written_from_the_start_on(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    kept = []
    monkeypatch.setattr(resource, "setrlimit", lambda _kind, limits: kept.append(limits))
    memory.no_core_files()
    assert kept == [(0, resource.getrlimit(resource.RLIMIT_CORE)[1])]


# Allows core files as far as the system does, holds a secret, and crashes.
_CRASH = """
import os, resource
_, most = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from journal import memory
{before}
secret = "quiet river" + " stones"
os.abort()
"""


def _cores_after(folder: Path, before: str) -> list[bytes]:
    folder.mkdir()
    code, found = _CRASH.format(before=before), {**os.environ, "PYTHONPATH": str(_ROOT)}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=found, check=False, timeout=60)
    assert done.returncode == -signal.SIGABRT
    return [file.read_bytes() for file in folder.iterdir()]


@pytest.mark.slow
@on_linux
def test_a_crash_leaves_nothing_where_an_unprotected_one_leaves_the_secret(tmp_path: Path) -> None:
    if "/" in _CORES.read_text(encoding="ascii") or "|" in _CORES.read_text(encoding="ascii"):
        pytest.skip("not run: this system puts core files elsewhere")
    control = _cores_after(tmp_path / "control", "pass")
    if not control:
        pytest.skip("not run: this system allows no core files")
    assert SECRET.encode() in control[0]
    assert _cores_after(tmp_path / "limited", "memory.no_core_files()") == []
    assert _cores_after(tmp_path / "closed", "memory.keep_from_others()") == []
