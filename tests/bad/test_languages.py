"""Every fault of every bad file is told in Welsh and in Polish, and none in English there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from consentgen.cli.explain import page
from consentgen.cli.language import tongue
from consentgen.cli.main import group
from consentgen.localise.checks import check_catalogue
from consentgen.localise.checks.expected import expected_of
from consentgen.localise.exchange import arrive
from consentgen.localise.exchange.formats import received
from consentgen.localise.locale_file import facts_in
from consentgen.localise.message import Translation
from consentgen.model.finding import Finding
from consentgen.places import shipped
from consentgen.rules import RULES, Rule
from consentgen.source import read_yaml
from consentgen.tongue import ENGLISH, speak
from tests import catalogues, starter, travel
from tests.architecture.test_sentences import SENTENCE
from tests.bad.cases import PLACES, errors_in, files, named
from tests.bad.test_exchange import filled
from tests.bad.test_po import found_in
from tests.rules.test_examples import AT, DESCRIPTORS, FILES, TRANSLATIONS, of_entry

LANGUAGES = ("cy", "pl")
QUOTED = re.compile(r'"[^"]*"|`[^`]*`|„[^”]*”|\(.*\)')
"""What is quoted, from a file or for one, is the same in every language."""
KEYS = re.compile(r"[\w-]+(?:, [\w-]+)+")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(ENGLISH)


def speaking(language: str) -> None:
    speak(tongue(shipped("locales"), {"LANG": language}))


def in_each(find: Callable[[], list[Finding]]) -> dict[str, list[Finding]]:
    """What is found in each language of one process, English before, between and after."""
    told = {}
    for language in ("cy", "en", "pl", "en-again"):
        speaking(language)
        told[language] = find()
    assert told["en"] == told["en-again"]
    return told


def key(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.severity, finding.place


def left_english(told: dict[str, list[Finding]], *, words: bool = False) -> list[str]:
    """Sentences that are the same in English and in another language.

    Args:
        told: what is found in each language.
        words: whether what is expected are words of a file.
    """
    lost = []
    for language in LANGUAGES:
        assert sorted(map(key, told["en"]), key=str) == sorted(map(key, told[language]), key=str)
        other = {text for f in told[language] for text in (f.what, f.expected, f.help)}
        for finding in told["en"]:
            texts = {finding.what, finding.help, *([] if words else [finding.expected])} & other
            lost += [f"{language}: {text}" for text in texts if is_sentence(text)]
    return lost


def is_sentence(text: str) -> bool:
    return bool(SENTENCE.search(QUOTED.sub("", text))) and not KEYS.fullmatch(text)


@pytest.mark.parametrize("file", files(*PLACES), ids=named)
def test_the_faults_of_a_project_are_told_in_each_language(file: Path, tmp_path: Path) -> None:
    folders = iter([tmp_path / name for name in "abcd"])

    def find() -> list[Finding]:
        folder = next(folders)
        folder.mkdir()
        return errors_in(file, folder)

    told = in_each(find)
    assert told["en"]
    assert [] == left_english(told)


@pytest.mark.parametrize("file", files("po", "locale", "exchange"), ids=named)
def test_the_faults_of_a_language_are_told_in_each_language(file: Path) -> None:
    def find() -> list[Finding]:
        data = file.read_bytes()
        if file.parent.name == "po":
            return found_in(data)
        if file.parent.name == "locale":
            return facts_in(data, "pl", label=file.name)[1]
        return list(
            arrive(received(filled(file), file.name), travel.standings("pl"), expected_of("pl")).findings
        )

    told = in_each(find)
    assert told["en"]
    assert [] == left_english(told, words=file.parent.name == "exchange")


@pytest.mark.parametrize("rule", [*DESCRIPTORS, *FILES, *TRANSLATIONS], ids=lambda rule: rule.code)
def test_the_example_of_a_rule_is_told_in_each_language(rule: Rule, tmp_path: Path) -> None:
    folders = iter([tmp_path / name for name in "abcd"])

    def find() -> list[Finding]:
        if rule in TRANSLATIONS:
            return of_entry(rule.bad)
        if rule in FILES:
            return read_yaml(rule.bad.encode(), "a.yaml")[1]
        day = AT.search(rule.bad)
        as_of = date.fromisoformat(day[1]) if day else starter.AS_OF
        folder = next(folders)
        folder.mkdir()
        return starter.prepared(folder, starter.with_lines(rule.bad), as_of=as_of).findings

    told = in_each(find)
    assert rule.code in {finding.code for finding in told["en"]}
    assert [] == left_english(told, words=rule in TRANSLATIONS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_of_a_rule_has_no_english_sentence(rule: Rule) -> None:
    def lines(language: str) -> list[str]:
        speaking(language)
        return page(rule).splitlines()

    speak(ENGLISH)
    examples = [text.rstrip() for text in (rule.bad, rule.good) if text.startswith(("# a ", "# the "))]
    words = [rule.told(text) for text in (rule.summary, rule.why, *examples)]
    assert [] == [w for w in words if not any(w in line for line in lines("en"))]
    for language in LANGUAGES:
        told = lines(language)
        assert [] == [w for w in words if any(w in line for line in told)]


def test_every_message_that_is_not_translated_is_told_in_each_language() -> None:
    messages = catalogues.messages()[:20]
    empty = [
        Translation(m.id, (m.text, m.plural), ("",), fuzzy=False, previous=None, place=m.place)
        for m in messages
    ]
    told = in_each(lambda: check_catalogue(messages, empty, "pl"))
    assert 20 == len(told["en"])
    assert {"it is not translated"} == {finding.what for finding in told["en"]}
    assert not {"it is not translated"} & {f.what for language in LANGUAGES for f in told[language]}


def run(language: str, *arguments: str | Path) -> tuple[int, str]:
    ran = CliRunner().invoke(group, [*map(str, arguments)], env={"CONSENTGEN_LANGUAGE": language})
    assert isinstance(ran.exception, SystemExit | None)
    return ran.exit_code, ran.output


def bad_project(folder: Path) -> Path:
    """A project with a handful of faulty files."""
    made = starter.project(folder / "northtown", starter.WORKBOOK)
    bad = [*files("descriptor")[::9], *files("yaml")[::7]]
    for number, file in enumerate(bad):
        (made / "services" / f"bad-{number}.yaml").write_bytes(file.read_bytes())
    (made / "consentgen.yaml").write_text("formats: [word]\nexpred: stamp\n", "utf-8")
    return made


def test_a_whole_report_has_no_line_of_english(tmp_path: Path) -> None:
    project = bad_project(tmp_path)
    code, english = run("", "check", project)
    assert 1 == code
    lines = {line for line in english.splitlines() if not line.startswith("  found")}
    sentences = {line for line in lines if is_sentence(line)}
    assert 20 < len(sentences)
    for language in LANGUAGES:
        code, other = run(language, "check", project)
        assert 1 == code
        assert set() == sentences & set(other.splitlines())
        assert not re.search(r"\b(the|there|is|are|this|not|with|Write|Take|Did)\b", without_quotes(other))
    assert (1, english) == run("", "check", project)


def without_quotes(report: str) -> str:
    """The sentences of a report: less what stands in files, and what YAML's reader says."""
    lines = [line for line in report.splitlines() if not line.lstrip().startswith(("canfuwyd", "znaleziono"))]
    return QUOTED.sub("", "\n".join(line for line in lines if "YAML:" not in line))


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_program_reads_the_same_codes_and_places_in_every_language(tmp_path: Path, form: str) -> None:
    project = bad_project(tmp_path)
    codes = {
        language: re.findall(r"\b[A-Z]{2}\d{3}\b", run(language, "check", project, "--format", form)[1])
        for language in ("en", *LANGUAGES)
    }
    assert 10 < len(codes["en"])
    assert {language: sorted(codes["en"]) for language in codes} == {k: sorted(v) for k, v in codes.items()}


def test_json_has_the_same_places_and_values_in_every_language(tmp_path: Path) -> None:
    project = bad_project(tmp_path)

    def data(language: str) -> list[tuple[object, ...]]:
        findings = json.loads(run(language, "check", project, "--format", "json")[1])["findings"]
        same = ("code", "severity", "path", "line", "column", "field")
        return sorted(tuple(finding[name] for name in same) for finding in findings)

    assert data("en") == data("cy") == data("pl")
