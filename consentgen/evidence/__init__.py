"""Evidence records: shipped ones, the England table, and a project's own."""

from consentgen.evidence.ledger import Ledger, load_shipped
from consentgen.evidence.records import EVIDENCE_CODES, read_records

__all__ = ["EVIDENCE_CODES", "Ledger", "load_shipped", "read_records"]
