"""Leaflets from elsewhere, and our own as they were built: files -> readings."""

from consentgen.review.foreign.read import MAX_BYTES, read_foreign

__all__ = ["MAX_BYTES", "read_foreign"]
