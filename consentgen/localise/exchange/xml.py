"""XML from strangers: no document type, no entity, no network, nothing read but the text itself."""

from __future__ import annotations

import re

from lxml import etree

from consentgen.localise.exchange.fault import Received, refused
from consentgen.tongue import said

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(r"""encoding\s*=\s*["']([\w.:-]+)["']""")
DEFINES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
"""What begins a document type, the home of entity bombs and of files from elsewhere."""
_KNOWN = {"UTF-8", "UTF8", "UTF-16", "US-ASCII", "ASCII"}


def parsed(text: str, label: str) -> etree._Element | Received:
    """The root of an XML text; a refusal where it is not well-formed, or holds more than words."""
    if found := DEFINES.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = said("the file defines a document type or entities, which no translation needs")
        return refused(
            "EX005", label, what, said("Take that line out, or ask for the file again."), line=line
        )
    head = _DECLARATION.match(text)
    told = _ENCODING.search(head[0]) if head else None
    if told and told[1].upper() not in _KNOWN:
        what = said("the file says that it is in {encoding}, and is not", encoding=told[1][:20])
        return refused("EX002", label, what, said("Save it as UTF-8."))
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )  # fmt: skip
    blank = re.sub(r"[^\n]", " ", head[0]).strip(" ") if head else ""
    body = blank + text[head.end() if head else 0 :]
    try:
        return etree.fromstring(body.encode(), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        way_out = said("Ask for the whole file again, as the tool wrote it.")
        what = said("the file cannot be read as XML: {reason}", reason=_reason(error))
        return refused("EX004", label, what, way_out, line=line)


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _reason(error: etree.XMLSyntaxError) -> str:
    return str(error.msg or said("a fault")).partition(", line ")[0][:120]
