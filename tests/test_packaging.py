"""What a Linux desktop is told about the program: valid, neutral, offline, and in its place in the wheel."""

from __future__ import annotations

import configparser
import re
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QIcon, QImage

import journal
from journal.bootstrap import ROOT

PACKAGING = Path(ROOT, "resources", "packaging")
DESKTOP = PACKAGING / "leaf-journal.desktop"
METAINFO = PACKAGING / "arpa.home.leaf_journal.metainfo.xml"
ICON = Path(ROOT, "resources", "icons", "leaf-journal.svg")


def _entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


def _metainfo() -> ElementTree.Element:
    return ElementTree.parse(METAINFO).getroot()


def _pyproject() -> dict[str, object]:
    return tomllib.loads(Path(ROOT, "pyproject.toml").read_text(encoding="utf-8"))


# --- valid -----------------------------------------------------------------------------------------------------------


@pytest.mark.needs("desktop-file-validate")
def test_the_desktop_file_is_valid() -> None:
    done = subprocess.run(["desktop-file-validate", str(DESKTOP)], capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.needs("appstreamcli")
def test_the_metainfo_is_valid() -> None:
    command = ["appstreamcli", "validate", "--no-net", str(METAINFO)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_they_name_the_same_program() -> None:
    entry, metainfo = _entry(), _metainfo()
    match _pyproject():
        case {"project": {"scripts": {**commands}, "license": str(licence)}}:
            assert list(commands) == [entry["Exec"]] == [metainfo.findtext("provides/binary")]
            assert metainfo.findtext("project_license") == licence == "MIT"
    assert metainfo.findtext("launchable") == DESKTOP.name
    assert metainfo.findtext("icon") == entry["Icon"] == ICON.stem
    assert metainfo.findtext("name") == entry["Name"] == "Leaf Journal"
    assert METAINFO.name == f"{metainfo.findtext('id')}.metainfo.xml"


def test_the_window_says_which_desktop_file_is_its_own() -> None:
    source = Path(ROOT, "journal", "app.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{DESKTOP.stem}")' in source


# --- neutral and offline ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [DESKTOP, METAINFO, ICON], ids=lambda path: path.name)
def test_nothing_names_a_substance_or_an_address(path: Path) -> None:
    written = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"kratom|https?:|!(?!--)", written, re.IGNORECASE)


def test_it_says_that_it_works_offline() -> None:
    metainfo = _metainfo()
    assert metainfo.findtext("requires/internet") == "offline-only"
    assert any("opens no connection" in (each.text or "") for each in metainfo.iterfind("description/p"))


def test_no_file_is_handed_to_it_so_that_no_desktop_keeps_a_list_of_them() -> None:
    assert "MimeType" not in _entry() and "%" not in _entry()["Exec"]


# --- in its place ----------------------------------------------------------------------------------------------------


def test_the_wheel_puts_them_where_desktops_look() -> None:
    match _pyproject():
        case {"tool": {"hatch": {"build": {"targets": {"wheel": {"shared-data": {**shared}}}}}}}:
            placed = {Path(ROOT, str(source)): target for source, target in shared.items()}
            assert placed == {
                DESKTOP: f"share/applications/{DESKTOP.name}",
                METAINFO: f"share/metainfo/{METAINFO.name}",
                ICON: f"share/icons/hicolor/scalable/apps/{ICON.name}",
            }
        case _:
            pytest.fail("pyproject.toml places nothing")


# --- the icon --------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("side", [16, 22, 32, 48, 128])
def test_the_leaf_can_be_seen_at_every_size(side: int) -> None:
    picture = QIcon(str(ICON)).pixmap(side, side).toImage()
    assert picture.width() == picture.height() == side
    light = _share(picture, lambda colour: colour.lightness() > 200)
    accent = _share(picture, lambda colour: _near(colour, QColor("#1f6f5c")))
    assert 0.15 < light < 0.45
    assert 0.35 < accent < 0.8


def _share(picture: QImage, wanted: Callable[[QColor], bool]) -> float:
    side = picture.width()
    pixels = [picture.pixelColor(x, y) for x in range(side) for y in range(side)]
    return sum(1 for each in pixels if each.alpha() > 200 and wanted(each)) / len(pixels)


def _near(one: QColor, other: QColor) -> bool:
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) < 40


def test_the_metainfo_names_this_release() -> None:
    assert journal.__version__ in [release.get("version") for release in _metainfo().iter("release")]
