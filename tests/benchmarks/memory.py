"""Peak memory of one process as the project grows."""

from __future__ import annotations

from .measure import Bench, Table
from .projects import project

SIZES = {("html", "md", "txt"): (100, 500, 1000, 2000), ("pdf",): (50, 200, 400)}


def memory(bench: Bench) -> Table:
    """The largest resident set, by formats and number of descriptors."""
    note = "Target: flat. The last column is what each descriptor after the smallest project adds."
    columns = ("formats", "descriptors", "peak MiB", "KiB a descriptor more")
    table = Table("Peak memory", note, columns=columns)
    for formats, counts in SIZES.items():
        first = 0.0
        for count in counts[:-1] if bench.quick else counts:
            folder = project(bench.folder / f"memory-{formats[0]}-{count}", count)
            peak = bench.build(folder, *formats).peak_mebibytes
            first = first or peak
            more = f"{(peak - first) * 1024 / (count - counts[0]):.1f}" if count > counts[0] else ""
            table.rows.append((" + ".join(formats), f"{count:,}", f"{peak:.0f}", more))
    return table
