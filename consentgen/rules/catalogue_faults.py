"""PO and RV: faults found in reading catalogues and sign-offs, each with its page."""

from __future__ import annotations

from consentgen.model.finding import Severity
from consentgen.rules.rule import Kind, Rule, Source
from consentgen.tongue import later

_GETTEXT = Source(
    "GNU gettext manual, PO files", "https://www.gnu.org/software/gettext/manual/gettext.html#PO-Files"
)
_CLDR = Source(
    "CLDR, language plural rules",
    "https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html",
)
_WHOLE = later(
    "A file that is read in part would be written back in part, and a translator's work would be gone."
)
_TRUTH = later("Nobody may read in their language what nobody answers for.")


def _fault(code: str, name: str, summary: str, bad: str, good: str, **more: str) -> Rule:
    return Rule(
        code=code, name=name, kind=Kind.READER, severity=Severity.ERROR, summary=summary, why=more.get("why", _WHOLE),
        sources=(_CLDR if code == "PO007" else _GETTEXT,), bad=bad, good=good, example_of="other",
    )  # fmt: skip


CATALOGUE_FAULTS: tuple[Rule, ...] = (
    _fault("PO001", "unreadable-catalogue", later("There is no such catalogue, or it cannot be opened."),
           later("# a folder or a link named consentgen.po"), later("# a file named consentgen.po")),
    _fault("PO002", "catalogue-not-utf-8", later("A catalogue is not UTF-8 text."), later("# a file in windows-1250"),
           later("# a file in UTF-8")),
    _fault("PO003", "huge-catalogue", later("A catalogue is larger than 5,000,000 bytes."), later("# a file of 50 MB"),
           later("# a file of 100 kB"), why=later("Files come from other people; what is not needed is not allowed in.")),
    _fault("PO004", "broken-catalogue", later("A line cannot be read as a PO file's."), 'msgstr "He said "no""',
           'msgstr "He said \\"no\\""'),
    _fault("PO005", "cut-catalogue", later("A catalogue ends too early."), 'msgid "You choose."\nmsgstr "Wybi',
           'msgid "You choose."\nmsgstr "Wybierasz."'),
    _fault("PO006", "wrong-header", later("The header is missing, names another language or another encoding."),
           '"Language: de\\n"', '"Language: pl\\n"', why=later("Tools follow the header; words would be read as another language's.")),
    _fault("PO007", "wrong-plural-forms", later("The header counts in another way than the language."),
           '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"  # in Polish',
           '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : ...);\\n"',
           why=later("A reader would be told a number with the words of another number.")),
    _fault("PO008", "same-id-twice", later("Two entries in use have the same id."), 'msgctxt "title"  # twice',
           'msgctxt "title"  # once', why=later("Of two translations nobody knows which one was meant.")),
    _fault("PO009", "foreign-catalogue", later("No entry has the id of a statement: this is another project's file."),
           'msgid "Save"', 'msgctxt "opening.choice"\nmsgid "You choose whether to have it."'),
    _fault("RV001", "broken-sign-off", later("A line of reviews.jsonl is no sign-off."), '{"id": "title"}',
           '{"id": "title", "source": "...", "target": "...", "who": "...", "role": "...", "date": "2026-11-23"}',
           why=_TRUTH),
    _fault("RV002", "edit-that-may-change-meaning", later("A translation is to be carried over an edit that may change what is said."),
           "# You may stop. -> You may not stop.", "# You may stop at once. -> You may stop straight away.", why=_TRUTH),
    _fault("RV003", "unsignable-translation", later("A translation that is missing or stale is to be signed."),
           later("# consentgen i18n review pl title, when its English has changed"),
           later("# consentgen i18n review pl title, when it is translated again"), why=_TRUTH),
)  # fmt: skip
