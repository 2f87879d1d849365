"""XLIFF as tools expect it: placeholders protected, notes kept, and read back however a tool writes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from consentgen.localise.exchange import pack
from consentgen.localise.exchange.fault import Received
from consentgen.localise.exchange.formats import received
from tests import travel

ROWS = tuple(
    row for row in travel.rows("pl") if row.id in ("opening.offer", "opening.choice", "facts.sessions.range")
)
VERSIONS = {
    "xliff": "urn:oasis:names:tc:xliff:document:1.2",
    "xliff2": "urn:oasis:names:tc:xliff:document:2.0",
}
OFFER = travel.row("pl", "opening.offer")
each_version = pytest.mark.parametrize("form", VERSIONS)


def text(form: str) -> str:
    return pack(ROWS, "pl", form).decode()


def read(changed: str) -> Received:
    return received(changed.encode(), "pl.xlf")


def target(got: Received, name: str = "opening.offer") -> str:
    return next(row.target for row in got.rows if row.name == name)


@each_version
def test_it_has_the_parts_tools_look_for(form: str) -> None:
    root = etree.fromstring(text(form).encode())
    assert VERSIONS[form] == etree.QName(root).namespace
    units = [*root.iter("{*}trans-unit"), *root.iter("{*}unit")]
    assert [row.name for row in ROWS] == [unit.get("id") for unit in units]
    for part in ("source", "target", "note"):
        assert all(list(unit.iter(f"{{*}}{part}")) for unit in units)


@each_version
def test_placeholders_are_elements_with_ids_of_their_own(form: str) -> None:
    root = etree.fromstring(text(form).encode())
    for source in root.iter("{*}source", "{*}target"):
        ids = [mark.get("id") for mark in source]
        assert "{" not in "".join(source.itertext())
        assert len(ids) == len(set(ids))


def test_a_plural_is_a_group_as_gettext_has_it() -> None:
    [group] = etree.fromstring(text("xliff").encode()).iter("{*}group")
    assert ("facts.sessions.range", "x-gettext-plurals") == (group.get("id"), group.get("restype"))
    assert ["facts.sessions.range:one", "facts.sessions.range:few", "facts.sessions.range:many"] == [
        unit.get("id") for unit in group
    ]


X = '<x id="therapy" ctype="x-placeholder" equiv-text="{therapy}"/>'
WRITTEN = {
    "typed": ("{therapy}", "{therapy}"),
    "by id alone": ('<x id="therapy"/>', "{therapy}"),
    "renumbered": ('<x id="1" equiv-text="{therapy}"/>', "{therapy}"),
    "as ph with its text": ('<ph id="1">{therapy}</ph>', "{therapy}"),
    "inside a segment": (f'<mrk mtype="seg" mid="0">{X}</mrk>', "{therapy}"),
    "with a remark": (f"<!-- mine -->{X}", "{therapy}"),
    "as CDATA": ("<![CDATA[{therapy}]]>", "{therapy}"),
}


@pytest.mark.parametrize(("mark", "words"), WRITTEN.values(), ids=WRITTEN)
def test_a_placeholder_is_read_however_a_tool_writes_it(mark: str, words: str) -> None:
    changed = text("xliff").replace(f"Zaproponowano Ci: {X}", f"Zaproponowano Ci: {mark}")
    assert f"Zaproponowano Ci: {words}." == target(read(changed))


@pytest.mark.parametrize("mark", ['<g id="1">Ci</g>', '<bpt id="1">b</bpt>', '<x id="1"/>', "<b>Ci</b>"])
def test_a_mark_that_stands_for_nothing_is_told(mark: str) -> None:
    got = read(text("xliff").replace("Zaproponowano Ci", f"Zaproponowano {mark}"))
    assert ["EX013"] == travel.codes(got)


@pytest.mark.parametrize("state", ["needs-translation", "needs-review-translation", "new"])
def test_a_doubt_of_the_tool_is_kept(state: str) -> None:
    got = read(text("xliff").replace('state="translated"', f'state="{state}"', 1))
    assert [True] + [False] * (len(ROWS) - 1) == [row.doubted for row in got.rows]


def test_segments_are_put_together_again() -> None:
    whole = text("xliff2")
    unit = whole[whole.index("   <segment") : whole.index("   </segment>") + len("   </segment>\n")]
    cut = (
        "<segment><source>One.</source><target>Raz.</target></segment><ignorable><source> </source></ignorable>"
        "<segment><source>Two.</source><target>Dwa.</target></segment>"
    )
    got = read(whole.replace(unit, cut))
    assert ("One. Two.", "Raz. Dwa.") == (got.rows[0].source, got.rows[0].target)
    half = read(whole.replace(unit, cut.replace("<target>Dwa.</target>", "")))
    assert ["EX013"] == travel.codes(half)


@each_version
def test_it_may_be_utf_16_or_without_a_declaration(form: str) -> None:
    plain = text(form)
    for data in (plain.replace("UTF-8", "UTF-16").encode("utf-16"), plain.partition("?>")[2].encode()):
        got = received(data, "pl.xlf")
        assert ((), [row.target for row in ROWS]) == (got.findings, [row.target for row in got.rows])


@each_version
def test_what_is_missing_has_no_target(form: str) -> None:
    data = pack([replace(OFFER, target="")], "pl", form)
    assert b"<target" not in data
    assert [""] == [row.target for row in received(data, "x").rows]
