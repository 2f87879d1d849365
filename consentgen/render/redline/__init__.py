"""Redlines: what a review found, for a terminal, a browser, a pull request and Word."""
