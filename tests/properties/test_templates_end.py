"""No change to a template makes a traceback: a leaflet, or the place of the fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.compose import Wording
from consentgen.errors import BadWording
from consentgen.places import shipped
from tests import starter
from tests.bad.hostile import shapes

NAME = "guided_self_help.md.j2"
SHIPPED = (shipped("templates") / "leaflet" / NAME).read_text(encoding="utf-8")
PIECES = [
    "{% if service %}", "{% endif %}", "{% else %}", "{% for a in service.formats %}", "{% endfor %}", "{{ service }}",
    "{{ super() }}", "{% block costs %}", "{% endblock %}", "{% endtext %}", "{% plural %}", '{% box "note" %}',
    "{% endbox %}", "{% lines 3 %}", "{% icons evidence.outcomes[0].whole %}", "{% endicons %}", "{% raw %}",
    '{% include "units.md.j2" %}', '{% text "own.words" %}Words{% endtext %}', "{x}", "{", "}", "{#", "#}", "# ", "- ",
    ":   ", "1. ", "---\n", "\n\n", "    ", "`", "*", "](x)", "\\", '"', "9" * 5000, "tells=", "critical=true, ", "=",
    "\ue0000\ue001", "\x02klzzwxh:0\x03", "\u2028", "\t", "",
]  # fmt: skip
changes = st.lists(
    st.tuples(st.integers(0, len(SHIPPED)), st.integers(0, 40), st.sampled_from(PIECES)),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@settings(derandomize=True, deadline=None, max_examples=100)
@given(changes)
def test_a_shipped_template_with_a_few_changes(folder: Path, changes: list[tuple[int, int, str]]) -> None:
    source = SHIPPED
    for start, taken, put in changes:
        source = source[:start] + put + source[start + taken :]
    (folder / NAME).write_text(source, encoding="utf-8")
    try:
        leaflet = starter.compose(starter.service(), own=Wording(folder))
    except BadWording as fault:
        assert fault.line >= 1
        assert fault.path.startswith("templates/")
        assert fault.help_text
    else:
        assert {"html", "md", "txt"} == set(shapes(leaflet))
