"""The command line: one verb a file; the only place that turns errors into exit codes."""
