"""Files several people change at once: nobody's work is written over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from consentgen.build.write import write_whole
from consentgen.errors import CannotWrite, ChangedMeanwhile
from consentgen.tongue import said

_PATIENCE = 100
_PAUSE_SECONDS = 0.05
"""Between two looks at a lock, which is held for some milliseconds."""


def replace_whole(path: Path, data: bytes, *, read: bytes | None) -> bool:
    """Put `data` at `path` if the file still holds what was read; whether anything was written.

    Args:
        path: the file.
        data: what it shall hold; when that is what it holds already, nothing is written.
        read: what it held when it was read; None where there was no file.

    Raises:
        ChangedMeanwhile: somebody else has written the file since it was read.
        CannotWrite: it could not be written.
    """
    with locked(path):
        now = path.read_bytes() if path.is_file() else None
        if now != read:
            raise ChangedMeanwhile(path)
        if data == now:
            return False
        write_whole(path, data)
        return True


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other copies of consentgen from writing the file in between."""
    lock = path.with_name(f".{path.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _take(lock)
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from None
    try:
        yield
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from None
    finally:
        lock.unlink(missing_ok=True)


def _take(lock: Path) -> None:
    for _ in range(_PATIENCE):
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            sleep(_PAUSE_SECONDS)
        else:
            return
    raise CannotWrite(
        lock, said("another consentgen is at work there, or one was stopped; if so, delete this file")
    )
