"""python3 -m tests: prepares a checkout like the program itself, then runs the tests or the measurements.

python3 -m tests                  everything quick, no display needed
python3 -m tests --all            the slow tests too
python3 -m tests -k words ...     any argument of pytest
python3 -m tests --shrink -k ...  looks for the smallest example that fails, however long it takes
python3 -m tests bench [names]    the measurements of tests/bench
python3 -m tests campaign [--long] [numbers]  a line for each numbered point of the campaign, with its control; --help
python3 -m tests platforms        the systems that every locked library has a wheel for; asks the package index
"""

# Older Pythons read this file too: no syntax here that Python 3.6 does not know.
import os
import sys


def main():  # type: () -> int
    if sys.version_info < (3, 11):
        sys.stderr.write("Leaf Journal needs Python 3.11 or newer; this is Python %d.%d.\n" % sys.version_info[:2])
        return 1
    from journal import bootstrap
    from journal.bootstrap.preparing import prepare

    prepare(bootstrap.PROGRAM, bootstrap.TESTS)
    os.chdir(bootstrap.ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1:2] == ["platforms"]:
        return _compare_platforms()
    if sys.argv[1:2] == ["campaign"]:
        return _run_campaign(sys.argv[2:])
    return _measure(sys.argv[2:]) if sys.argv[1:2] == ["bench"] else _test(sys.argv[1:])


def _measure(arguments):  # type: (list[str]) -> int
    from tests.bench import run

    return run.main(arguments)


def _run_campaign(arguments):  # type: (list[str]) -> int
    from tests.campaign import run

    return run.main(arguments)


def _compare_platforms():  # type: () -> int
    from tests import platforms

    return platforms.main()


def _test(arguments):  # type: (list[str]) -> int
    import pytest

    # Every process and each child of a test would compile the program anew, and pytest would rewrite every assertion.
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    options = ["-m", ""] if "--all" in arguments else []
    # One process a core; what is asked for by itself is not worth starting several.
    if not any(each.startswith(("-n", "-k", "-x", "--pdb", "tests")) for each in arguments):
        options += ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "worksteal"]
    return int(pytest.main(options + [each for each in arguments if each != "--all"]))


if __name__ == "__main__":
    sys.exit(main())
