"""A comparison as a Word file with tracked changes: all accepted it is the new text, all rejected the old."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from consentgen.model.artifact import Artifact
from consentgen.model.reading import Kind, Passage
from consentgen.render.bidi import figure_rows
from consentgen.render.redline.labels import kind_word, meaning_words, notes, weight_word
from consentgen.render.redline.merged import NEW, OLD, SAME, Joint, Span, merged
from consentgen.render.redline.shown import visible
from consentgen.review.change import Compared, Edit, EditKind, PieceKind
from consentgen.tongue import later, said

AUTHOR = "consentgen"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EPOCH = date(1980, 1, 1)
"""The first day a zip file can name."""
_STYLES = {
    Kind.TITLE: "Title",
    Kind.HEADING: "Heading 1",
    Kind.PARAGRAPH: "Normal",
    Kind.ITEM: "List Bullet",
    Kind.LABEL: "Definition Term",
    Kind.TOLD: "Definition",
    Kind.LEGEND: "List Bullet",
    Kind.CELL: "Definition",
}
_TRACKED = {OLD: "w:del", NEW: "w:ins"}
_HERE = {OLD: later("It stood here."), NEW: later("It stands here now.")}
"""Of a passage that changed places."""
_LINKS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)
_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_EAST_ASIAN = ("ja", "ko", "zh")
Xml = Any
"""An element; lxml and python-docx give no types."""


def render_word(compared: Compared, *, as_of: date | None = None) -> Artifact:
    """The text itself, with every change tracked and what it means in a comment.

    Args:
        compared: the two texts.
        as_of: the day that stands beside the changes; none stands there without it.
    """
    page = _Page(as_of)
    joints = merged(compared)
    first: dict[tuple[int, PieceKind], int] = {}
    for number, joint in enumerate(joints):
        for span in joint.spans:
            first.setdefault(_noted(span, compared), number)
    for number, joint in enumerate(joints):
        here = {key for key, place in first.items() if place == number}
        page.paragraph(joint, compared, here)
    if not joints or joints[-1].end is not SAME:
        # The end of the last paragraph of a file cannot be taken out, so an empty one is there in both texts.
        page.document.add_paragraph()
    title = compared.new.passages[0].text if compared.new.passages else compared.new.label
    name = _NAME.sub("-", f"{compared.new.leaflet or compared.new.label}.{compared.new.language}")[:100]
    return Artifact(f"{name.strip('.-') or 'leaflet'}.redline.docx", WORD, page.saved(visible(title)))


def _noted(span: Span, compared: Compared) -> tuple[int, PieceKind]:
    """What has one comment: an edit; where a passage changed places, what was taken out and what was put in."""
    moved = compared.edits[span.edit].kind in (EditKind.MOVED, EditKind.MOVED_REWORDED, EditKind.REORDERED)
    return span.edit, span.kind if moved else SAME


def _note(edit: Edit, kind: PieceKind) -> str:
    """What an edit is and means, in a few sentences."""
    words = [f"{weight_word(edit.weight)}. {kind_word(edit.kind)}."]
    if kind in _HERE:
        words.append(said(_HERE[kind]))
    return " ".join([*words, *map(meaning_words, edit.meanings), *notes(edit)])


class _Page:
    """The file being written."""

    def __init__(self, as_of: date | None) -> None:
        self.document = Document()
        self._on = datetime.combine(as_of or EPOCH, time(), UTC)
        self._dated = as_of is not None
        # Comments count from 0 and changes from far above, for no number may stand on two of them.
        self._number = 1_000_000
        self._set_up()

    def _set_up(self) -> None:
        """A4, our two styles, and tracking on, so that a reviewer's own changes are tracked too."""
        styles = self.document.styles
        term = styles.add_style("Definition Term", WD_STYLE_TYPE.PARAGRAPH)
        term.base_style, term.font.bold = styles["Normal"], True
        term.paragraph_format.keep_with_next, term.paragraph_format.space_after = True, Pt(0)
        told = styles.add_style("Definition", WD_STYLE_TYPE.PARAGRAPH)
        told.base_style, told.paragraph_format.left_indent = styles["Normal"], Mm(6)
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        # ISO/IEC 29500-1, 17.15.1.78: it stands before this one, which the template has.
        self.document.settings.element.find(qn("w:defaultTabStop")).addprevious(
            OxmlElement("w:trackRevisions")
        )

    def saved(self, title: str) -> bytes:
        """The file: the same bytes for the same texts and day."""
        about = self.document.core_properties
        about.title, about.author, about.last_modified_by, about.comments = title[:255], AUTHOR, AUTHOR, ""
        about.created = about.modified = self._on.replace(tzinfo=None)
        raw, whole = BytesIO(), BytesIO()
        self.document.save(raw)
        with zipfile.ZipFile(raw) as made, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as written:
            for entry in made.infolist():
                fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
                fixed.compress_type = zipfile.ZIP_DEFLATED
                written.writestr(fixed, made.read(entry))
        return whole.getvalue()

    def paragraph(self, joint: Joint, compared: Compared, noted: set[tuple[int, PieceKind]]) -> None:
        """A paragraph with its changes; each edit in `noted` gets its comment here."""
        element = self.document.add_paragraph()._p
        element.append(self._properties(joint))
        rtl = joint.direction == "rtl"
        for key, group in groupby(_apart(joint.spans, rtl=rtl), key=lambda pair: _noted(pair[0], compared)):
            spans = list(group)
            edit = compared.edits[key[0]]
            comment = None
            if key in noted and edit.kind is not EditKind.SAME:
                noted.discard(key)
                comment = self._comment(_note(edit, key[1]))
                element.append(_numbered("w:commentRangeStart", comment))
            for span, figures in spans:
                run = _run(span, joint.language, rtl=rtl and not figures)
                self._put(element, span.kind, run, span.link)
            if comment is not None:
                element.append(_numbered("w:commentRangeEnd", comment))
                run = OxmlElement("w:r")
                run.append(_numbered("w:commentReference", comment))
                kinds = {span.kind for span, _ in spans}
                # In words that go, the comment goes with them; else an empty paragraph would be left.
                self._put(element, kinds.pop() if len(kinds) == 1 else SAME, run, "")

    def _put(self, element: Xml, kind: PieceKind, run: Xml, link: str) -> None:
        """A run as what was taken out, put in or kept, on its link where that leads into the web, a mail or a call."""
        inner = run
        if kind in _TRACKED:
            inner = self._tracked(_TRACKED[kind])
            inner.append(run)
        if _LINKS.fullmatch(link) and visible(link) == link:
            outer = OxmlElement("w:hyperlink")
            key = self.document.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            outer.set(qn("r:id"), key)
            outer.append(inner)
            inner = outer
        element.append(inner)

    def _properties(self, joint: Joint) -> Xml:
        """Style and direction; whether the end of the paragraph is in both texts; and what it was."""
        made = self._style(joint.passage, joint.direction)
        if joint.end in _TRACKED:
            mark = OxmlElement("w:rPr")
            mark.append(self._tracked(_TRACKED[joint.end]))
            made.append(mark)
        if joint.was:
            change = self._tracked("w:pPrChange")
            change.append(self._style(joint.was, joint.direction))
            made.append(change)
        return made

    def _style(self, passage: Passage, direction: str) -> Xml:
        made = OxmlElement("w:pPr")
        style = OxmlElement("w:pStyle")
        style.set(qn("w:val"), self.document.styles[_STYLES[passage.kind]].style_id)
        made.append(style)
        if direction == "rtl":
            made.append(OxmlElement("w:bidi"))
        return made

    def _tracked(self, name: str) -> Xml:
        """An element that says who changed something, and when."""
        self._number += 1
        element = _numbered(name, self._number)
        element.set(qn("w:author"), AUTHOR)
        return self._at_its_day(element)

    def _at_its_day(self, element: Xml) -> Xml:
        """The element with the day that was handed in, else without any."""
        element.attrib.pop(qn("w:date"), None)
        if self._dated:
            element.set(qn("w:date"), f"{self._on:%Y-%m-%dT%H:%M:%SZ}")
        return element

    def _comment(self, words: str) -> int:
        """The number of a new comment."""
        made = self.document.part._comments_part.comments.add_comment(words, AUTHOR, "cg")
        self._at_its_day(made._comment_elm)
        return int(made.comment_id)


