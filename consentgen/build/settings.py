"""The settings of a project, `consentgen.yaml`, with a finding for every fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from consentgen.build import verify_address
from consentgen.localise.reviews import is_name, person
from consentgen.model.finding import Finding, Place, Severity, shorten
from consentgen.model.quantities import NotAQuantity, duration
from consentgen.model.values import Duration
from consentgen.review.sign_off import LASTS, Signer, SignOff
from consentgen.source import Document
from consentgen.source.yaml import Path_
from consentgen.tongue import said

FORMATS = ("html", "pdf", "md", "txt")
SETTINGS = "consentgen.yaml"
EXPIRED = ("refuse", "stamp")
_ALLOWED = {"consentgen": ("1",), "formats": FORMATS, "expired": EXPIRED}
_FIELDS = (*_ALLOWED, "sign_off", verify_address.NAME)
_ROLES = "roles: [clinical lead, patient representative]"
_PERSON = "{name: A. Example, role: clinical lead}"
_MOST = 100
"""Roles, and people."""
_KEY = re.compile(r"(?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]{1,60} [A-Za-z0-9+/]{20,2000}={0,2}(?: [^\n\r]{0,200})?")
"""A line of a `.pub` file; its first word is the kind of key."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project may choose."""

    formats: tuple[str, ...] = FORMATS
    stamp_expired: bool = False
    sign_off: SignOff | None = None
    verify_address: str = ""
    """Where anybody can check an issued leaflet, with `{number}` in it."""


def read_settings(document: Document) -> tuple[Settings, list[Finding]]:
    """The settings a file holds; what has a fault is left out."""
    reader = _Reader(document)
    value = document.value
    if not isinstance(value, dict):
        way_out = said("Write for instance: {example}", example="expired: refuse")
        fault = Finding("PR001", Severity.ERROR, Place(SETTINGS), said("fields belong here"), help=way_out)
        return Settings(), [fault]
    kept = {name: held for name, held in value.items() if reader.sound(name, held)}
    chosen = kept.get("formats", FORMATS)
    settings = Settings(
        (chosen,) if isinstance(chosen, str) else tuple(dict.fromkeys(chosen)),
        kept.get("expired") == "stamp",
        verify_address=kept.get(verify_address.NAME, ""),
    )
    if "sign_off" in kept:
        settings = replace(settings, sign_off=reader.sign_off(kept["sign_off"]))
    return settings, reader.findings


