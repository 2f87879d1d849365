"""Leaflets in other languages: nothing stale or unreviewed reaches a client unmarked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from consentgen.build.desk import Desk, desk_of
from consentgen.build.languages import sign, start
from consentgen.build.pipeline import Built, build
from consentgen.build.prepare import Into, Preparer
from consentgen.build.project import Project, open_project
from consentgen.build.translation import translated
from consentgen.localise.folder import locales_in
from consentgen.localise.plurals import PINNED
from consentgen.localise.reviews import Person
from consentgen.localise.state import State
from consentgen.model.leaflet import Leaflet
from consentgen.places import shipped
from consentgen.render.html import render_html
from tests import starter
from tests.bad.cases import expected, files, named
from tests.print.page import spelled

SHIPPED = [folder.locale for folder in locales_in(shipped("locales"))]
CHANGED = "opening.purpose"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one descriptor."""
    return starter.project(tmp_path / "northtown", starter.WORKBOOK)


def into(opened: Project, locale: str, *, draft: bool = True) -> Into:
    return Into(translated(desk_of(opened), locale), draft)


def made(folder: Path, locale: str) -> Leaflet:
    """The draft of the one leaflet of a project."""
    opened = open_project(folder)
    [prepared] = Preparer(opened, starter.AS_OF, into(opened, locale)).all()
    assert prepared.leaflet, prepared.findings
    return prepared.leaflet


def built(folder: Path, locale: str, *formats: str, draft: bool = True) -> Built:
    opened = replace(open_project(folder), formats=formats or ("txt",))
    return build(opened, folder / "leaflets" / locale, starter.AS_OF, into=into(opened, locale, draft=draft))


def pending(leaflet: Leaflet) -> dict[str, str]:
    statements = (*leaflet.statements(), *leaflet.furniture.values())
    return {name: state for s in statements for name, state in s.pending}


def other_words(folder: Path) -> None:
    """One English sentence of the project's own, under the id of a shipped one."""
    source = (shipped("templates") / "leaflet" / "base.md.j2").read_text("utf-8")
    before = "This leaflet is here to help you decide."
    assert 1 == source.count(before)
    (folder / "templates").mkdir()
    (folder / "templates" / "base.md.j2").write_text(source.replace(before, "Read it and decide."), "utf-8")


def own_catalogue(folder: Path, locale: str) -> Path:
    """The shipped catalogue of a language as the project's own."""
    own = folder / "locales" / locale / "LC_MESSAGES" / "consentgen.po"
    own.parent.mkdir(parents=True)
    own.write_bytes((shipped("locales") / locale / "LC_MESSAGES" / "consentgen.po").read_bytes())
    return own


def signed_twice(folder: Path, locale: str, but: str = "nothing") -> None:
    """Everything of a language, but the ids that begin so, signed by two people who do not exist."""
    desk = desk_of(open_project(folder))
    standings = desk.language(locale).standings(desk.messages)
    standings = tuple(one for one in standings if not one.message.id.startswith(but))
    for who in ("Test Person", "Another Person"):
        sign(desk.folder(locale), standings, by=Person(who, "tester"), day=starter.AS_OF)


def test_twelve_languages_are_shipped_and_nobody_has_signed_any() -> None:
    assert sorted(set(PINNED) - {"en"}) == SHIPPED
    assert [] == list(shipped("locales").glob("*/reviews.jsonl"))


@pytest.mark.parametrize("locale", SHIPPED)
def test_an_unreviewed_leaflet_is_refused_with_the_ids(folder: Path, locale: str) -> None:
    done = built(folder, locale, draft=False)
    [finding] = done.findings
    assert ("LO153", done.refused) == (finding.code, done.gated)
    assert {f"{name} (draft)" for name in pending(made(folder, locale))} == set(finding.found.split(", "))
    assert ["manifest.json"] == [file.name for file in (folder / "leaflets" / locale).iterdir()]


@pytest.mark.parametrize("locale", SHIPPED)
def test_a_draft_carries_its_warnings_in_both_languages(folder: Path, locale: str) -> None:
    leaflet = made(folder, locale)
    stamps = {name: leaflet.furniture[name] for name in leaflet.stamps}
    assert ["draft", "draft.english", "translation", "translation.english"] == list(stamps)
    assert ["", "en-GB", "", "en-GB"] == [stamp.language for stamp in stamps.values()]
    assert stamps["translation"].text != stamps["translation.english"].text