def _numbered(name: str, number: int) -> Xml:
    element = OxmlElement(name)
    element.set(qn("w:id"), str(number))
    return element


def _apart(spans: Iterable[Span], *, rtl: bool) -> Iterator[tuple[Span, bool]]:
    """The spans; in right-to-left words cut around rows of figures, which are read from the left."""
    spans = tuple(spans)
    rows = figure_rows("".join(span.text for span in spans)) if rtl else ()
    edges = sorted({edge for row in rows for edge in row})
    at = 0
    for span in spans:
        cuts = [0, *(edge - at for edge in edges if at < edge < at + len(span.text)), len(span.text)]
        for start, end in pairwise(cuts):
            figures = any(row[0] <= at + start < row[1] for row in rows)
            yield Span(span.kind, span.text[start:end], span.link, span.edit), figures
        at += len(span.text)


def _run(span: Span, language: str, *, rtl: bool) -> Xml:
    """Words in their language and direction."""
    run, about = OxmlElement("w:r"), OxmlElement("w:rPr")
    if rtl:
        about.append(OxmlElement("w:rtl"))
    if language and language != "und":
        spoken = OxmlElement("w:lang")
        east = language.split("-")[0] in _EAST_ASIAN
        spoken.set(qn("w:bidi" if rtl else "w:eastAsia" if east else "w:val"), visible(language))
        about.append(spoken)
    if len(about):
        run.append(about)
    text = OxmlElement("w:delText" if span.kind is OLD else "w:t")
    text.set(qn("xml:space"), "preserve")
    text.text = visible(span.text)
    run.append(text)
    return run
