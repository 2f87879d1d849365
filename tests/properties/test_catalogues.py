"""Whatever stands in a catalogue: it reads back as it was written, and an update loses no word of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.localise.catalog import Source
from consentgen.localise.entry import Entry, PoFile
from consentgen.localise.header import header
from consentgen.localise.message import SourceMessage
from consentgen.localise.po import read_catalogue, read_po, write_po
from consentgen.localise.reviews import read_reviews
from consentgen.localise.update import update
from tests import catalogues
from tests.catalogues import message

quick = settings(derandomize=True, deadline=None, max_examples=150)
IDS = ("a", "b", "c.d", "e")
COUNT = 3

texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[*map(chr, range(32)), *map(chr, range(127, 160)), "\ufffe", "\uffff"])
    | st.sampled_from([*'\n\t\r"\\#~ -{}\u2028\u0085', "a"]),
    max_size=120,
)  # fmt: skip
words = texts.filter(str.strip)
sources = st.tuples(words, st.none() | words)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry as translators and tools leave it."""
    source = draw(sources)
    count = COUNT if source[1] is not None else 1
    forms = tuple(draw(st.lists(st.just("") | texts, min_size=count, max_size=count)))
    flags = tuple(draw(st.lists(st.sampled_from(["fuzzy", "no-wrap", "python-brace-format"]), unique=True)))
    previous = draw(st.none() | sources)
    comments = tuple(draw(st.lists(st.sampled_from(["# a remark", "#", "#no space", "#  two"]), max_size=2)))
    notes = tuple(draw(st.lists(st.sampled_from(["a note", "{count}: for example 6."]), max_size=2)))
    place = tuple(draw(st.lists(st.sampled_from(["a.j2", "b.j2:3"]), max_size=2)))
    made = Entry(draw(st.sampled_from(IDS)), source, forms, flags, previous, None, comments, notes, place)
    return made.changed(obsolete=True, notes=(), references=()) if draw(st.booleans()) else made


@st.composite
def files(draw: st.DrawFn) -> PoFile:
    """A file in which no id is used twice."""
    drawn = draw(st.lists(entries(), max_size=6))
    live = {entry.id: entry for entry in drawn if not entry.obsolete}
    rest = [entry for entry in drawn if entry.obsolete]
    return PoFile(
        "pl.po", header("pl"), (*live.values(), *rest), tuple(draw(st.sampled_from([(), ("# the end",)])))
    )


messages = st.lists(
    st.builds(lambda name, source: message(name, *source), st.sampled_from(IDS), sources), max_size=4, unique_by=lambda m: m.id
)  # fmt: skip


def held(file: PoFile) -> set[tuple[str | None, str]]:
    """Every word anybody has written, with its id."""
    return {(entry.id, form) for entry in file.entries for form in entry.forms if form.strip()}


def remarks(file: PoFile) -> set[tuple[str | None, str]]:
    return {(entry.id, remark) for entry in file.entries for remark in entry.comments}


@quick
@given(files())
def test_a_file_reads_back_as_it_was_written(file: PoFile) -> None:
    again, findings = read_po(write_po(file), "pl.po")
    assert ([], file) == (findings, again)
    assert again
    assert write_po(file) == write_po(again)


@quick
@given(files(), messages)
def test_an_update_loses_no_translation_and_no_remark(file: PoFile, there: list[SourceMessage]) -> None:
    made = update(file, there, count=COUNT).file
    assert set() == held(file) - held(made)
    assert set() == remarks(file) - remarks(made)


@quick
@given(files(), messages)
def test_an_update_done_twice_is_an_update_done_once(file: PoFile, there: list[SourceMessage]) -> None:
    once = update(file, there, count=COUNT).file
    again, findings = read_po(write_po(once), "pl.po")
    assert again
    assert [] == findings
    assert write_po(once) == write_po(update(again, there, count=COUNT).file)


@quick
@given(files(), messages, messages)
def test_updates_to_one_english_and_another_lose_nothing(
    file: PoFile, first: list[SourceMessage], second: list[SourceMessage]
) -> None:
    made = update(update(file, first, count=COUNT).file, second, count=COUNT).file
    assert set() == held(file) - held(made)


@quick
@given(files(), messages)
def test_after_an_update_the_file_has_the_messages_there_are(
    file: PoFile, there: list[SourceMessage]
) -> None:
    made = update(file, there, count=COUNT).file
    assert [(m.id, m.text, m.plural) for m in there] == [(e.id, *e.source) for e in made.live]


@quick
@given(files(), messages)
def test_words_under_changed_english_are_never_taken_as_they_are(
    file: PoFile, there: list[SourceMessage]
) -> None:
    before = {(e.id, form): e.previous if e.fuzzy else e.source for e in file.entries for form in e.forms}
    made = update(file, there, count=COUNT).file
    for entry in made.live:
        if entry.has_words and not entry.fuzzy:
            sources: set[Source | None] = {e.source for e in file.entries if e.id == entry.id}
            sources |= {before[entry.id, form] for form in entry.forms if (entry.id, form) in before}
            assert entry.source in sources


@quick
@given(st.binary(max_size=400) | texts.map(str.encode))
def test_no_bytes_make_a_traceback(data: bytes) -> None:
    file, findings = read_catalogue(data, "pl.po", locale="pl", known={"a"})
    assert findings or file
    read_reviews(data, "reviews.jsonl")


@quick
@given(st.lists(st.sampled_from([
    'msgctxt "a"', 'msgid "b"', 'msgid_plural "c"', 'msgstr "d"', 'msgstr[0] "e"', 'msgstr[1] "f"', '"g"', "",
    "# h", "#. i", "#| msgid", '#| msgid "j"', '#~ msgid "k"', '#~ msgstr "l"', '#~| msgid "m"', "#~", "#, fuzzy",
    'msgstr[99] "n"', "msgid", '"\\q"', 'msgstr "o', "=======",
]), max_size=12))  # fmt: skip
def test_lines_in_any_order_are_read_whole_or_told(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    file, findings = read_po(text.encode(), "pl.po")
    assert file
    if not findings:
        kept = [line for line in write_po(file).decode().splitlines() if line]
        assert sorted(line for line in lines if line) == sorted(kept)


CUT = catalogues.po("pl", {"opening.choice": "To Ty decydujesz. " * 8, "dose.count": ("a", "b", "c")})[:6000]


@quick
@given(st.integers(0, len(CUT)))
def test_a_file_cut_anywhere_is_told_or_what_is_read_is_whole(end: int) -> None:
    whole, _ = read_po(CUT[: CUT.rindex(b"\n\n") + 1], "pl.po")
    file, findings = read_po(CUT[:end], "pl.po")
    assert whole
    if file and not findings:
        same = dict(enumerate(whole.entries))
        assert all(entry == same.get(number) for number, entry in enumerate(file.entries[:-1]))
