"""A leaflet as a service would hand it out, with every kind of block, for the renderers' tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from consentgen.model.frequency import whole
from consentgen.model.leaflet import (
    Box,
    Bullets,
    Definitions,
    Heading,
    Icons,
    Leaflet,
    Lines,
    Paragraph,
    Section,
)
from tests.unit.render.parts import (
    EMERGENCY,
    HELPLINE,
    MAIL,
    OFFICE,
    SAMARITANS,
    WEB,
    items,
    paragraph,
    rows,
    say,
    section,
    value,
)


def with_words(leaflet: Leaflet, text: str) -> Leaflet:
    """`leaflet` with `text` as a value in the opening, for hostile words."""
    opening = leaflet.sections[0]
    block = Paragraph((say("hostile.value", "You may hear it called ", value(text), "."),))
    return replace(
        leaflet, sections=(replace(opening, blocks=(block, *opening.blocks)), *leaflet.sections[1:])
    )


def sample_leaflet() -> Leaflet:
    """Guided self-help for low mood, as an unapproved leaflet of a made-up service."""
    return Leaflet(
        id="northtown-guided-self-help",
        language="en-GB",
        direction="ltr",
        title=say("title", "Guided self-help for low mood"),
        sections=(
            _opening(),
            _what_it_is(),
            _what_you_do(),
            _sessions(),
            _who(),
            _outcomes(),
            _stopping(),
            _risks(),
            _choices(),
            _more_help(),
            _rights(),
            _confidence(),
            _questions(),
            _urgent(),
        ),
        furniture={
            "draft": say("furniture.draft", "DRAFT: not yet approved. Do not give this to anyone."),
            "page": say("furniture.page", "Page {page} of {pages}"),
            "footer": say(
                "furniture.footer",
                "Northtown Talking Therapies. Guided self-help for low mood. Version 3, written 4 May 2026.",
            ),
        },
        service_name="Northtown Talking Therapies",
        author="A. Author",
        version="3",
        written=date(2026, 5, 4),
        review_by=date(2027, 5, 4),
        stamps=("draft",),
        evidence=("nhstt-2024-25-gsh-book",),
        about={"therapy": "guided self-help", "web": WEB.text},
    )


def _opening() -> Section:
    first = (
        "Northtown Talking Therapies offers you guided self-help.",
        "This leaflet tells you what that is, what it may and may not do, and what else there is.",
    )
    facts = (
        ("What it is", "A workbook that you work through yourself, with a worker who helps."),
        ("Sessions", "6 to 8, about 30 minutes each, by telephone."),
        ("Your own work", "About 3 hours a week between the sessions."),
        ("The wait", "Most recently 5 weeks to the first session, then 3 more to the second."),
        ("Cost", "Nothing. You need a telephone and a quiet place."),
        ("Your choice", "You can say no, ask for something else, or stop at any time."),
    )
    called = say("opening.called", "You may also hear it called ", value("low-intensity CBT"), ".")
    heading = Heading(say("key.heading", "The main points"))
    box = Box("key-facts", (heading, Definitions(rows("key", *facts))))
    return Section("opening", None, (paragraph("opening", *first), Paragraph((called,)), box))


def _what_it_is() -> Section:
    book = value("Overcoming Low Mood, 3rd edition", "name")
    return section(
        "what",
        "What is guided self-help?",
        Paragraph(
            (
                say("what.book", "You read a workbook and try out what it suggests."),
                say("what.name", "The workbook is called ", book, "."),
                say("what.worker", "A worker talks with you about how it is going."),
            )
        ),
        paragraph(
            "what.not",
            "It is not one-to-one therapy with a therapist.",
            "If that is what you were hoping for, please say so: you can ask for it.",
        ),
    )


def _what_you_do() -> Section:
    steps = (
        "Read one chapter, which takes about an hour.",
        "Fill in the diary pages on most days.",
        "Pick one thing to do differently, however small, and try it.",
        "Talk about it with your worker at the next session.",
    )
    reading = "If reading or writing is hard for you, tell us. You can have help with it."
    return section(
        "do",
        "What will you do each week?",
        Bullets(items("do.step", *steps), ordered=True),
        Box("note", (paragraph("do.reading", reading),)),
    )


def _sessions() -> Section:
    total = "You will have 6 to 8 sessions of about 30 minutes.", "In all that is 3 to 4 hours with a worker."
    check = "You and your worker look at how it is going after the fourth session."
    return section(
        "dose", "How many sessions will you have?", paragraph("dose", *total), paragraph("dose.change", check)
    )


def _who() -> Section:
    grade = (
        "A psychological wellbeing practitioner.",
        "They have had one year of training in guided self-help.",
        "They are not a psychologist or a psychotherapist.",
    )
    return section(
        "who",
        "Who will work with you?",
        paragraph("who", *grade),
        paragraph("who.trainee", "Some of our workers are still in training. You can ask whether yours is."),
        paragraph("who.unknown", "This service has not told us who supervises the worker."),
    )


def _outcomes() -> Section:
    counted = (
        "We do know how people answered questionnaires before and after.",
        "These are people in England who had at least two sessions between April 2024 and March 2025.",
    )
    legend = (
        "56 out of 100 people felt clearly better by their own answers to questionnaires.",
        "35 out of 100 people saw no clear change.",
        "7 out of 100 people felt clearly worse.",
        "For 2 out of 100 people there was nothing to compare.",
    )
    sure = "Nobody compared them with people who had no treatment.", "Some would have felt better anyway."
    return section(
        "outcome",
        "How likely is it to help you?",
        paragraph("outcome.usual", "We do not know how many people get back to their usual self."),
        paragraph("outcome.counted", *counted),
        Icons(whole({"better": 56, "same": 35, "worse": 7}, 100), items("outcome.legend", *legend)),
        Heading(say("outcome.sure.heading", "How sure is this?")),
        paragraph("outcome.sure", *sure),
    )


def _stopping() -> Section:
    legend = (
        "62 out of 100 people stayed until the end they had agreed.",
        "38 out of 100 people stopped before that.",
    )
    why = "People stop for many reasons. You can stop too, and you need not give a reason."
    return section(
        "completion",
        "How many people finish?",
        Icons(whole({"yes": 62, "no": 38}, 100), items("completion.legend", *legend)),
        paragraph("completion.why", why),
    )


def _risks() -> Section:
    risks = (
        "You may feel worse for a while, because you think about hard things.",
        "About 5 out of 100 people who have any talking therapy say it had lasting bad effects.",
        "You may feel discouraged if it does not help. That is not your fault.",
        "It takes time, and other help may start later.",
    )
    return section("risk", "What could go wrong?", Bullets(items("risk", *risks)))


def _choices() -> Section:
    options = (
        ("Cognitive behavioural therapy", "With a therapist, 12 to 16 sessions. The wait is about 5 months."),
        ("A group", "Eight people and two workers, 8 sessions. The wait is about 6 weeks."),
        ("Medicine", "Your GP can tell you about antidepressants."),
        ("No treatment for now", "Some people feel better with time. Nobody can tell you beforehand who."),
    )
    return section("choice", "What else could you choose?", Definitions(rows("choice", *options)))


def _more_help() -> Section:
    after = (
        "After the fourth session you can ask to move on to therapy with a therapist.",
        "You keep your place from the day you first asked for help.",
        "You would start again with a new person.",
    )
    again = (
        "If you feel well and it comes back later, you can ask for help again at any time.",
        "We do not know how many people who felt better were still well a year later.",
    )
    return section(
        "help-more", "What if it does not help?", paragraph("help", *after), paragraph("help.again", *again)
    )


def _rights() -> Section:
    late = say("right.late", "If you cannot come, ring us on ", OFFICE, " the day before.")
    missed = say("right.missed", "If you miss two sessions and we cannot reach you, we end the treatment.")
    return section(
        "right",
        "Do you have to say yes?",
        paragraph("right", "No.", "Nobody will be cross, and your GP will still look after you."),
        Paragraph((late, missed)),
    )


def _confidence() -> Section:
    notes = (
        "Your worker keeps notes, and your GP gets a letter at the end.",
        "If somebody is in danger we may have to tell others. We try to talk with you first.",
    )
    answers = (
        "Your answers to the questionnaires go to the health service without your name.",
        "You can ask to see what is written about you, and to have mistakes put right.",
    )
    return section(
        "private", "Who sees what you say?", paragraph("private", *notes), paragraph("private.data", *answers)
    )


def _questions() -> Section:
    return section(
        "ask",
        "Questions?",
        Paragraph(
            (
                say("ask.ring", "Ring ", OFFICE, ", Monday to Friday, 9 am to 5 pm."),
                say("ask.write", "Or write to ", MAIL, "."),
                say("ask.web", "There is more at ", WEB, "."),
            )
        ),
        paragraph("ask.own", "Write your own questions here and bring them along."),
        Lines(4),
    )


def _urgent() -> Section:
    ways = (
        ("", EMERGENCY, " or go to A&E if your life is in danger."),
        ("NHS ", HELPLINE, " and choose mental health, at any hour."),
        ("Samaritans free on ", SAMARITANS, ", day and night."),
    )
    items = tuple(
        (say(f"urgent.{n}", "Ring ", who, phone, told, critical=True),)
        for n, (who, phone, told) in enumerate(ways, 1)
    )
    heading = Heading(say("urgent.heading", "If you cannot keep yourself safe", critical=True))
    return Section("urgent", None, (Box("urgent", (heading, Bullets(items))),))
