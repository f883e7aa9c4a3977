"""Every error this package raises on purpose.

    TimelineError
    ├── UsageError        the call cannot be carried out as given (exit code 2)
    ├── ArticleError      one article cannot be read; the others still are
    └── ExportError       the output cannot be written; nothing was replaced

A date that cannot be resolved is a value, not an error:
``TimeExpression.reason`` says why.
"""

from __future__ import annotations

from timeline.messages import as_message, sentence


class TimelineError(Exception):
    """Base of all errors a caller may want to catch.

    ``what`` names the file or option, ``why`` the reason and ``remedy`` the way
    out; ``str()`` joins them into the one line a reader sees, in German, and
    ``in_language`` in another language.
    """

    def __init__(self, what: str, why: str, remedy: str = "") -> None:
        self.what, self.why, self.remedy = what, as_message(why), as_message(remedy)
        super().__init__(sentence(what, why, remedy))

    def in_language(self, language: str) -> str:
        return sentence(self.what, self.why, self.remedy, language)


class UsageError(TimelineError):
    """The call itself is off: a wrong option, an impossible value, an unknown name.

    A path that does not exist is a ``Problem`` of the run, since the others are read;
    where none of them exists, the command ends with 2 as well.
    """


class ArticleError(TimelineError):
    """One article file cannot be read or understood."""


class ExportError(TimelineError):
    """The exports cannot be written. The files of an earlier run are untouched."""
