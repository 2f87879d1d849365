"""The service descriptor: what a service says of one therapy it offers.

Each field is documented where it stands; the JSON Schema, the field reference and the help in
findings are made from these words.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from consentgen.model import fields as f
from consentgen.model.fields import MAX_ITEMS, OneOrMore, fault
from consentgen.tongue import said

YesNoPossible = Literal["yes", "no", "possible"]
Channel = Literal["telephone", "video", "in-person", "online-messages"]
Format = Literal["large-print", "braille", "audio", "easy-read", "bsl", "word", "email", "other-languages"]


class Part(BaseModel):
    """A group of fields; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class ServiceName(Part):
    """Who offers the therapy."""

    name: f.Name = Field(
        description="Name of the service, as clients know it.", examples=["Northtown Talking Therapies"]
    )
    provider: f.Name | None = Field(
        None, description="Organisation that runs it.", examples=["Northtown Health"]
    )


class Material(Part):
    """What the person works through."""

    name: f.Name = Field(
        description="Title of the workbook or online course.", examples=["Living Well, in 7 parts"]
    )
    kind: Literal["workbook", "online-course", "handouts", "app"] = Field(
        description="What sort of material it is.", examples=["workbook"]
    )
    author: f.Name | None = Field(None, description="Who wrote or sells it.", examples=["Northtown Health"])


class TherapyPart(Part):
    """What is offered, named as it is reported."""

    modality: f.TherapyKey = Field(
        description="The therapy, from the catalogue. It gives the leaflet its title.",
        examples=["guided-self-help-workbook"],
    )
    reported_code: f.Label | None = Field(
        None, description="SNOMED CT code under which it is reported.", examples=["748051000000105"]
    )
    also_called: Annotated[list[f.Name], OneOrMore] = Field(
        [],
        max_length=4,
        description="What staff call it. Printed after the plain name, never instead.",
        examples=["low-intensity CBT"],
    )
    materials: list[Material] = Field([], max_length=4, description="Workbooks or online courses used.")


class Sessions(Part):
    """How much help the person gets."""

    number: f.Count = Field(description="How many sessions.", examples=["6 to 8"])
    length: f.Duration = Field(description="How long one session lasts.", examples=["30 minutes"])
    channel: Annotated[list[Channel], OneOrMore] = Field(
        min_length=1, max_length=4, description="How the sessions take place.", examples=["telephone"]
    )
    first_session: f.Duration | None = Field(
        None, description="How long the first session lasts, if it is longer.", examples=["45 minutes"]
    )
    spacing: f.Spacing | None = Field(
        None, description="Time between sessions.", examples=["every 1 to 2 weeks"]
    )
    own_time: f.Duration | None = Field(
        None, description="Time a person needs each week between sessions.", examples=["2 to 3 hours"]
    )
    group_size: f.Count | None = Field(
        None, description="How many people are in the class.", examples=["8 to 12"]
    )


class Practitioner(Part):
    """Who gives the help."""

    grade: f.GradeKey = Field(
        description="Practitioner grade, from the catalogue.",
        examples=["psychological-wellbeing-practitioner"],
    )
    trainee: YesNoPossible | None = Field(None, description="Whether it is a trainee.", examples=["possible"])
    registered_with: f.Name | None = Field(
        None, description="Where the person is registered.", examples=["the British Psychological Society"]
    )
    supervised_by: f.Words | None = Field(
        None,
        description="Who supervises the person: role, and how often.",
        examples=["a senior practitioner, every week"],
    )


class Outcome(Part):
    """What a person can expect, in terms they would recognise."""

    expected: f.OutcomeKey = Field(
        description="The outcome aimed for: usual-self, daily-functioning or diagnosis-lost. Never a score.",
        examples=["usual-self"],
    )
    in_daily_life: Annotated[list[f.Words], OneOrMore] = Field(
        min_length=1,
        max_length=4,
        description="What the person would notice in their own life.",
        examples=["You can do the things that matter to you again."],
    )
    evidence: Annotated[list[f.RecordId], OneOrMore] = Field(
        [],
        max_length=6,
        description="Ids of the evidence records that give the figures.",
        examples=["england-2024-25.guided-self-help-workbook.depression.change"],
    )


class Review(Part):
    """When progress is looked at, and what happens if it does not help."""

    after_session: f.Count | None = Field(
        None, description="After which session you look at progress.", examples=["4"]
    )
    next_steps: Annotated[list[f.Words], OneOrMore] = Field(
        min_length=1,
        max_length=4,
        description="What you offer if it does not help.",
        examples=["We can offer you CBT with a therapist."],
    )
    wait: f.Duration | None = Field(None, description="The wait for that.", examples=["12 to 18 weeks"])
    someone_new: YesNoPossible | None = Field(
        None, description="Whether the person starts again with someone new.", examples=["yes"]
    )


class Option(Part):
    """Another choice the person has."""

    therapy: f.TherapyKey | None = Field(None, description="A therapy from the catalogue.", examples=["cbt"])
    what: f.Words | None = Field(
        None,
        description="A choice that is not in the catalogue.",
        examples=["Medicine for depression from your GP."],
    )
    wait: f.Duration | None = Field(None, description="The usual wait for it.", examples=["18 weeks"])
    note: f.Words | None = Field(
        None, description="What to think about.", examples=["You see a therapist each week."]
    )

    @model_validator(mode="after")
    def _one_of_two(self) -> Option:
        if (self.therapy is None) == (self.what is None):
            expected = said("either `therapy:` or `what:`, not both")
            raise fault("one_of_two", said("a choice needs one name"), expected)
        return self


