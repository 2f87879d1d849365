"""Whatever words travel, they come back as they went; whatever bytes arrive, there is a finding and no traceback."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.localise.exchange import FORMATS, Row, pack
from consentgen.localise.exchange.csv_file import guarded, unguarded
from consentgen.localise.exchange.formats import received
from consentgen.localise.exchange.row import compared, fingerprint
from consentgen.localise.pseudo import accented, mirrored
from tests import travel

quick = settings(derandomize=True, deadline=None, max_examples=120)
letters = st.characters(
    exclude_categories=["Cs"], exclude_characters=[*map(chr, range(32)), *map(chr, range(127, 160)), "\ufffe", "\uffff"]
)  # fmt: skip
pieces = st.sampled_from([*"\n\t\r<>&\"'=+-@;,{}[]_x", "{count}", "_x0041_", "]]>", "{low} ", "https://a.b "])
words = st.lists(pieces | letters, max_size=60).map("".join)
forms = st.sampled_from(tuple(FORMATS))
GOOD = {form: pack(travel.rows("pl")[:12], "pl", form) for form in FORMATS}


def row(source: str, target: str) -> Row:
    return Row("a.b", "", source, target, "pl", fingerprint("0" * 16, target), notes=(source,))


@quick
@given(words, words, forms)
def test_words_come_back_as_they_went(source: str, target: str, form: str) -> None:
    got = received(pack([row(source, target)], "pl", form), "x")
    assert () == got.findings
    [back] = got.rows
    assert (compared(source), compared(target)) == (compared(back.source), compared(back.target))


@quick
@given(words)
def test_no_cell_of_a_csv_file_is_run(cell: str) -> None:
    assert cell == unguarded(guarded(cell))
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


@quick
@given(st.binary(max_size=300) | words.map(str.encode))
def test_no_bytes_make_a_traceback(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"<xliff version='1.2'>", b"\xef\xbb\xbf"):
        got = received(start + data, "x")
        assert got.findings or not got.rows


@quick
@given(forms, st.integers(0, 10**6), st.integers(0, 255))
def test_one_byte_changed_makes_no_traceback(form: str, at: int, value: int) -> None:
    data = bytearray(GOOD[form])
    data[at % len(data)] = value
    travel.taken(received(bytes(data), "x").rows, "pl")


@quick
@given(forms, st.integers(0, 10**6))
def test_a_file_cut_anywhere_brings_nothing_false(form: str, end: int) -> None:
    got = received(GOOD[form][: end % len(GOOD[form])], "x")
    arrived = travel.taken(got.rows, "pl")
    assert form == "csv" or () == arrived.drafts


@quick
@given(words)
def test_a_pseudo_language_keeps_every_placeholder(text: str) -> None:
    for dress in (accented, mirrored):
        assert text.count("{count}") <= dress(text).count("{count}")
