"""No translation makes a traceback, and the same translation gives the same findings."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from consentgen.localise.checks import check_translation
from consentgen.localise.message import SourceMessage, Translation
from consentgen.localise.plurals import PINNED
from consentgen.model.finding import Place

PIECES = st.sampled_from(
    ["{phone}", "{", "}", "{{", "{%", "[a](", "](b)", "**", "_", "`", "<b>", "&amp;", "%s", "1,000", "٢", "\u202e", "\u2066",
     "\n\n", "# ", "۔", "。", "nie ", "a", "ж", "ক", "javascript:", "https://x.example", "\\", "\ud800"]
)  # fmt: skip
WORDS = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=60))
SOURCE = SourceMessage("a.b", "Call [us]({web}) on {phone}.", None, (), "", critical=True, place=Place("en"))
COUNTED = SourceMessage("c.d", "{count} week", "{count} weeks", (), "", critical=False, place=Place("en"))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(forms=st.lists(WORDS, min_size=1, max_size=7), locale=st.sampled_from(sorted(PINNED)))
def test_any_words_get_findings_and_never_a_traceback(forms: list[str], locale: str) -> None:
    for source in (SOURCE, COUNTED):
        held = Translation(source.id, (source.text, source.plural), tuple(forms), False, None, Place("x.po"))
        found = check_translation(source, held, locale)
        assert found == check_translation(source, held, locale)
        assert all(finding.what and finding.code.startswith("LO1") for finding in found)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    text=WORDS.filter(str.strip).filter(lambda text: "\ud800" not in text),
    locale=st.sampled_from(sorted(PINNED)),
)
def test_the_english_itself_keeps_everything(text: str, locale: str) -> None:
    source = SourceMessage("a.b", text, None, (), "", critical=False, place=Place("en"))
    held = Translation("a.b", (text, None), (text,), False, None, Place("x.po"))
    kept = {
        "LO101",
        "LO102",
        "LO103",
        "LO104",
        "LO105",
        "LO106",
        "LO107",
        "LO108",
        "LO109",
        "LO110",
        "LO111",
    }
    assert kept.isdisjoint(finding.code for finding in check_translation(source, held, locale))
