"""What can go wrong, and the exit status each kind ends with.

BriefingError
├── UsageError            2   the caller asked for something that cannot be done
│   └── SourceError       2   a file that was named cannot be read as a source
├── TemplateError         2   an audience's template or settings are wrong
├── MissingError          3   something the machine lacks
└── VerificationError     4   the gate refuses to print this
"""

from __future__ import annotations

INTERRUPTED = 130
"""What a run ends with that a person interrupted."""


class BriefingError(Exception):
    """A mistake a person can mend, told in one line: where, what, and what to do.

    ``where`` names the file, option or statement; ``what`` says what is wrong; ``todo`` says what mends it.
    """

    exit_code = 2

    def __init__(self, where: str, what: str, todo: str) -> None:
        super().__init__(f"{where}: {what}; {todo}")
        self.where = where
        self.what = what
        self.todo = todo


class UsageError(BriefingError):
    """An option, a path or a setting that cannot be used."""


class SourceError(UsageError):
    """A named file that is missing, unreadable, empty or no text."""


class TemplateError(BriefingError):
    """An audience whose settings, labels or templates are wrong."""


class MissingError(BriefingError):
    """A library or program that this machine lacks."""

    exit_code = 3


class VerificationError(BriefingError):
    """A statement that may not be printed: ``where`` names it, ``what`` says why."""

    exit_code = 4
