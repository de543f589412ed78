"""python3 -m tests platforms: for which systems and Pythons every locked library has a wheel, as a table.

It asks the package index by `uv`, and compares what it finds with the systems that the bootstrap lets through.
"""

from __future__ import annotations

import subprocess
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from packaging.markers import Marker
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

from journal import bootstrap
from journal.bootstrap.systems import NEWEST_PYTHON, OLDEST_PYTHON, Here, why_not

PYTHONS = [(3, minor) for minor in range(OLDEST_PYTHON[1], NEWEST_PYTHON[1] + 2)]  # and the one after
_MARKERS = {"linux": ("posix", "Linux"), "darwin": ("posix", "Darwin"), "win32": ("nt", "Windows")}


class Platform(NamedTuple):
    """A row of the table: a system and the tags of the wheels that it takes."""

    name: str
    here: Here
    tags: tuple[str, ...]


def glibc(machine: str, minor: int) -> Platform:
    """Linux with a version of the usual C library."""
    tags = tuple(f"manylinux_2_{each}_{machine}" for each in range(minor, 4, -1))
    name = f"Linux {machine}, glibc 2.{minor}"
    return Platform(name, Here("linux", machine, (2, minor), "glibc"), (*tags, f"manylinux2014_{machine}"))


def musl(machine: str) -> Platform:
    """Linux with the C library of Alpine."""
    tags = tuple(f"musllinux_1_{minor}_{machine}" for minor in (2, 1, 0))
    return Platform(f"Linux {machine}, musl 1.2", Here("linux", machine, (1, 2), "musl"), tags)


def mac(machine: str, version: int) -> Platform:
    """A version of macOS on one of its processors."""
    tags = tuple(mac_platforms((version, 0), machine))
    return Platform(f"macOS {version}, {machine}", Here("darwin", machine, (version, 0)), tags)


def windows(machine: str) -> Platform:
    """Windows on one of its processors."""
    return Platform(f"Windows, {machine}", Here("win32", machine, (10, 0)), (f"win_{machine}",))


PLATFORMS = (
    glibc("x86_64", 28), glibc("x86_64", 34), glibc("aarch64", 34), glibc("aarch64", 39), musl("x86_64"),
    musl("aarch64"), mac("x86_64", 12), mac("x86_64", 13), mac("x86_64", 15), mac("arm64", 12), mac("arm64", 13),
    mac("arm64", 14), mac("arm64", 15), windows("amd64"), windows("arm64"),
)  # fmt: skip


def main() -> int:
    """Print the table; 1 if the bootstrap and the index do not agree, 2 if the index cannot be asked."""
    locks = [Path(part.lock) for part in (bootstrap.PROGRAM, bootstrap.TESTS)]
    try:
        packages = ask_index(locks)
    except (FileNotFoundError, subprocess.CalledProcessError) as problem:
        print(f"The index could not be asked ({problem}). It takes uv and a connection.")
        return 2
    hashes = "".join(lock.read_text(encoding="utf-8") for lock in locks)
    missing = {
        (platform, python): lacking(packages, hashes, platform, python) for platform in PLATFORMS for python in PYTHONS
    }
    print("\n".join(table(missing)))
    wrong = list(disagreements(missing))
    print("\n".join(["", *wrong]) if wrong else "\nThe bootstrap lets through what is complete, and nothing else.")
    return 1 if wrong else 0


def ask_index(locks: Sequence[Path]) -> list[dict[str, Any]]:
    """Every locked package with all its wheels."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pylock.toml")
        command = ["uv", "pip", "compile", "--quiet", "--universal", "--no-deps", "--python-version", "3.11"]
        subprocess.run([*command, "--format", "pylock.toml", "--output-file", file, *locks], check=True)
        return list(tomllib.loads(file.read_text(encoding="utf-8"))["packages"])


def lacking(packages: Sequence[dict[str, Any]], hashes: str, platform: Platform, python: tuple[int, int]) -> list[str]:
    """The packages without a wheel that a system and Python take and whose hash the lock has."""
    tags = set(_tags(platform, python))
    return [
        package["name"]
        for package in packages
        if _is_wanted(package, platform, python)
        and not any(
            wheel["hashes"]["sha256"] in hashes and tags & parse_wheel_filename(wheel["url"].rpartition("/")[2])[3]
            for wheel in package.get("wheels", ())
        )
    ]


def _tags(platform: Platform, python: tuple[int, int]) -> Iterator[Tag]:
    yield from cpython_tags(python, platforms=platform.tags)
    yield from compatible_tags(python, f"cp{python[0]}{python[1]}", platform.tags)


def _is_wanted(package: dict[str, Any], platform: Platform, python: tuple[int, int]) -> bool:
    if "marker" not in package:
        return True
    os_name, system = _MARKERS[platform.here.platform]
    number = f"{python[0]}.{python[1]}"
    environment = {
        "os_name": os_name, "platform_system": system, "sys_platform": platform.here.platform,
        "platform_machine": platform.here.machine, "platform_python_implementation": "CPython",
        "implementation_name": "cpython", "python_version": number, "python_full_version": f"{number}.0",
    }  # fmt: skip
    return Marker(package["marker"]).evaluate(environment)


def table(missing: dict[tuple[Platform, tuple[int, int]], list[str]]) -> Iterator[str]:
    """In the words of Markdown: yes, or what has no wheel."""
    yield "| system | " + " | ".join(f"{major}.{minor}" for major, minor in PYTHONS) + " |"
    yield "|---" * (len(PYTHONS) + 1) + "|"
    for platform in dict.fromkeys(platform for platform, _ in missing):
        cells = (", ".join(missing[platform, python]) or "yes" for python in PYTHONS)
        yield f"| {platform.name} | {' | '.join(cells)} |"


def disagreements(missing: dict[tuple[Platform, tuple[int, int]], list[str]]) -> Iterator[str]:
    """Where the bootstrap begins what cannot end, or refuses what could be had."""
    for (platform, python), names in missing.items():
        refused = bool(why_not(platform.here._replace(python=python)))
        if refused != bool(names):
            said = "refuses" if refused else "lets through"
            yield f"The bootstrap {said} {platform.name} with Python {python[0]}.{python[1]}: {names or 'complete'}"
