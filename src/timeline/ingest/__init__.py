"""Article files → ``Article`` with its publication date; page furniture is marked."""

from timeline.ingest.reader import Options, count_files, read_articles

__all__ = ["Options", "count_files", "read_articles"]
