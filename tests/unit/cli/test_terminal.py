"""On a terminal: questions for a new project, and colour unless nobody wants it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import environment
from tests.unit.build.conftest import put


def on_a_terminal(*arguments: str, cwd: Path, typed: str = "", **more: str) -> tuple[int, str]:
    """How a command ends and what stands on the screen, with `typed` as the answers."""
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "consentgen", *arguments]
    with subprocess.Popen(
        command, cwd=cwd, env=environment(TERM="xterm", **more), stdin=inner, stdout=inner, stderr=inner
    ) as process:
        os.close(inner)
        os.write(outer, typed.encode())
        screen = b""
        try:
            while part := os.read(outer, 4096):
                screen += part
        except OSError:  # the terminal is gone when the process has ended
            pass
    os.close(outer)
    return process.returncode, screen.decode()


def test_new_asks_for_what_is_left_out(tmp_path: Path) -> None:
    typed = "westtown\nWesttown Talking Therapies\n020 7946 0001\n\n"
    code, screen = on_a_terminal("new", cwd=tmp_path, typed=typed)
    assert 0 == code
    assert "Email address [hello@northtown.example]" in screen
    held = (tmp_path / "westtown" / "services" / "stress-class.yaml").read_text("utf-8")
    assert 'name: "Westtown Talking Therapies"' in held
    assert 'phone: "020 7946 0001"' in held
    assert "email: hello@northtown.example" in held


def test_new_does_not_ask_for_what_is_given(tmp_path: Path) -> None:
    code, screen = on_a_terminal("new", "westtown", "--service", "Westtown", cwd=tmp_path)
    assert 0 == code
    assert "[" not in screen


@pytest.mark.parametrize(
    ("more", "expected"), [({}, True), ({"NO_COLOR": "1"}, False)], ids=["colour", "none"]
)
@pytest.mark.parametrize("verb", ["check", "build"])
def test_findings_have_colour_unless_nobody_wants_it(
    project: Path, verb: str, more: dict[str, str], expected: bool
) -> None:
    put(project, "a", "service: [open\n")
    code, screen = on_a_terminal(verb, ".", cwd=project, **more)
    assert (1, expected) == (code, "\x1b[" in screen)
    assert "YA004" in screen
