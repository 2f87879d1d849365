"""The header of a file: whose language it is in, and whether it counts as that language does."""

from __future__ import annotations

import pytest

from consentgen.localise.header import counts_alike, fields, header, header_findings
from consentgen.localise.plurals import PINNED, plural_forms
from consentgen.model.finding import Severity
from tests import catalogues

POLISH = "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2"


@pytest.mark.parametrize(
    "expression",
    [
        POLISH,
        f"({POLISH})",
        "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
        "n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2",
    ],
)
def test_the_same_rule_in_other_words_is_the_same(expression: str) -> None:
    assert counts_alike(f"nplurals=3; plural={expression};", plural_forms("pl"))
    assert counts_alike(f" nplurals = 3 ; plural = {expression}", plural_forms("pl"))


HOSTILE = {
    "nothing": "",
    "words": "three",
    "code": "nplurals=3; plural=__import__('os').system('id');",
    "a call": "nplurals=3; plural=print(n);",
    "a power": "nplurals=3; plural=9**9**9;",
    "division by nought": "nplurals=3; plural=n/0;",
    "no end": f"nplurals=3; plural={'(' * 5000}n{')' * 5000};",
    "a pit": f"nplurals=3; plural={'(' * 150}n{')' * 150};",
    "many forms": f"nplurals={'9' * 5000}; plural=n;",
    "a form too many": "nplurals=3; plural=n;",
    "two forms": "nplurals=2; plural=(n != 1);",
    "another order": "nplurals=3; plural=(n==1 ? 1 : 0);",
}


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_another_rule_is_another_whatever_it_tries(value: str) -> None:
    assert not counts_alike(value, plural_forms("pl"))


@pytest.mark.parametrize(
    "value",
    [
        "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;",
        "nplurals=2; plural=(n==2) ? 1 : 0;",
        "nplurals=6; plural=(n==0) ? 5 : (n==1) ? 0 : (n==2) ? 1 : (n==3) ? 2 : (n==6) ? 3 : 4;",
    ],
)
def test_welsh_as_other_tools_count_it_is_not_taken_for_ours(value: str) -> None:
    assert not counts_alike(value, plural_forms("cy"))


@pytest.mark.parametrize("locale", [*PINNED, "cs", "de"])
def test_a_new_header_has_nothing_to_find_fault_with(locale: str) -> None:
    assert [] == list(header_findings(catalogues.file(locale), locale))


def test_a_new_header_holds_no_date_and_no_name() -> None:
    names = [name for name, _ in fields(header("pl"))]
    assert {"Language", "Plural-Forms", "Content-Type"} < set(names)
    assert [] == [name for name in names if "Date" in name or "Translator" in name]


def test_another_form_of_the_language_is_a_warning() -> None:
    file = catalogues.file("pt_BR")
    assert [Severity.WARNING] == [
        f.severity for f in header_findings(file, "pt") if f.place.field == "Language"
    ]


def test_the_form_with_a_hyphen_is_the_same_language() -> None:
    top = header("zh_Hans")
    hyphen = top.changed(forms=(top.forms[0].replace("zh_Hans", "zh-Hans"),))
    assert [] == list(header_findings(type(catalogues.file("pl"))("zh.po", hyphen, ()), "zh_Hans"))
