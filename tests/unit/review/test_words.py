"""Two texts word by word: whole words, nothing unmarked, nothing marked that is only set otherwise."""

from __future__ import annotations

import pytest

from consentgen.review.change import Piece, PieceKind
from consentgen.review.words import pieces, words
from tests.unit.review.sides import shown


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("You have six sessions.", "You have eight sessions.", "You have [-six-][+eight+] sessions."),
        ("6–8 sessions", "6 to 8 sessions", "[-6–8-][+6 to 8+] sessions"),
        ("from 9:00 on", "from 8:30 on", "from [-9:00-][+8:30+] on"),
        ("about 3.7 points", "about 3.3 points", "about [-3.7-][+3.3+] points"),
        ("Stop, or go on.", "Stop or go on.", "Stop[-,-] or go on."),
        ("You can stop.", "You can always stop.", "You can [+always +]stop."),
        ("It is unable to", "It is able to", "It is [-unable-][+able+] to"),
        ("Write to a@b.example now", "Write to c@b.example now", "Write to [-a@b.example-][+c@b.example+] now"),
        ("At www.a.example/x.", "At www.a.example/y.", "At [-www.a.example/x-][+www.a.example/y+]."),
        ("Prosze czekac.", "Proszę czekać.", "[-Prosze czekac-][+Proszę czekać+]."),
        ("您可以随时停止。", "您不可以停止。", "您[+不+]可以[-随时-]停止。"),
        ("ست جلسات", "ثماني جلسات", "[-ست-][+ثماني+] جلسات"),
        ("50% of us", "50 % of us", "50[+ +]% of us"),
        ("", "Quite new.", "[+Quite new.+]"),
        ("Gone.", "", "[-Gone.-]"),
    ],
)  # fmt: skip
def test_a_change_is_shown_as_whole_words(old: str, new: str, marked: str) -> None:
    assert marked == shown(pieces(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("You’ll have 6–8 “sessions”", 'You\'ll have 6-8 "sessions"'),
        ("one\ntwo  three", "one two three"),
        ("cafe\u0301", "caf\u00e9"),
        ("self\u00adhelp", "selfhelp"),
        ("a\u200bb", "ab"),
        ("Wait…", "Wait..."),
    ],
)
def test_what_is_only_set_otherwise_is_the_same_and_shown_as_the_new_text_has_it(old: str, new: str) -> None:
    assert (Piece(PieceKind.SAME, new, old),) == pieces(old, new)


def test_other_quotes_beside_a_change_are_the_same_too() -> None:
    found = pieces("It’s “one” of us.", 'It\'s "two" of us.')
    assert 'It\'s "[-one-][+two+]" of us.' == shown(found)
    assert "It’s “one” of us." == "".join(piece.before for piece in found)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("You can stop. You can rest.", "You can rest.", "[-You can stop. -]You can rest."),
        ("Eat. Rest. Rest. Walk.", "Eat. Rest. Walk.", "Eat. Rest. [-Rest. -]Walk."),
        ("a, b and c", "a, b, d and c", "a, b[+, d+] and c"),
    ],
)
def test_a_change_begins_where_a_reader_would_see_it(old: str, new: str, marked: str) -> None:
    assert marked == shown(pieces(old, new))


def test_tokens_are_words_and_single_characters_of_chinese() -> None:
    assert ("It", "'", "您", "6-8", "次", ".") == words("It ’ 您6–8次.").keys


def test_a_long_text_without_anything_that_stands_once_is_compared_too() -> None:
    text = "You can stop at any time. " * 9000
    cut = text[:26_000] + "We will not mind. " + text[26_000:130_000] + text[130_026:]
    found = pieces(text, cut)
    assert text == "".join(piece.before for piece in found)
    assert cut == "".join(piece.after for piece in found)
    changed = [(p.kind.value, p.text) for p in found if p.kind is not PieceKind.SAME]
    assert [("old", "You can stop at any time"), ("new", "We will not mind")] == changed
