"""An artifact: the finished bytes of one format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """Bytes ready to be written."""

    name: str
    """File name, without folder."""
    media_type: str
    data: bytes
