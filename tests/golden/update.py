"""Write the golden files anew: `python -m tests.golden.update`. Read the difference before you keep it."""

from __future__ import annotations

from tests.golden.files import FOLDER, made


def main() -> None:
    """Put what is made now in place of what was kept."""
    files = made()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for name, text in files.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"Wrote {len(files)} files into {FOLDER.name}/.")


if __name__ == "__main__":
    main()