def pages(file: Path) -> Iterator[str]:
    """The words of each page of a PDF, hyphens and line ends aside."""
    document = pypdfium2.PdfDocument(file)
    for page in document:
        yield " ".join(page.get_textpage().get_text_range().split())


def test_the_warnings_stand_on_every_page_and_in_every_format(folder: Path) -> None:
    leaflet = made(folder, "pl")
    warnings = [leaflet.furniture[name].text for name in leaflet.stamps]
    built(folder, "pl", "html", "md", "pdf", "txt")
    out = folder / "leaflets" / "pl"
    for form in ("html", "md", "txt"):
        words = " ".join((out / f"{starter.WORKBOOK}.DRAFT.{form}").read_text("utf-8").split())
        assert [] == [warning for warning in warnings if warning not in words]
    every = list(pages(out / f"{starter.WORKBOOK}.DRAFT.pdf"))
    assert len(every) > 3
    assert [] == [(n, w) for n, page in enumerate(every) for w in warnings if w not in page]


@pytest.mark.parametrize("locale", SHIPPED)
def test_a_critical_statement_stands_there_in_both_languages(folder: Path, locale: str) -> None:
    english = [s.text for s in starter.compose(starter.service()).statements() if s.critical]
    told = list(made(folder, locale).statements())
    twins = [s.text for s in told if s.language == "en-GB" and s.critical]
    assert set(english) <= set(twins)
    assert {s.id for s in told if s.critical and not s.language} == {s.id for s in told if s.critical}


def test_a_project_with_other_words_for_a_crisis_line_cannot_take_its_critical_mark_off(folder: Path) -> None:
    source = (shipped("templates") / "leaflet" / "base.md.j2").read_text("utf-8")
    tag = ', critical=true, note="phone: emergency'
    before, after = "danger, call {phone}.", "danger, ring {phone}."
    assert (1, 1) == (source.count(tag), source.count(before))
    (folder / "templates").mkdir()
    own = source.replace(tag, tag.removeprefix(", critical=true")).replace(before, after)
    (folder / "templates" / "base.md.j2").write_text(own, "utf-8")
    translation = own_catalogue(folder, "pl")
    po = translation.read_text("utf-8")
    assert 1 == po.count(before)
    translation.write_text(po.replace(before, after), "utf-8")

    told = [s for s in made(folder, "pl").statements() if s.id == "urgent.emergency"]
    assert [("", True, True), ("en-GB", True, False)] == [(s.language, s.critical, s.draft) for s in told]
    assert "danger, ring 999." in told[1].text
    [message] = [m for m in desk_of(open_project(folder)).messages if m.id == "urgent.emergency"]
    assert message.critical


@pytest.mark.parametrize("locale", SHIPPED)
def test_a_changed_english_sentence_makes_exactly_its_own_translation_stale(
    folder: Path, locale: str
) -> None:
    before = next(s.text for s in made(folder, locale).statements() if s.id == CHANGED)
    other_words(folder)
    leaflet = made(folder, locale)

    assert [CHANGED] == [name for name, state in pending(leaflet).items() if state != "draft"]
    assert ("stale", "Read it and decide.", "en-GB") == next(
        (s.pending[0][1], s.text, s.language) for s in leaflet.statements() if s.id == CHANGED
    )
    assert before not in [s.text for s in leaflet.statements()]
    assert "translation_gaps" in leaflet.stamps
    desk = desk_of(open_project(folder))
    standings = desk.language(locale).standings(desk.messages)
    assert [CHANGED] == [one.message.id for one in standings if one.state is State.STALE]
    [finding] = built(folder, locale, draft=False).findings
    assert f"{CHANGED} (stale)" in finding.found.split(", ")
    assert 1 == finding.found.count("(stale)")


def test_a_signed_language_is_built_without_its_warnings_until_a_word_changes(folder: Path) -> None:
    own = own_catalogue(folder, "pl")
    signed_twice(folder, "pl")

    done = built(folder, "pl", draft=False)
    assert ([starter.WORKBOOK], [], []) == (done.written, done.refused, done.findings)
    assert ("draft", "draft.english") == made(folder, "pl").stamps
    assert {} == pending(made(folder, "pl"))

    before = "Możesz odmówić."
    text = own.read_text("utf-8")
    assert 1 == text.count(f'msgstr "{before}"')
    own.write_text(text.replace(f'msgstr "{before}"', 'msgstr "Możesz zawsze odmówić."'), "utf-8")
    assert {"rights.no": "draft"} == pending(made(folder, "pl"))
    page = render_html(made(folder, "pl")).data.decode()
    assert ('<main id="main" class="mixed">' in page, 1) == (True, page.count('" data-state="draft"'))
    assert built(folder, "pl", draft=False).gated