class Alternatives(Part):
    """What else the person could choose."""

    options: list[Option] = Field(min_length=1, max_length=8, description="Every reasonable other choice.")
    no_treatment: f.Words = Field(
        description="What doing nothing for now means in this service.",
        examples=["You can wait and see. You can come back to us at any time."],
    )


class Waits(Part):
    """How long people wait."""

    first_session: f.Duration | None = Field(
        None, description="Usual wait to the first session.", examples=["3 weeks"]
    )
    second_session: f.Duration | None = Field(
        None, description="Usual wait from the first to the second session.", examples=["2 weeks"]
    )


class Rights(Part):
    """Stopping, and missed sessions."""

    missed_sessions: f.Words | None = Field(
        None,
        description="What happens when a person misses sessions.",
        examples=["If you miss 2 sessions and do not tell us, we will write to you first."],
    )


class Confidentiality(Part):
    """Who sees what."""

    who_sees: f.Words | None = Field(
        None,
        description="Who can read the person's notes and answers.",
        examples=["Your worker and their supervisor."],
    )
    when_shared: f.Words | None = Field(
        None,
        description="When you must tell someone else.",
        examples=["If we think someone is in danger, we may have to tell others."],
    )


class Costs(Part):
    """Money and practical needs."""

    fee: f.Words | None = Field(None, description="What the person pays.", examples=["This help is free."])
    needs: Annotated[list[f.Words], OneOrMore] = Field(
        [],
        max_length=6,
        description="What the person needs to take part.",
        examples=["A private place to talk."],
    )


class Contact(Part):
    """Ways to reach the service; more than the phone."""

    person: f.Words | None = Field(None, description="Who to ask for.", examples=["the bookings team"])
    phone: f.Phone | None = Field(None, description="Phone number.", examples=["01632 960 123"])
    text: f.Phone | None = Field(None, description="Number for text messages.", examples=["07700 900 123"])
    email: f.Email | None = Field(None, description="Email address.", examples=["hello@northtown.example"])
    web: f.Url | None = Field(None, description="Web page.", examples=["https://northtown.example"])
    relay: f.Phone | None = Field(None, description="Relay UK number.", examples=["18001 01632 960 123"])
    letter: f.Words | None = Field(
        None, description="Postal address.", examples=["1 High Street, Northtown NT1 1AA"]
    )
    hours: f.Words | None = Field(
        None, description="When someone answers.", examples=["Monday to Friday, 9am to 5pm"]
    )
    time_to_decide: f.Duration | None = Field(
        None, description="How long the offer stays open.", examples=["4 weeks"]
    )

    @model_validator(mode="after")
    def _some_way(self) -> Contact:
        ways = (self.phone, self.text, self.email, self.web, self.relay, self.letter)
        if not any(ways):
            expected = said("at least `phone:`, `text:`, `email:` or `web:`")
            raise fault("no_contact", said("no way to reach the service"), expected)
        return self


class CrisisLine(Part):
    """A line to call in a crisis."""

    name: f.Name = Field(description="Who answers.", examples=["Samaritans"])
    phone: f.Phone = Field(description="Number to call.", examples=["116 123"])
    hours: f.Words | None = Field(None, description="When.", examples=["at any time, day or night"])


class Crisis(Part):
    """Urgent help."""

    emergency: f.Phone = Field(description="Emergency number.", examples=["999"])
    lines: list[CrisisLine] = Field(min_length=1, max_length=5, description="Other lines for urgent help.")


class Service(Part):
    """One therapy as one service offers it."""

    consentgen: Literal["1"] = Field(description="Version of this file format; always 1.", examples=["1"])
    id: f.Label | None = Field(
        None, description="Name of the leaflet's files; the file's own name if left out."
    )
    version: f.Label = Field(description="Version of the leaflet.", examples=["1.0"])
    author: f.Name = Field(
        description="Who wrote this file: name or role.", examples=["Clinical lead, Northtown"]
    )
    written: f.Day = Field(description="When it was written.", examples=["2026-11-01"])
    review_by: f.Day = Field(
        description="When it has to be looked at again; at most 3 years on.", examples=["2027-11-01"]
    )
    service: ServiceName
    therapy: TherapyPart
    sessions: Sessions
    practitioner: Practitioner
    problems: Annotated[list[f.ProblemKey], OneOrMore] = Field(
        min_length=1,
        max_length=6,
        description="Problems it is for, from the catalogue.",
        examples=["depression"],
    )
    outcome: Outcome
    review: Review
    alternatives: Alternatives
    waits: Waits = Waits()
    rights: Rights = Rights()
    confidentiality: Confidentiality = Confidentiality()
    costs: Costs = Costs()
    contact: Contact
    adjustments: Annotated[list[f.Words], OneOrMore] = Field(
        [],
        max_length=MAX_ITEMS,
        description="Changes you can make for a person.",
        examples=["an interpreter, free"],
    )
    crisis: Crisis
    formats: Annotated[list[Format], OneOrMore] = Field(
        [], max_length=8, description="Other formats of the leaflet you offer.", examples=["large-print"]
    )
