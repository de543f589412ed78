"""Files as LibreOffice opens and saves them, with the numbers and dates of a region."""

from __future__ import annotations

import subprocess
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"><value>{region}</value></prop></item>
</oor:items>"""
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LANGUAGES = {"de-DE": 1031, "en-US": 1033}
_WAIT_S = 120
_MOST_COLUMNS = 200


class OfficeCell(NamedTuple):
    """What LibreOffice takes a cell for, its value, and how it shows it."""

    type: str
    value: str
    shown: str


def saved_as(path: Path, ending: str, region: str, separator: str = "") -> Path:
    """The file opened and saved in another format; ``separator``: of a CSV."""
    with tempfile.TemporaryDirectory(prefix="leaf-office-") as folder:
        user = Path(folder) / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(_SETTINGS.format(region=region), encoding="utf-8")
        # separator, quotes, UTF-8, from the first line, the region, and as much detected as can be
        how = f"CSV:{ord(separator)},34,76,1,,{_LANGUAGES[region]},false,true" if separator else ""
        options = [f"--infilter={how}"] if how else []
        command = ["soffice", f"-env:UserInstallation={Path(folder).as_uri()}", "--headless", *options]
        command += ["--convert-to", ending, "--outdir", str(path.parent), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=_WAIT_S)
    return path.with_suffix(f".{ending}")


def sheets_shown(path: Path, region: str) -> dict[str, list[list[OfficeCell]]]:
    """The filled rows of every sheet, as LibreOffice shows them in that region."""
    root = ET.parse(saved_as(path, "fods", region)).getroot()
    sheets = {}
    for table in root.iter(f"{_TABLE}table"):
        rows = [list(_cells(row)) for row in table.iter(f"{_TABLE}table-row")]
        sheets[table.get(f"{_TABLE}name", "")] = [row for row in rows if any(cell.shown for cell in row)]
    return sheets


def _cells(row: ET.Element) -> Iterator[OfficeCell]:
    """Equal cells side by side are written once, with their number; so are the empty ones up to the end."""
    for cell in row.iter(f"{_TABLE}table-cell"):
        for _ in range(min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), _MOST_COLUMNS)):
            yield _cell(cell)


def _cell(cell: ET.Element) -> OfficeCell:
    kind = cell.get(f"{_OFFICE}value-type", "")
    value = cell.get(f"{_OFFICE}value") or cell.get(f"{_OFFICE}date-value") or ""
    return OfficeCell(kind, value, "".join(cell.itertext()).strip())
