"""Authors' files -> plain values with their places, and a finding for every fault."""

from consentgen.source.yaml import Document, read_file, read_yaml

__all__ = ["Document", "read_file", "read_yaml"]
