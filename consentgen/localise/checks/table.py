"""The list of checks; nothing registers itself."""

from __future__ import annotations

from consentgen.localise.checks.characters import forced_direction, hidden, open_isolates
from consentgen.localise.checks.fault import Check
from consentgen.localise.checks.forms import empty_forms, number_of_forms
from consentgen.localise.checks.links import dangerous_words, targets
from consentgen.localise.checks.markup import blocks, html, markdown, template_syntax
from consentgen.localise.checks.negation import negation
from consentgen.localise.checks.numbers import digit_shape, other_numbers
from consentgen.localise.checks.placeholders import braces, percent_formats, placeholders, ranges
from consentgen.localise.checks.punctuation import end_mark, length, unchanged
from consentgen.localise.checks.scripts import mixed_script
from consentgen.localise.checks.terms import glossary_terms

CHECKS: tuple[Check, ...] = (
    number_of_forms,
    empty_forms,
    placeholders,
    braces,
    percent_formats,
    ranges,
    other_numbers,
    digit_shape,
    targets,
    dangerous_words,
    markdown,
    blocks,
    html,
    template_syntax,
    forced_direction,
    open_isolates,
    hidden,
    end_mark,
    unchanged,
    length,
    mixed_script,
    glossary_terms,
    negation,
)
