"""Prepares a fresh checkout: system libraries, .venv and the locked packages; standard library only.

`python3 -m journal` and `python3 -m tests` pass through here. An installed program, and an environment which
already has what is needed, are left alone. What builds is only loaded when something has to be prepared.
"""

import os
import sys

from journal import bootstrap
from journal.bootstrap import Part


def prepare(*parts: Part) -> None:
    """Return if this Python has these parts; otherwise replace it by the one of .venv, prepared first if need be."""
    if os.environ.get(bootstrap.SWITCH) or not _is_checkout() or not _lacks(parts):
        return
    if not bootstrap.is_ready(*parts):
        if _runs_in_venv():
            _continue_with(_python_that_made_this())  # .venv itself has no pip
        from journal.bootstrap import building

        building.build_or_exit(parts)
    elif _runs_in_venv():
        return  # a package was taken out by hand: its import will say which
    _continue_with(bootstrap.venv_python())


def _is_checkout() -> bool:
    return os.path.exists(os.path.join(bootstrap.ROOT, "pyproject.toml")) and os.path.exists(bootstrap.PROGRAM.lock)


def _runs_in_venv() -> bool:
    return os.path.realpath(sys.prefix) == os.path.realpath(bootstrap.VENV)


def _python_that_made_this() -> str:
    """The Python outside of the environment, as venv itself asks for it."""
    return str(sys._base_executable)  # type: ignore[attr-defined]


def _lacks(parts: tuple[Part, ...]) -> bool:
    return any(not bootstrap.is_importable(name) for part in parts for name in part.modules)


def _continue_with(python: str) -> None:
    """Run the same command line with another Python; its exit code is ours."""
    command = [python, *sys.orig_argv[1:]]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess  # On Windows execv returns to the shell at once and loses the exit code.

    sys.exit(subprocess.call(command))
