"""What the catalogue holds: therapies, practitioner grades, problems and outcome kinds.

Each entry stands for itself: two are equal only when they are the same one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from consentgen.model.values import Count, Duration, Term, Url


@dataclass(frozen=True, slots=True, eq=False)
class GuidelineDose:
    """The number and length of sessions a guideline gives."""

    problems: tuple[str, ...]
    """Problems it holds for; empty for all."""
    sessions: Count
    length: Duration | None
    source: str
    """Guideline in words a client may read, for instance "NICE guideline NG222"."""
    address: str
    text: str = ""
    """The clause, in our own words."""

    @property
    def link(self) -> Url:
        """The address as a link."""
        return Url(self.address)


@dataclass(frozen=True, slots=True, eq=False)
class Therapy:
    """A therapy as it is named to clients and as it is reported."""

    key: str
    name: Term
    """Plain name, in lower case, that can stand in the middle of a sentence."""
    family: str
    """Which wording it takes: `guided-self-help`, `class`, `cbt`, `counselling` or `general`."""
    category: str
    """Official category."""
    code: str
    """SNOMED CT code, empty where none was found."""
    measure: str = ""
    """National measure that counts its appointments."""
    national: str = ""
    """Name in the England therapy-based outcomes table, empty where it has none."""
    intensity: str = ""
    """`low` or `high` as reported."""
    doses: tuple[GuidelineDose, ...] = ()
    source: str = ""
    """Address of the code list."""
    description: Term | None = None
    """One plain sentence on what happens, for an alternative or the general leaflet."""

    def dose_for(self, problems: list[str]) -> GuidelineDose | None:
        """The guideline dose for the first problem that has one."""
        for dose in self.doses:
            if not dose.problems or set(dose.problems) & set(problems):
                return dose
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Grade:
    """A practitioner grade, with what the words mean."""

    key: str
    name: Term
    gloss: Term
    """One plain sentence."""
    code: str = ""
    """QualAttainLevelIAPT code, empty where none was found."""
    therapist: bool = False
    """Whether the person is a qualified therapist."""
    source: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """A problem that is treated."""

    key: str
    name: Term
    national: str = ""
    """Name in the England therapy-based outcomes table."""


@dataclass(frozen=True, slots=True, eq=False)
class OutcomeKind:
    """What a figure says about a person's life, or only about a questionnaire."""

    key: str
    name: Term
    clinically_relevant: bool
    """Whether a person would recognise it: diagnosis lost, usual self, daily functioning."""
    gloss: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that has a fixed name."""

    therapies: dict[str, Therapy] = field(default_factory=dict)
    grades: dict[str, Grade] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)
    outcomes: dict[str, OutcomeKind] = field(default_factory=dict)

    @property
    def aims(self) -> dict[str, OutcomeKind]:
        """The outcomes a service may aim at: those a person would recognise."""
        return {key: kind for key, kind in self.outcomes.items() if kind.clinically_relevant}
