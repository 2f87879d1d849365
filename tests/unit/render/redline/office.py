"""Run by the system's Python, which knows UNO: takes every change of Word files, or takes them back, in LibreOffice.

    /usr/bin/python3 office.py PROFILE FILE...

prints a list with, for each file, the paragraphs after accepting all and after rejecting all.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno


def connected(pipe: str, seconds: float) -> Any:
    """The desktop of an office that was just started."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + seconds
    while True:
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote, remote.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", remote
            )
        except Exception:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def setting(name: str, value: object) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def paragraphs(remote: Any, desktop: Any, file: Path, command: str) -> list[str]:
    """The paragraphs of a file after a command."""
    url = file.resolve().as_uri()
    document = desktop.loadComponentFromURL(url, "_blank", 0, (setting("Hidden", True),))
    try:
        dispatcher = remote.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", remote
        )
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, ".uno:" + command, "", 0, ())
        assert 0 == len(list(document.Redlines)), "changes are left"
        return [
            paragraph.getString()
            for paragraph in document.Text
            if paragraph.supportsService("com.sun.star.text.Paragraph")
        ]
    finally:
        document.close(True)


def main(profile: str, *files: str) -> None:
    """Start an office of our own, and ask it for every file."""
    pipe = "consentgen" + Path(profile).name.replace("-", "").replace("_", "")
    started = subprocess.Popen(
        [
            "soffice", "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
            f"-env:UserInstallation={Path(profile).resolve().as_uri()}", f"--accept=pipe,name={pipe};urp",
        ],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        remote, desktop = connected(pipe, 120)
        commands = "AcceptAllTrackedChanges", "RejectAllTrackedChanges"
        told = [[paragraphs(remote, desktop, Path(file), command) for command in commands] for file in files]
        print(json.dumps(told))
        try:
            desktop.terminate()
        except Exception:
            started.terminate()
        started.wait(60)
    finally:
        if started.poll() is None:
            started.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
