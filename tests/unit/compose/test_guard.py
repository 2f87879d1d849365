"""A template may choose and repeat; whatever else it tries is refused at its line."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from consentgen.errors import BadWording
from tests.unit.compose.conftest import NAME, Run

TEXT = '{% text "a", name=x %}{name}{% endtext %}'
THREE_LOOPS = "{% for a in x %}{% for b in x %}{% for c in x %}{% endfor %}{% endfor %}{% endfor %}"

REFUSED = {
    "a-value": ("{{ x }}", "a value stands outside a statement"),
    "words": ("Call us today.", "words stand outside a statement: 'Call us today.'"),
    "html": ("<b>", "words stand outside a statement"),
    "an-attribute-of-python": ("{% if x.__class__ %}{% endif %}", "the attribute __class__"),
    "a-name-of-ours": ("{% if _page %}{% endif %}", "the name _page"),
    "a-method": ("{% if x.upper() %}{% endif %}", "calls are not allowed"),
    "a-function": ("{% for i in range(9) %}{% endfor %}", "calls are not allowed"),
    "a-sum": ("{% if x + 1 %}{% endif %}", "Add cannot be used"),
    "a-repetition": ("{% if 'x' * 999 %}{% endif %}", "Mul cannot be used"),
    "a-joining": ("{% if x ~ 'y' %}{% endif %}", "Concat cannot be used"),
    "a-key": ("{% if x['y'] %}{% endif %}", "Getitem cannot be used"),
    "a-slice": ("{% if x[1:2] %}{% endif %}", "Getitem cannot be used"),
    "a-filter": ("{% for i in x|sort %}{% endfor %}", "the filter sort"),
    "a-test": ("{% if x is divisibleby 3 %}{% endif %}", "the test divisibleby"),
    "a-macro": ("{% macro m() %}{% endmacro %}", "Macro cannot be used"),
    "a-setting": ("{% set y = 1 %}", "Assign cannot be used"),
    "an-import": ('{% import "base.md.j2" as b %}', "Import cannot be used"),
    "an-include-by-value": ("{% include x %}", "the name of a template must be written out"),
    "an-extends-by-value": ("{% extends x %}", "the name of a template must be written out"),
    "three-loops": (THREE_LOOPS, "more than 2 loops"),
    "a-loop-in-itself": ("{% for i in x recursive %}{% endfor %}", "more than 2 loops"),
}


@pytest.mark.parametrize(("source", "fault"), REFUSED.values(), ids=REFUSED)
def test_a_template_that_does_more_is_refused(run: Run, source: str, fault: str) -> None:
    with pytest.raises(BadWording, match=r"^templates/own\.md\.j2:4: ") as caught:
        run("\n" + source, x=["y"])
    assert fault in caught.value.fault
    assert caught.value.help_text


ALLOWED = {
    "a-choice": "{% if x and not y or z == 1 %}" + TEXT + "{% else %}" + TEXT + "{% endif %}",
    "a-comparison-in-a-list": "{% if x in ['one', 'two'] %}" + TEXT + "{% endif %}",
    "the-first-of-a-list": "{% if y[0] == 1 %}{% endif %}" + TEXT,
    "the-length-of-a-list": "{% if y|length > 1 %}{% endif %}" + TEXT,
    "whether-it-is-there": "{% if y is defined and nothing is none %}" + TEXT + "{% endif %}",
    "two-loops": "{% for a in y %}{% for b in y %}" + TEXT + "{% endfor %}{% endfor %}",
    "an-attribute": "{% if s.ample == 1 %}" + TEXT + "{% endif %}",
    "a-comment": "{# why #}" + TEXT,
    "a-block": "{% block b %}" + TEXT + "{% endblock %}",
}


@pytest.mark.parametrize("source", ALLOWED.values(), ids=ALLOWED)
def test_what_chooses_and_repeats_is_allowed(run: Run, source: str) -> None:
    names = {"x": "one", "y": [1, 2], "z": 1, "nothing": None, "s": SimpleNamespace(ample=1)}
    [block] = run(source, **names).blocks
    assert block


def test_a_name_that_is_not_there_is_not_nothing(run: Run) -> None:
    with pytest.raises(UndefinedError, match="'nobody' is undefined"):
        run("{% if nobody %}{% endif %}")


@pytest.mark.parametrize("name", ["../base.md.j2", "/etc/passwd", "leaflet/../base.md.j2", "nobody.md.j2"])
def test_only_a_template_of_the_project_or_a_shipped_one_can_be_reached(run: Run, name: str) -> None:
    with pytest.raises(TemplateNotFound):
        run(f'{{% include "{name}" %}}')


def test_a_template_that_includes_itself_ends(run: Run) -> None:
    with pytest.raises(BadWording, match="more than 600 statements"):
        run(f'{{% include "{NAME}" %}}')
