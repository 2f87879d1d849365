"""The project folder: reading it, building it, and the only place that writes files."""
