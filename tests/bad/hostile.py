"""Words that try to be more than words, every field they can stand in, and the shape of what is made."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from markdown_it import MarkdownIt

from consentgen.descriptor.fields import all_fields
from consentgen.model.leaflet import Leaflet
from consentgen.render.html import render_html
from consentgen.render.markdown import render_markdown
from consentgen.render.text import render_text
from tests import starter
from tests.bad.cases import alone

HARMLESS = "Plain words"
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script-closed-first": "</title></style></script><script>alert(1)</script>",
    "image-with-a-handler": "<img src=x onerror=alert(1)>",
    "end-of-an-attribute": '" onmouseover="alert(1)" x=\' onclick=\'alert(1)',
    "comment": "<!-- words --> <![CDATA[ words ]]> <?php words ?>",
    "entity": "&lt;b&gt; &#60;i&#62; &amp;copy; &copy",
    "iframe": "<iframe srcdoc='&lt;script&gt;'></iframe>",
    "heading": "# Words",
    "heading-at-the-end": "Words #",
    "underlined-heading": "Words\n=====\nmore",
    "list": "- words",
    "numbered-list": "1. words 2) words",
    "quotation": "> words",
    "rule": "--- words ***",
    "code": "`words` ``` words ~~~",
    "table": "|a|b| --- |c|d|",
    "strong": "**words** __words__ *words* _words_ ~~words~~",
    "link": "[words](javascript:alert(1))",
    "link-that-was-open": "](javascript:alert(1)) [",
    "link-elsewhere": "[words](https://evil.example) <https://evil.example>",
    "link-by-name": "[words]: https://evil.example 'words' [words]",
    "bare-link": "https://evil.example www.evil.example spy@evil.example",
    "image": "![words](http://evil.example/x.png)",
    "footnote": "[^1]: words *[words]: words {: #words }",
    "backslash": "\\words\\ \\# \\[ C:\\words\\new",
    "jinja": "{{ 7*7 }} {% raw %}{{ service.__class__ }}{% endraw %} {# words #}",
    "placeholder": "{phone} {count} {} {{phone}} %s %(phone)s ${phone}",
    "typst": '#include "/etc/passwd" #eval("1") $x$ <label> @words',
    "typst-marks": "= words / words: ~ -- --- 'words' \"words\" *a* _b_",
    "yaml": "words: &a [*b, !!python/object:os.system {}] # words",
    "quotes": "“words” ‘words’ \"words\" 'words' `words´",
    "path": "../../etc/passwd C:\\words file:///words",
    "formula": "=cmd|' /C calc'!A0 +1 -1 @words",
    "other-scripts": "Ελληνικά Русский Łódź Æthelred",
    "long-word": "w" * 110,
    "two-line-ends": "Words\n\nmore words\n\n\n    and more",
}
"""At most 120 characters each, so that every free text may hold them."""
EVERYTHING = "<b>{{7*7}}</b> # [a](javascript:b) ![c](http://d) |e|f| `g` $h$ #include \\i *j* &lt;k"
"""A little of each, in one value."""


@cache
def _whole() -> str:
    """A descriptor in which every field is filled in, as JSON."""
    data = starter.values(starter.text())
    data["sessions"]["group_size"] = "8 to 12"
    data["alternatives"]["options"].insert(0, {"what": "A walk.", "note": "By day.", "wait": "2 weeks"})
    return json.dumps(data)


def names() -> list[str]:
    """Every field that holds a value, for instance `crisis.lines[].phone`."""
    return [known.name for known in all_fields() if not known.group]


@cache
def free_names() -> list[str]:
    """The fields in which any words may stand."""
    with TemporaryDirectory() as folder:
        return [name for name in names() if alone(Path(folder), with_values({name: HARMLESS})).leaflet]


def with_values(values: dict[str, str]) -> bytes:
    """A descriptor in which some fields hold other values."""
    data = copy.deepcopy(json.loads(_whole()))
    for name, value in values.items():
        _put(data, name.replace("[]", ".0").split("."), value)
    return json.dumps(data, ensure_ascii=False).encode(errors="surrogatepass")


def _put(data: Any, steps: list[str], value: str) -> None:
    *above, last = steps
    for step in above:
        data = data[int(step)] if step.isdigit() else data[step]
    if last == "therapy":  # a choice has one name
        data.pop("what", None)
    data[last] = [value] if isinstance(data.get(last), list) else value


@dataclass
class _Reader(HTMLParser):
    """The tags and the words of a page."""

    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # An address of figures alone is marked as left to right; that is no structure.
        kept = [(name, value) for name, value in attrs if (tag, name) != ("bdi", "dir")]
        self.tags.append(f"<{tag} {kept}>")

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        self.tags.append("<!---->")

    def handle_pi(self, data: str) -> None:
        self.tags.append("<?>")

    def handle_data(self, data: str) -> None:
        if not self.tags or not self.tags[-1].startswith(("<script", "<style")):
            self.words.append(data)


def read(page: str) -> tuple[list[str], str]:
    """The tags of an HTML page with their attributes, and its words without white space."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.tags, solid("".join(reader.words))


def solid(text: str) -> str:
    """A text without white space."""
    return re.sub(r"\s+", "", text)


def shapes(leaflet: Leaflet) -> dict[str, tuple[list[str], str]]:
    """The tags and the words of a leaflet in HTML, Markdown and plain text."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    text = render_text(leaflet).data.decode()
    return {
        "html": read(render_html(leaflet).data.decode()),
        "md": read(markdown.render(render_markdown(leaflet).data.decode())),
        "txt": ([line[0] for line in text.splitlines() if re.fullmatch("={4,}|-{4,}", line)], solid(text)),
    }
