"""YA, DE, EV and WO: faults the readers find, each with its page."""

from __future__ import annotations

from consentgen.model.finding import Severity
from consentgen.rules.rule import Kind, Rule, Source

_YAML = Source("YAML 1.2.2 specification", "https://yaml.org/spec/1.2.2/")


def _fault(code: str, name: str, summary: str, bad: str, good: str, **more: str) -> Rule:
    return Rule(
        code=code, name=name, kind=Kind.READER, severity=Severity.ERROR, summary=summary,
        why=more.get("why", "A value that cannot be read cannot be told to anyone."),
        sources=(_YAML,), bad=bad, good=good, example_of=more.get("example_of", "descriptor"),
    )  # fmt: skip


_HOSTILE = "Files come from other people; what is not needed is not allowed in."
FAULTS: tuple[Rule, ...] = (
    _fault("YA001", "unreadable-file", "The file cannot be opened.", "# a folder named service.yaml",
           "# a file named service.yaml", example_of="other"),
    _fault("YA002", "binary-file", "The file is not UTF-8 text.", "# a Word file renamed to .yaml",
           "# a text file", example_of="other"),
    _fault("YA003", "huge-file", "The file is larger than 1,000,000 bytes.", "# a file of 100 MB",
           "# a file of 5 kB", example_of="other", why=_HOSTILE),
    _fault("YA004", "broken-yaml", "A line cannot be read as YAML.", "service: [open\n",
           "service:\n  name: Northtown\n", example_of="file"),
    _fault("YA005", "yaml-alias", "Anchors and aliases are not used.", "a: &x 1\nb: *x\n", "a: 1\nb: 1\n",
           example_of="file", why=_HOSTILE),
    _fault("YA006", "repeated-field", "A field stands twice in one group.", "version: '1'\nversion: '2'\n",
           "version: '2'\n", example_of="file", why="Of two values nobody knows which one was meant."),
    _fault("YA007", "deep-or-endless", "The file nests too deeply or holds too many values.",
           "a: [[[[[[[[[[[[[[1]]]]]]]]]]]]]]\n", "a: [1]\n", example_of="file", why=_HOSTILE),
    _fault("YA008", "empty-file", "The file holds nothing.", "# only a comment\n", "version: '1'\n",
           example_of="file"),
    _fault("YA010", "yaml-tag", "A tag (!name) stands before a value.", "a: !!python/name:os.system\n", "a: os\n",
           example_of="file", why=_HOSTILE),
    _fault("YA011", "two-documents", "The file holds two documents.", "a: 1\n---\na: 2\n", "a: 1\n",
           example_of="file"),
    _fault("YA012", "invisible-character", "A value holds characters nobody can see, for instance ones that "
           "turn the reading direction.", "a: \"north\\u202Enwot\"\n", "a: northtown\n", example_of="file",
           why="A reviewer cannot sign what they cannot see."),
    _fault("DE001", "missing-field", "A needed field is missing.",
           "sessions:\n  number: 6 to 8\n  channel: telephone\n",
           "sessions:\n  number: 6 to 8\n  length: 30 minutes\n  channel: telephone\n",
           why="Without it the leaflet would hide something a person has to know."),
    _fault("DE002", "unknown-field", "There is no field of this name.",
           "service:\n  name: Northtown\n  provder: Northtown Health\n",
           "service:\n  name: Northtown\n  provider: Northtown Health\n",
           why="A misspelt field would be left out of the leaflet without a word."),
    _fault("DE003", "wrong-kind", "A text stands where a group or a list belongs, or the other way round.",
           "service: Northtown\n", "service:\n  name: Northtown\n"),
    _fault("DE004", "value-not-allowed", "The value is not one of those allowed.",
           "problems: [depresion]\n", "problems: [depression]\n"),
    _fault("DE005", "empty-value", "Nothing is written behind the field.", "author: ''\n", "author: Clinical lead\n"),
    _fault("DE006", "long-text", "A text is longer than its place in the leaflet.",
           "rights:\n  missed_sessions: " + "We will write to you. " * 20 + "\n",
           "rights:\n  missed_sessions: We will write to you.\n",
           why="A leaflet is two to four pages; a frightened person does not read more."),
    _fault("DE007", "not-an-address", "This is not a phone number, an email address or an https address.",
           "contact:\n  phone: call us\n  email: hello@northtown.example\n",
           "contact:\n  phone: 01632 960 123\n  email: hello@northtown.example\n"),
    _fault("DE008", "choice-without-one-name", "A choice has no name, or two.",
           "alternatives:\n  options:\n    - wait: 3 weeks\n  no_treatment: You can wait and see.\n",
           "alternatives:\n  options:\n    - therapy: cbt\n      wait: 3 weeks\n  no_treatment: You can wait and see.\n"),
    _fault("DE009", "no-way-to-reach-you", "There is no way to reach the service.",
           "contact:\n  hours: Monday\n", "contact:\n  email: hello@northtown.example\n"),
    _fault("DE010", "too-few-or-many", "The list has too few or too many items.", "problems: []\n",
           "problems: [depression]\n"),
    _fault("DE011", "not-a-quantity", "This is not a number, a length of time, or a date.",
           "written: 1st of November\nreview_by: 2027-11-01\n", "written: 2026-11-01\nreview_by: 2027-11-01\n"),
    _fault("DE012", "bad-leaflet-name", "The id cannot be the name of a leaflet's files.", "id: Über leaflet/1\n",
           "id: workbook-by-phone\n"),
    _fault("DE013", "same-leaflet-name", "Two descriptors would make files of the same name.",
           "# id: workbook in two files", "# id: workbook-by-phone, id: workbook-by-video", example_of="other",
           why="One leaflet would overwrite the other."),
    _fault("DE014", "number-without-unit", "A number has no unit.",
           "sessions:\n  number: '6'\n  length: 30\n  channel: telephone\n",
           "sessions:\n  number: '6'\n  length: 30 minutes\n  channel: telephone\n",
           why="30 of what? A reader must not have to guess, and neither must the tool."),
    _fault("WO001", "bad-template", "A template of the project cannot be used.",
           "# {{ service.__class__ }}", '# {% text "an.id" %}Words.{% endtext %}', example_of="other",
           why="Templates come from other people. They may choose and repeat, never compute, call or reach."),
    _fault("RE001", "not-rendered", "A format of the leaflet could not be made.",
           "# a name with a character that no font has", "# a name in letters", example_of="other"),
    _fault("PR001", "bad-project-file", "The project file has a fault.",
           "# formats: [word-perfect]", "# formats: [html, pdf]", example_of="other"),
)  # fmt: skip
