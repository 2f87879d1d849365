"""Faults planted in translations, and translations without any: data that tests and benchmarks share."""
