"""A child of test_engine: makes a journal, writes, backs up, migrates, and names every library then in the process."""

from __future__ import annotations

import sys
from pathlib import Path

from journal.logbook import Logbook
from tests.journals import FixedClock, note


def main() -> None:
    with Logbook.open(Path(sys.argv[1]), clock=FixedClock(), create=True) as book:
        note(book, "words")
        book.backup()
        book.check()
        mapped = {line.split(maxsplit=5)[-1] for line in Path("/proc/self/maps").read_text().splitlines()}
    print("\n".join(sorted(line.strip() for line in mapped if line.startswith("/"))))


if __name__ == "__main__":
    main()
