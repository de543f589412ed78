"""Prints how much was taken on each day: python3 read_journal.py FILE, an export of Leaf Journal (.json or .zip)."""

import collections
import csv
import io
import json
import pathlib
import sys
import zipfile


def doses_of(path):
    """Day, unit and amount of every dose that is not in the trash; the amount is None where it is not known."""
    if path.endswith(".zip"):
        with zipfile.ZipFile(path) as archive:
            text = io.TextIOWrapper(archive.open("doses.csv"), encoding="utf-8-sig", newline="")
            for row in csv.DictReader(text):
                if not row["deleted"]:
                    yield row["at"][:10], row["unit"], float(row["amount"]) if row["amount"] else None
        return
    for dose in json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["doses"]:
        if "deleted" not in dose:
            unit = {"mass": "g", "volume": "ml", "count": "pieces"}.get(dose.get("dimension"), "")
            yield dose["at"][:10], unit, dose["quantity"] / 1000 if "quantity" in dose else None


days = collections.defaultdict(list)
for day, unit, amount in doses_of(sys.argv[1]):
    days[day].append(f"{amount:g} {unit}" if amount is not None else "an amount that is not known")
for day in sorted(days):
    print(f"{day}: {' + '.join(days[day])}")
