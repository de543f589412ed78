"""No socket to any network, as the kernel sees it; Python's own hook would not see Qt's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journals import new_journal, note

pytestmark = [pytest.mark.slow, pytest.mark.needs("strace")]

# A window that can be used for so many seconds and is closed.
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from journal import app
started = app._started
app._started = lambda: (started(), QTimer.singleShot(int(sys.argv[2]) * 1000, lambda: QCoreApplication.exit(0)))
sys.exit(app.run(Path(sys.argv[1])))
"""
PLANTED = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QTcpSocket
application = QCoreApplication([])
socket = QTcpSocket()
socket.connectToHost("127.0.0.1", 9)
socket.waitForConnected(100)
"""


def networks(folder: Path, *arguments: str, **environment: str) -> tuple[list[str], str]:
    """The network sockets that a Python of ours opened, itself and its children, and what it said."""
    log = folder / "strace.log"
    done = subprocess.run(
        ["strace", "-f", "-e", "trace=socket,connect", "-o", str(log), sys.executable, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True, text=True, cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [line for line in log.read_text().splitlines() if "AF_INET" in line], done.stderr


@pytest.fixture(autouse=True)
def from_this_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))


def test_the_demo_opens_no_socket(tmp_path: Path) -> None:
    found, _ = networks(tmp_path, "-m", "journal", "demo", "made-up", "--days", "14")
    assert found == []
    assert (tmp_path / "made-up" / "demo.leaf").stat().st_size > 0


def test_the_window_opens_no_socket(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "x.leaf", None)
    with journal.open() as book:
        note(book, 'see http://example.org/ and <img src="http://example.org/x.png">')
    found, said = networks(tmp_path, "-c", WINDOW, str(journal.path), "4", LEAF_JOURNAL_TIMINGS="1")
    assert found == []
    assert "usable" in said


def test_control_a_planted_qt_socket_is_seen(tmp_path: Path) -> None:
    found, _ = networks(tmp_path, "-c", PLANTED)
    assert any("AF_INET" in line for line in found)
