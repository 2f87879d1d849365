"""consentgen schema"""

from __future__ import annotations

import json

import click

from consentgen.catalogue import load_catalogue


@click.command("schema")
@click.option("--reference", is_flag=True, help="Print the field reference as Markdown instead.")
def command(reference: bool) -> None:
    """Print the JSON Schema of a service descriptor, so that an editor completes and checks.

    \b
    Example:
      consentgen schema > service.schema.json
    """
    if reference:
        from consentgen.descriptor.reference import field_reference

        click.echo(field_reference(load_catalogue()), nl=False)
        return
    from consentgen.descriptor.schema import json_schema

    click.echo(json.dumps(json_schema(load_catalogue()), indent=1, ensure_ascii=False))