@pytest.mark.parametrize("locale", ["pl", "ur", "zh_Hans"])
def test_a_draft_among_reviewed_words_says_so_behind_its_words_in_every_format(
    folder: Path, locale: str
) -> None:
    own_catalogue(folder, locale)
    signed_twice(folder, locale, but="risks.")
    leaflet = made(folder, locale)
    drafts = [s.text for s in leaflet.statements() if s.draft]
    mark = leaflet.furniture["draft_mark"].text
    assert 8 <= len(drafts)
    assert leaflet.stamps[2:] == ("translation_parts", "translation_parts.english")

    built(folder, locale, "html", "md", "pdf", "txt")
    out = folder / "leaflets" / locale
    told = {
        form: (out / f"{starter.WORKBOOK}.DRAFT.{form}").read_text("utf-8") for form in ("html", "md", "txt")
    }
    told["html"] = re.sub("<[^>]*>", "", told["html"].partition("<body>")[2])
    pdf = out / f"{starter.WORKBOOK}.DRAFT.pdf"
    told["pdf"] = "".join(spelled(pdf.read_bytes()) if leaflet.direction == "rtl" else pages(pdf))
    for form, words in told.items():
        plain = re.sub(r"[\s\u2066-\u2069\u200f]", "", words)
        marked = [re.sub(r"\s", "", text + mark) for text in drafts]
        assert (form, []) == (form, [text for text in marked if text not in plain])
        assert (form, len(drafts)) == (form, plain.count(re.sub(r"\s", "", mark)))


@pytest.mark.parametrize("locale", ["pl", "ur"])
def test_where_every_word_is_a_draft_the_banner_says_so_and_no_sentence_does(
    folder: Path, locale: str
) -> None:
    leaflet = made(folder, locale)
    assert "translation" in leaflet.stamps
    built(folder, locale, "html", "md", "txt")
    for form in ("html", "md", "txt"):
        words = (folder / "leaflets" / locale / f"{starter.WORKBOOK}.DRAFT.{form}").read_text("utf-8")
        assert leaflet.furniture["draft_mark"].text not in words


def test_a_language_that_is_just_begun_shows_english_for_the_rest(folder: Path) -> None:
    desk: Desk = desk_of(open_project(folder))
    start(desk.folder("cs"), desk.work("cs"))
    po = desk.folder("cs").po
    text = po.read_text("utf-8")
    for english, czech in (
        ("You can say no.", "Můžete odmítnout."),
        ("What is it for?", "K čemu to je?"),
    ):
        assert 1 == text.count(f'msgid "{english}"\nmsgstr ""')
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{czech}"')
    po.write_text(text, "utf-8")

    leaflet = made(folder, "cs")
    words = {s.text: s.language for s in leaflet.statements()}
    assert ("", "", "en-GB") == tuple(
        words[text] for text in ("Můžete odmítnout.", "K čemu to je?", "You can change your mind.")
    )
    assert {"draft", "missing"} == set(pending(leaflet).values())
    assert [starter.WORKBOOK] == built(folder, "cs").written


@pytest.mark.parametrize("bad", files("po"), ids=named)
def test_a_broken_catalogue_is_told_at_its_lines_and_stops_no_other_leaflet(folder: Path, bad: Path) -> None:
    own = folder / "locales" / "pl" / "LC_MESSAGES" / "consentgen.po"
    own.parent.mkdir(parents=True)
    own.write_bytes(bad.read_bytes())

    opened = open_project(folder)
    told = {f"{f.code} {f.place.path}:{f.place.line}" for f in into(opened, "pl").language.findings}
    assert {f"{want.code} locales/pl/LC_MESSAGES/consentgen.po:{want.line}" for want in expected(bad)} <= told
    assert [starter.WORKBOOK] == build(opened, folder / "leaflets", starter.AS_OF).written
    assert [starter.WORKBOOK] == built(folder, "ar").written
    assert bad.read_bytes() == own.read_bytes()


def test_the_manifest_says_which_files_of_the_language_it_was_made_of(folder: Path) -> None:
    built(folder, "pl")
    held = json.loads((folder / "leaflets" / "pl" / "manifest.json").read_text("utf-8"))
    assert "pl" == held["leaflets"][0]["language"]
    assert held["inputs"]["language"].startswith("sha256:")
