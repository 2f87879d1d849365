"""Signatures with ssh keys, by OpenSSH's own ssh-keygen."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from consentgen.errors import ConsentgenError
from consentgen.review.sign_off import Signer
from consentgen.review.validity import Signature
from consentgen.tongue import later

NAMESPACE = "consentgen"
ENDING = ".sig"
MAX_BYTES = 20_000
"""A signature with the longest RSA key takes 3,000 bytes."""
_SECONDS = 20
_PRINCIPAL = "reviewer"
"""The one name in a list of allowed signers that holds nothing but the keys of one person."""


class CannotSign(ConsentgenError):
    """`ssh-keygen` made no signature."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            later("The decision could not be signed, so it was not written: {reason}."),
            help_text=later("Give the file of your private key: --key ~/.ssh/id_ed25519"),
            reason=reason,
        )


class NoSshKeygen(ConsentgenError):
    """`ssh-keygen` is not installed."""

    def __init__(self) -> None:
        super().__init__(
            later("ssh-keygen is not installed, so nothing can be signed with a key."),
            help_text=later("Install OpenSSH; on Debian and Ubuntu: apt install openssh-client"),
        )


def check(data: bytes, signature: bytes, signers: Iterable[Signer]) -> Signature:
    """Whether one of these people's keys made a signature of some bytes."""
    try:
        fits = _fits(data, signature, tuple(signer.key for signer in signers if signer.key))
    except NoSshKeygen:
        return Signature.UNCHECKED
    return Signature.GOOD if fits else Signature.BAD


@lru_cache(maxsize=1 << 16)
def _fits(data: bytes, signature: bytes, keys: tuple[str, ...]) -> bool:
    """Asked once in a process: a review looks at all decisions after each new one."""
    allowed = "".join(f'{_PRINCIPAL} namespaces="{NAMESPACE}" {key}\n' for key in keys)
    with tempfile.TemporaryDirectory(prefix="consentgen-") as folder:
        names = Path(folder) / "allowed", Path(folder) / "signature"
        names[0].write_text(allowed, encoding="utf-8")
        names[1].write_bytes(signature)
        try:
            done = _run("verify", "-f", str(names[0]), "-I", _PRINCIPAL, "-s", str(names[1]), data=data)
        except subprocess.TimeoutExpired:
            return False
    return done.returncode == 0


def sign(data: bytes, key: Path) -> bytes:
    """The signature of some bytes with a private key, or with the agent's where `key` is a public one.

    Raises:
        NoSshKeygen: it is not installed.
        CannotSign: it made none.
    """
    with tempfile.TemporaryDirectory(prefix="consentgen-") as folder:
        file = Path(folder) / "record"
        file.write_bytes(data)
        # The terminal stays as it is: ssh-keygen may ask for the key's passphrase there.
        done = _run("sign", "-q", "-f", str(key), str(file), data=None)
        made = file.with_name(file.name + ENDING)
        if done.returncode or not made.is_file():
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise CannotSign(lines[-1][:200].rstrip(".") if lines else str(key))
        return made.read_bytes()


def _run(verb: str, *arguments: str, data: bytes | None) -> subprocess.CompletedProcess[bytes]:
    command = ["ssh-keygen", "-Y", verb, "-n", NAMESPACE, *arguments]
    patience = None if data is None else _SECONDS
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, no shell
            command, input=data, timeout=patience, capture_output=True, check=False
        )
    except FileNotFoundError:
        raise NoSshKeygen from None
