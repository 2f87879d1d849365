"""YA, DE, EV, WO and LO: faults the readers find, each with its page."""

from __future__ import annotations

from consentgen.model.finding import Severity
from consentgen.rules.rule import Kind, Rule, Source
from consentgen.tongue import later

_YAML = Source("YAML 1.2.2 specification", "https://yaml.org/spec/1.2.2/")


def _fault(code: str, name: str, summary: str, bad: str, good: str, **more: str) -> Rule:
    return Rule(
        code=code, name=name, kind=Kind.READER, severity=Severity.ERROR, summary=summary,
        why=more.get("why", later("A value that cannot be read cannot be told to anyone.")),
        sources=(_YAML,), bad=bad, good=good, example_of=more.get("example_of", "descriptor"),
    )  # fmt: skip


_HOSTILE = later("Files come from other people; what is not needed is not allowed in.")
FAULTS: tuple[Rule, ...] = (
    _fault("YA001", "unreadable-file", later("The file cannot be opened."), later("# a folder named service.yaml"),
           later("# a file named service.yaml"), example_of="other"),
    _fault("YA002", "binary-file", later("The file is not UTF-8 text."), later("# a Word file renamed to .yaml"),
           later("# a text file"), example_of="other"),
    _fault("YA003", "huge-file", later("The file is larger than 1,000,000 bytes."), later("# a file of 100 MB"),
           later("# a file of 5 kB"), example_of="other", why=_HOSTILE),
    _fault("YA004", "broken-yaml", later("A line cannot be read as YAML."), "service: [open\n",
           "service:\n  name: Northtown\n", example_of="file"),
    _fault("YA005", "yaml-alias", later("Anchors and aliases are not used."), "a: &x 1\nb: *x\n", "a: 1\nb: 1\n",
           example_of="file", why=_HOSTILE),
    _fault("YA006", "repeated-field", later("A field stands twice in one group."), "version: '1'\nversion: '2'\n",
           "version: '2'\n", example_of="file", why=later("Of two values nobody knows which one was meant.")),
    _fault("YA007", "deep-or-endless", later("The file nests too deeply or holds too many values."),
           "a: [[[[[[[[[[[[[[1]]]]]]]]]]]]]]\n", "a: [1]\n", example_of="file", why=_HOSTILE),
    _fault("YA008", "empty-file", later("The file holds nothing."), later("# only a comment\n"), "version: '1'\n",
           example_of="file"),
    _fault("YA010", "yaml-tag", later("A tag (!name) stands before a value."), "a: !!python/name:os.system\n", "a: os\n",
           example_of="file", why=_HOSTILE),
    _fault("YA011", "two-documents", later("The file holds two documents."), "a: 1\n---\na: 2\n", "a: 1\n",
           example_of="file"),
    _fault("YA012", "invisible-character", later("A value holds characters nobody can see, for instance ones that "
           "turn the reading direction."), "a: \"north\\u202Enwot\"\n", "a: northtown\n", example_of="file",
           why=later("A reviewer cannot sign what they cannot see.")),
    _fault("DE001", "missing-field", later("A needed field is missing."),
           "sessions:\n  number: 6 to 8\n  channel: telephone\n",
           "sessions:\n  number: 6 to 8\n  length: 30 minutes\n  channel: telephone\n",
           why=later("Without it the leaflet would hide something a person has to know.")),
    _fault("DE002", "unknown-field", later("There is no field of this name."),
           "service:\n  name: Northtown\n  provder: Northtown Health\n",
           "service:\n  name: Northtown\n  provider: Northtown Health\n",
           why=later("A misspelt field would be left out of the leaflet without a word.")),
    _fault("DE003", "wrong-kind", later("A text stands where a group or a list belongs, or the other way round."),
           "service: Northtown\n", "service:\n  name: Northtown\n"),
    _fault("DE004", "value-not-allowed", later("The value is not one of those allowed."),
           "problems: [depresion]\n", "problems: [depression]\n"),
    _fault("DE005", "empty-value", later("Nothing is written behind the field."), "author: ''\n", "author: Clinical lead\n"),
    _fault("DE006", "long-text", later("A text is longer than its place in the leaflet."),
           "rights:\n  missed_sessions: " + "We will write to you. " * 20 + "\n",
           "rights:\n  missed_sessions: We will write to you.\n",
           why=later("A leaflet is two to four pages; a frightened person does not read more.")),
    _fault("DE007", "not-an-address", later("This is not a phone number, an email address or an https address."),
           "contact:\n  phone: call us\n  email: hello@northtown.example\n",
           "contact:\n  phone: 01632 960 123\n  email: hello@northtown.example\n"),
    _fault("DE008", "choice-without-one-name", later("A choice has no name, or two."),
           "alternatives:\n  options:\n    - wait: 3 weeks\n  no_treatment: You can wait and see.\n",
           "alternatives:\n  options:\n    - therapy: cbt\n      wait: 3 weeks\n  no_treatment: You can wait and see.\n"),
    _fault("DE009", "no-way-to-reach-you", later("There is no way to reach the service."),
           "contact:\n  hours: Monday\n", "contact:\n  email: hello@northtown.example\n"),
    _fault("DE010", "too-few-or-many", later("The list has too few or too many items."), "problems: []\n",
           "problems: [depression]\n"),
    _fault("DE011", "not-a-quantity", later("This is not a number, a length of time, or a date."),
           "written: 1st of November\nreview_by: 2027-11-01\n", "written: 2026-11-01\nreview_by: 2027-11-01\n"),
    _fault("DE012", "bad-leaflet-name", later("The id cannot be the name of a leaflet's files."), "id: Über leaflet/1\n",
           "id: workbook-by-phone\n"),
    _fault("DE013", "same-leaflet-name", later("Two descriptors would make files of the same name."),
           later("# id: workbook in two files"), "# id: workbook-by-phone, id: workbook-by-video", example_of="other",
           why=later("One leaflet would overwrite the other.")),
    _fault("DE014", "number-without-unit", later("A number has no unit."),
           "sessions:\n  number: '6'\n  length: 30\n  channel: telephone\n",
           "sessions:\n  number: '6'\n  length: 30 minutes\n  channel: telephone\n",
           why=later("30 of what? A reader must not have to guess, and neither must the tool.")),
    _fault("WO001", "bad-template", later("A template of the project cannot be used."),
           "# {{ service.__class__ }}", '# {% text "an.id" %}Words.{% endtext %}', example_of="other",
           why=later("Templates come from other people. They may choose and repeat, never compute, call or reach.")),
    _fault("RE001", "not-rendered", later("A format of the leaflet could not be made."),
           later("# a name with a character that no font has"), later("# a name in letters"), example_of="other"),
    _fault("LO001", "unreadable-language-file", later("A locale.toml is missing or cannot be read."),
           later("# locales/pl/locale.toml renamed from a Word file"), 'name = "Polski"', example_of="other",
           why=later("Dates, direction and fonts of the language would be guessed.")),
    _fault("LO002", "unknown-language-setting", later("A locale.toml has a setting of a name that is not known."),
           'date_patern = "d MMMM y"', 'date_pattern = "d MMMM y"', example_of="other",
           why=later("A misspelt setting would be left out without a word.")),
    _fault("LO003", "language-setting-not-allowed", later("A value in a locale.toml cannot be used."),
           'date_pattern = "d LLLL y"', 'date_pattern = "d MMMM y"', example_of="other",
           why=later("A date in the wrong case, or one with the month as a number, misleads every reader.")),
    _fault("LO004", "missing-language-setting", later("A locale.toml leaves a setting out."),
           later("# no direction"), 'direction = "rtl"', example_of="other",
           why=later("CLDR's value is used instead, and nobody has looked at it.")),
    _fault("PR001", "bad-project-file", later("The project file has a fault."),
           "# formats: [word-perfect]", "# formats: [html, pdf]", example_of="other"),
)  # fmt: skip
