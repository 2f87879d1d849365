"""consentgen schema"""

from __future__ import annotations

import json

import click

from consentgen.catalogue import load_catalogue
from consentgen.tongue import said


@click.command("schema")
@click.argument("what", type=click.Choice(["descriptor", "diff"]), default="descriptor")
@click.option(
    "--reference", is_flag=True, help="Print the field reference of a descriptor as Markdown instead."
)
def command(what: str, reference: bool) -> None:
    """Print the JSON Schema of a service descriptor, so that an editor completes and checks.

    With `diff`, that of the JSON a review is kept in.

    \b
    Example:
      consentgen schema > service.schema.json
      consentgen schema diff > diff.schema.json
    """
    if what == "diff":
        if reference:
            raise click.UsageError(said("--reference is about descriptors."))
        from consentgen.review.data_format import json_schema as diff_schema

        click.echo(json.dumps(diff_schema(), indent=1, ensure_ascii=False))
        return
    if reference:
        from consentgen.descriptor.reference import field_reference

        click.echo(field_reference(load_catalogue()), nl=False)
        return
    from consentgen.descriptor.schema import json_schema

    click.echo(json.dumps(json_schema(load_catalogue()), indent=1, ensure_ascii=False))
