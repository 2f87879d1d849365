"""Files appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from consentgen.errors import CannotWrite


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put `data`, whole or in parts, at `path` in one step; what stood there stays until then.

    Raises:
        CannotWrite: the folder cannot be made or the file not written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".consentgen-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines([data] if isinstance(data, bytes) else data)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from None


def set_aside(path: Path, folder: Path) -> None:
    """Move a file that is no longer true into `folder`, where nobody takes it for new.

    Raises:
        CannotWrite: it cannot be moved.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.replace(folder / path.name)
    except OSError as error:
        raise CannotWrite(folder / path.name, error.strerror or str(error)) from None
