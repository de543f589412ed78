"""Makes or completes .venv: one start at a time, nothing half made taken for whole, refusals in plain words."""

import os
import shutil
import subprocess
import sys
import time

from journal import bootstrap
from journal.bootstrap import Part, libraries, systems

UNFINISHED = b"unfinished\n"
_PUT_ASIDE = 5  # folders that could not be deleted, one a start


class RefusedError(Exception):
    """The environment lacks something that this program may not install; the text says what to do."""


def build_or_exit(parts: tuple[Part, ...]) -> None:
    """Install these parts; a person who cannot have them is told why."""
    try:
        with _OneAtATime():
            if not bootstrap.is_ready(*parts):
                _build(parts)
    except RefusedError as refusal:
        _say(str(refusal))
        sys.exit(1)
    except OSError as problem:
        _say(f"This folder could not be prepared: {problem}")
        sys.exit(1)
    except KeyboardInterrupt:
        _say("Stopped. The next start begins the preparation again.")
        sys.exit(130)


class _OneAtATime:
    """A lock: of two first starts at once the second waits for the first. The system frees the lock of a killed one."""

    def __enter__(self) -> None:
        self._file = open(os.path.join(bootstrap.ROOT, ".venv.lock"), "a+b")  # noqa: SIM115 - closed in __exit__
        if not self._try_lock():
            _say("Another start is preparing this folder. Waiting for it.")
            self._wait()

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _wait(self) -> None:
        while not self._try_lock():
            time.sleep(0.2)

    def _try_lock(self) -> bool:
        try:
            if sys.platform == "win32":
                import msvcrt

                self._file.seek(0)
                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True


def _build(parts: tuple[Part, ...]) -> None:
    if reason := systems.why_not(systems.this_system()):
        raise RefusedError(reason)
    _refuse_foreign_venv()
    missing = [part for part in parts if not part.is_installed()]
    packages = _missing_packages(bool(missing))
    if packages and not libraries.may_install():
        raise RefusedError(libraries.how_to_install(packages, _missing_libraries()))
    if packages or missing:
        _announce(packages, missing)
    if packages:
        _install_packages(packages)
    if not bootstrap.PROGRAM.is_installed():
        _make_venv()
    for part in missing:
        _install(part)
    if missing:
        _say(f"Done. {bootstrap.VENV} takes {_megabytes(bootstrap.VENV)} MB now.")
    if bootstrap.draws_by_x11():
        _write(bootstrap.display_stamp(), b"")


def _refuse_foreign_venv() -> None:
    """Refuse a .venv that this program did not make. A folder that is only linked to is never replaced from here."""
    folder = bootstrap.VENV
    if os.path.islink(folder) and not bootstrap.PROGRAM.is_installed():
        raise RefusedError(
            f"{folder} is a link to another folder, which is not changed from here: it lacks what this program "
            "needs, or what is in it is of another version.\n"
            "Prepare it where it lies, or take the link away; the next start then makes a folder of its own."
        )
    if os.path.isdir(folder) and os.listdir(folder) and not os.path.exists(bootstrap.PROGRAM.stamp):
        raise RefusedError(
            f"{folder} was not made by this program and lacks what it needs.\n"
            "Install the requirements there and start with its own Python, or delete the folder."
        )


def _missing_packages(to_be_installed: bool) -> list[str]:
    packages = set(libraries.missing_libraries(bootstrap.draws_by_x11()).values())
    if to_be_installed and not bootstrap.is_importable("pip") and not bootstrap.is_importable("ensurepip"):
        packages.add("python3-pip")
    return sorted(packages)


def _missing_libraries() -> list[str]:
    return list(libraries.missing_libraries(bootstrap.draws_by_x11()))


def _announce(packages: list[str], missing: list[Part]) -> None:
    _say("A few things have to be prepared in this folder first.")
    if packages:
        _say(f"- System packages are installed with apt-get: {' '.join(packages)}")
    if missing:
        _say(f"- Python packages are downloaded, checked by their hashes and put into {bootstrap.VENV}")
        _say(f"  (about {sum(part.megabytes for part in missing)} MB).")
    if missing == [bootstrap.PROGRAM]:
        _say(f"  Left out: what only the tests need. python3 -m tests adds it (about {bootstrap.TESTS.megabytes} MB).")
    _say(f"({bootstrap.SWITCH}=1 switches this off.)")


