"""Article files → ``Article`` with its publication date; page furniture is left out."""

from timeline.ingest.files import Paths
from timeline.ingest.options import Options
from timeline.ingest.reader import count_files, iter_articles, read_articles

__all__ = ["Options", "Paths", "count_files", "iter_articles", "read_articles"]
