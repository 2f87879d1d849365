"""What the elements of a page are to its reader."""

from __future__ import annotations

import re
from typing import Any

from consentgen.model.reading import Kind

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "nav",
    ]
)
"""Elements that begin a block of their own."""
KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    "li": Kind.ITEM,
    "dt": Kind.LABEL,
    "th": Kind.LABEL,
    "dd": Kind.TOLD,
    "td": Kind.CELL,
}
_NO_WORDS = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "map",
        "nav",
        "button",
        "select",
        "textarea",
        "input",
        "datalist",
        "del",
        "title",
        "meta",
        "link",
        "base",
    ]
)
"""Elements whose content is no text of the leaflet, or is struck out of it."""
_NO_ROLES = frozenset(["navigation", "search", "menu", "menubar", "toolbar", "tablist"])
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
FURNITURE = "furniture."
"""Begins the ids of banners and footers, which are no part of what a leaflet says."""


def is_of_ours(root: Any) -> bool:
    """Whether a build of ours wrote the page: its title is a statement that carries its id twice."""
    return bool(root.xpath("//main[@id='main']/h1/span[@data-id and starts-with(@id, 's-')]"))


def words_of_ours(element: Any, *, ours: bool) -> str:
    """The id of a statement; empty where the element is none."""
    return str(element.get("data-id", "")) if ours and element.tag == "span" else ""


def is_left_out(element: Any, *, ours: bool) -> bool:
    """Whether an element is hidden, or no text, or furniture of our pages."""
    if element.tag in _NO_WORDS or not isinstance(element.tag, str):
        return True
    given = element.attrib
    if (
        "hidden" in given
        or given.get("role", "").lower() in _NO_ROLES
        or _HIDDEN.search(given.get("style", ""))
    ):
        return True
    if not ours:
        return False
    name_of_service = given.get("class") == "service" and element.getparent().tag == "header"
    return name_of_service or str(given.get("data-id", "")).startswith(FURNITURE)


def language_of(element: Any) -> str:
    """The language an element says it is in; empty where it says none."""
    told = (element.get("lang") or element.get(_XML_LANGUAGE) or "").strip()
    return told if _LANGUAGE.fullmatch(told) else ""


def direction_of(root: Any) -> str:
    """Which way the page is read."""
    told = (str(e.get("dir", "")).lower() for e in (root, *root.iterfind("body")) if e.get("dir"))
    return "rtl" if "rtl" in told else "ltr"


def section_of_ours(element: Any) -> str:
    """The section a statement of ours stands in: the outermost part of the main element."""
    for above in (element, *element.iterancestors()):
        parent = above.getparent()
        if parent is not None and parent.tag == "main" and above.tag in ("section", "div"):
            return str(above.get("id", ""))
    return ""
