"""A system is refused exactly where a library has no wheel for it, in words that say where it can be installed."""

from pathlib import Path

import pytest

from journal.bootstrap import ROOT
from journal.bootstrap.systems import SUPPORTED, Here, this_system, why_not


@pytest.mark.parametrize(
    "here",
    [
        Here("linux", "x86_64", (2, 34), "glibc"),
        Here("linux", "x86_64", (2, 41), "glibc", (3, 14)),
        Here("linux", "aarch64", (2, 39), "glibc"),
        Here("darwin", "x86_64", (13, 0)),
        Here("darwin", "arm64", (26, 1)),
        Here("win32", "amd64", (10, 0)),
        Here("win32", "arm64", (10, 0), python=(3, 12)),
    ],
)
def test_where_every_wheel_exists(here: Here) -> None:
    assert why_not(here) == ""


@pytest.mark.parametrize(
    ("here", "words"),
    [
        (Here("linux", "x86_64", (2, 31), "glibc"), "Linux on x86_64 with glibc 2.31"),
        (Here("linux", "aarch64", (2, 36), "glibc"), "Linux on aarch64 with glibc 2.36"),
        (Here("linux", "x86_64", (0, 0)), "Linux on x86_64 without glibc"),
        (Here("linux", "x86_64", (1, 2), "musl"), "Linux on x86_64 without glibc"),
        (Here("linux", "riscv64", (2, 41), "glibc"), "Linux on riscv64 with glibc 2.41"),
        (Here("darwin", "arm64", (12, 7)), "macOS 12.7 on arm64"),
        (Here("win32", "x86", (10, 0)), "Windows 10.0 on x86"),
        (Here("freebsd14", "amd64", (14, 1)), "freebsd14 14.1 on amd64"),
        (Here("darwin", "arm64", (15, 0), python=(3, 15)), "Python 3.15"),
        (Here("darwin", "arm64", (15, 0), python=(3, 14), kind="free-threaded CPython"), "free-threaded Python 3.14"),
        (Here("win32", "amd64", (10, 0), kind="32-bit CPython"), "32-bit Python 3.11"),
        (Here("linux", "x86_64", (2, 41), "glibc", kind="PyPy"), "PyPy 3.11"),
        (Here("darwin", "arm64", (12, 7), python=(3, 15)), "macOS 12.7 on arm64 and Python 3.15"),
    ],
)
def test_where_one_is_missing(here: Here, words: str) -> None:
    said = why_not(here)
    assert f"ready-made for {words}." in said
    assert all(f"\n- {system.words}\n" in said for system in SUPPORTED)
    assert "with Python 3.11 to 3.14" in said


def test_the_system_of_the_tests_is_supported() -> None:
    assert why_not(this_system()) == ""


def test_the_readme_names_the_same_systems() -> None:
    readme = Path(ROOT, "README.md").read_text(encoding="utf-8")
    assert all(f"- {system.words}" in readme for system in SUPPORTED)
    assert "Python 3.11 to 3.14" in readme
