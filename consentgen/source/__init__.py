"""Authors' files -> plain values with their places, and a finding for every fault."""

from consentgen.source.read import read_file, read_yaml, shipped_values
from consentgen.source.yaml import Document

__all__ = ["Document", "read_file", "read_yaml", "shipped_values"]
