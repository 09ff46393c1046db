"""Writing: every file whole or not at all, all of a run or none, and one run at a time in a folder."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing.errors import UsageError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PART = ".briefing-"
ENDING = ".part"
"""How the name of a file begins and ends that is being written."""
BUSY = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES)


def output_folder(folder: Path) -> Path:
    """``folder``, made where it is missing. Raises UsageError where nothing can be written into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except (OSError, ValueError) as error:
        raise _unwritable(folder, error) from None


@contextlib.contextmanager
def held(folder: Path) -> Iterator[Path]:
    """``folder`` for this run alone, made where it is missing; parts that a killed run left in it are taken away.

    The lock is the folder's own: it ends with the process, however that ends, and leaves no file. Raises UsageError
    where another run holds the folder, or nothing can be written into it. Where the file system has no locks, none
    is taken.
    """
    with contextlib.ExitStack() as stack:
        _lock(output_folder(folder), stack)
        for left in (*folder.glob(f"{PART}*{ENDING}"), *folder.glob(f"*/{PART}*{ENDING}")):
            left.unlink(missing_ok=True)
        yield folder


def _lock(folder: Path, stack: contextlib.ExitStack) -> None:
    if fcntl is None:
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise _unwritable(folder, error) from None
    stack.callback(os.close, handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in BUSY:
            what, todo = "another run is writing into it", "wait until it ends, or choose another place with -o"
            raise UsageError(str(folder), what, todo) from None


def write_whole(path: Path, data: bytes) -> None:
    """Writes ``data`` to ``path``: whatever happens, the file is there whole, or as it was before.

    Makes the folder where it is missing. Raises UsageError where the file cannot be written.
    """
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Writes all ``files``, each as write_whole does: none is changed before all are on the disk.

    A pipe or device is written to as it is, and a link to a file is replaced by a file. Raises UsageError where one
    cannot be written.
    """
    parts: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            (_write_through if _is_stream(path) else _write_part)(path, data, parts)
        for path, part in parts.items():
            _replace(path, part)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _is_stream(path: Path) -> bool:
    """Whether ``path`` is no file to replace but something to write into: a pipe, a device, /dev/stdout."""
    link = os.readlink(path) if path.is_symlink() else ""  # noqa: PTH115
    return link.startswith("/proc/") or (os.path.exists(path) and not os.path.isfile(path))  # noqa: PTH110, PTH113


def _write_through(path: Path, data: bytes, _: dict[Path, Path]) -> None:
    try:
        with path.open("wb") as stream:
            stream.write(data)
    except OSError as error:
        raise _unwritable(path, error) from None


def _write_part(path: Path, data: bytes, parts: dict[Path, Path]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=PART, suffix=ENDING)
        parts[path] = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())  # else a power cut may leave an empty file under the right name
        parts[path].chmod(0o666 & ~_umask())
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def _replace(path: Path, part: Path) -> None:
    try:
        part.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError | ValueError) -> UsageError:
    why = getattr(error, "strerror", None) or str(error)
    return UsageError(str(path), f"cannot be written ({why})", "choose another place with -o")
