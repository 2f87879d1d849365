"""The catalogue shipped with consentgen: what therapies, grades, problems and outcomes are called."""

from consentgen.catalogue.load import load_catalogue

__all__ = ["load_catalogue"]
