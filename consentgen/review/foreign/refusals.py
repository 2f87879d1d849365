"""Why a file from elsewhere is not read, each reason with its way out."""

from __future__ import annotations

from consentgen.tongue import later

_SAVE_AGAIN = later("Open it in Word or LibreOffice, save it as .docx, and give that.")
_READ = later(
    "Give one of these: HTML, Word (.docx), PDF, Markdown, plain text, or the JSON of consentgen show."
)
NO_LEAFLET_DATA = (
    later("this is not the JSON of a leaflet"),
    later("Make one with: {command}"),
)
BINARY = (
    later("this is a binary file and no leaflet that can be read"),
    _READ,
)
NOT_AS_DECLARED = (
    later("it says that it is in {codec}, and is not"),
    later("Open it in a browser or an editor and save it as UTF-8."),
)
UNKNOWN_ENCODING = (
    later("this is text in an unknown encoding, and a guess could change its words"),
    later("Save it as UTF-8. In Word: Save As, Plain Text, then Unicode (UTF-8)."),
)
PAGE_TOO_DEEP = (
    later("this page nests so deep that it cannot be read to its end"),
    later("Open it in a browser, copy the words into a Word or text file, and give that."),
)
EMPTY_PAGE = (
    later("this page holds no words"),
    later("Save the page again, whole."),
)
MARKDOWN_TOO_DEEP = (
    later("this Markdown nests so deep that it cannot be read"),
    later("Save it as plain text, and give that."),
)
TOO_MUCH_MARKDOWN = (
    later("this is more Markdown than is read, which is {most} characters"),
    later("Give the leaflet alone, or save it as plain text."),
)
TOO_MANY_CHARACTERS = (
    later("it holds more than {most} characters"),
    later("Give the leaflet alone."),
)
DAMAGED_PAGE = (
    later("page {number} of this PDF is damaged and cannot be read"),
    later("Ask for the whole file again, or save it anew from the program it was made in."),
)
DAMAGED_PDF = (
    later("this PDF is damaged and cannot be opened"),
    later("Ask for the whole file again, or save it anew from the program it was made in."),
)
PASSWORD = (
    later("it has a password"),
    later("Save a copy without a password, then try again."),
)
SCANNED = (
    later("its pages are pictures without words, as a scanner makes them"),
    later("Give the file it was printed from, or run text recognition (OCR) over it first."),
)
TOO_MANY_PAGES = (
    later("it has more than {most} pages"),
    later("Give the leaflet alone."),
)
OLD_OFFICE = (
    later("this is a file of an old Office program"),
    later("Open it in Word or LibreOffice and save it as .docx."),
)
RTF = (
    later("this is an RTF file"),
    later("Open it in Word or LibreOffice and save it as .docx."),
)
TOO_LARGE = (
    later("it is larger than {most} bytes"),
    later("Give the leaflet alone, without large pictures."),
)
NO_WORDS = (
    later("it holds no words"),
    later("Give the file whose words are to be compared."),
)
DAMAGED_WORD = (
    later("this Word file is damaged and cannot be opened"),
    later("Open it in Word or LibreOffice, which may repair it, and save it as .docx."),
)
MACROS = (
    later("it is a template or holds macros"),
    _SAVE_AGAIN,
)
DOCUMENT_TYPE = (
    later("it defines a document type, which no Word file does"),
    _SAVE_AGAIN,
)
OTHER_ZIP = (
    later("this is a zip file and no Word file"),
    _READ,
)
OPEN_DOCUMENT = (
    later("this is an OpenDocument file"),
    _SAVE_AGAIN,
)
UNPACKS_TO_TOO_MUCH = (
    later("it unpacks to more than {most} bytes of text"),
    later("Give the leaflet alone."),
)
