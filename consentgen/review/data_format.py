"""The form of a review's JSON: what each field holds and how much of it there may be."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr

from consentgen.model.reading import Kind
from consentgen.review.change import EditKind, PieceKind, Weight

VERSION = 1
DIALECT = "https://json-schema.org/draft/2020-12/schema"
MOST_CHARACTERS = 2_000_000
"""Of one text; a whole leaflet has about 12,000."""
MOST_TEXTS = 50_000
MOST_PASSAGES = 2_000_000
MOST_NAMED = 1_000
"""Links, facts, disclosures and meanings of one passage."""

Words = Annotated[StrictStr, Field(max_length=MOST_CHARACTERS)]
Name = Annotated[StrictStr, Field(max_length=1_000)]
Names = Annotated[tuple[Name, ...], Field(max_length=MOST_NAMED)]
Tag = Annotated[StrictStr, Field(max_length=35, pattern=r"^[A-Za-z0-9-]*$")]
"""BCP 47."""
Index = Annotated[StrictInt, Field(ge=0, lt=MOST_PASSAGES)]
"""Place in one of the tables, counted from 0."""
Indexes = Annotated[tuple[Index, ...], Field(max_length=MOST_PASSAGES)]
Blocks = Annotated[tuple[Annotated[StrictInt, Field(ge=0, lt=2**31)], ...], Field(max_length=MOST_PASSAGES)]


PieceData = tuple[PieceKind, Words] | tuple[Literal[PieceKind.SAME], Words, Words]


class _Part(BaseModel):
    """Holds its fields and no other; nothing is made into something else."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class LinkData(_Part):
    """A link with the words it stands on."""

    words: Words
    target: Words


class PassageData(_Part):
    """The unit that is compared: a statement, or a paragraph, item, cell or heading of a foreign text."""

    text: Words
    kind: Kind = Kind.PARAGRAPH
    id: Name = ""
    section: Words = ""
    links: Annotated[tuple[LinkData, ...], Field(max_length=MOST_NAMED)] = ()
    place: Name = ""
    language: Tag = ""
    pattern: Words = ""
    wording: Words = ""
    facts: Annotated[
        dict[Name, Words | StrictInt | StrictFloat | list[StrictInt]], Field(max_length=MOST_NAMED)
    ] = {}
    evidence: Names = ()
    tells: Names = ()
    critical: StrictBool = False
    unknown: StrictBool = False
    state: Name = ""


class MeaningData(_Part):
    """What an edit means: exact where data says so, else a hint taken from words."""

    name: Name
    exact: StrictBool
    weight: Weight
    words: Words
    languages: Annotated[tuple[Tag, ...], Field(max_length=MOST_NAMED)] = ()


class EditData(_Part):
    """What happened to a passage."""

    kind: EditKind
    old: Indexes = ()
    """In the table `passages`."""
    new: Indexes = ()
    pieces: Annotated[tuple[PieceData, ...], Field(max_length=MOST_CHARACTERS)] = ()
    """All `same` and `old` words give the old text, `same` and `new` the new. A third text is what the old text has
    where it sets the same words otherwise."""
    sure: Annotated[float, Field(ge=0, le=1)] = 1.0
    meanings: Annotated[tuple[MeaningData, ...], Field(max_length=MOST_NAMED)] = ()


class ReadingData(_Part):
    """One text. Its passages are left out where it did not change."""

    label: Words
    language: Tag
    direction: Literal["ltr", "rtl"] = "ltr"
    leaflet: Name = ""
    author: Words = ""
    version: Name = ""
    stream: StrictBool = False
    passages: Indexes = ()
    """In the table `passages`, in reading order."""
    blocks: Blocks = ()
    """For each passage the number of its paragraph, item or cell."""


class TextData(_Part):
    """Two texts with everything between them."""

    old: ReadingData
    new: ReadingData
    same: StrictBool
    edits: Indexes = ()
    """In the table `edits`, unchanged passages among them, in the order of the new text."""
    edit_blocks: tuple[Blocks, Blocks] | None = None
    """The numbers of the paragraphs of all old and all new passages in `edits`; left out where they follow from those
    of the two texts."""


class WhereData(_Part):
    """A leaflet in some languages."""

    leaflet: Name
    languages: Annotated[tuple[Tag, ...], Field(max_length=MOST_NAMED)]


class TouchedData(_Part):
    """One edit with all leaflets in which it reads the same."""

    edit: Index
    where: Annotated[tuple[WhereData, ...], Field(max_length=MOST_TEXTS)]
    edit_blocks: tuple[Blocks, Blocks] | None = None


class CauseData(_Part):
    """What was edited so that leaflets changed."""

    kind: Literal["wording", "evidence", "value", "arrangement", "translation", "text"]
    name: Words


class TellData(_Part):
    """Whether people already in treatment should be told, and why."""

    needed: StrictBool
    why: Words


class ChangeData(_Part):
    """All edits with one cause: one thing to decide."""

    id: Annotated[StrictStr, Field(pattern=r"^[0-9a-f]{10}$")]
    weight: Weight
    """The gravest of its edits."""
    cause: CauseData
    tell: TellData
    edits: Annotated[tuple[TouchedData, ...], Field(min_length=1, max_length=MOST_PASSAGES)]


class DiffData(_Part):
    """Everything between two sides: all leaflets of two projects, or two texts."""

    version: Literal[1]
    old: Words
    new: Words
    changes: Annotated[tuple[ChangeData, ...], Field(max_length=MOST_PASSAGES)]
    texts: Annotated[tuple[TextData, ...], Field(max_length=MOST_TEXTS)]
    added: Annotated[tuple[ReadingData, ...], Field(max_length=MOST_TEXTS)] = ()
    removed: Annotated[tuple[ReadingData, ...], Field(max_length=MOST_TEXTS)] = ()
    edits: Annotated[tuple[EditData, ...], Field(max_length=MOST_PASSAGES)] = ()
    """Each edit once, whatever the number of texts it stands in."""
    passages: Annotated[tuple[PassageData, ...], Field(max_length=MOST_PASSAGES)] = ()
    """Each passage once."""


def json_schema() -> dict[str, Any]:
    """The schema of what `consentgen diff` writes as JSON."""
    return {"$schema": DIALECT, **DiffData.model_json_schema(), "title": "consentgen wording diff"}
