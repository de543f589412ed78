"""python3 -m journal: prepares a checkout the first time, then runs the program."""

# Older Pythons read this file too: no syntax here that Python 3.6 does not know.
import sys


def main():  # type: () -> int
    if sys.version_info < (3, 11):
        sys.stderr.write("Leaf Journal needs Python 3.11 or newer; this is Python %d.%d.\n" % sys.version_info[:2])
        return 1
    from journal.bootstrap import PROGRAM
    from journal.bootstrap.preparing import prepare

    prepare(PROGRAM)
    from journal import cli

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
