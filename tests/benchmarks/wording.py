"""How well changes of wording are found: words, passages that belong together, and moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from time import perf_counter

from .differs import Answer, Differ, difflib_tokens, difflib_words, git, lxml_html, ours, redlines
from .measure import Bench, Table
from .pairs import WORD, EditPair, Marked, pairs, words

TOOLS: dict[str, Differ] = {
    "consentgen": ours,
    "`git diff --word-diff`": git,
    "difflib, words between spaces": difflib_words,
    "difflib, our tokens": difflib_tokens,
    f"redlines {version('redlines')}": redlines,
    f"lxml.html.diff {version('lxml')}": lxml_html,
}

HALVES = {
    "seen": "at hand while the comparison was written",
    "unseen": "written when it was finished",
}


@dataclass(slots=True)
class Score:
    """What a tool got right."""

    marked: Counter[str] = field(default_factory=Counter)
    """Words: `right`, `wrong` (shown as changed and not), `missed`; `moved` and how many of them `moved wrong`."""
    passages: Counter[str] = field(default_factory=Counter)
    """Pairs of passages: `right`, `wrong`, `missed`."""
    wrong: list[str] = field(default_factory=list)
    """Names of the pairs in which something is not as a person marked it."""

    def add(self, pair: EditPair, answer: Answer) -> None:
        """Count one pair of texts."""
        before = self.marked["wrong"], self.marked["missed"], self.passages["wrong"], self.passages["missed"]
        for side, shown in ((pair.old, answer.old), (pair.new, answer.new)):
            self._words(side, shown, pair.moved)
        gold = pair.together
        self.passages.update(right=len(gold & answer.together), wrong=len(answer.together - gold))
        self.passages.update(missed=len(gold - answer.together))
        if before != (
            self.marked["wrong"],
            self.marked["missed"],
            self.passages["wrong"],
            self.passages["missed"],
        ):
            self.wrong.append(pair.name)

    def _words(self, side: Sequence[Marked], shown: Sequence[bool], moved: Iterable[int]) -> None:
        start = 0
        for passage in side:
            letters = iter(shown[start : start + len("".join(passage.text.split()))])
            by_character = [not c.isspace() and next(letters) for c in passage.text]
            start += len("".join(passage.text.split()))
            spans = [match.span() for match in WORD.finditer(passage.text)]
            for (first, last), changed in zip(spans, words(passage), strict=True):
                self._word(changed, any(by_character[first:last]), moved=passage.line in moved)

    def _word(self, changed: bool, seen: bool, *, moved: bool) -> None:
        if changed or seen:
            self.marked["right" if changed and seen else "missed" if changed else "wrong"] += 1
        if moved and not changed:
            self.marked["moved"] += 1
            self.marked["moved wrong"] += seen

    @property
    def row(self) -> tuple[str, ...]:
        """Precision and recall of words, F of passages, moved words shown as changed, changed words not shown."""
        m, p = self.marked, self.passages
        f = 2 * p["right"] / (2 * p["right"] + p["wrong"] + p["missed"])
        return (
            f"{m['right'] / (m['right'] + m['wrong']):.3f}", f"{m['right'] / (m['right'] + m['missed']):.3f}",
            f"{f:.3f}", f"{m['moved wrong']} of {m['moved']}", f"{m['missed']} of {m['right'] + m['missed']}",
        )  # fmt: skip


def scores(given: Sequence[EditPair], tool: Differ) -> Score:
    """What a tool gets right of some pairs."""
    score = Score()
    for pair in given:
        score.add(pair, tool(pair))
    return score


def kinds(given: Sequence[EditPair]) -> tuple[int, int, list[str]]:
    """Of how many lines the comparison says what happened as a person does, of how many, and which not."""
    right, count, wrong = 0, 0, []
    for pair in given:
        compared = ours(pair).compared
        if not compared:
            continue
        said = Counter(edit.kind.value for edit in compared.edits)
        meant = Counter(pair.kinds.values())
        if pair.stream or any(len(m.lines) > 1 for m in (*pair.old, *pair.new)):
            said, meant = (
                Counter({k: n for k, n in c.items() if k not in ("same", "rewrapped")}) for c in (said, meant)
            )
        right += (said & meant).total()
        count += max(said.total(), meant.total())
        wrong += [f"{pair.name}: {dict(said - meant)} for {dict(meant - said)}"] if said != meant else []
    return right, count, wrong


def wording(bench: Bench) -> str:
    """Both halves of the pairs, every tool in one run."""
    return "\n".join(str(_table(name)) for name in HALVES)


def _table(name: str) -> Table:
    given = pairs(name)
    right, count, _ = kinds(given)
    languages = Counter(pair.language for pair in given)
    table = Table(
        f"Changes of wording, {len(given)} pairs of texts, {HALVES[name]}",
        f"{', '.join(f'{language} {n}' for language, n in languages.items())}. What happened to a passage, as we "
        f"call it: {right} of {count} as a person says. Passages that belong together in the others' answers: "
        "those of which half is shown as the same.",
        columns=(
            "", "word precision", "word recall", "passages, F", "moved words shown as changed",
            "changed words not shown", "seconds",
        ),
    )  # fmt: skip
    for tool, differ in TOOLS.items():
        start = perf_counter()
        row = scores(given, differ).row
        table.rows.append((tool, *row, f"{perf_counter() - start:.2f}"))
    return table
