"""Checks of translations: small functions of one signature, in a list."""

from consentgen.localise.checks.run import check_catalogue, check_translation
from consentgen.localise.checks.table import CHECKS

__all__ = ["CHECKS", "check_catalogue", "check_translation"]
