"""Two threads may import what saving needs at the same time: the window's own and the one that imports beforehand."""

from __future__ import annotations

import subprocess
import sys

import pytest

# One thread is held up as it begins to import the package, until the other has begun, too.
_BOTH = """
import importlib, importlib.machinery, sys, threading
import sqlalchemy
middle, begun, failed = threading.Event(), threading.Event(), []

class HoldUp:
    def find_spec(self, name, path=None, target=None):
        if name != "sqlalchemy.dialects.sqlite":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        spec.loader.create_module = hold_up
        return spec

def hold_up(spec):
    if threading.current_thread() is first:
        middle.set()
        begun.wait(5)
        second.join(0.5)  # it waits for us by then, or has ended

def imported(name):
    begun.set() if threading.current_thread() is second else None
    try:
        importlib.import_module(name)
    except Exception as problem:
        failed.append(repr(problem))

first = threading.Thread(target=imported, args=("sqlalchemy.dialects.sqlite",))
second = threading.Thread(target=imported, args=("journal.db.prepared",))
sys.meta_path.insert(0, HoldUp())
first.start()
assert middle.wait(20)
second.start()
first.join()
second.join()
print(failed)
"""


@pytest.mark.slow
def test_neither_waits_for_the_other_in_a_ring() -> None:
    """A save in the first seconds ended in the dialog that tells of a bug."""
    done = subprocess.run([sys.executable, "-c", _BOTH], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
