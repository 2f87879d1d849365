"""The rules: each finds one fault, says why it matters and what to write instead."""

from consentgen.rules.rule import Kind, Rule, Subject
from consentgen.rules.table import RULES, rule_called, run

__all__ = ["RULES", "Kind", "Rule", "Subject", "rule_called", "run"]
