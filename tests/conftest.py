"""What every test shares: no network, a fixed day, English, and the four starter files."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from consentgen.tongue import VARIABLES
from tests import signing, starter


def _refuse(*_: object) -> NoReturn:
    raise OSError("tests do not use the network")


@pytest.fixture(scope="session", autouse=True)
def closed_world() -> Iterator[None]:
    """No network and no clock: what asks for today gets the day of the golden files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _refuse)
        patch.setenv("SOURCE_DATE_EPOCH", str(starter.EPOCH))
        for name in ("NO_COLOR", *VARIABLES):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the four starter descriptors."""
    return starter.project(tmp_path / "northtown", *starter.NAMES)


@pytest.fixture(scope="session")
def signed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that both roles have signed; nothing may change it."""
    project = signing.asked(tmp_path_factory.mktemp("signed"))
    signing.sign(project)
    return project


@pytest.fixture
def signed(signed_once: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    return shutil.copytree(signed_once, tmp_path / "signed")
