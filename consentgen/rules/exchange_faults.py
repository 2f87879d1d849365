"""EX001 to EX014: faults of files that come back from a translator, each with its page."""

from __future__ import annotations

from consentgen.model.finding import Severity
from consentgen.rules.rule import Kind, Rule, Source
from consentgen.tongue import later

_XLIFF = Source("OASIS, XLIFF Version 1.2", "https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html")
_XLIFF2 = Source(
    "OASIS, XLIFF Version 2.0", "https://docs.oasis-open.org/xliff/xliff-core/v2.0/os/xliff-core-v2.0-os.html"
)
_XXE = Source(
    "OWASP, XML External Entity Prevention",
    "https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html",
)
_CSV = Source("RFC 4180, Common Format and MIME Type for CSV Files", "https://www.rfc-editor.org/rfc/rfc4180")
_WHOLE = later(
    "Of a file that cannot be read whole, nobody knows what is missing; the catalogue is left as it is."
)
_STRANGERS = later("Files come from other people; what a translation does not need is not allowed in.")
_MATCH = later(
    "Words are taken only for the English they were made of, so that no leaflet says what nobody translated."
)


def _fault(code: str, name: str, summary: str, bad: str, good: str, *more: str | Source) -> Rule:
    why = next((part for part in more if isinstance(part, str)), _WHOLE)
    source = next((part for part in more if isinstance(part, Source)), _XLIFF)
    return Rule(
        code=code, name=name, kind=Kind.READER, severity=Severity.ERROR, summary=summary, why=why,
        sources=(source,), bad=bad, good=good, example_of="other",
    )  # fmt: skip


EXCHANGE_FAULTS: tuple[Rule, ...] = (
    _fault("EX001", "unreadable-exchange-file", later("There is no such file, it is empty, or it has a password."),
           later("# an .xls file, or a workbook with a password"), later("# an .xlsx file without a password")),
    _fault("EX002", "exchange-file-not-text", later("A file or a text is not UTF-8, or holds what is no character."),
           later("# a CSV file that Excel saved in windows-1250"), later("# the same saved as CSV UTF-8"), _CSV),
    _fault("EX003", "huge-exchange-file", later("A file is larger than 10,000,000 bytes, or unpacks to far more than it needs."),
           later("# a zip bomb named pl.xlsx"), later("# the file that was exported, some 50 kB"), _STRANGERS),
    _fault("EX004", "broken-exchange-file", later("A file cannot be read as XML, as CSV or as a workbook."),
           "<source>You choose.<target>", "<source>You choose.</source><target/>"),
    _fault("EX005", "program-in-an-exchange-file", later("A file holds macros, other files, a document type or entities."),
           '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '<?xml version="1.0"?>', _STRANGERS, _XXE),
    _fault("EX006", "exchange-file-in-another-language", later("A row is in another language than it is imported into."),
           "# consentgen i18n import uk consentgen-pl.xlsx", "# consentgen i18n import pl consentgen-pl.xlsx",
           later("A reader would get another language's words.")),
    _fault("EX007", "foreign-exchange-file", later("A file has none of our columns, or none of our ids."),
           later("# a table of prices"), later("# a file that consentgen i18n export wrote")),
    _fault("EX008", "row-of-no-statement", later("No statement has the id of a row."), "# dose.rnage", "# dose.range", _MATCH),
    _fault("EX009", "row-of-other-english", later("The English has changed since the export, or was changed in the file."),
           "# You may stop. (now: You may stop at any time.)", "# You may stop at any time.", _MATCH),
    _fault("EX010", "unknown-plural-form", later("A row is for a plural form that the language does not have."),
           later("# dose.count:two, in Polish"), later("# dose.count:few, in Polish"), _MATCH),
    _fault("EX011", "two-translations-of-one-text", later("A file holds two different translations of one text."),
           later("# title twice"), later("# title once"), later("Of two translations nobody knows which one was meant.")),
    _fault("EX012", "translation-changed-meanwhile", later("Somebody else has changed a translation since it was exported."),
           later("# changed in the file and in the catalogue"), later("# changed in the file alone"),
           later("The work of one would be written over by the other.")),
    _fault("EX013", "mark-that-is-not-in-the-english", later("A text holds a mark of a tool that stands for nothing, or half is untranslated."),
           '<target>Wybierasz <g id="1">Ty</g>.</target>', "<target>Wybierasz Ty.</target>", _XLIFF2,
           later("What the tool meant by it would be lost without a word.")),
    _fault("EX014", "cell-that-is-no-text", later("The cell of a translation holds a formula, a number or a date."),
           "=HYPERLINK(A1)", "Wybierasz.", _STRANGERS),
)  # fmt: skip
