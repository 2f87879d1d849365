"""A reviewer at work: what they still have to decide about one leaflet, and their decisions written down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from consentgen.build.approvals import Approvals
from consentgen.errors import ConsentgenError, UnknownName
from consentgen.model.leaflet import Leaflet
from consentgen.model.reading import Passage, Reading
from consentgen.review.approval import Role
from consentgen.review.change import WordingDiff
from consentgen.review.compare import compare
from consentgen.review.group import grouped
from consentgen.review.hashes import passage_hash, shape_hash, words_hash
from consentgen.review.leaflet_reading import reading
from consentgen.review.record import Decision, Record
from consentgen.review.validity import Counted, Held, Leaf, Signature, counted_records
from consentgen.review.walk import Step, steps
from consentgen.tongue import later, said


class CannotApprove(ConsentgenError):
    """A person whose decision would not count, and why."""

    exit_code = 3

    def __init__(self, because: str) -> None:
        super().__init__(
            later("Nothing was signed, because it would not count: {because}."),
            help_text=later("Who may sign stands under sign_off in consentgen.yaml; docs/sign-off.md explains it."),
            because=because,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides."""

    name: str
    role: str
    key: Path | None = None
    """The file of their private ssh key."""


@dataclass(slots=True)
class Desk:
    """One reviewer with one leaflet in one language."""

    approvals: Approvals
    leaflet: Leaflet
    reviewer: Reviewer
    base: Reading | None = None
    """What the leaflet is compared with; None for nothing."""
    text: Reading = field(init=False)
    diff: WordingDiff | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Compare the texts.

        Raises:
            UnknownName: nobody asks for this role.
            CannotApprove: a decision of this person would not count.
        """
        known = self.approvals.sign_off
        role = known.role_called(self.reviewer.role)
        if not role:
            raise UnknownName("role", self.reviewer.role, list(known.roles))
        self.text = reading(self.leaflet)
        self._stop_if_it_would_not_count()
        self.base = self.base or self.last_approved()
        if self.base:
            # The change has the same id here as in the report of all leaflets.
            old, new = self.base.label, said("the leaflet as it is now")
            self.diff = grouped([compare(self.base, self.text)], old=old, new=new)

    def counted(self, more: Iterable[Held] = ()) -> Counted:
        """The decisions there are now."""
        held = [*self.approvals.held(self.text.leaflet, self.text.language), *more]
        leaf = Leaf(self.text.leaflet, self.text.language, self.text.author)
        return counted_records(held, leaf, sign_off=self.approvals.sign_off, as_of=self.approvals.as_of)

    def role(self) -> Role:
        """How far the reviewer's role is."""
        name = self.approvals.sign_off.role_called(self.reviewer.role)
        found = self.approvals.state_of(self.text, self.leaflet.written)
        return next(role for role in found.roles if role.name == name)

    def steps(self) -> tuple[Step, ...]:
        """What is still to be decided, gravest first."""
        return steps(self.text, self.role(), self.diff, self._decided())

    def decide(self, chosen: Sequence[Step], decision: Decision, comment: str = "") -> Path:
        """Write one decision about some steps; its file.

        Raises:
            CannotWrite: it could not be written.
            CannotSign: the reviewer's key cannot be used.
        """
        yes = decision is Decision.APPROVED
        shape = next((s.shape for s in chosen if s.shape and (s.last or not yes)), "")
        record = self._record(
            decision,
            comment=comment,
            shape=shape if decision is not Decision.COMMENTED else "",
            statements=[p for step in chosen for p in (step.signs if yes else step.statements)],
            instead=[p for step in chosen for p in step.instead],
            changes=tuple(step.id for step in chosen),
            text=self.approvals.keep_text(self.leaflet),
        )
        return self.approvals.add(record, self.reviewer.key)

    def last_approved(self) -> Reading | None:
        """The newest text this role has signed whole; else the newest it has decided on."""
        mine = self._mine(self.counted())
        signed = {hash_ for record in mine for hash_ in record.statements}
        shapes = {record.shape for record in mine}
        first = None
        for name in dict.fromkeys(record.text for record in reversed(mine)):
            found = self.approvals.text(self.text.leaflet, self.text.language, name)
            if found and signed.issuperset(map(passage_hash, found.passages)) and shape_hash(found) in shapes:
                return found
            first = first or found
        return first

    def _mine(self, counted: Counted) -> list[Record]:
        """What the reviewer's role has approved."""
        known = self.approvals.sign_off
        name = known.role_called(self.reviewer.role)
        return [
            r for r in counted.valid if r.decision is Decision.APPROVED and known.role_called(r.role) == name
        ]

    def _decided(self) -> frozenset[str]:
        """Changes that the role has approved in this very text, and not rejected since."""
        counted, words = self.counted(), words_hash(self.text)
        known, day = self.approvals.sign_off, self.approvals.as_of
        mine = [
            r for r in self._mine(counted) if r.words == words and min(r.expires, known.until(r.date)) >= day
        ]
        against = [r for r in counted.history.in_order() if r.decision is Decision.REJECTED]
        return frozenset(
            change
            for record in mine
            for change in record.changes
            if all(change not in no.changes or counted.history.before(no.id, record.id) for no in against)
        )

    def _stop_if_it_would_not_count(self) -> None:
        trial = self._record(Decision.APPROVED, text=words_hash(self.text))
        signature = Signature.GOOD if self.reviewer.key else Signature.NONE
        place = "~"  # behind every file there is
        for one in self.counted([Held(place, trial, signature=signature)]).invalid:
            if one.place == place:
                raise CannotApprove(one.because)

    def _record(
        self,
        decision: Decision,
        *,
        text: str,
        statements: Iterable[Passage] = (),
        instead: Iterable[Passage] = (),
        **more: str | tuple[str, ...],
    ) -> Record:
        counted = self.counted()
        after = counted.history.newest()
        after |= {d.id: (d.record.decision.value, d.record.role) for d in counted.damaged}
        day: date = self.approvals.as_of
        return Record(
            leaflet=self.text.leaflet,
            language=self.text.language,
            words=words_hash(self.text),
            text=text,
            written=self.leaflet.written,
            reviewer=" ".join(self.reviewer.name.split()),
            role=self.approvals.sign_off.role_called(self.reviewer.role),
            decision=decision,
            date=day,
            expires=self.approvals.sign_off.until(day),
            statements={passage_hash(p): p.id for p in statements},
            instead={passage_hash(p): p.id for p in instead},
            base=words_hash(self.base) if self.base else "",
            after=after,
            **more,  # type: ignore[arg-type] # shape, comment and changes
        )
