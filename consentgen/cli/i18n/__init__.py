"""consentgen i18n"""

from __future__ import annotations

import click

from consentgen.cli.verbs import Verbs

VERBS = {
    "extract": "Write the template for translators.",
    "init": "Start a language.",
    "update": "Bring languages up to date with the English.",
    "check": "Say where translations lose anything of the English.",
    "stats": "Say how far each language is.",
    "compile": "Write compiled catalogues for gettext.",
    "pseudo": "Write languages that show what a translation would break.",
    "export": "Hand a language to a translator: XLIFF, a spreadsheet or CSV.",
    "import": "Take a translator's file back, as drafts.",
    "review": "Sign translations you have read.",
    "accept": "Carry translations over an edit of the English that does not change what is said.",
}


@click.group("i18n", cls=Verbs, table=VERBS, package="consentgen.cli.i18n")
def command() -> None:
    """Carry the wording into other languages without losing the truth.

    Works on the folder locales/ of a project, or of a checkout of consentgen. For translators who are new to it:
    docs/translating.md.

    \b
    Example:
      consentgen i18n stats
      consentgen i18n init cs --locales my-locales
    """