class _Reader:
    """Reads one file of settings and collects its faults."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.findings: list[Finding] = []

    def fault(self, path: Path_, what: str, *, found: str = "", expected: str = "", way_out: str) -> None:
        """Note a fault at its place."""
        place = self.document.place(path)
        self.findings.append(Finding("PR001", Severity.ERROR, place, what, found, expected, way_out))

    def known(self, path: Path_, names: Iterable[str], fields: Sequence[str]) -> bool:
        """Whether there is a field for every name."""
        odd = [name for name in names if name not in fields]
        for name in odd:
            near = get_close_matches(name, fields, n=1)
            way_out = (
                said("Did you mean {near}?", near=near[0])
                if near
                else said("Fields here: {fields}.", fields=", ".join(fields))
            )
            what = said("there is no field called {field}", field=shorten(name))
            self.fault((*path, name), what, way_out=way_out)
        return not odd

    def sound(self, name: str, value: object) -> bool:
        """Whether a field at the top may stand as it is; `sign_off` is looked at by itself."""
        if not self.known((), [name], _FIELDS) or name == "sign_off":
            return name == "sign_off"
        if name == verify_address.NAME:
            fault = verify_address.address_fault(value, self.document.place((name,)))
            self.findings += [fault] if fault else []
            return fault is None
        many = value if name == "formats" and isinstance(value, list) else [value]
        wrong = [str(item) for item in many if item not in _ALLOWED[name]]
        if not wrong and many:
            return True
        expected = said("one of: {choices}", choices=", ".join(_ALLOWED[name]))
        way_out = said("Write for instance: {example}", example=f"{name}: {_ALLOWED[name][0]}")
        self.fault(
            (name,),
            said("this value is not allowed"),
            found=", ".join(wrong),
            expected=expected,
            way_out=way_out,
        )
        return False

    def sign_off(self, value: object) -> SignOff | None:
        """Who has to sign; None where anything about it has a fault, for then nobody can be said to have."""
        before = len(self.findings)
        path: Path_ = ("sign_off",)
        if not isinstance(value, dict):
            way_out = said("Write under {field} for instance: {example}", field="sign_off", example=_ROLES)
            self.fault(path, said("fields belong here"), way_out=way_out)
            return None
        self.known(path, value, ("roles", "lasts", "people"))
        made = SignOff(self._roles(value.get("roles")), self._lasts(value.get("lasts")))
        people = value.get("people", [])
        if not isinstance(people, list) or len(people) > _MOST:
            way_out = said("Write each person on a line of their own: {example}", example=f"- {_PERSON}")
            what = said("a list of at most {most} people belongs here", most=_MOST)
            self.fault((*path, "people"), what, way_out=way_out)
            return None
        found = [self._signer(number, one, made) for number, one in enumerate(people)]
        made = replace(made, people=tuple(filter(None, found)))
        if people and len(self.findings) == before:
            self._everyone_needed(made)
        return made if len(self.findings) == before else None

    def _roles(self, value: object) -> tuple[str, ...]:
        path: Path_ = ("sign_off", "roles")
        roles = [value] if isinstance(value, str) else value
        way_out = said("Write for instance: {example}", example=_ROLES)
        if not isinstance(roles, list) or not roles or len(roles) > _MOST:
            at = path if value is not None else path[:1]
            self.fault(at, said("the roles that have to sign belong here"), way_out=way_out)
            return ()
        for number, role in enumerate(roles):
            at = (*path, number) if role is not value else path
            if not isinstance(role, str) or not is_name(role):
                self.fault(at, said("this is not the name of a role"), found=_shown(role), way_out=way_out)
            elif person(role) in [person(one) for one in roles[:number] if isinstance(one, str)]:
                self.fault(
                    at, said("this role stands here twice"), found=role, way_out=said("Take one of them out.")
                )
        return tuple(role for role in roles if isinstance(role, str))

    def _lasts(self, value: object) -> Duration:
        if value is None:
            return LASTS
        expected = said('a time such as "12 months", "2 years" or "90 days"')
        what = said("not a length of time")
        try:
            lasts = duration(value if isinstance(value, str) else "")
            if lasts.low == lasts.high and lasts.unit not in ("minute", "hour"):
                return lasts
        except NotAQuantity as error:
            what = error.fault
        way_out = said("Write for instance: {example}", example="lasts: 12 months")
        self.fault(("sign_off", "lasts"), what, found=_shown(value), expected=expected, way_out=way_out)
        return LASTS

    def _signer(self, number: int, value: object, made: SignOff) -> Signer | None:
        path: Path_ = ("sign_off", "people", number)
        fields = ("name", "role", "key")
        if not isinstance(value, dict):
            way_out = said("Write for instance: {example}", example=_PERSON)
            self.fault(path, said("fields belong here"), way_out=way_out)
            return None
        self.known(path, value, fields)
        told = {name: value.get(name) for name in fields}
        for name in ("name", "role"):
            held = told[name]
            if not isinstance(held, str) or not is_name(held):
                at = (*path, name) if name in value else path
                what = (
                    said("the name of a person belongs here")
                    if name == "name"
                    else said("the role of a person belongs here")
                )
                way_out = said("Write for instance: {example}", example=_PERSON)
                self.fault(at, what, found=_shown(held), way_out=way_out)
                return None
        name, role, key = str(told["name"]), str(told["role"]), told["key"]
        if made.roles and not made.role_called(role):
            near = get_close_matches(role, made.roles, n=1)
            way_out = (
                said("Did you mean {near}?", near=near[0])
                if near
                else said("Roles here: {roles}.", roles=", ".join(made.roles))
            )
            what = said("this role is not among the roles that sign")
            self.fault((*path, "role"), what, found=role, way_out=way_out)
        if key is not None and not (isinstance(key, str) and _KEY.fullmatch(key)):
            way_out = said(
                "Copy the one line of the file that ends in {end}; {command} makes one.",
                end=".pub",
                command="ssh-keygen -t ed25519",
            )
            expected = said("a line such as: {example}", example="ssh-ed25519 AAAA...")
            what = said("this is not a public ssh key")
            self.fault((*path, "key"), what, found=_shown(key), expected=expected, way_out=way_out)
            return None
        return Signer(name, role, str(key or ""))

    def _everyone_needed(self, made: SignOff) -> None:
        filled = {made.role_called(one.role) for one in made.people}
        for number, role in enumerate(made.roles):
            if role not in filled:
                way_out = said(
                    "Add one under {field}, or take {field} out: then nobody's name is checked.",
                    field="people",
                )
                what = said("nobody under people has this role")
                self.fault(("sign_off", "roles", number), what, found=role, way_out=way_out)


def _shown(value: Any) -> str:
    return shorten(value) if isinstance(value, str) else ""