def _install_packages(packages: list[str]) -> None:
    unattended = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "update"], unattended)
    _run([*libraries.APT_INSTALL, *packages], unattended)


def _make_venv() -> None:
    """Make an empty .venv, marked at once as made by this program."""
    _put_aside_unfinished()
    new = bootstrap.VENV + ".new"
    os.makedirs(new, exist_ok=True)
    _write(os.path.join(new, os.path.basename(bootstrap.PROGRAM.stamp)), UNFINISHED)
    os.rename(new, bootstrap.VENV)
    _run([sys.executable, "-m", "venv", "--without-pip", bootstrap.VENV])


def _put_aside_unfinished() -> None:
    """Renamed before it is deleted: a deletion that was cut short must not look like somebody else's .venv.

    What cannot be deleted stays under the name that was free, and the new .venv is made all the same.
    """
    _remove_earlier()
    if os.path.isdir(bootstrap.VENV):
        old = _free_name()
        os.rename(bootstrap.VENV, old)
        shutil.rmtree(old, ignore_errors=True)


def _remove_earlier() -> None:
    """What earlier starts put aside, as far as it can be removed now."""
    for number in range(_PUT_ASIDE):
        shutil.rmtree(_put_aside(number), ignore_errors=True)


def _free_name() -> str:
    for number in range(_PUT_ASIDE):
        if not os.path.lexists(_put_aside(number)):
            return _put_aside(number)
    raise RefusedError(
        f"What earlier starts put aside cannot be deleted: {_put_aside(0)}, {_put_aside(1)} and so on. Delete these "
        "folders, then start again. Nothing was changed."
    )


def _put_aside(number: int) -> str:
    return f"{bootstrap.VENV}.old{number or ''}"


def _install(part: Part) -> None:
    """The stamp comes first, saying that the part is unfinished, and last, saying from which lock it came.

    What an interrupted start left behind is written over: its packages may look whole and not be.
    """
    again = ["--ignore-installed"] if _read(part.stamp) == UNFINISHED else []
    _write(part.stamp, UNFINISHED)
    _run([*_pip(), "install", "--require-hashes", "--only-binary", ":all:", *again, "-r", part.lock])
    _write(part.stamp, part.stamp_of_now())


def _pip() -> list[str]:
    """This Python's pip, working on .venv: Debian ships no ensurepip and forbids pip outside of environments."""
    import importlib

    importlib.invalidate_caches()
    if bootstrap.is_importable("pip"):
        return [sys.executable, "-m", "pip", "--python", bootstrap.venv_python()]
    _run([bootstrap.venv_python(), "-m", "ensurepip"])
    return [bootstrap.venv_python(), "-m", "pip"]


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    """A person at a terminal sees the progress; elsewhere only what failed is worth reading. Never on stdout: that
    belongs to the program's own answer."""
    watched = sys.stderr.isatty()
    sys.stderr.flush()
    done = subprocess.run(command, env=environment, stdout=2 if watched else subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        sys.stderr.buffer.write(done.stdout or b"")
        raise RefusedError(
            f"This did not work, so nothing was started:\n\n    {' '.join(command)}\n\n"
            "What it says stands above. Preparing needs a connection to where Python packages come from; "
            "the next start tries again."
        )


def _megabytes(folder: str) -> int:
    sizes = (os.lstat(os.path.join(where, name)).st_size for where, _, names in os.walk(folder) for name in names)
    return round(sum(sizes) / 1_000_000)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return b""


def _write(path: str, content: bytes) -> None:
    """Write the file completely or not at all."""
    with open(path + ".new", "wb") as file:
        file.write(content)
    os.replace(path + ".new", path)


def _say(text: str) -> None:
    print(text, file=sys.stderr)
