"""Every rule says what, why, from where, and how to cure it; none is lost."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import consentgen
from consentgen import rules
from consentgen.rules import RULES, Kind, Rule, rule_called
from consentgen.rules.rule import nothing

PACKAGE = Path(consentgen.__file__).parent
CODE = re.compile(r"""["']([A-Z]{2}\d{3})["']""")
EXAMPLES_OF = {"descriptor", "file", "leaflet", "translation", "other"}


def test_codes_and_names_are_one_each() -> None:
    assert len(RULES) == len({rule.code for rule in RULES}) == len({rule.name for rule in RULES})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_why_and_how(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.summary.strip()
    assert rule.why.rstrip('"').endswith(".")
    assert rule.bad.strip()
    assert rule.good.strip()
    assert rule.bad != rule.good
    assert rule.example_of in EXAMPLES_OF


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_source_that_can_be_opened(rule: Rule) -> None:
    assert rule.sources
    assert [] == [s for s in rule.sources if not s.title.strip() or not s.address.startswith("https://")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_only_the_readers_rules_have_no_check(rule: Rule) -> None:
    assert (rule.kind is Kind.READER) is (rule.check is nothing)


def test_every_rule_file_is_in_the_table_and_the_other_way_round() -> None:
    names = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    modules = [importlib.import_module(f"consentgen.rules.{name}") for name in names]
    in_files = {module.RULE.code for module in modules if hasattr(module, "RULE")}
    assert in_files == {rule.code for rule in RULES if rule.code[:2] in ("HO", "LE")}


@pytest.mark.parametrize("rule", [r for r in RULES if r.code[:2] in ("HO", "LE")], ids=lambda rule: rule.code)
def test_a_rule_file_is_named_for_its_fault(rule: Rule) -> None:
    assert rule.name.replace("-", "_") == rule.check.__module__.rpartition(".")[2]


def test_every_code_that_the_source_yields_has_its_page() -> None:
    sources = [file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")]
    codes = {code for source in sources for code in CODE.findall(source)}
    assert len(codes) > 40
    assert [] == sorted(codes - {rule.code for rule in RULES})


def test_no_rule_is_named_for_its_code() -> None:
    assert [] == [rule.name for rule in RULES if rule.code.lower() in rule.name]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_found_by_its_code_and_by_its_name(rule: Rule) -> None:
    assert rule == rule_called(rule.code) == rule_called(rule.name)
