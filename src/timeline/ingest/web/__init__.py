"""Pages and feeds from the web, saved as files that a run reads."""

from timeline.ingest.web.fetching import Fetching, fetch

__all__ = ["Fetching", "fetch"]
