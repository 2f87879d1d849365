"""Signatures with ssh keys: who has a key signs with it, and nothing is taken on trust."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from consentgen.build import signing
from consentgen.build.decide import CannotApprove
from consentgen.review.validity import Signature
from tests.signing import LEAD, PATIENT, asked, key, records, sign, state, with_key
from tests.unit.build.test_approvals import forged, link_at

needs_ssh = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")


@needs_ssh
def test_who_has_a_key_signs_with_it_and_with_no_other(tmp_path: Path) -> None:
    mine, line = key(tmp_path, "mine")
    other, _ = key(tmp_path, "other")
    northtown = asked(tmp_path, with_key(line))
    with pytest.raises(CannotApprove, match="is not signed with it"):
        sign(northtown, LEAD)
    with pytest.raises(signing.CannotSign, match=r"not the key that consentgen\.yaml has of A\. Example"):
        sign(northtown, replace(LEAD, key=other))
    assert [] == records(northtown)
    sign(northtown, replace(LEAD, key=mine), PATIENT)
    assert state(northtown).approved

    victim = records(northtown, LEAD)[0]
    forged(victim, comment="Fine.")
    assert ["its signature does not fit its content and the key of A. Example"] == [
        i.because for i in state(northtown).invalid
    ]


SPOILT: dict[str, Callable[[Path], object]] = {
    "gone": lambda f: f.unlink(),
    "garbage": lambda f: f.write_bytes(b"\0" * 100),
    "of another record": lambda f: shutil.copy(next(o for o in f.parent.glob("*.sig") if o != f), f),
    "huge": lambda f: f.write_bytes(b" " * 20_001),
    "a link": lambda f: link_at(f, Path("/dev/zero")),
}


@needs_ssh
def test_a_signature_that_is_gone_or_spoilt_does_not_count(tmp_path: Path) -> None:
    mine, line = key(tmp_path)
    northtown = asked(tmp_path, with_key(line))
    sign(northtown, replace(LEAD, key=mine))
    for name, spoil in SPOILT.items():
        copy = tmp_path / name.replace(" ", "-")
        shutil.copytree(northtown, copy, symlinks=True)
        victim = records(copy)[0]
        spoil(victim.with_name(f"{victim.name}.sig"))
        assert 1 == len(state(copy).invalid), name
        assert state(copy).roles[0].open, name


@needs_ssh
def test_without_ssh_keygen_a_signature_is_not_taken_on_trust(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, line = key(tmp_path)
    northtown = asked(tmp_path, with_key(line))
    sign(northtown, replace(LEAD, key=mine))
    signing._fits.cache_clear()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert {"its signature cannot be checked: ssh-keygen is not installed"} == {
        i.because for i in state(northtown).invalid
    }
    with pytest.raises(signing.NoSshKeygen):
        signing.sign(b"", mine)
    assert Signature.UNCHECKED is signing.check(b"", b"", [])


@needs_ssh
def test_a_key_that_is_none_signs_nothing(tmp_path: Path) -> None:
    with pytest.raises(signing.CannotSign, match="could not be signed"):
        signing.sign(b"words", tmp_path / "nothing")
