"""The table of systems counts only wheels that a system takes and that the lock knows; no test asks the index."""

from __future__ import annotations

from typing import Any

import pytest

from journal.bootstrap.systems import why_not
from tests import platforms
from tests.platforms import PLATFORMS, Platform, disagreements, glibc, lacking, mac, musl, table, windows

LOCK = "--hash=sha256:aa --hash=sha256:bb"


def package(name: str, *wheels: str, digest: str = "aa", marker: str | None = None) -> dict[str, Any]:
    found = [{"url": f"https://example.invalid/{wheel}", "hashes": {"sha256": digest}} for wheel in wheels]
    return {"name": name, "wheels": found, **({"marker": marker} if marker else {})}


@pytest.mark.parametrize(
    ("wheel", "platform", "python", "fits"),
    [
        ("a-1-py3-none-any.whl", musl("x86_64"), (3, 11), True),
        ("a-1-cp312-cp312-manylinux_2_28_x86_64.whl", glibc("x86_64", 28), (3, 12), True),
        ("a-1-cp312-cp312-manylinux_2_28_x86_64.whl", glibc("x86_64", 28), (3, 13), False),
        ("a-1-cp310-abi3-manylinux_2_34_x86_64.whl", glibc("x86_64", 28), (3, 12), False),
        ("a-1-cp310-abi3-manylinux_2_34_x86_64.whl", glibc("x86_64", 39), (3, 14), True),
        ("a-1-cp310-abi3-manylinux_2_34_x86_64.whl", glibc("aarch64", 39), (3, 14), False),
        ("a-1-cp311-cp311-manylinux2014_aarch64.manylinux_2_17_aarch64.whl", glibc("aarch64", 34), (3, 11), True),
        ("a-1-cp311-cp311-macosx_14_0_arm64.whl", mac("arm64", 13), (3, 11), False),
        ("a-1-cp311-cp311-macosx_11_0_universal2.whl", mac("x86_64", 13), (3, 11), True),
        ("a-1-cp311-cp311-win_arm64.whl", windows("arm64"), (3, 11), True),
        ("a-1-cp311-cp311-win_arm64.whl", windows("amd64"), (3, 11), False),
    ],
)
def test_a_wheel_fits_a_system_or_not(wheel: str, platform: Platform, python: tuple[int, int], fits: bool) -> None:
    assert lacking([package("a", wheel)], LOCK, platform, python) == ([] if fits else ["a"])


def test_a_wheel_that_the_lock_does_not_know_is_none() -> None:
    assert lacking([package("a", "a-1-py3-none-any.whl", digest="cc")], LOCK, PLATFORMS[0], (3, 11)) == ["a"]


def test_what_a_system_does_not_need_it_does_not_lack() -> None:
    only = [package("a", marker="sys_platform == 'win32' and python_full_version >= '3.12'")]
    assert lacking(only, LOCK, glibc("x86_64", 34), (3, 12)) == []
    assert lacking(only, LOCK, windows("amd64"), (3, 11)) == []
    assert lacking(only, LOCK, windows("amd64"), (3, 12)) == ["a"]


def test_the_table_names_what_is_missing() -> None:
    rows = {(musl("x86_64"), python): [] if python < (3, 13) else ["a", "b"] for python in platforms.PYTHONS}
    assert list(table(rows)) == [
        "| system | 3.11 | 3.12 | 3.13 | 3.14 | 3.15 |",
        "|---|---|---|---|---|---|",
        "| Linux x86_64, musl 1.2 | yes | yes | a, b | a, b | a, b |",
    ]


def test_a_bootstrap_that_disagrees_is_told() -> None:
    let_through, refused = glibc("x86_64", 34), musl("x86_64")
    right = {(let_through, (3, 11)): [], (refused, (3, 11)): ["a"]}
    assert list(disagreements(right)) == []
    assert len(list(disagreements({(let_through, (3, 11)): ["a"], (refused, (3, 11)): []}))) == 2


def test_the_table_has_systems_on_both_sides_of_every_border() -> None:
    for kind in ("linux", "darwin"):
        for machine in {row.here.machine for row in PLATFORMS if row.here.platform == kind}:
            of_it = [row.here for row in PLATFORMS if (row.here.platform, row.here.machine) == (kind, machine)]
            assert {bool(why_not(here)) for here in of_it} == {True, False}


def test_without_the_tool_it_says_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert platforms.main() == 2
    assert "It takes uv and a connection." in capsys.readouterr().out
